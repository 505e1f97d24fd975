/**
 * The generalised gamma law: a power of a gamma variable. Gamma, Weibull, half-normal, chi and Maxwell are among its cases.
 *
 * One map carries it, z = (x/scale)^power, which has the standard gamma law of this shape: its two tails are the regularised
 * incomplete gamma functions P(shape, z) and Q(shape, z); whatever the rounding of z costs there is put back.
 *
 * @source Stacy (1962), A generalization of the gamma distribution · doi:10.1214/aoms/1177704481
 * @module laws/generalised-gamma
 */
import type { Either } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  type ContinuousLaw,
  cumHazardOf,
  type Draw,
  type Failure,
  gammaEntropy,
  logGammaVariate,
  makerOf,
  medianOf,
  type Parameters,
  positive,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import {
  gammaPInverse,
  gammaPNear,
  gammaQInverse,
  gammaQNear,
  gammaRateNear,
  gammaRateOverQNear,
  log1mexp,
  logGamma,
  logGammaPLeading,
  logGammaPLeadingInverse,
  logGammaPNear,
  logGammaQNear,
  logGammaRateNear,
  logGammaRatio,
  logRatio,
  logResidual,
  productError,
  quadrature,
  ratioPower,
  scaledRoot,
  trigamma,
} from '../numeric/index.ts';

/**
 * The generalised gamma law: `scale` times the root of order `power` of a standard gamma variable of this shape.
 * @category Model
 * @since 0.1.0
 */
export interface GeneralisedGamma {
  readonly _tag: 'GeneralisedGamma';
  readonly shape: number;
  readonly power: number;
  readonly scale: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<GeneralisedGamma> = {
  shape: /* @__PURE__ */ positive([0.5, 10]),
  power: /* @__PURE__ */ positive([0.5, 5]),
  scale: /* @__PURE__ */ positive([0.01, 100]),
};

const of = /* @__PURE__ */ makerOf<GeneralisedGamma>('GeneralisedGamma', 'generalisedGamma', parameters);

/**
 * The generalised gamma law on $x \ge 0$: `shape` $k > 0$, `power` $p > 0$ and `scale` $\theta > 0$, finite;
 * $z = (X/\theta)^p$ has the standard gamma law of shape $k$. Stacy's $d$ is $kp$. (SciPy's `gengamma(k, p, scale=θ)`.)
 *
 * Failure: `NotFinite` or `OutOfDomain` at `generalisedGamma.shape`, `.power`, `.scale`. The accuracies below hold for
 * shapes below $10^{10}$.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, generalisedGamma, mean, sf } from 'lawful/laws/generalised-gamma';
 * const rayleigh = generalisedGamma(1, 2, Math.SQRT2);
 * if (rayleigh._tag === 'Right') {
 *   expect(sf(rayleigh.right)(3)).toBeCloseTo(Math.exp(-4.5), 15);
 *   expect(cdf(rayleigh.right)(1e-10) / 5e-21).toBeCloseTo(1, 14);
 *   expect(mean(rayleigh.right)).toBeCloseTo(Math.sqrt(Math.PI / 2), 14);
 * }
 * ```
 */
export const generalisedGamma = (shape: number, power: number, scale: number): Either<Failure, GeneralisedGamma> =>
  of({ shape, power, scale });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: GeneralisedGamma): Support => ({ lower: 0, upper: Infinity });

/** Below this z is told by its logarithm. */
const TINY = 1e-290;

/** kp - 1 with what its rounding loses: 2.5 and 0.4 are not quite inverse. */
const excessOfOrder = ({ shape, power }: GeneralisedGamma): number => {
  const order = shape * power;
  const lost = order > 0.5 && order < 2 && shape < 1e290 && power < 1e290 ? productError(shape, power, order) : 0;
  return order - 1 + lost;
};

/** The logarithm of the density, and of the hazard, at 0. */
const logAtZero = (law: GeneralisedGamma): number => {
  const excess = excessOfOrder(law);
  if (excess !== 0) return excess < 0 ? Infinity : -Infinity;
  return Math.log(law.power) - logGamma(law.shape) - Math.log(law.scale);
};

