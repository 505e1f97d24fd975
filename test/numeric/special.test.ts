import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  erfc,
  expintE1,
  expintE1Scaled,
  exprel,
  exprelDerivative,
  exprelSecondDerivative,
  i0e,
  i1e,
  kolmogorovCdf,
  kolmogorovSf,
  log1prel,
  log1prelDerivative,
  log1prelSecondDerivative,
  logAddExp,
  logErfc,
  logSumExp,
} from '../../src/numeric/index.ts';

const UNIT = 2 ** -53;
const within = (lower: number, upper: number): fc.Arbitrary<number> =>
  fc.double({ min: lower, max: upper, noNaN: true });
const closeTo = (actual: number, expected: number, units: number): boolean =>
  Math.abs(actual - expected) <= units * UNIT * Math.abs(expected);

describe('total', () => {
  const everywhere = {
    exprel,
    exprelDerivative,
    exprelSecondDerivative,
    i0e,
    i1e,
    kolmogorovCdf,
    kolmogorovSf,
    logErfc,
  };
  test.each(Object.entries(everywhere))('%s: NaN exactly for NaN', (_, f) => {
    expect(f(NaN)).toBeNaN();
    fc.assert(fc.property(fc.double({ noNaN: true }), (x) => !Number.isNaN(f(x)) && !Object.is(f(x), -0)));
    expect([f(-0), f(0)].some((y) => Object.is(y, -0))).toBe(false);
  });

  test('E1: NaN below 0', () => {
    fc.assert(
      fc.property(fc.double(), (x) => {
        for (const f of [expintE1, expintE1Scaled]) expect(Number.isNaN(f(x))).toBe(!(x >= 0));
      }),
    );
    expect([expintE1(0), expintE1Scaled(-0), expintE1(Infinity), expintE1Scaled(Infinity)]).toEqual([
      Infinity,
      Infinity,
      0,
      0,
    ]);
  });

  test('log1prel and its derivatives: NaN below -1', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), within(-2, 5)), (x) => {
        for (const f of [log1prel, log1prelDerivative, log1prelSecondDerivative])
          expect(Number.isNaN(f(x))).toBe(!(x >= -1));
      }),
    );
    const at = (x: number): ReadonlyArray<number> => [log1prel(x), log1prelDerivative(x), log1prelSecondDerivative(x)];
    expect(at(-1)).toEqual([Infinity, -Infinity, Infinity]);
    expect(at(Infinity)).toEqual([0, 0, 0]);
  });

  test('limits', () => {
    expect([exprel, exprelDerivative, exprelSecondDerivative].map((f) => f(-Infinity))).toEqual([0, 0, 0]);
    expect([exprel, exprelDerivative, exprelSecondDerivative].map((f) => f(Infinity))).toEqual([
      Infinity,
      Infinity,
      Infinity,
    ]);
    expect([i0e(Infinity), i1e(Infinity), Math.abs(i1e(-Infinity))]).toEqual([0, 0, 0]);
    expect([i0e(0), i1e(0), i1e(5e-324), i1e(1e-310)]).toEqual([1, 0, 0, 5e-311]);
    expect([kolmogorovCdf(-1), kolmogorovSf(-1), kolmogorovCdf(Infinity), kolmogorovSf(Infinity)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([logErfc(-Infinity), logErfc(Infinity), logErfc(0)]).toEqual([Math.LN2, -Infinity, 0]);
  });
});

