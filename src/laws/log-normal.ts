/**
 * The log-normal law: the exponential of a normal number, the product of many small causes.
 *
 * Everything goes through z = (ln x - mu) / sigma. A logarithm rounded to a double is not always enough for that, as its
 * last place is magnified by z / sigma; where that would cost digits it is carried in two parts, so that the tails keep
 * theirs for every mu and sigma.
 *
 * @source Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, ch. 14
 * @module laws/log-normal
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
  real,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import {
  atStandardisedLog,
  HALF_LOG_TWO_PI,
  mean as average,
  normalCdf,
  normalHazard,
  normalLogCdf,
  normalPdf,
  normalQuantile,
  productError,
  rootMeanSquare,
  SQRT_TWO_PI,
} from '../numeric/index.ts';

/**
 * The log-normal law whose logarithm has this mean and this standard deviation.
 * @category Model
 * @since 0.1.0
 */
export interface LogNormal {
  readonly _tag: 'LogNormal';
  readonly mu: number;
  readonly sigma: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<LogNormal> = {
  mu: /* @__PURE__ */ real([-10, 10]),
  sigma: /* @__PURE__ */ positive([0.01, 1.5]),
};

const of = /* @__PURE__ */ makerOf<LogNormal>('LogNormal', 'logNormal', parameters);

/**
 * The law on $x > 0$ of $e^{\mu + \sigma Z}$ for a standard normal $Z$: `mu` $\mu$ finite, `sigma` $\sigma > 0$ finite, both
 * of the natural logarithm of $x$.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `logNormal.mu`, `logNormal.sigma`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { isf, logNormal, sf } from 'lawful/laws/log-normal';
 * const law = logNormal(10, 0.01);
 * if (law._tag === 'Right') {
 *   expect(sf(law.right)(22925)).toBeCloseTo(0.000031895525087456, 18);
 *   expect(isf(law.right)(1e-300)).toBeCloseTo(31903.4987995001, 9);
 * }
 * ```
 */
export const logNormal = (mu: number, sigma: number): Either<Failure, LogNormal> => of({ mu, sigma });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: LogNormal): Support => ({ lower: 0, upper: Infinity });

/** A function of z, of what the double z lacks, of x and of ln x - mu; `below` from 0 down. */
const atPoint = (
  law: LogNormal,
  below: number,
  f: (z: number, epsilon: number, x: number, distance: number) => number,
): ((x: number) => number) => {
  const inside = atStandardisedLog(law.mu, law.sigma, f);
  return (x) => (x <= 0 ? below : inside(x));
};

/** The density where phi or sigma x leaves the doubles: in four parts of which every partial product is one. */
const farPdf = (z: number, epsilon: number, x: number, sigma: number): number => {
  const square = z * z;
  const quarter = Math.exp(-0.125 * square);
  if (quarter === 0) return 0;
  const lift = x < 1e-200 ? 2 ** 200 : 1;
  const corrected = quarter * (1 - (0.5 * productError(z, z, square) + z * epsilon));
  return ((((quarter / (x * lift)) * quarter) / sigma) * quarter * corrected * lift) / SQRT_TWO_PI;
};

/**
 * The density $f(x) = \frac{1}{x\sigma\sqrt{2\pi}} e^{-z^2/2}$ with $z = (\ln x - \mu)/\sigma$. Relative error at most 14
 * units of $2^{-53}$ where it is a normal double.
 */
export const pdf = (law: LogNormal): ((x: number) => number) => {
  const { sigma } = law;
  return atPoint(law, 0, (z, epsilon, x) => {
    const scale = sigma * x;
    const near = Math.abs(z) < 37 && scale > 1e-300 && scale < 1e300;
    return near || z !== z ? normalPdf(z, epsilon, scale) : farPdf(z, epsilon, x, sigma);
  });
};