/** 2^600 and its inverse, by which the quotient's rounding can be told at either end of the doubles. */
const LIFT = 4.149515568880993e180;
const DROP = 2.409919865102884e-181;

/** (x/scale)^power / z - 1, as a difference of logarithms in twice the precision; large shapes and powers magnify it. */
const lostIn = ({ shape, power, scale }: GeneralisedGamma, x: number, z: number): number => {
  const u = x / scale;
  const logs = Math.log(u);
  const logZ = power * logs;
  if (!(u > 1e-140 && u < 1e140 && power < 1e140 && shape < 1e26 && Math.abs(logZ) < 600)) return 0;
  const lift = scale < 1e-140 ? LIFT : scale > 1e140 ? DROP : 1;
  const part = scale * lift;
  const whole = x * lift;
  const back = u * part;
  const ofQuotient = (whole - back - productError(u, part, back)) / whole;
  const m = Math.log(z);
  return logZ - m + productError(power, logs, logZ) + power * (ofQuotient + logResidual(u, logs)) - logResidual(z, m);
};

/** power rate / x, in the order in which nothing underflows that the value does not. */
const perPoint = (power: number, rate: number, x: number): number => {
  const product = power * rate;
  return product > TINY && product < Infinity ? product / x : (power / x) * rate;
};

/** What is made of z, of what it lost and, where it is no normal double, of its logarithm. */
const through =
  (
    law: GeneralisedGamma,
    near: (shape: number, z: number, lost: number) => number,
    leading: (shape: number, logZ: number) => number,
  ): ((x: number) => number) =>
  (x) => {
    const { shape, power, scale } = law;
    const z = ratioPower(x, scale, power);
    return z < TINY
      ? leading(shape, power * logRatio(x, scale))
      : near(shape, z, shape < 64 && z < 64 ? 0 : lostIn(law, x, z));
  };

/**
 * $\frac{p z^k e^{-z}}{\Gamma(k)\,x}$; infinite at 0 for $kp < 1$. Relative error at most $(40 + 4|\ln x f(x)|)$ units
 * of $2^{-53}$.
 */
export const pdf = (law: GeneralisedGamma): ((x: number) => number) => {
  const { power } = law;
  const logDensity = logPdf(law);
  const rate = through(law, gammaRateNear, () => 0);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x === 0 ? Math.exp(logAtZero(law)) : x !== x ? NaN : 0;
    const density = perPoint(power, rate(x), x);
    return density > 1e-300 && density < Infinity ? density : Math.exp(logDensity(x));
  };
};

/**
 * $\ln p + k\ln z - z - \ln\Gamma(k) - \ln x$. Error at most 16 units of $2^{-53}$ of the largest of 1, $|\ln p|$,
 * $|\ln x|$ and $|\ln x f(x)|$.
 */
export const logPdf = (law: GeneralisedGamma): ((x: number) => number) => {
  const { shape, power, scale } = law;
  const logPower = Math.log(power);
  const excess = excessOfOrder(law);
  const constant = logGamma(shape) + (Math.log(scale) - logPower);
  const logRate = through(law, logGammaRateNear, (a, logZ) => Math.log(a) + logGammaPLeading(a, logZ));
  return (x) => {
    if (!(x > 0 && x < Infinity)) return x === 0 ? logAtZero(law) : x !== x ? NaN : -Infinity;
    // Near 0 the power of x as one: k ln z and ln x are large, and would nearly cancel.
    const z = shape < 16 ? ratioPower(x, scale, power) : 1;
    if (z < 1e-10) return excess * logRatio(x, scale) - z - constant;
    return logPower + (logRate(x) - Math.log(x));
  };
};

/** $P(k, z)$. Accuracy as `gammaP`. */
export const cdf = (law: GeneralisedGamma): ((x: number) => number) => {
  const share = through(law, gammaPNear, (a, logZ) => Math.exp(logGammaPLeading(a, logZ)));
  return (x) => (x <= 0 ? 0 : share(x));
};

