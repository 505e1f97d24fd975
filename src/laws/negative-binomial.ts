/**
 * The negative binomial law: failures before a number of successes, or a Poisson law whose mean is a gamma variable.
 *
 * Its distribution function is an incomplete beta function, P(X <= k) = I_p(size, k + 1), and its probabilities are that
 * function's prefix.
 *
 * @source Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 5
 * @module laws/negative-binomial
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  count,
  cumHazardOf,
  degenerate,
  type DiscreteLaw,
  type Draw,
  type Estimate,
  type Failure,
  type Fit,
  fitOf,
  gammaVariate,
  latticeEntropy,
  makerOf,
  medianOf,
  type Parameters,
  positive,
  remembered,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import {
  betaLogSlopeAt,
  type BetaPoint,
  betaPAt,
  betaPointOf,
  betaPrefixAt,
  betaQAt,
  type BetaShape,
  betaShapeOf,
  bracketedRoot,
  logBetaPAt,
  logBetaPrefixAt,
  logBetaQAt,
  logLessDigamma,
  mean as average,
  normalQuantile,
  productError,
  rootMeanSquare,
  smallestInteger,
  sorted,
  trigamma,
} from '../numeric/index.ts';
import { draw as poissonDraw } from './poisson.ts';

/**
 * The negative binomial law of this size (successes waited for) and probability of success. A probability of 1 is the
 * law that is always 0.
 * @category Model
 * @since 0.1.0
 */
