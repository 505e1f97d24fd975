/**
 * Student's t law.
 *
 * Its tails are half an incomplete beta function of the odds freedom : x^2, which is asked for whichever of the two is
 * small; nothing is subtracted from 1, and x^2 is never formed where it would overflow.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 28
 * @module laws/student-t
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
  sdOf,
  studentEntropy,
  type Support,
} from '../law/index.ts';
import {
  betaLogSlopeAt,
  betaPAt,
  type BetaPoint,
  betaPointOfOdds,
  betaPointOfP,
  betaPointOfQ,
  betaShapeOf,
  logBetaPAt,
  normalCdf,
  normalHazard,
  normalLogCdf,
  normalQuantile,
  productError,
} from '../numeric/index.ts';

/**
 * Student's t law with these degrees of freedom.
 * @category Model
 * @since 0.1.0
 */
export interface StudentT {
  readonly _tag: 'StudentT';
  readonly freedom: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<StudentT> = { freedom: /* @__PURE__ */ positive([2.5, 40]) };

const of = /* @__PURE__ */ makerOf<StudentT>('StudentT', 'studentT', parameters);

/**
 * Student's t law on the line, about 0 with scale 1: `freedom` $\nu > 0$ finite, the degrees of freedom, need not be an
 * integer.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `studentT.freedom`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, isf, quantile, sf, studentT } from 'lawful/laws/student-t';
 * const law = studentT(2);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(Math.SQRT2)).toBeCloseTo(0.5 + Math.SQRT1_2 / 2, 15);
 *   expect(sf(law.right)(1e100) / 5e-201).toBeCloseTo(1, 13);
 *   expect(isf(law.right)(0.025)).toBeCloseTo(0.95 / Math.sqrt(0.04875), 13);
 *   expect(quantile(law.right)(0.5 + 2 ** -50) / 2 ** -50).toBeCloseTo(2 * Math.SQRT2, 13);
 * }
 * ```
 */
export const studentT = (freedom: number): Either<Failure, StudentT> => of({ freedom });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: StudentT): Support => ({ lower: -Infinity, upper: Infinity });

const SQRT_PI = 1.772453850905516;
const SQRT_TWO_PI = 2.5066282746310007;

/** ln[Gamma(a + 1/2) / (sqrt(a) Gamma(a))] in odd powers of 1/a: (B_{k+1}(1/2) - B_{k+1}) / (k (k + 1)). */
const HALF_STEP = [
  -0.125, 0.005208333333333333, -0.0015625, 0.0011858258928571428, -0.001681857638888889, 0.0038341175426136365,
  -0.012819730318509616, 0.059100405375162764,
];

/** Gamma(a + 1/2) / (sqrt(a) Gamma(a)), from 10 on. */
const halfStep = (a: number): number => {
  const y = 1 / a / a;
  let sum = 0;
  for (let k = HALF_STEP.length - 1; k >= 0; k--) sum = sum * y + HALF_STEP[k];
  return Math.exp(sum / a);
};

/** The density at 0, Gamma((v+1)/2) / (sqrt(pi v) Gamma(v/2)): below 20 by recurrence, without logarithms. */
const densityAtZero = (freedom: number): number => {
  let a = 0.5 * freedom;
  if (a >= 10) return halfStep(a) / SQRT_TWO_PI;
  let product = 1;
  for (; a < 10; a += 1) product *= (a + 1) / (a + 0.5);
  return ((0.5 * Math.sqrt(freedom) * product) / SQRT_PI) * (halfStep(a) / Math.sqrt(a));
};

/** (v + 1)/2 ln(1 + t^2 / v): what the logarithm of the density falls by from 0 to t. */
const fallOf = (freedom: number): ((t: number) => number) => {
  const h = 0.5 * (freedom + 1);
  const root = Math.sqrt(freedom);
  return (t) => {
    const square = t * t;
    const w = square / freedom;
    if (square < 1e300 && w < 1e300) return h * Math.log1p(w);
    const ratio = Math.abs(t) / root;
    return 2 * h * (ratio < 1e15 ? 0.5 * Math.log1p(ratio * ratio) : Math.log(Math.abs(t)) - Math.log(root));
  };
};

