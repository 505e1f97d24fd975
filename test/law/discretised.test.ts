import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { discretised, type Discretised } from '../../src/law/index.ts';
import { beta, betaLaw } from '../../src/laws/beta.ts';
import { cauchy, cauchyLaw } from '../../src/laws/cauchy.ts';
import { exponential, type Exponential, exponentialLaw } from '../../src/laws/exponential.ts';
import { geometric, geometricLaw } from '../../src/laws/geometric.ts';
import { normal, type Normal, normalLaw } from '../../src/laws/normal.ts';
import { pareto, paretoLaw } from '../../src/laws/pareto.ts';
import { uniform, uniformLaw } from '../../src/laws/uniform.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

// The suite sums masses over thousands of integers.
vi.setConfig({ testTimeout: 60_000 });

const grid = (lower: number, upper: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 2 ** 20 }).map((k) => lower + (upper - lower) * (k / 2 ** 20));

const close = (actual: number, expected: number, units: number): void =>
  expect(Math.abs(actual / expected - 1)).toBeLessThan(units * 2 ** -53);

describe('discretised exponential', () => {
  const law = discretised(exponentialLaw);
  const of = (rate: number, width: number): Discretised<Exponential> =>
    right(law.make({ law: right(exponential(rate)), width }));
  lawSuite({
    law,
    codec: Codec.discretised(Codec.exponential)(exponentialLaw),
    typical: fc.tuple(grid(0.1, 5), grid(0.1, 2)).map(([rate, width]) => of(rate, width)),
    extremes: [of(1e308, 1e-300), of(5e-324, 1e308), of(1, 5e-324), of(1, 1e308)],
  });

  test('it is the geometric law', () => {
    for (const [rate, width] of [
      [0.5, 1],
      [3, 0.25],
      [1, 2 ** -12],
    ] as const) {
      const l = of(rate, width);
      const own = right(geometric(-Math.expm1(-rate * width)));
      for (const k of [0, 1, 7, 100, 500]) {
        close(law.pmf(l)(k), geometricLaw.pmf(own)(k), 32 + 8 * k * rate * width);
        close(law.sf(l)(k), geometricLaw.sf(own)(k), 32 + 8 * k * rate * width);
        close(law.hazard(l)(k), -Math.expm1(-rate * width), 64);
      }
      close(law.mean(l), 1 / Math.expm1(rate * width), 1e4);
      close(law.variance(l), geometricLaw.variance(own), 1e5);
      close(law.entropy(l), geometricLaw.entropy(own), 1e4);
      expect(law.mode(l)).toEqual([0]);
    }
  });

  test('sums go on by cells where there are millions of integers', () => {
    const l = of(1, 1e-7);
    expect(Math.abs(law.mean(l) * Math.expm1(1e-7) - 1)).toBeLessThan(1e-10);
    expect(Math.abs(law.sd(l) * 1e-7 - 1)).toBeLessThan(1e-10);
    expect(law.entropy(l)).toBeCloseTo(1 - Math.log(1e-7), 9);
  });
});

describe('discretised normal', () => {
  const law = discretised(normalLaw);
  const of = (mean: number, sd: number, width: number): Discretised<Normal> =>
    right(law.make({ law: right(normal(mean, sd)), width }));
  lawSuite({
    law,
    codec: Codec.discretised(Codec.normal)(normalLaw),
    typical: fc.tuple(grid(-3, 3), grid(0.5, 5), grid(0.1, 2)).map(([mean, sd, width]) => of(mean, sd, width)),
    extremes: [of(1e308, 1e308, 1e300), of(0, 5e-324, 1), of(-1e300, 1, 1), of(0, 1, 5e-324)],
  });

  test('known values', () => {
    // mpmath, 50 digits: differences of erfc(x / sqrt 2) / 2.
    close(law.pmf(of(0, 1, 1))(30), 4.9067139271479175e-198, 64);
    close(law.pmf(of(0, 1, 2 ** -30))(2 ** 30), 2.2535279803580321e-10, 16);
    close(law.logPmf(of(0, 1, 1))(-60), -1745.4967630448585, 8);
    // Rounding a normal variable down takes half a cell off, and adds 1/12 to the variance, to exp(-2 pi^2 sd^2).
    close(law.mean(of(0, 3, 1)), -0.5, 1e4);
    close(law.variance(of(0, 3, 1)), 9 + 1 / 12, 1e4);
    expect(law.mode(of(0, 3, 1))).toEqual([-1, 0]);
    const wide = of(0.25, 1e6, 1);
    close(law.mean(wide), -0.25, 2e9);
    close(law.variance(wide), 1e12 + 1 / 12, 1e4);
  });

  test('a width that is none makes no law', () => {
    const made = law.make({ law: right(normal(0, 1)), width: 0 });
    expect(sentence(made)).toBe('discretised.width is 0; it must be greater than 0');
  });
});

