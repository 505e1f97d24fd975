import { describe, expect, test } from 'vitest';
import * as Codec from '../src/codec/index.ts';
import { exponential, exponentialLaw } from '../src/laws/exponential.ts';
import * as Normal from '../src/laws/normal.ts';
import * as Poisson from '../src/laws/poisson.ts';
import { uniform, uniformLaw } from '../src/laws/uniform.ts';
import { lawSuite } from './law-suite.ts';
import { right, sentence } from './right.ts';

lawSuite({
  law: Normal.normalLaw,
  codec: Codec.normal,
  extremes: [Normal.normal(1e308, 1e308), Normal.normal(-1e308, 5e-324), Normal.normal(0, 1e-300)].map(right),
});
lawSuite({
  law: uniformLaw,
  codec: Codec.uniform,
  extremes: [uniform(-8e307, 8e307), uniform(0, 5e-324), uniform(1, 1 + 2 ** -52)].map(right),
});
lawSuite({
  law: exponentialLaw,
  codec: Codec.exponential,
  extremes: [exponential(5e-324), exponential(1e308), exponential(1e-300)].map(right),
});
lawSuite({
  law: Poisson.poissonLaw,
  codec: Codec.poisson,
  extremes: [Poisson.poisson(0), Poisson.poisson(5e-324), Poisson.poisson(1e16), Poisson.poisson(1e300)].map(right),
});

describe('uniform', () => {
  test('needs its ends in order and a finite width', () => {
    expect(sentence(uniform(1, 1))).toBe('uniform.upper is 1; it must be greater than lower');
    expect(sentence(uniform(2, 1))).toBe('uniform.upper is 1; it must be greater than lower');
    expect(sentence(uniform(-1e308, 1e308))).toBe('uniform.upper is 1e+308; it must be at most 1.8e308 above lower');
  });

  test('keeps the digits of points near either end', () => {
    const law = right(uniform(1, 2));
    const x = 2 - 2 ** -40;
    expect(uniformLaw.sf(law)(x)).toBe(2 ** -40);
    expect(uniformLaw.logCdf(law)(x)).toBe(Math.log1p(-(2 ** -40)));
    expect(uniformLaw.isf(law)(2 ** -40)).toBe(x);
  });
});

describe('logarithms stay finite where what they are of underflows', () => {
  test.each([
    [uniformLaw.logCdf(right(uniform(0, 1e308)))(1e-20), Math.log(1e-20) - Math.log(1e308)],
    [uniformLaw.logSf(right(uniform(-1e308, 0)))(-1e-20), Math.log(1e-20) - Math.log(1e308)],
    [exponentialLaw.logCdf(right(exponential(1e-300)))(1e-30), Math.log(1e-300) + Math.log(1e-30)],
    [Normal.logHazard(right(Normal.normal(0, 1e-310)))(0), Math.log(Math.sqrt(2 / Math.PI)) - Math.log(1e-310)],
    [Poisson.logPmf(right(Poisson.poisson(1e308)))(1e308), -0.5 * (Math.log(2 * Math.PI) + Math.log(1e308))],
    [Poisson.entropy(right(Poisson.poisson(1e308))), 0.5 * (Math.log(2 * Math.PI) + Math.log(1e308) + 1)],
  ])('%#', (value, expected) => {
    expect(value).toBeCloseTo(expected, 11);
  });
});

describe('normal', () => {
  test('a quantile whose product alone overflows', () => {
    const law = right(Normal.normal(-1.7e308, 1e308));
    const x = Normal.quantile(law)(0.9712834401839981);
    expect(Math.abs(x / 2e307 - 1)).toBeLessThan(1e-13);
    expect(Object.is(Normal.median(right(Normal.normal(-0, 1))), 0)).toBe(true);
  });

  test('a difference that overflows is standardised all the same', () => {
    const law = right(Normal.normal(-1e308, 1e308));
    expect(Normal.cdf(law)(1e308)).toBe(Normal.cdf(right(Normal.normal(0, 1)))(2));
  });

  test('x - mean is exact in the tail: 30 sd from a mean that no double shares with x', () => {
    // N(0.1, 0.3) at -9: mpmath 50 digits with the exact doubles.
    const law = right(Normal.normal(0.1, 0.3));
    const value = Normal.cdf(law)(-9);
    expect(Math.abs(value / 2.0841551935399038e-202 - 1)).toBeLessThan(2e-15);
  });
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
