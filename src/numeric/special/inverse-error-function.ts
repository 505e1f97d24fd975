/** The inverses of the error function and of its complement: the normal quantile, folded at its centre. */
import { normalQuantile, normalQuantileOfLog, quantileCentre } from './normal.ts';

/**
 * The inverse of the error function: the $y$ with $\operatorname{erf}(y) = p$, for $p$ in $[-1, 1]$.
 *
 * Relative error at most 8 units of $2^{-53}$, also for the smallest $p$, where a quantile at $(1 + p)/2$ has lost it.
 * $\pm\infty$ at $\pm 1$, `NaN` outside.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { erfInverse } from 'lawful/numeric';
 * expect(erfInverse(0.5)).toBeCloseTo(0.4769362762044699, 15);
 * expect(erfInverse(1e-300) / 8.862269254527581e-301).toBeCloseTo(1, 14);
 * ```
 */
export const erfInverse = (p: number): number => {
  if (Math.abs(p) <= 0.85) return quantileCentre(0.5 * p) * Math.SQRT1_2 + 0;
  return p > 0 ? -normalQuantile(0.5 * (1 - p)) * Math.SQRT1_2 : normalQuantile(0.5 * (1 + p)) * Math.SQRT1_2;
};

/**
 * The inverse of the complementary error function: the $y$ with $\operatorname{erfc}(y) = q$, for $q$ in $[0, 2]$.
 *
 * Relative error at most 8 units of $2^{-53}$, also for subnormal $q$. $\infty$ at 0, $-\infty$ at 2, `NaN` outside.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { erfcInverse } from 'lawful/numeric';
 * expect(erfcInverse(0.5)).toBeCloseTo(0.4769362762044699, 15);
 * expect(erfcInverse(1e-300)).toBeCloseTo(26.209469960516124, 12);
 * ```
 */
export const erfcInverse = (q: number): number => {
  // Half of a subnormal number is another one, or 0.
  if (q > 0 && q < 1e-300) return -normalQuantileOfLog(Math.log(q) - Math.LN2) * Math.SQRT1_2;
  return 0 - normalQuantile(0.5 * q) * Math.SQRT1_2;
};
