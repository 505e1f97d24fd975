/**
 * The Gompertz law: a hazard that grows, or falls, exponentially.
 *
 * One monotone map carries it, the cumulative hazard $H(x) = \frac{a}{b}(e^{bx} - 1)$. For a negative shape it stays below
 * $h = a/|b|$, and the law is defective: with probability $e^{-h}$ it never happens.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 22, 26; Jackson (2016), flexsurv · doi:10.18637/jss.v070.i08
 * @module laws/gompertz
 */
import { type Either, map } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  cumHazardOf,
  type DefectiveLaw,
  type Draw,
  type Estimate,
  type Failure,
  type Fit,
  fitOf,
  growthProfile,
  type GrowthProfile,
  makerOf,
  medianOf,
  nonNegative,
  type Parameters,
  positive,
  real,
  type Rng,
  sampleNOf,
  sampleOf,
  sdOf,
  type Support,
} from '../law/index.ts';
import { expintE1Scaled, exprel, log1prel, logRatio, productError } from '../numeric/index.ts';

/**
 * The Gompertz law with this shape and this rate, the hazard at 0.
 * @category Model
 * @since 0.1.0
 */
export interface Gompertz {
  readonly _tag: 'Gompertz';
  readonly shape: number;
  readonly rate: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Gompertz> = {
  shape: /* @__PURE__ */ real([-1, 2]),
  rate: /* @__PURE__ */ positive([0.01, 5]),
};

const of = /* @__PURE__ */ makerOf<Gompertz>('Gompertz', 'gompertz', parameters);

/**
 * The Gompertz law on $x \ge 0$ with hazard $a e^{bx}$: `shape` $b$ finite, of any sign, and `rate` $a > 0$ finite. A shape of 0
 * is the exponential law; a negative one leaves a part that never happens, see {@link atInfinity} and
 * {@link law.DefectiveLaw}. (As in R's flexsurv; SciPy's `gompertz` has $c = a/b$ and scale $1/b$, positive.)
 *
 * Failure: `NotFinite` or `OutOfDomain` at `gompertz.shape`, `gompertz.rate`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { atInfinity, gompertz, quantile, sf } from 'lawful/laws/gompertz';
 * const law = gompertz(-0.5, 0.5);
 * if (law._tag === 'Right') {
 *   expect(atInfinity(law.right)).toBeCloseTo(Math.exp(-1), 15);
 *   expect(sf(law.right)(Infinity)).toBeCloseTo(Math.exp(-1), 15);
 *   expect(quantile(law.right)(0.7)).toBe(Infinity);
 * }
 * ```
 */
export const gompertz = (shape: number, rate: number): Either<Failure, Gompertz> => of({ shape, rate });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Gompertz): Support => ({ lower: 0, upper: Infinity });

/** The share that never happens, $e^{a/b}$ for $b < 0$, else 0. Relative error at most 3 units of $2^{-53}$ times $1 + |a/b|$. */
export const atInfinity = (law: Gompertz): number => (law.shape < 0 ? Math.exp(law.rate / law.shape) : 0);

/** 2^600 and its inverse. */
const LIFT = 4.149515568880993e180;
const DROP = 2.409919865102884e-181;

/** What y = fl(b x) lost, where it can be told. */
const exponentLost = (shape: number, x: number, y: number): number => {
  if (!(Math.abs(y) > 1e-250 && Math.abs(y) < 3000)) return 0;
  const lift = x > 1e200 ? LIFT : x < 1e-200 ? DROP : 1;
  return productError(shape * lift, x / lift, y);
};

/** factor e^(b x) lend, with lend a power of two, also where the exponential is no double. */
const grown = (shape: number, x: number, factor: number, lend: number): number => {
  if (shape === 0) return factor * lend;
  const y = shape * x;
  const lost = 1 + exponentLost(shape, x, y);
  if (Math.abs(y) < 700) return factor * lend * (Math.exp(y) * lost);
  const half = Math.exp(0.5 * y);
  if (half < Infinity) return half === 0 ? 0 : factor * half * (half * lost * lend);
  // Here a factor that is not subnormal gives too much.
  const quarter = Math.exp(0.25 * y);
  return factor * quarter * quarter * (quarter * lost * lend) * quarter;
};