/** ln x: from its distance to mu, which is at hand, unless mu is so large that the distance has lost it. */
const logarithmOf = (mu: number): ((x: number, distance: number) => number) =>
  Math.abs(mu) < 100 ? (_, distance) => distance + mu : (x) => Math.log(x);

/**
 * The logarithm of the density, $-z^2/2 - \ln x - \ln\sigma - \frac12\ln 2\pi$. Error at most $10^{-15}$ of its largest
 * term and of $|\mu|$.
 */
export const logPdf = (law: LogNormal): ((x: number) => number) => {
  const { mu, sigma } = law;
  const constant = Math.log(sigma) + HALF_LOG_TWO_PI;
  const logOf = logarithmOf(mu);
  return atPoint(law, -Infinity, (z, epsilon, x, distance) => {
    const square = 0.5 * z * z;
    return -((square < Infinity ? square + z * epsilon : square) + logOf(x, distance)) - constant;
  });
};

/** $\Phi(z)$. Relative error at most 18 units of $2^{-53}$ where it is a normal double. */
export const cdf = (law: LogNormal): ((x: number) => number) => atPoint(law, 0, (z, epsilon) => normalCdf(z, epsilon));

/** $\Phi(-z)$. Relative error at most 18 units of $2^{-53}$ where it is a normal double. */
export const sf = (law: LogNormal): ((x: number) => number) => atPoint(law, 1, (z, epsilon) => normalCdf(-z, -epsilon));

/** $\ln\Phi(z)$. Relative error at most $2\cdot10^{-15}$. */
export const logCdf = (law: LogNormal): ((x: number) => number) =>
  atPoint(law, -Infinity, (z, epsilon) => normalLogCdf(z, epsilon));

/** $\ln\Phi(-z)$. Relative error at most $2\cdot10^{-15}$. */
export const logSf = (law: LogNormal): ((x: number) => number) =>
  atPoint(law, 0, (z, epsilon) => normalLogCdf(-z, -epsilon));

/** e^(mu + p), with the rounding of the sum and of p, the rounded product of a and b, put back. */
const expOf = (mu: number, a: number, b: number): number => {
  const p = a * b;
  const sum = mu + p;
  if (!(Math.abs(sum) < 750)) return Math.exp(sum);
  const v = sum - mu;
  const lost = mu - (sum - v) + (p - v);
  return Math.exp(sum) * (1 + lost + (Math.abs(a) < 1e290 ? productError(a, b, p) : 0));
};

/** $e^{\mu + \sigma\Phi^{-1}(p)}$. Relative error at most $4 + 8\,|\ln x - \mu|$ units of $2^{-53}$, with $x$ the value. */
export const quantile = (law: LogNormal): ((p: number) => number) => {
  const { mu, sigma } = law;
  return (p) => expOf(mu, sigma, normalQuantile(p));
};

/** $e^{\mu - \sigma\Phi^{-1}(q)}$. Accuracy as `quantile`. */
export const isf = (law: LogNormal): ((q: number) => number) => {
  const { mu, sigma } = law;
  return (q) => expOf(mu, sigma, -normalQuantile(q));
};

/**
 * The inverse Mills ratio at $z$ over $\sigma x$: rises, then falls like $\ln x/x$. Relative error at most 18 units of
 * $2^{-53}$ where $\sigma x$ lies in $(10^{-300}, 10^{300})$, at most $10^{-12}$ elsewhere.
 */
export const hazard = (law: LogNormal): ((x: number) => number) => {
  const { sigma } = law;
  const density = pdf(law);
  const logarithm = logHazard(law);
  return atPoint(law, 0, (z, epsilon, x) => {
    if (z <= 0) return density(x) / normalCdf(-z, -epsilon);
    const scale = sigma * x;
    return (scale > 1e-300 && scale < 1e300) || z !== z ? normalHazard(z, epsilon, scale) : Math.exp(logarithm(x));
  });
};