export interface NegativeBinomial {
  readonly _tag: 'NegativeBinomial';
  readonly size: number;
  readonly probability: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<NegativeBinomial> = {
  size: /* @__PURE__ */ positive([0.1, 40]),
  probability: { lower: 0, upper: 1, closed: 'upper', integer: false, typical: [0.05, 0.95] },
};

const of = /* @__PURE__ */ makerOf<NegativeBinomial>('NegativeBinomial', 'negativeBinomial', parameters);

/**
 * The negative binomial law on 0, 1, 2, ...: the number of failures before the `size`-th success, `probability` $p$ of
 * success above 0 and at most 1. `size` $r > 0$ need not be an integer: the mean is $\mu = r(1-p)/p$, and with
 * $p = r/(r+\mu)$ the variance $\mu + \mu^2/r$.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `negativeBinomial.size` or `negativeBinomial.probability`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, negativeBinomial, pmf, quantile } from 'lawful/laws/negative-binomial';
 * const law = negativeBinomial(2, 0.5);
 * if (law._tag === 'Right') {
 *   expect(pmf(law.right)(2)).toBeCloseTo(3 / 16, 15);
 *   expect(cdf(law.right)(1)).toBeCloseTo(1 / 2, 15);
 *   expect(quantile(law.right)(0.6)).toBe(2);
 * }
 * ```
 */
export const negativeBinomial = (size: number, probability: number): Either<Failure, NegativeBinomial> =>
  of({ size, probability });

/** From 0 to infinity; 0 alone when $p = 1$. */
export const support = (law: NegativeBinomial): Support => ({ lower: 0, upper: law.probability === 1 ? 0 : Infinity });

/** Whether x is one of 0, 1, 2, ... */
const isCount = (x: number): boolean => x >= 0 && x < Infinity && Math.floor(x) === x;

/** The probability of k, between the integers too. */
const massAt = ({ size, probability }: NegativeBinomial): ((k: number) => number) => {
  const point = betaPointOf(probability);
  return (k) => betaPrefixAt(betaShapeOf(size, k), point) * (1 / (1 + k / size));
};

/** The logarithm of the probability of k, between the integers too. */
const logMassAt = ({ size, probability }: NegativeBinomial): ((k: number) => number) => {
  const point = betaPointOf(probability);
  const none = size * Math.log(probability);
  return (k) => {
    if (k === 0) return none;
    const odds = k / size;
    const share = odds < Infinity ? 0 - Math.log1p(odds) : Math.log(size) - Math.log(k);
    return logBetaPrefixAt(betaShapeOf(size, k), point) + share;
  };
};

/**
 * $\frac{\Gamma(k+r)}{k!\,\Gamma(r)}p^r(1-p)^k$. Relative error at most $(14 + 4|\ln \text{value}|)$ units of $2^{-53}$.
 */
export const pmf = (law: NegativeBinomial): ((k: number) => number) => {
  const mass = massAt(law);
  return remembered((k) => (isCount(k) ? mass(k) : k !== k ? NaN : 0));
};

/** The logarithm of `pmf`. Relative error at most $2\cdot10^{-15}$, absolute where it is near 0. */
export const logPmf = (law: NegativeBinomial): ((k: number) => number) => {
  const logMass = logMassAt(law);
  return remembered((k) => (isCount(k) ? logMass(k) : k !== k ? NaN : -Infinity));
};

/** One of the incomplete beta functions over the counts, with its values below 0 and at infinity. */
const tail =
  (
    at: (shape: BetaShape, point: BetaPoint) => number,
    before: number,
    after: number,
  ): ((law: NegativeBinomial) => (x: number) => number) =>
  ({ size, probability }) => {
    const point = betaPointOf(probability);
    return remembered((x) =>
      x < 0 ? before : x === Infinity ? after : at(betaShapeOf(size, Math.floor(x) + 1), point),
    );
  };

/** $I_p(r, \lfloor x\rfloor+1)$, to full relative accuracy in the left tail. Accuracy as `betaP`. */
export const cdf: (law: NegativeBinomial) => (x: number) => number = /* @__PURE__ */ tail(betaPAt, 0, 1);

/** $1-I_p(r, \lfloor x\rfloor+1)$, to full relative accuracy in the right tail. Accuracy as `betaQ`. */
export const sf: (law: NegativeBinomial) => (x: number) => number = /* @__PURE__ */ tail(betaQAt, 1, 0);

/** The logarithm of `cdf`, finite where it underflows. Accuracy as `logBetaP`. */
export const logCdf: (law: NegativeBinomial) => (x: number) => number = /* @__PURE__ */ tail(logBetaPAt, -Infinity, 0);

/** The logarithm of `sf`, finite where it underflows. Accuracy as `logBetaQ`. */
export const logSf: (law: NegativeBinomial) => (x: number) => number = /* @__PURE__ */ tail(logBetaQAt, 0, -Infinity);

/** The Cornish-Fisher point of a standard normal quantile, rounded: for sizes above 1 nearly always the answer. */
const nearby = (law: NegativeBinomial): ((z: number) => number) => {
  const [centre, spread, skew] = [mean(law) - 0.5, sd(law), (2 - law.probability) / law.probability / 6];
  return (z) => Math.max(0, Math.ceil(centre + spread * z + (z * z - 1) * skew));
};

/** The smallest $k$ with `cdf(k) >= p`, found by search from the Cornish-Fisher point. Infinity at 1. */
export const quantile = (law: NegativeBinomial): ((p: number) => number) => {
  const below = cdf(law);
  const guess = nearby(law);
  return (p) => {
    if (!(p >= 0 && p <= 1)) return NaN;
    if (p === 0 || law.probability === 1) return 0;
    return p === 1 ? Infinity : smallestInteger((k) => below(k) >= p, guess(normalQuantile(p)), 0);
  };
};

/** The smallest $k$ with `sf(k) <= q`, found by search from the Cornish-Fisher point. Infinity at 0. */
export const isf = (law: NegativeBinomial): ((q: number) => number) => {
  const above = sf(law);
  const guess = nearby(law);
  return (q) => {
    if (!(q >= 0 && q <= 1)) return NaN;
    if (q === 1 || law.probability === 1) return 0;
    return q === 0 ? Infinity : smallestInteger((k) => above(k) <= q, guess(-normalQuantile(q)), 0);
  };
};

/**
 * $P(X = k)/P(X \ge k)$, on its way to $p$; in the right tail without forming either. Relative error at most
 * $5\cdot10^{-14}$ where the value exceeds $10^{-10}$, below that $(40 + 4|\ln \text{value}|)$ units of $2^{-53}$.
 */
export const hazard = (law: NegativeBinomial): ((k: number) => number) => {
  const { size, probability } = law;
  const { x, y, xLow, yLow } = betaPointOf(probability);
  const failure = { x: y, y: x, xLow: yLow, yLow: xLow };
  const mass = pmf(law);
  const above = sf(law);
  const centre = mean(law);
  return (k) => {
    if (probability === 1) return k > 0 ? 1 : mass(k);
    if (!(k > 0 && isCount(k))) return mass(k);
    // Where the mean, rounded, is beyond all of a very narrow law, nothing is left.
    const left = k > centre ? 0 : above(k - 1);
    return left === 0 ? betaLogSlopeAt(betaShapeOf(k, size), failure) / k : mass(k) / left;
  };
};

/**
 * The logarithm of `hazard`; left of the mean by the logarithms of its parts, where it underflows. Error at most
 * $10^{-14}$ of the larger of 1 and the value.
 */
export const logHazard = (law: NegativeBinomial): ((k: number) => number) => {
  const centre = mean(law);
  const rate = hazard(law);
  const logMass = logPmf(law);
  const logAbove = logSf(law);
  return (k) => {
    if (law.probability === 1 || !(k > 0 && isCount(k))) return law.probability === 1 && k > 0 ? 0 : logMass(k);
    return k > centre ? Math.log(rate(k)) : logMass(k) - logAbove(k - 1);
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: NegativeBinomial) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $r(1-p)/p$. Relative error at most 3 units of $2^{-53}$. */
export const mean = ({ size, probability }: NegativeBinomial): number => (size * (1 - probability)) / probability;

/** $r(1-p)/p^2$. Relative error at most 4 units of $2^{-53}$. */
export const variance = (law: NegativeBinomial): number => mean(law) / law.probability;

/** $\sqrt{r(1-p)}/p$. Relative error at most 3 units of $2^{-53}$. */
export const sd = ({ size, probability }: NegativeBinomial): number =>
  (Math.sqrt(size) * Math.sqrt(1 - probability)) / probability;

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: NegativeBinomial) => number = /* @__PURE__ */ medianOf(quantile);

/** $\lfloor(r-1)(1-p)/p\rfloor$ where $r > 1$, and the count before it too when that is an integer; 0 elsewhere. */
export const mode = ({ size, probability }: NegativeBinomial): ReadonlyArray<number> => {
  if (size <= 1) return [0];
  const point = ((size - 1) * (1 - probability)) / probability;
  const whole = Math.floor(point);
  if (!(whole < 1e15)) return [whole];
  // By how much k (1 - p) p^-1 exceeds the point, times p: exact, since the quotient may round across an integer.
  const beyond = (k: number): number => {
    const product = (k + size - 1) * probability;
    return product - (size - 1) + productError(k + size - 1, probability, product);
  };
  const top = beyond(whole + 1) <= 0 ? whole + 1 : whole > 0 && beyond(whole) > 0 ? whole - 1 : whole;
  return top > 0 && beyond(top) === 0 ? [top - 1, top] : [top];
};

/** From this size and variance on the entropy's asymptotic series is exact to the last place. */
const SERIES_FROM = 1000;

/** Up to here the entropy is summed term by term; beyond, the sum is an integral. */
const SUMMED = 1024;

/** Gauss and Legendre's points and weights on [-1, 1], ten of them: the positive half. */
const NODES = [0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717];
const WEIGHTS = [
  0.29552422471475287, 0.26926671930999635, 0.21908636251598204, 0.1494513491505806, 0.06667134430868814,
];

/** The integral of g over [from, to]. */
const panel = (g: (x: number) => number, from: number, to: number): number => {
  const half = 0.5 * (to - from);
  const middle = from + half;
  let sum = 0;
  for (let i = 0; i < 5; i++) sum += WEIGHTS[i] * (g(middle - half * NODES[i]) + g(middle + half * NODES[i]));
  return half * sum;
};

/** What the sum of g from k on has over its integral (Euler and Maclaurin), the derivatives by differences. */
const atTheEnd = (g: (x: number) => number, k: number): number => {
  const [a, b, c, d] = [g(k - 2), g(k - 1), g(k + 1), g(k + 2)];
  return 0.5 * g(k) - (8 * (c - b) - (d - a)) / 144 + (d - 2 * c + 2 * b - a) / 1440;
};

/**
 * The entropy in nats: the sum of $-p\ln p$, from 1024 on as an integral with Euler and Maclaurin's terms; for sizes and
 * variances from 1000 on its asymptotic series (see `latticeEntropy`). Relative error at most $2\cdot10^{-14}$.
 */
export const entropy = (law: NegativeBinomial): number => {
  const { size, probability } = law;
  const spread = variance(law);
  if (spread === 0) return 0;
  if (size >= SERIES_FROM && spread >= SERIES_FROM)
    return latticeEntropy(Math.log(size) + Math.log1p(-probability) - 2 * Math.log(probability), -1 / size);
  const mass = massAt(law);
  const logMass = logMassAt(law);
  const term = (k: number): number => {
    const p = mass(k);
    return p > 0 ? -p * logMass(k) : 0;
  };
  // The tail is that of an exponential law of mean 1/p.
  const last = mean(law) + 12 * sd(law) + 45 / probability;
  let total = 0;
  for (let k = 0; k < SUMMED && k <= last; k++) total += term(k);
  if (last < SUMMED) return total;
  total += atTheEnd(term, SUMMED);
  const width = Math.max(sd(law), 1 / probability);
  let from = SUMMED;
  while (from < last && from < 1e307) {
    const to = from + Math.min(0.5 * from, size < 1 ? 1 / probability : width);
    total += panel(term, from, to);
    from = to;
  }
  return total;
};

/** A Poisson variable whose mean is a gamma variable: exact for every size. */
const draw: Draw<NegativeBinomial> = ({ size, probability }) => {
  const odds = (1 - probability) / probability;
  const gamma = gammaVariate(size);
  return (uniform) => {
    const rate = gamma(uniform) * odds;
    return rate < 1e300 ? poissonDraw({ _tag: 'Poisson', mean: rate })(uniform) : rate;
  };
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: NegativeBinomial) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: NegativeBinomial) => (n: number) => State<Rng, Float64Array> =
  /* @__PURE__ */ sampleNOf(draw);