/** 2^-100. */
const LEND = 7.888609052210118e-31;

const LEAST_NORMAL = 2.2250738585072014e-308;

/** H at x > 0. */
const hazardUpTo = (shape: number, rate: number, x: number): number => {
  const y = shape * x;
  if (shape === 0 || Math.abs(y) < 1) return rate * x * exprel(shape === 0 ? 0 : y);
  const ratio = rate / shape;
  const isNormal = Math.abs(ratio) >= LEAST_NORMAL && Math.abs(ratio) < Infinity;
  const lost = exponentLost(shape, x, y);
  if (y >= 700) {
    if (isNormal) {
      const half = Math.exp(0.5 * y);
      return ratio * half * (half * (1 + lost));
    }
    const quarter = Math.exp(0.25 * y);
    return rate * quarter * quarter * (quarter / shape) * (quarter * (1 + lost));
  }
  const m = Math.expm1(y);
  const grownBy = m + (m + 1) * lost;
  if (isNormal) return ratio * grownBy;
  const lift = Math.abs(ratio) < 1 ? LIFT : DROP;
  return (((rate * lift) / shape) * grownBy) / lift;
};

/**
 * $a e^{bx - H(x)}$. Relative error at most 6 units of $2^{-53}$ times the larger of 1 and $H(x)$, by which the exponential
 * magnifies the rounding of $H$.
 */
export const pdf = (law: Gompertz): ((x: number) => number) => {
  const { shape, rate } = law;
  return (x) => {
    if (!(x > 0)) return x === 0 ? rate : x < 0 ? 0 : NaN;
    const h = hazardUpTo(shape, rate, x);
    if (h > 1500) return 0;
    const whole = grown(shape, x, rate, 1);
    // A hazard too large for a double may leave a density that is none.
    const lend = whole < Infinity ? 1 : LEND;
    const height = lend === 1 ? whole : grown(shape, x, rate, lend);
    if (h < 700) return (height * Math.exp(-h)) / lend;
    const half = Math.exp(-0.5 * h);
    return (height * half * half) / lend;
  };
};

/** $\ln a + bx - H(x)$. Error at most 6 units of $2^{-53}$ of its largest term. */
export const logPdf = (law: Gompertz): ((x: number) => number) => {
  const { shape, rate } = law;
  const logHeight = logHazard(law);
  return (x) => {
    if (!(x > 0)) return logHeight(x);
    const h = hazardUpTo(shape, rate, x);
    return h === Infinity ? -Infinity : logHeight(x) - h;
  };
};

/** $1 - e^{-H(x)}$. Relative error at most 5 units of $2^{-53}$. */
export const cdf = (law: Gompertz): ((x: number) => number) => {
  const { shape, rate } = law;
  return (x) => (x <= 0 ? 0 : -Math.expm1(-hazardUpTo(shape, rate, x)));
};

/** $e^{-H(x)}$. Relative error at most 5 units of $2^{-53}$ times the larger of 1 and $H(x)$. */
export const sf = (law: Gompertz): ((x: number) => number) => {
  const { shape, rate } = law;
  return (x) => (x <= 0 ? 1 : Math.exp(-hazardUpTo(shape, rate, x)));
};

/** $\ln(1 - e^{-H(x)})$. Relative error at most 6 units of $2^{-53}$ times the larger of 1 and $H(x)$. */
export const logCdf = (law: Gompertz): ((x: number) => number) => {
  const { shape, rate } = law;
  const logRate = Math.log(rate);
  return (x) => {
    if (x <= 0) return -Infinity;
    const h = hazardUpTo(shape, rate, x);
    if (h < 1e-290) return logRate + Math.log(hazardUpTo(shape, 1, x));
    return h < Math.LN2 ? Math.log(-Math.expm1(-h)) : Math.log1p(-Math.exp(-h)) + 0;
  };
};

/** $-H(x)$. Relative error at most 5 units of $2^{-53}$. */
export const logSf = (law: Gompertz): ((x: number) => number) => {
  const { shape, rate } = law;
  return (x) => (x <= 0 ? 0 : 0 - hazardUpTo(shape, rate, x));
};

