/**
 * The binomial law: successes in a number of independent trials.
 *
 * Its distribution function is an incomplete beta function, P(X > k) = I_p(k + 1, n - k), and its probabilities are that
 * function's prefix: no sums of probabilities, no logarithms of factorials that cancel.
 *
 * @source Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 3
 * @module laws/binomial
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  check,
  cumHazardOf,
  degenerate,
  type DiscreteLaw,
  type Domain,
  type Draw,
  type Failure,
  type Fit,
  fitOf,
  latticeEntropy,
  makerOf,
  medianOf,
  type Parameters,
  remembered,
  type Rng,
  sampleNOf,
  sampleOf,
  sdOf,
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
  logBetaPAt,
  logBetaPrefixAt,
  logBetaQAt,
  mean as average,
  normalQuantile,
  productError,
  smallestInteger,
} from '../numeric/index.ts';

/**
 * The binomial law of this many trials, each with this probability of success. With no trials, or a probability of 0 or
 * 1, it is the law that is always 0, or always `trials`.
 * @category Model
 * @since 0.1.0
 */
export interface Binomial {
  readonly _tag: 'Binomial';
  readonly trials: number;
  readonly probability: number;
}

/** The counts that are doubles, all of them. */
const trials: Domain = { lower: 0, upper: 9007199254740992, closed: 'both', integer: true, typical: [1, 60] };

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Binomial> = {
  trials,
  probability: { lower: 0, upper: 1, closed: 'both', integer: false, typical: [0.01, 0.99] },
};

const of = /* @__PURE__ */ makerOf<Binomial>('Binomial', 'binomial', parameters);

/**
 * The binomial law on 0, 1, ..., n: `trials` $n$, an integer from 0 to $2^{53}$, and `probability` $p$ of success in
 * each, $0 \le p \le 1$.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `binomial.trials` or `binomial.probability`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { binomial, cdf, pmf, quantile, sf } from 'lawful/laws/binomial';
 * const law = binomial(10, 0.5);
 * if (law._tag === 'Right') {
 *   expect(pmf(law.right)(5)).toBeCloseTo(252 / 1024, 15);
 *   expect(cdf(law.right)(1.9)).toBeCloseTo(11 / 1024, 16);
 *   expect(sf(law.right)(9) * 1024).toBeCloseTo(1, 14);
 *   expect(quantile(law.right)(0.5)).toBe(5);
 * }
 * ```
 */
export const binomial = (trials: number, probability: number): Either<Failure, Binomial> => of({ trials, probability });

/** From 0 to the number of trials; both ends 0 when $p = 0$, both $n$ when $p = 1$. */
export const support = (law: Binomial): Support => ({
  lower: law.probability === 1 ? law.trials : 0,
  upper: law.probability === 0 ? 0 : law.trials,
});

/** Whether x is one of 0, 1, ..., n. */
const isCount = (x: number, n: number): boolean => x >= 0 && x <= n && Math.floor(x) === x;

/** $\binom nk p^k(1-p)^{n-k}$. Relative error at most $(12 + 4|\ln \text{value}|)$ units of $2^{-53}$. */
export const pmf = (law: Binomial): ((k: number) => number) => {
  const n = law.trials;
  const point = betaPointOf(law.probability);
  return remembered((k) => (isCount(k, n) ? betaPrefixAt(betaShapeOf(k, n - k), point) : k !== k ? NaN : 0));
};

/**
 * The logarithm of `pmf`. Relative error at most $2\cdot10^{-15}$, absolute where it is near 0 (but not at the ends 0 and
 * n).
 */
export const logPmf = (law: Binomial): ((k: number) => number) => {
  const { trials: n, probability: p } = law;
  const point = betaPointOf(p);
  return remembered((k) => {
    if (!isCount(k, n)) return k !== k ? NaN : -Infinity;
    if (k === 0 || k === n) return n === 0 ? 0 : n * (k === 0 ? Math.log1p(-p) : Math.log(p)) + 0;
    return logBetaPrefixAt(betaShapeOf(k, n - k), point);
  });
};

/** One of the incomplete beta functions over the counts, with its values below 0 and from n on. */
const tail = (
  at: (shape: BetaShape, point: BetaPoint) => number,
  before: number,
  after: number,
): ((law: Binomial) => (x: number) => number) => {
  return (law) => {
    const n = law.trials;
    const point = betaPointOf(law.probability);
    return remembered((x) => {
      const k = Math.floor(x);
      return k < 0 ? before : k >= n ? after : at(betaShapeOf(k + 1, n - k), point);
    });
  };
};

/** $1-I_p(k+1, n-k)$ at $k=\lfloor x\rfloor$, to full relative accuracy in the left tail. Accuracy as `betaQ`. */
export const cdf: (law: Binomial) => (x: number) => number = /* @__PURE__ */ tail(betaQAt, 0, 1);