/** ln(1 + x/r), also where the quotient overflows. */
const log1pRatio = (x: number, r: number): number => (x / r < Infinity ? Math.log1p(x / r) : Math.log(x) - Math.log(r));

/** The values of a sample, each once, and how often each is there. */
const tallied = (xs: Float64Array): ReadonlyArray<readonly [value: number, times: number]> => {
  const ascending = sorted(xs);
  const out: Array<readonly [number, number]> = [];
  let from = 0;
  for (let i = 1; i <= ascending.length; i++) {
    if (i < ascending.length && ascending[i] === ascending[from]) continue;
    out.push([ascending[from]!, i - from]);
    from = i;
  }
  return out;
};

/** The likeliest size of counts with this mean, by the derivative of the likelihood with p = r / (r + mean) put in. */
const likeliest = (xs: Float64Array, centre: number, guess: number): Either<Failure, Estimate<NegativeBinomial>> => {
  const n = xs.length;
  const values = tallied(xs);
  const total = (g: (x: number) => number): number => values.reduce((sum, [x, times]) => sum + times * g(x), 0);
  let steps = 0;
  // psi(x + r) - psi(r) + ln(r / (r + mean)) of each x, the logarithms taken together: for large r they are most of it.
  const falls = (r: number): number => {
    steps += 1;
    const logs = total((x) => log1pRatio(x, r) - logLessDigamma(x + r)) - n * log1pRatio(centre, r);
    return -(logs + n * logLessDigamma(r));
  };
  const ofMean = (r: number): number => (n / r) * (centre / (r + centre));
  const slope = (r: number): number => n * trigamma(r) - total((x) => trigamma(x + r)) - ofMean(r);
  // Far above the root the derivative falls back to 0, and is lost in its roundings: the bracket is sought from the guess.
  const most = centre * 18014398509481984;
  let low = guess;
  let high = guess;
  for (let factor = 2; high < most && !(falls(high) > 0); factor *= factor) {
    low = high;
    high = Math.min(most, high * factor);
  }
  for (let factor = 2; low > 0 && falls(low) > 0; factor *= factor) {
    high = low;
    low /= factor;
  }
  // Newton's step in the logarithm of the size.
  const step = (r: number, value: number): number => r * -Math.expm1(-value / (slope(r) * r));
  const size = bracketedRoot(falls, step, guess, 0.5 * low, 2 * high, 1e-9);
  const p = 1 / (1 + centre / size);
  const information = slope(size);
  // The information of p alone, n (r + m)^3 / (r m), and what the size takes of it.
  const ofP = ((n / p / p) * (size + centre)) / centre;
  if (!(p < 1)) return left(degenerate('sample', 'its variance hardly exceeds its mean'));
  return right({
    law: negativeBinomial(size, p),
    standardErrors: {
      size: 1 / Math.sqrt(information),
      probability: Math.sqrt((information + ofMean(size)) / information / ofP / size),
    },
    iterations: steps,
  });
};