/** The time at which the cumulative hazard is h; infinite where it never is. */
const timeOf = (shape: number, rate: number, h: number): number => {
  const first = h / rate;
  if (shape === 0 || h === Infinity) return first;
  if (first === Infinity) {
    // The shape may bring it back.
    const t = (shape / rate) * h;
    if (t < Infinity) return t <= -1 || Math.abs(t) < LEAST_NORMAL ? Infinity : Math.log1p(t) / shape;
  }
  const t = shape * first;
  if (t <= -1) return Infinity;
  if (t < 1) return first * log1prel(t);
  return (t < Infinity ? Math.log1p(t) : Math.log(shape) + (Math.log(h) - Math.log(rate))) / shape;
};

/**
 * $\frac1b\ln\left(1 - \frac ba\ln(1-p)\right)$; $+\infty$ beyond the share that happens. Error at most 8 units of $2^{-53}$ of the
 * larger of the value and $H(x)$ over the hazard there, by which a rounding of the probability's logarithm moves it.
 */
export const quantile = (law: Gompertz): ((p: number) => number) => {
  const { shape, rate } = law;
  return (p) => (p >= 0 && p <= 1 ? timeOf(shape, rate, 0 - Math.log1p(-p)) : NaN);
};

/** $\frac1b\ln\left(1 - \frac ba\ln q\right)$; $+\infty$ below {@link atInfinity}. Accuracy as `quantile`. */
export const isf = (law: Gompertz): ((q: number) => number) => {
  const { shape, rate } = law;
  return (q) => (q >= 0 && q <= 1 ? timeOf(shape, rate, 0 - Math.log(q)) : NaN);
};

/** $a e^{bx}$. Relative error at most 4 units of $2^{-53}$. */
export const hazard = (law: Gompertz): ((x: number) => number) => {
  const { shape, rate } = law;
  return (x) => (x < 0 ? 0 : x !== x ? NaN : grown(shape, x, rate, 1));
};

/** $\ln a + bx$. Error at most 3 units of $2^{-53}$ of the larger term. */
export const logHazard = (law: Gompertz): ((x: number) => number) => {
  const { shape } = law;
  const logRate = Math.log(law.rate);
  return (x) => (x < 0 ? -Infinity : x !== x ? NaN : shape === 0 ? logRate : logRate + shape * x);
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Gompertz) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

const EULER = 0.5772156649015329;

/** E bX = e^eta E1(eta), eta = a/b > 0. */
const meanExponent = (shape: number, rate: number): number => {
  const eta = rate / shape;
  return eta > 1e-290 ? expintE1Scaled(eta) : Math.log(shape) - Math.log(rate) - EULER;
};

/**
 * $\frac1b e^{\eta}E_1(\eta)$ with $\eta = a/b$; $1/a$ for $b = 0$, infinite for $b < 0$. Relative error at most 8 units of $2^{-53}$.
 */
export const mean = (law: Gompertz): number => {
  const { shape, rate } = law;
  if (shape < 0) return Infinity;
  return rate / shape > 1e17 ? 1 / rate : meanExponent(shape, rate) / shape;
};

/** Trapezoids of this width leave an error of e^-50 of an integrand that decays doubly exponentially. */
const STEP = 0.16666666666666666;

/**
 * $\frac{1}{b^2}\operatorname{Var}\ln(\eta + E)$ for a standard exponential $E$, $\eta = a/b$; $1/a^2$ for $b = 0$, infinite for $b < 0$.
 *
 * By the trapezoidal rule in $\ln E$, which converges exponentially, about the mean by the same rule, so that nothing
 * cancels. Relative error at most 32 units of $2^{-53}$.
 * @source Trefethen & Weideman (2014), The exponentially convergent trapezoidal rule · doi:10.1137/130932132
 */
