/**
 * Numbers at the door: any array of numbers becomes a `Float64Array` that kernels may trust, or a failure that says
 * which value is in the way.
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import { type Domain, contains, showDomain } from './domain.ts';
import { degenerate, empty, type Failure, lengthMismatch, notFinite, outOfDomain } from './failure.ts';

/** How many values are NaN (or, unless allowed, infinite), and whether a -0 is among them. */
const inspect = (data: Float64Array, infinite: boolean): { readonly bad: number; readonly negativeZero: boolean } => {
  let bad = 0;
  let negativeZero = false;
  for (let i = 0; i < data.length; i++) {
    const x = data[i];
    if (x - x !== 0) {
      if (x !== x || !infinite) bad++;
    } else if (x === 0 && 1 / x < 0) negativeZero = true;
  }
  return { bad, negativeZero };
};

/** An `ArrayLike` may claim any length, also one that no array can have. */
const toFloat64Array = (xs: ArrayLike<number>, at: string): Either<Failure, Float64Array> => {
  if (xs instanceof Float64Array) return right(xs);
  try {
    return right(new Float64Array(xs));
  } catch {
    return left(outOfDomain(`${at}.length`, xs.length, 'the length of an array'));
  }
};

/**
 * `xs` as a `Float64Array` without NaN, without -0 and, unless `infinite` is `'allow'`, without infinities. The length
 * may be 0.
 *
 * Not copied when it is a `Float64Array` already, and never written to. Failure: `NotFinite` at `at`.
 * @category Samples
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { floats, showFailure } from 'lawful/law';
 * const xs = floats('sample')([1, NaN, 3]);
 * expect(xs._tag === 'Left' && showFailure(xs.left)).toBe('sample[1] is NaN; a finite number is needed');
 * ```
 */
export const floats =
  (at: string, infinite: 'reject' | 'allow' = 'reject') =>
  (xs: ArrayLike<number>): Either<Failure, Float64Array> => {
    const data = toFloat64Array(xs, at);
    if (data._tag === 'Left') return data;
    const found = inspect(data.right, infinite === 'allow');
    if (found.bad > 0) {
      const index = data.right.findIndex((x) => (infinite === 'allow' ? Number.isNaN(x) : !Number.isFinite(x)));
      return left(notFinite(at, data.right[index] as number, index, found.bad));
    }
    return found.negativeZero ? right(data.right.map((x) => x + 0)) : data;
  };

/**
 * `floats`, and at least one of them: a sample.
 *
 * Failure: `Empty` or `NotFinite` at `at`.
 * @category Samples
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { nonEmptyFloats } from 'lawful/law';
 * expect(nonEmptyFloats('data')([])).toEqual({ _tag: 'Left', left: { _tag: 'Empty', at: 'data' } });
 * ```
 */
export const nonEmptyFloats =
  (at: string, infinite: 'reject' | 'allow' = 'reject') =>
  (xs: ArrayLike<number>): Either<Failure, Float64Array> => {
    const data = floats(at, infinite)(xs);
    return data._tag === 'Right' && data.right.length === 0 ? left(empty(at)) : data;
  };

/**
 * `floats` that all lie in a domain.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `at`, with the first index, its value and the number of such values.
 * @category Samples
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { floatsIn, probability, showFailure } from 'lawful/law';
 * const p = floatsIn(probability, 'levels')([0.1, 1.5]);
 * expect(p._tag === 'Left' && showFailure(p.left)).toBe('levels[1] is 1.5; it must be at least 0 and at most 1');
 * ```
 */
export const floatsIn =
  (domain: Domain, at: string) =>
  (xs: ArrayLike<number>): Either<Failure, Float64Array> => {
    const data = floats(at)(xs);
    if (data._tag === 'Left') return data;
    const isIn = contains(domain);
    const first = data.right.findIndex((x) => !isIn(x));
    if (first < 0) return data;
    const bad = data.right.filter((x) => !isIn(x)).length;
    return left(outOfDomain(at, data.right[first] as number, showDomain(domain), first, bad));
  };

/**
 * One number a value of a sample of length `n`: weights or counts, in `domain`, with a positive and finite total.
 *
 * Failure: `LengthMismatch`, `NotFinite`, `OutOfDomain`, `Degenerate` when all are zero or the total overflows.
 * @category Samples
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { masses, nonNegative, showFailure } from 'lawful/law';
 * const w = masses(nonNegative([0, 1]), 'weights', 2)([0, 0]);
 * expect(w._tag === 'Left' && showFailure(w.left)).toBe('weights: they are all zero');
 * ```
 */
export const masses =
  (domain: Domain, at: string, n: number) =>
  (xs: ArrayLike<number>): Either<Failure, Float64Array> => {
    if (xs.length !== n) return left(lengthMismatch(at, n, xs.length));
    const data = floatsIn(domain, at)(xs);
    if (data._tag === 'Left') return data;
    const total = data.right.reduce((sum, x) => sum + x, 0);
    if (total === 0) return left(degenerate(at, 'they are all zero'));
    return total < Infinity ? data : left(degenerate(at, 'their sum overflows'));
  };
