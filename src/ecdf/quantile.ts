/**
 * Sample quantiles: the inverse of the distribution function and the nine types of Hyndman and Fan, as R computes them,
 * for counts and for weights.
 *
 * @source Hyndman & Fan (1996), Sample quantiles in statistical packages · doi:10.2307/2684934; weights: Akinshin (2023), arXiv:2304.07265
 */
import { type Either, map } from 'fp-ts/lib/Either.js';
import { type Failure, floatsIn, over, probability } from '../law/index.ts';
import { countBelow } from '../numeric/index.ts';
import { type Ecdf, total } from './ecdf.ts';

/**
 * A definition of Hyndman & Fan: 1 the inverse of the ECDF, 2 the same with averages at the steps, 3 the nearest even
 * order statistic, 4 to 9 interpolated at plotting positions (7 is the default of R and NumPy, 8 is nearly unbiased for
 * the median of a quantile's law, 6 is that of SPSS and Minitab).
 * @category Quantiles
 * @since 0.1.0
 */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * R's allowance of four machine epsilons for n p that should be an integer and is not. R 4.2.2 applies it when it rounds
 * down but, in types 1 and 2, not when it asks whether n p lies beyond; here both do, so that p = 0.1 + 0.2 of ten
 * values, where n p is 3.0000000000000004, gives the third value and not the fourth.
 */
const FUZZ = 8.881784197001252e-16;

/** The plotting positions (k - a) / (n + 1 - a - b) of types 4 to 9. */
const POSITIONS: Readonly<Record<4 | 5 | 6 | 7 | 8 | 9, readonly [number, number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [0.3333333333333333, 0.3333333333333333],
  9: [0.375, 0.375],
};

/** Position j + share between the order statistics j and j + 1, as the type has it for n observations. */
const position = (type: QuantileType, n: number, p: number): { readonly j: number; readonly share: number } => {
  const [a, b] = type === 3 ? [-0.5, 1.5] : type <= 2 ? [0, 1] : POSITIONS[type as keyof typeof POSITIONS];
  const np = a + p * (n + 1 - a - b);
  const j = Math.floor(np + FUZZ);
  const beyond = np - j;
  const isAt = beyond < FUZZ;
  if (type === 1) return { j, share: isAt ? 0 : 1 };
  if (type === 2) return { j, share: isAt ? 0.5 : 1 };
  if (type === 3) return { j, share: isAt && j % 2 === 0 ? 0 : 1 };
  return { j, share: isAt ? 0 : beyond };
};

/** From one value to the next, within them; between -Infinity and Infinity, the nearer. */
const blend = (from: number, to: number, share: number): number => {
  if (from === to || share === 0) return from;
  if (share === 1) return to;
  if (from === -Infinity && to === Infinity) return share < 0.5 ? from : to;
  return Math.min(Math.max((1 - share) * from + share * to, from), to);
};

const clamp = (k: number, lower: number, upper: number): number => Math.min(Math.max(k, lower), upper);

/** The smallest knot at which the mass reaches `mass`. */
const reach = (e: Ecdf, mass: number): number => e.knots[Math.min(countBelow(e.cumulative, mass), e.knots.length - 1)];

const counted = (e: Ecdf, type: QuantileType, p: number): number => {
  const { j, share } = position(type, e.size, p);
  return blend(reach(e, clamp(j, 1, e.size)), reach(e, clamp(j + 1, 1, e.size)), share);
};

/**
 * The mean of the inverse over the stretch [from, to] of mass: what interpolation between neighbours becomes when
 * observations have different weights. With equal weights a stretch of one observation's mass spans two of them.
 */
const stretch = (e: Ecdf, from: number, to: number): number => {
  let k = Math.min(countBelow(e.cumulative, from), e.knots.length - 1);
  let sum = 0;
  let span = 0;
  let start = from;
  for (; k < e.knots.length; k++) {
    const end = k === e.knots.length - 1 ? to : Math.min(e.cumulative[k], to);
    if (end > start) {
      // A running mean: no sum that could overflow, and no infinity met by its opposite.
      span += end - start;
      sum = blend(sum, e.knots[k], (end - start) / span);
    }
    if (end >= to) break;
    start = end;
  }
  return span > 0 ? sum : e.knots[Math.min(k, e.knots.length - 1)];
};

const weighted = (e: Ecdf, type: QuantileType, p: number): number => {
  const all = total(e);
  const n = e.effectiveSize;
  if (type === 1) return reach(e, p * all * (1 - FUZZ));
  if (type === 2) {
    const lower = countBelow(e.cumulative, p * all * (1 - FUZZ));
    const k = Math.min(lower, e.knots.length - 1);
    const atStep = Math.abs(e.cumulative[k] - p * all) <= FUZZ * all;
    return atStep && k + 1 < e.knots.length ? blend(e.knots[k], e.knots[k + 1], 0.5) : e.knots[k];
  }
  const { j, share } = position(type, n, p);
  const h = clamp(j + share, 1, n);
  if (type === 3) return reach(e, ((h - 0.5) / n) * all);
  return stretch(e, ((h - 1) / n) * all, (h / n) * all);
};