export const variance = (law: Gompertz): number => {
  const { shape, rate } = law;
  if (shape < 0) return Infinity;
  const eta = rate / shape;
  if (eta > 1e17) return 1 / rate / rate;
  const values = new Float64Array(345);
  const weights = new Float64Array(345);
  let centre = 0;
  for (let i = 0; i < 345; i++) {
    const s = i * STEP - 50.5;
    const e = Math.exp(s);
    values[i] = eta > 1 ? eta * Math.log1p(e / eta) : Math.log(eta + e);
    weights[i] = STEP * Math.exp(s - e);
    centre += weights[i] * values[i];
  }
  let spread = 0;
  for (let i = 0; i < 345; i++) spread += weights[i] * (values[i] - centre) * (values[i] - centre);
  return eta > 1 ? spread / rate / rate : spread / shape / shape;
};

/** The root of the variance. Relative error at most 16 units of $2^{-53}$. */
export const sd: (law: Gompertz) => number = /* @__PURE__ */ sdOf(variance);

/** The quantile at one half; infinite where more than half never happens. Accuracy as `quantile`. */
export const median: (law: Gompertz) => number = /* @__PURE__ */ medianOf(quantile);

/** $\frac1b\ln\frac ba$ alone for $b > a$, else 0. Relative error at most 4 units of $2^{-53}$. */
export const mode = (law: Gompertz): ReadonlyArray<number> => [
  law.shape > law.rate ? logRatio(law.shape, law.rate) / law.shape : 0,
];

/** $e^{-h}\int_0^h\frac{e^v - 1}{v}\,dv$: by its series, whose terms are positive, or for large h asymptotically. */
const meanExponentOfWhatHappens = (h: number): number => {
  let term = 1;
  let sum = 0;
  if (h > 40) {
    for (let k = 1; k < 40 && term > 1e-17; k++) {
      sum += term;
      term *= k / h;
    }
    return sum / h - Math.exp(-h) * (EULER + Math.log(h));
  }
  for (let n = 1; n < 200 && !(n > h && term < 1e-18 * sum); n++) {
    term *= h / n;
    sum += term / n;
  }
  return Math.exp(-h) * sum;
};

/**
 * $1 - \ln a - e^\eta E_1(\eta)$ with $\eta = a/b$ for $b > 0$, $1 - \ln a$ for $b = 0$; for $b < 0$, with $h = a/|b|$, the part that never
 * happens included, $(1 - e^{-h})(1 - \ln a) + e^{-h}\int_0^h\frac{e^v-1}{v}\,dv$. Error at most 8 units of $2^{-53}$ of the largest of
 * 1, $|\ln a|$ and $|\ln|b||$.
 */
export const entropy = (law: Gompertz): number => {
  const { shape, rate } = law;
  const eta = rate / shape;
  if (shape < 0) return -Math.expm1(eta) * (1 - Math.log(rate)) + meanExponentOfWhatHappens(-eta);
  if (eta < 1e-290) return 1 + EULER - Math.log(shape);
  return 1 - Math.log(rate) - (eta < Infinity ? expintE1Scaled(eta) : 0);
};

/** By inversion, one uniform a draw. */
const draw: Draw<Gompertz> = (law) => {
  const { shape, rate } = law;
  return (uniform) => timeOf(shape, rate, -Math.log(uniform()));
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Gompertz) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Gompertz) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood: the shape is the one root of $\frac{d}{db}\ln\sum\frac{e^{bx_i}-1}{b} - \bar x$, which may be negative (the
 * law then says that some would never happen), and $a = n/\sum\frac{e^{bx_i}-1}{b}$. Standard errors from the observed
 * information in both.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (a negative observation) at `sample`; `Degenerate` when all are equal,
 * where the likelihood has no bound.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Gompertz>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ nonNegative([0, 100]),
  logPdf,
  2,
  (xs) => {
    return map((found: GrowthProfile): Estimate<Gompertz> => {
      const { growth, total, errorOfGrowth, relativeErrorOfRate, iterations } = found;
      const rate = xs.length / total;
      return {
        law: gompertz(growth, rate),
        standardErrors: { shape: errorOfGrowth, rate: rate * relativeErrorOfRate },
        iterations,
      };
    })(growthProfile('sample', xs));
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const gompertzLaw: DefectiveLaw<Gompertz> = {
  kind: 'defective',
  name: 'gompertz',
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
  atInfinity,
};
