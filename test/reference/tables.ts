/** The committed reference tables, and how far a number is from a value of theirs. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Row {
  readonly args: ReadonlyArray<number>;
  /** The value is high + low: its nearest double, and what that lacks. */
  readonly high: number;
  readonly low: number;
}

export interface Table {
  readonly name: string;
  /** The tool that made it, with its version. */
  readonly source: string;
  readonly functions: ReadonlyArray<{ readonly name: string; readonly rows: ReadonlyArray<Row> }>;
}

interface TableFile {
  readonly tool: string;
  readonly version: string;
  readonly digits: number;
  readonly functions?: Record<string, { readonly arguments: string[]; readonly rows: number[][] }>;
}

const folder = new URL('./tables/', import.meta.url);

const toRow = (numbers: ReadonlyArray<number>): Row => ({
  args: numbers.slice(0, -2),
  high: numbers.at(-2) ?? NaN,
  low: numbers.at(-1) ?? NaN,
});

export const readTable = (name: string): Table => {
  const file = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as TableFile;
  return {
    name,
    source: `${file.tool} ${file.version}, ${file.digits} digits`,
    functions: Object.entries(file.functions ?? {}).map(([key, f]) => ({ name: key, rows: f.rows.map(toRow) })),
  };
};

/** The tables of functions of numbers, special functions and laws. */
export const functionTables: ReadonlyArray<string> = readdirSync(folder)
  .map((file) => file.replace(/\.json$/, ''))
  .filter((name) => name !== 'quantile-types');

export const UNIT: number = 2 ** -53;
const SMALLEST_NORMAL = 2 ** -1022;

/** |x - value| in units of 2^-53 times `scale`; below the normal doubles, of the smallest of them. */
export const errorInUnits = (x: number, row: Row, scale: number): number =>
  x === row.high && row.low === 0 ? 0 : Math.abs(x - row.high - row.low) / Math.max(scale, SMALLEST_NORMAL) / UNIT;
