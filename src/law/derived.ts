/**
 * What a law has once it has its essentials: written once here, exported by each law under its own name.
 */
import type { Evaluator } from './law.ts';

/**
 * The cumulative hazard from the logarithm of the survival function: $H = -\ln S$.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cumHazardOf } from 'lawful/law';
 * expect(cumHazardOf((rate: number) => (x) => -rate * x)(2)(3)).toBe(6);
 * ```
 */
export const cumHazardOf =
  <L>(logSf: Evaluator<L>): Evaluator<L> =>
  (law) => {
    const logUpper = logSf(law);
    return (x) => 0 - logUpper(x);
  };

/**
 * The standard deviation from the variance.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { sdOf } from 'lawful/law';
 * expect(sdOf((mean: number) => mean)(9)).toBe(3);
 * ```
 */
export const sdOf =
  <L>(variance: (law: L) => number): ((law: L) => number) =>
  (law) =>
    Math.sqrt(variance(law));

/**
 * The median from the quantile function.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { medianOf } from 'lawful/law';
 * expect(medianOf((width: number) => (p) => width * p)(3)).toBe(1.5);
 * ```
 */
export const medianOf =
  <L>(quantile: Evaluator<L>): ((law: L) => number) =>
  (law) =>
    quantile(law)(0.5);
