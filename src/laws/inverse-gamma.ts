/**
 * The inverse gamma law: one over a gamma variable, with a tail as heavy as a power.
 *
 * At z = scale/x its two tails are the regularised incomplete gamma functions, Q(shape, z) the lower and P(shape, z) the
 * upper one, and x times its density their common prefix; whatever the rounding of z costs there is put back.
 *
 * @source Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 17
 * @module laws/inverse-gamma
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
  gammaRateOverPOfRatio,
  logGamma,
  logGammaPLeadingInverse,
  logGammaPOfRatio,
  logGammaQOfRatio,
  logGammaRateOfRatio,
  logRatio,
  mean as average,
} from '../numeric/index.ts';

/**
 * The inverse gamma law with this shape, the power of its tail, and this scale.
 * @category Model
 * @since 0.1.0
 */
export interface InverseGamma {
  readonly _tag: 'InverseGamma';
  readonly shape: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<InverseGamma> = {
  shape: /* @__PURE__ */ positive([1, 20]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<InverseGamma>('InverseGamma', 'inverseGamma', parameters);

/**
 * The inverse gamma law on $x > 0$: `shape` $k > 0$ and `scale` $\theta > 0$, finite; $\theta/X$ has the standard gamma law of
 * shape $k$. (SciPy's `invgamma`.)
 *
 * Failure: `NotFinite` or `OutOfDomain` at `inverseGamma.shape`, `inverseGamma.scale`. The accuracies below hold for
 * shapes below $10^{10}$.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, inverseGamma, mean, sf } from 'lawful/laws/inverse-gamma';
 * const law = inverseGamma(2, 3);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(3)).toBeCloseTo(2 * Math.exp(-1), 15);
 *   expect(sf(law.right)(3e10) / 5e-21).toBeCloseTo(1, 9);
 *   expect(mean(law.right)).toBe(3);
 * }
 * ```
 */
export const inverseGamma = (shape: number, scale: number): Either<Failure, InverseGamma> => of({ shape, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: InverseGamma): Support => ({ lower: 0, upper: Infinity });

/**
 * $\frac{z^k e^{-z}}{\Gamma(k)\,x}$. Relative error at most $(24 + 4|\ln x f(x)|)$ units of $2^{-53}$.
 */
export const pdf = (law: InverseGamma): ((x: number) => number) => {
  const { shape, scale } = law;
  const logDensity = logPdf(law);
  const rateOf = gammaRateOfRatioAt(shape);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x !== x ? NaN : 0;
    const rate = rateOf(scale, x);
    return rate > 0 ? rate / x : Math.exp(logDensity(x));
  };
};

/**
 * $k\ln z - z - \ln\Gamma(k) - \ln x$. Error at most 12 units of $2^{-53}$ of the largest of 1, $|\ln x|$ and
 * $|\ln x f(x)|$.
 */
export const logPdf = (law: InverseGamma): ((x: number) => number) => {
  const { shape, scale } = law;
  const constant = logGamma(shape) + Math.log(scale);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x !== x ? NaN : -Infinity;
    // Far right the power of x as one: k ln z and ln x are large.
    if (shape < 16 && scale < 1e-10 * x) return (shape + 1) * logRatio(scale, x) - scale / x - constant;
    return logGammaRateOfRatio(shape, scale, x) - Math.log(x);
  };
};

/** $Q(k, z)$. Accuracy as `gammaQ`. */
export const cdf = (law: InverseGamma): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? 0 : gammaQOfRatio(shape, scale, x));
};

/** $P(k, z)$, about a power of $x$ far right. Accuracy as `gammaP`. */
export const sf = (law: InverseGamma): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? 1 : gammaPOfRatio(shape, scale, x));
};

/** $\ln Q(k, z)$, finite where `cdf` underflows. Accuracy as `logGammaQ`. */
export const logCdf = (law: InverseGamma): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? -Infinity : logGammaQOfRatio(shape, scale, x));
};

/** $\ln P(k, z)$, finite where `sf` underflows. Accuracy as `logGammaP`. */
export const logSf = (law: InverseGamma): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? 0 : logGammaPOfRatio(shape, scale, x));
};

/** A quantile from that of the gamma law; where that is no normal double, from its logarithm. */
const inverted = (z: number, { shape, scale }: InverseGamma, logP: (p: number) => number, p: number): number =>
  z < 1e-290 && scale < 1 ? Math.exp(Math.log(scale) - logGammaPLeadingInverse(shape, logP(p))) : scale / z;

/** $\theta/Q^{-1}(k, p)$, from the smaller tail. Accuracy as `gammaQInverse`. */
export const quantile = (law: InverseGamma): ((p: number) => number) => {
  const { shape } = law;
  return (p) => inverted(gammaQInverse(shape, p), law, (v) => Math.log1p(-v), p);
};

