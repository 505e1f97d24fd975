/**
 * The categorical law: 0, 1, ..., n - 1 with given probabilities.
 *
 * Probabilities are summed from both ends, so that neither tail is a difference from 1.
 *
 * @source Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 1
 * @module laws/categorical
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  check,
  cumHazardOf,
  type DiscreteLaw,
  type Domain,
  type Draw,
  empty,
  type Failure,
  type Fit,
  fitOf,
  masses,
  medianOf,
  nonNegative,
  type Rng,
  sampleNOf,
  sampleOf,
  sdOf,
  type Support,
} from '../law/index.ts';
import { countAtMost, countBelow, cumulativeSums, guided, sum } from '../numeric/index.ts';

/**
 * The categorical law with these probabilities of 0, 1, ..., n - 1, which add up to 1.
 * @category Model
 * @since 0.1.0
 */
export interface Categorical {
  readonly _tag: 'Categorical';
  readonly probabilities: ReadonlyArray<number>;
}

/**
 * None of its parameters is a number; the constructor checks the array.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Readonly<Record<string, never>> = {};

/**
 * The categorical law on 0, 1, ..., n - 1 with probabilities in proportion to `weights`: at least one, none negative, not
 * all 0.
 *
 * They are divided by their sum, unless that is 1 to within its rounding, $2^{-51}$: probabilities stay as they are.
 *
 * Failure: `Empty`, `NotFinite`, `OutOfDomain` or `Degenerate` (all zero, or a sum that overflows) at
 * `categorical.probabilities`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { categorical, cdf, quantile } from 'lawful/laws/categorical';
 * const law = categorical([2, 1, 1]);
 * if (law._tag === 'Right') {
 *   expect(law.right.probabilities).toEqual([0.5, 0.25, 0.25]);
 *   expect(cdf(law.right)(1)).toBe(0.75);
 *   expect(quantile(law.right)(0.9)).toBe(2);
 * }
 * ```
 */
export const categorical = (weights: ArrayLike<number>): Either<Failure, Categorical> => {
  const at = 'categorical.probabilities';
  if (weights.length === 0) return left(empty(at));
  const data = masses(nonNegative([0, 1]), at, weights.length)(weights);
  if (data._tag === 'Left') return data;
  const total = sum(data.right);
  const isOne = Math.abs(total - 1) <= 2 ** -51;
  return right({ _tag: 'Categorical', probabilities: Array.from(data.right, (w) => (isOne ? w : w / total)) });
};

const of = (values: Omit<Categorical, '_tag'>): Either<Failure, Categorical> => categorical(values.probabilities);

/** The smallest interval that holds the categories of positive probability. */
export const support = (law: Categorical): Support => ({
  lower: law.probabilities.findIndex((p) => p > 0),
  upper: law.probabilities.reduce((last, p, k) => (p > 0 ? k : last), 0),
});

/** P(X <= k) at 0, ..., n - 1: exactly 1 from the last possible category on, and not above it before. */
const sumsUpTo = (law: Categorical): Float64Array => {
  const { upper } = support(law);
  return cumulativeSums(Float64Array.from(law.probabilities)).map((c, k) => (k >= upper ? 1 : Math.min(c, 1)));
};

/** P(X > k) at n - 1, ..., 0, ascending: exactly 1 below the first possible category. */
const sumsBeyond = (law: Categorical): Float64Array => {
  const { lower } = support(law);
  const last = law.probabilities.length - 1;
  const sums = cumulativeSums(Float64Array.from(law.probabilities).reverse());
  return Float64Array.from(sums, (_, i) => (i === 0 ? 0 : last - i < lower ? 1 : Math.min(sums[i - 1], 1)));
};

/** A function of the categories, by its values there; `before` below 0, `after` from n on, `between` them `between`. */
const tabulated =
  (values: ArrayLike<number>, before: number, between: number, after: number) =>
  (k: number): number => {
    if (k >= 0 && k < values.length) return Math.floor(k) === k ? (values[k] as number) : between;
    return k < 0 ? before : k === k ? after : NaN;
  };

