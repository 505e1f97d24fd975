/** Figures as SVG text, drawn by Observable Plot on a document that no browser shows. */
import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import type { Figure } from './chapter.ts';
import type { Draw } from './report.ts';

export const drawer = (): Draw => {
  const { document } = new JSDOM('').window;
  return (figure: Figure, width: number): string => {
    const svg = Plot.plot({ ...figure.plot(width), document });
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', figure.description);
    return svg.outerHTML;
  };
};