/** $Q(k, z)$. Accuracy as `gammaQ`. */
export const sf = (law: GeneralisedGamma): ((x: number) => number) => {
  const share = through(law, gammaQNear, (a, logZ) => -Math.expm1(logGammaPLeading(a, logZ)));
  return (x) => (x <= 0 ? 1 : share(x));
};

/** $\ln P(k, z)$, finite where `cdf` underflows. Accuracy as `logGammaP`. */
export const logCdf = (law: GeneralisedGamma): ((x: number) => number) => {
  const log = through(law, logGammaPNear, logGammaPLeading);
  return (x) => (x <= 0 ? -Infinity : log(x));
};

/** $\ln Q(k, z)$, finite where `sf` underflows. Accuracy as `logGammaQ`. */
export const logSf = (law: GeneralisedGamma): ((x: number) => number) => {
  const log = through(law, logGammaQNear, (a, logZ) => log1mexp(logGammaPLeading(a, logZ)));
  return (x) => (x <= 0 ? 0 : log(x));
};

/** A quantile from that of the standard gamma law; where that is no normal double, from its logarithm. */
const rooted = (
  z: number,
  { shape, power, scale }: GeneralisedGamma,
  logP: (p: number) => number,
  p: number,
): number =>
  z < TINY && z > -1
    ? Math.exp(logGammaPLeadingInverse(shape, logP(p)) / power + Math.log(scale))
    : scaledRoot(z, power, scale);

/**
 * $\theta P^{-1}(k, p)^{1/p}$, from the smaller tail. Relative error at most 6 units of $2^{-53}$ and that of `gammaPInverse`
 * over the power.
 */
export const quantile = (law: GeneralisedGamma): ((p: number) => number) => {
  const { shape } = law;
  return (p) => rooted(gammaPInverse(shape, p), law, Math.log, p);
};

/** $\theta Q^{-1}(k, q)^{1/p}$, from the smaller tail. Accuracy as `quantile`. */
export const isf = (law: GeneralisedGamma): ((q: number) => number) => {
  const { shape } = law;
  return (q) => rooted(gammaQInverse(shape, q), law, (v) => Math.log1p(-v), q);
};

/**
 * The density over what is left; about $p z/x$ far right, without forming either. Relative error at most
 * $5\cdot10^{-14}$ right of the bulk, left of it as `pdf`.
 */
export const hazard = (law: GeneralisedGamma): ((x: number) => number) => {
  const { power } = law;
  const logRate = logHazard(law);
  const rate = through(law, gammaRateOverQNear, () => 0);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return Math.exp(logRate(x));
    const value = perPoint(power, rate(x), x);
    return value > 1e-300 && value < Infinity ? value : Math.exp(logRate(x));
  };
};

