/**
 * The common factor of the incomplete gamma functions, x^a e^-x / Gamma(a + 1): a Poisson probability when a is an
 * integer. Everything that could cancel or magnify a rounding in an exponential is in here.
 *
 * @source Loader (2000), Fast and accurate computation of binomial probabilities
 */
import { HALF_LOG_TWO_PI, SQRT_TWO_PI } from './constants.ts';
import { productError } from './elementary.ts';
import { logGamma, logGammaOnePlus, stirlingError } from './log-gamma.ts';
import { polynomial } from './polynomial.ts';

/** 1 / Gamma(1 + z) on [-1/2, 1/2]. */
const RECIPROCAL_GAMMA_NEAR_ONE = [
  1.0, 0.5772156649015329, -0.6558780715202527, -0.042002635034095515, 0.16653861138218928, -0.04219773455552084,
  -0.009621971524607897, 0.007218943245911072, -0.0011651676431973738, -0.00021524166229467653, 0.00012805072001014693,
  -2.01349556850396e-5, -1.2525583573659133e-6, 1.1335045480626792e-6, -2.0057089361510917e-7, 4.939580133523849e-9,
];

/** From here on Stirling's form of the prefix, below it the product form. */
const LARGE = 16;

/** Below this e^-x is a normal double, and so is x^a for every a below 16. */
const MODERATE = 700;

/** Gamma(a + 1) for 0 < a < 16. */
export const gammaOnePlus = (a: number): number => {
  let y = a;
  let product = 1;
  while (y > 0.5) {
    product *= y;
    y -= 1;
  }
  return y === 0 ? product : product / polynomial(RECIPROCAL_GAMMA_NEAR_ONE, y);
};

/**
 * a - x + a ln(x/a) for x within a factor 5 of a, where the terms nearly cancel. With d = x - a, s = x + a and t = d/s it
 * is -d^2/s + 2 a t^3 (1/3 + t^2/5 + t^4/7 + ...). The first term is most of it, and is formed with the roundings of d, s
 * and itself put back: each would count |exponent| times in the exponential.
 */
const nearDeviance = (a: number, x: number): number => {
  const d = x - a;
  const t = (0.5 * d) / (0.5 * x + 0.5 * a);
  const y = t * t;
  let sum = 0;
  for (let k = y < 0.002 ? 13 : y < 0.02 ? 19 : y < 0.12 ? 31 : 81; k >= 3; k -= 2) sum = sum * y + 1 / k;
  const rest = a * (2 * t * y * sum);
  if (a > 1e140) return rest - d * t;
  const s = x + a;
  const square = d * d;
  const main = square / s;
  const product = main * s;
  const ofDivision = (square - product - productError(main, s, product) + productError(d, d, square)) / s;
  const ofDifference = x > a ? x - d - a : x - (d + a);
  const ofSum = x > a ? a - (s - x) : x - (s - a);
  const correction = ofDivision + 2 * t * ofDifference - y * ofSum;
  return rest - correction - main;
};

/** a - x + a ln(x/a), at most 0: half the deviance, without cancellation where x is near a. */
export const halfDeviance = (a: number, x: number): number => {
  const ratio = x / a;
  if (ratio >= 0.2 && ratio <= 5) return nearDeviance(a, x);
  if (!(ratio > 0 && ratio < Infinity)) return a * (Math.log(x) - Math.log(a)) - (x - a);
  const log = Math.log(ratio);
  // Beyond, the correction would overflow, and is nothing next to x or to a ln(x/a).
  if (!(a < 1e290 && x < 1e290 && ratio < 1e290)) return a * log - (x - a);
  const x0 = ratio * a;
  const product = a * log;
  const lost = (x - x0 - productError(ratio, a, x0)) / ratio + productError(a, log, product);
  return product - (x - a) + lost;
};

/**
 * $\ln\left(x^a e^{-x} / \Gamma(a+1)\right)$ for $a, x > 0$: the logarithm of a Poisson probability when $a$ is an integer.
 *
 * For $a \ge 16$ by the deviance and Stirling's error (Loader), so that no large logarithms are subtracted. Error at
 * most $10^{-15}$ relative to the larger of 1 and the value.
 * @source Loader (2000), Fast and accurate computation of binomial probabilities
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaPrefix } from 'lawful/numeric';
 * expect(logGammaPrefix(3, 2)).toBeCloseTo(Math.log(8 / 6) - 2, 15);
 * ```
 */
export const logGammaPrefix = (a: number, x: number): number => {
  if (a >= LARGE) return halfDeviance(a, x) - stirlingError(a) - (0.5 * Math.log(a) + HALF_LOG_TWO_PI);
  if (a >= 1 && x < MODERATE && x > 1e-15) return Math.log(gammaPrefix(a, x));
  return a * Math.log(x) - x - (a < 0.5 ? logGammaOnePlus(a) : logGamma(a + 1));
};

/** What of the prefix hangs on the shape alone: from 16 on what multiplies it, below what divides it. */
export const gammaPrefixFactor = (a: number): number =>
  a >= LARGE ? Math.exp(-stirlingError(a)) / (SQRT_TWO_PI * Math.sqrt(a)) : gammaOnePlus(a);

/**
 * $x^a e^{-x} / \Gamma(a+1)$ for $a, x > 0$: a Poisson probability when $a$ is an integer.
 *
 * Relative error at most $(12 + 4|\ln \text{value}|)\,2^{-53}$.
 * @source Loader (2000), Fast and accurate computation of binomial probabilities
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaPrefix } from 'lawful/numeric';
 * expect(gammaPrefix(3, 2)).toBeCloseTo((8 / 6) * Math.exp(-2), 16);
 * ```
 */
export const gammaPrefix = (a: number, x: number): number => gammaPrefixWith(gammaPrefixFactor(a), a, x);

/** The prefix given its factor, for many points of one shape. */
export const gammaPrefixWith = (factor: number, a: number, x: number): number => {
  if (a >= LARGE) return Math.exp(halfDeviance(a, x)) * factor;
  if (!(x < MODERATE)) return Math.exp(logGammaPrefix(a, x));
  const log = Math.log(x);
  const power = a * log;
  if (!(Math.abs(power) < 6)) return (Math.pow(x, a) * Math.exp(-x)) / factor;
  // One exponential of the sum, with its roundings put back, takes half of the time and costs no more than the logarithm's.
  const exponent = power - x;
  const back = exponent - power;
  const lost = power - (exponent - back) - (x + back) + productError(a, log, power);
  return (Math.exp(exponent) * (1 + lost)) / factor;
};
