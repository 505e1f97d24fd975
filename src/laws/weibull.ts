/**
 * The Weibull law: an exponential seen through a power.
 *
 * One monotone map carries it, the cumulative hazard $z = (x/\lambda)^k$. The rounding of the quotient, which the power
 * magnifies, and that of the power, which an exponential magnifies, are put back.
 *
 * @source Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 21
 * @module laws/weibull
 */
import { type Either, map } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  type ContinuousLaw,
  cumHazardOf,
  type Draw,
  type Estimate,
  extremeValueProfile,
  type ExtremeValueProfile,
  type Failure,
  type Fit,
  fitOf,
  makerOf,
  type Parameters,
  positive,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import {
  expMinusRatioPower,
  logGamma,
  logRatio,
  ratioPower,
  ratioPowerDensity,
  ratioPowerRate,
  root,
  rootGamma,
  rootGammaSpread,
  scaledRoot,
} from '../numeric/index.ts';

/**
 * The Weibull law with this shape and scale.
 * @category Model
 * @since 0.1.0
 */
export interface Weibull {
  readonly _tag: 'Weibull';
  readonly shape: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Weibull> = {
  shape: /* @__PURE__ */ positive([0.5, 10]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<Weibull>('Weibull', 'weibull', parameters);

/**
 * The Weibull law on $x \ge 0$: `shape` $k > 0$ and `scale` $\lambda > 0$, finite. Its hazard rises for $k > 1$ and falls for
 * $k < 1$; $k = 1$ is the exponential law with rate $1/\lambda$. (R's `dweibull`, SciPy's `weibull_min`.)
 *
 * Failure: `NotFinite` or `OutOfDomain` at `weibull.shape`, `weibull.scale`. The accuracies of `pdf` and `sf` hold for shapes
 * below $10^{13}$.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, quantile, variance, weibull } from 'lawful/laws/weibull';
 * const law = weibull(0.5, 1);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(1e-300) / 1e-150).toBeCloseTo(1, 15);
 *   expect(quantile(law.right)(1e-20) / 1e-40).toBeCloseTo(1, 14);
 *   expect(variance(law.right)).toBeCloseTo(20, 12);
 * }
 * ```
 */
export const weibull = (shape: number, scale: number): Either<Failure, Weibull> => of({ shape, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Weibull): Support => ({ lower: 0, upper: Infinity });

/** The hazard and the density at 0. */
const atZero = (shape: number, scale: number): number => (shape < 1 ? Infinity : shape > 1 ? 0 : 1 / scale);

/**
 * $\frac{k}{x} z e^{-z}$; infinite at 0 for $k < 1$. Relative error at most 6 units of $2^{-53}$.
 */
export const pdf = (law: Weibull): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => {
    if (!(x > 0)) return x === 0 ? atZero(shape, scale) : x < 0 ? 0 : NaN;
    return x === Infinity ? 0 : ratioPowerDensity(x, scale, shape, x);
  };
};

/**
 * $\ln\frac{k}{\lambda} + (k-1)\ln\frac{x}{\lambda} - z$. Error at most 6 units of $2^{-53}$ of the largest of these terms,
 * $|\ln k|$ and $|\ln\lambda|$.
 */
export const logPdf = (law: Weibull): ((x: number) => number) => {
  const { shape, scale } = law;
  const logRate = logHazard(law);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x === 0 ? logRate(0) : x !== x ? NaN : -Infinity;
    const z = ratioPower(x, scale, shape);
    return z === Infinity ? -Infinity : logRate(x) - z;
  };
};

/** $1 - e^{-z}$. Relative error at most 4 units of $2^{-53}$. */
export const cdf = (law: Weibull): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => {
    if (x <= 0) return 0;
    // Above the scale little of what a small power loses is left.
    const u = x / scale;
    const z = shape <= 3 && u > 1 && u < 1e100 ? Math.exp(shape * Math.log(u)) : ratioPower(x, scale, shape);
    return -Math.expm1(-z);
  };
};

/** $e^{-z}$. Relative error at most 4 units of $2^{-53}$. */
export const sf = (law: Weibull): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? 1 : expMinusRatioPower(x, scale, shape));
};

/** $\ln(1 - e^{-z})$; $k\ln(x/\lambda)$ where $z$ underflows. Relative error at most 5 units of $2^{-53}$. */
export const logCdf = (law: Weibull): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => {
    if (x <= 0) return -Infinity;
    if (!(x < scale)) return Math.log1p(-expMinusRatioPower(x, scale, shape)) + 0;
    const z = ratioPower(x, scale, shape);
    if (z < 1e-290) return shape * logRatio(x, scale);
    return z < Math.LN2 ? Math.log(-Math.expm1(-z)) : Math.log1p(-Math.exp(-z));
  };
};

/** $-z$. Relative error at most 3 units of $2^{-53}$. */
export const logSf = (law: Weibull): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? 0 : 0 - ratioPower(x, scale, shape));
};

/**
 * $\lambda(-\ln(1-p))^{1/k}$. Relative error at most 4 units of $2^{-53}$ times the larger of 1 and $1/k$, by which the root
 * magnifies the rounding of the logarithm.
 */
export const quantile = (law: Weibull): ((p: number) => number) => {
  const { shape, scale } = law;
  return (p) => (p >= 0 && p <= 1 ? scaledRoot(0 - Math.log1p(-p), shape, scale) : NaN);
};

