/**
 * The logarithm of the gamma function on the whole line, and what is left of it when Stirling's main terms are gone.
 *
 * Tables: `test/reference/coefficients.py`.
 */
import { HALF_LOG_TWO_PI } from './constants.ts';
import { polynomial } from './polynomial.ts';

/** ln Gamma(2 + z) / z on [-1/2, 1/2], so that both zeros, at 1 and at 2, are factors and keep their digits. */
const LOG_GAMMA_NEAR_TWO = [
  0.42278433509846713, 0.3224670334241132, -0.06735230105319563, 0.02058080842778338, -0.007385551028935545,
  0.002890510330865901, -0.0011927539009983087, 0.0005096695196526673, -0.00022315497746292723, 9.945761692157133e-5,
  -4.4923727564247656e-5, 2.050601970174762e-5, -9.45628851510172e-6, 4.3828545383846665e-6, -1.9743106888421067e-6,
  9.242852225162277e-7, -5.811277768921246e-7, 2.7475390051909663e-7,
];

/** ln k! less (k + 1/2) ln k - k + ln(2 pi)/2, for k below 16; k = 0 is never asked. */
const STIRLING_ERROR = [
  0.0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093, 0.016644691189821193,
  0.013876128823070748, 0.01189670994589177, 0.010411265261972096, 0.009255462182712733, 0.00833056343336287,
  0.007573675487951841, 0.00694284010720953, 0.006408994188004207, 0.0059513701127588475, 0.005554733551962801,
];

/** Stirling's series in 1/x: B_2n / (2n (2n - 1)). */
export const STIRLING_SERIES: ReadonlyArray<number> = [
  0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953, 0.0008417508417508417,
  -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
];

/** ln Gamma(2 + z), |z| <= 1/2. */
const logGammaNearTwo = (z: number): number => z * polynomial(LOG_GAMMA_NEAR_TWO, z);

/** ln Gamma(1 + z), |z| <= 1/2. */
export const logGammaOnePlus = (z: number): number => logGammaNearTwo(z) - Math.log1p(z);

const stirlingSeries = (x: number): number => polynomial(STIRLING_SERIES, 1 / (x * x)) / x;

/**
 * Stirling's error $\delta(x) = \ln\Gamma(x+1) - \left(x+\tfrac12\right)\ln x + x - \tfrac12\ln 2\pi$ for
 * $x \ge 10$ and for the integers 1 to 15: about $1/(12x)$.
 *
 * With it a Poisson or binomial probability is computed without subtracting large logarithms. Relative error at most
 * 4 units of $2^{-53}$; `NaN` elsewhere.
 * @source Loader (2000), Fast and accurate computation of binomial probabilities
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { stirlingError } from 'lawful/numeric';
 * expect(stirlingError(1)).toBeCloseTo(1 - 0.5 * Math.log(2 * Math.PI), 15);
 * expect(stirlingError(1e9)).toBeCloseTo(1 / 12e9, 25);
 * ```
 */
export const stirlingError = (x: number): number => {
  if (x > 0 && x < 16 && Number.isInteger(x)) return STIRLING_ERROR[x] as number;
  return x >= 10 ? stirlingSeries(x) : NaN;
};

/** sin(pi x) / pi for the reflection, exact at the integers. */
const sinPi = (x: number): number => {
  const r = x - 2 * Math.round(x / 2);
  const folded = Math.abs(r) > 0.5 ? Math.sign(r) - r : r;
  return Math.sin(Math.PI * folded);
};

/**
 * $\ln|\Gamma(x)|$ for every real $x$; $+\infty$ at the poles 0, -1, -2, ...
 *
 * On [0.5, 2.5) by a polynomial in which both zeros are factors, up to 10 by recurrence, beyond by Stirling's series,
 * below by reflection. For $x > 0$ the relative error is at most 8 units of $2^{-53}$, at the zeros 1 and 2 too; for
 * $x < 0$ the error is that small relative to the larger of 1 and the value.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGamma } from 'lawful/numeric';
 * expect(logGamma(10)).toBeCloseTo(Math.log(362880), 14);
 * expect(logGamma(1 + 2 ** -40) / -5.24974589007602e-13).toBeCloseTo(1, 13);
 * ```
 */
export const logGamma = (x: number): number => {
  if (x >= 10)
    return x > 3e306 ? Infinity : (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_TWO_PI - 0.5) + stirlingSeries(x);
  if (x >= 2.5) {
    let y = x;
    let product = 1;
    while (y >= 2.5) product *= --y;
    return logGammaNearTwo(y - 2) + Math.log(product);
  }
  if (x >= 1.5) return logGammaNearTwo(x - 2);
  if (x >= 0.5) return logGammaOnePlus(x - 1);
  if (x > 0) return logGammaOnePlus(x) - Math.log(x);
  if (Number.isInteger(x) || x === -Infinity) return Infinity;
  return x !== x ? NaN : Math.log(Math.PI / Math.abs(sinPi(x))) - Math.log(-x) - logGamma(-x);
};
