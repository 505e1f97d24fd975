/**
 * The chi-squared law: the sum of squares of standard normal variables, and what tests of fit compare with.
 *
 * It is the gamma law of half its degrees of freedom and scale 2, and halving a double is exact: its two tails at x are
 * the regularised incomplete gamma functions at x/2 as they stand.
 *
 * @source Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 18
 * @module laws/chi-squared
 */
import { type Either, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  type ContinuousLaw,
  cumHazardOf,
  type Draw,
  type Failure,
  type Fit,
  fitOf,
  gammaEntropy,
  gammaVariate,
  logGammaVariate,
  makerOf,
  medianOf,
  type Parameters,
  positive,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import {
  bracketedRoot,
  digamma,
  gammaPInverse,
  gammaPOfRatio,
  gammaQInverse,
  gammaQOfRatio,
  gammaRateOfRatioAt,
  gammaRateOverQOfRatio,
  logGamma,
  logGammaPOfRatio,
  logGammaQOfRatio,
  logGammaRateOfRatio,
  mean as average,
  trigamma,
} from '../numeric/index.ts';

/**
 * The chi-squared law with these degrees of freedom, its mean.
 * @category Model
 * @since 0.1.0
 */
export interface ChiSquared {
  readonly _tag: 'ChiSquared';
  readonly freedom: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<ChiSquared> = { freedom: /* @__PURE__ */ positive([0.6, 40]) };

const of = /* @__PURE__ */ makerOf<ChiSquared>('ChiSquared', 'chiSquared', parameters);

/**
 * The chi-squared law on $x \ge 0$: `freedom` $\nu > 0$ finite, whole or not.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `chiSquared.freedom`. The accuracies below hold for $\nu$ below $10^{10}$.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { chiSquared, isf, sf } from 'lawful/laws/chi-squared';
 * const law = chiSquared(2);
 * if (law._tag === 'Right') {
 *   expect(sf(law.right)(1000) / Math.exp(-500)).toBeCloseTo(1, 12);
 *   expect(isf(law.right)(0.05)).toBeCloseTo(-2 * Math.log(0.05), 14);
 * }
 * ```
 */
export const chiSquared = (freedom: number): Either<Failure, ChiSquared> => of({ freedom });

/** The shape of its gamma law; half of the smallest double would be 0. */
const shapeOf = ({ freedom }: ChiSquared): number => Math.max(0.5 * freedom, 5e-324);

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: ChiSquared): Support => ({ lower: 0, upper: Infinity });

/** The density and the hazard at 0. */
const atZero = ({ freedom }: ChiSquared): number => (freedom < 2 ? Infinity : freedom > 2 ? 0 : 0.5);

/**
 * $\frac{z^k e^{-z}}{\Gamma(k)\,x}$ with $k = \nu/2$, $z = x/2$; infinite at 0 for $\nu < 2$. Relative error at most $(24 + 4|\ln x f(x)|)$ units of
 * $2^{-53}$.
 */
export const pdf = (law: ChiSquared): ((x: number) => number) => {
  const shape = shapeOf(law);
  const logDensity = logPdf(law);
  const rateOf = gammaRateOfRatioAt(shape);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x === 0 ? atZero(law) : x !== x ? NaN : 0;
    const rate = rateOf(x, 2);
    return rate > 0 ? rate / x : Math.exp(logDensity(x));
  };
};

/**
 * $k\ln z - z - \ln\Gamma(k) - \ln x$ with $k = \nu/2$, $z = x/2$. Error at most 12 units of $2^{-53}$ of the largest of 1, $|\ln x|$ and
 * $|\ln x f(x)|$.
 */
export const logPdf = (law: ChiSquared): ((x: number) => number) => {
  const shape = shapeOf(law);
  const constant = logGamma(shape) + Math.LN2;
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x === 0 ? Math.log(atZero(law)) : x !== x ? NaN : -Infinity;
    // Near 0 the power of x as one: k ln z and ln x are large, and would nearly cancel.
    if (shape < 16 && x < 1e-10) return (shape - 1) * (Math.log(x) - Math.LN2) - 0.5 * x - constant;
    return logGammaRateOfRatio(shape, x, 2) - Math.log(x);
  };
};

/** $P(\nu/2, x/2)$. Accuracy as `gammaP`. */
export const cdf = (law: ChiSquared): ((x: number) => number) => {
  const shape = shapeOf(law);
  return (x) => (x <= 0 ? 0 : gammaPOfRatio(shape, x, 2));
};

/** $Q(\nu/2, x/2)$. Accuracy as `gammaQ`. */
export const sf = (law: ChiSquared): ((x: number) => number) => {
  const shape = shapeOf(law);
  return (x) => (x <= 0 ? 1 : gammaQOfRatio(shape, x, 2));
};

/** $\ln P(\nu/2, x/2)$, finite where `cdf` underflows. Accuracy as `logGammaP`. */
export const logCdf = (law: ChiSquared): ((x: number) => number) => {
  const shape = shapeOf(law);
  return (x) => (x <= 0 ? -Infinity : logGammaPOfRatio(shape, x, 2));
};

