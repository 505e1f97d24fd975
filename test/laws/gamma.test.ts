import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Gamma from '../../src/laws/gamma.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const at = (shape: number, scale: number): Gamma.Gamma => right(Gamma.gamma(shape, scale));

lawSuite({
  law: Gamma.gammaLaw,
  codec: Codec.gamma,
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
fitSuite({ law: Gamma.gammaLaw, fit: Gamma.fit });

test('a shape of 1 is the exponential law', () => {
  const law = at(1, 4);
  expect(Gamma.pdf(law)(0)).toBe(0.25);
  expect(Gamma.hazard(law)(1e6)).toBeCloseTo(0.25, 14);
  expect(Gamma.logHazard(law)(Infinity)).toBe(-Math.log(4));
  expect(Gamma.entropy(law)).toBeCloseTo(1 + Math.log(4), 15);
  expect(Gamma.mode(law)).toEqual([0]);
});

test('what underflows by parts does not underflow', () => {
  const close = (value: number, expected: number): void => expect(Math.abs(value / expected - 1)).toBeLessThan(1e-12);
  close(Gamma.pdf(at(2, 1))(1e-300), 1e-300);
  // z = 1e-600 is no double, but its thousandth power is a quarter.
  const gammaOf1001 = 0.9994237724845955;
  close(Gamma.cdf(at(1e-3, 1e300))(1e-300), 10 ** -0.6 / gammaOf1001);
  close(Gamma.quantile(at(1e-3, 1e300))(0.4), Math.exp(1000 * Math.log(0.4 * gammaOf1001) + 300 * Math.LN10));
  // Far right the hazard is 1/scale where the density and what is left are long 0.
  close(Gamma.hazard(at(5, 2))(1e10), 0.5 * (1 - 8e-10));
  close(Gamma.hazard(at(5, 1e-300))(1e10), 1e300);
});

test('the likeliest law is the one that R finds', () => {
  // The root in R: uniroot(\(k) log(k) - digamma(k) - log(mean(x)) + mean(log(x)), c(0.1, 100), tol = 1e-14).
  const found = right(Gamma.fit([1, 2, 3, 4, 5]));
  expect(found.law.shape * found.law.scale).toBeCloseTo(3, 13);
  expect(found.law.shape).toBeCloseTo(3.70164381000881, 12);
  expect(found.parameters).toBe(2);
});

test('what has no likeliest law says why', () => {
  expect(sentence(Gamma.fit([3, 3, 3]))).toBe('sample: all observations are equal');
  expect(sentence(Gamma.fit([1, 0]))).toBe('sample[1] is 0; it must be greater than 0');
});

test('the logarithm of a tail far beyond a tiny shape keeps its sign', () => {
  expect(Gamma.logSf(right(Gamma.gamma(1e-20, 0.1)))(1e17)).toBeCloseTo(-1e18, -4);
});

test('a quotient that overflows is the far end', () => {
  const law = right(Gamma.gamma(10, 1e-200));
  expect([Gamma.pdf(law)(1e200), Gamma.cdf(law)(1e200), Gamma.sf(law)(1e200)]).toEqual([0, 1, 0]);
  expect([Gamma.logCdf(law)(1e200), Gamma.logSf(law)(1e200)]).toEqual([0, -Infinity]);
});
