/** What `lawful/ecdf` holds, through JSON. */
import { type Either, left, map, right } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts/lib/index.js';
import type { Band, Ecdf, EcdfSummary, PointwiseBand, Run } from '../ecdf/index.ts';
import { check, degenerate, empty, type Failure, lengthMismatch, level, outOfDomain, positive } from '../law/index.ts';
import { stepFunction, through } from './law.ts';
import { finiteNumber, float64Array } from './number.ts';

/** What a number is told by: itself, and the one before it (itself again at the start). */
type Rule = (x: number, before: number, index: number) => boolean;

/** The array when every entry keeps the rule, or its first offender. */
const every = (at: string, xs: Float64Array, rule: Rule, words: string): Either<Failure, Float64Array> => {
  const index = xs.findIndex((x, i) => !rule(x, xs[Math.max(i - 1, 0)], i));
  return index < 0 ? right(xs) : left(outOfDomain(at, xs[index], words, index));
};

const ascends: Rule = (x, before, index) => x === x && (index === 0 || x > before);

const isMass: Rule = (x) => x > 0 && x < Infinity;

const rises: Rule = (x, before) => x > 0 && x < Infinity && x >= before;

/** The first Left of some checks. */
const all = (...checks: ReadonlyArray<Either<Failure, unknown>>): Either<Failure, unknown> =>
  checks.find((c) => c._tag === 'Left') ?? right(null);

/** The value, only when it passes its checks. */
const only = <A>(a: A, ...checks: ReadonlyArray<Either<Failure, unknown>>): Either<Failure, A> =>
  map(() => a)(all(...checks));

/** What knots with their masses (or cumulative masses) say of themselves. */
interface Knots {
  readonly knots: Float64Array;
  readonly weighted: boolean;
  readonly size: number;
  readonly effectiveSize: number;
}

/** Sizes that observations can have: without weights both are the number of observations, a sum of integers. */
const checkSizes = (a: Knots, total: number): Either<Failure, unknown> => {
  if (!(Number.isSafeInteger(a.size) && a.size >= 1)) return left(outOfDomain('size', a.size, 'an integer at least 1'));
  if (a.weighted) {
    return a.effectiveSize > 0 && a.effectiveSize <= a.size * (1 + 1e-9)
      ? right(null)
      : left(outOfDomain('effectiveSize', a.effectiveSize, 'greater than 0 and at most size'));
  }
  if (a.effectiveSize !== a.size) return left(outOfDomain('effectiveSize', a.effectiveSize, 'size, without weights'));
  return total === a.size ? right(null) : left(degenerate('size', 'it is not the sum of the masses, without weights'));
};

const checkKnots = (
  a: Knots,
  at: string,
  masses: Float64Array,
  rule: Rule,
  words: string,
): Either<Failure, unknown> => {
  if (a.knots.length === 0) return left(empty('knots'));
  if (masses.length !== a.knots.length) return left(lengthMismatch(at, a.knots.length, masses.length));
  const isWhole: Rule = (x, ...rest) => rule(x, ...rest) && (a.weighted || Number.isInteger(x));
  return all(
    every('knots', a.knots, ascends, 'greater than the knot before it'),
    every(at, masses, isWhole, a.weighted ? words : `${words}, and an integer`),
  );
};

/** Knots without -0. */
const plain = (knots: Float64Array): Float64Array => knots.map((x) => x + 0);

const sizes = { weighted: t.boolean, size: finiteNumber, effectiveSize: finiteNumber };

/**
 * An empirical distribution function.
 * @category Ecdf
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdf as codec } from 'lawful/codec';
 * import { ecdf } from 'lawful/ecdf';
 * const e = ecdf([3, 1, 2]);
 * expect(e._tag === 'Right' && codec.decode(JSON.parse(JSON.stringify(codec.encode(e.right))))).toEqual(e);
 * ```
 */
export const ecdf: t.Type<Ecdf, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'Ecdf',
    t.type({ _tag: t.literal('Ecdf'), knots: float64Array, cumulative: float64Array, ...sizes }),
    ({ _tag, knots, cumulative, weighted, size, effectiveSize }): Either<Failure, Ecdf> => {
      const e: Ecdf = { _tag, knots: plain(knots), cumulative, weighted, size, effectiveSize };
      return only(
        e,
        checkKnots(e, 'cumulative', cumulative, rises, 'positive and no less than the one before'),
        checkSizes(e, cumulative[cumulative.length - 1]),
      );
    },
  ))();

