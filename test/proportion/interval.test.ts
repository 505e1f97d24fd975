import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Proportion from '../../src/proportion/index.ts';
import { right, sentence } from '../right.ts';

const METHODS = {
  wilson: Proportion.wilsonWith,
  clopperPearson: Proportion.clopperPearsonWith,
  jeffreys: Proportion.jeffreysWith,
  agrestiCoull: Proportion.agrestiCoullWith,
};
const counts = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }))
  .filter(([x, failures]) => x + failures > 0)
  .map(([x, failures]) => ({ successes: x, trials: x + failures }));
const level = fc.double({ min: 0.5, max: 0.9999, noNaN: true });
const alternative = fc.constantFrom('two-sided' as const, 'less' as const, 'greater' as const);

describe.each(Object.entries(METHODS))('%s', (name, method) => {
  test('lies in [0, 1], in order, and holds the share observed where it promises to', () => {
    fc.assert(
      fc.property(counts, level, alternative, (c, l, side) => {
        const { estimate, lower, upper } = right(method({ level: l, alternative: side })(c));
        expect(estimate).toBe(c.successes / c.trials);
        expect(0 <= lower && lower <= upper && upper <= 1).toBe(true);
        if (name === 'wilson' || name === 'clopperPearson') {
          expect(lower).toBeLessThanOrEqual(estimate * (1 + 1e-13));
          expect(upper).toBeGreaterThanOrEqual(estimate * (1 - 1e-13));
        }
      }),
    );
  });

  test('is reflected when successes and failures change places', () => {
    fc.assert(
      fc.property(counts, level, ({ successes, trials }, l) => {
        const one = right(method({ level: l })({ successes, trials }));
        const other = right(method({ level: l })({ successes: trials - successes, trials }));
        expect(Math.abs(one.lower - (1 - other.upper))).toBeLessThan(1e-13);
      }),
    );
  });

  test('widens with the level', () => {
    fc.assert(
      fc.property(counts, level, level, (c, a, b) => {
        const [narrow, wide] = [Math.min(a, b), Math.max(a, b)].map((l) => right(method({ level: l })(c)));
        expect(wide!.lower).toBeLessThanOrEqual(narrow!.lower + 1e-14);
        expect(wide!.upper).toBeGreaterThanOrEqual(narrow!.upper - 1e-14);
      }),
    );
  });

  test('one-sided limits are the ends of the two-sided interval of twice the tail', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 400 }), (c, k) => {
        const tail = k / 1024;
        const both = right(method({ level: 1 - 2 * tail })(c));
        expect(right(method({ level: 1 - tail, alternative: 'less' })(c))).toEqual({ ...both, lower: 0 });
        expect(right(method({ level: 1 - tail, alternative: 'greater' })(c))).toEqual({ ...both, upper: 1 });
      }),
    );
  });

  test('huge counts and tiny ones', () => {
    for (const c of [
      { successes: 1e300, trials: 1.5e300 },
      { successes: 5e-324, trials: 1 },
      { successes: 0, trials: 5e-324 },
      { successes: 2 ** 53, trials: 2 ** 53 },
      { successes: 1, trials: 1e15 },
    ]) {
      const { lower, upper } = right(method({})(c));
      expect(0 <= lower && lower <= upper && upper <= 1).toBe(true);
    }
  });

  test('a level next to 0 leaves the ends in order', () => {
    for (const c of [
      { successes: 1, trials: 10 },
      { successes: 9e-11, trials: 1e-10 },
      { successes: 5e-324, trials: 2 },
    ]) {
      const { estimate, lower, upper } = right(method({ level: 1e-300 })(c));
      expect(0 <= lower && lower <= upper && upper <= 1).toBe(true);
      if (name === 'wilson') expect(lower <= estimate && estimate <= upper).toBe(true);
    }
  });

  test('bad input', () => {
    const said = (successes: number, trials: number, l = 0.95): string =>
      sentence(method({ level: l })({ successes, trials }));
    expect(said(3, 2)).toBe('counts.successes is 3; it must be at most trials');
    expect(said(-1, 2)).toBe('counts.successes is -1; it must be at least 0');
    expect(said(0, 0)).toBe('counts.trials is 0; it must be greater than 0');
    expect(said(NaN, 2)).toBe('counts.successes is NaN; a finite number is needed');
    expect(said(1, Infinity)).toBe('counts.trials is Infinity; a finite number is needed');
    expect(said(1, 2, 1)).toBe('level is 1; it must be greater than 0 and less than 1');
    expect(said(1, 2, NaN)).toBe('level is NaN; a finite number is needed');
  });
});

test('Clopper and Pearson cover at least the level, whatever the proportion', () => {
  const n = 25;
  const intervals = Array.from({ length: n + 1 }, (_, successes) =>
    right(Proportion.clopperPearsonWith({ level: 0.9 })({ successes, trials: n })),
  );
  for (let p = 0.005; p < 1; p += 0.01) {
    let mass = (1 - p) ** n;
    let covered = 0;
    for (let k = 0; k <= n; k++) {
      if (intervals[k]!.lower <= p && p <= intervals[k]!.upper) covered += mass;
      mass *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    expect(covered).toBeGreaterThanOrEqual(0.9 - 1e-12);
  }
});
