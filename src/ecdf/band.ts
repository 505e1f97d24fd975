/**
 * How far the true distribution function may be: a band for all of it at once, intervals point by point, and what the
 * band says of the mean.
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
import { normalQuantile } from '../numeric/index.ts';
import { type Ecdf, evaluate, shareAbove, survival, toStepFunction } from './ecdf.ts';

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
 * An interval for $F$ at one point, or a word that the method gives none there: `'log-log'` where $F$ is 0 or 1.
 * @category Intervals
 * @since 0.1.0
 */
export type PointInterval =
  | { readonly _tag: 'Interval'; readonly estimate: number; readonly lower: number; readonly upper: number }
  | { readonly _tag: 'Undefined'; readonly estimate: number };

/**
 * `method`: `'plain'` $F \pm z\sqrt{F(1-F)/n}$, clipped to [0, 1]; `'log-log'` Greenwood's interval on the
 * complementary log-log scale, which stays inside and is better at small $n$.
 * @category Intervals
 * @since 0.1.0
 */
export interface IntervalOptions extends LevelOption {
  readonly method: 'plain' | 'log-log';
}

/** The normal deviate that a two-sided interval of this level reaches out to. */
const normalDeviate = (level: number): Either<Failure, number> =>
  map((l: number) => -normalQuantile((1 - l) / 2))(check(levels, 'level')(level));

/** z, F, S and n to the interval. */
const plain = (z: number, f: number, s: number, n: number): PointInterval => {
  const half = z * Math.sqrt((f * s) / n);
  return { _tag: 'Interval', estimate: f, lower: Math.max(f - half, 0), upper: Math.min(f + half, 1) };
};

/** S to the power exp(+-z sqrt(V) / ln S), V = F / (n S): Greenwood's sum, which telescopes without censoring. */
const logLog = (z: number, f: number, s: number, n: number): PointInterval => {
  if (f === 0 || s === 0) return { _tag: 'Undefined', estimate: f };
  const logS = f < 0.5 ? Math.log1p(-f) : Math.log(s);
  const theta = (z * Math.sqrt(f / (n * s))) / -logS;
  return {
    _tag: 'Interval',
    estimate: f,
    lower: Math.min(-Math.expm1(logS * Math.exp(-theta)), f),
    upper: Math.max(-Math.expm1(logS * Math.exp(theta)), f),
  };
};

/**
 * The pointwise interval for $F(x)$ at one point after another: `interval(x)` covers the true value with about
 * probability `level` at that point alone.
 *
 * Failure: `OutOfDomain` or `NotFinite` at `level`; `NotFinite` at `point` when it is NaN (infinite points are legal).
 * @source Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, sec. 1.4 (log-log)
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdf, pointwiseInterval } from 'lawful/ecdf';
 * const e = ecdf([1, 2, 3, 4]);
 * if (e._tag === 'Right') {
 *   const at = pointwiseInterval({ method: 'log-log', level: 0.95 })(e.right);
 *   expect(at(4)).toEqual({ _tag: 'Right', right: { _tag: 'Undefined', estimate: 1 } });
 * }
 * ```
 */
export const pointwiseInterval = (
  options: IntervalOptions,
): ((e: Ecdf) => (point: number) => Either<Failure, PointInterval>) => {
  const z = normalDeviate(options.level);
  const interval = options.method === 'plain' ? plain : logLog;
  return (e) => {
    const [at, above] = [evaluate(e), survival(e)];
    return (point) =>
      Number.isNaN(point)
        ? left(notFinite('point', point))
        : map((deviate: number) => interval(deviate, at(point), above(point), e.effectiveSize))(z);
  };
};

/**
 * Pointwise intervals at every knot where the method gives one, as arrays for a plot; `undefinedAt` lists the others.
 * @category Intervals
 * @since 0.1.0
 */
export interface PointwiseBand {
  readonly x: Float64Array;
  readonly estimate: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly undefinedAt: Float64Array;
  readonly level: number;
}

/**
 * The pointwise intervals at all knots. They hold one point at a time; a band for all points at once is `dkwBand`.
 *
 * Failure: `OutOfDomain` or `NotFinite` at `level`.
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdf, pointwiseBand } from 'lawful/ecdf';
 * const e = ecdf([1, 2, 3]);
 * const band = e._tag === 'Right' ? pointwiseBand({ method: 'log-log', level: 0.95 })(e.right) : e;
 * expect(band._tag === 'Right' && [[...band.right.x], [...band.right.undefinedAt]]).toEqual([[1, 2], [3]]);
 * ```
 */
export const pointwiseBand =
  (options: IntervalOptions) =>
  (e: Ecdf): Either<Failure, PointwiseBand> =>
    map((z: number): PointwiseBand => {
      const interval = options.method === 'plain' ? plain : logLog;
      const above = shareAbove(e);
      const { knots, values } = toStepFunction(e);
      const [x, estimate, lower, upper] = [0, 1, 2, 3].map(() => new Float64Array(knots.length)) as [
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const undefinedAt = new Float64Array(knots.length);
      let defined = 0;
      for (let k = 0; k < knots.length; k++) {
        const at = interval(z, values[k], above(e.cumulative[k]), e.effectiveSize);
        if (at._tag === 'Undefined') undefinedAt[k - defined] = knots[k];
        else {
          x[defined] = knots[k];
          estimate[defined] = at.estimate;
          lower[defined] = at.lower;
          upper[defined] = at.upper;
          defined += 1;
        }
      }
      const kept = (values: Float64Array): Float64Array => values.slice(0, defined);
      return {
        x: kept(x),
        estimate: kept(estimate),
        lower: kept(lower),
        upper: kept(upper),
        undefinedAt: undefinedAt.slice(0, knots.length - defined),
        level: options.level,
      };
    })(normalDeviate(options.level));

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
