/**
 * The geometric law: failures before the first success.
 *
 * One product carries it, (k + 1) ln(1 - p), the logarithm of the survival function.
 *
 * @source Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 5
 * @module laws/geometric
 */
import { type Either, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  count,
  cumHazardOf,
  type DiscreteLaw,
  type Draw,
  type Failure,
  type Fit,
  fitOf,
  makerOf,
  medianOf,
  type Parameters,
  remembered,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import { log1mexp, productError, smallestInteger, sum } from '../numeric/index.ts';

/**
 * The geometric law with this probability of success. A probability of 1 is the law that is always 0.
 * @category Model
 * @since 0.1.0
 */
export interface Geometric {
  readonly _tag: 'Geometric';
  readonly probability: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Geometric> = {
  probability: { lower: 0, upper: 1, closed: 'upper', integer: false, typical: [0.01, 0.99] },
};

const of = /* @__PURE__ */ makerOf<Geometric>('Geometric', 'geometric', parameters);

/**
 * The geometric law on 0, 1, 2, ...: the number of failures before the first success, `probability` $p$ of success
 * above 0 and at most 1. (As in R and Distributions.jl; SciPy's counts the trials, one more.)
 *
 * Failure: `NotFinite` or `OutOfDomain` at `geometric.probability`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { geometric, pmf, quantile, sf } from 'lawful/laws/geometric';
 * const law = geometric(0.25);
 * if (law._tag === 'Right') {
 *   expect(pmf(law.right)(2)).toBe(0.25 * 0.75 ** 2);
 *   expect(sf(law.right)(2)).toBe(0.75 ** 3);
 *   expect(quantile(law.right)(0.5)).toBe(2);
 * }
 * ```
 */
export const geometric = (probability: number): Either<Failure, Geometric> => of({ probability });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (law: Geometric): Support => ({ lower: 0, upper: law.probability === 1 ? 0 : Infinity });

/** Whether x is one of 0, 1, 2, ... */
const isCount = (x: number): boolean => x >= 0 && x < Infinity && Math.floor(x) === x;

/** Below this p the rounding of ln(1 - p), from its series, is worth putting back; above it that of 1 - p is. */
const SMALL = 2 ** -10;

/** (1 - p)^n for integers n >= 0, with the roundings put back that n would magnify. */
const power = (p: number): ((n: number) => number) => {
  if (p < SMALL) {
    // ln(1 - p) = -p - rest: the first term is exact, the second a thousandth of it.
    const rest = p * p * (1 / 2 + p * (1 / 3 + p * (1 / 4 + p * (1 / 5 + p * (1 / 6 + p / 7)))));
    return (n) => {
      const product = n * p;
      if (product > 750) return 0;
      // Where n is too large to split, p, that small, lends the power of two.
      const error = n > 1e290 ? productError(n * 2 ** -512, p * 2 ** 512, product) : productError(n, p, product);
      return Math.exp(-product) * (1 - (product < 1e-280 ? 0 : error)) * Math.exp(-n * rest);
    };
  }
  const q = 1 - p;
  const lost = q > 0 ? (1 - q - p) / q : 0;
  return (n) => Math.pow(q, n) * (lost === 0 || n > 1e6 ? 1 : 1 + n * lost);
};

/** P(X > k) at counts: (1 - p)^(k + 1), also where k + 1 is no double. */
const survivors = (p: number): ((k: number) => number) => {
  const failures = power(p);
  return (k) => (k < 9007199254740992 ? failures(k + 1) : failures(k) * (1 - p));
};

/** $p(1-p)^k$. Relative error at most 6 units of $2^{-53}$. */
export const pmf = (law: Geometric): ((k: number) => number) => {
  const p = law.probability;
  const failures = power(p);
  return remembered((k) => (isCount(k) ? p * failures(k) : k === k ? 0 : NaN));
};

/** $\ln p + k\ln(1-p)$. Relative error at most 4 units of $2^{-53}$. */
export const logPmf = (law: Geometric): ((k: number) => number) => {
  const logP = Math.log(law.probability);
  const logQ = Math.log1p(-law.probability);
  return (k) => (isCount(k) ? (k === 0 ? logP : logP + k * logQ) : k === k ? -Infinity : NaN);
};

/** $1-(1-p)^{\lfloor x\rfloor+1}$. Relative error at most 4 units of $2^{-53}$. */
export const cdf = (law: Geometric): ((x: number) => number) => {
  const logQ = Math.log1p(-law.probability);
  return remembered((x) => (x < 0 ? 0 : -Math.expm1((Math.floor(x) + 1) * logQ)));
};

/** $(1-p)^{\lfloor x\rfloor+1}$. Relative error at most 5 units of $2^{-53}$. */
export const sf = (law: Geometric): ((x: number) => number) => {
  const upper = survivors(law.probability);
  return remembered((x) => (x < 0 ? 1 : upper(Math.floor(x))));
};

/** $\ln\left(1-(1-p)^{\lfloor x\rfloor+1}\right)$. Relative error at most 6 units of $2^{-53}$. */
export const logCdf = (law: Geometric): ((x: number) => number) => {
  const logQ = Math.log1p(-law.probability);
  const upper = survivors(law.probability);
  return remembered((x) => {
    if (x < 0) return -Infinity;
    const k = Math.floor(x);
    const logS = (k + 1) * logQ;
    return logS > -1 ? log1mexp(logS) : Math.log1p(-upper(k)) + 0;
  });
};

/** $(\lfloor x\rfloor+1)\ln(1-p)$. Relative error at most 3 units of $2^{-53}$. */
export const logSf = (law: Geometric): ((x: number) => number) => {
  const logQ = Math.log1p(-law.probability);
  return (x) => (x < 0 ? 0 : (Math.floor(x) + 1) * logQ);
};

/** $\ln(1-p)$ units that an evaluated probability and a quotient of logarithms may be off. */
const DOUBT = 1e-15;

/**
 * The smallest $k$ with `cdf(k) >= p`: the integer above a quotient of logarithms, and a search where that is so near an
 * integer that its rounding could tell.
 */
export const quantile = (law: Geometric): ((p: number) => number) => {
  const logQ = Math.log1p(-law.probability);
  const lower = cdf(law);
  return (p) => {
    if (!(p > 0 && p < 1)) return p === 0 ? 0 : p === 1 ? support(law).upper : NaN;
    const n = Math.log1p(-p) / logQ;
    const k = Math.ceil(n);
    const doubt = DOUBT * (n + p / ((p - 1) * logQ));
    if (k - n > doubt && n - k + 1 > doubt) return k - 1;
    return smallestInteger((j) => lower(j) >= p, k - 1, 0);
  };
};

/** The smallest $k$ with `sf(k) <= q`, as `quantile`. */
export const isf = (law: Geometric): ((q: number) => number) => {
  const logQ = Math.log1p(-law.probability);
  const upper = sf(law);
  return (q) => {
    if (!(q > 0 && q < 1)) return q === 1 ? 0 : q === 0 ? support(law).upper : NaN;
    const n = Math.log(q) / logQ;
    const k = Math.ceil(n);
    const doubt = DOUBT * (n - 1 / logQ);
    if (k - n > doubt && n - k + 1 > doubt) return k - 1;
    return smallestInteger((j) => upper(j) <= q, k - 1, 0);
  };
};

/** $p$ exactly, at every count. */
export const hazard = (law: Geometric): ((k: number) => number) => {
  const p = law.probability;
  return (k) => (isCount(k) ? p : k === k ? (k > 0 && p === 1 ? 1 : 0) : NaN);
};

/** $\ln p$, at every count. Relative error at most 2 units of $2^{-53}$. */
export const logHazard = (law: Geometric): ((k: number) => number) => {
  const logP = Math.log(law.probability);
  return (k) => (isCount(k) ? logP : k === k ? (k > 0 && logP === 0 ? 0 : -Infinity) : NaN);
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Geometric) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $(1-p)/p$; Infinity where that overflows. Relative error at most 2 units of $2^{-53}$. */
export const mean = (law: Geometric): number => (1 - law.probability) / law.probability;

/** $(1-p)/p^2$; Infinity where that overflows. Relative error at most 3 units of $2^{-53}$. */
export const variance = (law: Geometric): number => (1 - law.probability) / law.probability / law.probability;

/** $\sqrt{1-p}/p$, without forming the variance, which may overflow. Relative error at most 3 units of $2^{-53}$. */
export const sd = (law: Geometric): number => Math.sqrt(1 - law.probability) / law.probability;

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: Geometric) => number = /* @__PURE__ */ medianOf(quantile);

/** 0. */
export const mode = (_law: Geometric): ReadonlyArray<number> => [0];

/** $-\ln p - \frac{1-p}p\ln(1-p)$. Relative error at most 4 units of $2^{-53}$. */
export const entropy = (law: Geometric): number => {
  const p = law.probability;
  return p === 1 ? 0 : 0 - Math.log(p) - (1 - p) * (Math.log1p(-p) / p);
};

/** By inversion: the exponential variable of that logarithm, rounded down. */
const draw: Draw<Geometric> = (law) => {
  const logQ = Math.log1p(-law.probability);
  return (uniform) => Math.floor(Math.log(uniform()) / logQ);
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Geometric) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Geometric) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * The law that makes a sample of counts likeliest: $\hat p = 1/(1+\bar x)$.
 *
 * Standard error $\hat p\sqrt{(1-\hat p)/n}$, the inverse root of the observed information $n/(\hat p^2(1-\hat p))$; none
 * when all values are 0, for there the likelihood is greatest at the end of the domain.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` at `sample`.
 * @category Estimation
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { fit } from 'lawful/laws/geometric';
 * const found = fit([0, 2, 5, 5]);
 * if (found._tag === 'Right') {
 *   expect(found.right.law.probability).toBe(0.25);
 *   expect(found.right.standardErrors.probability).toBeCloseTo(0.25 * Math.sqrt(0.75 / 4), 15);
 * }
 * ```
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Geometric>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ count([0, 100]),
  logPmf,
  1,
  (xs) => {
    const n = xs.length;
    const total = sum(xs);
    const average = total < Infinity ? total / n : sum(xs.map((x) => x / n));
    const p = 1 / (1 + average);
    // 1 - p, also where p has lost it.
    const q = average / (1 + average);
    return right({ law: geometric(p), standardErrors: average > 0 ? { probability: p * Math.sqrt(q / n) } : {} });
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const geometricLaw: DiscreteLaw<Geometric> = {
  kind: 'discrete',
  name: 'geometric',
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
