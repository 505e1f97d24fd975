/** What programs outside npm give at the same arguments: one process each, a line a value. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What is asked, by the function's table and name, in the order of the answers. */
export interface Question {
  readonly id: string;
  readonly args: ReadonlyArray<number>;
}

export interface Outside {
  readonly name: string;
  readonly version: string;
  /** A number a question, or undefined where the program has no such function. */
  readonly values: ReadonlyArray<number | undefined>;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const programs: ReadonlyArray<{ readonly name: string; readonly command: string; readonly file: string }> = [
  { name: 'SciPy', command: '/usr/bin/python3', file: here('scipy_values.py') },
  { name: 'R', command: 'Rscript', file: here('values.R') },
];

const toNumber = (word: string): number | undefined => {
  const value = word.toLowerCase();
  if (value === 'none') return undefined;
  return value === 'inf' ? Infinity : value === '-inf' ? -Infinity : Number(value);
};

/** The answers of SciPy and of R, of those that are installed. */
export const outside = (questions: ReadonlyArray<Question>): ReadonlyArray<Outside> => {
  const input = questions.map(({ id, args }) => [id, ...args].join('\t')).join('\n');
  return programs.flatMap(({ name, command, file }): ReadonlyArray<Outside> => {
    const run = spawnSync(command, [file], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
    const [version, ...words] = run.stdout.trim().split('\n');
    if (run.status !== 0 || version === undefined || words.length !== questions.length) {
      console.log(`${name}: not asked, for ${command} ${file} did not answer`);
      return [];
    }
    return [{ name, version, values: words.map(toNumber) }];
  });
};