/**
 * Maximum likelihood: the size $\hat r$ where the profile likelihood, with $p = r/(r+\bar x)$, is level, found by
 * Newton's steps in a bracket. Standard errors from the inverse of the observed information
 * $$\begin{pmatrix} n\psi'(r)-\sum\psi'(x_i+r) & -n/p\\ -n/p & nr/p^2+\sum x_i/(1-p)^2\end{pmatrix}.$$
 *
 * Failures at `sample`: `Empty`, `NotFinite`, `OutOfDomain` (no count), and `Degenerate` when the variance of the sample,
 * with divisor $n$, does not exceed its mean: then a Poisson law is likelier than any of these.
 * @source Levin & Reeds (1977), Compound multinomial likelihood functions are unimodal · doi:10.1214/aos/1176343743
 * @category Estimation
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { fit, mean } from 'lawful/laws/negative-binomial';
 * const found = fit([0, 3, 1, 12, 0, 0, 5]);
 * expect(found._tag === 'Right' && mean(found.right.law)).toBeCloseTo(3, 12);
 * expect(fit([2, 3, 2, 3])._tag).toBe('Left');
 * ```
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<NegativeBinomial>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ count([0, 100]),
  logPmf,
  2,
  (xs) => {
    const centre = average(xs);
    const spread = rootMeanSquare(xs.map((x) => x - centre));
    // The variance over the mean: it alone may overflow.
    const excess = spread * (spread / centre) - 1;
    return excess > 0
      ? likeliest(xs, centre, centre / excess)
      : left(degenerate('sample', 'its variance does not exceed its mean'));
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const negativeBinomialLaw: DiscreteLaw<NegativeBinomial> = {
  kind: 'discrete',
  name: 'negativeBinomial',
  parameters,
  make: of,
  support,
  pmf,
  logPmf,
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
