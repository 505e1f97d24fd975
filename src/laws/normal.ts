/**
 * The normal (Gaussian) law.
 *
 * Everything goes through the standardised point z = (x - mean) / sd. What its rounding lost is carried beside it where
 * it matters, so that the tails keep their digits: at 30 standard deviations a rounded z alone costs three of them.
 *
 * @source Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 13
 * @module laws/normal
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
  HALF_LOG_TWO_PI,
  mean as average,
  normalCdf,
  normalHazard,
  normalLogCdf,
  normalPdf,
  normalQuantile,
  rootMeanSquare,
  standardise,
  unstandardise,
} from '../numeric/index.ts';

/**
 * The normal law with this mean and standard deviation.
 * @category Model
 * @since 0.1.0
 */
export interface Normal {
  readonly _tag: 'Normal';
  readonly mean: number;
  readonly sd: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Normal> = {
  mean: /* @__PURE__ */ real([-100, 100]),
  sd: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<Normal>('Normal', 'normal', parameters);

/**
 * The normal law $N(\mu, \sigma^2)$: `mean` $\mu$ finite, `sd` $\sigma > 0$ finite.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `normal.mean`, `normal.sd`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, isf, normal, sf } from 'lawful/laws/normal';
 * const law = normal(100, 15);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(115)).toBeCloseTo(0.8413447460685429, 15);
 *   expect(sf(law.right)(400) / 2.753624118606233e-89).toBeCloseTo(1, 13);
 *   expect(isf(law.right)(0.025)).toBeCloseTo(129.39945976810081, 11);
 * }
 * ```
 */
export const normal = (mean: number, sd: number): Either<Failure, Normal> => of({ mean, sd });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Normal): Support => ({ lower: -Infinity, upper: Infinity });

/**
 * The density $f(x) = \frac{1}{\sigma\sqrt{2\pi}} e^{-z^2/2}$. Relative error at most 6 units of $2^{-53}$ where it is a
 * normal double.
 */
export const pdf = (law: Normal): ((x: number) => number) => atStandardised(law.mean, law.sd, normalPdf);

/** The logarithm of the density, $-z^2/2 - \ln\sigma - \frac12\ln 2\pi$. Error at most $10^{-15}$ of its largest term. */
export const logPdf = (law: Normal): ((x: number) => number) => {
  const { mean, sd } = law;
  const constant = Math.log(sd) + HALF_LOG_TWO_PI;
  return (x) => {
    const z = standardise(x, mean, sd);
    return -0.5 * z * z - constant;
  };
};

/** $\Phi(z)$. Relative error at most 10 units of $2^{-53}$ where it is a normal double. */
export const cdf = (law: Normal): ((x: number) => number) => atStandardised(law.mean, law.sd, normalCdf);

/** $\Phi(-z)$. Relative error at most 10 units of $2^{-53}$ where it is a normal double. */
export const sf = (law: Normal): ((x: number) => number) =>
  atStandardised(law.mean, law.sd, (z, lost) => normalCdf(-z, -lost));

/** $\ln\Phi(z)$. Relative error at most $2\cdot10^{-15}$ and, far right, that of `sf`. */
export const logCdf = (law: Normal): ((x: number) => number) => atStandardised(law.mean, law.sd, normalLogCdf);

/** $\ln\Phi(-z)$. Relative error at most $2\cdot10^{-15}$ and, far left, that of `cdf`. */
export const logSf = (law: Normal): ((x: number) => number) =>
  atStandardised(law.mean, law.sd, (z, lost) => normalLogCdf(-z, -lost));

/** $\mu + \sigma\,\Phi^{-1}(p)$. Error at most 10 units of $2^{-53}$ of the larger of $|\mu|$ and the distance from it. */
export const quantile = (law: Normal): ((p: number) => number) => {
  const { mean, sd } = law;
  return (p) => unstandardise(normalQuantile(p), mean, sd);
};

/** $\mu - \sigma\,\Phi^{-1}(q)$. Accuracy as `quantile`. */
export const isf = (law: Normal): ((q: number) => number) => {
  const { mean, sd } = law;
  return (q) => unstandardise(-normalQuantile(q), mean, sd);
};

/** The inverse Mills ratio over $\sigma$, about $z/\sigma$ far right. Relative error at most 10 units of $2^{-53}$. */
export const hazard = (law: Normal): ((x: number) => number) => atStandardised(law.mean, law.sd, normalHazard);

/**
 * The logarithm of the hazard; by the density far left, where the hazard underflows. Error at most $2\cdot10^{-15}$ of the
 * largest of $z^2/2$, $|\ln\sigma|$ and 1.
 */
export const logHazard = (law: Normal): ((x: number) => number) => {
  const { mean, sd } = law;
  const logSd = Math.log(sd);
  const logDensity = logPdf(law);
  return (x) => {
    const z = standardise(x, mean, sd);
    return z < -5 ? logDensity(x) - normalLogCdf(-z) : Math.log(normalHazard(z)) - logSd;
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Normal) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\mu$. */
export const mean = (law: Normal): number => law.mean;

/** $\sigma^2$. */
export const variance = (law: Normal): number => law.sd * law.sd;

/** $\sigma$. */
export const sd = (law: Normal): number => law.sd;

/** $\mu$. */
export const median = (law: Normal): number => law.mean;

/** $\mu$ alone. */
export const mode = (law: Normal): ReadonlyArray<number> => [law.mean];

/** $\frac12\ln(2\pi e\sigma^2)$. Relative error at most $10^{-15}$. */
export const entropy = (law: Normal): number => Math.log(law.sd) + HALF_LOG_TWO_PI + 0.5;

/** By inversion, one uniform a draw. */
const draw: Draw<Normal> = (law) => {
  const inverse = quantile(law);
  return (uniform) => inverse(uniform());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Normal) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Normal) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood: the sample mean and the root mean square of the distances from it (divisor $n$), with standard
 * errors $\sigma/\sqrt n$ and $\sigma/\sqrt{2n}$.
 *
 * Failure: `Empty` or `NotFinite` at `sample`; `Degenerate` when all observations are equal.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Normal>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ real([-100, 100]),
  logPdf,
  2,
  (xs) => {
    const first = average(xs);
    // The mean of equal numbers may be a rounding off; what is left says how far.
    const centre = first + average(xs.map((x) => x - first));
    const spread = rootMeanSquare(xs.map((x) => x - centre));
    return right({
      law: normal(centre, spread),
      standardErrors: { mean: spread / Math.sqrt(xs.length), sd: spread / Math.sqrt(2 * xs.length) },
    });
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const normalLaw: ContinuousLaw<Normal> = {
  kind: 'continuous',
  name: 'normal',
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