/** The same of a step function, whose values hold up to the next category. */
const steps =
  (values: ArrayLike<number>, before: number, after: number) =>
  (x: number): number =>
    x >= 0 && x < values.length ? (values[Math.floor(x)] as number) : x < 0 ? before : x === x ? after : NaN;

/** $p_k$. Exact. */
export const pmf = (law: Categorical): ((k: number) => number) => tabulated(law.probabilities, 0, 0, 0);

/** ln of a probability, by what lies on the one side of it and on the other where it is most of the whole. */
const logOf = (p: number, below: number, above: number): number =>
  p > 0.5 ? Math.log1p(-(below + above)) + 0 : Math.log(p);

const logMasses = (law: Categorical): Float64Array => {
  const [lower, upper] = [sumsUpTo(law), sumsBeyond(law)];
  const last = law.probabilities.length - 1;
  return Float64Array.from(law.probabilities, (p, k) => logOf(p, k > 0 ? lower[k - 1] : 0, upper[last - k]));
};

/** $\ln p_k$; of a probability near 1 by the sum of the others. Relative error at most 8 units of $2^{-53}$. */
export const logPmf = (law: Categorical): ((k: number) => number) =>
  tabulated(logMasses(law), -Infinity, -Infinity, -Infinity);

/** $p_0 + \dots + p_{\lfloor x\rfloor}$, compensated. Relative error at most 6 units of $2^{-53}$. */
export const cdf = (law: Categorical): ((x: number) => number) => steps(sumsUpTo(law), 0, 1);

/** $p_{\lfloor x\rfloor+1} + \dots + p_{n-1}$, compensated. Relative error at most 6 units of $2^{-53}$. */
export const sf = (law: Categorical): ((x: number) => number) => steps(sumsBeyond(law).reverse(), 1, 0);

/** The logarithm of `cdf`; near 0 by `sf`. Relative error at most 8 units of $2^{-53}$. */
export const logCdf = (law: Categorical): ((x: number) => number) => {
  const upper = sumsBeyond(law).reverse();
  return steps(
    sumsUpTo(law).map((c, k) => logOf(c, 0, upper[k])),
    -Infinity,
    0,
  );
};

/** The logarithm of `sf`; near 0 by `cdf`. Relative error at most 8 units of $2^{-53}$. */
export const logSf = (law: Categorical): ((x: number) => number) => {
  const lower = sumsUpTo(law);
  return steps(
    sumsBeyond(law)
      .reverse()
      .map((s, k) => logOf(s, lower[k], 0)),
    0,
    -Infinity,
  );
};

/** The smallest $k$ with `cdf(k) >= p`, by bisection of the sums. */
export const quantile = (law: Categorical): ((p: number) => number) => {
  const sums = sumsUpTo(law);
  const { lower, upper } = support(law);
  return (p) => (p > 0 && p < 1 ? countBelow(sums, p) : p === 0 ? lower : p === 1 ? upper : NaN);
};

/** The smallest $k$ with `sf(k) <= q`, by bisection of the sums. */
export const isf = (law: Categorical): ((q: number) => number) => {
  const sums = sumsBeyond(law);
  const { lower } = support(law);
  return (q) => (q >= 0 && q < 1 ? sums.length - countAtMost(sums, q) : q === 1 ? lower : NaN);
};

/** $P(X = k)/P(X \ge k)$; 1 from the last possible category on. Relative error at most 8 units of $2^{-53}$. */
export const hazard = (law: Categorical): ((k: number) => number) => {
  const upper = sumsBeyond(law).reverse();
  const last = support(law).upper;
  const rates = law.probabilities.map((p, k) => (k >= last ? 1 : p / (k > 0 ? (upper[k - 1] as number) : 1)));
  return tabulated(rates, 0, 0, 1);
};

