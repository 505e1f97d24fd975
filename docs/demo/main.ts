/** `npm run demo`: every chapter on its data, tables here, figures and tables in one HTML page. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';
import { showFailure } from 'lawful/law';
import ora from 'ora';
import { ecdfChapter } from './01-ecdf.ts';
import { lawsChapter } from './02-laws.ts';
import type { Chapter, ChapterOf, Table as ChapterTable } from './chapter.ts';
import { report } from './report.ts';

const chapters: ReadonlyArray<ChapterOf> = [ecdfChapter, lawsChapter];

const root = new URL('../../', import.meta.url);
const page = new URL('docs/demo/report.html', root);

/** What goes on while it goes on: a spinner on a terminal, plain lines elsewhere. On stderr, so that stdout is the tables. */
const during = async <A>(text: string, work: () => Promise<A>): Promise<A> => {
  const spinner = ora(text).start();
  try {
    const value = await work();
    spinner.succeed();
    return value;
  } catch (error) {
    spinner.fail();
    throw error;
  }
};

const run = async ({ name, file, chapter }: ChapterOf): Promise<Chapter> => {
  const made = chapter(await readFile(new URL(file, root), 'utf8'));
  if (made._tag === 'Left') throw new Error(`${name}: ${showFailure(made.left)}`);
  return made.right;
};

const wrap = (text: string, width: number): string =>
  text
    .split(' ')
    .reduce<ReadonlyArray<string>>((lines, word) => {
      const last = lines[lines.length - 1];
      return last !== undefined && last.length + 1 + word.length <= width
        ? [...lines.slice(0, -1), `${last} ${word}`]
        : [...lines, word];
    }, [])
    .join('\n');

const WIDTH = 80;

const show = ({ title, columns, rows, note }: ChapterTable): string => {
  const table = new Table({
    head: [...columns],
    style: { head: [], border: [], compact: true },
    colAligns: columns.map((_, i) => (i === 0 ? 'left' : 'right')),
  });
  table.push(...rows.map((row) => [...row]));
  return `\n${title}\n${table.toString()}\n${wrap(note, WIDTH)}`;
};

const made: Array<Chapter> = [];
for (const chapter of chapters) {
  made.push(await during(`chapter ${chapter.name}: ${chapter.file}`, () => run(chapter)));
}

for (const [i, chapter] of made.entries()) {
  console.log(`\n${i + 1}. ${chapter.title}\n\n${wrap(chapter.lead, WIDTH)}`);
  for (const table of chapter.tables) console.log(show(table));
}

await during('figures and report', async () => {
  const { drawer } = await import('./draw.ts');
  await writeFile(page, report(made, drawer(), `Made by npm run demo, Node ${process.versions.node}.`));
});
console.log(`\nreport: ${fileURLToPath(page)}`);
