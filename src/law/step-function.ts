/**
 * Step functions: constant between knots, continuous from the right. An ECDF is one, and so is a survival curve.
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import { countAll, countAtMost, countBelow } from '../numeric/index.ts';
import { type Failure, lengthMismatch, notFinite, outOfDomain } from './failure.ts';
import { floats } from './sample.ts';

/**
 * `before` left of the first knot, `values[k]` from `knots[k]` up to the next knot. The knots ascend and are distinct.
 * @category Step functions
 * @since 0.1.0
 */
export interface StepFunction {
  readonly knots: Float64Array;
  readonly values: Float64Array;
  readonly before: number;
}

/**
 * Which limit a step takes at its knot: `'<='` the value from the right, `'<'` the one from the left.
 * @category Step functions
 * @since 0.1.0
 */
export type Side = '<=' | '<';

/**
 * A step function of ascending, distinct knots, which may be infinite, and as many finite values.
 *
 * Failure: `NotFinite`, `OutOfDomain` at the first knot that does not ascend, `LengthMismatch` of the values.
 * @category Step functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { showFailure, stepFunction } from 'lawful/law';
 * const f = stepFunction([1, 1], [0.5, 1], 0);
 * expect(f._tag === 'Left' && showFailure(f.left)).toBe('knots[1] is 1; it must be greater than the knot before it');
 * ```
 */
export const stepFunction = (
  knots: ArrayLike<number>,
  values: ArrayLike<number>,
  before: number,
): Either<Failure, StepFunction> => {
  const x = floats('knots', 'allow')(knots);
  if (x._tag === 'Left') return x;
  const index = x.right.findIndex((v, i) => i > 0 && v <= (x.right[i - 1] as number));
  if (index > 0) {
    return left(outOfDomain('knots', x.right[index] as number, 'greater than the knot before it', index));
  }
  if (values.length !== knots.length) return left(lengthMismatch('values', knots.length, values.length));
  const y = floats('values')(values);
  if (y._tag === 'Left') return y;
  return Number.isFinite(before)
    ? right({ knots: x.right, values: y.right, before })
    : left(notFinite('before', before));
};

/**
 * The value at a point, or with `side` `'<'` the limit from the left. NaN exactly when the point is NaN.
 * @category Step functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { stepValueWith } from 'lawful/law';
 * const f = { knots: Float64Array.of(1, 2), values: Float64Array.of(0.5, 1), before: 0 };
 * expect(stepValueWith({ side: '<' })(f)(1)).toBe(0);
 * ```
 */
export const stepValueWith =
  (options: { readonly side?: Side }) =>
  (f: StepFunction): ((x: number) => number) => {
    const index = options.side === '<' ? countBelow : countAtMost;
    return (x) => {
      if (x !== x) return NaN;
      const k = index(f.knots, x);
      return k === 0 ? f.before : f.values[k - 1];
    };
  };

/**
 * The value at a point. NaN exactly when the point is NaN.
 * @category Step functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { stepValue } from 'lawful/law';
 * const f = { knots: Float64Array.of(1, 2), values: Float64Array.of(0.5, 1), before: 0 };
 * expect([0, 1, 1.5, 2].map(stepValue(f))).toEqual([0, 0.5, 0.5, 1]);
 * ```
 */
export const stepValue: (f: StepFunction) => (x: number) => number = /* @__PURE__ */ stepValueWith({});

/**
 * The values at many points, in their order, or with `side` `'<'` the limits from the left: linear time when they
 * ascend.
 *
 * Failure: `NotFinite` at `points` when one is NaN; infinite points are legal.
 * @category Step functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { stepValuesWith } from 'lawful/law';
 * const f = { knots: Float64Array.of(1, 2), values: Float64Array.of(0.5, 1), before: 0 };
 * expect(stepValuesWith({ side: '<' })(f)([1, 2])).toEqual({ _tag: 'Right', right: Float64Array.of(0, 0.5) });
 * ```
 */
export const stepValuesWith =
  (options: { readonly side?: Side }) =>
  (f: StepFunction) =>
  (points: ArrayLike<number>): Either<Failure, Float64Array> => {
    const x = floats('points', 'allow')(points);
    if (x._tag === 'Left') return x;
    const out = countAll(f.knots, x.right, options.side !== '<');
    for (let i = 0; i < out.length; i++) out[i] = out[i] === 0 ? f.before : f.values[out[i] - 1];
    return right(out);
  };

/**
 * The values at many points, in their order: linear time when they ascend.
 *
 * Failure: `NotFinite` at `points` when one is NaN; infinite points are legal.
 * @category Step functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { stepValues } from 'lawful/law';
 * const f = { knots: Float64Array.of(1, 2), values: Float64Array.of(0.5, 1), before: 0 };
 * expect(stepValues(f)([0, 1.5, Infinity])).toEqual({ _tag: 'Right', right: Float64Array.of(0, 0.5, 1) });
 * ```
 */
export const stepValues: (f: StepFunction) => (points: ArrayLike<number>) => Either<Failure, Float64Array> =
  /* @__PURE__ */ stepValuesWith({});

/**
 * The corners of the staircase, for a line plot: at every knot the value before and the value from there on.
 * @category Step functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { staircase } from 'lawful/law';
 * const { x, y } = staircase({ knots: Float64Array.of(1, 2), values: Float64Array.of(0.5, 1), before: 0 });
 * expect([...x]).toEqual([1, 1, 2, 2]);
 * expect([...y]).toEqual([0, 0.5, 0.5, 1]);
 * ```
 */
export const staircase = (f: StepFunction): { readonly x: Float64Array; readonly y: Float64Array } => {
  const n = f.knots.length;
  const x = new Float64Array(2 * n);
  const y = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    x[2 * k] = x[2 * k + 1] = f.knots[k];
    y[2 * k] = k === 0 ? f.before : f.values[k - 1];
    y[2 * k + 1] = f.values[k];
  }
  return { x, y };
};
