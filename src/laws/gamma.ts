/**
 * The gamma law: sums of exponential waiting times, and every shape between.
 *
 * At z = x/scale its two tails are the regularised incomplete gamma functions P(shape, z) and Q(shape, z), and x times its
 * density their common prefix; whatever the rounding of z costs there is put back.
 *
 * @source Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 17
 * @module laws/gamma
 */
import { type Either, map } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  type ContinuousLaw,
  cumHazardOf,
  type Draw,
  type Estimate,
  type Failure,
  type Fit,
  fitOf,
  gammaEntropy,
  type GammaProfile,
  gammaProfile,
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
  gammaPInverse,
  gammaPOfRatio,
  gammaQInverse,
  gammaQOfRatio,
  gammaRateOfRatioAt,
  gammaRateOverQOfRatio,
  logGamma,
  logGammaPLeadingInverse,
  logGammaPOfRatio,
  logGammaQOfRatio,
  logGammaRateOfRatio,
  logRatio,
  mean as average,
} from '../numeric/index.ts';

/**
 * The gamma law with this shape and scale; its mean is their product.
 * @category Model
 * @since 0.1.0
 */
export interface Gamma {
  readonly _tag: 'Gamma';
  readonly shape: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Gamma> = {
  shape: /* @__PURE__ */ positive([0.3, 20]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<Gamma>('Gamma', 'gamma', parameters);

/**
 * The gamma law on $x \ge 0$: `shape` $k > 0$ and `scale` $\theta > 0$, finite; the rate of other packages is $1/\theta$.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `gamma.shape`, `gamma.scale`. The accuracies below hold for shapes below
 * $10^{10}$.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, gamma, hazard, isf } from 'lawful/laws/gamma';
 * const law = gamma(2, 3);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(3)).toBeCloseTo(1 - 2 * Math.exp(-1), 15);
 *   expect(isf(law.right)(4 * Math.exp(-3))).toBeCloseTo(9, 13);
 *   expect(hazard(law.right)(3e6)).toBeCloseTo(1 / 3, 6);
 * }
 * ```
 */
export const gamma = (shape: number, scale: number): Either<Failure, Gamma> => of({ shape, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Gamma): Support => ({ lower: 0, upper: Infinity });

/** The density and the hazard at 0. */
const atZero = ({ shape, scale }: Gamma): number => (shape < 1 ? Infinity : shape > 1 ? 0 : 1 / scale);

/**
 * $\frac{z^k e^{-z}}{\Gamma(k)\,x}$; infinite at 0 for $k < 1$. Relative error at most $(24 + 4|\ln x f(x)|)$ units of
 * $2^{-53}$.
 */
export const pdf = (law: Gamma): ((x: number) => number) => {
  const { shape, scale } = law;
  const logDensity = logPdf(law);
  const rateOf = gammaRateOfRatioAt(shape);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x === 0 ? atZero(law) : x !== x ? NaN : 0;
    const rate = rateOf(x, scale);
    return rate > 0 ? rate / x : Math.exp(logDensity(x));
  };
};

/**
 * $k\ln z - z - \ln\Gamma(k) - \ln x$. Error at most 12 units of $2^{-53}$ of the largest of 1, $|\ln x|$ and
 * $|\ln x f(x)|$.
 */
export const logPdf = (law: Gamma): ((x: number) => number) => {
  const { shape, scale } = law;
  const constant = logGamma(shape) + Math.log(scale);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x === 0 ? Math.log(atZero(law)) : x !== x ? NaN : -Infinity;
    // Near 0 the power of x as one: k ln z and ln x are large, and would nearly cancel.
    if (shape < 16 && x < 1e-10 * scale) return (shape - 1) * logRatio(x, scale) - x / scale - constant;
    return logGammaRateOfRatio(shape, x, scale) - Math.log(x);
  };
};

/** $P(k, z)$. Accuracy as `gammaP`. */
export const cdf = (law: Gamma): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? 0 : gammaPOfRatio(shape, x, scale));
};

/** $Q(k, z)$. Accuracy as `gammaQ`. */
export const sf = (law: Gamma): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? 1 : gammaQOfRatio(shape, x, scale));
};

/** $\ln P(k, z)$, finite where `cdf` underflows. Accuracy as `logGammaP`. */
export const logCdf = (law: Gamma): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? -Infinity : logGammaPOfRatio(shape, x, scale));
};

/** $\ln Q(k, z)$, finite where `sf` underflows. Accuracy as `logGammaQ`. */
export const logSf = (law: Gamma): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? 0 : logGammaQOfRatio(shape, x, scale));
};

/** A quantile from that of the standard law; where that is no normal double, from its logarithm. */
const scaled = (z: number, { shape, scale }: Gamma, logP: (p: number) => number, p: number): number =>
  z < 1e-290 && scale > 1 && z > -1 ? Math.exp(logGammaPLeadingInverse(shape, logP(p)) + Math.log(scale)) : scale * z;

