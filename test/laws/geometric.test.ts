import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Geometric from '../../src/laws/geometric.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const { geometric } = Geometric;

lawSuite({
  law: Geometric.geometricLaw,
  codec: Codec.geometric,
  extremes: [geometric(1), geometric(5e-324), geometric(1e-300), geometric(1 - 2 ** -53), geometric(2 ** -10)].map(
    right,
  ),
});

fitSuite({ law: Geometric.geometricLaw, fit: Geometric.fit });

describe('geometric', () => {
  test('a probability of 1 is the law that is always 0', () => {
    const law = right(geometric(1));
    expect(Geometric.support(law)).toEqual({ lower: 0, upper: 0 });
    expect([0, 1, 0.5, Infinity].map(Geometric.pmf(law))).toEqual([1, 0, 0, 0]);
    expect([0, 1].map(Geometric.logPmf(law))).toEqual([0, -Infinity]);
    expect([0, 0.3, 1].map(Geometric.quantile(law))).toEqual([0, 0, 0]);
    expect([0, 0.3, 1].map(Geometric.isf(law))).toEqual([0, 0, 0]);
    expect([Geometric.mean(law), Geometric.sd(law), Geometric.entropy(law)]).toEqual([0, 0, 0]);
    expect(Geometric.cumHazard(law)(0)).toBe(Infinity);
  });

  test('quantiles at the steps are the steps, to the last place', () => {
    for (const p of [0.5, 0.1, 1e-3, 0.75, 1e-5]) {
      const law = right(geometric(p));
      for (const k of [0, 1, 2, 5, 12, 31]) {
        if (Geometric.pmf(law)(k) < 1e-13) continue;
        expect(Geometric.quantile(law)(Geometric.cdf(law)(k))).toBe(k);
        expect(Geometric.isf(law)(Geometric.sf(law)(k))).toBe(k);
      }
    }
  });

  test('lives with waiting times beyond the integers that doubles tell apart', () => {
    const law = right(geometric(1e-300));
    expect(Geometric.sf(law)(1e300)).toBeCloseTo(Math.exp(-1), 15);
    expect(Geometric.median(law)).toBeCloseTo(Math.LN2 * 1e300, -286);
    expect(Geometric.cdf(law)(3)).toBe(4e-300);
  });

  test('a sample of zeros fits certain success, without a standard error', () => {
    expect(right(Geometric.fit([0, 0]))).toMatchObject({
      law: { probability: 1 },
      logLikelihood: 0,
      standardErrors: {},
    });
    expect(right(Geometric.fit([1e308, 1.7e308])).law.probability).toBeCloseTo(1 / 1.35e308, 320);
  });
});
