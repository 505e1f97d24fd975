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

/** Below this the survival function has lost digits to underflow, and the logarithms take over. */
const SMALLEST = 1e-290;

/**
 * The hazard of a discrete law, $P(X = x)/P(X \ge x)$: 0 between the integers and outside the support.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { discreteHazardOf } from 'lawful/law';
 * import { poissonLaw } from 'lawful/laws/poisson';
 * const { pmf, logPmf, sf, logSf } = poissonLaw;
 * expect(discreteHazardOf(pmf, logPmf, sf, logSf)({ _tag: 'Poisson', mean: 2 })(0)).toBe(Math.exp(-2));
 * ```
 */
export const discreteHazardOf =
  <L>(pmf: Evaluator<L>, logPmf: Evaluator<L>, sf: Evaluator<L>, logSf: Evaluator<L>): Evaluator<L> =>
  (law) => {
    const [mass, logMass, upper, logUpper] = [pmf(law), logPmf(law), sf(law), logSf(law)];
    return (x) => {
      const rest = upper(x - 1);
      if (rest > SMALLEST) return mass(x) / rest;
      const log = logMass(x);
      return log === -Infinity ? 0 : Math.exp(log - logUpper(x - 1));
    };
  };

/**
 * The logarithm of the hazard of a discrete law.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { discreteLogHazardOf } from 'lawful/law';
 * import { poissonLaw } from 'lawful/laws/poisson';
 * const { pmf, logPmf, sf, logSf } = poissonLaw;
 * expect(discreteLogHazardOf(pmf, logPmf, sf, logSf)({ _tag: 'Poisson', mean: 2 })(0)).toBe(-2);
 * ```
 */
export const discreteLogHazardOf =
  <L>(pmf: Evaluator<L>, logPmf: Evaluator<L>, sf: Evaluator<L>, logSf: Evaluator<L>): Evaluator<L> =>
  (law) => {
    const [mass, logMass, upper, logUpper] = [pmf(law), logPmf(law), sf(law), logSf(law)];
    return (x) => {
      const rest = upper(x - 1);
      const here = mass(x);
      if (rest > SMALLEST && here > SMALLEST) return Math.log(here / rest);
      const log = logMass(x);
      return log === -Infinity ? log : log - logUpper(x - 1);
    };
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
