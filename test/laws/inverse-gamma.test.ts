import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as InverseGamma from '../../src/laws/inverse-gamma.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const at = (shape: number, scale: number): InverseGamma.InverseGamma => right(InverseGamma.inverseGamma(shape, scale));

lawSuite({
  law: InverseGamma.inverseGammaLaw,
  codec: Codec.inverseGamma,
  extremes: [
    at(5e-324, 5e-324),
    at(5e-324, 1e-300),
    at(5e-324, 1e308),
    at(1e-300, 5e-324),
    at(1e-300, 1e-300),
    at(1e-300, 1e308),
    at(1, 5e-324),
    at(1, 1e-300),
    at(1, 1e308),
    at(1e16, 5e-324),
    at(1e16, 1e-300),
    at(1e16, 1e308),
    at(1e300, 5e-324),
    at(1e300, 1e-300),
    at(1e300, 1e308),
  ],
});
fitSuite({ law: InverseGamma.inverseGammaLaw, fit: InverseGamma.fit });

test('moments that diverge are infinite', () => {
  expect([InverseGamma.mean(at(1, 2)), InverseGamma.variance(at(2, 2)), InverseGamma.sd(at(0.5, 2))]).toEqual([
    Infinity,
    Infinity,
    Infinity,
  ]);
  expect(InverseGamma.mean(at(1.5, 2))).toBe(4);
});

test('the tail is a power, however far', () => {
  const law = at(3, 2);
  const close = (value: number, expected: number): void => expect(Math.abs(value / expected - 1)).toBeLessThan(1e-13);
  close(InverseGamma.sf(law)(1e90), 8e-270 / 6);
  close(InverseGamma.logSf(law)(1e300), 3 * (Math.LN2 - 300 * Math.LN10) - Math.log(6));
  close(InverseGamma.hazard(law)(1e300), 3e-300);
  close(
    Math.log(InverseGamma.isf(at(0.001, 1e-300))(0.3)),
    -300 * Math.LN10 - 1000 * Math.log(0.3 * 0.9994237724845955),
  );
});

test('what has no likeliest law says why', () => {
  expect(sentence(InverseGamma.fit([3, 3, 3]))).toBe('sample: all observations are equal');
  expect(sentence(InverseGamma.fit([1, 0]))).toBe('sample[1] is 0; it must be greater than 0');
});

test('far left of a tiny shape and beyond every double the logarithms keep their sign', () => {
  expect(InverseGamma.logCdf(right(InverseGamma.inverseGamma(1e-20, 1e8)))(1e-10)).toBeCloseTo(-1e18, -4);
  const law = right(InverseGamma.inverseGamma(10, 1e200));
  expect([InverseGamma.cdf(law)(1e-200), InverseGamma.sf(law)(1e-200), InverseGamma.logSf(law)(1e-200)]).toEqual([
    0, 1, 0,
  ]);
});
