/** What `lawful/law` holds, through JSON. */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts/lib/index.js';
import {
  check,
  checkParameters,
  count,
  degenerate,
  empty,
  type Failure,
  type Fit,
  lengthMismatch,
  type Matrix,
  matrix as makeMatrix,
  notFinite,
  outOfDomain,
  type Rng,
  showFailure,
  type StepFunction,
  stepFunction as makeStepFunction,
} from '../law/index.ts';
import { finiteNumber, float64Array, taggedNumber } from './number.ts';

/**
 * A codec whose decoded value goes through a smart constructor, so that what comes out of JSON is as sound as what comes
 * out of code; the constructor's failure is the report's message. Only the fields that `fields` names are read.
 */
export const through = <A, O>(
  name: string,
  fields: t.Type<A, O, unknown>,
  make: (fields: A) => Either<Failure, A>,
): t.Type<A, O, unknown> =>
  new t.Type(
    name,
    (u): u is A => fields.is(u) && make(u)._tag === 'Right',
    (u, context) => {
      const decoded = fields.validate(u, context);
      if (decoded._tag === 'Left') return decoded;
      const made = make(decoded.right);
      return made._tag === 'Left' ? t.failure(u, context, showFailure(made.left)) : t.success(made.right);
    },
    (a) => fields.encode(a),
  );

const place = { at: t.string };
// An absent index as a union: io-ts encodes an intersection by merging what its parts encoded, and loses tagged numbers.
const offender = {
  ...place,
  index: /* @__PURE__ */ t.union([finiteNumber, t.undefined]),
  value: taggedNumber,
  count: finiteNumber,
};

/** The same failure with no more than its own fields, and no `index` rather than an undefined one. */
const rebuild = (f: Failure): Failure => {
  switch (f._tag) {
    case 'Empty':
      return empty(f.at);
    case 'NotFinite':
      return notFinite(f.at, f.value, f.index, f.count);
    case 'OutOfDomain':
      return outOfDomain(f.at, f.value, f.domain, f.index, f.count);
    case 'LengthMismatch':
      return lengthMismatch(f.at, f.expected, f.actual);
    case 'Degenerate':
      return degenerate(f.at, f.reason);
  }
};

const counts = /* @__PURE__ */ count([0, 10]);

/** The failure, or the failure that is in it: an index or a count that is none. */
const checkFailure = (f: Failure): Either<Failure, Failure> => {
  if (f._tag !== 'NotFinite' && f._tag !== 'OutOfDomain') return right(rebuild(f));
  const index = check(counts, 'index')(f.index ?? 0);
  if (index._tag === 'Left') return index;
  const number = check(counts, 'count')(f.count);
  return number._tag === 'Left' ? number : right(rebuild(f));
};

/**
 * A failure, so that a service can answer with one.
 * @category Law
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { failure } from 'lawful/codec';
 * import { notFinite } from 'lawful/law';
 * const json = JSON.stringify(failure.encode(notFinite('sample', NaN, 3)));
 * expect(failure.decode(JSON.parse(json))).toEqual({ _tag: 'Right', right: notFinite('sample', NaN, 3) });
 * ```
 */
export const failure: t.Type<Failure, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'Failure',
    t.union([
      t.type({ _tag: t.literal('Empty'), ...place }),
      t.type({ _tag: t.literal('NotFinite'), ...offender }),
      t.type({ _tag: t.literal('OutOfDomain'), ...offender, domain: t.string }),
      t.type({ _tag: t.literal('LengthMismatch'), ...place, expected: taggedNumber, actual: taggedNumber }),
      t.type({ _tag: t.literal('Degenerate'), ...place, reason: t.string }),
    ]) as unknown as t.Type<Failure, unknown, unknown>,
    checkFailure,
  ))();

const isInt32 = (x: unknown): x is number => typeof x === 'number' && (x | 0) === x && !Object.is(x, -0);