/** $\ln Q(\nu/2, x/2)$, finite where `sf` underflows. Accuracy as `logGammaQ`. */
export const logSf = (law: ChiSquared): ((x: number) => number) => {
  const shape = shapeOf(law);
  return (x) => (x <= 0 ? 0 : logGammaQOfRatio(shape, x, 2));
};

/** $2P^{-1}(\nu/2, p)$, from the smaller tail. Accuracy as `gammaPInverse`. */
export const quantile = (law: ChiSquared): ((p: number) => number) => {
  const shape = shapeOf(law);
  return (p) => 2 * gammaPInverse(shape, p);
};

/** $2Q^{-1}(\nu/2, q)$, from the smaller tail. Accuracy as `gammaQInverse`. */
export const isf = (law: ChiSquared): ((q: number) => number) => {
  const shape = shapeOf(law);
  return (q) => 2 * gammaQInverse(shape, q);
};

/**
 * The density over what is left; 1/2 far right, without forming either. Relative error at most $5\cdot10^{-14}$ right of
 * the mean, left of it as `pdf`.
 */
export const hazard = (law: ChiSquared): ((x: number) => number) => {
  const shape = shapeOf(law);
  const logRate = logHazard(law);
  return (x) => {
    if (!(x > 0)) return x === 0 ? atZero(law) : x !== x ? NaN : 0;
    const rate = gammaRateOverQOfRatio(shape, x, 2);
    return rate > 0 && rate < Infinity ? rate / x : Math.exp(logRate(x));
  };
};

/** The logarithm of `hazard`, finite where it underflows. Error at most $5\cdot10^{-14}$ of the terms of `logPdf`. */
export const logHazard = (law: ChiSquared): ((x: number) => number) => {
  const shape = shapeOf(law);
  const logDensity = logPdf(law);
  const logUpper = logSf(law);
  return (x) => {
    if (!(x > 0)) return x === 0 ? Math.log(atZero(law)) : x !== x ? NaN : -Infinity;
    const rate = gammaRateOverQOfRatio(shape, x, 2);
    if (rate === Infinity) return -Math.LN2;
    return rate > 0 ? Math.log(rate) - Math.log(x) : logDensity(x) - logUpper(x);
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: ChiSquared) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\nu$. */
export const mean = (law: ChiSquared): number => law.freedom;

/** $2\nu$. */
export const variance = (law: ChiSquared): number => 2 * law.freedom;

/** $\sqrt{2\nu}$, correctly rounded. */
export const sd = (law: ChiSquared): number =>
  law.freedom < 1 ? Math.sqrt(2 * law.freedom) : 2 * Math.sqrt(0.5 * law.freedom);

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: ChiSquared) => number = /* @__PURE__ */ medianOf(quantile);

/** $\nu - 2$ alone, 0 for $\nu < 2$. */
export const mode = (law: ChiSquared): ReadonlyArray<number> => [law.freedom > 2 ? law.freedom - 2 : 0];

/**
 * $k + \ln\Gamma(k) + (1-k)\psi(k) + \ln 2$ with $k = \nu/2$. Error at most $10^{-14}$ of the largest of 1, the value and
 * $1/\nu$.
 */
export const entropy = (law: ChiSquared): number => gammaEntropy(shapeOf(law), 1) + Math.LN2;

/** Twice a gamma variate; those of small shapes, which underflow, by their logarithms. */
const draw: Draw<ChiSquared> = (law) => {
  const shape = shapeOf(law);
  if (shape > 0.1) {
    const one = gammaVariate(shape);
    return (uniform) => 2 * one(uniform);
  }
  const log = logGammaVariate(shape);
  return (uniform) => Math.exp(log(uniform) + Math.LN2);
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: ChiSquared) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: ChiSquared) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood: the root of $\psi(\nu/2) = \overline{\ln(x/2)}$, with standard error
 * $2/\sqrt{n\,\psi'(\nu/2)}$.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (an observation that is not positive) at `sample`.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<ChiSquared>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ positive([0, 100]),
  logPdf,
  1,
  (xs) => {
    const goal = average(xs.map((x) => Math.log(x) - Math.LN2));
    let iterations = 0;
    const score = (k: number): number => {
      iterations++;
      return digamma(k) - goal;
    };
    const guess = goal > -2.2 ? Math.exp(goal) + 0.5 : -1 / (goal + 0.577);
    const shape = bracketedRoot(score, (k, value) => value / trigamma(k), guess, 0, Infinity, 1e-9);
    const standardErrors = { freedom: 2 / Math.sqrt(xs.length * trigamma(shape)) };
    return right({ law: chiSquared(2 * shape), standardErrors, iterations });
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const chiSquaredLaw: ContinuousLaw<ChiSquared> = {
  kind: 'continuous',
  name: 'chiSquared',
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
