import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
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
});
