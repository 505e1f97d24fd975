/**
 * `npm run docs:readme`: what README.md shows is made, not typed. Between its markers this puts the example from
 * docs/examples/first.ts, what that prints, and the accuracy table; and it draws the figure of the README and the landing
 * page. With `--check` it writes nothing and fails when README.md says something else.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { showFailure } from 'lawful/law';
import { format, resolveConfig } from 'prettier';
import { ecdfChapter } from './01-ecdf.ts';
import { accuracyTable } from './accuracy.ts';
import { drawer } from './draw.ts';
import { colours } from './report.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

const example = (): string => {
  const file = 'docs/examples/first.ts';
  const printed = execFileSync(process.execPath, [...process.execArgv, `${root}${file}`], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  return `${fence('ts', read(file))}\n\n${fence('text', printed)}`;
};

/** One SVG that stands alone, in the colours of one theme. */
const standalone = (svg: string, theme: keyof typeof colours): string =>
  svg
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('font-family: inherit', 'font-family: system-ui, sans-serif')
    .replace('<style>', `<style>:root { ${colours[theme]} } `);

const pictures = (): ReadonlyArray<readonly [string, string]> => {
  const made = ecdfChapter.chapter(read(ecdfChapter.file));
  if (made._tag === 'Left') throw new Error(showFailure(made.left));
  const figure = made.right.figures[0];
  if (figure === undefined) throw new Error('chapter 1 has no figure');
  const svg = drawer()(figure, 640);
  return (['light', 'dark'] as const).map(
    (theme) => [`docs/public/ecdf-${theme}.svg`, standalone(svg, theme)] as const,
  );
};

const between = (text: string, name: string, content: string): string => {
  const pattern = new RegExp(`(<!-- ${name}:start[^>]*-->\n)[^]*?(<!-- ${name}:end -->)`);
  if (!pattern.test(text)) throw new Error(`README.md has no place named ${name}`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}\n${content}\n\n${end}`);
};

const results = 'test/bench/results/accuracy.json';

const readme = read('README.md');
const filled = [
  ['example', example()] as const,
  ...(existsSync(`${root}${results}`) ? [['accuracy', accuracyTable(read(results))] as const] : []),
].reduce((text, [name, content]) => between(text, name, content), readme);
const options = await resolveConfig(`${root}README.md`);
const made = await format(filled, { ...options, parser: 'markdown' });

if (process.argv.includes('--check')) {
  if (made !== readme) throw new Error('README.md is stale: run npm run docs:readme');
} else {
  writeFileSync(`${root}README.md`, made);
  for (const [path, svg] of pictures()) writeFileSync(`${root}${path}`, `${svg}\n`);
}