/** From here on the rounding of 1 + t^2 / v, put back to first order only, would tell. */
const LOGARITHMIC = 1e6;

/** e^-fall: by a power where that is sharp, its roundings put back. */
const declineOf = (freedom: number): ((t: number) => number) => {
  const h = 0.5 * (freedom + 1);
  const fallAt = fallOf(freedom);
  const precise = freedom > 1e-280 && freedom < 1e280;
  return (t) => {
    const square = t * t;
    const w = square / freedom;
    if (!(square > 1e-280 && square < 1e280 && w < 1e30 && precise)) return Math.exp(-fallAt(t));
    const product = w * freedom;
    const wLow = (square - product - productError(w, freedom, product) + productError(t, t, square)) / freedom;
    if (freedom < LOGARITHMIC) {
      const s = 1 + w;
      const sLow = w < 1 ? 1 - s + w : w - s + 1;
      return Math.pow(s, -h) * (1 - (h * (sLow + wLow)) / s);
    }
    const log = Math.log1p(w);
    const fall = h * log;
    return fall < 800 ? Math.exp(-fall) * (1 - productError(h, log, fall) - (h * wLow) / (1 + w)) : 0;
  };
};

/**
 * $\frac{\Gamma\left(\frac{\nu+1}2\right)}{\sqrt{\pi\nu}\,\Gamma\left(\frac\nu2\right)}\left(1+\frac{x^2}\nu\right)^{-\frac{\nu+1}2}$.
 * Relative error at most $(16 + 4|\ln \text{value}|)$ units of $2^{-53}$.
 */
export const pdf = (law: StudentT): ((x: number) => number) => {
  const { freedom } = law;
  const top = densityAtZero(freedom);
  const decline = declineOf(freedom);
  const twice = freedom + 1;
  if (!Number.isInteger(freedom) || freedom > 15) return (x) => top * decline(x);
  // Powers as low as these by multiplication, in a quarter of the time.
  return (x) => {
    let square = 1 + (x * x) / freedom;
    let product = twice & 1 ? Math.sqrt(square) : 1;
    for (let k = twice >> 1; k > 0; k >>= 1) {
      if (k & 1) product *= square;
      square *= square;
    }
    return product < Infinity ? top / product : top * decline(x);
  };
};

/** The logarithm of `pdf`. Error at most $2\cdot10^{-15}$ of the larger of 1 and the value. */
export const logPdf = (law: StudentT): ((x: number) => number) => {
  const top = Math.log(densityAtZero(law.freedom));
  const fallAt = fallOf(law.freedom);
  return (x) => top - fallAt(x);
};

/** The odds freedom : t^2 for t > 0, as freedom/t : t. */
const pointAt = (freedom: number, t: number): BetaPoint => {
  const u = freedom / t;
  const product = u * t;
  const exact = freedom < 1e280 && u < 1e280 && t < 1e280 && product > 1e-280;
  return betaPointOfOdds(u, t, exact ? (freedom - product - productError(u, t, product)) / t : 0, 0);
};

/** Half the degrees of freedom, of the least of them too. */
const half = (freedom: number): number => 0.5 * freedom || freedom;

/** Whether t^4 / freedom is too small to tell the law from the normal. */
const isNormal = (freedom: number, t: number): boolean => freedom >= 1e20 && t * t * (t * t) < 4e-17 * freedom;

/** Whether the tail beyond t is its power law to the last place: (v/t)^2 tells nothing, nor v/t^2. */
const isPower = (freedom: number, t: number): boolean => t > 2e8 * freedom && t * 1e-4 > Math.sqrt(freedom);

