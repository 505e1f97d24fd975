import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { bandProbability } from '../../src/goodness-of-fit/band-recursion.ts';
import {
  type KsTest,
  ksCdf,
  ksLogSf,
  ksSf,
  ksTest,
  ksTestWith,
  smirnovLogSf,
  smirnovSf,
} from '../../src/goodness-of-fit/index.ts';
import { lowerTail } from '../../src/goodness-of-fit/lower-tail.ts';
import { pelzGoodCdf } from '../../src/goodness-of-fit/pelz-good.ts';
import { rng } from '../../src/law/index.ts';
import { exponential, exponentialLaw } from '../../src/laws/exponential.ts';
import { normal, normalLaw } from '../../src/laws/normal.ts';
import { poisson, poissonLaw } from '../../src/laws/poisson.ts';
import { uniform, uniformLaw } from '../../src/laws/uniform.ts';
import { kolmogorovSf, productError } from '../../src/numeric/index.ts';
import { right, sentence } from '../right.ts';

const sizes = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 400 }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const standard = right(uniform(0, 1));
const close = (actual: number, expected: number, relative: number): boolean =>
  actual === expected || Math.abs(actual - expected) <= relative * Math.abs(expected);

/** Both chances of the band by the recursion alone, whatever src would take. */
const recursion = (n: number, d: number): readonly [number, number] => {
  const high = n * d;
  const low = productError(n, d, high);
  const stay = bandProbability(n, high, low, false);
  return [stay.value * 10 ** (100 * stay.shifts), bandProbability(n, high, low, true).value];
};

