import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as GeneralisedGamma from '../../src/laws/generalised-gamma.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const at = (shape: number, power: number, scale: number): GeneralisedGamma.GeneralisedGamma =>
  right(GeneralisedGamma.generalisedGamma(shape, power, scale));

lawSuite({
  law: GeneralisedGamma.generalisedGammaLaw,
  codec: Codec.generalisedGamma,
  extremes: [
    at(5e-324, 5e-324, 5e-324),
    at(1, 1, 5e-324),
    at(1e300, 1e300, 1e300),
    at(5e-324, 1e308, 1),
    at(1e308, 5e-324, 1),
    at(1e-3, 1e3, 1e-300),
    at(1e16, 0.5, 1e308),
    at(1e-300, 1e300, 1),
    at(0.5, 1e-300, 1),
    at(2.5, 0.4, 1),
  ],
});

test('its cases are the laws that they should be', () => {
  const close = (value: number, expected: number): void => expect(Math.abs(value / expected - 1)).toBeLessThan(1e-13);
  // Shape 1 is the Weibull law, power 1 the gamma law, shape 1/2 and power 2 the half-normal law.
  close(GeneralisedGamma.cdf(at(1, 3, 2))(1.5), -Math.expm1(-(0.75 ** 3)));
  close(GeneralisedGamma.pdf(at(1, 3, 2))(1.5), 1.5 * 0.75 ** 2 * Math.exp(-(0.75 ** 3)));
  close(GeneralisedGamma.sf(at(2, 1, 3))(6), 3 * Math.exp(-2));
  close(GeneralisedGamma.pdf(at(0.5, 2, Math.SQRT2))(0), Math.sqrt(2 / Math.PI));
  close(GeneralisedGamma.mean(at(1, 2, 1)), Math.sqrt(Math.PI) / 2);
  close(GeneralisedGamma.variance(at(1, 2, 1)), 1 - Math.PI / 4);
});

test('what underflows by parts does not underflow', () => {
  // z = (1e-300)^500 is no double, but P(0.002, z) is about 1e-300.
  const law = at(0.002, 500, 1);
  expect(GeneralisedGamma.cdf(law)(1e-300) / 1e-300).toBeCloseTo(1.0011518, 6);
  expect(GeneralisedGamma.quantile(law)(GeneralisedGamma.cdf(law)(1e-10)) / 1e-10).toBeCloseTo(1, 12);
  expect(GeneralisedGamma.hazard(at(1, 3, 1e-200))(1e200)).toBe(Infinity);
  expect(GeneralisedGamma.logHazard(at(1, 3, 1e-200))(1e200)).toBeCloseTo(Math.log(3) + 1000 * Math.LN10, 10);
});

test('the variance of a narrow law does not cancel', () => {
  // psi'(k) / p^2 to first order, relative to the squared mean.
  const law = at(1e6, 1e3, 1);
  const { mean, variance } = GeneralisedGamma;
  expect(variance(law) / mean(law) ** 2 / 1e-12).toBeCloseTo(1, 5);
});

test('beyond every double the tails are 0 and 1', () => {
  const law = right(GeneralisedGamma.generalisedGamma(10, 3, 1e-200));
  expect([GeneralisedGamma.cdf(law)(1e200), GeneralisedGamma.sf(law)(1e200)]).toEqual([1, 0]);
});

test('a subnormal power keeps the digits of the hazard', () => {
  const law = right(GeneralisedGamma.generalisedGamma(0.5, 5e-324, 1.797e308));
  expect(GeneralisedGamma.hazard(law)(5e-324)).toBeCloseTo(Math.exp(GeneralisedGamma.logHazard(law)(5e-324)), 12);
});
