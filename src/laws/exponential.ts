/**
 * The exponential law: waiting without memory.
 *
 * One monotone map carries it, the cumulative hazard H(x) = rate * x; the forms of the distribution function are one
 * line each over it.
 *
 * @source Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 19
 * @module laws/exponential
 */
import { type Either, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  type ContinuousLaw,
  type Draw,
  type Failure,
  type Fit,
  fitOf,
  makerOf,
  nonNegative,
  type Parameters,
  positive,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import { expMinusProduct, mean as average } from '../numeric/index.ts';

/**
 * The exponential law with this rate, the inverse of its mean.
 * @category Model
 * @since 0.1.0
 */
export interface Exponential {
  readonly _tag: 'Exponential';
  readonly rate: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Exponential> = { rate: /* @__PURE__ */ positive([0.01, 100]) };

const of = /* @__PURE__ */ makerOf<Exponential>('Exponential', 'exponential', parameters);

/**
 * The exponential law on $x \ge 0$: `rate` $\lambda > 0$ finite, in events a unit of $x$.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `exponential.rate`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, exponential, isf } from 'lawful/laws/exponential';
 * const law = exponential(2);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(1e-20)).toBe(2e-20);
 *   expect(isf(law.right)(Math.exp(-2))).toBeCloseTo(1, 15);
 * }
 * ```
 */
export const exponential = (rate: number): Either<Failure, Exponential> => of({ rate });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Exponential): Support => ({ lower: 0, upper: Infinity });

/** $\lambda e^{-\lambda x}$. Relative error at most 4 units of $2^{-53}$. */
export const pdf = (law: Exponential): ((x: number) => number) => {
  const { rate } = law;
  return (x) => {
    if (x < 0) return 0;
    if (!(rate * x > 700)) return rate * expMinusProduct(rate, x);
    // A large rate can lift the density out of the range where the exponential underflows: apply it in two halves.
    const half = expMinusProduct(rate, 0.5 * x);
    return rate * half * half;
  };
};

/** $\ln\lambda - \lambda x$. Error at most 4 units of $2^{-53}$ of the larger term. */
export const logPdf = (law: Exponential): ((x: number) => number) => {
  const { rate } = law;
  const logRate = Math.log(rate);
  return (x) => (x < 0 ? -Infinity : logRate - rate * x);
};

/** $1 - e^{-\lambda x}$. Relative error at most 3 units of $2^{-53}$. */
export const cdf = (law: Exponential): ((x: number) => number) => {
  const { rate } = law;
  return (x) => (x <= 0 ? 0 : -Math.expm1(-rate * x));
};

/** $e^{-\lambda x}$. Relative error at most 3 units of $2^{-53}$. */
export const sf = (law: Exponential): ((x: number) => number) => {
  const { rate } = law;
  return (x) => (x <= 0 ? 1 : expMinusProduct(rate, x));
};

/** $\ln(1 - e^{-\lambda x})$. Relative error at most 5 units of $2^{-53}$, away from $x = 0$. */
export const logCdf = (law: Exponential): ((x: number) => number) => {
  const { rate } = law;
  const logRate = Math.log(rate);
  return (x) => {
    if (x <= 0) return -Infinity;
    const y = rate * x;
    if (y < 1e-290) return logRate + Math.log(x);
    return y < Math.LN2 ? Math.log(-Math.expm1(-y)) : Math.log1p(-expMinusProduct(rate, x)) + 0;
  };
};

/** $-\lambda x$, correctly rounded. */
export const logSf = (law: Exponential): ((x: number) => number) => {
  const { rate } = law;
  return (x) => (x <= 0 ? 0 : 0 - rate * x);
};

/** $-\ln(1-p)/\lambda$. Relative error at most 3 units of $2^{-53}$. */
export const quantile = (law: Exponential): ((p: number) => number) => {
  const { rate } = law;
  return (p) => (p >= 0 && p <= 1 ? (0 - Math.log1p(-p)) / rate : NaN);
};

/** $-\ln(q)/\lambda$. Relative error at most 3 units of $2^{-53}$. */
export const isf = (law: Exponential): ((q: number) => number) => {
  const { rate } = law;
  return (q) => (q >= 0 && q <= 1 ? (0 - Math.log(q)) / rate : NaN);
};

/** $\lambda$ exactly, at every age. */
export const hazard = (law: Exponential): ((x: number) => number) => {
  const { rate } = law;
  return (x) => (x < 0 ? 0 : x !== x ? NaN : rate);
};

/** $\ln\lambda$, at every age. Relative error at most 2 units of $2^{-53}$. */
export const logHazard = (law: Exponential): ((x: number) => number) => {
  const logRate = Math.log(law.rate);
  return (x) => (x < 0 ? -Infinity : x !== x ? NaN : logRate);
};

/** $\lambda x$, correctly rounded. */
export const cumHazard = (law: Exponential): ((x: number) => number) => {
  const { rate } = law;
  return (x) => (x <= 0 ? 0 : rate * x);
};

/** $1/\lambda$. */
export const mean = (law: Exponential): number => 1 / law.rate;

/** $1/\lambda^2$. Relative error at most 2 units of $2^{-53}$. */
export const variance = (law: Exponential): number => 1 / law.rate / law.rate;

/** $1/\lambda$. */
export const sd = (law: Exponential): number => 1 / law.rate;

/** $\ln 2/\lambda$. Relative error at most 2 units of $2^{-53}$. */
export const median = (law: Exponential): number => Math.LN2 / law.rate;

/** 0 alone. */
export const mode = (_law: Exponential): ReadonlyArray<number> => [0];

/** $1 - \ln\lambda$. Error at most 3 units of $2^{-53}$ of the larger of 1 and the value. */
export const entropy = (law: Exponential): number => 1 - Math.log(law.rate);

/** By inversion, one uniform a draw. */
const draw: Draw<Exponential> = (law) => (uniform) => -Math.log(uniform()) / law.rate;

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Exponential) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Exponential) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood: one over the sample mean, with standard error $\lambda/\sqrt n$.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (a negative observation) at `sample`; `Degenerate` when all are 0.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Exponential>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ nonNegative([0, 100]),
  logPdf,
  1,
  (xs) => {
    const rate = 1 / average(xs);
    return right({ law: exponential(rate), standardErrors: { rate: rate / Math.sqrt(xs.length) } });
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const exponentialLaw: ContinuousLaw<Exponential> = {
  kind: 'continuous',
  name: 'exponential',
  parameters,
  make: of,
  support,
  pdf,
  logPdf,
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
