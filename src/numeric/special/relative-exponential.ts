/**
 * expm1(x)/x with its first two derivatives, smooth through 0: what a Box-Cox transform and its gradient are made of,
 * where a shape passes through 0.
 *
 * Near 0 each derivative is a sum of terms of one sign; elsewhere nothing is subtracted that nearly cancels.
 */

/** 1 / k!. */
const RECIPROCAL_FACTORIAL = [
  1.0, 1.0, 0.5, 0.16666666666666666, 0.041666666666666664, 0.008333333333333333, 0.001388888888888889,
  0.0001984126984126984, 2.48015873015873e-5, 2.7557319223985893e-6, 2.755731922398589e-7, 2.505210838544172e-8,
  2.08767569878681e-9, 1.6059043836821613e-10, 1.1470745597729725e-11, 7.647163731819816e-13, 4.779477332387385e-14,
  2.8114572543455206e-15, 1.5619206968586225e-16, 8.22063524662433e-18, 4.110317623312165e-19, 1.9572941063391263e-20,
  8.896791392450574e-22, 3.868170170630684e-23, 1.6117375710961184e-24, 6.446950284384474e-26, 2.4795962632247976e-27,
  9.183689863795546e-29, 3.279889237069838e-30, 1.1309962886447716e-31, 3.7699876288159054e-33,
];

/** The sum over k >= m of y^(k - m) / k!, for 0 <= y <= 3. */
const exponentialTail = (m: number, y: number): number => {
  let sum = 0;
  for (let k = RECIPROCAL_FACTORIAL.length - 1; k >= m; k--) sum = sum * y + RECIPROCAL_FACTORIAL[k];
  return sum;
};

/** e^x factor where e^x alone, or times its numerator, may overflow. */
const times = (x: number, factor: number): number => {
  const half = Math.exp(0.5 * x);
  return half === Infinity ? Infinity : half * factor * half;
};

/**
 * The relative exponential $\operatorname{exprel}(x) = \frac{e^x - 1}{x}$, 1 at 0.
 *
 * Relative error at most 4 units of $2^{-53}$ for every real $x$; $+\infty$ beyond 716.3, 0 at $-\infty$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { exprel } from 'lawful/numeric';
 * expect(exprel(0)).toBe(1);
 * expect(exprel(1)).toBeCloseTo(Math.E - 1, 15);
 * ```
 */
export const exprel = (x: number): number => {
  if (x === 0) return 1;
  return x < 700 ? Math.expm1(x) / x : times(x, 1 / x);
};

/**
 * The first derivative of {@link exprel}: $\frac{(x-1)e^x + 1}{x^2}$, 1/2 at 0.
 *
 * Relative error at most 6 units of $2^{-53}$ for every real $x$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { exprelDerivative } from 'lawful/numeric';
 * expect(exprelDerivative(0)).toBe(0.5);
 * expect(exprelDerivative(1)).toBeCloseTo(1, 15);
 * ```
 */
export const exprelDerivative = (x: number): number => {
  if (x >= 1) return x < 700 ? ((x - 1) * Math.exp(x) + 1) / x / x : times(x, (x - 1) / x / x);
  if (x <= -2) return (x < -750 ? 1 : (x - 1) * Math.exp(x) + 1) / x / x;
  if (x < 0) return Math.exp(x) * exponentialTail(2, -x);
  let sum = 0;
  for (let k = 20; k >= 2; k--) sum = sum * x + (k - 1) * RECIPROCAL_FACTORIAL[k];
  return sum;
};

/**
 * The second derivative of {@link exprel}: $\frac{(x^2 - 2x + 2)e^x - 2}{x^3}$, 1/3 at 0.
 *
 * Relative error at most 6 units of $2^{-53}$ for every real $x$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { exprelSecondDerivative } from 'lawful/numeric';
 * expect(exprelSecondDerivative(0)).toBe(1 / 3);
 * expect(exprelSecondDerivative(1)).toBeCloseTo(Math.E - 2, 15);
 * ```
 */
export const exprelSecondDerivative = (x: number): number => {
  const square = (x - 1) * (x - 1) + 1;
  if (x >= 1.5) return x < 690 ? (square * Math.exp(x) - 2) / x / x / x : times(x, square / x / x / x);
  if (x <= -3) return (x < -750 ? -2 : square * Math.exp(x) - 2) / x / x / x;
  if (x < 0) return 2 * Math.exp(x) * exponentialTail(3, -x);
  let sum = 0;
  for (let k = 23; k >= 3; k--) sum = sum * x + (k - 1) * (k - 2) * RECIPROCAL_FACTORIAL[k];
  return sum;
};
