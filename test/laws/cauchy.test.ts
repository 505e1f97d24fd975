import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Cauchy from '../../src/laws/cauchy.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

lawSuite({
  law: Cauchy.cauchyLaw,
  codec: Codec.cauchy,
  extremes: [Cauchy.cauchy(1e308, 1e308), Cauchy.cauchy(-1e308, 5e-324), Cauchy.cauchy(0, 1e-300)].map(right),
});

test('has no mean and no variance', () => {
  const law = right(Cauchy.cauchy(0, 1));
  expect([Cauchy.mean(law), Cauchy.variance(law), Cauchy.sd(law)]).toEqual([NaN, NaN, NaN]);
});

test('its quartiles are a scale away from the median, and its tails are 1 / (pi z)', () => {
  const law = right(Cauchy.cauchy(2, 3));
  for (const [p, x] of [
    [0.25, -1],
    [0.5, 2],
    [0.75, 5],
  ] as const)
    expect(Cauchy.quantile(law)(p)).toBeCloseTo(x, 14);
  for (const z of [1e10, 1e100, 1e300]) {
    expect(Cauchy.sf(law)(3 * z) * Math.PI * z).toBeCloseTo(1, 9);
    expect(Cauchy.cdf(law)(-3 * z) * Math.PI * z).toBeCloseTo(1, 9);
  }
});

test('logarithms stay finite where what they are of underflows', () => {
  const law = right(Cauchy.cauchy(-1e308, 1e-300));
  expect(Cauchy.logSf(law)(1e308)).toBeCloseTo(Math.log(1e-300 / Math.PI) - Math.log(1e308) - Math.LN2, 10);
  expect(Cauchy.logPdf(law)(1e308)).toBeCloseTo(Math.log(1e-300 / Math.PI) - 2 * (Math.log(1e308) + Math.LN2), 10);
});

test('-0 is a probability like 0', () => {
  const law = right(Cauchy.cauchy(2, 3));
  expect([Cauchy.quantile(law)(-0), Cauchy.isf(law)(-0)]).toEqual([-Infinity, Infinity]);
});

test('a density whose standardised point is no double', () => {
  const law = right(Cauchy.cauchy(100, 5e-324));
  for (const x of [99.99999999999999, 100.00001]) {
    expect(Math.log(Cauchy.pdf(law)(x))).toBeCloseTo(Cauchy.logPdf(law)(x), 1);
  }
});
