import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { type Maximum, maximumOf, type Minimum, minimumOf } from '../../src/law/index.ts';
import { exponential, type Exponential, exponentialLaw } from '../../src/laws/exponential.ts';
import { normal, type Normal, normalLaw } from '../../src/laws/normal.ts';
import { poisson, poissonLaw } from '../../src/laws/poisson.ts';
import { uniform, type Uniform, uniformLaw } from '../../src/laws/uniform.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

// The suite integrates over thousands of quantiles, each of which is searched for.
vi.setConfig({ testTimeout: 60_000 });

const copies = fc.oneof(
  fc.integer({ min: 1, max: 50 }),
  fc.integer({ min: 8, max: 80 }).map((k) => k / 16),
);

const close = (actual: number, expected: number, units: number): void =>
  expect(Math.abs(actual / expected - 1)).toBeLessThan(units * 2 ** -53);

describe('minimum of exponentials', () => {
  const law = minimumOf(exponentialLaw);
  const of = (rate: number, n: number): Minimum<Exponential> => right(law.make({ law: right(exponential(rate)), n }));
  lawSuite({
    law,
    codec: Codec.minimumOf(Codec.exponential)(exponentialLaw),
    typical: copies.map((n) => of(0.5, n)),
    extremes: [of(1e308, 1e308), of(5e-324, 1e308), of(1, 5e-324), of(1e-300, 1e-300)],
  });

  test('it is the exponential law of n times the rate', () => {
    for (const n of [0.25, 3, 1000]) {
      const whole = right(exponential(2 * n));
      for (const y of [1e-300, 1e-5, 0.3, 2, 40, 600]) {
        const x = y / (2 * n);
        // A quarter of an exponential's hazard leaves as much as logarithms four times as large tell.
        for (const word of ['pdf', 'cdf', 'sf'] as const) {
          close(law[word](of(2, n))(x), exponentialLaw[word](whole)(x), 16 + (4 * y) / Math.min(1, n));
        }
        for (const word of ['logCdf', 'logSf', 'hazard', 'cumHazard'] as const) {
          close(law[word](of(2, n))(x), exponentialLaw[word](whole)(x), 24);
        }
      }
      close(law.mean(of(2, n)), 1 / (2 * n), 5000);
      close(law.variance(of(2, n)), 1 / (4 * n * n), 5000);
      expect(law.entropy(of(2, n))).toBeCloseTo(exponentialLaw.entropy(whole), 11);
      expect(law.mode(of(2, n))).toEqual([0]);
    }
  });
});

describe('maximum of uniforms', () => {
  const law = maximumOf(uniformLaw);
  const of = (upper: number, n: number): Maximum<Uniform> => right(law.make({ law: right(uniform(0, upper)), n }));
  lawSuite({
    law,
    codec: Codec.maximumOf(Codec.uniform)(uniformLaw),
    typical: fc.integer({ min: 1, max: 50 }).map((n) => of(3, n)),
    extremes: [of(1e308, 1e308), of(5e-324, 2), of(1, 1e-300), of(1, 0.5)],
  });

  test('it is the beta law of n and 1', () => {
    for (const n of [1, 3, 20]) {
      const l = of(1, n);
      close(law.mean(l), n / (n + 1), 100);
      close(law.variance(l), n / ((n + 1) * (n + 1) * (n + 2)), 1e4);
      expect(law.entropy(l)).toBeCloseTo(1 - 1 / n - Math.log(n), 12);
      close(law.cdf(l)(0.25), 0.25 ** n, 4);
      close(law.pdf(l)(0.25), n * 0.25 ** (n - 1), 4);
      expect(law.mode(l)).toEqual(n === 1 ? [0, 1] : [1]);
    }
  });
});

describe('maximum and minimum of normals', () => {
  const law = maximumOf(normalLaw);
  const standard = right(normal(0, 1));
  const of = (n: number): Maximum<Normal> => right(law.make({ law: standard, n }));
  lawSuite({
    law,
    codec: Codec.maximumOf(Codec.normal)(normalLaw),
    typical: copies.map(of),
    extremes: [of(1e300), of(1e-300)],
  });

  test('they mirror each other', () => {
    const least = minimumOf(normalLaw);
    const l = right(least.make({ law: standard, n: 7 }));
    for (const x of [-40, -9, -1, 0, 0.5, 3, 20]) {
      expect(least.cdf(l)(-x)).toBe(law.sf(of(7))(x));
      expect(least.logSf(l)(-x)).toBe(law.logCdf(of(7))(x));
      expect(least.pdf(l)(-x)).toBe(law.pdf(of(7))(x));
    }
    expect(least.quantile(l)(1e-30)).toBe(0 - law.isf(of(7))(1e-30));
  });

  test('known values', () => {
    // E max of 2: 1/sqrt(pi), of 3: 3/(2 sqrt(pi)); the variance of the larger of 2 is 1 - 1/pi.
    close(law.mean(of(2)), 1 / Math.sqrt(Math.PI), 1e4);
    close(law.mean(of(3)), 1.5 / Math.sqrt(Math.PI), 1e4);
    close(law.variance(of(2)), 1 - 1 / Math.PI, 1e4);
    // n so large that F^n needs the upper tail: mpmath exp(1e18 log1p(-erfc(9/sqrt 2)/2)).
    close(law.cdf(of(1e18))(9), 0.89327674563029852, 64);
    close(law.sf(of(1e18))(12), 1.7764821120776774e-15, 64);
  });
});

describe('minimum of Poisson counts', () => {
  const law = minimumOf(poissonLaw);
  const of = (mean: number, n: number): Minimum<ReturnType<typeof base>> => right(law.make({ law: base(mean), n }));
  const base = (mean: number) => right(poisson(mean));
  lawSuite({
    law,
    codec: Codec.minimumOf(Codec.poisson)(poissonLaw),
    // Not below 1: the tail of less than one copy is there where the masses of one are no doubles.
    typical: fc.tuple(fc.constantFrom(7, 60), copies).map(([mean, n]) => of(mean, Math.max(1, n))),
    extremes: [of(0, 3), of(1e8, 5), of(3, 1e300), of(3, 1e-300)],
  });
});

describe('maximum of Poisson counts', () => {
  const law = maximumOf(poissonLaw);
  lawSuite({
    law,
    codec: Codec.maximumOf(Codec.poisson)(poissonLaw),
    typical: copies.map((n) => right(law.make({ law: right(poisson(7)), n }))),
    extremes: [right(law.make({ law: right(poisson(3)), n: 1e300 }))],
  });

  test('two dice of a kind: sums over pairs', () => {
    const { pmf } = poissonLaw;
    const p = pmf(right(poisson(2)));
    const l = right(law.make({ law: right(poisson(2)), n: 2 }));
    for (const k of [0, 1, 2, 5, 9]) {
      const below = Array.from({ length: k }, (_, i) => p(i)).reduce((a, b) => a + b, 0);
      close(law.pmf(l)(k), p(k) * (p(k) + 2 * below), 64);
    }
  });
});
