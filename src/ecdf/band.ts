/**
 * How far the true distribution function may be: a band for all of it at once, and what the band says of the mean.
 *
 * With weights the number of observations is Kish's effective size and every coverage is approximate.
 */
import { type Either, left, map } from 'fp-ts/lib/Either.js';
import {
  check,
  degenerate,
  type Failure,
  level as levels,
  notFinite,
  outOfDomain,
  type StepFunction,
} from '../law/index.ts';
import { type Ecdf, toStepFunction } from './ecdf.ts';

/**
 * A lower and an upper step function. `coverage` says what `level` means: `'at least'` holds for every continuous or
 * discrete law and every sample size, `'approximate'` for large samples.
 * @category Bands
 * @since 0.1.0
 */
export interface Band {
  readonly lower: StepFunction;
  readonly upper: StepFunction;
  readonly level: number;
  readonly halfWidth: number;
  readonly coverage: 'at least' | 'approximate';
}

const coverageOf = (e: Ecdf): Band['coverage'] => (e.weighted ? 'approximate' : 'at least');

/**
 * The level of confidence, strictly between 0 and 1.
 * @category Bands
 * @since 0.1.0
 */
export interface LevelOption {
  readonly level: number;
}

/**
 * The simultaneous band of Dvoretzky, Kiefer and Wolfowitz with Massart's constant:
 * $\max(F-\varepsilon, 0) \le F_{\text{true}} \le \min(F+\varepsilon, 1)$ everywhere, with probability at least `level`,
 * where $\varepsilon = \sqrt{\ln(2/(1-\text{level}))/(2n)}$.
 *
 * Ties keep it valid: $n$ counts observations, not knots. Failure: `OutOfDomain` or `NotFinite` at `level`.
 * @source Massart (1990), The tight constant in the Dvoretzky-Kiefer-Wolfowitz inequality · doi:10.1214/aop/1176990746
 * @category Bands
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { dkwBandWith, ecdf } from 'lawful/ecdf';
 * import { stepValue } from 'lawful/law';
 * const e = ecdf([1, 2, 3, 4, 5, 6, 7, 8]);
 * const band = e._tag === 'Right' ? dkwBandWith({ level: 0.9 })(e.right) : e;
 * if (band._tag === 'Right') {
 *   expect(band.right.halfWidth).toBeCloseTo(Math.sqrt(Math.log(20) / 16), 15);
 *   expect(stepValue(band.right.lower)(2)).toBe(0);
 * }
 * ```
 */
export const dkwBandWith =
  (options: LevelOption) =>
  (e: Ecdf): Either<Failure, Band> =>
    map((level: number): Band => {
      const halfWidth = Math.sqrt(Math.log(2 / (1 - level)) / (2 * e.effectiveSize));
      const { knots, values } = toStepFunction(e);
      return {
        lower: { knots, values: values.map((f) => Math.max(f - halfWidth, 0)), before: 0 },
        upper: { knots, values: values.map((f) => Math.min(f + halfWidth, 1)), before: Math.min(halfWidth, 1) },
        level,
        halfWidth,
        coverage: coverageOf(e),
      };
    })(check(levels, 'level')(options.level));

/**
 * The 95 % band of Dvoretzky, Kiefer, Wolfowitz and Massart.
 * @category Bands
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { dkwBand, ecdf } from 'lawful/ecdf';
 * const e = ecdf([1, 2, 3]);
 * const band = e._tag === 'Right' ? dkwBand(e.right) : e;
 * expect(band._tag === 'Right' && band.right.coverage).toBe('at least');
 * ```
 */
export const dkwBand: (e: Ecdf) => Either<Failure, Band> = /* @__PURE__ */ dkwBandWith({ level: 0.95 });

/**
 * Where the values of the law are known to lie, and the level of confidence.
 * @category Intervals
 * @since 0.1.0
 */
export interface MeanIntervalOptions extends LevelOption {
  readonly support: { readonly lower: number; readonly upper: number };
}

/**
 * An interval for a mean, and what its level means (see `Band`).
 * @category Intervals
 * @since 0.1.0
 */
export interface MeanInterval {
  readonly lower: number;
  readonly upper: number;
  readonly coverage: 'at least' | 'approximate';
}

/** The mean of a distribution function that is a step function on [lower, upper]. */
const meanOfSteps = (f: StepFunction, lower: number, upper: number): number => {
  let sum = f.before * lower;
  let previous = f.before;
  for (let k = 0; k < f.knots.length; k++) {
    sum += (f.values[k] - previous) * f.knots[k];
    previous = f.values[k];
  }
  return sum + (1 - previous) * upper;
};

/**
 * An interval for the mean of a law on a known bounded support, from the band alone: the means of its two edges.
 * Its coverage is at least `level` for every such law and sample size, approximate with weights.
 *
 * Failure: `OutOfDomain` or `NotFinite` at `level`, `support.lower`, `support.upper` (ends that do not enclose the
 * sample); `Degenerate` at `ecdf` when an observation is infinite.
 * @source Anderson (1969), Confidence limits for the expected value of an arbitrary bounded random variable
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdf, meanInterval } from 'lawful/ecdf';
 * const e = ecdf([0.2, 0.4, 0.9]);
 * const mean = e._tag === 'Right' ? meanInterval({ level: 0.95, support: { lower: 0, upper: 1 } })(e.right) : e;
 * expect(mean._tag === 'Right' && mean.right.lower < 0.5 && mean.right.upper > 0.5).toBe(true);
 * ```
 */
export const meanInterval =
  (options: MeanIntervalOptions) =>
  (e: Ecdf): Either<Failure, MeanInterval> => {
    const { lower, upper } = options.support;
    const first = e.knots[0];
    const last = e.knots[e.knots.length - 1];
    if (first === -Infinity || last === Infinity) return left(degenerate('ecdf', 'an observation is infinite'));
    if (!Number.isFinite(lower)) return left(notFinite('support.lower', lower));
    if (!Number.isFinite(upper)) return left(notFinite('support.upper', upper));
    if (lower > first) return left(outOfDomain('support.lower', lower, `at most ${first}, the least of the sample`));
    if (upper < last) return left(outOfDomain('support.upper', upper, `at least ${last}, the greatest of the sample`));
    return map((band: Band): MeanInterval => ({
      lower: meanOfSteps(band.upper, lower, upper),
      upper: meanOfSteps(band.lower, lower, upper),
      coverage: band.coverage,
    }))(dkwBandWith(options)(e));
  };