const isRng = (u: unknown): u is Rng =>
  Array.isArray(u) && u.length === 4 && u.every(isInt32) && u.some((word) => word !== 0);

/**
 * The state of a random number generator: four 32-bit integers, not all zero.
 * @category Law
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { rng as codec } from 'lawful/codec';
 * import { rng } from 'lawful/law';
 * expect(codec.decode(JSON.parse(JSON.stringify(rng(1))))).toEqual({ _tag: 'Right', right: rng(1) });
 * expect(codec.decode([0, 0, 0, 0])._tag).toBe('Left');
 * ```
 */
export const rng: t.Type<Rng, ReadonlyArray<number>, unknown> = /* @__PURE__ */ new t.Type(
  'Rng',
  isRng,
  (u, context) =>
    isRng(u) ? t.success([u[0], u[1], u[2], u[3]]) : t.failure(u, context, 'not four 32-bit integers, not all zero'),
  (state) => [...state],
);

/**
 * A matrix.
 * @category Law
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { matrix } from 'lawful/codec';
 * expect(matrix.decode({ data: [1, 2], rows: 1, columns: 2 })._tag).toBe('Right');
 * expect(matrix.decode({ data: [1, 2], rows: 3, columns: 2 })._tag).toBe('Left');
 * ```
 */
export const matrix: t.Type<Matrix, unknown, unknown> = /* @__PURE__ */ (() =>
  through('Matrix', t.type({ data: float64Array, rows: finiteNumber, columns: finiteNumber }), (m) =>
    makeMatrix(m.data, m.rows, m.columns),
  ))();

/**
 * A step function.
 * @category Law
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { stepFunction } from 'lawful/codec';
 * expect(stepFunction.decode({ knots: [0, 1], values: [0.5, 1], before: 0 })._tag).toBe('Right');
 * expect(stepFunction.decode({ knots: [1, 0], values: [0.5, 1], before: 0 })._tag).toBe('Left');
 * ```
 */
export const stepFunction: t.Type<StepFunction, unknown, unknown> = /* @__PURE__ */ (() =>
  through('StepFunction', t.type({ knots: float64Array, values: float64Array, before: finiteNumber }), (f) =>
    makeStepFunction(f.knots, f.values, f.before),
  ))();

const checkFit = <L>(f: Fit<L>): Either<Failure, Fit<L>> => {
  const whole = checkParameters(
    'fit',
    { parameters: counts, observations: counts, iterations: counts },
    { parameters: f.parameters, observations: f.observations, iterations: f.iterations },
  );
  if (whole._tag === 'Left') return whole;
  const errors = Object.entries<number | undefined>(f.standardErrors);
  const bad = errors.find(([, error]) => !(error !== undefined && error >= 0));
  return bad === undefined
    ? right({ law: f.law, logLikelihood: f.logLikelihood, standardErrors: f.standardErrors, ...whole.right })
    : left(outOfDomain(`fit.standardErrors.${bad[0]}`, bad[1] ?? NaN, 'at least 0'));
};

/**
 * What a maximum likelihood fit gives, given the codec of its law.
 * @category Law
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { exponential, fit as codec } from 'lawful/codec';
 * import { fit } from 'lawful/laws/exponential';
 * const fitted = fit([1, 2, 6]);
 * const json = fitted._tag === 'Right' && JSON.stringify(codec(exponential).encode(fitted.right));
 * expect(codec(exponential).decode(JSON.parse(json || ''))).toEqual(fitted);
 * ```
 */
export const fit = <L>(law: t.Type<L, unknown, unknown>): t.Type<Fit<L>, unknown, unknown> =>
  through(
    `Fit<${law.name}>`,
    t.type({
      law,
      logLikelihood: taggedNumber,
      parameters: finiteNumber,
      observations: finiteNumber,
      standardErrors: t.record(t.string, taggedNumber),
      iterations: finiteNumber,
    }) as unknown as t.Type<Fit<L>, unknown, unknown>,
    checkFit,
  );
