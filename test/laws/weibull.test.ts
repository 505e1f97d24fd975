import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Weibull from '../../src/laws/weibull.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const at = (shape: number, scale: number): Weibull.Weibull => right(Weibull.weibull(shape, scale));

lawSuite({
  law: Weibull.weibullLaw,
  codec: Codec.weibull,
  extremes: [
    at(5e-324, 5e-324),
    at(5e-324, 1),
    at(5e-324, 1e308),
    at(1e308, 5e-324),
    at(1e308, 1),
    at(1e308, 1e308),
    at(1, 5e-324),
    at(0.5, 1e308),
    at(1e-3, 1e-300),
    at(1e9, 0.3),
  ],
});
fitSuite({ law: Weibull.weibullLaw, fit: Weibull.fit });

test('a shape of 1 is the exponential law', () => {
  const law = at(1, 4);
  expect(Weibull.pdf(law)(0)).toBe(0.25);
  expect(Weibull.hazard(law)(1e300)).toBeCloseTo(0.25, 15);
  expect(Weibull.mean(law)).toBe(4);
  expect(Weibull.variance(law)).toBeCloseTo(16, 12);
  expect(Weibull.entropy(law)).toBe(1 + Math.log(4));
});

test('cases on which other packages fail', () => {
  const close = (value: number, expected: number, part: number): void =>
    expect(Math.abs(value / expected - 1)).toBeLessThan(part);
  // @stdlib's and SciPy's variances are negative there.
  close(Weibull.variance(at(1e8, 2)), 6.5797361e-16, 1e-7);
  close(Weibull.quantile(at(1.2054, 0.0178))(1e-20), 4.554255e-19, 1e-6);
  close(Weibull.cdf(at(0.5, 1))(1e-300), 1e-150, 1e-15);
  expect(Weibull.pdf(at(0.5, 1))(0)).toBe(Infinity);
  close(Weibull.logCdf(at(2, 1))(1e-200), -400 * Math.LN10, 1e-15);
  close(Weibull.cdf(at(1e-3, 1e-300))(1e300), 0.98133, 1e-5);
  // exp(-1) seen through a quotient of 1 - 1e-9: a rounded quotient costs eight digits.
  close(Weibull.sf(at(1e9, 0.3))(0.2999999997), 0.6922006, 1e-6);
});

test('a density that underflows by parts does not underflow', () => {
  expect(Weibull.pdf(at(2, 1))(1e-300)).toBe(2e-300);
  expect(Weibull.hazard(at(2, 1))(1e-300)).toBe(2e-300);
});

test('the likeliest law of published samples', () => {
  // Lawless (2003), ball bearings: millions of revolutions; the estimates are R's survreg's.
  const bearings = [
    17.88, 28.92, 33.0, 41.52, 42.12, 45.6, 48.4, 51.84, 51.96, 54.12, 55.56, 67.8, 68.64, 68.64, 68.88, 84.12, 93.12,
    98.64, 105.12, 105.84, 127.92, 128.04, 173.4,
  ];
  const found = right(Weibull.fit(bearings));
  expect(found.law.shape).toBeCloseTo(2.10184686376, 8);
  expect(found.law.scale).toBeCloseTo(81.8745587241, 7);
  expect(found.parameters).toBe(2);
});

test('what has no likeliest law says why', () => {
  expect(sentence(Weibull.fit([3, 3, 3]))).toBe('sample: all observations are equal');
  expect(sentence(Weibull.fit([1, 0]))).toBe('sample[1] is 0; it must be greater than 0');
});

test('samples across the whole range of doubles have one', () => {
  const found = right(Weibull.fit([5e-324, 1, 1e308]));
  expect(found.law.shape).toBeGreaterThan(0);
  expect(found.law.scale).toBeGreaterThan(0);
  expect(right(Weibull.fit([1, 1 + 2 ** -52])).law.shape).toBeGreaterThan(1e15);
});

test('a steep law of large scale has the variance of its standard deviation', () => {
  expect(Weibull.variance(at(1e300, 1e300))).toBeCloseTo(Math.PI ** 2 / 6, 14);
});
