import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { type Maximum, maximumOf, type Minimum, minimumOf } from '../../src/law/index.ts';
import { beta, type Beta, betaLaw } from '../../src/laws/beta.ts';
import { binomial, binomialLaw } from '../../src/laws/binomial.ts';
import { exponential, type Exponential, exponentialLaw } from '../../src/laws/exponential.ts';
import { gamma, gammaLaw } from '../../src/laws/gamma.ts';
import { geometric, geometricLaw } from '../../src/laws/geometric.ts';
import { normal, type Normal, normalLaw } from '../../src/laws/normal.ts';
import { poisson, poissonLaw } from '../../src/laws/poisson.ts';
import { uniform, type Uniform, uniformLaw } from '../../src/laws/uniform.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

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

describe('extremes of a density that is infinite at both ends', () => {
  const base = right(beta(0.5, 0.5));
  const greatest = maximumOf(betaLaw);
  const least = minimumOf(betaLaw);
  const ofMany = (n: number): Maximum<Beta> => right(greatest.make({ law: base, n }));
  const ofFew = (n: number): Minimum<Beta> => right(least.make({ law: base, n }));

  test('at the end that is raised to a power the density is its limit', () => {
    for (const n of [3, 100, 1e6, 1e308]) {
      expect(greatest.pdf(ofMany(n))(0)).toBe(0);
      expect(greatest.logPdf(ofMany(n))(0)).toBe(-Infinity);
      expect(greatest.hazard(ofMany(n))(0)).toBe(0);
      expect(greatest.logHazard(ofMany(n))(0)).toBe(-Infinity);
      expect(greatest.mode(ofMany(n))).toEqual([1]);
      expect(least.pdf(ofFew(n))(1)).toBe(0);
      expect(least.mode(ofFew(n))).toEqual([0]);
    }
    // f is the power -1/2 of the distance, F its power 1/2: n = 2 leaves 2 (1/pi) (2/pi).
    expect(Math.abs(greatest.pdf(ofMany(2))(0) / (4 / Math.PI ** 2) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(least.pdf(ofFew(2))(1) / (4 / Math.PI ** 2) - 1)).toBeLessThan(1e-12);
    expect(greatest.pdf(ofMany(1.5))(0)).toBe(Infinity);
    expect(least.pdf(ofFew(1.5))(1)).toBe(Infinity);
    expect(greatest.mode(ofMany(1.5))).toEqual([0, 1]);
  });

  test('less than a copy raises a density that is 0 at its end', () => {
    // x e^-x, and x^2/2 below: n x (x^2/2)^(n - 1).
    const law = maximumOf(gammaLaw);
    const at0 = (n: number): number => law.pdf(right(law.make({ law: right(gamma(2, 1)), n })))(0);
    expect(at0(0.4)).toBe(Infinity);
    expect(Math.abs(at0(0.5) / Math.SQRT1_2 - 1)).toBeLessThan(1e-7);
    expect(at0(0.6)).toBe(0);
  });

  test('no word is NaN or -0, nor a moment infinite, for any number of copies', () => {
    for (const n of [5e-324, 1e-300, 0.5, 2, 1e6, 1e308]) {
      for (const p of [0, 5e-324, 1e-300, 1e-10, 0.5, 1]) {
        for (const x of [
          greatest.quantile(ofMany(n))(p),
          greatest.isf(ofMany(n))(p),
          least.quantile(ofFew(n))(p),
          least.isf(ofFew(n))(p),
        ]) {
          expect(Object.is(x, -0) || !(x >= 0 && x <= 1)).toBe(false);
        }
      }
      for (const x of [0, 5e-324, 1e-300, 0.3, 1]) {
        expect(greatest.logPdf(ofMany(n))(x)).not.toBeNaN();
        expect(least.logPdf(ofFew(n))(x)).not.toBeNaN();
      }
      expect(greatest.mean(ofMany(n))).toBeLessThanOrEqual(1);
      expect(least.variance(ofFew(n))).toBeLessThanOrEqual(0.25);
    }
  });
});

describe('so many copies that the tail of one is no double', () => {
  const standard = right(normal(0, 1));
  const law = maximumOf(normalLaw);
  const l = right(law.make({ law: standard, n: 1e308 }));

  test('both tails and the points are told by logarithms', () => {
    // mpmath, 40 digits: 1 - (1 - erfc(39/sqrt 2)/2)^1e308, and where erfc(x/sqrt 2)/2 = ln 2 / 1e308.
    expect(Math.abs(law.sf(l)(39) / 5.353119112150945587e-25 - 1)).toBeLessThan(1e-12);
    close(law.cdf(l)(38.2), 0.9999999999859197713, 2);
    close(law.quantile(l)(0.5), 37.55042983123291249, 8);
    close(law.isf(l)(0.5), 37.55042983123291249, 8);
    const least = minimumOf(normalLaw);
    const m = right(least.make({ law: standard, n: 1e308 }));
    expect(least.cdf(m)(-39)).toBe(law.sf(l)(39));
    expect(Math.abs(Math.log(least.hazard(m)(-39)) - least.logHazard(m)(-39))).toBeLessThan(1e-12);
    expect(least.hazard(m)(-39)).toBeGreaterThan(0);
  });

  test('so few copies of a geometric law that its integers are no longer doubles', () => {
    const least = minimumOf(geometricLaw);
    const few = right(least.make({ law: right(geometric(0.2)), n: 1e-300 }));
    // An exponential law of this rate, but for its steps.
    const rate = -1e-300 * Math.log(0.8);
    expect(Math.abs(least.mean(few) * rate - 1)).toBeLessThan(1e-11);
    expect(least.entropy(few)).toBeCloseTo(1 - Math.log(rate), 9);
  });

  test('the rate of a binomial law at its last integer may be rounded above 1', () => {
    const least = minimumOf(binomialLaw);
    const few = right(least.make({ law: right(binomial(10, 0.3)), n: 3 }));
    expect(least.hazard(few)(10)).toBeCloseTo(1, 12);
    expect(least.logHazard(few)(10)).toBeCloseTo(0, 12);
  });

  test('malformed data is no law', () => {
    const codec = Codec.maximumOf(Codec.normal)(normalLaw);
    for (const u of [null, {}, { _tag: 'Maximum', n: 2 }, { _tag: 'Maximum', law: null, n: 2 }, { ...l, n: '2' }]) {
      expect(codec.decode(u)._tag).toBe('Left');
    }
    expect(sentence(law.make({ law: standard, n: 0 }))).toBe('maximumOf.n is 0; it must be greater than 0');
    expect(sentence(minimumOf(normalLaw).make({ law: standard, n: NaN }))).toBe(
      'minimumOf.n is NaN; a finite number is needed',
    );
  });
});
