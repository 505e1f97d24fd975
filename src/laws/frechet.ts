/**
 * The Fréchet law: the inverse of a Weibull variable, the law of largest values with heavy tails.
 *
 * One monotone map carries it, $z = (\lambda/x)^k$: the distribution function is $e^{-z}$. The roundings that the power and the
 * exponential magnify are put back.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 22
 * @module laws/frechet
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
  exprel,
  logRatio,
  ratioPower,
  ratioPowerDensity,
  rootGamma,
  rootGammaSpread,
  scaledRoot,
} from '../numeric/index.ts';

/**
 * The Fréchet law with this shape and scale.
 * @category Model
 * @since 0.1.0
 */
export interface Frechet {
  readonly _tag: 'Frechet';
  readonly shape: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Frechet> = {
  shape: /* @__PURE__ */ positive([2.5, 10]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<Frechet>('Frechet', 'frechet', parameters);

/**
 * The Fréchet law on $x > 0$: `shape` $k > 0$ and `scale` $\lambda > 0$, finite; its tail falls as $x^{-k}$. $1/X$ is Weibull with
 * shape $k$ and scale $1/\lambda$. (SciPy's `invweibull`.)
 *
 * Failure: `NotFinite` or `OutOfDomain` at `frechet.shape`, `frechet.scale`. The accuracies of `pdf` and `cdf` hold for shapes
 * below $10^{13}$.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, frechet, isf, sf } from 'lawful/laws/frechet';
 * const law = frechet(2, 3);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(3)).toBeCloseTo(Math.exp(-1), 15);
 *   expect(sf(law.right)(3e100) / 1e-200).toBeCloseTo(1, 14);
 *   expect(isf(law.right)(1e-200) / 3e100).toBeCloseTo(1, 14);
 * }
 * ```
 */
export const frechet = (shape: number, scale: number): Either<Failure, Frechet> => of({ shape, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Frechet): Support => ({ lower: 0, upper: Infinity });

/** $\frac{k}{x} z e^{-z}$. Relative error at most 6 units of $2^{-53}$. */
export const pdf = (law: Frechet): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x !== x ? NaN : 0;
    return ratioPowerDensity(scale, x, shape, x);
  };
};

/**
 * $\ln\frac{k}{\lambda} - (k+1)\ln\frac{x}{\lambda} - z$. Error at most 6 units of $2^{-53}$ of the largest of these terms,
 * $|\ln k|$ and $|\ln\lambda|$.
 */
export const logPdf = (law: Frechet): ((x: number) => number) => {
  const { shape, scale } = law;
  const constant = Math.log(shape) - Math.log(scale);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x !== x ? NaN : -Infinity;
    const z = ratioPower(scale, x, shape);
    return z === Infinity ? -Infinity : constant - (shape + 1) * logRatio(x, scale) - z;
  };
};

/** $e^{-z}$. Relative error at most 4 units of $2^{-53}$. */
export const cdf = (law: Frechet): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? 0 : expMinusRatioPower(scale, x, shape));
};

/** $1 - e^{-z}$. Relative error at most 4 units of $2^{-53}$. */
export const sf = (law: Frechet): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? 1 : -Math.expm1(-ratioPower(scale, x, shape)) + 0);
};

/** $-z$. Relative error at most 3 units of $2^{-53}$. */
export const logCdf = (law: Frechet): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= 0 ? -Infinity : 0 - ratioPower(scale, x, shape));
};

/** $\ln(1 - e^{-z})$; $k\ln(\lambda/x)$ where $z$ underflows. Relative error at most 5 units of $2^{-53}$. */
export const logSf = (law: Frechet): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => {
    if (x <= 0) return 0;
    if (!(x > scale)) return Math.log1p(-expMinusRatioPower(scale, x, shape)) + 0;
    const z = ratioPower(scale, x, shape);
    if (z < 1e-290) return x === Infinity ? -Infinity : shape * logRatio(scale, x);
    return z < Math.LN2 ? Math.log(-Math.expm1(-z)) : Math.log1p(-Math.exp(-z));
  };
};

/**
 * $\lambda(-\ln p)^{-1/k}$. Relative error at most 4 units of $2^{-53}$ times the larger of 1 and $1/k$, by which the root
 * magnifies the rounding of the logarithm.
 */
export const quantile = (law: Frechet): ((p: number) => number) => {
  const { shape, scale } = law;
  return (p) => (p >= 0 && p <= 1 ? scaledRoot(0 - Math.log(p), -shape, scale) : NaN);
};

