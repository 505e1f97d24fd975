import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
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
});
