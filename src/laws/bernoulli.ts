/**
 * The Bernoulli law: one trial that succeeds or fails.
 *
 * @source Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 3
 * @module laws/bernoulli
 */
import { type Either, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  cumHazardOf,
  type DiscreteLaw,
  type Domain,
  type Draw,
  type Failure,
  type Fit,
  fitOf,
  makerOf,
  medianOf,
  type Parameters,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import { sum } from '../numeric/index.ts';

/**
 * The Bernoulli law with this probability of a 1. Probabilities 0 and 1 are the laws that are always 0 and always 1.
 * @category Model
 * @since 0.1.0
 */
export interface Bernoulli {
  readonly _tag: 'Bernoulli';
  readonly probability: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Bernoulli> = {
  probability: { lower: 0, upper: 1, closed: 'both', integer: false, typical: [0.01, 0.99] },
};

const of = /* @__PURE__ */ makerOf<Bernoulli>('Bernoulli', 'bernoulli', parameters);

/**
 * The Bernoulli law on 0 and 1: `probability` $p$ of a 1, from 0 to 1.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `bernoulli.probability`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { bernoulli, entropy, pmf } from 'lawful/laws/bernoulli';
 * const law = bernoulli(0.25);
 * if (law._tag === 'Right') {
 *   expect([0, 1, 2].map(pmf(law.right))).toEqual([0.75, 0.25, 0]);
 *   expect(entropy(law.right)).toBeCloseTo(Math.log(4) - 0.75 * Math.log(3), 15);
 * }
 * ```
 */
export const bernoulli = (probability: number): Either<Failure, Bernoulli> => of({ probability });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (law: Bernoulli): Support => ({
  lower: law.probability === 1 ? 1 : 0,
  upper: law.probability === 0 ? 0 : 1,
});

/** $1-p$ at 0, $p$ at 1. Correctly rounded. */
export const pmf = (law: Bernoulli): ((k: number) => number) => {
  const p = law.probability;
  const q = 1 - p;
  return (k) => (k === 0 ? q : k === 1 ? p : k === k ? 0 : NaN);
};

/** $\ln(1-p)$ at 0, $\ln p$ at 1. Relative error at most 2 units of $2^{-53}$. */
export const logPmf = (law: Bernoulli): ((k: number) => number) => {
  const logP = Math.log(law.probability);
  const logQ = Math.log1p(-law.probability) + 0;
  return (k) => (k === 0 ? logQ : k === 1 ? logP : k === k ? -Infinity : NaN);
};

/** $1-p$ on [0, 1), 1 from 1 on. Correctly rounded. */
export const cdf = (law: Bernoulli): ((x: number) => number) => {
  const q = 1 - law.probability;
  return (x) => (x < 0 ? 0 : x < 1 ? q : x === x ? 1 : NaN);
};

/** $p$ on [0, 1), exactly; 0 from 1 on. */
export const sf = (law: Bernoulli): ((x: number) => number) => {
  const p = law.probability;
  return (x) => (x < 0 ? 1 : x < 1 ? p : x === x ? 0 : NaN);
};

/** $\ln(1-p)$ on [0, 1). Relative error at most 2 units of $2^{-53}$. */
export const logCdf = (law: Bernoulli): ((x: number) => number) => {
  const logQ = Math.log1p(-law.probability) + 0;
  return (x) => (x < 0 ? -Infinity : x < 1 ? logQ : x === x ? 0 : NaN);
};

/** $\ln p$ on [0, 1). Relative error at most 2 units of $2^{-53}$. */
export const logSf = (law: Bernoulli): ((x: number) => number) => {
  const logP = Math.log(law.probability);
  return (x) => (x < 0 ? 0 : x < 1 ? logP : x === x ? -Infinity : NaN);
};

/** 0 up to $1-p$, 1 above it. */
export const quantile = (law: Bernoulli): ((p: number) => number) => {
  const q = 1 - law.probability;
  const { lower, upper } = support(law);
  return (p) => (p >= 0 && p <= 1 ? (p === 1 ? upper : p <= q ? lower : 1) : NaN);
};

/** 0 from $p$ on, 1 below it. */
export const isf = (law: Bernoulli): ((q: number) => number) => {
  const p = law.probability;
  const { lower } = support(law);
  return (q) => (q >= 0 && q <= 1 ? (q >= p ? lower : 1) : NaN);
};

/** $1-p$ at 0, 1 from 1 on. Correctly rounded. */
export const hazard = (law: Bernoulli): ((k: number) => number) => {
  const q = 1 - law.probability;
  const { upper } = support(law);
  return (k) => (k > 0 ? (k >= upper ? 1 : 0) : k === 0 ? q : k === k ? 0 : NaN);
};

/** $\ln(1-p)$ at 0, 0 from 1 on. Relative error at most 2 units of $2^{-53}$. */
export const logHazard = (law: Bernoulli): ((k: number) => number) => {
  const logQ = Math.log1p(-law.probability) + 0;
  const { upper } = support(law);
  return (k) => (k > 0 ? (k >= upper ? 0 : -Infinity) : k === 0 ? logQ : k === k ? -Infinity : NaN);
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Bernoulli) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $p$. */
export const mean = (law: Bernoulli): number => law.probability;

/** $p(1-p)$. Relative error at most 2 units of $2^{-53}$. */
export const variance = (law: Bernoulli): number => law.probability * (1 - law.probability);

/** $\sqrt{p(1-p)}$. Relative error at most 2 units of $2^{-53}$; at $p < 2^{-1022}$ too. */
export const sd = (law: Bernoulli): number => Math.sqrt(law.probability * (1 - law.probability));

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: Bernoulli) => number = /* @__PURE__ */ medianOf(quantile);

/** The likelier value; both at $p = \frac12$. */
export const mode = (law: Bernoulli): ReadonlyArray<number> =>
  law.probability < 0.5 ? [0] : law.probability > 0.5 ? [1] : [0, 1];

/** $-p\ln p - (1-p)\ln(1-p)$. Relative error at most 4 units of $2^{-53}$. */
export const entropy = (law: Bernoulli): number => {
  const p = law.probability;
  return p === 0 || p === 1 ? 0 : 0 - p * Math.log(p) - (1 - p) * Math.log1p(-p);
};

const draw: Draw<Bernoulli> = (law) => {
  const p = law.probability;
  return (uniform) => (uniform() < p ? 1 : 0);
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Bernoulli) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Bernoulli) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

