import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countAll,
  countAtMost,
  countBelow,
  cumulativeSums,
  erf,
  erfc,
  erfcx,
  gammaP,
  gammaPrefixOverP,
  gammaQ,
  log1mexp,
  log1pexp,
  logAddExp,
  logGamma,
  logGammaP,
  logGammaQ,
  logGammaRatio,
  normalCdf,
  normalHazard,
  normalLogCdf,
  normalQuantile,
  normalQuantileOfLog,
  order,
  productError,
  smallestInteger,
  sorted,
  stirlingError,
} from '../../src/numeric/index.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const UNIT = 2 ** -53;

describe('special functions are total', () => {
  const one = { erf, erfc, erfcx, log1pexp, logGamma, normalCdf, normalHazard, normalLogCdf };
  test.each(Object.entries(one))('%s: NaN exactly for NaN', (_, f) => {
    expect(f(NaN)).toBeNaN();
    fc.assert(fc.property(fc.double({ noNaN: true }), (x) => !Number.isNaN(f(x))));
  });

  test('the incomplete gamma functions: NaN exactly outside a > 0 finite, x >= 0', () => {
    const any = fc.oneof(
      fc.double(),
      fc.double({ min: 0, max: 1e3 }),
      fc.constantFrom(0, 5e-324, 1e300, 1.7e308, 16, 20),
    );
    fc.assert(
      fc.property(any, any, (a, x) => {
        const legal = a > 0 && a < Infinity && x >= 0;
        for (const f of [gammaP, gammaQ, logGammaP, logGammaQ]) expect(Number.isNaN(f(a, x))).toBe(!legal);
      }),
      { numRuns: 2000 },
    );
  });

  test('domains of the rest', () => {
    expect([log1mexp(0.1), log1mexp(NaN), normalQuantile(-0.1), normalQuantile(1.1), normalQuantile(NaN)]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
    expect([normalQuantileOfLog(0.1), normalQuantileOfLog(NaN), stirlingError(0.5), stirlingError(-1)]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
    expect([normalQuantile(0), normalQuantile(1), normalQuantileOfLog(0), normalQuantileOfLog(-Infinity)]).toEqual([
      -Infinity,
      Infinity,
      Infinity,
      -Infinity,
    ]);
    expect([log1mexp(0), log1mexp(-Infinity)]).toEqual([-Infinity, 0]);
    expect([erfcx(Infinity), erfcx(-Infinity), erfc(Infinity), erfc(-Infinity)]).toEqual([0, Infinity, 0, 2]);
    expect([logGamma(0), logGamma(-3), logGamma(Infinity), logGamma(-Infinity)]).toEqual([
      Infinity,
      Infinity,
      Infinity,
      Infinity,
    ]);
  });
});

describe('at the edge of the doubles', () => {
  const MOST = Number.MAX_VALUE;
  test('the incomplete gamma functions where a ln(x/a) could overflow', () => {
    expect([logGammaP(1e20, MOST), logGammaQ(1e20, MOST)]).toEqual([0, -MOST]);
    expect(gammaPrefixOverP(1e200, MOST)).toBe(0);
  });

  test('a ratio of gamma functions that overflows is infinite', () => {
    for (const a of [10, 15.999, 30, 81, 745, 1e7, 1e20, 1e300]) {
      expect(logGammaRatio(a, MOST)).toBe(Infinity);
      expect(logGammaRatio(a, 2e305) / (2e305 * (Math.log(a + 2e305) - 1))).toBeCloseTo(1, 4);
      // On both sides of where the terms are taken together.
      expect(logGammaRatio(a, 1.0001e290) / logGammaRatio(a, 0.9999e290)).toBeCloseTo(1.0001 / 0.9999, 5);
    }
    expect(logGammaRatio(1e308, 1e292) / (1e292 * Math.log(1e308))).toBeCloseTo(1, 14);
  });

  test('no -0', () => {
    expect([logGammaP(5e-324, 0.3), logGammaQ(5e-324, 2), gammaQ(5e-324, 1)]).toEqual([0, -Infinity, 0]);
    expect([logAddExp(-Infinity, -0), logAddExp(-0, -Infinity)]).toEqual([0, 0]);
  });
});

describe('identities', () => {
  test('P + Q = 1, and the logs are the logarithms', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        (a, r) => {
          const x = a * r;
          expect(Math.abs(gammaP(a, x) + gammaQ(a, x) - 1)).toBeLessThan(8 * UNIT);
          for (const [value, log] of [
            [gammaP(a, x), logGammaP(a, x)],
            [gammaQ(a, x), logGammaQ(a, x)],
          ] as const) {
            if (value > 1e-300)
              expect(Math.abs(Math.exp(log) / value - 1)).toBeLessThan((200 + 12 * Math.abs(log)) * UNIT);
          }
        },
      ),
    );
  });

  test('Q(a + 1, x) - Q(a, x) is the Poisson term', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        (a, x) => {
          const term = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
          expect(Math.abs(gammaQ(a + 1, x) - gammaQ(a, x) - term)).toBeLessThan(1e-13);
        },
      ),
    );
  });

  test('the reflection of ln |Gamma|', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: 0, max: 30 }), (f, k) => {
        const x = f + k;
        const both = logGamma(x) + logGamma(1 - x);
        expect(Math.abs(both - Math.log(Math.PI / Math.abs(Math.sin(Math.PI * f))))).toBeLessThan(1e-12);
      }),
    );
  });

  test('erf is odd, erfc its complement, erfcx the scaled complement', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        expect(erf(-x)).toBe(-erf(x));
        expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(4 * UNIT);
        expect(Math.abs((erfcx(x) * Math.exp(-x * x)) / erfc(x) - 1)).toBeLessThan((32 + 2 * x * x) * UNIT);
      }),
    );
  });

  test('normal quantile and distribution function invert each other, in logs as well', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 5, noNaN: true }), (z) => {
        expect(Math.abs(normalQuantileOfLog(normalLogCdf(z)) - z)).toBeLessThan(
          1e-14 * Math.max(1, Math.abs(z)) + (z > 0 ? (32 * UNIT) / Math.exp(-0.5 * z * z) : 0),
        );
      }),
    );
  });

  test('a product and its error are the exact product', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 53n }), fc.bigInt({ min: 0n, max: 2n ** 53n }), (a, b) => {
        const p = Number(a) * Number(b);
        expect(BigInt(p) + BigInt(productError(Number(a), Number(b), p))).toBe(a * b);
      }),
    );
  });
});

