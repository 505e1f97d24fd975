/**
 * The logistic law.
 *
 * Its distribution function is the logistic function of the standardised point z = (x - location) / scale, and its hazard
 * the same function over the scale: everything is e^z or e^-z, whichever is small.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 23
 * @module laws/logistic
 */
import type { Either } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  type ContinuousLaw,
  cumHazardOf,
  type Draw,
  type Failure,
  makerOf,
  type Parameters,
  positive,
  real,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import { atStandardised, standardisationError, standardise, unstandardise } from '../numeric/index.ts';

/**
 * The logistic law with this location, its mean, and this scale.
 * @category Model
 * @since 0.1.0
 */
export interface Logistic {
  readonly _tag: 'Logistic';
  readonly location: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Logistic> = {
  location: /* @__PURE__ */ real([-100, 100]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<Logistic>('Logistic', 'logistic', parameters);

/**
 * The logistic law: `location` $\mu$ finite, `scale` $\sigma > 0$ finite.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `logistic.location`, `logistic.scale`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, logistic, quantile } from 'lawful/laws/logistic';
 * const law = logistic(0, 2);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(2 * Math.log(3))).toBeCloseTo(0.75, 15);
 *   expect(quantile(law.right)(0.9)).toBeCloseTo(2 * Math.log(9), 14);
 * }
 * ```
 */
export const logistic = (location: number, scale: number): Either<Failure, Logistic> => of({ location, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Logistic): Support => ({ lower: -Infinity, upper: Infinity });

/**
 * $\frac{1}{\sigma}\frac{e^{-|z|}}{(1 + e^{-|z|})^2}$. Relative error at most 8 units of $2^{-53}$ where it is a normal
 * double.
 */
export const pdf = (law: Logistic): ((x: number) => number) => {
  const { location, scale } = law;
  return (x) => {
    const z = standardise(x, location, scale);
    const size = Math.abs(z);
    const lost = standardisationError(x, location, scale, z);
    const far = z < 0 ? 1 + lost : 1 - lost;
    // A small scale can lift the density out of the range where the exponential underflows: apply it in two halves.
    if (size > 700) return (Math.exp(-0.5 * size) / scale) * Math.exp(-0.5 * size) * far;
    const e = Math.exp(-size);
    // Near the middle the density is flat, and what z lost is nothing.
    return ((e / ((1 + e) * (1 + e))) * (size > 1 ? far : 1)) / scale;
  };
};

/** $-|z| - 2\ln(1 + e^{-|z|}) - \ln\sigma$. Error at most 5 units of $2^{-53}$ of the largest of $|z|$, $|\ln\sigma|$ and 1. */
export const logPdf = (law: Logistic): ((x: number) => number) => {
  const { location, scale } = law;
  const logScale = Math.log(scale);
  return (x) => {
    const size = Math.abs(standardise(x, location, scale));
    return 0 - size - 2 * Math.log1p(Math.exp(-size)) - logScale;
  };
};

/** The mass below z + lost. */
const lower = (z: number, lost: number): number => {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z) * (1 + lost);
  return e / (1 + e);
};

/** $1/(1 + e^{-z})$. Relative error at most 6 units of $2^{-53}$ where it is a normal double. */
export const cdf = (law: Logistic): ((x: number) => number) => atStandardised(law.location, law.scale, lower);

/** $1/(1 + e^{z})$. Relative error at most 6 units of $2^{-53}$ where it is a normal double. */
export const sf = (law: Logistic): ((x: number) => number) =>
  atStandardised(law.location, law.scale, (z, lost) => lower(-z, -lost));

/** ln of the mass below z + lost. */
const logLower = (z: number, lost: number): number =>
  z < 0 ? z - Math.log1p(Math.exp(z)) : 0 - Math.log1p(Math.exp(-z) * (1 - lost));

/** $-\ln(1 + e^{-z})$. Relative error at most 8 units of $2^{-53}$. */
export const logCdf = (law: Logistic): ((x: number) => number) => atStandardised(law.location, law.scale, logLower);

/** $-\ln(1 + e^{z})$. Relative error at most 8 units of $2^{-53}$. */
export const logSf = (law: Logistic): ((x: number) => number) =>
  atStandardised(law.location, law.scale, (z, lost) => logLower(-z, -lost));

/** The standardised point with mass p below: ln(p / (1 - p)), near one half without losing its digits. */
const logit = (p: number): number => {
  if (p > 0.25 && p < 0.75) return Math.log1p((2 * p - 1) / (1 - p));
  return p < 0.5 ? Math.log(p) - Math.log1p(-p) : Math.log1p(p - 1) - Math.log(1 - p);
};

/** $\mu + \sigma\ln\frac{p}{1-p}$. Error at most 6 units of $2^{-53}$ of the larger of $|\mu|$ and the distance from it. */
export const quantile = (law: Logistic): ((p: number) => number) => {
  const { location, scale } = law;
  return (p) => unstandardise(logit(p), location, scale);
};

/** $\mu - \sigma\ln\frac{q}{1-q}$. Accuracy as `quantile`. */
export const isf = (law: Logistic): ((q: number) => number) => {
  const { location, scale } = law;
  return (q) => unstandardise(0 - logit(q), location, scale);
};

/** $F/\sigma$. Relative error at most 8 units of $2^{-53}$ where it is a normal double. */
export const hazard = (law: Logistic): ((x: number) => number) => {
  const { scale } = law;
  const below = cdf(law);
  const density = pdf(law);
  // Far left the density is all of it, and a small scale may lift it where the mass below underflows.
  return (x) => {
    const p = below(x);
    return p > 1e-290 ? p / scale : density(x);
  };
};

/** $\ln F - \ln\sigma$. Error at most 8 units of $2^{-53}$ of the largest of $|z|$, $|\ln\sigma|$ and 1. */
export const logHazard = (law: Logistic): ((x: number) => number) => {
  const logBelow = logCdf(law);
  const logScale = Math.log(law.scale);
  return (x) => logBelow(x) - logScale;
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Logistic) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\mu$. */
export const mean = (law: Logistic): number => law.location;

/** $\sigma^2\pi^2/3$. Relative error at most 4 units of $2^{-53}$. */
export const variance = (law: Logistic): number => 3.289868133696453 * law.scale * law.scale;

/** $\sigma\pi/\sqrt3$. Relative error at most 3 units of $2^{-53}$. */
export const sd = (law: Logistic): number => 1.8137993642342178 * law.scale;

/** $\mu$. */
export const median = (law: Logistic): number => law.location;

/** $\mu$ alone. */
export const mode = (law: Logistic): ReadonlyArray<number> => [law.location];

/** $2 + \ln\sigma$. Error at most 3 units of $2^{-53}$ of the larger of 1 and the value. */
export const entropy = (law: Logistic): number => Math.log(law.scale) + 2;

/** By inversion, one uniform a draw. */
const draw: Draw<Logistic> = (law) => {
  const at = quantile(law);
  return (uniform) => at(uniform());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Logistic) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Logistic) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const logisticLaw: ContinuousLaw<Logistic> = {
  kind: 'continuous',
  name: 'logistic',
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
