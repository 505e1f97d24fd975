/**
 * The Gumbel law of largest values.
 *
 * One monotone map carries it, $w = e^{-z}$ with $z = (x - \mu)/\beta$: the distribution function is $e^{-w}$. What the rounding of
 * z and of w lost is put back, for an exponential on top of an exponential magnifies it.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 22
 * @module laws/gumbel
 */
import { type Either, left, map } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  type ContinuousLaw,
  cumHazardOf,
  degenerate,
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
  real,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import { exprel, logResidual, standardisationError, standardise, unstandardise } from '../numeric/index.ts';

/**
 * The Gumbel law with this location, its mode, and this scale.
 * @category Model
 * @since 0.1.0
 */
export interface Gumbel {
  readonly _tag: 'Gumbel';
  readonly location: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Gumbel> = {
  location: /* @__PURE__ */ real([-100, 100]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<Gumbel>('Gumbel', 'gumbel', parameters);

/**
 * The Gumbel law of largest values on the whole line: `location` $\mu$ finite, `scale` $\beta > 0$ finite. The law of smallest
 * values is that of $-X$. (SciPy's `gumbel_r`.)
 *
 * Failure: `NotFinite` or `OutOfDomain` at `gumbel.location`, `gumbel.scale`. The accuracies hold for scales between
 * $10^{-250}$ and $10^{250}$; outside, the rounding of $z$ is not put back.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, gumbel, quantile, sf } from 'lawful/laws/gumbel';
 * const law = gumbel(3, 2);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(3)).toBeCloseTo(Math.exp(-1), 15);
 *   expect(sf(law.right)(203) / Math.exp(-100)).toBeCloseTo(1, 14);
 *   expect(quantile(law.right)(Math.exp(-1))).toBeCloseTo(3, 15);
 * }
 * ```
 */
export const gumbel = (location: number, scale: number): Either<Failure, Gumbel> => of({ location, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Gumbel): Support => ({ lower: -Infinity, upper: Infinity });

/**
 * w with the rounding of z put back. This is standardisationError written out, with the scale split once for the law: as a
 * call it takes three times as long.
 */
const outerOf = ({ location, scale }: Gumbel): ((x: number) => number) => {
  if (!(scale > 1e-250 && scale < 1e250)) return (x) => Math.exp(-standardise(x, location, scale));
  const inverse = 1 / scale;
  const c = 134217729 * scale;
  const high = c - (c - scale);
  const low = scale - high;
  return (x) => {
    const d = x - location;
    const z = d / scale;
    if (!(z > -1e3 && z < 1e3)) return Math.exp(-z);
    const back = d + location;
    const lost = x - back + (back - d - location);
    const cz = 134217729 * z;
    const zh = cz - (cz - z);
    const zl = z - zh;
    const product = z * scale;
    const rest = d - product - (zl * low - (product - zh * high - zl * high - zh * low));
    return Math.exp(-z) * (1 - (rest + lost) * inverse);
  };
};

/** What e^-w is to be multiplied by for w = fl(e^-z) and z = fl(z) to count as exact. */
const restored = (z: number, lost: number, w: number): number => 1 + w * (lost + logResidual(w, -z));

/** e^-w where w >= 2, whose roundings count. */
const farLeft = (x: number, location: number, scale: number): number => {
  const z = standardise(x, location, scale);
  const w = Math.exp(-z);
  return w > 750 ? 0 : Math.exp(-w) * restored(z, standardisationError(x, location, scale, z), w);
};

/** $\frac1\beta w e^{-w}$. Relative error at most 6 units of $2^{-53}$. */
export const pdf = (law: Gumbel): ((x: number) => number) => {
  const { location, scale } = law;
  const outer = outerOf(law);
  return (x) => {
    const w = outer(x);
    if (w < 2 && w > 1e-300) return (w * Math.exp(-w)) / scale;
    if (w >= 2 && w < 700) return (w * farLeft(x, location, scale)) / scale;
    if (w > 1500) return 0;
    const z = standardise(x, location, scale);
    const lost = standardisationError(x, location, scale, z);
    // Each tail in two halves where the exponential of the whole is no normal double: a small scale may lift it back.
    const plain = Math.exp(-z);
    const half = Math.exp(-0.5 * (z > 0 ? z : plain));
    return z > 0 ? (half / scale) * (1 - lost) * half : ((w * half) / scale) * (restored(z, lost, plain) * half);
  };
};

/** $-z - w - \ln\beta$. Error at most 4 units of $2^{-53}$ of its largest term. */
export const logPdf = (law: Gumbel): ((x: number) => number) => {
  const { location, scale } = law;
  const logScale = Math.log(scale);
  const outer = outerOf(law);
  return (x) => {
    const w = outer(x);
    return w === Infinity ? -Infinity : -standardise(x, location, scale) - w - logScale;
  };
};

/** $e^{-w}$. Relative error at most 4 units of $2^{-53}$. */
export const cdf = (law: Gumbel): ((x: number) => number) => {
  const { location, scale } = law;
  const outer = outerOf(law);
  return (x) => {
    const w = outer(x);
    return w < 2 ? Math.exp(-w) : farLeft(x, location, scale);
  };
};

/** $1 - e^{-w}$. Relative error at most 4 units of $2^{-53}$. */
export const sf = (law: Gumbel): ((x: number) => number) => {
  const outer = outerOf(law);
  return (x) => -Math.expm1(-outer(x)) + 0;
};

/** $-w$. Relative error at most 3 units of $2^{-53}$. */
export const logCdf = (law: Gumbel): ((x: number) => number) => {
  const outer = outerOf(law);
  return (x) => 0 - outer(x);
};

/** $\ln(1 - e^{-w})$; $-z$ where $w$ underflows. Relative error at most 6 units of $2^{-53}$. */
export const logSf = (law: Gumbel): ((x: number) => number) => {
  const { location, scale } = law;
  const outer = outerOf(law);
  return (x) => {
    const w = outer(x);
    if (w < 1e-287) return -standardise(x, location, scale);
    if (w < Math.LN2) return Math.log(-Math.expm1(-w));
    return Math.log1p(w < 2 ? -Math.exp(-w) : -farLeft(x, location, scale)) + 0;
  };
};

/**
 * $\mu - \beta\ln(-\ln p)$. Error at most 4 units of $2^{-53}$ of the largest of $|\mu|$, the distance from it and $\beta$.
 */
export const quantile = (law: Gumbel): ((p: number) => number) => {
  const { location, scale } = law;
  return (p) => (p >= 0 && p <= 1 ? unstandardise(-Math.log(-Math.log(p)), location, scale) : NaN);
};

/** $\mu - \beta\ln(-\ln(1-q))$. Accuracy as `quantile`. */
export const isf = (law: Gumbel): ((q: number) => number) => {
  const { location, scale } = law;
  return (q) => (q >= 0 && q <= 1 ? unstandardise(-Math.log(-Math.log1p(-q)), location, scale) : NaN);
};

/** $\frac{1}{\beta}\frac{w}{e^w - 1}$, which rises to $1/\beta$. Relative error at most 8 units of $2^{-53}$. */
export const hazard = (law: Gumbel): ((x: number) => number) => {
  const { scale } = law;
  const density = pdf(law);
  const outer = outerOf(law);
  return (x) => {
    const w = outer(x);
    return w < 1e-17 ? 1 / scale : density(x) / -Math.expm1(-w);
  };
};

/** $-\ln\beta - \ln\frac{e^w - 1}{w}$. Error at most 4 units of $2^{-53}$ of the largest of $|\ln\beta|$, $|z|$, $w$ and 1. */
export const logHazard = (law: Gumbel): ((x: number) => number) => {
  const logScale = Math.log(law.scale);
  const logDensity = logPdf(law);
  const outer = outerOf(law);
  return (x) => {
    const w = outer(x);
    return w < 1 ? -Math.log(exprel(w)) - logScale : logDensity(x) - Math.log1p(-Math.exp(-w));
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Gumbel) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\mu + \gamma\beta$. Error at most 2 units of $2^{-53}$ of the larger term. */
export const mean = (law: Gumbel): number => unstandardise(0.5772156649015329, law.location, law.scale);

/** $\frac{\pi^2}{6}\beta^2$. Relative error at most 3 units of $2^{-53}$. */
export const variance = (law: Gumbel): number => 1.6449340668482264 * law.scale * law.scale;

/** $\frac{\pi}{\sqrt 6}\beta$. Relative error at most 2 units of $2^{-53}$. */
export const sd = (law: Gumbel): number => 1.2825498301618641 * law.scale;

/** $\mu - \beta\ln\ln 2$. Error at most 2 units of $2^{-53}$ of the larger term. */
export const median = (law: Gumbel): number => unstandardise(0.36651292058166435, law.location, law.scale);

/** $\mu$ alone. */
export const mode = (law: Gumbel): ReadonlyArray<number> => [law.location];

/** $\ln\beta + \gamma + 1$. Error at most 3 units of $2^{-53}$ of the larger term. */
export const entropy = (law: Gumbel): number => Math.log(law.scale) + 1.5772156649015329;

/** By inversion, one uniform a draw. */
const draw: Draw<Gumbel> = (law) => {
  const { location, scale } = law;
  return (uniform) => unstandardise(-Math.log(-Math.log(uniform())), location, scale);
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Gumbel) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Gumbel) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood, {@link law.extremeValueProfile} on the negated distances from the smallest observation: the scale is
 * the one root of $\bar x - \frac{\sum x_ie^{-x_i/\beta}}{\sum e^{-x_i/\beta}} - \beta$, and
 * $e^{-\mu/\beta} = \frac1n\sum e^{-x_i/\beta}$. Standard errors from the observed information in both.
 *
 * Failure: `Empty` or `NotFinite` at `sample`; `Degenerate` when all are equal, or their range is no double or below $10^{-300}$.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Gumbel>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ real([-100, 100]),
  logPdf,
  2,
  (xs) => {
    const smallest = xs.reduce((a, b) => Math.min(a, b));
    const range = xs.reduce((a, b) => Math.max(a, b)) - smallest;
    if (range === Infinity) return left(degenerate('sample', 'its range overflows'));
    // The inverse of the scale, which is searched for, would be no double.
    if (range > 0 && range < 1e-300) return left(degenerate('sample', 'its range is below 1e-300'));
    const below = xs.map((x) => smallest - x);
    return map((found: ExtremeValueProfile): Estimate<Gumbel> => {
      const { steepness, logMean, errorOfLogSteepness, errorOfLocation, iterations } = found;
      const scale = 1 / steepness;
      return {
        law: gumbel(smallest - logMean * scale, scale),
        standardErrors: { location: scale * errorOfLocation, scale: scale * errorOfLogSteepness },
        iterations,
      };
    })(extremeValueProfile('sample', below));
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const gumbelLaw: ContinuousLaw<Gumbel> = {
  kind: 'continuous',
  name: 'gumbel',
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