/**
 * The logarithm of the hazard. Error at most $3\cdot10^{-15}$ of the largest of $z^2/2$ (left of the median), $|\ln x|$,
 * $|\mu|$, $|\ln\sigma|$ and 1.
 */
export const logHazard = (law: LogNormal): ((x: number) => number) => {
  const { mu, sigma } = law;
  const logSigma = Math.log(sigma);
  const logOf = logarithmOf(mu);
  const logDensity = logPdf(law);
  return atPoint(law, -Infinity, (z, epsilon, x, distance) => {
    if (x === Infinity) return -Infinity;
    if (z < -5) return logDensity(x) - normalLogCdf(-z);
    // Where z itself may overflow, the hazard has long been z over sigma x.
    const ratio = z > 1e9 ? Math.log(distance) - logSigma : Math.log(normalHazard(z, epsilon));
    return ratio - logOf(x, distance) - logSigma;
  });
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: LogNormal) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $e^{\mu + \sigma^2/2}$. Relative error at most 4 units of $2^{-53}$. */
export const mean = ({ mu, sigma }: LogNormal): number => expOf(mu, 0.5 * sigma, sigma);

/** $(e^{\sigma^2} - 1)\,e^{2\mu + \sigma^2}$. Relative error at most 16 units of $2^{-53}$. */
export const variance = (law: LogNormal): number => {
  const s = sd(law);
  return s * s;
};

/** $\sqrt{e^{\sigma^2} - 1}\;e^{\mu + \sigma^2/2}$. Relative error at most 8 units of $2^{-53}$. */
export const sd = (law: LogNormal): number => {
  const { mu, sigma } = law;
  const v = sigma * sigma;
  // The 1 no longer counts, and either factor alone may leave the doubles.
  if (v > 40) return expOf(mu, sigma, sigma);
  const root = v < 1e-18 ? sigma : Math.sqrt(Math.expm1(v) + Math.exp(v) * productError(sigma, sigma, v));
  return root * mean(law);
};

/** $e^\mu$. Relative error at most 2 units of $2^{-53}$. */
export const median = (law: LogNormal): number => Math.exp(law.mu);

/** $e^{\mu - \sigma^2}$ alone. Relative error at most 4 units of $2^{-53}$. */
export const mode = ({ mu, sigma }: LogNormal): ReadonlyArray<number> => [expOf(mu, -sigma, sigma)];

/** $\mu + \frac12 + \ln(\sigma\sqrt{2\pi})$. Error at most 4 units of $2^{-53}$ of the largest of $|\mu|$, $|\ln\sigma|$ and 1.5. */
export const entropy = (law: LogNormal): number => law.mu + (Math.log(law.sigma) + (HALF_LOG_TWO_PI + 0.5));

/** By inversion, one uniform a draw. */
const draw: Draw<LogNormal> = (law) => {
  const inverse = quantile(law);
  return (uniform) => inverse(uniform());
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: LogNormal) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: LogNormal) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood: the mean of the logarithms and the root mean square of their distances from it (divisor $n$), with
 * standard errors $\sigma/\sqrt n$ and $\sigma/\sqrt{2n}$.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (an observation that is not positive) at `sample`; `Degenerate` when all
 * observations are equal.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<LogNormal>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ positive([0, 100]),
  logPdf,
  2,
  (xs) => {
    // Their mean may miss equal logarithms by a rounding, which is no spread.
    if (xs.every((x) => x === xs[0])) return left(degenerate('sample', 'all observations are equal'));
    const logs = xs.map((x) => Math.log(x));
    const centre = average(logs);
    const spread = rootMeanSquare(logs.map((l) => l - centre));
    return right({
      law: logNormal(centre, spread),
      standardErrors: { mu: spread / Math.sqrt(xs.length), sigma: spread / Math.sqrt(2 * xs.length) },
    });
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const logNormalLaw: ContinuousLaw<LogNormal> = {
  kind: 'continuous',
  name: 'logNormal',
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