describe('sorting', () => {
  const shapes: ReadonlyArray<readonly [string, (i: number) => number]> = [
    ['random', (i) => Math.sin(i * 1e4) * 1e3],
    ['ties', (i) => i % 7],
    ['ascending', (i) => i],
    ['descending', (i) => -i],
    ['equal', () => 3],
    ['equal in the upper 42 bits', (i) => 1 + ((i * 7919) % 100_003) * 2 ** -52],
    ['equal in the upper 42 bits, few rows apart', (i) => 1 + (i % 3) * 2 ** -52],
    ['subnormal', (i) => ((i * 31) % 1009) * 5e-324 * (i % 2 === 0 ? 1 : -1) + 0],
    ['infinities and extremes', (i) => [Infinity, -Infinity, 1.7e308, -1.7e308, 0, 5e-324, -5e-324][i % 7]!],
  ];
  test.each(shapes)('%s', (_, shape) => {
    for (const n of [0, 1, 2, 100, 4095, 4096, 30_000]) {
      const xs = Float64Array.from({ length: n }, (_, i) => shape(i) + 0);
      const before = xs.slice();
      const expected = xs.slice().sort();
      expect(sorted(xs)).toEqual(expected);
      const permutation = order(xs);
      expect(xs).toEqual(before);
      for (let k = 0; k < n; k++) {
        if (xs[permutation[k]!] !== expected[k]) expect(xs[permutation[k]!]).toBe(expected[k]);
        if (k > 0 && expected[k] === expected[k - 1] && permutation[k]! < permutation[k - 1]!)
          expect('stable').toBe('');
      }
    }
  });

  test('a view into a larger buffer sorts only itself', () => {
    const all = Float64Array.from({ length: 10_000 }, (_, i) => Math.cos(i));
    const view = all.subarray(1001, 9001);
    expect(sorted(view)).toEqual(view.slice().sort());
  });
});

describe('searching', () => {
  test('counts, one by one and together', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(finite, fc.integer({ min: -5, max: 5 })), { maxLength: 100 }),
        fc.array(fc.double({ noNaN: true }), { maxLength: 200 }),
        (values, points) => {
          const knots = Float64Array.from(new Set(values.map((x) => x + 0))).sort();
          const at = Float64Array.from([...points, ...knots, Infinity, -Infinity]);
          for (const inclusive of [true, false]) {
            const expected = at.map((x) => knots.filter((k) => (inclusive ? k <= x : k < x)).length);
            expect(countAll(knots, at, inclusive)).toEqual(expected);
            expect(at.map((x) => (inclusive ? countAtMost : countBelow)(knots, x))).toEqual(expected);
          }
        },
      ),
    );
  });

  test('the smallest integer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: -10, max: 2e6 }), (answer, guess) => {
        expect(smallestInteger((k) => k >= answer, guess, 0)).toBe(answer);
      }),
    );
    expect(smallestInteger(() => true, 1e300, 3)).toBe(3);
    expect(smallestInteger(() => false, 5, 0)).toBe(Infinity);
    for (const guess of [NaN, Infinity, -Infinity, 3.5, 2.5, -0.5]) {
      expect(smallestInteger((k) => k >= 3, guess, 0)).toBe(3);
    }
    expect(smallestInteger((k) => k >= 2, 0, 2.5)).toBe(3);
    for (const guess of [-Infinity, Infinity, NaN, 0, -1e300])
      expect(smallestInteger((k) => k >= -7, guess, -Infinity)).toBe(-7);
    expect(smallestInteger(() => true, -5, -Infinity)).toBe(-Infinity);
    const far = smallestInteger((k) => k >= 1e20, 0, 0);
    expect(Math.abs(far / 1e20 - 1)).toBeLessThan(1e-15);
  });
});

test('cumulative sums are exact where the numbers allow it, and never fall', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 40 })), (xs) => {
      let sum = 0;
      expect([...cumulativeSums(Float64Array.from(xs))]).toEqual(xs.map((x) => (sum += x)));
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e300, noNaN: true })), (xs) => {
      const sums = cumulativeSums(Float64Array.from(xs));
      expect(sums.every((s, i) => i === 0 || s >= sums[i - 1]!)).toBe(true);
    }),
  );
});