/** $\lambda(-\ln(1-q))^{-1/k}$. Accuracy as `quantile`. */
export const isf = (law: Frechet): ((q: number) => number) => {
  const { shape, scale } = law;
  return (q) => (q >= 0 && q <= 1 ? scaledRoot(0 - Math.log1p(-q), -shape, scale) : NaN);
};

/** $\frac{k}{x}\frac{z}{e^z - 1}$, about $k/x$ far right. Relative error at most 8 units of $2^{-53}$. */
export const hazard = (law: Frechet): ((x: number) => number) => {
  const { shape, scale } = law;
  const density = pdf(law);
  return (x) => {
    const z = x <= 0 ? Infinity : ratioPower(scale, x, shape);
    return z < 1 ? shape / x / exprel(z) : density(x) / -Math.expm1(-z);
  };
};

/** $\ln\frac{k}{x} - \ln\frac{e^z - 1}{z}$. Error as that of `logPdf`. */
export const logHazard = (law: Frechet): ((x: number) => number) => {
  const { shape, scale } = law;
  const logShape = Math.log(shape);
  const logDensity = logPdf(law);
  return (x) => {
    if (x <= 0) return -Infinity;
    const z = ratioPower(scale, x, shape);
    return z < 1 ? logShape - Math.log(x) - Math.log(exprel(z)) : logDensity(x) - Math.log1p(-Math.exp(-z));
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Frechet) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\lambda\,\Gamma(1 - 1/k)$; infinite for $k \le 1$. Relative error at most 8 units of $2^{-53}$. */
export const mean = (law: Frechet): number => (law.shape > 1 ? law.scale * rootGamma(-law.shape) : Infinity);

/** From here on the coefficient of variation is pi over the root of 6 and the shape. */
const LARGE = 1e100;

/**
 * $\lambda^2\left(\Gamma(1 - 2/k) - \Gamma(1 - 1/k)^2\right)$, without their cancellation for large $k$; infinite for $k \le 2$.
 * Relative error at most 30 units of $2^{-53}$.
 */
export const variance = (law: Frechet): number => {
  if (!(law.shape > 2)) return Infinity;
  const m = mean(law);
  // From there on the spread underflows, which a large scale can lift back.
  return law.shape > LARGE ? sd(law) * sd(law) : m * rootGammaSpread(-law.shape) * m;
};

/** The root of the variance. Relative error at most 16 units of $2^{-53}$. */
export const sd = (law: Frechet): number => {
  const { shape } = law;
  if (!(shape > 2)) return Infinity;
  return shape > LARGE ? (mean(law) / shape) * 1.2825498301618641 : mean(law) * Math.sqrt(rootGammaSpread(-shape));
};

/** $\lambda(\ln 2)^{-1/k}$. Accuracy as `quantile`. */
export const median = (law: Frechet): number => scaledRoot(Math.LN2, -law.shape, law.scale);

/** $\lambda\left(\frac{k}{k+1}\right)^{1/k}$ alone. Accuracy as `quantile`. */
export const mode = (law: Frechet): ReadonlyArray<number> => [
  scaledRoot((law.shape + 1) / law.shape, -law.shape, law.scale),
];

/** $1 + \gamma(1 + 1/k) + \ln(\lambda/k)$. Error at most 4 units of $2^{-53}$ of the largest term. */
export const entropy = (law: Frechet): number =>
  0.5772156649015329 * (1 + 1 / law.shape) + (Math.log(law.scale) - Math.log(law.shape)) + 1;

/** By inversion, one uniform a draw. */
const draw: Draw<Frechet> = (law) => {
  const { shape, scale } = law;
  const e = -1 / shape;
  return e > -300 ? (uniform) => scale * Math.pow(-Math.log(uniform()), e) : (uniform) => quantile(law)(uniform());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Frechet) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Frechet) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood, {@link law.extremeValueProfile} on the negated logarithms: $1/X$ is Weibull, and its likeliest shape
 * and inverse scale are those of $X$. Standard errors from the observed information in both.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (an observation that is not positive) at `sample`; `Degenerate` when
 * all are equal.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Frechet>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ positive([0, 100]),
  logPdf,
  2,
  (xs) => {
    const smallest = xs.reduce((a, b) => Math.min(a, b));
    const logs = xs.map((x) => logRatio(smallest, x));
    return map((found: ExtremeValueProfile): Estimate<Frechet> => {
      const { steepness, logMean, errorOfLogSteepness, errorOfLocation, iterations } = found;
      const scale = smallest * Math.exp(-logMean / steepness);
      return {
        law: frechet(steepness, scale),
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
export const frechetLaw: ContinuousLaw<Frechet> = {
  kind: 'continuous',
  name: 'frechet',
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