/** $I_p(k+1, n-k)$ at $k=\lfloor x\rfloor$, to full relative accuracy in the right tail. Accuracy as `betaP`. */
export const sf: (law: Binomial) => (x: number) => number = /* @__PURE__ */ tail(betaPAt, 1, 0);

/** The logarithm of `cdf`, finite where it underflows. Accuracy as `logBetaQ`. */
export const logCdf: (law: Binomial) => (x: number) => number = /* @__PURE__ */ tail(logBetaQAt, -Infinity, 0);

/** The logarithm of `sf`, finite where it underflows. Accuracy as `logBetaP`. */
export const logSf: (law: Binomial) => (x: number) => number = /* @__PURE__ */ tail(logBetaPAt, 0, -Infinity);

/** The Cornish-Fisher point of a standard normal quantile, rounded: nearly always the answer. */
const nearby = (law: Binomial): ((z: number) => number) => {
  const { trials: n, probability: p } = law;
  const [centre, spread, skew] = [n * p - 0.5, Math.sqrt(variance(law)), (1 - 2 * p) / 6];
  return (z) => Math.max(0, Math.min(n, Math.ceil(centre + spread * z + (z * z - 1) * skew)));
};

/** The smallest $k$ with `cdf(k) >= p`, found by search from the Cornish-Fisher point. */
export const quantile = (law: Binomial): ((p: number) => number) => {
  const { lower, upper } = support(law);
  const below = cdf(law);
  const guess = nearby(law);
  return (p) => {
    if (!(p >= 0 && p <= 1)) return NaN;
    if (p === 0 || p === 1 || lower === upper) return p === 0 ? lower : upper;
    return smallestInteger((k) => below(k) >= p, guess(normalQuantile(p)), 0);
  };
};

/** The smallest $k$ with `sf(k) <= q`, found by search from the Cornish-Fisher point. */
export const isf = (law: Binomial): ((q: number) => number) => {
  const { lower, upper } = support(law);
  const above = sf(law);
  const guess = nearby(law);
  return (q) => {
    if (!(q >= 0 && q <= 1)) return NaN;
    if (q === 0 || q === 1 || lower === upper) return q === 0 ? upper : lower;
    return smallestInteger((k) => above(k) <= q, guess(-normalQuantile(q)), 0);
  };
};

/**
 * $P(X = k)/P(X \ge k)$, rising to 1; in the right tail without forming either. Relative error at most
 * $5\cdot10^{-14}$ where the value exceeds $10^{-10}$, below that $(40 + 4|\ln \text{value}|)$ units of $2^{-53}$.
 */
export const hazard = (law: Binomial): ((k: number) => number) => {
  const { trials: n, probability: p } = law;
  const point = betaPointOf(p);
  const mass = pmf(law);
  const above = sf(law);
  return (k) => {
    if (k > n) return 1;
    if (!(k > 0 && p > 0 && p < 1 && isCount(k, n))) return mass(k);
    return k > n * p ? betaLogSlopeAt(betaShapeOf(k, n - k + 1), point) / (k * point.y) : mass(k) / above(k - 1);
  };
};

/**
 * The logarithm of `hazard`; left of the mean by the logarithms of its parts, where it underflows. Error at most
 * $10^{-14}$ of the larger of 1 and the value.
 */
export const logHazard = (law: Binomial): ((k: number) => number) => {
  const { trials: n, probability: p } = law;
  const rate = hazard(law);
  const logMass = logPmf(law);
  const logAbove = logSf(law);
  return (k) => {
    if (!(k > 0 && k <= n && isCount(k, n))) return k > n ? 0 : logMass(k);
    return k > n * p ? Math.log(rate(k)) : logMass(k) - logAbove(k - 1);
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Binomial) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $np$, correctly rounded. */
export const mean = (law: Binomial): number => law.trials * law.probability;

/** $np(1-p)$. Relative error at most 3 units of $2^{-53}$. */
export const variance = (law: Binomial): number => law.trials * law.probability * (1 - law.probability);

/** $\sqrt{np(1-p)}$. Relative error at most 3 units of $2^{-53}$. */
export const sd: (law: Binomial) => number = /* @__PURE__ */ sdOf(variance);

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: Binomial) => number = /* @__PURE__ */ medianOf(quantile);

/** $\lfloor(n+1)p\rfloor$, and the count before it too when $(n+1)p$ is an integer from 1 to n: exactly so. */
export const mode = (law: Binomial): ReadonlyArray<number> => {
  const { trials: n, probability: p } = law;
  if (p === 1) return [n];
  const product = n * p;
  const sum = product + p;
  const error = product - sum + p + productError(n, p, product);
  const point = sum + error;
  const low = error - (point - sum);
  const whole = Math.floor(point);
  const top = whole === point && low < 0 ? whole - 1 : whole;
  return top === point && low === 0 && top > 0 && top <= n ? [top - 1, top] : [Math.min(top, n)];
};

