import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dkwBand, dkwBandWith, ecdf, ecdfWith, evaluate, meanInterval } from '../../src/ecdf/index.ts';
import { over, rng, stepValue, uniformN } from '../../src/law/index.ts';
import { cdf, normal, sampleN } from '../../src/laws/normal.ts';
import { sampleOf } from '../arbitraries.ts';
import { right, sentence } from '../right.ts';

const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });

describe('the Dvoretzky-Kiefer-Wolfowitz band', () => {
  test('holds the ECDF, has Massart half-width, and stays in [0, 1]', () => {
    fc.assert(
      fc.property(sampleOf, level, fc.double({ noNaN: true }), (xs, l, x) => {
        const e = right(ecdf(xs));
        const band = right(dkwBandWith({ level: l })(e));
        expect(band.halfWidth).toBe(Math.sqrt(Math.log(2 / (1 - l)) / (2 * xs.length)));
        const f = evaluate(e)(x);
        expect(stepValue(band.lower)(x)).toBe(Math.max(0, f - band.halfWidth));
        expect(stepValue(band.upper)(x)).toBe(Math.min(1, f + band.halfWidth));
        expect(band.coverage).toBe('at least');
      }),
    );
  });

  test('covers the true distribution function as often as it says', () => {
    const law = right(normal(0, 1));
    const inside = (seed: number): boolean => {
      const e = right(ecdf(sampleN(law)(100)(rng(seed))[0]));
      const band = right(dkwBandWith({ level: 0.9 })(e));
      const truth = over(cdf(law))(e.knots);
      return truth.every(
        (f, k) => f >= band.lower.values[k]! && (k === 0 ? band.upper.before : band.upper.values[k - 1]!) >= f,
      );
    };
    const covered = Array.from({ length: 1000 }, (_, seed) => inside(seed)).filter(Boolean).length;
    // 90 % less five standard errors; Massart's constant is sharp, so that it is not far above either.
    expect(covered).toBeGreaterThan(850);
    expect(covered).toBeLessThan(960);
  });

  test('differing weights make it approximate, with the effective size', () => {
    const band = right(dkwBand(right(ecdfWith({ weights: [1, 3] })([1, 2]))));
    expect(band.coverage).toBe('approximate');
    expect(band.halfWidth).toBe(Math.sqrt(Math.log(2 / (1 - 0.95)) / (2 * 1.6)));
  });

  test('the level lies inside (0, 1)', () => {
    const e = right(ecdf([1]));
    expect([0, 1, -1, NaN].map((l) => sentence(dkwBandWith({ level: l })(e)))).toEqual([
      'level is 0; it must be greater than 0 and less than 1',
      'level is 1; it must be greater than 0 and less than 1',
      'level is -1; it must be greater than 0 and less than 1',
      'level is NaN; a finite number is needed',
    ]);
  });
});

describe('the interval for a bounded mean', () => {
  test('holds the sample mean, shrinks with the sample, and lies in the support', () => {
    for (const n of [10, 100, 1000]) {
      const u = uniformN(n)(rng(n))[0];
      const mean = right(meanInterval({ level: 0.95, support: { lower: 0, upper: 1 } })(right(ecdf(u))));
      const average = u.reduce((a, b) => a + b) / n;
      expect(mean.lower).toBeLessThan(average);
      expect(mean.upper).toBeGreaterThan(average);
      expect(mean.lower).toBeGreaterThanOrEqual(0);
      expect(mean.upper).toBeLessThanOrEqual(1);
      expect(mean.upper - mean.lower).toBeLessThan(2 * Math.sqrt(Math.log(40) / (2 * n)) + 1e-12);
    }
  });

  test('the support encloses the sample', () => {
    const e = right(ecdf([0, 5]));
    const wide = right(ecdfWith({ infinite: 'allow' })([0, Infinity]));
    expect(sentence(meanInterval({ level: 0.9, support: { lower: 0, upper: 1 } })(wide))).toBe(
      'ecdf: an observation is infinite',
    );
    const of = (lower: number, upper: number): string =>
      sentence(meanInterval({ level: 0.9, support: { lower, upper } })(e));
    expect(of(1, 6)).toBe('support.lower is 1; it must be at most 0, the least of the sample');
    expect(of(0, 4)).toBe('support.upper is 4; it must be at least 5, the greatest of the sample');
    expect(of(-Infinity, 6)).toBe('support.lower is -Infinity; a finite number is needed');
    expect(of(0, NaN)).toBe('support.upper is NaN; a finite number is needed');
  });
});