describe('identities', () => {
  test('ln erfc is the logarithm of erfc', () => {
    fc.assert(
      fc.property(within(-6, 26), (x) => {
        expect(closeTo(Math.exp(logErfc(x)), erfc(x), 24 + 8 * Math.abs(logErfc(x)))).toBe(true);
      }),
    );
  });

  test('E1 lies between its classical bounds, and its scaled form is it', () => {
    fc.assert(
      fc.property(within(1e-300, 1e300), within(1e-3, 700), (wide, x) => {
        for (const v of [wide, x]) {
          expect(expintE1Scaled(v)).toBeGreaterThanOrEqual(0.5 * Math.log1p(2 / v) * (1 - 8 * UNIT));
          expect(expintE1Scaled(v)).toBeLessThanOrEqual(Math.log1p(1 / v) * (1 + 8 * UNIT));
        }
        expect(closeTo(expintE1Scaled(x) * Math.exp(-x), expintE1(x), 16)).toBe(true);
      }),
    );
  });

  test('exprel obeys its differential equation, and its reflection', () => {
    fc.assert(
      fc.property(within(-30, 30), (x) => {
        // x f' = e^x - f, x f'' = e^x - 2 f'.
        const [f, d, dd] = [exprel(x), exprelDerivative(x), exprelSecondDerivative(x)];
        const size = Math.exp(x) + f;
        expect(Math.abs(x * d + f - Math.exp(x))).toBeLessThan(16 * UNIT * size);
        expect(Math.abs(x * dd + 2 * d - Math.exp(x))).toBeLessThan(16 * UNIT * (size + 2 * d));
        expect(closeTo(exprel(-x), Math.exp(-x) * f, 16)).toBe(true);
      }),
    );
  });

  test('log1prel is the inverse seen from the other side, and obeys its differential equation', () => {
    fc.assert(
      fc.property(within(-0.99, 50), (x) => {
        expect(closeTo(log1prel(x) * exprel(Math.log1p(x)), 1, 16)).toBe(true);
        const [f, d, dd] = [log1prel(x), log1prelDerivative(x), log1prelSecondDerivative(x)];
        const r = 1 / (1 + x);
        expect(Math.abs(x * d + f - r)).toBeLessThan(24 * UNIT * (f + r));
        expect(Math.abs(x * dd + 2 * d + r * r)).toBeLessThan(24 * UNIT * (r * r - 2 * d));
      }),
    );
  });

  test('log-sum-exp: permutation, shift, two terms, and the empty sum', () => {
    const entry = fc.oneof(within(-800, 800), fc.constantFrom(-Infinity));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), within(-1e6, 1e6), (xs, c) => {
        const y = logSumExp(Float64Array.from(xs));
        const size = Math.max(1, ...xs.filter(Number.isFinite).map(Math.abs));
        const again = [
          logSumExp(Float64Array.from(xs).reverse()),
          xs.reduce(logAddExp, -Infinity),
          logSumExp(Float64Array.from([...xs, -Infinity])),
        ];
        for (const z of again) expect(z === y || Math.abs(z - y) < 128 * UNIT * size).toBe(true);
        if (y === -Infinity) return;
        const shifted = logSumExp(Float64Array.from(xs, (x) => x + c));
        expect(Math.abs(shifted - c - y)).toBeLessThan(16 * UNIT * (size + Math.abs(c)));
      }),
    );
  });

  test('log-sum-exp: infinities and NaN', () => {
    const of = (...xs: ReadonlyArray<number>): number => logSumExp(Float64Array.from(xs));
    expect([of(), of(-Infinity, -Infinity), of(Infinity, Infinity), of(Infinity, -Infinity, 3)]).toEqual([
      -Infinity,
      -Infinity,
      Infinity,
      Infinity,
    ]);
    expect([of(NaN), of(1, NaN), of(Infinity, NaN), of(NaN, Infinity)]).toEqual([NaN, NaN, NaN, NaN]);
    expect([logAddExp(Infinity, Infinity), logAddExp(-Infinity, -Infinity), logAddExp(-Infinity, Infinity)]).toEqual([
      Infinity,
      -Infinity,
      Infinity,
    ]);
    expect([logAddExp(NaN, 1), logAddExp(-Infinity, NaN), logAddExp(NaN, Infinity)]).toEqual([NaN, NaN, NaN]);
    expect(of(1.7e308, -1.7e308, 1.7e308)).toBe(1.7e308);
  });

  test('a million equal terms', () => {
    expect(Math.abs(logSumExp(new Float64Array(1e6).fill(0.3)) - (0.3 + Math.log(1e6)))).toBeLessThan(1e-14);
  });

  test('I0 and I1: parity, and the integral that defines them', () => {
    // The trapezoid rule is exact to rounding for a periodic analytic function.
    const integral = (x: number, order: number): number => {
      const n = 200;
      let sum = 0;
      for (let k = 0; k < n; k++) {
        const angle = (2 * Math.PI * k) / n;
        sum += Math.exp(-2 * x * Math.sin(0.5 * angle) ** 2) * Math.cos(order * angle);
      }
      return sum / n;
    };
    fc.assert(
      fc.property(within(0, 300), (x) => {
        expect([i0e(-x), i1e(-x) + i1e(x)]).toEqual([i0e(x), 0]);
        expect(Math.abs(i0e(x) - integral(x, 0))).toBeLessThan(1e-14);
        expect(Math.abs(i1e(x) - integral(x, 1))).toBeLessThan(1e-14);
      }),
    );
  });

  test("Kolmogorov's limit: complements, and both rise or fall", () => {
    fc.assert(
      fc.property(within(0.03, 20), within(1, 2), (x, factor) => {
        expect(Math.abs(kolmogorovCdf(x) + kolmogorovSf(x) - 1)).toBeLessThan(4 * UNIT);
        expect(kolmogorovCdf(x * factor)).toBeGreaterThanOrEqual(kolmogorovCdf(x) * (1 - 12 * UNIT));
        expect(kolmogorovSf(x * factor)).toBeLessThanOrEqual(kolmogorovSf(x) * (1 + 12 * UNIT));
      }),
    );
  });
});
