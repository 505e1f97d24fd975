/**
 * The Laplace (double exponential) law.
 *
 * Two exponentials back to back: everything goes through the standardised point z = (x - location) / scale and what its
 * rounding lost, which the exponentials would magnify.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 24
 * @module laws/laplace
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
  makerOf,
  type Parameters,
  positive,
  real,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import {
  atStandardised,
  mean as average,
  sorted,
  standardisationError,
  standardise,
  unstandardise,
} from '../numeric/index.ts';

/**
 * The Laplace law with this location, its median, and this scale, its mean distance from it.
 * @category Model
 * @since 0.1.0
 */
export interface Laplace {
  readonly _tag: 'Laplace';
  readonly location: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Laplace> = {
  location: /* @__PURE__ */ real([-100, 100]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<Laplace>('Laplace', 'laplace', parameters);

/**
 * The Laplace law: `location` $\mu$ finite, `scale` $\sigma > 0$ finite.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `laplace.location`, `laplace.scale`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, isf, laplace } from 'lawful/laws/laplace';
 * const law = laplace(3, 0.5);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(2)).toBeCloseTo(0.5 * Math.exp(-2), 16);
 *   expect(isf(law.right)(1e-300)).toBeCloseTo(3 - 0.5 * Math.log(2e-300), 12);
 * }
 * ```
 */
export const laplace = (location: number, scale: number): Either<Failure, Laplace> => of({ location, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Laplace): Support => ({ lower: -Infinity, upper: Infinity });

/** $\frac{1}{2\sigma}e^{-|z|}$. Relative error at most 5 units of $2^{-53}$ where it is a normal double. */
export const pdf = (law: Laplace): ((x: number) => number) => {
  const { location, scale } = law;
  return (x) => {
    const z = standardise(x, location, scale);
    const size = Math.abs(z);
    const lost = standardisationError(x, location, scale, z);
    const far = z < 0 ? 1 + lost : 1 - lost;
    if (size < 700) return ((0.5 * Math.exp(-size)) / scale) * far;
    // A small scale can lift the density out of the range where the exponential underflows: apply it in two halves.
    const half = Math.exp(-0.5 * size);
    return ((0.5 * half) / scale) * half * far;
  };
};

/** $-|z| - \ln 2\sigma$. Error at most 4 units of $2^{-53}$ of the largest of $|z|$, $|\ln\sigma|$ and 1. */
export const logPdf = (law: Laplace): ((x: number) => number) => {
  const { location, scale } = law;
  const constant = Math.log(scale) + Math.LN2;
  return (x) => 0 - Math.abs(standardise(x, location, scale)) - constant;
};

/** The mass below z + lost. */
const lower = (z: number, lost: number): number => (z < 0 ? 0.5 * Math.exp(z) * (1 + lost) : 1 - 0.5 * Math.exp(-z));

/** $\frac12 e^{z}$ left of the location, $1 - \frac12 e^{-z}$ right of it. Relative error at most 4 units of $2^{-53}$. */
export const cdf = (law: Laplace): ((x: number) => number) => atStandardised(law.location, law.scale, lower);

/** $\frac12 e^{-z}$ right of the location, $1 - \frac12 e^{z}$ left of it. Relative error at most 4 units of $2^{-53}$. */
export const sf = (law: Laplace): ((x: number) => number) =>
  atStandardised(law.location, law.scale, (z, lost) => lower(-z, -lost));

/** ln of the mass below z + lost. */
const logLower = (z: number, lost: number): number =>
  z < 0 ? z + lost - Math.LN2 : Math.log1p(-0.5 * Math.exp(-z) * (1 - lost)) + 0;

/** $\ln F$: $z - \ln 2$ left of the location. Relative error at most 5 units of $2^{-53}$. */
export const logCdf = (law: Laplace): ((x: number) => number) => atStandardised(law.location, law.scale, logLower);

/** $\ln S$: $-z - \ln 2$ right of the location. Relative error at most 5 units of $2^{-53}$. */
export const logSf = (law: Laplace): ((x: number) => number) =>
  atStandardised(law.location, law.scale, (z, lost) => logLower(-z, -lost));

/** The standardised point with mass p below. */
const inverse = (p: number): number => (p < 0.5 ? Math.log(2 * p) : 0 - Math.log(2 * (1 - p)));

/**
 * $\mu + \sigma\ln 2p$ below one half, $\mu - \sigma\ln 2(1-p)$ above. Error at most 4 units of $2^{-53}$ of the larger
 * of $|\mu|$ and the distance from it.
 */
export const quantile = (law: Laplace): ((p: number) => number) => {
  const { location, scale } = law;
  return (p) => unstandardise(inverse(p), location, scale);
};

/** $\mu - \sigma\ln 2q$ below one half, $\mu + \sigma\ln 2(1-q)$ above. Accuracy as `quantile`. */
export const isf = (law: Laplace): ((q: number) => number) => {
  const { location, scale } = law;
  return (q) => unstandardise(0 - inverse(q), location, scale);
};

/** $1/\sigma$ right of the location; density over `sf` left of it. Relative error at most 8 units of $2^{-53}$. */
export const hazard = (law: Laplace): ((x: number) => number) => {
  const { location, scale } = law;
  const density = pdf(law);
  const upper = sf(law);
  const rate = 1 / scale;
  return (x) => (x > location ? rate : density(x) / upper(x));
};

/** The logarithm of `hazard`. Error at most 6 units of $2^{-53}$ of the largest of $|z|$, $|\ln\sigma|$ and 1. */
export const logHazard = (law: Laplace): ((x: number) => number) => {
  const { location } = law;
  const logDensity = logPdf(law);
  const logUpper = logSf(law);
  const logRate = 0 - Math.log(law.scale);
  return (x) => (x > location ? logRate : logDensity(x) - logUpper(x));
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Laplace) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\mu$. */
export const mean = (law: Laplace): number => law.location;

/** $2\sigma^2$. */
export const variance = (law: Laplace): number => 2 * law.scale * law.scale;

/** $\sqrt2\,\sigma$. */
export const sd = (law: Laplace): number => Math.SQRT2 * law.scale;

/** $\mu$. */
export const median = (law: Laplace): number => law.location;

/** $\mu$ alone. */
export const mode = (law: Laplace): ReadonlyArray<number> => [law.location];

/** $1 + \ln 2\sigma$. Error at most 3 units of $2^{-53}$ of the larger of 1 and the value. */
export const entropy = (law: Laplace): number => Math.log(law.scale) + 1.6931471805599454;

/** By inversion, one uniform a draw. */
const draw: Draw<Laplace> = (law) => {
  const at = quantile(law);
  return (uniform) => at(uniform());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Laplace) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Laplace) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/** The middle observation, or the middle between the two. */
const middle = (xs: Float64Array): number => {
  const ascending = sorted(xs);
  const half = xs.length >> 1;
  const upper = ascending[half];
  return xs.length % 2 === 1 ? upper : 0.5 * ascending[half - 1] + 0.5 * upper;
};

/**
 * Maximum likelihood: the sample median and the mean distance from it, the latter with standard error
 * $\sigma/\sqrt n$; the likelihood has corners in the location, which has none.
 *
 * Failure: `Empty` or `NotFinite` at `sample`; `Degenerate` when all observations are equal.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Laplace>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ real([-100, 100]),
  logPdf,
  2,
  (xs) => {
    const location = middle(xs);
    const scale = average(xs.map((x) => Math.abs(x - location)));
    return right({ law: laplace(location, scale), standardErrors: { scale: scale / Math.sqrt(xs.length) } });
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const laplaceLaw: ContinuousLaw<Laplace> = {
  kind: 'continuous',
  name: 'laplace',
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