/** P(T > t) for t >= 0. */
const upperTail = ({ freedom }: StudentT): ((t: number) => number) => {
  const shape = betaShapeOf(half(freedom), 0.5);
  const halfLog = 0.5 * Math.log(freedom);
  const share = densityAtZero(freedom) / Math.sqrt(freedom);
  return (t) => {
    if (isNormal(freedom, t)) return normalCdf(-t);
    if (isPower(freedom, t)) return share * Math.exp(-freedom * (Math.log(t) - halfLog));
    return t === 0 ? 0.5 : 0.5 * betaPAt(shape, pointAt(freedom, t));
  };
};

/** ln P(T > t) for t >= 0. */
const logUpperTail = ({ freedom }: StudentT): ((t: number) => number) => {
  const shape = betaShapeOf(half(freedom), 0.5);
  const halfLog = 0.5 * Math.log(freedom);
  const logShare = Math.log(densityAtZero(freedom) / Math.sqrt(freedom));
  return (t) => {
    if (t === Infinity) return -Infinity;
    if (isNormal(freedom, t)) return normalLogCdf(-t);
    if (isPower(freedom, t)) return logShare - freedom * (Math.log(t) - halfLog);
    return t === 0 ? -Math.LN2 : logBetaPAt(shape, pointAt(freedom, t)) - Math.LN2;
  };
};

/** Half of $I_{\nu/(\nu+x^2)}\left(\frac\nu2,\frac12\right)$ left of 0, its complement right of it. Accuracy as `betaP`. */
export const cdf = (law: StudentT): ((x: number) => number) => {
  const upper = upperTail(law);
  return (x) => (x > 0 ? 1 - upper(x) : upper(-x));
};

/** `cdf` mirrored at 0: to full relative accuracy in the right tail. Accuracy as `betaP`. */
export const sf = (law: StudentT): ((x: number) => number) => {
  const upper = upperTail(law);
  return (x) => (x > 0 ? upper(x) : 1 - upper(-x));
};

/** The logarithm of `cdf`, finite where it underflows. Accuracy as `logBetaP`. */
export const logCdf = (law: StudentT): ((x: number) => number) => {
  const upper = upperTail(law);
  const logUpper = logUpperTail(law);
  return (x) => (x > 0 ? Math.log1p(-upper(x)) + 0 : logUpper(-x));
};

/** The logarithm of `sf`, finite where it underflows. Accuracy as `logBetaP`. */
export const logSf = (law: StudentT): ((x: number) => number) => {
  const logLower = logCdf(law);
  return (x) => logLower(-x);
};

/** The t > 0 with P(T > t) = q, for 0 < q <= 1/2. */
const upperPoint = ({ freedom }: StudentT): ((q: number) => number) => {
  const shape = betaShapeOf(half(freedom), 0.5);
  const halfLog = 0.5 * Math.log(freedom);
  const logShare = Math.log(densityAtZero(freedom)) - halfLog;
  return (q) => {
    if (q === 0.5) return 0;
    const far = Math.exp((logShare - Math.log(q)) / freedom + halfLog);
    if (isPower(freedom, far)) return far;
    const near = freedom >= 1e20 ? -normalQuantile(q) : Infinity;
    if (isNormal(freedom, near)) return near;
    // Above a quarter by the probability between 0 and t, which is small where 1/2 - q is.
    const { x, y } = q > 0.25 ? betaPointOfQ(shape, 1 - 2 * q) : betaPointOfP(shape, 2 * q);
    return Math.sqrt(freedom) * Math.sqrt(y / x);
  };
};

/**
 * The inverse of `cdf`; near $p = 1/2$ to full relative accuracy, as $p - \frac12$ is exact. Relative error at most
 * $10^{-13}$ and $4|\ln|\text{value}||$ units of $2^{-53}$.
 */
