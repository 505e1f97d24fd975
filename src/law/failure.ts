/**
 * Expected failure as a value: what was wrong, where (the argument's path), first at which index, with which value, and
 * how often. A family's own union picks from these cases and adds its own.
 */

/**
 * Nothing was given where at least one value is needed.
 * @category Failure
 * @since 0.1.0
 */
export interface Empty {
  readonly _tag: 'Empty';
  readonly at: string;
}

/**
 * A value is NaN or infinite where a finite number is needed. `index` is the first such place of an array.
 * @category Failure
 * @since 0.1.0
 */
export interface NotFinite {
  readonly _tag: 'NotFinite';
  readonly at: string;
  readonly index?: number;
  readonly value: number;
  readonly count: number;
}

/**
 * A number lies outside its domain, which `domain` puts in words. `index` is the first such place of an array.
 * @category Failure
 * @since 0.1.0
 */
export interface OutOfDomain {
  readonly _tag: 'OutOfDomain';
  readonly at: string;
  readonly index?: number;
  readonly value: number;
  readonly count: number;
  readonly domain: string;
}

/**
 * Two arguments that belong together differ in length.
 * @category Failure
 * @since 0.1.0
 */
export interface LengthMismatch {
  readonly _tag: 'LengthMismatch';
  readonly at: string;
  readonly expected: number;
  readonly actual: number;
}

/**
 * Every value is legal, and together they leave the question without an answer.
 * @category Failure
 * @since 0.1.0
 */
export interface Degenerate {
  readonly _tag: 'Degenerate';
  readonly at: string;
  readonly reason: string;
}

/**
 * Why a function has no answer.
 * @category Failure
 * @since 0.1.0
 */
export type Failure = Empty | NotFinite | OutOfDomain | LengthMismatch | Degenerate;

/** No `index` for a scalar, rather than an undefined one: data that survives JSON. */
const place = (index: number | undefined): { readonly index?: number } => (index === undefined ? {} : { index });

/**
 * `at` is empty.
 * @category Failure
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { empty, showFailure } from 'lawful/law';
 * expect(showFailure(empty('sample'))).toBe('sample is empty; at least one value is needed');
 * ```
 */
export const empty = (at: string): Empty => ({ _tag: 'Empty', at });

/**
 * `at` holds `value`, which is not finite; `count` such values in all, the first at `index` of an array.
 * @category Failure
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { notFinite, showFailure } from 'lawful/law';
 * expect(showFailure(notFinite('sample', NaN, 3, 2))).toBe(
 *   'sample[3] is NaN; a finite number is needed (2 such values in all)',
 * );
 * ```
 */
export const notFinite = (at: string, value: number, index?: number, count = 1): NotFinite => ({
  _tag: 'NotFinite',
  at,
  ...place(index),
  value,
  count,
});

/**
 * `at` holds `value`, which is not `domain` (words that complete "it must be ...").
 * @category Failure
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { outOfDomain, showFailure } from 'lawful/law';
 * expect(showFailure(outOfDomain('normal.sd', -1, 'greater than 0'))).toBe(
 *   'normal.sd is -1; it must be greater than 0',
 * );
 * ```
 */
export const outOfDomain = (at: string, value: number, domain: string, index?: number, count = 1): OutOfDomain => ({
  _tag: 'OutOfDomain',
  at,
  ...place(index),
  value,
  count,
  domain,
});

/**
 * `at` has `actual` values where `expected` are needed.
 * @category Failure
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { lengthMismatch, showFailure } from 'lawful/law';
 * expect(showFailure(lengthMismatch('weights', 3, 2))).toBe('weights has 2 values; 3 are needed');
 * ```
 */
export const lengthMismatch = (at: string, expected: number, actual: number): LengthMismatch => ({
  _tag: 'LengthMismatch',
  at,
  expected,
  actual,
});

/**
 * The values of `at` are legal one by one, and have no answer together.
 * @category Failure
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { degenerate, showFailure } from 'lawful/law';
 * expect(showFailure(degenerate('weights', 'they are all zero'))).toBe('weights: they are all zero');
 * ```
 */
export const degenerate = (at: string, reason: string): Degenerate => ({ _tag: 'Degenerate', at, reason });

/** -0 is shown as what it is. */
const showNumber = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));

const showPlace = (failure: NotFinite | OutOfDomain): string =>
  `${failure.at}${failure.index === undefined ? '' : `[${failure.index}]`} is ${showNumber(failure.value)}`;

const showCount = (count: number): string => (count > 1 ? ` (${count} such values in all)` : '');

/**
 * The failure as a sentence for people.
 * @category Failure
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { normal } from 'lawful/laws/normal';
 * import { showFailure } from 'lawful/law';
 * const law = normal(0, NaN);
 * expect(law._tag === 'Left' && showFailure(law.left)).toBe('normal.sd is NaN; a finite number is needed');
 * ```
 */
export const showFailure = (failure: Failure): string => {
  switch (failure._tag) {
    case 'Empty':
      return `${failure.at} is empty; at least one value is needed`;
    case 'NotFinite':
      return `${showPlace(failure)}; a finite number is needed${showCount(failure.count)}`;
    case 'OutOfDomain':
      return `${showPlace(failure)}; it must be ${failure.domain}${showCount(failure.count)}`;
    case 'LengthMismatch':
      return `${failure.at} has ${failure.actual} value${failure.actual === 1 ? '' : 's'}; ${failure.expected} ${failure.expected === 1 ? 'is' : 'are'} needed`;
    case 'Degenerate':
      return `${failure.at}: ${failure.reason}`;
  }
};
