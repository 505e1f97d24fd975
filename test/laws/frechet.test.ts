import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Frechet from '../../src/laws/frechet.ts';
import * as Weibull from '../../src/laws/weibull.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const at = (shape: number, scale: number): Frechet.Frechet => right(Frechet.frechet(shape, scale));

lawSuite({
  law: Frechet.frechetLaw,
  codec: Codec.frechet,
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
fitSuite({ law: Frechet.frechetLaw, fit: Frechet.fit });

test('moments are infinite where their integrals diverge', () => {
  expect(Frechet.mean(at(1, 2))).toBe(Infinity);
  expect(Frechet.mean(at(1 + 2 ** -52, 2))).toBeCloseTo(2 ** 53, -1);
  expect(Frechet.variance(at(2, 3))).toBe(Infinity);
  expect(Frechet.sd(at(1.5, 3))).toBe(Infinity);
  expect(Frechet.mean(at(2, 3))).toBeCloseTo(3 * Math.sqrt(Math.PI), 14);
});

test('its inverse is Weibull', () => {
  const [law, inverse] = [at(1.7, 4), right(Weibull.weibull(1.7, 0.25))];
  for (const x of [1e-3, 0.5, 4, 30, 1e5]) {
    expect(Math.abs(Frechet.cdf(law)(x) - Weibull.sf(inverse)(1 / x))).toBeLessThan(1e-15);
    expect(Frechet.logCdf(law)(x) / Weibull.logSf(inverse)(1 / x)).toBeCloseTo(1, 14);
  }
});

test('the likeliest law, as a search with SciPy finds it', () => {
  const found = right(Frechet.fit([1.3, 0.7, 2.9, 1.1, 0.9, 5.2, 1.8]));
  expect(found.law.shape).toBeCloseTo(1.98384929, 6);
  expect(found.law.scale).toBeCloseTo(1.16685282, 6);
  expect(sentence(Frechet.fit([2, 2]))).toBe('sample: all observations are equal');
  expect(sentence(Frechet.fit([1, 0]))).toBe('sample[1] is 0; it must be greater than 0');
});

test('a steep law of large scale has the variance of its standard deviation', () => {
  expect(Frechet.variance(right(Frechet.frechet(1e300, 1e300)))).toBeCloseTo(Math.PI ** 2 / 6, 14);
});