/**
 * How a quantile is defined; the default type is 7.
 * @category Quantiles
 * @since 0.1.0
 */
export interface QuantileOptions {
  readonly type?: QuantileType;
}

/**
 * The sample quantile of a type at a probability, NaN outside [0, 1].
 *
 * For a sample or counts it is R's `quantile`, to $10^{-14}$, with R's allowance of four machine epsilons where $np$
 * should be an integer: type 1 at `0.1 + 0.2` of ten values gives the third, not the fourth.
 * For weights $n$ is the effective size: types 1 and 2 invert the weighted distribution function, types 4 to 9 average
 * its inverse over the stretch $[(h-1)/n, h/n]$ at the type's position $h$, and type 3 takes the value at that
 * stretch's middle. Equal weights give the unweighted quantile, up to the roundings that decide on which side of a step
 * $np$ lies; an observation of weight 0 changes nothing.
 * @source Hyndman & Fan (1996) · doi:10.2307/2684934; Akinshin (2023), arXiv:2304.07265
 * @category Quantiles
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdf, quantileWith } from 'lawful/ecdf';
 * const e = ecdf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
 * if (e._tag === 'Right') {
 *   expect(quantileWith({ type: 1 })(e.right)(0.1 + 0.2)).toBe(3);
 *   expect(quantileWith({ type: 6 })(e.right)(0.25)).toBe(2.75);
 * }
 * ```
 */
export const quantileWith =
  (options: QuantileOptions) =>
  (e: Ecdf): ((p: number) => number) => {
    const type = options.type ?? 7;
    const of = e.weighted ? weighted : counted;
    return (p) => (p >= 0 && p <= 1 ? of(e, type, p) : NaN);
  };

/**
 * The sample quantile of type 7, the default of R and NumPy. NaN outside [0, 1].
 * @category Quantiles
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdf, quantile } from 'lawful/ecdf';
 * const e = ecdf([1, 2, 3, 4]);
 * if (e._tag === 'Right') expect([0, 0.25, 0.5, 1].map(quantile(e.right))).toEqual([1, 1.75, 2.5, 4]);
 * ```
 */
export const quantile: (e: Ecdf) => (p: number) => number = /* @__PURE__ */ quantileWith({});

/**
 * Sample quantiles at many probabilities, in their order, with options.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `probabilities`.
 * @category Quantiles
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdf, quantileAllWith } from 'lawful/ecdf';
 * const e = ecdf([1, 2, 3, 4]);
 * const q = e._tag === 'Right' ? quantileAllWith({ type: 2 })(e.right)([0.25, 0.5]) : e;
 * expect(q._tag === 'Right' && [...q.right]).toEqual([1.5, 2.5]);
 * ```
 */
export const quantileAllWith =
  (options: QuantileOptions) =>
  (e: Ecdf) =>
  (probabilities: ArrayLike<number>): Either<Failure, Float64Array> =>
    map(over(quantileWith(options)(e)))(floatsIn(probability, 'probabilities')(probabilities));

/**
 * Sample quantiles of type 7 at many probabilities, in their order.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `probabilities`.
 * @category Quantiles
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdf, quantileAll } from 'lawful/ecdf';
 * import { showFailure } from 'lawful/law';
 * const e = ecdf([1, 2, 3, 4]);
 * const q = e._tag === 'Right' ? quantileAll(e.right)([0.5, 1.5]) : e;
 * expect(q._tag === 'Left' && showFailure(q.left)).toBe(
 *   'probabilities[1] is 1.5; it must be at least 0 and at most 1',
 * );
 * ```
 */
export const quantileAll: (e: Ecdf) => (probabilities: ArrayLike<number>) => Either<Failure, Float64Array> =
  /* @__PURE__ */ quantileAllWith({});

/**
 * The inverse of the distribution function, $\inf\{x : F(x) \ge p\}$ with $F$ as `evaluate` computes it, to the last
 * bit: `inverse(e)(evaluate(e)(x))` is `x` at every knot where $F$ rises. The smallest knot at $p = 0$; NaN outside [0, 1].
 * @category Quantiles
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdf, inverse } from 'lawful/ecdf';
 * const e = ecdf([10, 20, 30]);
 * if (e._tag === 'Right') expect([0, 1 / 3, 0.34, 1].map(inverse(e.right))).toEqual([10, 10, 20, 30]);
 * ```
 */
export const inverse = (e: Ecdf): ((p: number) => number) => {
  const all = total(e);
  return (p) => {
    if (!(p >= 0 && p <= 1)) return NaN;
    let lower = 0;
    let upper = e.knots.length - 1;
    while (lower < upper) {
      const middle = (lower + upper) >>> 1;
      if (e.cumulative[middle] / all >= p) upper = middle;
      else lower = middle + 1;
    }
    return e.knots[lower];
  };
};
