/** Chapter 1: what 205 melanoma patients say about tumour thickness and age, and which simple laws they contradict. */
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import {
  type Band,
  concat,
  dkwBand,
  type Ecdf,
  ecdf,
  evaluate,
  ofChunk,
  pointwiseInterval,
  quantileWith,
  result,
  steps,
} from 'lawful/ecdf';
import type { ContinuousLaw, Failure } from 'lawful/law';
import { exponential, exponentialLaw } from 'lawful/laws/exponential';
import { normal, normalLaw } from 'lawful/laws/normal';
import type { Chapter, ChapterOf, Figure, Table } from './chapter.ts';
import { columns } from './csv.ts';
import { type Departure, departures } from './departures.ts';
import { ecdfFigure } from './ecdf-figure.ts';

/** A sample seen two ways: as it is, and through a fitted law. */
interface Study {
  readonly label: string;
  readonly short: string;
  readonly unit: string;
  readonly mean: number;
  readonly sd: number;
  readonly e: Ecdf;
  readonly band: Band;
  readonly law: {
    readonly name: string;
    readonly words: string;
    readonly cdf: (x: number) => number;
    readonly quantile: (p: number) => number;
  };
  readonly outside: ReadonlyArray<Departure>;
  readonly farthest: { readonly distance: number; readonly at: number };
}

const meanOf = (xs: Float64Array): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;

const sdOf = (xs: Float64Array): number => {
  const mean = meanOf(xs);
  return Math.sqrt(xs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (xs.length - 1));
};

/** The greatest distance between the staircase and a curve is at a knot, on one side of the step or the other. */
const farthestFrom =
  (cdf: (x: number) => number) =>
  (e: Ecdf): Study['farthest'] => {
    const { x, below, at } = steps(e);
    return Array.from(x, (knot, k) => ({
      at: knot,
      distance: Math.max(Math.abs(cdf(knot) - (below[k] as number)), Math.abs(cdf(knot) - (at[k] as number))),
    })).reduce((a, b) => (b.distance > a.distance ? b : a));
  };

const study =
  <L>(
    words: Pick<Study, 'label' | 'short' | 'unit'>,
    record: ContinuousLaw<L>,
    fit: (xs: Float64Array) => E.Either<Failure, L>,
    show: (law: L) => string,
  ) =>
  (xs: Float64Array): E.Either<Failure, Study> =>
    pipe(
      E.Do,
      E.bind('e', () => ecdf(xs)),
      E.bind('band', ({ e }) => dkwBand(e)),
      E.bind('fitted', () => fit(xs)),
      E.map(({ e, band, fitted }): Study => {
        const cdf = record.cdf(fitted);
        const quantile = record.quantile(fitted);
        return {
          ...words,
          mean: meanOf(xs),
          sd: sdOf(xs),
          e,
          band,
          law: { name: `fitted ${record.name} law`, words: show(fitted), cdf, quantile },
          outside: departures({ support: record.support(fitted), quantile })(band),
          farthest: farthestFrom(cdf)(e),
        };
      }),
    );

const places =
  (digits: number) =>
  (x: number): string =>
    x.toFixed(digits);

const p3 = places(3);
const p2 = places(2);

const stretchesOf = ({ outside, unit }: Study): string =>
  outside.map(({ side, from, to }) => `${p2(from)} to ${p2(to)} ${unit} (${side})`).join(', ');

/** What the band says of a fitted law, in words. */
const verdict = (s: Study): string =>
  s.outside.length === 0
    ? `The ${s.law.name} stays inside the band everywhere: these data do not contradict it at the 95 % level. That is a lenient check, since the law was fitted to the same data.`
    : `The ${s.law.name} leaves the band from ${stretchesOf(s)}: at the 95 % level these data contradict it. Its greatest distance from the data is ${p3(s.farthest.distance)}, at ${s.farthest.at} ${s.unit}; the band allows ${p3(s.band.halfWidth)}.`;

const fits = (studies: ReadonlyArray<Study>): Table => ({
  title: 'Two samples, two fitted laws',
  columns: ['', ...studies.map((s) => `${s.label}, ${s.unit}`)],
  rows: [
    ['observations', ...studies.map((s) => String(s.e.size))],
    ['distinct values', ...studies.map((s) => String(s.e.knots.length))],
    ['mean', ...studies.map((s) => p3(s.mean))],
    ['standard deviation', ...studies.map((s) => p3(s.sd))],
    ['fitted law', ...studies.map((s) => s.law.words)],
    ['greatest distance from the data', ...studies.map((s) => p3(s.farthest.distance))],
    ['... at', ...studies.map((s) => String(s.farthest.at))],
    ['half-width of the 95 % band', ...studies.map((s) => p3(s.band.halfWidth))],
    ['stays inside the band', ...studies.map((s) => (s.outside.length === 0 ? 'yes' : 'no'))],
  ],
  note: 'The exponential law has rate 1 / mean, the normal law the mean and standard deviation of the sample. Thickness was recorded on a coarse scale and age in whole years: just before a tied value a continuous law may be out for that reason alone.',
});

const clamp = (x: number): number => Math.min(Math.max(x, 0), 1);