export const quantile = (law: StudentT): ((p: number) => number) => {
  const upper = upperPoint(law);
  return (p) => {
    if (!(p >= 0 && p <= 1)) return NaN;
    if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
    return p <= 0.5 ? 0 - upper(p) : upper(1 - p);
  };
};

/** The inverse of `sf`, `quantile` mirrored. Accuracy as `quantile`. */
export const isf = (law: StudentT): ((q: number) => number) => {
  const lower = quantile(law);
  return (q) => 0 - lower(q);
};

/**
 * The density over `sf`, right of 1 without forming either: $\nu/x$ far out. Relative error at most $5\cdot10^{-14}$
 * where the value exceeds $10^{-10}$, below that $(40 + 4|\ln \text{value}|)$ units of $2^{-53}$.
 */
export const hazard = (law: StudentT): ((x: number) => number) => {
  const { freedom } = law;
  const density = pdf(law);
  const above = sf(law);
  const shape = betaShapeOf(half(freedom), 0.5);
  return (x) => {
    if (!(x > 1)) return density(x) / above(x);
    if (isNormal(freedom, x)) return normalHazard(x);
    if (isPower(freedom, x)) return freedom / x;
    return (2 / x) * betaLogSlopeAt(shape, pointAt(freedom, x));
  };
};

/** The logarithm of `hazard`. Error at most $10^{-14}$ of the larger of 1 and the value. */
export const logHazard = (law: StudentT): ((x: number) => number) => {
  const rate = hazard(law);
  const logDensity = logPdf(law);
  const logAbove = logSf(law);
  const logFreedom = Math.log(law.freedom);
  return (x) => {
    if (x === Infinity) return -Infinity;
    const ratio = rate(x);
    if (ratio >= 2.3e-308) return Math.log(ratio);
    return x > 0 && isPower(law.freedom, x) ? logFreedom - Math.log(x) : logDensity(x) - logAbove(x);
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: StudentT) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** 0 for $\nu > 1$; `NaN` up to there, where there is none. */
export const mean = ({ freedom }: StudentT): number => (freedom > 1 ? 0 : NaN);

/** $\nu/(\nu-2)$ for $\nu > 2$; infinite for $1 < \nu \le 2$; `NaN` up to 1, where there is no mean. Relative error at most 2 units of $2^{-53}$. */
export const variance = ({ freedom }: StudentT): number =>
  freedom > 2 ? freedom / (freedom - 2) : freedom > 1 ? Infinity : NaN;

/** The square root of `variance`. Relative error at most 2 units of $2^{-53}$. */
export const sd: (law: StudentT) => number = /* @__PURE__ */ sdOf(variance);

/** 0. */
export const median = (_law: StudentT): number => 0;

/** 0 alone. */
export const mode = (_law: StudentT): ReadonlyArray<number> => [0];

/** The entropy in nats, see `studentEntropy`. Error at most $10^{-14}$ of the larger of 1 and the value. */
export const entropy = ({ freedom }: StudentT): number => studentEntropy(freedom);

/**
 * Bailey's polar method: 1.27 pairs of uniforms a draw, whatever the degrees of freedom.
 * @source Bailey (1994), Polar generation of random variates with the t-distribution · doi:10.1090/S0025-5718-1994-1219702-8
 */
const draw: Draw<StudentT> = ({ freedom }) => {
  const root = Math.sqrt(freedom);
  return (uniform) => {
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const w = u * u + v * v;
      if (w > 1 || w === 0) continue;
      // v (w^(-2/v) - 1), for few degrees of freedom by the root alone: the power may overflow where its root does not.
      const power = (-2 * Math.log(w)) / freedom;
      const radius = power < 700 ? Math.sqrt(Math.expm1(power)) : Math.exp(0.5 * power);
      return u === 0 ? 0 : root * radius * (u / Math.sqrt(w));
    }
  };
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: StudentT) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: StudentT) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const studentTLaw: ContinuousLaw<StudentT> = {
  kind: 'continuous',
  name: 'studentT',
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