/** $\theta/P^{-1}(k, q)$, from the smaller tail. Accuracy as `gammaPInverse`. */
export const isf = (law: InverseGamma): ((q: number) => number) => {
  const { shape } = law;
  return (q) => inverted(gammaPInverse(shape, q), law, Math.log, q);
};

/**
 * The density over what is left; about $k/x$ far right, without forming either. Relative error at most $5\cdot10^{-14}$ right
 * of the bulk, left of it as `pdf`.
 */
export const hazard = (law: InverseGamma): ((x: number) => number) => {
  const { shape, scale } = law;
  const logRate = logHazard(law);
  return (x) => {
    if (!(x > 0)) return x !== x ? NaN : 0;
    const rate = gammaRateOverPOfRatio(shape, scale, x);
    return rate > 0 ? rate / x : Math.exp(logRate(x));
  };
};

/** The logarithm of `hazard`, finite where it underflows. Error at most $5\cdot10^{-14}$ of the terms of `logPdf`. */
export const logHazard = (law: InverseGamma): ((x: number) => number) => {
  const { shape, scale } = law;
  const logDensity = logPdf(law);
  const logUpper = logSf(law);
  return (x) => {
    if (!(x > 0)) return x !== x ? NaN : -Infinity;
    const rate = gammaRateOverPOfRatio(shape, scale, x);
    return rate > 0 ? Math.log(rate) - Math.log(x) : logDensity(x) - logUpper(x);
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: InverseGamma) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\theta/(k-1)$, infinite for $k \le 1$. Relative error at most 2 units of $2^{-53}$. */
export const mean = (law: InverseGamma): number => (law.shape > 1 ? law.scale / (law.shape - 1) : Infinity);

/** $\frac{\theta^2}{(k-1)^2(k-2)}$, infinite for $k \le 2$. Relative error at most 5 units of $2^{-53}$. */
export const variance = (law: InverseGamma): number => {
  if (!(law.shape > 2)) return Infinity;
  const m = mean(law);
  return (m / (law.shape - 2)) * m;
};

/** The root of the variance. Relative error at most 4 units of $2^{-53}$. */
export const sd = (law: InverseGamma): number => (law.shape > 2 ? mean(law) / Math.sqrt(law.shape - 2) : Infinity);

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: InverseGamma) => number = /* @__PURE__ */ medianOf(quantile);

/** $\theta/(k+1)$ alone. Relative error at most 2 units of $2^{-53}$. */
export const mode = (law: InverseGamma): ReadonlyArray<number> => [law.scale / (law.shape + 1)];

/**
 * $k + \ln\Gamma(k) - (1+k)\psi(k) + \ln\theta$. Error at most $10^{-14}$ of the largest of 1, the value, $1/k$, $|\ln k|$ and
 * $|\ln\theta|$.
 */
export const entropy = (law: InverseGamma): number => gammaEntropy(law.shape, -1) + Math.log(law.scale);

/** One over a gamma variate; those of small shapes, which underflow, by their logarithms. */
const draw: Draw<InverseGamma> = ({ shape, scale }) => {
  if (shape > 0.1) {
    const one = gammaVariate(shape);
    return (uniform) => scale / one(uniform);
  }
  const log = logGammaVariate(shape);
  return (uniform) => Math.exp(Math.log(scale) - log(uniform));
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: InverseGamma) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: InverseGamma) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood: the shape as that of the gamma law, {@link law.gammaProfile}, for the inverses of the observations,
 * and the scale $k$ times their harmonic mean. Standard errors from the observed information in both.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (an observation that is not positive) at `sample`; `Degenerate` when
 * all are equal.
 * @source Choi & Wette (1969) · doi:10.1080/00401706.1969.10490731
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<InverseGamma>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ positive([0, 100]),
  logPdf,
  2,
  (xs) => {
    // Over the least observation, so that no inverse overflows.
    const least = xs.reduce((a, b) => Math.min(a, b));
    const inverses = xs.map((x) => least / x);
    const centre = average(inverses);
    return map(({ shape, errorOfShape, errorOfLogScale, iterations }: GammaProfile): Estimate<InverseGamma> => {
      const scale = (shape / centre) * least;
      return {
        law: inverseGamma(shape, scale),
        standardErrors: { shape: errorOfShape, scale: scale * errorOfLogScale },
        iterations,
      };
    })(gammaProfile('sample', inverses, centre));
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const inverseGammaLaw: ContinuousLaw<InverseGamma> = {
  kind: 'continuous',
  name: 'inverseGamma',
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