const run: t.Type<Run, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'Run',
    t.type({ knots: float64Array, masses: float64Array, ...sizes }),
    ({ knots, masses, weighted, size, effectiveSize }): Either<Failure, Run> => {
      const r: Run = { knots: plain(knots), masses, weighted, size, effectiveSize };
      const mass = masses.reduce((sum, m) => sum + m, 0);
      return only(r, checkKnots(r, 'masses', masses, isMass, 'positive and finite'), checkSizes(r, mass));
    },
  ))();

/**
 * A summary on its way to an ECDF.
 * @category Ecdf
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdfSummary } from 'lawful/codec';
 * import { empty } from 'lawful/ecdf';
 * expect(ecdfSummary.decode(ecdfSummary.encode(empty))).toEqual({ _tag: 'Right', right: empty });
 * ```
 */
export const ecdfSummary: t.Type<EcdfSummary, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'EcdfSummary',
    t.type({ _tag: t.literal('EcdfSummary'), runs: t.readonlyArray(run) }),
    ({ _tag, runs }): Either<Failure, EcdfSummary> => right({ _tag, runs }),
  ))();

const same = (a: Float64Array, b: Float64Array): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

const isShare: Rule = (x) => x >= 0 && x <= 1;

/** Shares that lie in order, entry by entry. */
const ordered = (at: string, lower: Float64Array, upper: Float64Array): Either<Failure, unknown> =>
  all(
    every(`${at}.lower`, lower, isShare, 'at least 0 and at most 1'),
    every(`${at}.upper`, upper, isShare, 'at least 0 and at most 1'),
    every(`${at}.upper`, upper, (x, _, i) => x >= lower[i], 'at least the lower one'),
  );

/**
 * A simultaneous band.
 * @category Ecdf
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { band as codec } from 'lawful/codec';
 * import { dkwBand, ecdf } from 'lawful/ecdf';
 * const e = ecdf([3, 1, 2]);
 * const band = e._tag === 'Right' ? dkwBand(e.right) : e;
 * expect(band._tag === 'Right' && codec.decode(JSON.parse(JSON.stringify(codec.encode(band.right))))).toEqual(band);
 * ```
 */
export const band: t.Type<Band, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'Band',
    t.type({
      lower: stepFunction,
      upper: stepFunction,
      level: finiteNumber,
      halfWidth: finiteNumber,
      coverage: t.union([t.literal('at least'), t.literal('approximate')]),
    }),
    ({ lower, upper, level: of, halfWidth, coverage }): Either<Failure, Band> => {
      if (!same(lower.knots, upper.knots)) return left(degenerate('band', 'its edges differ in their knots'));
      return only(
        { lower, upper, level: of, halfWidth, coverage },
        check(level, 'level')(of),
        check(positive([0, 1]), 'halfWidth')(halfWidth),
        ordered('band', lower.values, upper.values),
        ordered('band.before', Float64Array.of(lower.before), Float64Array.of(upper.before)),
      );
    },
  ))();

/**
 * Pointwise intervals at the knots.
 * @category Ecdf
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { pointwiseBand as codec } from 'lawful/codec';
 * import { ecdf, pointwiseBand } from 'lawful/ecdf';
 * const e = ecdf([3, 1, 2]);
 * const band = e._tag === 'Right' ? pointwiseBand({ method: 'log-log', level: 0.9 })(e.right) : e;
 * expect(band._tag === 'Right' && codec.decode(JSON.parse(JSON.stringify(codec.encode(band.right))))).toEqual(band);
 * ```
 */
export const pointwiseBand: t.Type<PointwiseBand, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'PointwiseBand',
    t.type({
      x: float64Array,
      estimate: float64Array,
      lower: float64Array,
      upper: float64Array,
      undefinedAt: float64Array,
      level: finiteNumber,
    }),
    ({ x, estimate, lower, upper, undefinedAt, level: of }): Either<Failure, PointwiseBand> => {
      const uneven = [estimate, lower, upper].find((values) => values.length !== x.length);
      if (uneven !== undefined) return left(lengthMismatch('band', x.length, uneven.length));
      return only(
        { x, estimate, lower, upper, undefinedAt, level: of },
        check(level, 'level')(of),
        every('x', x, ascends, 'greater than the one before it'),
        every('undefinedAt', undefinedAt, ascends, 'greater than the one before it'),
        ordered('band', lower, upper),
        every('estimate', estimate, isShare, 'at least 0 and at most 1'),
      );
    },
  ))();
