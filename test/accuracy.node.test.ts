import { describe, expect, it } from 'vitest';
import { ours, type Plain } from './reference/functions.ts';
import { errorInUnits, functionTables, readTable, type Row } from './reference/tables.ts';
import { type Claim, claims } from './tolerances.ts';

interface Worst {
  /** The error as a share of what the claim allows. */
  readonly share: number;
  readonly report: string;
}

const worst = (f: Plain, claim: Claim, rows: ReadonlyArray<Row>): Worst =>
  rows
    .map((row): Worst => {
      const value = f(...row.args);
      const error = errorInUnits(value, row, claim.scale(row.high, row.args));
      const allowed = claim.units(row.high);
      return {
        share: error <= allowed ? error / (allowed || 1) : error > allowed ? error / allowed : Infinity,
        report: `(${row.args.join(', ')}) = ${value}, not ${row.high}: ${error.toFixed(2)} units, claimed ${allowed.toFixed(2)}`,
      };
    })
    .reduce((a, b) => (b.share > a.share ? b : a));

describe.each(functionTables)('%s keeps its claims of accuracy', (name) => {
  const table = readTable(name);

  it.each(table.functions)('$name', ({ name: key, rows }) => {
    const f = ours[name]?.[key];
    const claim = claims[name]?.[key];
    if (f === undefined || claim === undefined) throw new Error(`${name}.${key} has no function or no claim`);
    const { share, report } = worst(f, claim, rows);
    expect(share, report).toBeLessThanOrEqual(1);
  });

  it('has a table for every function and claim', () => {
    const tabulated = table.functions.map((f) => f.name).sort();
    expect(Object.keys(claims[name] ?? {}).sort()).toEqual(tabulated);
    expect(Object.keys(ours[name] ?? {}).sort()).toEqual(expect.arrayContaining(tabulated));
  });
});

it('has a table for every special function that is listed and for every law', () => {
  expect([...functionTables].sort()).toEqual(Object.keys(ours).sort());
});
