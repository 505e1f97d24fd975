/** Constants that more than one file needs. */

/**
 * $\sqrt{2\pi}$.
 * @category Constants
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { SQRT_TWO_PI } from 'lawful/numeric';
 * expect(SQRT_TWO_PI).toBeCloseTo(Math.sqrt(2 * Math.PI), 14);
 * ```
 */
export const SQRT_TWO_PI = 2.5066282746310002;

/**
 * $\frac12\ln 2\pi$.
 * @category Constants
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { HALF_LOG_TWO_PI } from 'lawful/numeric';
 * expect(HALF_LOG_TWO_PI).toBeCloseTo(0.5 * Math.log(2 * Math.PI), 15);
 * ```
 */
export const HALF_LOG_TWO_PI = 0.9189385332046728;