describe('discretised uniform', () => {
  test('cells that meet the support in a point are not of it', () => {
    const law = discretised(uniformLaw);
    const l = right(law.make({ law: right(uniform(0, 1)), width: 0.25 }));
    expect(law.support(l)).toEqual({ lower: 0, upper: 3 });
    expect([-1, 0, 1, 2, 3, 4].map(law.pmf(l))).toEqual([0, 0.25, 0.25, 0.25, 0.25, 0]);
    expect(law.mode(l)).toEqual([0, 3]);
    close(law.mean(l), 1.5, 16);
    close(law.entropy(l), Math.log(4), 16);
    const tenths = right(law.make({ law: right(uniform(0, 1)), width: 0.1 }));
    expect(law.support(tenths)).toEqual({ lower: 0, upper: 9 });
  });
});

describe('discretised Pareto', () => {
  test('heavy tails are summed to their end', () => {
    const law = discretised(paretoLaw);
    // P(K >= k) = k^-shape for k >= 1: the mean is zeta(shape), the second moment 2 zeta(shape - 1) - zeta(shape).
    const l = right(law.make({ law: right(pareto(3.5, 1)), width: 1 }));
    expect(Math.abs(law.mean(l) / 1.1267338673170566 - 1)).toBeLessThan(1e-12);
    expect(Math.abs(law.variance(l) / 0.2867114394255271 - 1)).toBeLessThan(1e-8);
    const heavy = right(law.make({ law: right(pareto(1.5, 1)), width: 1 }));
    expect(Math.abs(law.mean(heavy) / 2.6123753486854883 - 1)).toBeLessThan(1e-6);
    expect(law.variance(heavy)).toBe(Infinity);
    expect(law.mean(right(law.make({ law: right(pareto(0.5, 1)), width: 1 })))).toBe(Infinity);
  });
});

describe('discretised in widths that leave the integers', () => {
  test('moments and entropy are limits', () => {
    const ofExponential = discretised(exponentialLaw);
    const fine = right(ofExponential.make({ law: right(exponential(1)), width: 1e-300 }));
    close(ofExponential.mean(fine), 1e300, 4);
    close(ofExponential.sd(fine), 1e300, 4);
    expect(ofExponential.variance(fine)).toBe(Infinity);
    close(ofExponential.entropy(fine), 1 + 300 * Math.LN10, 4);
    expect(ofExponential.mode(fine)).toEqual([0]);
    close(ofExponential.pmf(fine)(1e300), Math.exp(-1) * 1e-300, 700);
    const ofUniform = discretised(uniformLaw);
    const flat = right(ofUniform.make({ law: right(uniform(0, 1)), width: 1e-300 }));
    close(ofUniform.mean(flat), 5e299, 4);
    close(ofUniform.sd(flat), 1e300 / Math.sqrt(12), 4);
    close(ofUniform.entropy(flat), 300 * Math.LN10, 4);
    for (const p of [5e-324, 1e-300, 1e-10]) {
      expect(ofUniform.isf(flat)(p)).toBeLessThanOrEqual(ofUniform.support(flat).upper);
    }
    const ofBeta = discretised(betaLaw);
    const finest = right(ofBeta.make({ law: right(beta(0.5, 0.5)), width: 5e-324 }));
    expect(ofBeta.mean(finest)).toBe(Infinity);
    expect(ofBeta.entropy(finest)).toBeCloseTo(Math.log(Math.PI / 4) - Math.log(5e-324), 12);
    // A mass that is a double, of a density and a width whose product is formed of none.
    expect(Math.abs(Math.log(ofBeta.pmf(finest)(5)) - ofBeta.logPmf(finest)(5))).toBeLessThan(1e-12);
  });

  test('sums and limits meet', () => {
    const law = discretised(normalLaw);
    for (const width of [2 ** -27, 1e-8, 1e-9, 1e-13]) {
      const l = right(law.make({ law: right(normal(0, 1)), width }));
      expect(Math.abs(law.mean(l) * width)).toBeLessThan(1e-8);
      expect(Math.abs(law.sd(l) * width - 1)).toBeLessThan(1e-8);
      expect(Math.abs(law.entropy(l) - normalLaw.entropy(l.law) + Math.log(width))).toBeLessThan(1e-8);
    }
  });

  test('malformed data is no law', () => {
    const codec = Codec.discretised(Codec.normal)(normalLaw);
    for (const u of [null, {}, { _tag: 'Discretised', width: 1 }, { _tag: 'Discretised', law: {}, width: 1 }]) {
      expect(codec.decode(u)._tag).toBe('Left');
    }
  });
});

describe('discretised Cauchy', () => {
  test('it has no moments, and an entropy', () => {
    const law = discretised(cauchyLaw);
    let asked = 0;
    const counted: typeof cauchyLaw = {
      ...cauchyLaw,
      sf: (l) => {
        const sf = cauchyLaw.sf(l);
        return (x) => {
          asked++;
          return sf(x);
        };
      },
    };
    const l = right(law.make({ law: right(cauchy(0, 1)), width: 1 }));
    expect(discretised(counted).mean(l)).toBeNaN();
    expect(discretised(counted).variance(l)).toBe(cauchyLaw.variance(l.law));
    expect(asked).toBe(0);
    // mpmath, by Euler and Maclaurin's formula from 20000 on.
    expect(Math.abs(discretised(counted).entropy(l) - 2.5518203689466792)).toBeLessThan(1e-7);
    // Work is bounded: it was more than a hundred thousand tails.
    expect(asked).toBeLessThan(80_000);
  });
});