/** $\lambda(-\ln q)^{1/k}$. Accuracy as `quantile`. */
export const isf = (law: Weibull): ((q: number) => number) => {
  const { shape, scale } = law;
  return (q) => (q >= 0 && q <= 1 ? scaledRoot(0 - Math.log(q), shape, scale) : NaN);
};

/** $\frac{k}{x} z$, which is $\frac{k}{\lambda}(x/\lambda)^{k-1}$. Relative error at most 5 units of $2^{-53}$. */
export const hazard = (law: Weibull): ((x: number) => number) => {
  const { shape, scale } = law;
  const late = shape < 1 ? 0 : shape > 1 ? Infinity : 1 / scale;
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x === 0 ? atZero(shape, scale) : x < 0 ? 0 : x !== x ? NaN : late;
    return ratioPowerRate(x, scale, shape, ratioPower(x, scale, shape), x);
  };
};

/** $\ln\frac{k}{\lambda} + (k-1)\ln\frac{x}{\lambda}$. Error as that of `logPdf`. */
export const logHazard = (law: Weibull): ((x: number) => number) => {
  const { shape, scale } = law;
  const constant = Math.log(shape) - Math.log(scale);
  const power = shape - 1;
  return (x) => {
    if (x < 0) return -Infinity;
    if (power === 0) return x === x ? constant : NaN;
    // A power with an infinite logarithm at a point that is no end of the line would be one too large for a double.
    return constant + power * (x === 0 || x === Infinity ? Math.log(x) : logRatio(x, scale));
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Weibull) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\lambda\,\Gamma(1 + 1/k)$. Relative error at most 8 units of $2^{-53}$ for $k > 1/170$. */
export const mean = (law: Weibull): number => {
  const factor = rootGamma(law.shape);
  return factor < Infinity ? law.scale * factor : Math.exp(Math.log(law.scale) + logGamma(1 + 1 / law.shape));
};

/** From here on the coefficient of variation is pi over the root of 6 and the shape. */
const LARGE = 1e100;

/**
 * $\lambda^2\left(\Gamma(1 + 2/k) - \Gamma(1 + 1/k)^2\right)$, without their cancellation for large $k$. Relative error at most
 * 20 units of $2^{-53}$ for $k > 1/85$.
 */
export const variance = (law: Weibull): number => {
  const m = mean(law);
  // From there on the spread underflows, which a large scale can lift back.
  return law.shape > LARGE ? sd(law) * sd(law) : m * rootGammaSpread(law.shape) * m;
};

/** The root of the variance. Relative error at most 12 units of $2^{-53}$ for $k > 1/85$. */
export const sd = (law: Weibull): number =>
  law.shape > LARGE ? (mean(law) / law.shape) * 1.2825498301618641 : mean(law) * Math.sqrt(rootGammaSpread(law.shape));

/** $\lambda(\ln 2)^{1/k}$. Accuracy as `quantile`. */
export const median = (law: Weibull): number => scaledRoot(Math.LN2, law.shape, law.scale);

/** $\lambda\left(\frac{k-1}{k}\right)^{1/k}$ alone for $k > 1$, else 0. Relative error at most 6 units of $2^{-53}$. */
export const mode = (law: Weibull): ReadonlyArray<number> => {
  const { shape, scale } = law;
  if (!(shape > 1)) return [0];
  return [scale * (shape < 2 ? root((shape - 1) / shape, shape) : Math.exp(Math.log1p(-1 / shape) / shape))];
};

const EULER = 0.5772156649015329;

/** $\gamma(1 - 1/k) + \ln(\lambda/k) + 1$. Error at most 4 units of $2^{-53}$ of the largest term. */
export const entropy = (law: Weibull): number =>
  EULER * (1 - 1 / law.shape) + (Math.log(law.scale) - Math.log(law.shape)) + 1;

/** By inversion, one uniform a draw. */
const draw: Draw<Weibull> = (law) => {
  const { shape, scale } = law;
  const e = 1 / shape;
  return e < 300 ? (uniform) => scale * Math.pow(-Math.log(uniform()), e) : (uniform) => isf(law)(uniform());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Weibull) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Weibull) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood, {@link law.extremeValueProfile} on the logarithms: the shape is the one root of
 * $\frac{\sum x_i^k\ln x_i}{\sum x_i^k} - \frac1n\sum\ln x_i - \frac1k$, and $\lambda^k = \frac1n\sum x_i^k$. Standard errors
 * from the observed information in both.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (an observation that is not positive) at `sample`; `Degenerate` when
 * all are equal.
 * @source Lawless (2003), Statistical Models and Methods for Lifetime Data, ch. 5
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Weibull>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ positive([0, 100]),
  logPdf,
  2,
  (xs) => {
    const largest = xs.reduce((a, b) => Math.max(a, b));
    const logs = xs.map((x) => logRatio(x, largest));
    return map((found: ExtremeValueProfile): Estimate<Weibull> => {
      const { steepness, logMean, errorOfLogSteepness, errorOfLocation, iterations } = found;
      const scale = largest * Math.exp(logMean / steepness);
      return {
        law: weibull(steepness, scale),
        standardErrors: { shape: steepness * errorOfLogSteepness, scale: (scale * errorOfLocation) / steepness },
        iterations,
      };
    })(extremeValueProfile('sample', logs));
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const weibullLaw: ContinuousLaw<Weibull> = {
  kind: 'continuous',
  name: 'weibull',
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
