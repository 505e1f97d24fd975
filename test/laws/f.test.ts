import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { rng } from '../../src/law/index.ts';
import * as F from '../../src/laws/f.ts';
import * as StudentT from '../../src/laws/student-t.ts';
import { gammaP, gammaQ } from '../../src/numeric/index.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const f = (m: number, n: number): F.F => right(F.f(m, n));

lawSuite({
  law: F.fLaw,
  codec: Codec.f,
  extremes: [
    f(5e-324, 5e-324),
    f(1e-2, 1e10),
    f(1e10, 1e-2),
    f(1.7e308, 1.7e308),
    f(1e-300, 1e300),
    f(1e300, 1e-300),
    f(2, 2),
  ],
});

const ratio = (a: number, b: number): number => (a === b ? 1 : a / b);

describe('F', () => {
  test('the ratio upside down is the F law with its degrees of freedom exchanged', () => {
    fc.assert(
      fc.property(
        fc.tuple(
          fc.integer({ min: -20, max: 80 }),
          fc.integer({ min: -20, max: 80 }),
          fc.integer({ min: -250, max: 250 }),
        ),
        ([i, j, e]) => {
          const [m, n, x] = [10 ** (i / 10), 10 ** (j / 10), 2 ** e];
          const [a, b] = [F.logCdf(f(m, n))(x), F.logSf(f(n, m))(1 / x)];
          expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-13 * Math.abs(b) + 1e-300);
        },
      ),
    );
  });

  test("with one degree of freedom in the numerator it is the square of Student's t", () => {
    for (const n of [0.1, 1, 4.5, 300])
      for (const t of [1e-100, 1e-3, 0.7, 3, 1e20, 1e140])
        expect(ratio(F.sf(f(1, n))(t * t), 2 * StudentT.sf(right(StudentT.studentT(n)))(t))).toBeCloseTo(1, 12);
  });

  test('two degrees of freedom in the numerator have a closed form', () => {
    const law = f(2, 7);
    for (const x of [1e-300, 1e-8, 0.4, 1, 9, 1e6, 1e80]) {
      expect(ratio(F.logSf(law)(x), -3.5 * Math.log1p((2 * x) / 7))).toBeCloseTo(1, 13);
      const q = F.sf(law)(x);
      if (q < 0.9) expect(ratio(F.isf(law)(q), x)).toBeCloseTo(1, 12);
    }
    expect(F.pdf(law)(0)).toBe(1);
    expect([f(1.5, 3), f(2.5, 3)].map((l) => F.pdf(l)(0))).toEqual([Infinity, 0]);
  });

  test('far out, where the odds leave the doubles, tails are powers', () => {
    const law = f(0.01, 1e10);
    const [a, b] = [F.cdf(law)(1e-300), F.cdf(law)(1e-290)];
    expect(b / a).toBeCloseTo(10 ** (10 * 0.005), 12);
    const other = f(1e10, 0.01);
    expect(F.sf(other)(1e290) / F.sf(other)(1e300)).toBeCloseTo(10 ** (10 * 0.005), 12);
  });

  test('a huge numerator leaves a chi-squared law upside down', () => {
    for (const [m, n, x] of [
      [1.9e227, 0.0014, 2e-6],
      [5.2e241, 42.7, 0.0823],
      [1e80, 11.7, 0.0165],
    ] as const) {
      expect(ratio(F.cdf(f(m, n))(x), gammaQ(n / 2, n / 2 / x))).toBeCloseTo(1, 11);
      expect(ratio(F.sf(f(m, n))(x), gammaP(n / 2, n / 2 / x))).toBeCloseTo(1, 11);
    }
  });

  test('moments are there where their integrals are', () => {
    expect([2, 3].map((n) => F.mean(f(5, n)))).toEqual([Infinity, 3]);
    expect([4, 6].map((n) => F.variance(f(5, n)))).toEqual([Infinity, (2 * 36 * 9) / (5 * 16 * 2)]);
  });

  test('far out the logarithm of the hazard is that of half the denominator over x', () => {
    for (const [m, n, x] of [
      [100, 1e12, 1e308],
      [1, 2 ** 53 - 1, 1e308],
      [10, 1e-5, 1e308],
    ] as const)
      expect(ratio(F.logHazard(f(m, n))(x), Math.log(n / 2) - Math.log(x))).toBeCloseTo(1, 14);
  });

  test('degrees of freedom near the largest double are a chi-squared law', () => {
    for (const huge of [1e308, 1.7e308])
      for (const [n, x] of [
        [1, 0.1],
        [10, 1.5],
        [10, 0.1],
        [3, 1e-2],
        [0.5, 1e40],
        [1e-3, 1e300],
      ] as const) {
        expect(ratio(F.cdf(f(huge, n))(x), gammaQ(n / 2, n / 2 / x))).toBeCloseTo(1, 11);
        expect(ratio(F.sf(f(huge, n))(x), gammaP(n / 2, n / 2 / x))).toBeCloseTo(1, 11);
        expect(ratio(F.sf(f(n, huge))(1 / x), gammaQ(n / 2, n / 2 / x))).toBeCloseTo(1, 11);
        expect(ratio(F.cdf(f(n, huge))(1 / x), gammaP(n / 2, n / 2 / x))).toBeCloseTo(1, 11);
        for (const word of ['pdf', 'logPdf', 'hazard', 'logHazard', 'logSf', 'logCdf'] as const)
          expect(ratio(F[word](f(huge, n))(x), F[word](f(1e200, n))(x))).toBeCloseTo(1, 12);
      }
    // mpmath: sqrt(5 / pi) exp(-5) 10, of the inverse of a chi-squared variable of one degree of freedom.
    expect(F.pdf(f(1e308, 1))(0.1)).toBeCloseTo(0.08500366602520342, 14);
  });

  test('evaluators are total and unsigned for all degrees of freedom, and quantiles keep their order', () => {
    const freedoms = [5e-324, 1e-310, 1e-200, 1e-20, 1, 10, 1e6, 1e17, 1e100, 1e200, 1e308, 1.797e308];
    const xs = [5e-324, 1e-310, 1e-17, 0.1, 0.2000004, 0.5, 1, 1.0000027, 1.5, 2, 1e10, 1e308];
    const wrong: Array<string> = [];
    for (const m of freedoms)
      for (const n of freedoms) {
        const law = f(m, n);
        for (const word of ['pdf', 'cdf', 'sf', 'hazard'] as const) {
          const at = F[word](law);
          const top = word === 'pdf' || word === 'hazard' ? Infinity : 1;
          for (const x of xs)
            if (!(at(x) >= 0 && at(x) <= top) || Object.is(at(x), -0)) wrong.push(`${word} ${m} ${n} ${x}: ${at(x)}`);
        }
        for (const word of ['logCdf', 'logSf'] as const)
          for (const x of xs) if (!(F[word](law)(x) <= 0)) wrong.push(`${word} ${m} ${n} ${x}`);
        const quantiles = [5e-324, 1e-300, 1e-20, 0.1, 0.5, 0.9, 1 - 2 ** -53].map(F.quantile(law));
        if (!quantiles.every((x, i) => x >= (quantiles[i - 1] ?? 0))) wrong.push(`quantile ${m} ${n}`);
      }
    expect(wrong).toEqual([]);
  });

  test('draws of degrees of freedom too small for their logarithms are the ends, each in its share', () => {
    const draws = F.sampleN(f(1e-310, 3e-310))(4000)(rng(5))[0];
    expect(draws.every((x) => x === 0 || x === Infinity)).toBe(true);
    expect(Math.abs(draws.filter((x) => x === Infinity).length / 4000 - 0.25)).toBeLessThan(0.04);
  });
});
