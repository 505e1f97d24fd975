/**
 * Elementary functions in forms that keep their digits: complements of exponentials in log space, the exact error of a
 * product, and the exponential of a product with that error put back.
 */

/**
 * $\ln(1 - e^{x})$ for $x \le 0$: the complement of a probability given by its logarithm.
 *
 * Below $-\ln 2$ it is `log1p(-exp(x))`, above it `log(-expm1(x))`. Relative error at most 4 units of $2^{-53}$.
 * `NaN` for $x > 0$; $-\infty$ at 0.
 * @source Mächler (2012), Accurately computing log(1 - exp(-|a|)) · the Rmpfr vignette
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { log1mexp } from 'lawful/numeric';
 * expect(log1mexp(-1e-20)).toBeCloseTo(-46.0517018598809, 12);
 * expect(log1mexp(-700)).toBe(-Math.exp(-700));
 * ```
 */
export const log1mexp = (x: number): number =>
  (x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x))) + 0;

/**
 * $\ln(1 + e^{x})$, the softplus, for every real $x$, without overflow.
 *
 * Relative error at most 3 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { log1pexp } from 'lawful/numeric';
 * expect(log1pexp(1000)).toBe(1000);
 * expect(log1pexp(-50)).toBe(Math.exp(-50));
 * ```
 */
export const log1pexp = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

/** Beyond this a factor is too large to be split in halves. */
const HUGE = 1e290;

/**
 * The error of a rounded product: $ab - \operatorname{fl}(ab)$, exactly, given `product = a * b`.
 *
 * Exact while $|a|, |b| < 2^{996}$ and the product is above $2^{-968}$ in size.
 * @source Dekker (1971), A floating-point technique for extending the available precision · doi:10.1007/BF01397083
 * @category Exact arithmetic
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { productError } from 'lawful/numeric';
 * const [a, b] = [2 ** 30 + 1, 2 ** 30 + 3];
 * expect(BigInt(a * b) + BigInt(productError(a, b, a * b))).toBe(BigInt(a) * BigInt(b));
 * ```
 */
export const productError = (a: number, b: number, product: number): number => {
  const ca = 134217729 * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = 134217729 * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
};

/**
 * $e^{-ab}$ for $a, b \ge 0$, with the rounding error of the product put back: at $ab = 700$ it would cost three digits.
 *
 * Relative error at most 3 units of $2^{-53}$ where the value is a normal double.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { expMinusProduct } from 'lawful/numeric';
 * expect(expMinusProduct(0.1, 6000.1) / 2.6240246666711031e-261).toBeCloseTo(1, 15);
 * ```
 */
export const expMinusProduct = (a: number, b: number): number => {
  const product = a * b;
  // The rounding of a small product is worth less than a unit.
  if (product < 1) return Math.exp(-product);
  if (product > 750) return 0;
  // A factor too large to split lends its powers of two to the other, which is then small.
  const shift = a > HUGE ? 2 ** -512 : b > HUGE ? 2 ** 512 : 1;
  return Math.exp(-product) * (1 - productError(a * shift, b / shift, product));
};
