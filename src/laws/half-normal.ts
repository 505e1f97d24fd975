/**
 * The half-normal law: the size of a normal number whose mean is 0.
 *
 * Its distribution function is the error function, its survival function twice a normal tail: both are asked for where
 * they are small.
 *
 * @source Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 13
 * @module laws/half-normal
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
  nonNegative,
  type Parameters,
  positive,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import {
  erf,
  erfcInverse,
  erfInverse,
  logErfc,
  normalCdf,
  normalHazard,
  normalPdf,
  normalQuantile,
  rootMeanSquare,
  standardisationError,
} from '../numeric/index.ts';

/**
 * The half-normal law of this scale, the standard deviation of the normal law that is folded.
 * @category Model
 * @since 0.1.0
 */
export interface HalfNormal {
  readonly _tag: 'HalfNormal';
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<HalfNormal> = { scale: /* @__PURE__ */ positive([0.01, 100]) };

const of = /* @__PURE__ */ makerOf<HalfNormal>('HalfNormal', 'halfNormal', parameters);

const SQRT_HALF_PI = 1.2533141373155003;
/** ln sqrt(2 / pi). */
const LOG_SQRT_TWO_OVER_PI = -0.22579135264472744;

/**
 * The law of $|\sigma Z|$ on $x \ge 0$ for a standard normal $Z$: `scale` $\sigma > 0$ finite, in units of $x$.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `halfNormal.scale`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, halfNormal, quantile } from 'lawful/laws/half-normal';
 * const law = halfNormal(2);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(2)).toBeCloseTo(0.682689492137086, 15);
 *   expect(quantile(law.right)(1e-20)).toBeCloseTo(2.5066282746310005e-20, 34);
 * }
 * ```
 */
export const halfNormal = (scale: number): Either<Failure, HalfNormal> => of({ scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: HalfNormal): Support => ({ lower: 0, upper: Infinity });

/** What z = fl(x / scale) lacks, also where the scale is near the ends of the doubles. */
const lostBy = (x: number, scale: number, z: number): number => {
  const shift = scale > 1e200 ? 2 ** -600 : scale < 1e-200 ? 2 ** 600 : 1;
  return standardisationError(x * shift, 0, scale * shift, z);
};

/**
 * The density $\frac{\sqrt2}{\sigma\sqrt\pi} e^{-z^2/2}$ with $z = x/\sigma$. Relative error at most 6 units of $2^{-53}$
 * where it is a normal double.
 */
export const pdf = (law: HalfNormal): ((x: number) => number) => {
  const { scale } = law;
  return (x) => {
    if (x < 0) return 0;
    const z = x / scale;
    return 2 * normalPdf(z, lostBy(x, scale, z), scale);
  };
};

/** The logarithm of the density. Error at most $10^{-15}$ of the largest of $z^2/2$, $|\ln\sigma|$ and 0.2. */
export const logPdf = (law: HalfNormal): ((x: number) => number) => {
  const { scale } = law;
  const constant = LOG_SQRT_TWO_OVER_PI - Math.log(scale);
  return (x) => {
    if (x < 0) return -Infinity;
    const z = x / scale;
    return constant - 0.5 * z * z;
  };
};

/** $\operatorname{erf}(z/\sqrt2)$. Relative error at most 6 units of $2^{-53}$. */
export const cdf = (law: HalfNormal): ((x: number) => number) => {
  const { scale } = law;
  return (x) => (x <= 0 ? 0 : erf((x / scale) * Math.SQRT1_2));
};

/** $2\Phi(-z)$. Relative error at most 10 units of $2^{-53}$ where it is a normal double. */
export const sf = (law: HalfNormal): ((x: number) => number) => {
  const { scale } = law;
  return (x) => {
    if (x <= 0) return 1;
    const z = x / scale;
    return 2 * normalCdf(-z, -lostBy(x, scale, z));
  };
};

/** $\ln\operatorname{erf}(z/\sqrt2)$. Relative error at most 12 units of $2^{-53}$. */
export const logCdf = (law: HalfNormal): ((x: number) => number) => {
  const { scale } = law;
  const logScale = Math.log(scale);
  const upper = sf(law);
  return (x) => {
    if (x <= 0) return -Infinity;
    const z = x / scale;
    if (z < 1e-290) return Math.log(x) - logScale + LOG_SQRT_TWO_OVER_PI;
    return z < 0.6 ? Math.log(erf(z * Math.SQRT1_2)) : Math.log1p(-upper(x)) + 0;
  };
};

/** $\ln(2\Phi(-z))$. Relative error at most 10 units of $2^{-53}$. */
export const logSf = (law: HalfNormal): ((x: number) => number) => {
  const { scale } = law;
  return (x) => (x <= 0 ? 0 : logErfc((x / scale) * Math.SQRT1_2) + 0);
};

/** $\sigma\sqrt2\operatorname{erf}^{-1}(p)$. Relative error at most 10 units of $2^{-53}$. */
export const quantile = (law: HalfNormal): ((p: number) => number) => {
  const { scale } = law;
  return (p) => {
    if (!(p >= 0 && p <= 1)) return NaN;
    // A large scale lifts what would be subnormal on its own.
    return p < 1e-290 ? p * scale * SQRT_HALF_PI + 0 : scale * (Math.SQRT2 * erfInverse(p));
  };
};

/** $\sigma\sqrt2\operatorname{erfc}^{-1}(q)$. Relative error at most 10 units of $2^{-53}$. */
export const isf = (law: HalfNormal): ((q: number) => number) => {
  const { scale } = law;
  return (q) => (q >= 0 && q <= 1 ? scale * (Math.SQRT2 * erfcInverse(q)) : NaN);
};

/** The inverse Mills ratio at $z$ over $\sigma$, about $z/\sigma$ far right. Relative error at most 10 units of $2^{-53}$. */
export const hazard = (law: HalfNormal): ((x: number) => number) => {
  const { scale } = law;
  return (x) => {
    if (x < 0) return 0;
    const z = x / scale;
    return normalHazard(z, lostBy(x, scale, z), scale);
  };
};

/** The logarithm of the hazard. Error at most 10 units of $2^{-53}$ of the larger of $|\ln\sigma|$ and 1. */
export const logHazard = (law: HalfNormal): ((x: number) => number) => {
  const { scale } = law;
  const logScale = Math.log(scale);
  return (x) => {
    if (x < 0) return -Infinity;
    const z = x / scale;
    // Far out, where z may overflow, the hazard is z over the scale.
    return z > 1e9 ? Math.log(x) - 2 * logScale : Math.log(normalHazard(z)) - logScale;
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: HalfNormal) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\sigma\sqrt{2/\pi}$. Relative error at most 2 units of $2^{-53}$. */
export const mean = (law: HalfNormal): number => law.scale * 0.7978845608028654;

/** $\sigma^2(1 - 2/\pi)$. Relative error at most 3 units of $2^{-53}$. */
export const variance = (law: HalfNormal): number => law.scale * (law.scale * 0.3633802276324187);

/** $\sigma\sqrt{1 - 2/\pi}$. Relative error at most 2 units of $2^{-53}$. */
export const sd = (law: HalfNormal): number => law.scale * 0.602810274989087;

/** $\sigma\Phi^{-1}(\tfrac34)$. Relative error at most 2 units of $2^{-53}$. */
export const median = (law: HalfNormal): number => law.scale * 0.6744897501960817;

/** 0 alone. */
export const mode = (_law: HalfNormal): ReadonlyArray<number> => [0];

/** $\frac12\ln\frac{\pi\sigma^2}{2} + \frac12$. Error at most 3 units of $2^{-53}$ of the larger of $|\ln\sigma|$ and 1. */
export const entropy = (law: HalfNormal): number => Math.log(law.scale) + 0.7257913526447274;

/** A normal number by inversion, without its sign: one uniform a draw. */
const draw: Draw<HalfNormal> = (law) => (uniform) => law.scale * Math.abs(normalQuantile(uniform()));

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: HalfNormal) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: HalfNormal) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood: the root mean square, with standard error $\sigma/\sqrt{2n}$.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (a negative observation) at `sample`; `Degenerate` when all are 0.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<HalfNormal>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ nonNegative([0, 100]),
  logPdf,
  1,
  (xs) => {
    const scale = rootMeanSquare(xs);
    return right({ law: halfNormal(scale), standardErrors: { scale: scale / Math.sqrt(2 * xs.length) } });
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const halfNormalLaw: ContinuousLaw<HalfNormal> = {
  kind: 'continuous',
  name: 'halfNormal',
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
