import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  digamma,
  gammaP,
  gammaPInverse,
  gammaQ,
  gammaQInverse,
  logGammaPInverse,
  logGammaQInverse,
  logLessDigamma,
  trigamma,
} from '../../src/numeric/index.ts';

describe('inverse incomplete gamma functions', () => {
  test('end, and give a number, for every shape and every probability', () => {
    const shape = fc.double({ min: 5e-324, max: 1.7e308, noNaN: true });
    fc.assert(
      fc.property(shape, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ max: 0, noNaN: true }), (a, p, l) => {
        for (const x of [gammaPInverse(a, p), gammaQInverse(a, p), logGammaPInverse(a, l), logGammaQInverse(a, l)])
          expect(x).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('are NaN outside their domains, and the ends of the line at the ends', () => {
    for (const a of [0, -1, NaN, Infinity]) {
      expect([gammaPInverse(a, 0.5), gammaQInverse(a, 0.5)]).toEqual([NaN, NaN]);
      expect([logGammaPInverse(a, -1), logGammaQInverse(a, -1)]).toEqual([NaN, NaN]);
    }
    for (const p of [-0.1, 1.1, NaN]) expect([gammaPInverse(2, p), gammaQInverse(2, p)]).toEqual([NaN, NaN]);
    for (const l of [0.1, NaN]) expect([logGammaPInverse(2, l), logGammaQInverse(2, l)]).toEqual([NaN, NaN]);
    expect([gammaPInverse(2, 0), gammaPInverse(2, 1), gammaQInverse(2, 0), gammaQInverse(2, 1)]).toEqual([
      0,
      Infinity,
      Infinity,
      0,
    ]);
    expect([logGammaPInverse(2, 0), logGammaQInverse(2, 0)]).toEqual([Infinity, 0]);
    expect([logGammaPInverse(2, -Infinity), logGammaQInverse(2, -Infinity)]).toEqual([0, Infinity]);
  });

  test('rise with the probability', () => {
    const shape = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    const p = fc.double({ min: 1e-300, max: 1, noNaN: true });
    fc.assert(
      fc.property(shape, p, p, (a, u, v) => {
        const [x, y] = [gammaPInverse(a, Math.min(u, v)), gammaPInverse(a, Math.max(u, v))];
        expect(x).toBeLessThanOrEqual(y * (1 + 1e-11));
      }),
    );
  });

  test('small shapes are allowed to underflow', () => {
    expect(gammaPInverse(1e-5, 0.5)).toBe(0);
    expect(gammaQ(1e-5, gammaQInverse(1e-5, 1e-9)) / 1e-9).toBeCloseTo(1, 12);
    expect(gammaP(0.01, gammaPInverse(0.01, 0.001))).toBeCloseTo(0.001, 12);
  });
});

describe('digamma and trigamma', () => {
  test('at poles and ends', () => {
    expect([digamma(0), digamma(-0), digamma(Infinity)]).toEqual([-Infinity, Infinity, Infinity]);
    expect([-1, -2, -1e300, -Infinity, NaN].map(digamma)).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect([0, -0, -1, -7, -1e300].map(trigamma)).toEqual([Infinity, Infinity, Infinity, Infinity, Infinity]);
    expect([trigamma(Infinity), trigamma(-Infinity), trigamma(NaN)]).toEqual([0, NaN, NaN]);
    expect([0, -1, NaN].map(logLessDigamma)).toEqual([NaN, NaN, NaN]);
    expect([logLessDigamma(5e-324), logLessDigamma(Infinity)]).toEqual([Infinity, 0]);
  });

  test('trigamma is the slope of digamma', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 100, noNaN: true }), (x) => {
        const h = 1e-4 * x;
        const slope = (digamma(x + h) - digamma(x - h)) / (2 * h);
        expect(Math.abs(slope / trigamma(x) - 1)).toBeLessThan(1e-6);
      }),
    );
  });
});
