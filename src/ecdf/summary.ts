/**
 * A distribution function that can be merged and streamed into: a monoid whose identity is the empty summary.
 *
 * Laws it obeys: `result` of a concatenation is the ECDF of the concatenated samples, whatever the order and the
 * bracketing (exactly for counts; to the rounding of sums for weights); `empty` changes nothing.
 *
 * The observations lie in sorted runs, each at most half as long as the one before it: a value costs O(log n) on average,
 * a merge O(n + m), and nothing is ever written in place.
 */
import { type Either, left, map, right } from 'fp-ts/lib/Either.js';
import type { Monoid } from 'fp-ts/lib/Monoid.js';
import { degenerate, empty as emptyFailure, type Failure } from '../law/index.ts';
import { type Ecdf, ofRun, total } from './ecdf.ts';
import { type EcdfOptions, mergeRuns, type Run, runOf, TOO_MANY } from './run.ts';

/**
 * Observations on their way to an ECDF: sorted runs, longest first. Plain data.
 * @category Summary
 * @since 0.1.0
 */
export interface EcdfSummary {
  readonly _tag: 'EcdfSummary';
  readonly runs: ReadonlyArray<Run>;
}

const ofRuns = (runs: ReadonlyArray<Run>): EcdfSummary => ({ _tag: 'EcdfSummary', runs });

/** A run more: neighbours merge while the later is more than half as long as the earlier. */
const push = (runs: ReadonlyArray<Run>, run: Run): ReadonlyArray<Run> => {
  let kept = runs.length;
  let merged = run;
  while (kept > 0 && (runs[kept - 1] as Run).knots.length < 2 * merged.knots.length) {
    kept -= 1;
    merged = mergeRuns(runs[kept] as Run, merged);
  }
  return [...runs.slice(0, kept), merged];
};

/**
 * The summary of no observations.
 * @category Summary
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { empty, result } from 'lawful/ecdf';
 * import { showFailure } from 'lawful/law';
 * const e = result(empty);
 * expect(e._tag === 'Left' && showFailure(e.left)).toBe('summary is empty; at least one value is needed');
 * ```
 */
export const empty: EcdfSummary = { _tag: 'EcdfSummary', runs: [] };

/**
 * The summary of a chunk of observations with weights or counts. Failures as `ecdfWith`.
 * @category Summary
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { evaluate, ofChunkWith, result } from 'lawful/ecdf';
 * const chunk = ofChunkWith({ counts: [3, 1] })([10, 20]);
 * const e = chunk._tag === 'Right' ? result(chunk.right) : chunk;
 * if (e._tag === 'Right') expect(evaluate(e.right)(10)).toBe(0.75);
 * ```
 */
export const ofChunkWith =
  (options: EcdfOptions) =>
  (xs: ArrayLike<number>): Either<Failure, EcdfSummary> =>
    map((run: Run) => ofRuns([run]))(runOf(options)(xs));

/**
 * The summary of a chunk of observations. Failure: `Empty` or `NotFinite` at `sample`.
 * @category Summary
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { concat, evaluate, ofChunk, result } from 'lawful/ecdf';
 * const [a, b] = [ofChunk([1, 2]), ofChunk([2, 3])];
 * if (a._tag === 'Right' && b._tag === 'Right') {
 *   const e = result(concat(a.right, b.right));
 *   if (e._tag === 'Right') expect(evaluate(e.right)(2)).toBe(0.75);
 * }
 * ```
 */
export const ofChunk: (xs: ArrayLike<number>) => Either<Failure, EcdfSummary> = /* @__PURE__ */ ofChunkWith({});

/**
 * Two summaries as one.
 * @category Summary
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { concat, empty } from 'lawful/ecdf';
 * expect(concat(empty, empty)).toEqual(empty);
 * ```
 */
export const concat = (a: EcdfSummary, b: EcdfSummary): EcdfSummary => {
  const longestFirst = [...a.runs, ...b.runs].sort((r, s) => s.knots.length - r.knots.length);
  return ofRuns(longestFirst.reduce<ReadonlyArray<Run>>(push, []));
};

/**
 * One observation more, O(log n) on average. Failure: `NotFinite` at `sample`.
 * @category Summary
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { empty, evaluate, result, step } from 'lawful/ecdf';
 * import { chain } from 'fp-ts/lib/Either.js';
 * const e = [4, 1, 3].reduce((s, x) => chain((r: typeof empty) => step(r)(x))(s), step(empty)(2));
 * const f = chain(result)(e);
 * if (f._tag === 'Right') expect(evaluate(f.right)(2)).toBe(0.5);
 * ```
 */
export const step =
  (summary: EcdfSummary) =>
  (x: number): Either<Failure, EcdfSummary> =>
    map((run: Run) => ofRuns(push(summary.runs, run)))(runOf({})([x]));

/**
 * The distribution function of what has been seen so far.
 *
 * Failure: `Empty` at `summary`; `Degenerate` when the weights together overflow or the counts reach $2^{53}$.
 * @category Summary
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ofChunk, result } from 'lawful/ecdf';
 * const chunk = ofChunk([2, 1]);
 * const e = chunk._tag === 'Right' ? result(chunk.right) : chunk;
 * expect(e._tag === 'Right' && [...e.right.knots]).toEqual([1, 2]);
 * ```
 */
export const result = (summary: EcdfSummary): Either<Failure, Ecdf> => {
  const [shortest, ...longer] = [...summary.runs].reverse();
  if (shortest === undefined) return left(emptyFailure('summary'));
  const e = ofRun(longer.reduce(mergeRuns, shortest));
  if (!e.weighted && e.size >= TOO_MANY) return left(degenerate('summary', 'the sum of its counts reaches 2^53'));
  return total(e) < Infinity ? right(e) : left(degenerate('summary', 'the sum of its weights overflows'));
};

/**
 * `empty` and `concat` as fp-ts's `Monoid`.
 * @category Instances
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { monoid } from 'lawful/ecdf';
 * import { concatAll } from 'fp-ts/lib/Monoid.js';
 * expect(concatAll(monoid)([])).toEqual(monoid.empty);
 * ```
 */
export const monoid: Monoid<EcdfSummary> = { empty, concat };
