/**
 * The Pareto law: a power of the ratio to a minimum, the law of a heavy tail.
 *
 * One monotone map carries it, the cumulative hazard $a\ln(x/m)$, and its exponential as the power $(m/x)^a$ with the
 * rounding of the quotient put back.
 *
 * @source Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 20
 * @module laws/pareto
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  type ContinuousLaw,
  cumHazardOf,
  degenerate,
  type Draw,
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
import { logRatio, ratioPower, ratioPowerRate, scaledRoot, sum } from '../numeric/index.ts';

/**
 * The Pareto law with this shape, the exponent of its tail, and this scale, its least value.
 * @category Model
 * @since 0.1.0
 */
export interface Pareto {
  readonly _tag: 'Pareto';
  readonly shape: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Pareto> = {
  shape: /* @__PURE__ */ positive([2.5, 10]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<Pareto>('Pareto', 'pareto', parameters);

/**
 * The Pareto law on $x \ge m$: `shape` $a > 0$ and `scale` $m > 0$, finite. (Pareto's first law; SciPy's `pareto`.)
 *
 * Failure: `NotFinite` or `OutOfDomain` at `pareto.shape`, `pareto.scale`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { isf, mean, pareto, sf } from 'lawful/laws/pareto';
 * const law = pareto(2, 3);
 * if (law._tag === 'Right') {
 *   expect(sf(law.right)(6)).toBe(0.25);
 *   expect(isf(law.right)(0.25)).toBe(6);
 *   expect(mean(law.right)).toBe(6);
 * }
 * ```
 */
export const pareto = (shape: number, scale: number): Either<Failure, Pareto> => of({ shape, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (law: Pareto): Support => ({ lower: law.scale, upper: Infinity });

/** $\frac{a}{x}(m/x)^a$. Relative error at most 5 units of $2^{-53}$. */
export const pdf = (law: Pareto): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => {
    if (!(x >= scale && x < Infinity)) return x !== x ? NaN : 0;
    return ratioPowerRate(scale, x, shape, ratioPower(scale, x, shape), x);
  };
};

/** $\ln a - \ln m - (a+1)\ln(x/m)$. Error at most 4 units of $2^{-53}$ of its largest term. */
export const logPdf = (law: Pareto): ((x: number) => number) => {
  const { shape, scale } = law;
  const constant = Math.log(shape) - Math.log(scale);
  const power = shape + 1;
  return (x) => (x < scale ? -Infinity : constant - power * logRatio(x, scale));
};

/** $1 - (m/x)^a$. Relative error at most 5 units of $2^{-53}$. */
export const cdf = (law: Pareto): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= scale ? 0 : -Math.expm1(-shape * logRatio(x, scale)));
};

/** $(m/x)^a$. Relative error at most 3 units of $2^{-53}$. */
export const sf = (law: Pareto): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= scale ? 1 : ratioPower(scale, x, shape));
};

/** $\ln\left(1 - (m/x)^a\right)$. Relative error at most 6 units of $2^{-53}$. */
export const logCdf = (law: Pareto): ((x: number) => number) => {
  const { shape, scale } = law;
  const logShape = Math.log(shape);
  return (x) => {
    if (x <= scale) return -Infinity;
    const l = logRatio(x, scale);
    const h = shape * l;
    if (h < 1e-290) return logShape + Math.log(l);
    if (h < Math.LN2) return Math.log(-Math.expm1(-h));
    return Math.log1p(h < 2 ? -Math.exp(-h) : -ratioPower(scale, x, shape)) + 0;
  };
};

/** $-a\ln(x/m)$. Relative error at most 3 units of $2^{-53}$. */
export const logSf = (law: Pareto): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x <= scale ? 0 : 0 - shape * logRatio(x, scale));
};

/**
 * $m(1-p)^{-1/a}$. Relative error at most 3 units of $2^{-53}$ times the larger of 1 and $1/a$, by which the root magnifies
 * the rounding of $\ln(1-p)$; from $p = 1/2$ on, where $1 - p$ is exact, at most 4 units.
 */
