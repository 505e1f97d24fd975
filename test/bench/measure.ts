/** Measuring: two contestants by turns in one process, so that the ratio outlives a slow or busy machine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, platform, release } from 'node:os';
import { performance } from 'node:perf_hooks';
import Table from 'cli-table3';

export interface Contest {
  readonly id: string;
  readonly n: number;
  readonly ours: () => unknown;
  /** Who we are compared with. */
  readonly against: string;
  readonly peer: () => unknown;
  /** Before each round, outside the clock. */
  readonly prepare?: () => void;
  /** The largest ratio ours / peer that passes. */
  readonly limit: number;
}

export interface Result {
  readonly id: string;
  readonly n: number;
  readonly against: string;
  /** Median times in milliseconds. */
  readonly ours: number;
  readonly peer: number;
  /** The median of the repeats' ratios. */
  readonly ratio: number;
  readonly limit: number;
  readonly repeats: number;
}

export const REPEATS = 9;

export const median = (xs: ReadonlyArray<number>): number => {
  const sorted = [...xs].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
};

/** What a call returned stays reachable until the next call, so that no engine may skip the work. */
const kept: { value: unknown } = { value: undefined };

export const milliseconds = (f: () => unknown): number => {
  const start = performance.now();
  kept.value = f();
  return performance.now() - start;
};

/** A line that the next one overwrites; nothing where the output is no terminal. */
export const progress = (text: string): void => {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${text}`);
};

/** What is shorter than this is done several times within one measurement. */
const LEAST_MILLISECONDS = 60;

const repeated = (f: () => unknown, times: number): (() => unknown) => {
  if (times === 1) return f;
  return () => {
    for (let i = 1; i < times; i++) kept.value = f();
    return f();
  };
};

/** Two rounds to warm up, then by turns: ours, peer, peer, ours, ours, ... so that neither always comes first. */
export const race = (contest: Contest, place: string): Result => {
  const say = (what: string): void => progress(`${place} ${contest.id}: ${what}`);
  say('warming up');
  for (let i = 0; i < 2; i++) {
    contest.prepare?.();
    contest.ours();
    contest.peer();
  }
  contest.prepare?.();
  const shorter = Math.min(milliseconds(contest.ours), milliseconds(contest.peer));
  const times = contest.prepare ? 1 : Math.max(1, Math.ceil(LEAST_MILLISECONDS / shorter));
  const [oursAgain, peerAgain] = [repeated(contest.ours, times), repeated(contest.peer, times)];
  const ours: number[] = [];
  const peer: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    say(`${i + 1} of ${REPEATS}`);
    contest.prepare?.();
    if (i % 2) peer.push(milliseconds(peerAgain) / times);
    ours.push(milliseconds(oursAgain) / times);
    if (i % 2 === 0) peer.push(milliseconds(peerAgain) / times);
  }
  progress('');
  return {
    id: contest.id,
    n: contest.n,
    against: contest.against,
    ours: median(ours),
    peer: median(peer),
    ratio: median(ours.map((a, i) => a / (peer[i] ?? NaN))),
    limit: contest.limit,
    repeats: REPEATS,
  };
};

const results = new URL('./results/', import.meta.url);

export const environment = (versions: Record<string, string>): object => ({
  machine: `${cpus()[0]?.model ?? 'unknown'} x ${cpus().length}, ${platform()} ${release()}`,
  versions: { node: process.versions.node, ...versions },
  date: new Date().toISOString().slice(0, 10),
});

export const writeResults = (name: string, value: object): void => {
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL(`${name}.json`, results), `${JSON.stringify(value, null, 2)}\n`);
  console.log(`Written: test/bench/results/${name}.json`);
};

/** Prints the table; whether every ratio keeps its limit. */
export const report = (rows: ReadonlyArray<Result>): boolean => {
  const table = new Table({
    head: ['', 'n', 'ours, ms', 'against', 'ms', 'ratio', 'limit', ''],
    colAligns: ['left', 'right', 'right', 'left', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const r of rows) {
    const pass = r.ratio <= r.limit;
    table.push([
      r.id,
      r.n,
      r.ours.toFixed(2),
      r.against,
      r.peer.toFixed(2),
      r.ratio.toFixed(2),
      r.limit.toFixed(1),
      pass ? 'pass' : 'MISSED',
    ]);
  }
  console.log(table.toString());
  const missed = rows.filter((r) => !(r.ratio <= r.limit)).length;
  console.log(
    `Each ratio is the median of ${REPEATS} in one run, ours and the other by turns. ${rows.length - missed} within the limit, ${missed} not.`,
  );
  return missed === 0;
};
