/**
 * The picture of an empirical distribution function: the staircase, its band, and a law to compare with. The demo draws
 * it on a server and the guide in a browser.
 *
 * Colours are the custom properties `--ink`, `--muted`, `--band` and `--law` of the page that holds it.
 */
import * as Plot from '@observablehq/plot';
import { type Band, type Ecdf, steps } from 'lawful/ecdf';
import type { Departure } from './departures.ts';

export interface EcdfFigure {
  readonly e: Ecdf;
  readonly band: Band;
  readonly law: { readonly name: string; readonly cdf: (x: number) => number };
  readonly departures: ReadonlyArray<Departure>;
  readonly domain: readonly [number, number];
  readonly label: string;
  readonly width: number;
}

interface Entry {
  readonly text: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeOpacity?: number;
}

const FONT_SIZE = 13;
const LINE_HEIGHT = 19;

/** The lower right corner is free in every picture of a distribution function: the legend goes there. */
const legend =
  (entries: ReadonlyArray<Entry>): Plot.RenderFunction =>
  (_index, _scales, _values, { width, height, marginRight, marginBottom }, { document }) => {
    const svg = (name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
      element.textContent = text;
      return element;
    };
    const group = svg('g', { 'font-size': FONT_SIZE, 'text-anchor': 'end' });
    entries.forEach(({ text, stroke, strokeWidth, strokeOpacity = 1 }, i) => {
      const y = height - marginBottom - 14 - (entries.length - 1 - i) * LINE_HEIGHT;
      const x = width - marginRight - 8;
      group.append(
        svg('line', {
          x1: x - 22,
          x2: x,
          y1: y,
          y2: y,
          stroke,
          'stroke-width': strokeWidth,
          'stroke-opacity': strokeOpacity,
        }),
        svg('text', { x: x - 29, y, dy: '0.32em', fill: 'currentColor' }, text),
      );
    });
    return group;
  };

const grid = ([from, to]: readonly [number, number], cells: number): ReadonlyArray<number> =>
  Array.from({ length: cells + 1 }, (_, i) => from + ((to - from) * i) / cells);

export const ecdfFigure = ({ e, band, law, departures, domain, label, width }: EcdfFigure): Plot.PlotOptions => {
  const [from, to] = domain;
  const { x, at } = steps(e);
  const corners = (before: number, values: Float64Array): ReadonlyArray<readonly [number, number]> => [
    [from, before],
    ...Array.from(x, (knot, k) => [knot, values[k] as number] as const),
    [to, values[values.length - 1] as number],
  ];
  const lower = corners(band.lower.before, band.lower.values);
  const upper = corners(band.upper.before, band.upper.values);
  const curve = (xs: ReadonlyArray<number>): ReadonlyArray<readonly [number, number]> =>
    xs.map((point) => [point, law.cdf(point)] as const);
  const percent = Number((100 * band.level).toFixed(1));
  return {
    width,
    height: Math.round(Math.min(420, Math.max(300, width * 0.58))),
    marginTop: 30,
    marginRight: 12,
    marginBottom: 44,
    marginLeft: 46,
    style: { background: 'transparent', color: 'var(--ink)', fontFamily: 'inherit', fontSize: `${FONT_SIZE}px` },
    x: { domain: [from, to], label, labelAnchor: 'center', labelArrow: 'none', labelOffset: 38 },
    y: {
      domain: [0, 1],
      label: 'share at or below',
      labelArrow: 'none',
      ticks: 5,
      tickFormat: (p: number) => String(p),
    },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--muted)', strokeOpacity: 0.25 }),
      Plot.areaY(lower, {
        x: (p: readonly [number, number]) => p[0],
        y1: (p: readonly [number, number]) => p[1],
        y2: upper.map((p) => p[1]),
        curve: 'step-after',
        fill: 'var(--band)',
        fillOpacity: 0.22,
        clip: true,
      }),
      ...departures.map(({ from: start, to: end }) =>
        Plot.line(curve(grid([Math.max(start, from), Math.min(end, to)], 40)), {
          stroke: 'var(--law)',
          strokeWidth: 8,
          strokeOpacity: 0.4,
          strokeLinecap: 'butt',
          clip: true,
        }),
      ),
      // A stretch of a few pixels would pass unseen: a ring marks it.
      Plot.dot(curve(departures.filter((d) => d.to - d.from < (to - from) / 40).map((d) => (d.from + d.to) / 2)), {
        r: 7,
        stroke: 'var(--law)',
        strokeWidth: 2,
      }),
      Plot.line(curve(grid(domain, 240)), { stroke: 'var(--law)', strokeWidth: 1.75, clip: true }),
      Plot.line(corners(0, at), { stroke: 'currentColor', strokeWidth: 1.75, curve: 'step-after', clip: true }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
      legend([
        { text: 'the data', stroke: 'currentColor', strokeWidth: 1.75 },
        { text: `${percent} % band`, stroke: 'var(--band)', strokeWidth: 12, strokeOpacity: 0.3 },
        { text: law.name, stroke: 'var(--law)', strokeWidth: 1.75 },
        ...(departures.length === 0
          ? []
          : [{ text: 'outside the band', stroke: 'var(--law)', strokeWidth: 8, strokeOpacity: 0.4 }]),
      ]),
    ],
  };
};