export const quantile = (law: Pareto): ((p: number) => number) => {
  const { shape, scale } = law;
  return (p) => {
    if (!(p >= 0 && p <= 1)) return NaN;
    if (p >= 0.5) return scaledRoot(1 - p, -shape, scale);
    const half = Math.exp((-0.5 * Math.log1p(-p)) / shape);
    return half < 1e150 ? scale * Math.exp(-Math.log1p(-p) / shape) : scale * half * half;
  };
};

/** $m\,q^{-1/a}$. Relative error at most 4 units of $2^{-53}$. */
export const isf = (law: Pareto): ((q: number) => number) => {
  const { shape, scale } = law;
  return (q) => (q >= 0 && q <= 1 ? scaledRoot(q, -shape, scale) : NaN);
};

/** $a/x$ from $m$ on, correctly rounded. */
export const hazard = (law: Pareto): ((x: number) => number) => {
  const { shape, scale } = law;
  return (x) => (x < scale ? 0 : shape / x);
};

/** $\ln a - \ln x$ from $m$ on. Error at most 3 units of $2^{-53}$ of the larger term. */
export const logHazard = (law: Pareto): ((x: number) => number) => {
  const { shape, scale } = law;
  const logShape = Math.log(shape);
  return (x) => (x < scale ? -Infinity : logShape - Math.log(x));
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Pareto) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\frac{a}{a-1}m$; infinite for $a \le 1$. Relative error at most 4 units of $2^{-53}$. */
export const mean = (law: Pareto): number => (law.shape > 1 ? law.scale * (law.shape / (law.shape - 1)) : Infinity);

/** $\frac{a}{(a-1)^2(a-2)}m^2$; infinite for $a \le 2$. Relative error at most 8 units of $2^{-53}$. */
export const variance = (law: Pareto): number => {
  const { shape, scale } = law;
  if (!(shape > 2)) return Infinity;
  const s = scale / (shape - 1);
  return s * (shape / (shape - 2)) * s;
};

/** The root of the variance. Relative error at most 5 units of $2^{-53}$. */
export const sd = (law: Pareto): number => {
  const { shape, scale } = law;
  return shape > 2 ? (scale / (shape - 1)) * Math.sqrt(shape / (shape - 2)) : Infinity;
};

/** $2^{1/a}m$. Relative error at most 4 units of $2^{-53}$. */
export const median = (law: Pareto): number => scaledRoot(2, law.shape, law.scale);

/** $m$ alone. */
export const mode = (law: Pareto): ReadonlyArray<number> => [law.scale];

/** $\ln\frac{m}{a} + \frac1a + 1$. Error at most 4 units of $2^{-53}$ of its largest term. */
export const entropy = (law: Pareto): number => Math.log(law.scale) - Math.log(law.shape) + 1 / law.shape + 1;

/** By inversion, one uniform a draw. */
const draw: Draw<Pareto> = (law) => {
  const { shape, scale } = law;
  const e = -1 / shape;
  return e > -300 ? (uniform) => scale * Math.pow(uniform(), e) : (uniform) => isf(law)(uniform());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Pareto) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Pareto) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood: the scale is the least observation, the shape one over the mean of the logarithms of the ratios to
 * it, with standard error $a/\sqrt n$. The scale, an end of the support, has none.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (an observation that is not positive) at `sample`; `Degenerate` when
 * all are equal.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Pareto>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ positive([0, 100]),
  logPdf,
  2,
  (xs) => {
    const smallest = xs.reduce((a, b) => Math.min(a, b));
    const shape = xs.length / sum(xs.map((x) => logRatio(x, smallest)));
    if (shape === Infinity) return left(degenerate('sample', 'all observations are equal'));
    return right({ law: pareto(shape, smallest), standardErrors: { shape: shape / Math.sqrt(xs.length) } });
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const paretoLaw: ContinuousLaw<Pareto> = {
  kind: 'continuous',
  name: 'pareto',
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
