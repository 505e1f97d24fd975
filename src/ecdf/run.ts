/**
 * A run: the distinct values of some observations, ascending, with the mass on each. The one shape that building,
 * merging and streaming share.
 */
import { type Either, left, map, right } from 'fp-ts/lib/Either.js';
import { count, degenerate, type Failure, masses as checkMasses, nonEmptyFloats, nonNegative } from '../law/index.ts';
import { cumulativeSums, order, sorted } from '../numeric/index.ts';

/**
 * Ascending distinct values and their masses, all positive. `size` observations went in. `weighted` says that masses are
 * weights, not numbers of observations; then `effectiveSize` is Kish's $(\sum w)^2/\sum w^2$, the number of equally
 * weighted observations that would say as much, and otherwise it is `size`.
 * @category Summary
 * @since 0.1.0
 */
export interface Run {
  readonly knots: Float64Array;
  readonly masses: Float64Array;
  readonly weighted: boolean;
  readonly size: number;
  readonly effectiveSize: number;
}

/**
 * What an observation stands for. `counts`: how often it was seen, an integer (an unweighted sample of the repeats).
 * `weights`: its importance, any number from 0 up. `infinite`: whether an infinite observation is a failure (the
 * default) or a value like any other.
 * @category Constructors
 * @since 0.1.0
 */
export type EcdfOptions = { readonly infinite?: 'reject' | 'allow' } & (
  | { readonly weights?: never; readonly counts?: never }
  | { readonly weights: ArrayLike<number>; readonly counts?: never }
  | { readonly counts: ArrayLike<number>; readonly weights?: never }
);

/** From here on a sum of counts is no longer exact. */
export const TOO_MANY: number = 2 ** 53;

/**
 * Equal neighbours of an ascending array become one knot; `massAt(i)` is the mass of its i-th value. Sums over ties are
 * compensated: a million tied weights of 0.1 add up to 100000.
 */
const collapse = (ascending: Float64Array, massAt: (i: number) => number): Pick<Run, 'knots' | 'masses'> => {
  const knots = new Float64Array(ascending.length);
  const masses = new Float64Array(ascending.length);
  let k = -1;
  let lost = 0;
  for (let i = 0; i < ascending.length; i++) {
    const mass = massAt(i);
    if (mass === 0) continue;
    if (k >= 0 && ascending[i] === knots[k]) {
      const sum = masses[k];
      const next = sum + mass;
      lost += sum >= mass ? sum - next + mass : mass - next + sum;
      masses[k] = next;
    } else {
      if (k >= 0) masses[k] += lost;
      lost = 0;
      knots[++k] = ascending[i];
      masses[k] = mass;
    }
  }
  masses[k] += lost;
  return k + 1 === knots.length ? { knots, masses } : { knots: knots.slice(0, k + 1), masses: masses.slice(0, k + 1) };
};

const one = (): number => 1;

const isStrictlyAscending = (xs: Float64Array): boolean => {
  for (let i = 1; i < xs.length; i++) if (xs[i] === xs[i - 1]) return false;
  return true;
};

const unweighted = (xs: Float64Array): Run => {
  const n = xs.length;
  const ascending = sorted(xs);
  const parts = isStrictlyAscending(ascending)
    ? { knots: ascending, masses: new Float64Array(n).fill(1) }
    : collapse(ascending, one);
  return { ...parts, weighted: false, size: n, effectiveSize: n };
};

/** Values with a mass each. The permutation is stable, so that equal values add their masses in the given order. */
const weighted = (xs: Float64Array, masses: Float64Array): Pick<Run, 'knots' | 'masses'> => {
  const permutation = order(xs);
  const ascending = new Float64Array(xs.length);
  for (let i = 0; i < ascending.length; i++) ascending[i] = xs[permutation[i]];
  return collapse(ascending, (i) => masses[permutation[i]]);
};

const sum = (xs: Float64Array): number => cumulativeSums(xs)[xs.length - 1];

/** Kish's effective size; the weights over their greatest first, so that no square over- or underflows. */
const kish = (weights: Float64Array): number => {
  const greatest = weights.reduce((a, b) => Math.max(a, b), 0);
  const scaled = weights.filter((w) => w > 0).map((w) => w / greatest);
  if (scaled.every((w) => w === 1)) return scaled.length;
  const total = sum(scaled);
  return (total * total) / sum(scaled.map((w) => w * w));
};

/** The run of a plain sample. Failures at `sample`. */
export const runOfSample = (xs: ArrayLike<number>, infinite?: 'reject' | 'allow'): Either<Failure, Run> =>
  map(unweighted)(nonEmptyFloats('sample', infinite)(xs));

/** The run of a sample. Failures at `sample`, `weights`, `counts`. */
export const runOf =
  (options: EcdfOptions) =>
  (xs: ArrayLike<number>): Either<Failure, Run> => {
    if (options.counts === undefined && options.weights === undefined) return runOfSample(xs, options.infinite);
    const values = nonEmptyFloats('sample', options.infinite)(xs);
    if (values._tag === 'Left') return values;
    const n = values.right.length;
    if (options.counts !== undefined) {
      const counts = checkMasses(count([0, 10]), 'counts', n)(options.counts);
      if (counts._tag === 'Left') return counts;
      const size = sum(counts.right);
      if (size >= TOO_MANY) return left(degenerate('counts', 'their sum reaches 2^53'));
      return right({ ...weighted(values.right, counts.right), weighted: false, size, effectiveSize: size });
    }
    const weights = checkMasses(nonNegative([0, 10]), 'weights', n)(options.weights);
    if (weights._tag === 'Left') return weights;
    const effectiveSize = kish(weights.right);
    return right({ ...weighted(values.right, weights.right), weighted: true, size: n, effectiveSize });
  };

/** The effective size of two parts together, from their totals and effective sizes; no square of a total is formed. */
const mergedEffectiveSize = (a: Run, b: Run): number => {
  if (!a.weighted && !b.weighted) return a.size + b.size;
  const [totalA, totalB] = [sum(a.masses), sum(b.masses)];
  if (totalA < totalB) return mergedEffectiveSize(b, a);
  const r = totalB / totalA;
  return ((1 + r) * (1 + r)) / (1 / a.effectiveSize + (r * r) / b.effectiveSize);
};

/** Two runs as one: a merge of ascending arrays, masses of equal knots added. */
export const mergeRuns = (a: Run, b: Run): Run => {
  const length = a.knots.length + b.knots.length;
  const ascending = new Float64Array(length);
  const added = new Float64Array(length);
  let i = 0;
  let j = 0;
  for (let k = 0; k < length; k++) {
    const takeA = j >= b.knots.length || (i < a.knots.length && a.knots[i] <= b.knots[j]);
    ascending[k] = takeA ? a.knots[i] : b.knots[j];
    added[k] = takeA ? a.masses[i++] : b.masses[j++];
  }
  return {
    ...collapse(ascending, (k) => added[k]),
    weighted: a.weighted || b.weighted,
    size: a.size + b.size,
    effectiveSize: mergedEffectiveSize(a, b),
  };
};
