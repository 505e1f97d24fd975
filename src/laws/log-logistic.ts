/**
 * The log-logistic law: the exponential of a logistic number, a waiting time whose odds grow like a power of time.
 *
 * One power carries it, t = (x / scale)^shape or its inverse, whichever is below 1: the nearer tail is t / (1 + t).
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 23
 * @module laws/log-logistic
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
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import { logRatio, productError, ratioPower, ratioPowerRate, root, scaledRoot } from '../numeric/index.ts';

/**
 * The log-logistic law with this shape and this scale, its median.
 * @category Model
 * @since 0.1.0
 */
export interface LogLogistic {
  readonly _tag: 'LogLogistic';
  readonly shape: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<LogLogistic> = {
  shape: /* @__PURE__ */ positive([2.2, 20]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<LogLogistic>('LogLogistic', 'logLogistic', parameters);

/**
 * The law on $x \ge 0$ with odds $F/(1 - F) = (x/\alpha)^\beta$: `shape` $\beta > 0$ finite, `scale` $\alpha > 0$ finite, in
 * units of $x$.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `logLogistic.shape`, `logLogistic.scale`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, logLogistic, quantile, sf } from 'lawful/laws/log-logistic';
 * const law = logLogistic(2, 10);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(30)).toBeCloseTo(0.9, 15);
 *   expect(sf(law.right)(1e151) / 1e-300).toBeCloseTo(1, 14);
 *   expect(quantile(law.right)(0.2)).toBeCloseTo(5, 14);
 * }
 * ```
 */
export const logLogistic = (shape: number, scale: number): Either<Failure, LogLogistic> => of({ shape, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: LogLogistic): Support => ({ lower: 0, upper: Infinity });

/** Density and hazard at 0. */
const atZero = ({ shape, scale }: LogLogistic): number => (shape < 1 ? Infinity : shape > 1 ? 0 : 1 / scale);

/** The odds of the nearer tail: (x/scale)^shape below the scale, its inverse above. */
const oddsOf =
  ({ shape, scale }: LogLogistic): ((x: number) => number) =>
  (x) =>
    x < scale ? ratioPower(x, scale, shape) : x === Infinity ? 0 : ratioPower(scale, x, shape);

/** shape / y times the odds of the nearer tail at x. */
const rateOf = ({ shape, scale }: LogLogistic, x: number, t: number, y: number): number =>
  x < scale ? ratioPowerRate(x, scale, shape, t, y) : ratioPowerRate(scale, x, shape, t, y);

/**
 * The density $\frac{\beta}{x}\frac{u}{(1 + u)^2}$ with $u = (x/\alpha)^\beta$. Relative error at most 14 units of $2^{-53}$
 * where it is a normal double. At 0 it is 0, $1/\alpha$ or $\infty$, as $\beta$ is greater than, equal to or less than 1.
 */
export const pdf = (law: LogLogistic): ((x: number) => number) => {
  const odds = oddsOf(law);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x === 0 ? atZero(law) : x !== x ? NaN : 0;
    const t = odds(x);
    const rest = 1 + t;
    // Next to 0 the rate alone may overflow.
    if (x < 1e-290) return rateOf(law, x, t, 4 * x) * (4 / (rest * rest));
    return rateOf(law, x, t, x) / (rest * rest);
  };
};

/**
 * $\ln\frac{\beta}{\alpha} + (\beta - 1)l - 2\ln(1 + e^{\beta l})$ with $l = \ln(x/\alpha)$. Error at most 6 units of
 * $2^{-53}$ of the largest of $|\ln\alpha|$, $|\ln\beta|$, $|\beta - 1||l|$ ($|\beta + 1||l|$ above $\alpha$) and 1.
 */
export const logPdf = (law: LogLogistic): ((x: number) => number) => {
  const { shape, scale } = law;
  const constant = Math.log(shape) - Math.log(scale);
  return (x) => {
    if (x <= 0) return x < 0 ? -Infinity : Math.log(atZero(law));
    const l = logRatio(x, scale);
    // The powers of x are taken together, as x alone may be far from where the density is.
    const power = l < 0 ? (shape - 1) * l : -(shape + 1) * l;
    return constant + power - 2 * Math.log1p(Math.exp(-Math.abs(shape * l)));
  };
};

/** $u/(1 + u)$. Relative error at most 11 units of $2^{-53}$ where it is a normal double. */
export const cdf = (law: LogLogistic): ((x: number) => number) => {
  const { scale } = law;
  const odds = oddsOf(law);
  return (x) => {
    if (x <= 0) return 0;
    const t = odds(x);
    return (x < scale ? t : 1) / (1 + t);
  };
};

/** $1/(1 + u)$. Relative error at most 11 units of $2^{-53}$ where it is a normal double. */
export const sf = (law: LogLogistic): ((x: number) => number) => {
  const { scale } = law;
  const odds = oddsOf(law);
  return (x) => {
    if (x <= 0) return 1;
    const t = odds(x);
    return (x < scale ? 1 : t) / (1 + t);
  };
};

/** $-\ln(1 + 1/u)$. Relative error at most 11 units of $2^{-53}$. */
export const logCdf = (law: LogLogistic): ((x: number) => number) => {
  const { shape, scale } = law;
  const odds = oddsOf(law);
  return (x) => {
    if (x <= 0) return -Infinity;
    if (!(x < scale)) return 0 - Math.log1p(odds(x));
    const w = shape * logRatio(x, scale);
    return w - Math.log1p(Math.exp(w));
  };
};

/** $-\ln(1 + u)$. Relative error at most 11 units of $2^{-53}$. */
export const logSf = (law: LogLogistic): ((x: number) => number) => {
  const { shape, scale } = law;
  const odds = oddsOf(law);
  return (x) => {
    if (x <= 0) return 0;
    if (x < scale) return 0 - Math.log1p(odds(x));
    const w = shape * logRatio(x, scale);
    return -w - Math.log1p(Math.exp(-w));
  };
};

/** scale (p / (1 - p))^(1/shape), with the rounding of the odds put back, which a small shape magnifies. */
const inverse = (p: number, shape: number, scale: number): number => {
  const q = 1 - p;
  const odds = p / q;
  if (odds === 0 || odds === Infinity) return (odds === 0) === shape > 0 ? 0 : Infinity;
  const x = scaledRoot(odds, shape, scale);
  if (!(x > 0 && x < Infinity)) {
    // The odds of a subnormal p have a reciprocal that is no double, though the scale may bring it back.
    const half = root(odds, 2 * shape);
    return scale * half * half;
  }
  if (p < 1e-30) return x;
  const back = odds * q;
  const shift = ((p - back - productError(odds, q, back)) / p - (1 - q - p) / q) / shape;
  return x * (Math.abs(shift) < 1e-8 ? 1 + shift : Math.exp(shift));
};

/** $\alpha\left(\frac{p}{1 - p}\right)^{1/\beta}$. Relative error at most 8 units of $2^{-53}$. */
export const quantile = (law: LogLogistic): ((p: number) => number) => {
  const { shape, scale } = law;
  return (p) => (p >= 0 && p <= 1 ? inverse(p, shape, scale) : NaN);
};

/** $\alpha\left(\frac{1 - q}{q}\right)^{1/\beta}$. Accuracy as `quantile`. */
export const isf = (law: LogLogistic): ((q: number) => number) => {
  const { shape, scale } = law;
  return (q) => (q >= 0 && q <= 1 ? inverse(q, -shape, scale) : NaN);
};

/**
 * $\frac{\beta}{x} F(x)$: falls for $\beta \le 1$, else rises and falls. Relative error at most 13 units of $2^{-53}$ where
 * it is a normal double. At 0 as the density.
 */
export const hazard = (law: LogLogistic): ((x: number) => number) => {
  const { shape, scale } = law;
  const odds = oddsOf(law);
  return (x) => {
    if (x <= 0) return x < 0 ? 0 : atZero(law);
    const t = odds(x);
    return (x < scale ? rateOf(law, x, t, x) : shape / x) / (1 + t);
  };
};

/**
 * $\ln\frac{\beta}{x} + \ln F(x)$. Error at most 6 units of $2^{-53}$ of the largest of $|\ln\alpha|$, $|\ln\beta|$,
 * $|\beta - 1||l|$ ($|l|$ above $\alpha$) and 1.
 */
export const logHazard = (law: LogLogistic): ((x: number) => number) => {
  const { shape, scale } = law;
  const constant = Math.log(shape) - Math.log(scale);
  return (x) => {
    if (x <= 0) return x < 0 ? -Infinity : Math.log(atZero(law));
    const l = logRatio(x, scale);
    return constant + (l < 0 ? (shape - 1) * l : -l) - Math.log1p(Math.exp(-Math.abs(shape * l)));
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: LogLogistic) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** b / sin b for b = pi / shape; the sine by its distance from pi where that is nearer. */
const overSine = (shape: number): number => {
  const b = Math.PI / shape;
  return b / (shape < 2 ? Math.sin((Math.PI * (shape - 1)) / shape) : Math.sin(b));
};

/** (sin b - b cos b) / b^3 given cos b; by its series where the two agree. */
const slopeOfSine = (b: number, cosine: number): number => {
  if (b > 1) return (Math.sin(b) - b * cosine) / (b * b * b);
  const v = b * b;
  // prettier-ignore
  return (
    1 / 3 - v * (1 / 30 - v * (1 / 840 - v * (1 / 45360 - v * (1 / 3991680 - v * (1 / 518918400 -
      v * (1 / 93405312000 - v * (1 / 22230464256000 - v / 6758061133824000)))))))
  );
};

/** $\alpha\frac{b}{\sin b}$ with $b = \pi/\beta$; $\infty$ for $\beta \le 1$. Relative error at most 5 units of $2^{-53}$. */
export const mean = (law: LogLogistic): number => (law.shape > 1 ? law.scale * overSine(law.shape) : Infinity);

/**
 * $\alpha^2\left(\frac{2b}{\sin 2b} - \frac{b^2}{\sin^2 b}\right)$; $\infty$ for $\beta \le 2$. Relative error at most 24
 * units of $2^{-53}$.
 */
export const variance = (law: LogLogistic): number => {
  const s = sd(law);
  return s * s;
};

/** The square root of the variance; $\infty$ for $\beta \le 2$. Relative error at most 12 units of $2^{-53}$. */
export const sd = (law: LogLogistic): number => {
  const { shape, scale } = law;
  if (!(shape > 2)) return Infinity;
  const b = Math.PI / shape;
  // The cosine by its distance from pi/2, where it vanishes.
  const cosine = b > 0.8 ? Math.sin((Math.PI * (shape - 2)) / (2 * shape)) : Math.cos(b);
  return scale * (b * (overSine(shape) * Math.sqrt(slopeOfSine(b, cosine) / cosine)));
};

/** $\alpha$. */
export const median = (law: LogLogistic): number => law.scale;

/** $\alpha\left(\frac{\beta - 1}{\beta + 1}\right)^{1/\beta}$, 0 for $\beta \le 1$. Relative error at most 8 units of $2^{-53}$. */
export const mode = ({ shape, scale }: LogLogistic): ReadonlyArray<number> => [
  shape > 1 ? scaledRoot((shape - 1) / (shape + 1), shape, scale) : 0,
];

/** $2 + \ln\frac{\alpha}{\beta}$. Error at most 4 units of $2^{-53}$ of the largest of $|\ln\alpha|$, $|\ln\beta|$ and 2. */
export const entropy = (law: LogLogistic): number => Math.log(law.scale) - Math.log(law.shape) + 2;

/** By inversion, one uniform a draw. */
const draw: Draw<LogLogistic> = (law) => {
  const at = quantile(law);
  return (uniform) => at(uniform());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: LogLogistic) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: LogLogistic) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const logLogisticLaw: ContinuousLaw<LogLogistic> = {
  kind: 'continuous',
  name: 'logLogistic',
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
