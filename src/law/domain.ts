/**
 * Domains: where a parameter or an argument may lie, in a form that constructors check, messages quote and tests draw
 * from.
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import { type Failure, notFinite, outOfDomain } from './failure.ts';

/**
 * A set of finite numbers: an interval, open or closed at either end, or its integers. `typical` is the range from
 * which tests and examples draw.
 * @category Domain
 * @since 0.1.0
 */
export interface Domain {
  readonly lower: number;
  readonly upper: number;
  readonly closed: 'none' | 'lower' | 'upper' | 'both';
  readonly integer: boolean;
  readonly typical: readonly [number, number];
}

const domain = (
  lower: number,
  upper: number,
  closed: Domain['closed'],
  integer: boolean,
  typical: readonly [number, number],
): Domain => ({ lower, upper, closed, integer, typical });

/**
 * Every finite number.
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { contains, real } from 'lawful/law';
 * expect(contains(real([-1, 1]))(1e300)).toBe(true);
 * ```
 */
export const real = (typical: readonly [number, number]): Domain => domain(-Infinity, Infinity, 'none', false, typical);

/**
 * The finite numbers greater than 0.
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { contains, positive } from 'lawful/law';
 * expect(contains(positive([0.1, 10]))(0)).toBe(false);
 * ```
 */
export const positive = (typical: readonly [number, number]): Domain => domain(0, Infinity, 'none', false, typical);

/**
 * The finite numbers that are 0 or greater.
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { contains, nonNegative } from 'lawful/law';
 * expect(contains(nonNegative([0, 10]))(0)).toBe(true);
 * ```
 */
export const nonNegative = (typical: readonly [number, number]): Domain => domain(0, Infinity, 'lower', false, typical);

/**
 * The integers that are 0 or greater.
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { contains, count } from 'lawful/law';
 * expect(contains(count([0, 10]))(1.5)).toBe(false);
 * ```
 */
export const count = (typical: readonly [number, number]): Domain => domain(0, Infinity, 'lower', true, typical);

/**
 * A level of confidence or coverage: strictly between 0 and 1.
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { contains, level } from 'lawful/law';
 * expect([0, 0.95, 1].map(contains(level))).toEqual([false, true, false]);
 * ```
 */
export const level: Domain = { lower: 0, upper: 1, closed: 'none', integer: false, typical: [0.5, 0.999] };

/**
 * A probability: from 0 to 1, ends included.
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { contains, probability } from 'lawful/law';
 * expect([0, 0.95, 1, 1.1].map(contains(probability))).toEqual([true, true, true, false]);
 * ```
 */
export const probability: Domain = { lower: 0, upper: 1, closed: 'both', integer: false, typical: [0, 1] };

/** Whether that end belongs to the domain. */
const holdsEnd = ({ closed }: Domain, end: 'lower' | 'upper'): boolean => closed === end || closed === 'both';

/**
 * Whether a number lies in the domain; NaN and the infinities never do.
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { contains, positive } from 'lawful/law';
 * expect([2, 0, NaN, Infinity].map(contains(positive([0.1, 10])))).toEqual([true, false, false, false]);
 * ```
 */
export const contains =
  (d: Domain) =>
  (x: number): boolean =>
    Number.isFinite(x) &&
    (x > d.lower || (x === d.lower && holdsEnd(d, 'lower'))) &&
    (x < d.upper || (x === d.upper && holdsEnd(d, 'upper'))) &&
    (!d.integer || Number.isInteger(x));

/**
 * The domain in words that complete "it must be ...".
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { positive, probability, showDomain } from 'lawful/law';
 * expect(showDomain(positive([0.1, 10]))).toBe('greater than 0');
 * expect(showDomain(probability)).toBe('at least 0 and at most 1');
 * ```
 */
export const showDomain = (d: Domain): string => {
  const lower = holdsEnd(d, 'lower') ? 'at least' : 'greater than';
  const upper = holdsEnd(d, 'upper') ? 'at most' : 'less than';
  const bounds = [
    ...(d.lower > -Infinity ? [`${lower} ${d.lower}`] : []),
    ...(d.upper < Infinity ? [`${upper} ${d.upper}`] : []),
  ].join(' and ');
  return d.integer ? `an integer ${bounds}`.trim() : bounds || 'a finite number';
};

/**
 * The number itself when it lies in the domain, else the failure that names it.
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { check, positive, showFailure } from 'lawful/law';
 * const checked = check(positive([0.1, 10]), 'bandwidth')(0);
 * expect(checked._tag === 'Left' && showFailure(checked.left)).toBe('bandwidth is 0; it must be greater than 0');
 * ```
 */
export const check =
  (d: Domain, at: string) =>
  (x: number): Either<Failure, number> =>
    contains(d)(x) ? right(x) : left(Number.isFinite(x) ? outOfDomain(at, x, showDomain(d)) : notFinite(at, x));

/**
 * The domain of each of a law's parameters that are numbers, in the order of its constructor.
 * @category Domain
 * @since 0.1.0
 */
export type Parameters<L> = { readonly [K in keyof L as L[K] extends number ? K : never]: Domain };

/**
 * Every parameter in its domain, or the first failure, at `name.parameter`.
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { checkParameters, positive, real } from 'lawful/law';
 * const domains = { location: real([-1, 1]), scale: positive([0.1, 10]) };
 * expect(checkParameters('cauchy', domains, { location: 0, scale: 0 })).toEqual({
 *   _tag: 'Left',
 *   left: { _tag: 'OutOfDomain', at: 'cauchy.scale', value: 0, count: 1, domain: 'greater than 0' },
 * });
 * ```
 */
export const checkParameters = <P extends { readonly [K in keyof P]: number }>(
  name: string,
  domains: { readonly [K in keyof P]: Domain },
  values: P,
): Either<Failure, P> => {
  for (const key of Object.keys(domains) as unknown as ReadonlyArray<keyof P & string>) {
    const checked = check(domains[key], `${name}.${key}`)(values[key]);
    if (checked._tag === 'Left') return checked;
  }
  return right(values);
};

/**
 * A law's smart constructor from its parameters by name: tag and checked numbers, -0 made 0. For laws all of whose
 * parameters are numbers that may be chosen independently.
 * @category Domain
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { makerOf, positive } from 'lawful/law';
 * interface Exponential { readonly _tag: 'Exponential'; readonly rate: number }
 * const of = makerOf<Exponential>('Exponential', 'exponential', { rate: positive([0.01, 100]) });
 * expect(of({ rate: 2 })).toEqual({ _tag: 'Right', right: { _tag: 'Exponential', rate: 2 } });
 * expect(of({ rate: 0 })._tag).toBe('Left');
 * ```
 */
export const makerOf =
  <L extends { readonly _tag: string }>(
    tag: L['_tag'],
    name: string,
    domains: Parameters<L>,
  ): ((values: Omit<L, '_tag'>) => Either<Failure, L>) =>
  (values) => {
    const numbers = values as unknown as Readonly<Record<string, number>>;
    const checked = checkParameters(name, domains as Readonly<Record<string, Domain>>, numbers);
    if (checked._tag === 'Left') return checked;
    const parameters = Object.keys(domains).map((key) => [key, numbers[key]! + 0] as const);
    return right({ _tag: tag, ...Object.fromEntries(parameters) } as unknown as L);
  };
