/**
 * What a law has once it has its essentials: written once here, exported by each law under its own name.
 */
import { log1pexp } from '../numeric/index.ts';
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

/**
 * The hazard of a continuous law from its density and survival function: $f/S$, through their logarithms where either
 * underflows, and infinite where nothing is left.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { hazardOf } from 'lawful/law';
 * const hazard = hazardOf(
 *   (rate: number) => (x) => rate * Math.exp(-rate * x),
 *   (rate) => (x) => Math.exp(-rate * x),
 *   (rate) => (x) => Math.log(rate) - rate * x,
 *   (rate) => (x) => -rate * x,
 * );
 * expect(hazard(2)(1)).toBe(2);
 * expect(hazard(2)(1000)).toBeCloseTo(2, 12);
 * ```
 */
export const hazardOf =
  <L>(pdf: Evaluator<L>, sf: Evaluator<L>, logPdf: Evaluator<L>, logSf: Evaluator<L>): Evaluator<L> =>
  (law) => {
    const density = pdf(law);
    const upper = sf(law);
    const logRatio = logHazardOf(logPdf, logSf)(law);
    return (x) => {
      const f = density(x);
      const s = upper(x);
      return f > 1e-290 && s > 1e-290 ? f / s : Math.exp(logRatio(x));
    };
  };

/**
 * The logarithm of a hazard: $\ln f - \ln S$; infinite where nothing is left.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logHazardOf } from 'lawful/law';
 * const logHazard = logHazardOf(
 *   (rate: number) => (x) => Math.log(rate) - rate * x,
 *   (rate) => (x) => -rate * x,
 * );
 * expect(logHazard(1)(1000)).toBe(0);
 * ```
 */
export const logHazardOf =
  <L>(logDensity: Evaluator<L>, logSf: Evaluator<L>): Evaluator<L> =>
  (law) => {
    const logF = logDensity(law);
    const logS = logSf(law);
    return (x) => {
      const s = logS(x);
      return s === -Infinity ? Infinity : logF(x) - s;
    };
  };

/**
 * The hazard of a law on integers: the share of what had not happened before $k$ that happens at $k$,
 * $P(X = k)/P(X \ge k) = p/(p + S(k))$, through logarithms where the mass underflows; 1 from the last integer on, 0
 * between integers.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { discreteHazardOf } from 'lawful/law';
 * const half = (k: number): number => 2 ** -(k + 1);
 * const hazard = discreteHazardOf(() => half, () => half, () => (k) => Math.log(half(k)), () => (k) => Math.log(half(k)));
 * expect(hazard(null)(3)).toBe(0.5);
 * ```
 */
export const discreteHazardOf =
  <L>(pmf: Evaluator<L>, sf: Evaluator<L>, logPmf: Evaluator<L>, logSf: Evaluator<L>): Evaluator<L> =>
  (law) => {
    const mass = pmf(law);
    const upper = sf(law);
    const logHazard = discreteLogHazardOf(logPmf, logSf)(law);
    return (k) => {
      const p = mass(k);
      return p > 1e-290 ? p / (p + upper(k)) : Math.exp(logHazard(k));
    };
  };

/**
 * The logarithm of a hazard on integers: $-\ln(1 + S(k)/p)$, see {@link discreteHazardOf}.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { discreteLogHazardOf } from 'lawful/law';
 * const logHalf = (k: number): number => -(k + 1) * Math.LN2;
 * expect(discreteLogHazardOf(() => logHalf, () => logHalf)(null)(3)).toBe(-Math.LN2);
 * ```
 */
export const discreteLogHazardOf =
  <L>(logPmf: Evaluator<L>, logSf: Evaluator<L>): Evaluator<L> =>
  (law) => {
    const logMass = logPmf(law);
    const logUpper = logSf(law);
    return (k) => {
      const p = logMass(k);
      const s = logUpper(k);
      // Past the last integer nothing is left, and whatever is asked has happened.
      if (p === -Infinity) return s === -Infinity ? 0 : p;
      return 0 - log1pexp(s - p);
    };
  };