/** The logarithm of `hazard`; near 0 by what is left after $k$. Relative error at most 12 units of $2^{-53}$. */
export const logHazard = (law: Categorical): ((k: number) => number) => {
  const upper = sumsBeyond(law).reverse();
  const last = support(law).upper;
  const logs = law.probabilities.map((p, k) => {
    const before = k > 0 ? (upper[k - 1] as number) : 1;
    return k >= last ? 0 : logOf(p / before, 0, (upper[k] as number) / before);
  });
  return tabulated(logs, -Infinity, -Infinity, 0);
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Categorical) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** The sum of f(k, p) over the categories that are possible, compensated. */
const total = (law: Categorical, f: (k: number, p: number) => number): number =>
  sum(Float64Array.from(law.probabilities, (p, k) => (p > 0 ? f(k, p) : 0)));

/** $\sum k p_k$. Relative error at most 2 units of $2^{-53}$. */
export const mean = (law: Categorical): number => total(law, (k, p) => k * p);

/**
 * $\sum (k-c)^2 p_k - (\mu-c)^2$ about a mode $c$, from which all is measured so that little spread keeps its digits.
 * Relative error at most $10^{-15}n$ for $n$ categories.
 */
export const variance = (law: Categorical): number => {
  const centre = mode(law)[0] as number;
  const shift = total(law, (k, p) => (k - centre) * p);
  return total(law, (k, p) => (k - centre - shift) * (k - centre - shift) * p);
};

/** {@inheritDoc law.Vocabulary.sd} */
export const sd: (law: Categorical) => number = /* @__PURE__ */ sdOf(variance);

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: Categorical) => number = /* @__PURE__ */ medianOf(quantile);

/** Every category of the greatest probability. */
export const mode = (law: Categorical): ReadonlyArray<number> => {
  const most = law.probabilities.reduce((a, b) => Math.max(a, b));
  return law.probabilities.flatMap((p, k) => (p === most ? [k] : []));
};

/** $-\sum p_k\ln p_k$, without the impossible ones. Relative error at most 8 units of $2^{-53}$. */
export const entropy = (law: Categorical): number => {
  const logs = logMasses(law);
  return 0 - total(law, (k, p) => p * logs[k]);
};

/** By inversion from a guide table: fewer than two steps a draw on average. */
const draw: Draw<Categorical> = (law) => {
  const index = guided(sumsUpTo(law));
  return (uniform) => index(uniform());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Categorical) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Categorical) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/** An integer from a to b. */
const integers = (lower: number, upper: number): Domain => ({
  lower,
  upper,
  closed: 'both',
  integer: true,
  typical: [lower, Math.min(upper, 10)],
});

/**
 * The law on 0, ..., `categories` - 1 that makes a sample likeliest: $\hat p_k = n_k/n$, the share of the sample that is
 * $k$. At most $2^{24}$ categories.
 *
 * The probabilities are an array, for which `standardErrors` has no place: that of $\hat p_k$ is
 * $\sqrt{\hat p_k(1-\hat p_k)/n}$. An information criterion charges for `categories` - 1 numbers.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `categories`; `Empty`, `NotFinite` or `OutOfDomain` at `sample`.
 * @category Estimation
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { fit } from 'lawful/laws/categorical';
 * const found = fit(3)([0, 2, 2, 0]);
 * if (found._tag === 'Right') {
 *   expect(found.right.law.probabilities).toEqual([0.5, 0, 0.5]);
 *   expect(found.right.logLikelihood).toBeCloseTo(-4 * Math.LN2, 15);
 * }
 * ```
 */
export const fit =
  (categories: number) =>
  (sample: ArrayLike<number>): Either<Failure, Fit<Categorical>> => {
    const size = check(integers(1, 16777216), 'categories')(categories);
    if (size._tag === 'Left') return size;
    return fitOf(integers(0, size.right - 1), logPmf, size.right - 1, (xs) => {
      const counts = new Float64Array(size.right);
      xs.forEach((k) => counts[k]++);
      return right({ law: categorical(counts), standardErrors: {} });
    })(sample);
  };

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const categoricalLaw: DiscreteLaw<Categorical> = {
  kind: 'discrete',
  name: 'categorical',
  parameters,
  make: of,
  support,
  pmf,
  logPmf,
  cdf,
  sf,
  logCdf,
  logSf,
  quantile,
  isf,
  hazard,
  logHazard,
  cumHazard,
  mean,
  variance,
  sd,
  median,
  mode,
  entropy,
  sample,
  sampleN,
};