/** The logarithm of `hazard`, finite where it underflows. Error at most $5\cdot10^{-14}$ of the terms of `logPdf`. */
export const logHazard = (law: GeneralisedGamma): ((x: number) => number) => {
  const { power, scale } = law;
  const logDensity = logPdf(law);
  const logUpper = logSf(law);
  const rate = through(law, gammaRateOverQNear, () => 0);
  const logPower = Math.log(power);
  return (x) => {
    if (!(x > 0)) return x === 0 ? logAtZero(law) : x !== x ? NaN : -Infinity;
    const value = x < Infinity ? rate(x) : Infinity;
    // Far right of what z can say it is p z / x.
    if (value === Infinity)
      return power === 1 ? 0 - Math.log(scale) : logPower - Math.log(scale) + (power - 1) * logRatio(x, scale);
    return value > 0 ? logPower + (Math.log(value) - Math.log(x)) : logDensity(x) - logUpper(x);
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: GeneralisedGamma) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/**
 * $\theta\,\Gamma(k + 1/p)/\Gamma(k)$. Relative error at most 24 units of $2^{-53}$ times the largest of 1, $1/p$ and the
 * logarithm of that ratio.
 */
export const mean = (law: GeneralisedGamma): number => {
  const d = 1 / law.power;
  if (d === Infinity) return Infinity;
  const log = logGammaRatio(law.shape, d);
  return Math.abs(log) < 700 ? law.scale * Math.exp(log) : Math.exp(log + Math.log(law.scale));
};

/** ln(1 + the squared coefficient of variation), the second difference of ln Gamma over steps of 1/p. */
const bend = ({ shape, power }: GeneralisedGamma): number => {
  const d = 1 / power;
  if (d > shape) return logGammaRatio(shape + d, d) - logGammaRatio(shape, d);
  // Gamma(k) is 1/k there, whose derivatives overflow.
  if (shape < 1e-20) return Math.log1p((d / shape) * (d / (shape + 2 * d)));
  // Here the difference cancels, but as an integral of psi' it is a sum of positive numbers.
  return d * d * quadrature((t) => (1 - Math.abs(t)) * trigamma(shape + d + d * t), [-1, 0, 1], 1e-15, 8).value;
};

/** The coefficient of variation. */
const spread = (law: GeneralisedGamma): number =>
  law.power > 1e100 ? Math.sqrt(trigamma(law.shape)) / law.power : Math.sqrt(Math.expm1(bend(law)));

/** The logarithm of the standard deviation, for where the mean or its ratio to it is no double. */
const logSd = (law: GeneralisedGamma): number => {
  const b = bend(law);
  return logGammaRatio(law.shape, 1 / law.power) + Math.log(law.scale) + 0.5 * (b > 700 ? b : Math.log(Math.expm1(b)));
};

/**
 * $\theta^2\left(\Gamma(k + 2/p)/\Gamma(k) - \Gamma(k + 1/p)^2/\Gamma(k)^2\right)$, for large $k$ and $p$ without its cancellation.
 * Relative error at most 100 units of $2^{-53}$ times the largest of 1, $1/p$ and the logarithms of those ratios.
 */
export const variance = (law: GeneralisedGamma): number => {
  if (1 / law.power === Infinity) return Infinity;
  const direct = mean(law) * spread(law);
  const square = direct * direct;
  return square > 1e-300 && square < Infinity ? square : Math.exp(2 * logSd(law));
};

/** The root of the variance. Accuracy as that of `variance`. */
export const sd = (law: GeneralisedGamma): number => {
  if (1 / law.power === Infinity) return Infinity;
  const direct = mean(law) * spread(law);
  return direct > 1e-300 && direct < Infinity ? direct : Math.exp(logSd(law));
};

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: GeneralisedGamma) => number = /* @__PURE__ */ medianOf(quantile);

/** $\theta(k - 1/p)^{1/p}$ alone, 0 for $kp \le 1$. Relative error at most 6 units of $2^{-53}$ times the larger of 1 and $1/p$. */
export const mode = (law: GeneralisedGamma): ReadonlyArray<number> => {
  const { power, scale } = law;
  const excess = excessOfOrder(law);
  return [excess > 0 ? scaledRoot(excess / power, power, scale) : 0];
};

/**
 * $k + \ln\Gamma(k) + \left(\frac1p - k\right)\psi(k) + \ln\frac\theta p$. Error at most $10^{-14}$ of the largest of 1, the
 * value, $1/(pk)$, $|\ln k|/p$, $|\ln p|$ and $|\ln\theta|$.
 */
export const entropy = (law: GeneralisedGamma): number =>
  gammaEntropy(law.shape, 1 / law.power) + (Math.log(law.scale) - Math.log(law.power));

/** The root of a gamma variate, by its logarithm, which does not underflow. */
const draw: Draw<GeneralisedGamma> = ({ shape, power, scale }) => {
  const log = logGammaVariate(shape);
  const logScale = Math.log(scale);
  return (uniform) => Math.exp(log(uniform) / power + logScale);
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: GeneralisedGamma) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: GeneralisedGamma) => (n: number) => State<Rng, Float64Array> =
  /* @__PURE__ */ sampleNOf(draw);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const generalisedGammaLaw: ContinuousLaw<GeneralisedGamma> = {
  kind: 'continuous',
  name: 'generalisedGamma',
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
