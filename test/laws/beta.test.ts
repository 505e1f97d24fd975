import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { rng } from '../../src/law/index.ts';
import * as Beta from '../../src/laws/beta.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const beta = (a: number, b: number): Beta.Beta => right(Beta.beta(a, b));

lawSuite({
  law: Beta.betaLaw,
  codec: Codec.beta,
  extremes: [
    beta(5e-324, 5e-324),
    beta(1e-300, 2),
    beta(1e-3, 1e10),
    beta(0.5, 0.5),
    beta(1, 1),
    beta(1e300, 1e-300),
    beta(1.7e308, 1.7e308),
    beta(1e17, 3),
  ],
});

/** Not below 0, and not -0. */
const unsigned = (x: number): boolean => x >= 0 && !Object.is(x, -0);

const ratio = (a: number, b: number): number => (a === b ? 1 : a / b);

describe('beta', () => {
  test('shapes of 1 are the uniform law', () => {
    const law = beta(1, 1);
    for (const x of [0, 1e-300, 0.3, 1 - 2 ** -53, 1]) {
      expect(Beta.pdf(law)(x)).toBe(1);
      expect(ratio(Beta.cdf(law)(x), x)).toBeCloseTo(1, 12);
    }
    expect([
      Beta.mode(law),
      Beta.mode(beta(0.5, 0.5)),
      Beta.mode(beta(1, 3)),
      Beta.mode(beta(3, 1)),
      Beta.mode(beta(3, 2)),
    ]).toEqual([[0, 1], [0, 1], [0], [1], [2 / 3]]);
  });

  test('one shape of 1 is a power law, at either end', () => {
    for (const a of [1e-3, 0.4, 7.3, 1e10])
      for (const x of [1e-300, 1e-10, 0.2, 0.9]) {
        expect(ratio(Beta.logCdf(beta(a, 1))(x), a * Math.log(x))).toBeCloseTo(1, 12);
        expect(ratio(Beta.logSf(beta(1, a))(x), a * Math.log1p(-x))).toBeCloseTo(1, 12);
        expect(ratio(Beta.hazard(beta(1, a))(x), a / (1 - x))).toBeCloseTo(1, 12);
      }
  });

  test('the arcsine law', () => {
    const law = beta(0.5, 0.5);
    for (const x of [1e-300, 1e-5, 0.3, 0.5, 0.8]) {
      expect(ratio(Beta.cdf(law)(x), (2 / Math.PI) * Math.asin(Math.sqrt(x)))).toBeCloseTo(1, 12);
      expect(ratio(Beta.pdf(law)(x), 1 / Math.PI / Math.sqrt(x) / Math.sqrt(1 - x))).toBeCloseTo(1, 12);
    }
    expect([0, 1].map(Beta.pdf(law))).toEqual([Infinity, Infinity]);
  });

  test('the law is its own mirror image with the shapes exchanged', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 100 }),
        fc.integer({ min: -30, max: 100 }),
        fc.integer({ min: 1, max: 2 ** 20 - 1 }),
        (i, j, k) => {
          const [law, mirrored] = [beta(10 ** (i / 10), 10 ** (j / 10)), beta(10 ** (j / 10), 10 ** (i / 10))];
          const x = k / 2 ** 20;
          const [a, b] = [Beta.logCdf(law)(x), Beta.logSf(mirrored)(1 - x)];
          expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-13 * Math.abs(b) + 1e-300);
        },
      ),
    );
  });

  test('a density whose power overflows is the exponential of its logarithm', () => {
    const law = beta(1e-8, 1);
    for (const x of [1e-310, 5e-324, 1e-300])
      expect(ratio(Beta.pdf(law)(x), Math.exp(Math.log(1e-8) + (1e-8 - 1) * Math.log(x)))).toBeCloseTo(1, 12);
    // 1e-8 / 1e-310, less the power's 1e-8 ln x.
    expect(Beta.pdf(law)(1e-310) / 1e302).toBeCloseTo(1, 4);
  });

  test('probabilities are not below 0, nor is their 0 signed', () => {
    for (const a of [5e-324, 1e-310, 1e-20, 2])
      for (const b of [5e-324, 2, 1e10])
        for (const x of [5e-324, 0.1, 0.9, 1 - 2 ** -53])
          for (const word of ['cdf', 'sf'] as const) expect(Beta[word](beta(a, b))(x)).toSatisfy(unsigned);
  });

  test('draws of shapes too small for their logarithms are the ends, each in its share', () => {
    const draws = Beta.sampleN(beta(3e-310, 1e-310))(4000)(rng(3))[0];
    expect(draws.every((x) => x === 0 || x === 1)).toBe(true);
    expect(Math.abs(draws.filter((x) => x === 1).length / 4000 - 0.75)).toBeLessThan(0.04);
  });

  test('the logarithm of the hazard is that of the hazard', () => {
    for (const [a, b, x] of [
      [2, 1e-300, 0.9],
      [100, 1e-270, 0.5],
      [1e-295, 3, 1e-5],
    ] as const)
      expect(Beta.logHazard(beta(a, b))(x)).toBe(Math.log(Beta.hazard(beta(a, b))(x)));
  });

  test('quantiles keep their order where nearly all of the law is at an end', () => {
    for (const [a, b] of [
      [1e12, 1e-20],
      [2, 1e-20],
      [1e-20, 5],
      [1e-25, 1e-20],
      [1e17, 10],
      [5e-324, 1e17],
      [1e-310, 1e6],
      [1, 5e-324],
    ] as const) {
      const quantiles = [1e-300, 1e-30, 1e-21, 1e-20, 1e-19, 0.1, 0.5, 0.9].map(Beta.quantile(beta(a, b)));
      quantiles.slice(1).forEach((x, i) => expect(x).toBeGreaterThanOrEqual(quantiles[i]!));
      const points = [1e-300, 1e-30, 1e-21, 1e-20, 1e-19, 0.1, 0.5, 0.9].map(Beta.isf(beta(a, b)));
      points.slice(1).forEach((x, i) => expect(x).toBeLessThanOrEqual(points[i]!));
    }
    // b (ln(1/(a y)) - gamma) = b, nearly, where a is large and b tiny.
    expect((1 - Beta.quantile(beta(1e12, 1e-20))(1e-20)) * 1e12).toBeGreaterThan(0.2);
    // All of the law that is not within 1e-300 of 0 is less than this.
    expect(Beta.isf(beta(1e-310, 10))(1e-300)).toBe(0);
  });

  test('the hazard of a subnormal shape is that of a tiny one', () => {
    for (const [b, x] of [
      [10, 0.1],
      [1e17, 1e-17],
      [1e200, 1e-200],
    ] as const)
      expect(ratio(Beta.hazard(beta(5e-324, b))(x), Beta.hazard(beta(1e-200, b))(x))).toBeCloseTo(1, 12);
  });
});