/** $\theta P^{-1}(k, p)$, from the smaller tail. Accuracy as `gammaPInverse`. */
export const quantile = (law: Gamma): ((p: number) => number) => {
  const { shape } = law;
  return (p) => scaled(gammaPInverse(shape, p), law, Math.log, p);
};

/** $\theta Q^{-1}(k, q)$, from the smaller tail. Accuracy as `gammaQInverse`. */
export const isf = (law: Gamma): ((q: number) => number) => {
  const { shape } = law;
  return (q) => scaled(gammaQInverse(shape, q), law, (v) => Math.log1p(-v), q);
};

/**
 * The density over what is left; $1/\theta$ far right, without forming either. Relative error at most $5\cdot10^{-14}$ right of
 * the mean, left of it as `pdf`.
 */
export const hazard = (law: Gamma): ((x: number) => number) => {
  const { shape, scale } = law;
  const logRate = logHazard(law);
  return (x) => {
    if (!(x > 0)) return x === 0 ? atZero(law) : x !== x ? NaN : 0;
    const rate = gammaRateOverQOfRatio(shape, x, scale);
    return rate > 0 && rate < Infinity ? rate / x : Math.exp(logRate(x));
  };
};

/** The logarithm of `hazard`, finite where it underflows. Error at most $5\cdot10^{-14}$ of the terms of `logPdf`. */
export const logHazard = (law: Gamma): ((x: number) => number) => {
  const { shape, scale } = law;
  const logDensity = logPdf(law);
  const logUpper = logSf(law);
  return (x) => {
    if (!(x > 0)) return x === 0 ? Math.log(atZero(law)) : x !== x ? NaN : -Infinity;
    // Near 0 the logarithms of rate and x are large, and nearly cancel.
    if (x < 1e-10 * scale) return logDensity(x) - logUpper(x);
    const rate = gammaRateOverQOfRatio(shape, x, scale);
    if (rate === Infinity) return 0 - Math.log(scale);
    return rate > 0 ? Math.log(rate) - Math.log(x) : logDensity(x) - logUpper(x);
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Gamma) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $k\theta$. */
export const mean = (law: Gamma): number => law.shape * law.scale;

/** $k\theta^2$. Relative error at most 2 units of $2^{-53}$. */
export const variance = (law: Gamma): number => law.shape * law.scale * law.scale;

/** $\sqrt k\,\theta$. Relative error at most 2 units of $2^{-53}$. */
export const sd = (law: Gamma): number => Math.sqrt(law.shape) * law.scale;

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: Gamma) => number = /* @__PURE__ */ medianOf(quantile);

/** $(k-1)\theta$ alone, 0 for $k < 1$. Relative error at most 2 units of $2^{-53}$. */
export const mode = (law: Gamma): ReadonlyArray<number> => [law.shape > 1 ? (law.shape - 1) * law.scale : 0];

/**
 * $k + \ln\Gamma(k) + (1-k)\psi(k) + \ln\theta$. Error at most $10^{-14}$ of the largest of 1, the value, $1/k$ and
 * $|\ln\theta|$.
 */
export const entropy = (law: Gamma): number => gammaEntropy(law.shape, 1) + Math.log(law.scale);

/** By Marsaglia and Tsang's method; draws of small shapes, which underflow, by their logarithms. */
const draw: Draw<Gamma> = ({ shape, scale }) => {
  if (shape > 0.1) {
    const one = gammaVariate(shape);
    return (uniform) => scale * one(uniform);
  }
  const log = logGammaVariate(shape);
  return (uniform) => Math.exp(log(uniform) + Math.log(scale));
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Gamma) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Gamma) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood, {@link law.gammaProfile}: the shape is the root of $\ln k - \psi(k) = \ln\bar x - \overline{\ln x}$, the
 * scale $\bar x/k$. Standard errors from the observed information in both.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (an observation that is not positive) at `sample`; `Degenerate` when
 * all are equal.
 * @source Choi & Wette (1969) · doi:10.1080/00401706.1969.10490731
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Gamma>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ positive([0, 100]),
  logPdf,
  2,
  (xs) => {
    const centre = average(xs);
    return map(({ shape, errorOfShape, errorOfLogScale, iterations }: GammaProfile): Estimate<Gamma> => {
      const scale = centre / shape;
      return {
        law: gamma(shape, scale),
        standardErrors: { shape: errorOfShape, scale: scale * errorOfLogScale },
        iterations,
      };
    })(gammaProfile('sample', xs, centre));
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const gammaLaw: ContinuousLaw<Gamma> = {
  kind: 'continuous',
  name: 'gamma',
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