const outcomes: Domain = { lower: 0, upper: 1, closed: 'both', integer: true, typical: [0, 1] };

/**
 * The law that makes a sample of zeros and ones likeliest: $\hat p$ is the share of ones.
 *
 * Standard error $\sqrt{\hat p(1-\hat p)/n}$, the inverse root of the observed information $n/(\hat p(1-\hat p))$; none when
 * all values are equal, for there the likelihood is greatest at the end of the domain.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` at `sample`.
 * @category Estimation
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { fit } from 'lawful/laws/bernoulli';
 * const found = fit([0, 1, 0, 0]);
 * if (found._tag === 'Right') {
 *   expect(found.right.law.probability).toBe(0.25);
 *   expect(found.right.standardErrors.probability).toBeCloseTo(Math.sqrt(3 / 64), 15);
 * }
 * ```
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Bernoulli>> = /* @__PURE__ */ fitOf(
  outcomes,
  logPmf,
  1,
  (xs) => {
    const n = xs.length;
    const ones = sum(xs);
    const p = ones / n;
    const inside = ones > 0 && ones < n;
    return right({
      law: bernoulli(p),
      standardErrors: inside ? { probability: Math.sqrt((p * ((n - ones) / n)) / n) } : {},
    });
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const bernoulliLaw: DiscreteLaw<Bernoulli> = {
  kind: 'discrete',
  name: 'bernoulli',
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
