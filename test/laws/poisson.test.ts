import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Poisson from '../../src/laws/poisson.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

lawSuite({
  law: Poisson.poissonLaw,
  codec: Codec.poisson,
  extremes: [Poisson.poisson(0), Poisson.poisson(5e-324), Poisson.poisson(1e16), Poisson.poisson(1e300)].map(right),
});
fitSuite({ law: Poisson.poissonLaw, fit: Poisson.fit });

test.each([
  [Poisson.logPmf(right(Poisson.poisson(1e308)))(1e308), -0.5 * (Math.log(2 * Math.PI) + Math.log(1e308))],
  [Poisson.entropy(right(Poisson.poisson(1e308))), 0.5 * (Math.log(2 * Math.PI) + Math.log(1e308) + 1)],
])('logarithms stay finite where what they are of underflows: %#', (value, expected) => {
  expect(value).toBeCloseTo(expected, 11);
});

describe('poisson', () => {
  test('a mean of 0 is the law that is always 0', () => {
    const law = right(Poisson.poisson(-0));
    expect(Poisson.support(law)).toEqual({ lower: 0, upper: 0 });
    expect([0, 1, 0.5].map(Poisson.pmf(law))).toEqual([1, 0, 0]);
    expect([0, 0.3, 1].map(Poisson.quantile(law))).toEqual([0, 0, 0]);
    expect([Poisson.entropy(law), Poisson.mode(law)]).toEqual([0, [0]]);
  });

  test('two modes at an integer mean, one elsewhere and past 2^53', () => {
    expect(Poisson.mode(right(Poisson.poisson(7)))).toEqual([6, 7]);
    expect(Poisson.mode(right(Poisson.poisson(7.5)))).toEqual([7]);
    expect(Poisson.mode(right(Poisson.poisson(1e17)))).toEqual([1e17]);
  });

  test('quantiles of large means are found by few steps', () => {
    const law = right(Poisson.poisson(1e12));
    const k = Poisson.quantile(law)(1e-10);
    expect(Poisson.cdf(law)(k)).toBeGreaterThanOrEqual(1e-10);
    expect(Poisson.cdf(law)(k - 1)).toBeLessThan(1e-10);
  });

  test('the entropy is continuous where the series takes over', () => {
    const [a, b] = [1000 * (1 - 2 ** -53), 1000].map((mean) => Poisson.entropy(right(Poisson.poisson(mean))));
    expect(Math.abs(a! - b!)).toBeLessThan(2e-14);
  });
});
