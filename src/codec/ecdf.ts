/** What `lawful/ecdf` holds, through JSON. */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts/lib/index.js';
import type { Band, Ecdf, EcdfSummary, PointwiseBand, Run } from '../ecdf/index.ts';
import { empty, type Failure, lengthMismatch, outOfDomain } from '../law/index.ts';
import { hasArrays, stepFunction, through } from './law.ts';
import { finiteNumber, float64Array } from './number.ts';

/** The first index at which a rule fails, as a failure. */
const everyAt = (
  at: string,
  xs: Float64Array,
  rule: (x: number, before: number | undefined) => boolean,
  words: string,
): Either<Failure, Float64Array> => {
  const index = xs.findIndex((x, i) => !rule(x, i === 0 ? undefined : xs[i - 1]));
  return index < 0 ? right(xs) : left(outOfDomain(at, xs[index] as number, words, index));
};

const ascends = (x: number, before: number | undefined): boolean => x === x && (before === undefined || x > before);

const isMass = (x: number): boolean => x > 0 && x < Infinity;

const rises = (x: number, before: number | undefined): boolean => isMass(x) && (before === undefined || x >= before);

/** The rules that knots with one mass (or cumulative mass) each keep, and the two sizes. */
const checkKnots = <A extends { readonly knots: Float64Array; readonly size: number; readonly effectiveSize: number }>(
  a: A,
  at: string,
  masses: Float64Array,
  rule: (x: number, before: number | undefined) => boolean,
  words: string,
): Either<Failure, A> => {
  if (a.knots.length === 0) return left(empty('knots'));
  if (masses.length !== a.knots.length) return left(lengthMismatch(at, a.knots.length, masses.length));
  const knots = everyAt('knots', a.knots, ascends, 'greater than the knot before it');
  if (knots._tag === 'Left') return knots;
  const checked = everyAt(at, masses, rule, words);
  if (checked._tag === 'Left') return checked;
  if (!(Number.isInteger(a.size) && a.size >= 1)) return left(outOfDomain('size', a.size, 'an integer at least 1'));
  if (!(a.effectiveSize > 0)) return left(outOfDomain('effectiveSize', a.effectiveSize, 'greater than 0'));
  return right(a);
};

const sizes = { size: finiteNumber, effectiveSize: finiteNumber };

/**
 * An empirical distribution function.
 * @category Ecdf
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ecdf as codec } from 'lawful/codec';
 * import { ecdf } from 'lawful/ecdf';
 * const e = ecdf([3, 1, 2]);
 * if (e._tag === 'Right') expect(codec.decode(JSON.parse(JSON.stringify(codec.encode(e.right))))).toEqual(e);
 * ```
 */
export const ecdf: t.Type<Ecdf, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'Ecdf',
    t.type({ _tag: t.literal('Ecdf'), knots: float64Array, cumulative: float64Array, ...sizes }),
    ({ _tag, knots, cumulative, size, effectiveSize }) =>
      checkKnots(
        { _tag, knots, cumulative, size, effectiveSize },
        'cumulative',
        cumulative,
        rises,
        'positive and no less than the one before',
      ),
    (u): u is Ecdf => hasArrays(u, 'knots', 'cumulative'),
    (e) => e,
  ))();

const run: t.Type<Run, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'Run',
    t.type({ knots: float64Array, masses: float64Array, total: finiteNumber, ...sizes }),
    ({ knots, masses, total, size, effectiveSize }) =>
      checkKnots({ knots, masses, total, size, effectiveSize }, 'masses', masses, isMass, 'positive and finite'),
    (u): u is Run => hasArrays(u, 'knots', 'masses'),
    (r) => r,
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
    (u): u is EcdfSummary => (u as { readonly _tag?: unknown } | null)?._tag === 'EcdfSummary',
    (s) => s,
  ))();

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
 * if (band._tag === 'Right') expect(codec.decode(JSON.parse(JSON.stringify(codec.encode(band.right))))).toEqual(band);
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
    ({ lower, upper, level, halfWidth, coverage }): Either<Failure, Band> =>
      right({ lower, upper, level, halfWidth, coverage }),
    (u): u is Band => typeof u === 'object' && u !== null && 'halfWidth' in u,
    (b) => b,
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
 * if (band._tag === 'Right') expect(codec.decode(JSON.parse(JSON.stringify(codec.encode(band.right))))).toEqual(band);
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
    ({ x, estimate, lower, upper, undefinedAt, level }): Either<Failure, PointwiseBand> => {
      const uneven = [estimate, lower, upper].find((values) => values.length !== x.length);
      if (uneven !== undefined) return left(lengthMismatch('band', x.length, uneven.length));
      return right({ x, estimate, lower, upper, undefinedAt, level });
    },
    (u): u is PointwiseBand => hasArrays(u, 'x', 'estimate', 'lower', 'upper', 'undefinedAt'),
    (b) => b,
  ))();
