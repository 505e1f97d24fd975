import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Normal from '../../src/laws/normal.ts';
import * as StudentT from '../../src/laws/student-t.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const studentT = (freedom: number): StudentT.StudentT => right(StudentT.studentT(freedom));

lawSuite({
  law: StudentT.studentTLaw,
  codec: Codec.studentT,
  extremes: [5e-324, 1e-300, 1e-3, 1e20, 1e22, 1e300, 1.7e308].map(studentT),
});

const ratio = (a: number, b: number): number => (a === b ? 1 : a / b);

describe("Student's t", () => {
  test('one degree of freedom is the Cauchy law, two have a closed form', () => {
    for (const x of [1e-300, 1e-20, 0.3, 1, 5, 1e5, 1e100, 1e300]) {
      expect(ratio(StudentT.sf(studentT(1))(x), Math.atan2(1, x) / Math.PI)).toBeCloseTo(1, 13);
      expect(ratio(StudentT.pdf(studentT(1))(x), 1 / Math.PI / x / (x + 1 / x))).toBeCloseTo(1, 13);
      // (1 - x / sqrt(2 + x^2)) / 2 without its cancellation.
      const root = Math.hypot(x, Math.SQRT2);
      if (x < 1e150) expect(ratio(StudentT.sf(studentT(2))(x), 1 / root / (root + x))).toBeCloseTo(1, 13);
    }
  });

  test('quantiles of one and two degrees of freedom are the closed forms, near 1/2 too', () => {
    for (const q of [1e-300, 1e-30, 0.01, 0.2, 0.4, 0.5 - 1e-10, 0.5 - 2 ** -54]) {
      const d = 0.5 - q;
      expect(
        ratio(StudentT.isf(studentT(1))(q), d < 0.25 ? Math.tan(Math.PI * d) : 1 / Math.tan(Math.PI * q)),
      ).toBeCloseTo(1, 13);
      const exact = (2 * d) / Math.sqrt(2 * q * (1 - q));
      expect(ratio(StudentT.isf(studentT(2))(q), exact)).toBeCloseTo(1, 13);
      expect(StudentT.quantile(studentT(2))(q)).toBe(-StudentT.isf(studentT(2))(q));
    }
  });

  test('huge degrees of freedom are the normal law', () => {
    const normal = right(Normal.normal(0, 1));
    for (const freedom of [1e20, 1e30, 1e300])
      for (const x of [-6, -1, 0, 1e-200, 0.5, 7])
        for (const word of ['pdf', 'cdf', 'sf', 'logPdf', 'logCdf', 'hazard'] as const)
          expect(ratio(StudentT[word](studentT(freedom))(x), Normal[word](normal)(x))).toBeCloseTo(1, 13);
    for (const freedom of [1e24, 1e300]) {
      expect(ratio(StudentT.sf(studentT(freedom))(30), Normal.sf(normal)(30))).toBeCloseTo(1, 12);
      expect(StudentT.isf(studentT(freedom))(1e-300)).toBeCloseTo(Normal.isf(normal)(1e-300), 11);
    }
  });

  test('the law is symmetric', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6, max: 12 }), fc.double({ noNaN: true }), (e, x) => {
        const law = studentT(10 ** e);
        expect(StudentT.cdf(law)(x)).toBe(StudentT.sf(law)(-x));
        expect(StudentT.pdf(law)(x)).toBe(StudentT.pdf(law)(-x));
      }),
    );
  });

  test('moments are there where their integrals are', () => {
    expect([0.5, 1, 1.5].map((v) => StudentT.mean(studentT(v)))).toEqual([NaN, NaN, 0]);
    expect([1, 1.5, 2, 3].map((v) => StudentT.variance(studentT(v)))).toEqual([NaN, Infinity, Infinity, 3]);
  });

  test('far out the logarithm of the hazard is that of freedom over x', () => {
    for (const [freedom, x] of [
      [2 ** 53, 1e308],
      [1e8, 1e300],
      [1e-3, 1e308],
      [1e-310, 1e10],
    ] as const)
      expect(ratio(StudentT.logHazard(studentT(freedom))(x), Math.log(freedom) - Math.log(x))).toBeCloseTo(1, 14);
  });
});
