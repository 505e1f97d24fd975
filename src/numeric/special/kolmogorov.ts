/**
 * Kolmogorov's limiting law of sqrt(n) sup |F_n - F|, by whichever of its two theta series converges at once: the one
 * in e^(-2 x^2) to the right of the median, the one in e^(-pi^2 / (8 x^2)) to the left.
 *
 * @source Kolmogorov (1933), Sulla determinazione empirica di una legge di distribuzione
 */
import { SQRT_TWO_PI } from './constants.ts';
import { productError } from './elementary.ts';

/** pi^2 / 8, and what its double lacks. */
const EIGHTH_PI_SQUARED = 1.2337005501361697;
const EIGHTH_PI_SQUARED_LOW = 7.831619385924639e-17;

/** Near the median. */
const MIDDLE = 0.8275735551899077;

/** P(K <= x) to the left of the median: sqrt(2 pi) / x (q + q^9 + q^25 + ...), q = e^(-pi^2 / (8 x^2)). */
const lower = (x: number): number => {
  if (x < 0.04) return 0;
  const square = x * x;
  const exponent = EIGHTH_PI_SQUARED / square;
  // The roundings of the square, the constant and the quotient: the exponential would magnify them.
  const rest = EIGHTH_PI_SQUARED - exponent * square - productError(exponent, square, exponent * square);
  const lost = (rest + EIGHTH_PI_SQUARED_LOW - exponent * productError(x, x, square)) / square;
  // In two halves: e^-exponent underflows a little before the value does.
  const half = Math.exp(-0.5 * exponent);
  const q8 = half ** 16;
  return half * ((SQRT_TWO_PI / x) * (1 - lost) * (1 + q8 * (1 + q8 * q8))) * half;
};

/** P(K > x) to the right of the median: 2 (p - p^4 + p^9 - ...), p = e^(-2 x^2). */
const upper = (x: number): number => {
  if (x > 20) return 0;
  const square = x * x;
  const p = Math.exp(-2 * square) * (1 - 2 * productError(x, x, square));
  const p3 = p * p * p;
  return 2 * p * (1 - p3 * (1 - p3 * p * p * (1 - p3 * p3 * p * (1 - p3 * p3 * p3))));
};

/**
 * The distribution function of Kolmogorov's limiting law,
 * $K(x) = 1 - 2\sum_{k\ge1}(-1)^{k-1}e^{-2k^2x^2} = \frac{\sqrt{2\pi}}{x}\sum_{k\ge1}e^{-(2k-1)^2\pi^2/(8x^2)}$;
 * 0 for $x \le 0$.
 *
 * Relative error at most 6 units of $2^{-53}$ where the value is a normal double.
 * @source Kolmogorov (1933), Sulla determinazione empirica di una legge di distribuzione
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { kolmogorovCdf } from 'lawful/numeric';
 * expect(kolmogorovCdf(1)).toBeCloseTo(0.7300003283226455, 15);
 * expect(kolmogorovCdf(0.05) / 2.4231674791576993e-213).toBeCloseTo(1, 14);
 * ```
 */
export const kolmogorovCdf = (x: number): number => (x > MIDDLE ? 1 - upper(x) : x === x ? lower(x) : NaN);

/**
 * The complement of {@link kolmogorovCdf}, to full relative accuracy in the right tail, about $2e^{-2x^2}$.
 *
 * Relative error at most 6 units of $2^{-53}$ where the value is a normal double ($x < 18.8$).
 * @source Kolmogorov (1933), Sulla determinazione empirica di una legge di distribuzione
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { kolmogorovSf } from 'lawful/numeric';
 * expect(kolmogorovSf(10) / (2 * Math.exp(-200))).toBeCloseTo(1, 13);
 * ```
 */
export const kolmogorovSf = (x: number): number => (x > MIDDLE ? upper(x) : x === x ? 1 - lower(x) : NaN);
