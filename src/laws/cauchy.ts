/**
 * The Cauchy law: so heavy in both tails that it has no mean.
 *
 * Everything goes through the standardised point z = (x - location) / scale and the arctangent of z or of 1/z, whichever
 * is small, so that neither tail is a difference.
 *
 * @source Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 16
 * @module laws/cauchy
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
import { standardise } from '../numeric/index.ts';

/**
 * The Cauchy law with this location, its median, and this scale, half the distance between its quartiles.
 * @category Model
 * @since 0.1.0
 */
export interface Cauchy {
  readonly _tag: 'Cauchy';
  readonly location: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Cauchy> = {
  location: /* @__PURE__ */ real([-100, 100]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<Cauchy>('Cauchy', 'cauchy', parameters);

/**
 * The Cauchy (Lorentz) law: `location` $\mu$ finite, `scale` $\sigma > 0$ finite.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `cauchy.location`, `cauchy.scale`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cauchy, quantile, sf } from 'lawful/laws/cauchy';
 * const law = cauchy(1, 2);
 * if (law._tag === 'Right') {
 *   expect(quantile(law.right)(0.75)).toBeCloseTo(3, 15);
 *   expect(sf(law.right)(2e20) * Math.PI * 1e20).toBeCloseTo(1, 14);
 * }
 * ```
 */
export const cauchy = (location: number, scale: number): Either<Failure, Cauchy> => of({ location, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Cauchy): Support => ({ lower: -Infinity, upper: Infinity });

const LOG_PI = 1.1447298858494002;

/** Beyond this z has left the range where its square is a double. */
const FAR = 1e150;

/** ln |x - location|, also where the difference overflows. */
const logDistance = (x: number, location: number): number => Math.log(Math.abs(0.5 * x - 0.5 * location)) + Math.LN2;

/** $\frac{1}{\pi\sigma(1 + z^2)}$. Relative error at most 8 units of $2^{-53}$. */
export const pdf = (law: Cauchy): ((x: number) => number) => {
  const { location, scale } = law;
  const height = 1 / scale / Math.PI;
  return (x) => {
    const z = standardise(x, location, scale);
    if (Math.abs(z) < FAR) return height < Infinity ? height / (1 + z * z) : 1 / (1 + z * z) / scale / Math.PI;
    // Where z is no double the scale is far below the distance, and the square of their quotient is nothing.
    const d = 0.5 * x - 0.5 * location;
    const lift = scale < 1 ? 2 ** 600 : 1;
    return (((scale * lift) / d / d) * 0.25) / lift / Math.PI;
  };
};

/** $-\ln\pi - \ln\sigma - \ln(1 + z^2)$. Error at most 6 units of $2^{-53}$ of the largest term and 1. */
export const logPdf = (law: Cauchy): ((x: number) => number) => {
  const { location, scale } = law;
  const logScale = Math.log(scale);
  return (x) => {
    const z = standardise(x, location, scale);
    if (Math.abs(z) < FAR) return 0 - Math.log1p(z * z) - (logScale + LOG_PI);
    return logScale - LOG_PI - 2 * logDistance(x, location);
  };
};

/** What is left of a distance d from the location: the arctangent of whichever of d / scale and scale / d is small. */
const below = (d: number, scale: number): number => {
  if (d < -scale) return Math.atan(scale / -d) / Math.PI;
  return d > scale ? 1 - Math.atan(scale / d) / Math.PI : 0.5 + Math.atan(d / scale) / Math.PI;
};

/** The mass left of x where `side` is 1, right of it where it is -1. */
const massOf =
  ({ location, scale }: Cauchy, side: 1 | -1): ((x: number) => number) =>
  (x) => {
    const d = x - location;
    // Halves where the difference alone would overflow.
    return d - d === 0 || !Number.isFinite(x)
      ? below(side * d, scale)
      : below(side * (0.5 * x - 0.5 * location), 0.5 * scale);
  };

/** The logarithm of {@link massOf}, near 1 by the other side's mass. */
const logMassOf = (law: Cauchy, side: 1 | -1): ((x: number) => number) => {
  const { location, scale } = law;
  const mass = massOf(law, side);
  const rest = massOf(law, side === 1 ? -1 : 1);
  const logScale = Math.log(scale);
  return (x) => {
    const p = mass(x);
    if (p > 0.5) return Math.log1p(-rest(x)) + 0;
    return p > 1e-290 ? Math.log(p) : logScale - LOG_PI - logDistance(x, location);
  };
};

/** $\frac12 + \frac1\pi\arctan z$. Relative error at most 8 units of $2^{-53}$. */
export const cdf = (law: Cauchy): ((x: number) => number) => massOf(law, 1);

/** $\frac12 - \frac1\pi\arctan z$. Relative error at most 8 units of $2^{-53}$. */
export const sf = (law: Cauchy): ((x: number) => number) => massOf(law, -1);

/** $\ln F$. Relative error at most 8 units of $2^{-53}$, far right, where it is about $-S$, too. */
export const logCdf = (law: Cauchy): ((x: number) => number) => logMassOf(law, 1);

/** $\ln S$. Relative error at most 8 units of $2^{-53}$, far left, where it is about $-F$, too. */
export const logSf = (law: Cauchy): ((x: number) => number) => logMassOf(law, -1);

/** How far below the location the mass below is p, for p at most 3/4: $\sigma\cot\pi p$. */
const depth = (p: number, scale: number): number => {
  // Below, pi p has lost digits; and a tiny scale would lose its own first.
  if (p < 1e-290) return scale > 1e-290 ? scale / Math.PI / p : scale / p / Math.PI;
  return p <= 0.25 ? scale / Math.tan(Math.PI * p) : -scale * Math.tan(Math.PI * (p - 0.5));
};

/** How far the point with this mass below is from the location, from the nearer of 0, 1/2 and 1. */
const distance = (p: number, scale: number): number => {
  if (!(p >= 0 && p <= 1)) return NaN;
  // The absolute value of -0 has the sign of the other 0.
  return p < 0.75 ? -depth(Math.abs(p), scale) : depth(1 - p, scale);
};

/**
 * $\mu + \sigma\tan\pi(p - \tfrac12)$, in the tails by the cotangent. Error at most 8 units of $2^{-53}$ of the larger of
 * $|\mu|$ and the distance from it.
 */
export const quantile = (law: Cauchy): ((p: number) => number) => {
  const { location, scale } = law;
  return (p) => location + distance(p, scale);
};

/** $\mu - \sigma\tan\pi(q - \tfrac12)$. Accuracy as `quantile`. */
export const isf = (law: Cauchy): ((q: number) => number) => {
  const { location, scale } = law;
  return (q) => location - distance(q, scale);
};

/** Density over `sf`, far right $1/(x-\mu)$. Relative error at most 16 units of $2^{-53}$. */
export const hazard = (law: Cauchy): ((x: number) => number) => {
  const { location, scale } = law;
  const density = pdf(law);
  const upper = sf(law);
  return (x) => (standardise(x, location, scale) > 1e10 ? 0.5 / (0.5 * x - 0.5 * location) : density(x) / upper(x));
};

/** The logarithm of `hazard`. Error at most 16 units of $2^{-53}$ of the largest of 1, $|\ln\sigma|$ and $2\ln|z|$. */
export const logHazard = (law: Cauchy): ((x: number) => number) => {
  const { location, scale } = law;
  const logDensity = logPdf(law);
  const logUpper = logSf(law);
  return (x) => (standardise(x, location, scale) > 1e10 ? 0 - logDistance(x, location) : logDensity(x) - logUpper(x));
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Cauchy) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** There is none: NaN. */
export const mean = (_law: Cauchy): number => NaN;

/** There is none: NaN. */
export const variance = (_law: Cauchy): number => NaN;

/** There is none: NaN. */
export const sd = (_law: Cauchy): number => NaN;

/** $\mu$. */
export const median = (law: Cauchy): number => law.location;

/** $\mu$ alone. */
export const mode = (law: Cauchy): ReadonlyArray<number> => [law.location];

/** $\ln 4\pi\sigma$. Error at most 3 units of $2^{-53}$ of the larger of 1 and the value. */
export const entropy = (law: Cauchy): number => Math.log(law.scale) + 2.5310242469692907;

/** By inversion, one uniform a draw. */
const draw: Draw<Cauchy> = (law) => {
  const inverse = quantile(law);
  return (uniform) => inverse(uniform());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Cauchy) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Cauchy) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const cauchyLaw: ContinuousLaw<Cauchy> = {
  kind: 'continuous',
  name: 'cauchy',
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
