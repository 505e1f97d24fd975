/** The report: one HTML page without scripts and without requests, for light and dark screens of any width. */
import type { Chapter, Figure, Table } from './chapter.ts';

/** A figure becomes SVG; `narrow` and `wide` differ in layout, so that letters keep their size on a phone. */
export type Draw = (figure: Figure, width: number) => string;

const WIDE = 760;
const NARROW = 350;

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** The colours of the figures, for a light and for a dark page. */
export const colours = {
  light: '--paper: #ffffff; --ink: #1b1f24; --muted: #59636e; --line: #d1d9e0; --band: #1f6fb2; --law: #c2410c;',
  dark: '--paper: #12161c; --ink: #e6edf3; --muted: #9aa5b1; --line: #313a45; --band: #6cb6ff; --law: #ff9d5c;',
};

const style = `
:root { color-scheme: light dark; ${colours.light} }
@media (prefers-color-scheme: dark) { :root { ${colours.dark} } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 800px; padding: 2rem 20px 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 3rem 0 0.75rem; }
h3, figcaption h3 { font-size: 1.0625rem; margin: 2.5rem 0 0.5rem; }
p { margin: 0 0 1rem; }
.note, footer { color: var(--muted); font-size: 0.9375rem; }
figure { margin: 0; }
svg { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
.scroll { overflow-x: auto; margin: 0 0 0.75rem; }
table { border-collapse: collapse; min-width: 100%; font-variant-numeric: tabular-nums; font-size: 0.9375rem; }
th, td { padding: 0.35rem 0.75rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: baseline; }
th:first-child, td:first-child { text-align: left; padding-left: 0; font-weight: normal; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 600; border-bottom: 2px solid var(--line); vertical-align: bottom; }
td { white-space: nowrap; }
footer { margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 1rem; }
@media (max-width: 600px) { body { padding: 1.25rem 20px 3rem; } .wide { display: none; } .narrow { display: block; }
  table { font-size: 0.875rem; } th, td { padding: 0.35rem 0 0.35rem 0.75rem; } td.words { white-space: normal; } }
`;

const isNumeric = (cell: string): boolean => /^[\d.]/.test(cell);

const cell = (text: string, i: number): string =>
  i === 0
    ? `<th scope="row">${escape(text)}</th>`
    : `<td${isNumeric(text) ? '' : ' class="words"'}>${escape(text)}</td>`;

const table = ({ title, columns, rows, note }: Table): string => `
<section><h3>${escape(title)}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="${escape(title)}"><table>
<thead><tr>${columns.map((name) => `<th scope="col">${escape(name)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody></table></div>
<p class="note">${escape(note)}</p></section>`;

const figure =
  (draw: Draw) =>
  (f: Figure): string => `
<figure><h3>${escape(f.title)}</h3>
<div class="wide">${draw(f, WIDE)}</div><div class="narrow">${draw(f, NARROW)}</div>
<figcaption class="note">${escape(f.note)}</figcaption></figure>`;

const section =
  (draw: Draw) =>
  (chapter: Chapter, i: number): string => `
<article><h2>${i + 1}. ${escape(chapter.title)}</h2>
<p>${escape(chapter.lead)}</p>${chapter.figures.map(figure(draw)).join('')}${chapter.tables.map(table).join('')}</article>`;

export const report = (chapters: ReadonlyArray<Chapter>, draw: Draw, made: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>lawful: demo</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header><h1>lawful on real data</h1>
<p class="note">Laws of random variables, as pure functions. Every number and every curve on this page was computed by the library.</p></header>
<main>${chapters.map(section(draw)).join('')}</main>
<footer>${escape(made)}</footer></body></html>
`;
