/**
 * Intervals for the distribution function point by point: each covers the true value at its own point alone.
 *
 * With weights the number of observations is Kish's effective size and every coverage is approximate.
 */
import { type Either, left, map, match } from 'fp-ts/lib/Either.js';
import { check, type Failure, level as levels, notFinite } from '../law/index.ts';
import { normalQuantile } from '../numeric/index.ts';
import {
  agrestiCoullWith,
  clopperPearsonWith,
  jeffreysWith,
  type ProportionInterval,
  wilsonWith,
} from '../proportion/index.ts';
import type { LevelOption } from './band.ts';
import { type Ecdf, evaluate, shareAbove, survival, toStepFunction } from './ecdf.ts';

/**
 * An interval for $F$ at one point, or a word that the method gives none there: `'log-log'` where $F$ is 0 or 1.
 * @category Intervals
 * @since 0.1.0
 */
export type PointInterval =
  | { readonly _tag: 'Interval'; readonly estimate: number; readonly lower: number; readonly upper: number }
  | { readonly _tag: 'Undefined'; readonly estimate: number };

/**
 * `method`: of the binomial kind, for the $nF$ of $n$ observations that lie at or below the point, `'wilson'`,
 * `'clopper-pearson'` (covers at least `level`), `'jeffreys'` and `'agresti-coull'` (see `lawful/proportion`) and `'plain'`,
 * $F \pm z\sqrt{F(1-F)/n}$ clipped to [0, 1]; of the survival kind `'log-log'`, Greenwood's interval on the complementary
 * log-log scale.
 * @category Intervals
 * @since 0.1.0
 */
export interface IntervalOptions extends LevelOption {
  readonly method: 'plain' | 'log-log' | 'wilson' | 'clopper-pearson' | 'jeffreys' | 'agresti-coull';
}

/** F, S and n to the interval. */
type Interval = (f: number, s: number, n: number) => PointInterval;

/** The interval of a method from the normal deviate of its level. */
type NormalMethod = (z: number) => Interval;

const plain: NormalMethod = (z) => (f, s, n) => {
  const half = z * Math.sqrt((f * s) / n);
  return { _tag: 'Interval', estimate: f, lower: Math.max(f - half, 0), upper: Math.min(f + half, 1) };
};

/** S to the power exp(+-z sqrt(V) / ln S), V = F / (n S): Greenwood's sum, which telescopes without censoring. */
const logLog: NormalMethod = (z) => (f, s, n) => {
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

const binomial =
  (interval: ReturnType<typeof wilsonWith>): Interval =>
  (f, _, n) =>
    match(
      // The counts of a distribution function are always legal.
      (): PointInterval => ({ _tag: 'Undefined', estimate: f }),
      ({ lower, upper }: ProportionInterval): PointInterval => ({ _tag: 'Interval', estimate: f, lower, upper }),
    )(interval({ successes: n * f, trials: n }));

const intervalOf = ({ method, level }: IntervalOptions): Interval => {
  switch (method) {
    case 'plain':
      return plain(-normalQuantile((1 - level) / 2));
    case 'log-log':
      return logLog(-normalQuantile((1 - level) / 2));
    case 'wilson':
      return binomial(wilsonWith({ level }));
    case 'clopper-pearson':
      return binomial(clopperPearsonWith({ level }));
    case 'jeffreys':
      return binomial(jeffreysWith({ level }));
    case 'agresti-coull':
      return binomial(agrestiCoullWith({ level }));
  }
};

/** The method at its level, which is checked. */
const checkedInterval = (options: IntervalOptions): Either<Failure, Interval> =>
  map(() => intervalOf(options))(check(levels, 'level')(options.level));

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
  const checked = checkedInterval(options);
  return (e) => {
    const [at, above] = [evaluate(e), survival(e)];
    return (point) =>
      Number.isNaN(point)
        ? left(notFinite('point', point))
        : map((interval: Interval) => interval(at(point), above(point), e.effectiveSize))(checked);
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
    map((interval: Interval): PointwiseBand => {
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
        const at = interval(values[k], above(e.cumulative[k]), e.effectiveSize);
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
    })(checkedInterval(options));
