/**
 * npm run accuracy: the worst relative error of every function over its reference table, ours beside the peers', in
 * units of 2^-53 of the scale that our claim names. A peer is measured at the same arguments; a dash: it has no such
 * function. Writes test/bench/results/accuracy.json. With `-- --outside`, SciPy and R beside them, where they are
 * installed (Debian: python3-scipy, r-base-core); then it takes minutes, and writes nothing.
 */
import Table from 'cli-table3';
import { ours } from '../reference/functions.ts';
import { errorInUnits, functionTables, readTable, type Row, UNIT } from '../reference/tables.ts';
import { type Claim, claims } from '../tolerances.ts';
import { installPeers } from './install.ts';
import { environment, progress, writeResults } from './measure.ts';
import { outside } from './outside/outside.ts';

interface Standing {
  /** The worst error in units of 2^-53. */
  readonly worst: number;
  /** The share of the points where the relative error is within 1e-10. */
  readonly right: number;
}

interface Line {
  readonly id: string;
  readonly points: number;
  /** What the doc comment claims, in units, least and most over the points. */
  readonly claimed: readonly [number, number];
  /** The share of the claim that the worst point uses up. */
  readonly share: number;
  /** By package; null where it has no such function. */
  readonly standings: Readonly<Record<string, Standing | null>>;
  /** The peers whose worst error is smaller than ours by more than 2 units in the last place. */
  readonly behind: ReadonlyArray<string>;
}

type F = (...args: ReadonlyArray<number>) => number;

const errors = (f: F, claim: Claim, rows: ReadonlyArray<Row>): ReadonlyArray<number> =>
  rows.map((row) => {
    const error = errorInUnits(f(...row.args), row, claim.scale(row.high, row.args));
    return Number.isNaN(error) ? Infinity : error;
  });

const largest = (xs: ReadonlyArray<number>): number => xs.reduce((a, b) => Math.max(a, b), 0);

const standing = (units: ReadonlyArray<number>): Standing => ({
  worst: largest(units),
  right: units.filter((e) => e * UNIT <= 1e-10).length / units.length,
});

const show = (units: number): string => {
  const relative = units * UNIT;
  return units < 1000 ? units.toFixed(1) : relative < 1 ? relative.toExponential(1) : 'wrong';
};

/** Units while they are few, then the relative error, then how many of the points are right all the same. */
const cell = (s: Standing | null | undefined): string =>
  s ? show(s.worst) + (s.right < 1 ? ` (${(Math.floor(s.right * 1000) / 10).toFixed(1)} %)` : '') : '—';

const range = ([least, most]: readonly [number, number]): string =>
  least === most ? least.toFixed(0) : `${least.toFixed(0)} .. ${most.toFixed(0)}`;

installPeers();
const { isAsked, packages, peers, peerVersions } = await import('./peers.ts');

const tables = functionTables.map(readTable);
const others = process.argv.includes('--outside')
  ? outside(
      tables.flatMap(({ name, functions }) =>
        functions.flatMap((f) => f.rows.map(({ args }) => ({ id: `${name}.${f.name}`, args }))),
      ),
    )
  : [];
const columns: ReadonlyArray<string> = [...packages, ...others.map((o) => o.name)];

/** `from` is the number of rows in the tables before these. */
const lineOf = (name: string, key: string, rows: ReadonlyArray<Row>, from: number): Line => {
  const id = `${name}.${key}`;
  progress(id);
  const f = ours[name]?.[key];
  const claim = claims[name]?.[key];
  if (f === undefined || claim === undefined) throw new Error(`${id} has no function or no claim`);
  const mine = errors(f, claim, rows);
  const allowed = rows.map((row) => claim.units(row.high));
  const ofPackages = packages.map((from) => {
    const peer = peers[name]?.[key]?.[from];
    const asked = rows.filter((row) => isAsked(from, id, row.args));
    const scalar: F = (...args) => peer?.(...args.slice(0, -1))(args.at(-1) ?? NaN) ?? NaN;
    return [from, peer === undefined ? null : standing(errors(scalar, claim, asked))] as const;
  });
  const ofOthers = others.map(({ name: program, values }) => {
    const mine = values.slice(from, from + rows.length);
    const answers = new Map(rows.map((row, i) => [row.args.join(), mine[i] ?? NaN]));
    const scalar: F = (...args) => answers.get(args.join()) ?? NaN;
    return [program, mine[0] === undefined ? null : standing(errors(scalar, claim, rows))] as const;
  });
  const theirs = [...ofPackages, ...ofOthers];
  return {
    id,
    points: rows.length,
    claimed: [Math.min(...allowed), Math.max(...allowed)],
    share: largest(mine.map((e, i) => (e === 0 ? 0 : e / (allowed[i] ?? 0)))),
    standings: { lawful: standing(mine), ...Object.fromEntries(theirs) },
    // One unit in the last place is one to two units of 2^-53: at most 4 of these are 2 of those.
    behind: theirs.filter(([, s]) => s !== null && largest(mine) - s.worst > 4).map(([from]) => from),
  };
};

const asked = tables.flatMap(({ name, functions }) => functions.map((f) => ({ name, key: f.name, rows: f.rows })));
const lines = asked.map(({ name, key, rows }, i) =>
  lineOf(
    name,
    key,
    rows,
    asked.slice(0, i).reduce((n, before) => n + before.rows.length, 0),
  ),
);
progress('');

const table = new Table({
  head: ['function', 'points', 'claimed', 'lawful', ...columns, ''],
  colAligns: ['left', 'right', 'right', 'right', ...columns.map(() => 'right' as const), 'left'],
  style: { head: [], border: [], compact: true },
});
for (const line of lines) {
  const remarks = [...(line.share > 1 ? ['CLAIM BROKEN'] : []), ...line.behind.map((from) => `${from} is better`)];
  table.push([
    line.id,
    line.points,
    range(line.claimed),
    cell(line.standings['lawful']),
    ...columns.map((from) => cell(line.standings[from])),
    remarks.join(', '),
  ]);
}
const source = readTable('elementary').source;
console.log(table.toString());
console.log(`Worst error over the reference tables (${source}), which go to the ends of the number line, in units of`);
console.log(
  '2^-53 = 1.1e-16 of the value, or of the scale that our claim names; from 1000 units on as a relative error, and',
);
console.log(
  '"wrong" where no digit is right. In brackets, where it is not all of them, the points that are right to 1e-10.',
);
const broken = lines.filter((line) => line.share > 1);
const behind = lines.filter((line) => line.behind.length > 0);
console.log(
  `${lines.length} functions: ${broken.length} claims broken, ${behind.length} where a peer is better by more than 2 ulp.`,
);
if (others.length === 0)
  writeResults('accuracy', { ...environment(peerVersions()), source, unit: '2^-53', rows: lines });
process.exitCode = broken.length + behind.length > 0 ? 1 : 0;