const intervals = (s: Study, points: ReadonlyArray<number>): E.Either<Failure, Table> =>
  pipe(
    points,
    E.traverseArray((x) =>
      pipe(
        pointwiseInterval({ method: 'log-log', level: 0.95 })(s.e)(x),
        E.map((interval): ReadonlyArray<string> => {
          const f = interval.estimate;
          const alone = interval._tag === 'Interval' ? `${p3(interval.lower)} to ${p3(interval.upper)}` : 'none';
          const all = `${p3(clamp(f - s.band.halfWidth))} to ${p3(clamp(f + s.band.halfWidth))}`;
          return [`${x}\u00a0${s.unit}`, p3(f), alone, all];
        }),
      ),
    ),
    E.map((rows) => ({
      title: `The share of patients with ${s.label} at most x`,
      columns: ['x', 'share', 'log-log interval', '95 % band'],
      rows,
      note: 'A log-log interval covers the true share with about 95 % probability at its own x. The band covers the whole curve at once, with probability at least 95 %, and is wider for it.',
    })),
  );

const PROBABILITIES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

const quantiles = (studies: ReadonlyArray<Study>, digits: number): Table => ({
  title: 'Quantiles: two definitions, and the fitted law',
  columns: ['p', ...studies.flatMap((s) => [`${s.short}, type 7`, 'type 8', s.law.words.replace(/,.*/, '')])],
  rows: PROBABILITIES.map((p) => [
    String(p),
    ...studies.flatMap((s) => [
      ...([7, 8] as const).map((type) => places(digits)(quantileWith({ type })(s.e)(p))),
      places(digits)(s.law.quantile(p)),
    ]),
  ]),
  note: 'Type 7 is the default of R and NumPy; type 8 is nearly median-unbiased for every continuous law. Their positions among the sorted observations differ by at most two thirds of a place.',
});

const same = (a: Float64Array, b: Float64Array): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

/** The monoid: two halves, each on a machine of its own, say, and their concatenation. */
const merging = (s: Study, xs: Float64Array, point: number): E.Either<Failure, Table> => {
  const middle = Math.floor(xs.length / 2);
  const row =
    (name: string) =>
    (e: Ecdf): ReadonlyArray<string> => [
      name,
      String(e.size),
      String(e.knots.length),
      p2(quantileWith({ type: 7 })(e)(0.5)),
      p3(evaluate(e)(point)),
    ];
  return pipe(
    E.Do,
    E.bind('first', () => ofChunk(xs.subarray(0, middle))),
    E.bind('second', () => ofChunk(xs.subarray(middle))),
    E.bind('a', ({ first }) => result(first)),
    E.bind('b', ({ second }) => result(second)),
    E.bind('merged', ({ first, second }) => result(concat(first, second))),
    E.map(({ a, b, merged }) => {
      const identical = same(merged.knots, s.e.knots) && same(merged.cumulative, s.e.cumulative);
      return {
        title: `Merging two halves of the sample: ${s.label}`,
        columns: ['part', 'patients', 'distinct', 'median', `share up to ${point} ${s.unit}`],
        rows: [
          row('first half of the file')(a),
          row('second half')(b),
          row('the two merged')(merged),
          row('all at once')(s.e),
        ],
        note: `The merged summary and the one built from all data at once ${identical ? 'are equal, number for number' : 'DIFFER'}. The file is sorted by survival time, so that its halves are not alike: those who died or left early had thicker tumours.`,
      };
    }),
  );
};

const figure = (s: Study, domain: readonly [number, number]): Figure => ({
  title: `${s.label.replace(/^./, (first) => first.toUpperCase())}, ${s.e.size} patients`,
  plot: (width) =>
    ecdfFigure({
      e: s.e,
      band: s.band,
      law: s.law,
      departures: s.outside,
      domain,
      label: `${s.label}, ${s.unit}`,
      width,
    }),
  description: `Empirical distribution function of ${s.label} with its 95 % band of half-width ${p3(s.band.halfWidth)}, and the ${s.law.name}: ${s.law.words}.`,
  note: verdict(s),
});

const thicknessOf = study(
  { label: 'tumour thickness', short: 'thickness', unit: 'mm' },
  exponentialLaw,
  (xs) => exponential(1 / meanOf(xs)),
  (law) => `exponential, rate ${p3(law.rate)}`,
);

const ageOf = study(
  { label: 'age', short: 'age', unit: 'years' },
  normalLaw,
  (xs) => normal(meanOf(xs), sdOf(xs)),
  (law) => `normal, mean ${p2(law.mean)}, sd ${p2(law.sd)}`,
);

const chapter = (text: string): E.Either<Failure, Chapter> => {
  const { thickness: mm = new Float64Array(0), age: years = new Float64Array(0) } = columns(text);
  return pipe(
    E.Do,
    E.bind('thickness', () => thicknessOf(mm)),
    E.bind('age', () => ageOf(years)),
    E.bind('at', ({ thickness }) => intervals(thickness, [0.5, 1, 2, 4, 8])),
    E.bind('merged', ({ thickness }) => merging(thickness, mm, 2)),
    E.map(({ thickness, age, at, merged }): Chapter => ({
      title: 'One sample: its distribution function, and a law beside it',
      lead: `${thickness.e.size} patients operated on for malignant melanoma in Odense, Denmark, from 1962 to 1977 (data set melanoma of the R package boot). The empirical distribution function shows all of a sample without choosing bins or a bandwidth; its band says how far the true one may be; a law that leaves the band is contradicted by the data.`,
      figures: [figure(thickness, [0, 18]), figure(age, [0, 100])],
      tables: [fits([thickness, age]), at, quantiles([thickness, age], 2), merged],
    })),
  );
};

/** The melanoma patients. */
export const ecdfChapter: ChapterOf = { name: '01-ecdf', file: 'test/data/melanoma.csv', chapter };