/** From this variance on the entropy's asymptotic series is exact to the last place. */
const SERIES_FROM = 1000;

/**
 * The entropy in nats: the sum of $-p\ln p$ over the bulk, or from a variance of 1000 on its asymptotic series (see
 * `latticeEntropy`). Relative error at most $10^{-14}$.
 */
export const entropy = (law: Binomial): number => {
  const { trials: n, probability: p } = law;
  const spread = variance(law);
  if (spread === 0) return 0;
  if (spread >= SERIES_FROM) return latticeEntropy(Math.log(spread), 1 / n);
  const mass = pmf(law);
  const logMass = logPmf(law);
  // Counted from the rarer end: near 2^53 the next integer may be no double.
  const few = n * Math.min(p, 1 - p);
  const reach = 12 * Math.sqrt(spread) + 40;
  const last = Math.min(n, few + reach);
  let total = 0;
  for (let i = Math.max(0, Math.floor(few - reach)); i <= last; i++) {
    const k = p > 0.5 ? n - i : i;
    const at = mass(k);
    if (at > 0) total -= at * logMass(k);
  }
  return total;
};

/** By sequential search from 0, for small means: about as many steps as the value drawn. */
const drawBySearch = (n: number, p: number): ((uniform: () => number) => number) => {
  const odds = p / (1 - p);
  const none = Math.exp(n * Math.log1p(-p));
  return (uniform) => {
    let rest = uniform();
    let mass = none;
    let k = 0;
    while (rest > mass && mass > 0) {
      rest -= mass;
      mass *= ((n - k) / (k + 1)) * odds;
      k += 1;
    }
    // Where rounding has left something of the uniform, the mass has come to 0 past the last count.
    return Math.min(k, n);
  };
};

/** Transformed rejection (Hörmann's BTRS), for means from 10 on and p up to 1/2: about 1.2 pairs of uniforms a draw. */
const drawByRejection = (n: number, p: number): ((uniform: () => number) => number) => {
  const law: Binomial = { _tag: 'Binomial', trials: n, probability: p };
  const logMass = logPmf(law);
  const logTop = logMass(mode(law)[0]);
  const spread = Math.sqrt(variance(law));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const scale = (2.83 + 5.1 / b) * spread;
  const quick = 0.92 - 4.2 / b;
  return (uniform) => {
    for (;;) {
      const u = uniform() - 0.5;
      const v = uniform();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + n * p + 0.5);
      if (us >= 0.07 && v <= quick) return k;
      if (k < 0 || k > n) continue;
      if (Math.log((v * scale) / (a / (us * us) + b)) <= logMass(k) - logTop) return k;
    }
  };
};

/** @source Hörmann (1993), The generation of binomial random variates · doi:10.1080/00949659308811496 */
const draw: Draw<Binomial> = ({ trials: n, probability: p }) => {
  const few = Math.min(p, 1 - p);
  const one = n * few < 10 ? drawBySearch(n, few) : drawByRejection(n, few);
  return p > 0.5 ? (uniform) => n - one(uniform) : one;
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Binomial) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Binomial) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * The binomial law of a known number of trials that makes a sample of counts likeliest: $\hat p$ is the mean over $n$,
 * with the standard error $\sqrt{\hat p(1-\hat p)/(nN)}$ of $N$ counts, left out where $\hat p$ is 0 or 1.
 *
 * Failures: `trials` outside its domain at `trials`; at `sample` `Empty`, `NotFinite`, `OutOfDomain` (not an integer from
 * 0 to `trials`), and `Degenerate` when there are no trials.
 * @category Estimation
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { fit } from 'lawful/laws/binomial';
 * const found = fit(10)([3, 5, 4, 0]);
 * expect(found._tag === 'Right' && found.right.law.probability).toBe(0.3);
 * ```
 */
export const fit = (trials: number): ((sample: ArrayLike<number>) => Either<Failure, Fit<Binomial>>) => {
  const known = check(parameters.trials, 'trials')(trials);
  if (known._tag === 'Left') return () => known;
  return fitOf({ ...parameters.trials, upper: trials }, logPmf, 1, (xs) => {
    if (trials === 0) return left(degenerate('sample', 'no trials tell nothing of their probability'));
    const p = Math.min(1, average(xs) / trials);
    return right({
      law: binomial(trials, p),
      standardErrors: p > 0 && p < 1 ? { probability: Math.sqrt((p * (1 - p)) / trials / xs.length) } : {},
    });
  });
};

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const binomialLaw: DiscreteLaw<Binomial> = {
  kind: 'discrete',
  name: 'binomial',
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
