/**
 * The continuous uniform law on an interval.
 *
 * Distances are measured from both ends, so that neither tail is a difference from 1.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 26
 * @module laws/uniform
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  checkParameters,
  type ContinuousLaw,
  cumHazardOf,
  type Draw,
  type Failure,
  type Fit,
  fitOf,
  outOfDomain,
  type Parameters,
  real,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';

/**
 * The uniform law on [lower, upper].
 * @category Model
 * @since 0.1.0
 */
export interface Uniform {
  readonly _tag: 'Uniform';
  readonly lower: number;
  readonly upper: number;
}

/**
 * The domain of each parameter; besides, `lower` is less than `upper`.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Uniform> = {
  lower: /* @__PURE__ */ real([-100, 100]),
  upper: /* @__PURE__ */ real([-100, 100]),
};

const of = (values: Omit<Uniform, '_tag'>): Either<Failure, Uniform> => {
  const checked = checkParameters('uniform', parameters, values);
  if (checked._tag === 'Left') return checked;
  const { lower, upper } = checked.right;
  if (!(lower < upper)) return left(outOfDomain('uniform.upper', upper, 'greater than lower'));
  if (upper - lower === Infinity) return left(outOfDomain('uniform.upper', upper, 'at most 1.8e308 above lower'));
  return right({ _tag: 'Uniform', lower: lower + 0, upper: upper + 0 });
};

/**
 * The uniform law on [`lower`, `upper`], both finite, `lower < upper`, with a finite width.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `uniform.lower`, `uniform.upper`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, quantile, uniform } from 'lawful/laws/uniform';
 * const law = uniform(2, 6);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(3)).toBe(0.25);
 *   expect(quantile(law.right)(0.75)).toBe(5);
 * }
 * ```
 */
export const uniform = (lower: number, upper: number): Either<Failure, Uniform> => of({ lower, upper });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (law: Uniform): Support => ({ lower: law.lower, upper: law.upper });

/** $1/(b-a)$ on [a, b], 0 elsewhere. Relative error at most 2 units of $2^{-53}$. */
export const pdf = (law: Uniform): ((x: number) => number) => {
  const { lower, upper } = law;
  const height = 1 / (upper - lower);
  return (x) => (x > upper ? 0 : x >= lower ? height : x === x ? 0 : NaN);
};

/** $-\ln(b-a)$ on [a, b]. Relative error at most 3 units of $2^{-53}$. */
export const logPdf = (law: Uniform): ((x: number) => number) => {
  const { lower, upper } = law;
  const height = 0 - Math.log(upper - lower);
  return (x) => (x > upper ? -Infinity : x >= lower ? height : x === x ? -Infinity : NaN);
};

/** $(x-a)/(b-a)$. Relative error at most 3 units of $2^{-53}$. */
export const cdf = (law: Uniform): ((x: number) => number) => {
  const { lower, upper } = law;
  const width = upper - lower;
  return (x) => (x <= lower ? 0 : x >= upper ? 1 : (x - lower) / width);
};

/** $(b-x)/(b-a)$. Relative error at most 3 units of $2^{-53}$. */
export const sf = (law: Uniform): ((x: number) => number) => {
  const { lower, upper } = law;
  const width = upper - lower;
  return (x) => (x <= lower ? 1 : x >= upper ? 0 : (upper - x) / width);
};

/** ln(distance / width) for the nearer end, by the rest for the farther; apart where the quotient would underflow. */
const logShare = (distance: number, rest: number, width: number): number =>
  distance > rest
    ? Math.log1p(-rest / width)
    : distance / width > 1e-290
      ? Math.log(distance / width)
      : Math.log(distance) - Math.log(width);

/** The logarithm of `cdf`. Relative error at most 8 units of $2^{-53}$, near the upper end, where it is about $-S$, too. */
export const logCdf = (law: Uniform): ((x: number) => number) => {
  const { lower, upper } = law;
  const width = upper - lower;
  return (x) => (x <= lower ? -Infinity : x >= upper ? 0 : logShare(x - lower, upper - x, width));
};

/** The logarithm of `sf`. Relative error at most 8 units of $2^{-53}$, near the lower end, where it is about $-F$, too. */
export const logSf = (law: Uniform): ((x: number) => number) => {
  const { lower, upper } = law;
  const width = upper - lower;
  return (x) => (x <= lower ? 0 : x >= upper ? -Infinity : logShare(upper - x, x - lower, width));
};

/** $a + p(b-a)$. Error at most 2 units of $2^{-53}$ of the larger end; `isf` is exact to that near the upper end. */
export const quantile = (law: Uniform): ((p: number) => number) => {
  const { lower, upper } = law;
  const width = upper - lower;
  return (p) => (p >= 0 && p < 1 ? Math.min(lower + p * width, upper) : p === 1 ? upper : NaN);
};

/** $b - q(b-a)$. Accuracy as `quantile`, from the other end. */
export const isf = (law: Uniform): ((q: number) => number) => {
  const { lower, upper } = law;
  const width = upper - lower;
  return (q) => (q >= 0 && q < 1 ? Math.max(upper - q * width, lower) : q === 1 ? lower : NaN);
};

/** $1/(b-x)$ on [a, b), 0 below, infinite from b on. Relative error at most 3 units of $2^{-53}$. */
export const hazard = (law: Uniform): ((x: number) => number) => {
  const { lower, upper } = law;
  return (x) => (x < lower ? 0 : x >= upper ? Infinity : 1 / (upper - x));
};

/** $-\ln(b-x)$ on [a, b). Error at most 3 units of $2^{-53}$ of the larger of 1 and the value. */
export const logHazard = (law: Uniform): ((x: number) => number) => {
  const { lower, upper } = law;
  return (x) => (x < lower ? -Infinity : x >= upper ? Infinity : 0 - Math.log(upper - x));
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Uniform) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $(a+b)/2$. */
export const mean = (law: Uniform): number => 0.5 * law.lower + 0.5 * law.upper;

/** $(b-a)^2/12$. Relative error at most 4 units of $2^{-53}$. */
export const variance = (law: Uniform): number => ((law.upper - law.lower) * (law.upper - law.lower)) / 12;

/** $(b-a)/\sqrt{12}$. Relative error at most 4 units of $2^{-53}$. */
export const sd = (law: Uniform): number => (law.upper - law.lower) / Math.sqrt(12);

/** $(a+b)/2$. */
export const median = (law: Uniform): number => mean(law);

/** Every point is a mode: the two ends of the interval. */
export const mode = (law: Uniform): ReadonlyArray<number> => [law.lower, law.upper];

/** $\ln(b-a)$. Relative error at most 3 units of $2^{-53}$. */
export const entropy = (law: Uniform): number => Math.log(law.upper - law.lower);

const draw: Draw<Uniform> = (law) => {
  const inverse = quantile(law);
  return (source) => inverse(source());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Uniform) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Uniform) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood: from the least to the greatest observation. Neither end has a standard error: the likelihood jumps
 * there.
 *
 * Failure: `Empty` or `NotFinite` at `sample`; `Degenerate` when all observations are equal.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Uniform>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ real([-100, 100]),
  logPdf,
  2,
  (xs) =>
    right({
      law: uniform(
        xs.reduce((a, b) => Math.min(a, b)),
        xs.reduce((a, b) => Math.max(a, b)),
      ),
      standardErrors: {},
    }),
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const uniformLaw: ContinuousLaw<Uniform> = {
  kind: 'continuous',
  name: 'uniform',
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