describe('the laws of the statistics', () => {
  test('cdf + sf = 1, sf falls, its logarithm is its logarithm, two-sided is at most twice one-sided', () => {
    fc.assert(
      fc.property(sizes, share, share, (n, a, b) => {
        const [c, d] = a < b ? [a, b] : [b, a];
        expect(ksCdf(n)(d) + ksSf(n)(d)).toBeCloseTo(1, 12);
        expect(ksSf(n)(d)).toBeLessThanOrEqual(ksSf(n)(c) * (1 + 2e-12));
        expect(ksCdf(n)(c)).toBeLessThanOrEqual(ksCdf(n)(d) * (1 + 2e-12));
        expect(smirnovSf(n)(d)).toBeLessThanOrEqual(smirnovSf(n)(c) * (1 + 2e-12));
        expect(ksSf(n)(d)).toBeLessThanOrEqual(2 * smirnovSf(n)(d) * (1 + 2e-12));
        expect(ksSf(n)(d)).toBeGreaterThanOrEqual(smirnovSf(n)(d) * (1 - 2e-12));
        for (const [sf, log] of [
          [ksSf(n)(d), ksLogSf(n)(d)],
          [smirnovSf(n)(d), smirnovLogSf(n)(d)],
        ] as const) {
          if (sf > 1e-300) expect(close(Math.exp(log), sf, 1e-12)).toBe(true);
          else expect(log).toBeLessThan(-690);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('small sizes in closed form', () => {
    fc.assert(
      fc.property(share, (d) => {
        expect(ksCdf(1)(d)).toBeCloseTo(Math.max(0, 2 * d - 1), 15);
        expect(smirnovSf(1)(d)).toBeCloseTo(1 - d, 15);
        const two = d < 0.25 ? 0 : d < 0.5 ? 2 * (2 * d - 0.5) ** 2 : 1 - 2 * (1 - d) ** 2;
        expect(ksCdf(2)(d)).toBeCloseTo(two, 14);
      }),
    );
  });

  test('the recursion: staying and leaving are complements', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 300 }), share, (n, s) => {
        const d = (1.01 + s * (0.49 * n - 1.01)) / n;
        const [stay, leave] = recursion(n, d);
        expect(stay + leave).toBeCloseTo(1, 12);
      }),
    );
  });

  test('no seam where one algorithm takes over from another', () => {
    // The recursion, which its tables hold to 1e-12, beyond the sizes that src gives it.
    for (const c of [0.17, 0.3, 0.7, 1.5, 3, 4.19]) {
      const d = Math.sqrt(c / 3000);
      const [stay, leave] = recursion(3000, d);
      const cdf = pelzGoodCdf(3000, Math.sqrt(3000) * d);
      // Its error falls with the square of the size, and src uses it from 1e6 / (n d) on: 18700, ..., 6200.
      const least = Math.max(1, Math.cbrt(1e12 / c) / 3000) ** 2;
      expect(close(cdf, stay, 1e-7 * least)).toBe(true);
      expect(close(1 - cdf, leave, 1e-7 * least)).toBe(true);
    }
    for (const c of [0.01, 0.03, 0.06, 0.1, 0.17]) {
      const d = Math.sqrt(c / 4000);
      const high = 4000 * d;
      const [stay] = recursion(4000, d);
      expect(close(lowerTail(4000, high, productError(4000, d, high)), stay, c > 0.15 ? 1e-9 : 2e-11)).toBe(true);
    }
    // Two one-sided events that all but exclude each other.
    expect(close(2 * smirnovSf(2000)(Math.sqrt(6 / 2000)), recursion(2000, Math.sqrt(6 / 2000))[1], 1e-12)).toBe(true);
    expect(close(2 * smirnovSf(4000)(Math.sqrt(4.2 / 4000)), recursion(4000, Math.sqrt(4.2 / 4000))[1], 1e-10)).toBe(
      true,
    );
  });

  test('large sizes come near the limit, and take bounded work', () => {
    for (const n of [1e6, 1e8, 2 ** 53 - 1]) {
      for (const x of [0.3, 0.9, 2, 2.5]) {
        const d = x / Math.sqrt(n);
        expect(close(ksSf(n)(d), kolmogorovSf(x), 20 / Math.sqrt(n) + 1e-7)).toBe(true);
        expect(close(smirnovSf(n)(d), Math.exp(-2 * x * x), 20 / Math.sqrt(n) + 1e-7)).toBe(true);
      }
      for (const d of [1e-300, 0.7 / n, 30 / n, 1e-3, 0.5, 0.999]) {
        for (const f of [ksCdf, ksSf, smirnovSf]) {
          expect(f(n)(d)).toBeGreaterThanOrEqual(0);
          expect(f(n)(d)).toBeLessThanOrEqual(1);
        }
        expect(ksLogSf(n)(d)).toBeLessThanOrEqual(0);
      }
    }
  });

  test('NaN exactly where there is no size, or no distance; 0 and 1 beyond the ends', () => {
    fc.assert(
      fc.property(fc.oneof(sizes, fc.double(), fc.constantFrom(0, -1, 1.5, 2 ** 53, Infinity)), fc.double(), (n, d) => {
        const legal = Number.isSafeInteger(n) && n >= 1 && !Number.isNaN(d);
        for (const f of [ksCdf, ksSf, ksLogSf, smirnovSf, smirnovLogSf]) expect(Number.isNaN(f(n)(d))).toBe(!legal);
      }),
    );
    for (const d of [-Infinity, -1, -0, 0]) {
      expect([ksCdf(9)(d), ksSf(9)(d), ksLogSf(9)(d), smirnovSf(9)(d), smirnovLogSf(9)(d)]).toEqual([0, 1, 0, 1, 0]);
    }
    for (const d of [1, 1.5, Infinity]) {
      expect([ksCdf(9)(d), ksSf(9)(d), ksLogSf(9)(d), smirnovSf(9)(d)]).toEqual([1, 0, -Infinity, 0]);
    }
  });
});

/** The statistic from its definition, by counting around every observation and beyond. */
const byDefinition = (xs: ReadonlyArray<number>, f: (x: number) => number, before: (x: number) => number) => {
  const n = xs.length;
  const above = xs.map((x) => xs.filter((v) => v <= x).length / n - f(x));
  const below = xs.map((x) => before(x) - xs.filter((v) => v < x).length / n);
  return { above: Math.max(0, ...above), below: Math.max(0, ...below) };
};

describe('the test', () => {
  const sample = fc.array(fc.oneof(share, fc.constantFrom(0, 0.25, 0.5, 1)), { minLength: 1, maxLength: 40 });

  test('is the definition, ties included', () => {
    fc.assert(
      fc.property(sample, (xs) => {
        const frozen = Float64Array.from(xs);
        const { above, below } = byDefinition(
          xs,
          (x) => x,
          (x) => x,
        );
        const [two, less, greater] = (['two-sided', 'less', 'greater'] as const).map((alternative) =>
          right(ksTestWith({ alternative })(uniformLaw, standard)(frozen)),
        ) as [KsTest, KsTest, KsTest];
        expect(frozen).toEqual(Float64Array.from(xs));
        expect(greater.statistic).toBeCloseTo(above, 15);
        expect(less.statistic).toBeCloseTo(below, 15);
        expect(two.statistic).toBe(Math.max(greater.statistic, less.statistic));
        expect(two.direction).toBe(greater.statistic >= less.statistic ? 'above' : 'below');
        expect(xs).toContain(two.location);
        expect(two.logPValue).toBe(ksLogSf(xs.length)(two.statistic));
        expect(two.pValue).toBe(Math.exp(two.logPValue));
        expect(less.logPValue).toBe(smirnovLogSf(xs.length)(less.statistic));
        expect([two.size, two.validity, less.direction, greater.direction]).toEqual([
          xs.length,
          'exact',
          'below',
          'above',
        ]);
        expect(right(ksTest(uniformLaw, standard)(xs))).toEqual(two);
      }),
    );
  });

  test('does not change under an increasing map of sample and law', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-6, max: 20, noNaN: true }), { minLength: 1, maxLength: 30 }), (xs) => {
        const ours = right(ksTest(exponentialLaw, right(exponential(1)))(xs));
        const mapped = right(ksTest(uniformLaw, standard)(xs.map((x) => -Math.expm1(-x))));
        expect(close(ours.pValue, mapped.pValue, 1e-10)).toBe(true);
      }),
    );
  });

  test('a law on integers: steps count at both their ends, and the p-value says that it is conservative', () => {
    const law = right(poisson(2));
    const cdf = poissonLaw.cdf(law);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: -1, max: 7 }), fc.constantFrom(2.5)), { minLength: 1 }), (xs) => {
        const { above, below } = byDefinition(xs, cdf, (x) => cdf(Math.ceil(x) - 1));
        const found = right(ksTest(poissonLaw, law)(xs));
        expect(found.statistic).toBeCloseTo(Math.max(above, below), 15);
        expect(found.validity).toBe('conservative');
      }),
    );
  });

  test('p-values of true laws are uniform, those of wrong laws are not', () => {
    const law = right(normal(1, 2));
    const [draws] = normalLaw.sampleN(law)(40_000)(rng(20260521));
    const pValues = Array.from({ length: 400 }, (_, i) => {
      const part = draws.subarray(100 * i, 100 * (i + 1));
      return right(ksTest(normalLaw, law)(part)).pValue;
    });
    expect(right(ksTest(uniformLaw, standard)(pValues)).pValue).toBeGreaterThan(1e-4);
    const wrong = right(ksTest(normalLaw, right(normal(1.2, 2)))(draws));
    expect(wrong.pValue).toBeLessThan(1e-30);
    expect(right(ksTest(normalLaw, law)(draws)).pValue).toBeGreaterThan(1e-4);
  });

  test('a hopeless fit keeps its logarithm', () => {
    const found = right(ksTest(uniformLaw, standard)(new Float64Array(1000).fill(0.999)));
    expect([found.pValue, found.statistic, found.location]).toEqual([0, 0.999, 0.999]);
    expect(found.logPValue).toBeCloseTo(Math.LN2 + 1000 * Math.log(0.001), 8);
    expect(right(ksTest(uniformLaw, standard)([2, 3])).logPValue).toBe(-Infinity);
  });

  test('bad samples are failures that name them', () => {
    expect(sentence(ksTest(uniformLaw, standard)([]))).toBe('sample is empty; at least one value is needed');
    expect(sentence(ksTest(uniformLaw, standard)([0.5, NaN, Infinity]))).toBe(
      'sample[1] is NaN; a finite number is needed (2 such values in all)',
    );
  });

  test('its outcome is plain data', () => {
    fc.assert(
      fc.property(
        sample,
        fc.constantFrom('two-sided' as const, 'less' as const, 'greater' as const),
        (xs, alternative) => {
          const found = right(ksTestWith({ alternative })(uniformLaw, standard)(xs));
          expect(structuredClone(found)).toEqual(found);
          const json = JSON.parse(JSON.stringify(Codec.ksTest.encode(found))) as Record<string, unknown>;
          expect(Codec.ksTest.decode(json)).toEqual({ _tag: 'Right', right: found });
          for (const wrong of [
            { statistic: 1.5 },
            { pValue: -1 },
            { logPValue: 1 },
            { logPValue: 'NaN' },
            { size: 0.5 },
          ]) {
            expect(Codec.ksTest.decode({ ...json, ...wrong })._tag).toBe('Left');
          }
        },
      ),
    );
  });
});
