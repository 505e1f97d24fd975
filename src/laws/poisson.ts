/**
 * The Poisson law of counts.
 *
 * Its distribution function is an incomplete gamma function, P(X <= k) = Q(k + 1, mean), and its probabilities are that
 * function's prefix: no sums of probabilities, no logarithms of factorials that cancel.
 *
 * @source Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 4
 * @module laws/poisson
 */
import { type Either, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  count,
  cumHazardOf,
  type DiscreteLaw,
  type Draw,
  type Failure,
  type Fit,
  fitOf,
  makerOf,
  medianOf,
  nonNegative,
  type Parameters,
  remembered,
  type Rng,
  sampleNOf,
  sampleOf,
  sdOf,
  type Support,
} from '../law/index.ts';
import {
  gammaP,
  gammaPrefix,
  gammaPrefixOverP,
  gammaQ,
  HALF_LOG_TWO_PI,
  logGammaP,
  logGammaPrefix,
  logGammaQ,
  mean as average,
  normalQuantile,
  smallestInteger,
} from '../numeric/index.ts';

/**
 * The Poisson law with this mean. A mean of 0 is the law that is always 0.
 * @category Model
 * @since 0.1.0
 */
export interface Poisson {
  readonly _tag: 'Poisson';
  readonly mean: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Poisson> = { mean: /* @__PURE__ */ nonNegative([0, 200]) };

const of = /* @__PURE__ */ makerOf<Poisson>('Poisson', 'poisson', parameters);

/**
 * The Poisson law on 0, 1, 2, ...: `mean` $\lambda \ge 0$ finite, a count.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `poisson.mean`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, pmf, poisson, quantile } from 'lawful/laws/poisson';
 * const law = poisson(4);
 * if (law._tag === 'Right') {
 *   expect(pmf(law.right)(2)).toBeCloseTo(8 * Math.exp(-4), 16);
 *   expect(cdf(law.right)(2.9)).toBeCloseTo(13 * Math.exp(-4), 15);
 *   expect(quantile(law.right)(0.5)).toBe(4);
 * }
 * ```
 */
export const poisson = (mean: number): Either<Failure, Poisson> => of({ mean });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (law: Poisson): Support => ({ lower: 0, upper: law.mean === 0 ? 0 : Infinity });

/** Whether x is one of 0, 1, 2, ... */
const isCount = (x: number): boolean => x >= 0 && x < Infinity && Math.floor(x) === x;

/** $e^{-\lambda}\lambda^k/k!$. Relative error at most $(12 + 4|\ln \text{value}|)$ units of $2^{-53}$. */
export const pmf = (law: Poisson): ((k: number) => number) => {
  const lambda = law.mean;
  const none = Math.exp(-lambda);
  return remembered((k) => {
    if (!isCount(k)) return k !== k ? NaN : 0;
    return k === 0 ? none : lambda === 0 ? 0 : gammaPrefix(k, lambda);
  });
};

/** $k\ln\lambda - \lambda - \ln k!$. Relative error at most $2\cdot10^{-15}$, absolute where it is near 0. */
export const logPmf = (law: Poisson): ((k: number) => number) => {
  const lambda = law.mean;
  return remembered((k) => {
    if (!isCount(k)) return k !== k ? NaN : -Infinity;
    return k === 0 ? 0 - lambda : lambda === 0 ? -Infinity : logGammaPrefix(k, lambda);
  });
};

/** $Q(\lfloor x\rfloor + 1, \lambda)$, to full relative accuracy in the left tail. Accuracy as `gammaQ`. */
export const cdf = (law: Poisson): ((x: number) => number) => {
  const lambda = law.mean;
  return remembered((x) => (x < 0 ? 0 : x === Infinity ? 1 : gammaQ(Math.floor(x) + 1, lambda)));
};

/** $P(\lfloor x\rfloor + 1, \lambda)$, to full relative accuracy in the right tail. Accuracy as `gammaP`. */
export const sf = (law: Poisson): ((x: number) => number) => {
  const lambda = law.mean;
  return remembered((x) => (x < 0 ? 1 : x === Infinity ? 0 : gammaP(Math.floor(x) + 1, lambda)));
};

/** The logarithm of `cdf`, finite where it underflows. Accuracy as `logGammaQ`. */
export const logCdf = (law: Poisson): ((x: number) => number) => {
  const lambda = law.mean;
  return remembered((x) => (x < 0 ? -Infinity : x === Infinity ? 0 : logGammaQ(Math.floor(x) + 1, lambda)));
};

/** The logarithm of `sf`, finite where it underflows. Accuracy as `logGammaP`. */
export const logSf = (law: Poisson): ((x: number) => number) => {
  const lambda = law.mean;
  return remembered((x) => (x < 0 ? 0 : x === Infinity ? -Infinity : logGammaP(Math.floor(x) + 1, lambda)));
};

/** The Cornish-Fisher point of a standard normal quantile, rounded: nearly always the answer. */
const nearby = (lambda: number, z: number): number => {
  const k = Math.ceil(lambda + Math.sqrt(lambda) * z + (z * z - 1) / 6 - 0.5);
  return k > 0 ? k : 0;
};

/** The smallest $k$ with `cdf(k) >= p`, found by search from the Cornish-Fisher point. Infinity at 1. */
export const quantile = (law: Poisson): ((p: number) => number) => {
  const lambda = law.mean;
  const lower = cdf(law);
  return (p) => {
    if (!(p >= 0 && p <= 1)) return NaN;
    if (p === 0 || lambda === 0) return 0;
    return p === 1 ? Infinity : smallestInteger((k) => lower(k) >= p, nearby(lambda, normalQuantile(p)), 0);
  };
};

/** The smallest $k$ with `sf(k) <= q`, found by search from the Cornish-Fisher point. Infinity at 0. */
export const isf = (law: Poisson): ((q: number) => number) => {
  const lambda = law.mean;
  const upper = sf(law);
  return (q) => {
    if (!(q >= 0 && q <= 1)) return NaN;
    if (q === 1 || lambda === 0) return 0;
    return q === 0 ? Infinity : smallestInteger((k) => upper(k) <= q, nearby(lambda, -normalQuantile(q)), 0);
  };
};

/** $P(X = k)/P(X \ge k)$, rising to 1; in the right tail without forming either. Accuracy as `gammaPrefixOverP`. */
export const hazard = (law: Poisson): ((k: number) => number) => {
  const mass = pmf(law);
  const lambda = law.mean;
  return (k) => (k > 0 && lambda > 0 && isCount(k) ? gammaPrefixOverP(k, lambda) : mass(k));
};

/**
 * The logarithm of `hazard`; left of the mean by the logarithms of its parts, where it underflows. Error at most
 * $10^{-14}$ of the larger of 1 and the value.
 */
export const logHazard = (law: Poisson): ((k: number) => number) => {
  const lambda = law.mean;
  const logMass = logPmf(law);
  return (k) => {
    if (!(k > 0 && lambda > 0 && isCount(k))) return logMass(k);
    return k > lambda ? Math.log(gammaPrefixOverP(k, lambda)) : logMass(k) - logGammaP(k, lambda);
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Poisson) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\lambda$. */
export const mean = (law: Poisson): number => law.mean;

/** $\lambda$. */
export const variance = (law: Poisson): number => law.mean;

/** $\sqrt\lambda$. */
export const sd: (law: Poisson) => number = /* @__PURE__ */ sdOf(variance);

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: Poisson) => number = /* @__PURE__ */ medianOf(quantile);

/** $\lfloor\lambda\rfloor$, and $\lambda - 1$ too when $\lambda$ is a positive integer. */
export const mode = (law: Poisson): ReadonlyArray<number> => {
  const top = Math.floor(law.mean);
  return top === law.mean && top > 0 && top - 1 < top ? [top - 1, top] : [top];
};

/** From here on the entropy's asymptotic series is exact to the last place. */
const SERIES_FROM = 1000;

/**
 * The entropy in nats: the sum of $-p\ln p$ over the bulk, or from $\lambda = 1000$ on
 * $\frac12\ln(2\pi e\lambda) - \frac1{12\lambda} - \frac1{24\lambda^2} - \frac{19}{360\lambda^3} - \dots$
 * Relative error at most $10^{-14}$.
 */
export const entropy = (law: Poisson): number => {
  const lambda = law.mean;
  if (lambda === 0) return 0;
  if (lambda >= SERIES_FROM) {
    const r = 1 / lambda;
    return 0.5 * Math.log(lambda) + HALF_LOG_TWO_PI + 0.5 - r * (1 / 12 + r * (1 / 24 + r * (19 / 360 + r * (9 / 80))));
  }
  const mass = pmf(law);
  const logMass = logPmf(law);
  const reach = 12 * Math.sqrt(lambda) + 40;
  let sum = 0;
  for (let k = Math.max(0, Math.floor(lambda - reach)); k <= lambda + reach; k++) {
    const p = mass(k);
    if (p > 0) sum -= p * logMass(k);
  }
  return sum;
};

/** By sequential search from 0, for small means: about as many steps as the value drawn. */
const drawBySearch = (lambda: number) => (uniform: () => number) => {
  let left = uniform();
  let mass = Math.exp(-lambda);
  let k = 0;
  while (left > mass && mass > 0) {
    left -= mass;
    k += 1;
    mass *= lambda / k;
  }
  return k;
};

/** Transformed rejection (Hörmann's PTRS), for means from 10 on: about 1.1 pairs of uniforms a draw. */
const drawByRejection = (lambda: number): ((uniform: () => number) => number) => {
  // Not logPmf, which remembers: a law that mixes Poisson laws has another mean in every draw.
  const logMass = (k: number): number => (k === 0 ? -lambda : logGammaPrefix(k, lambda));
  const b = 0.931 + 2.53 * Math.sqrt(lambda);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  return (uniform) => {
    for (;;) {
      const u = uniform() - 0.5;
      const v = uniform();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + lambda + 0.43);
      if (us >= 0.07 && v <= quick) return k;
      if (k < 0 || (us < 0.013 && v > us)) continue;
      if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= logMass(k)) return k;
    }
  };
};

/**
 * One draw on a local generator, for samplers of laws that mix Poisson laws; users draw with `sample`.
 * @source Hörmann (1993), The transformed rejection method for generating Poisson random variables · doi:10.1016/0167-6687(93)90997-4
 * @category Randomness
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { sampleOf, rng } from 'lawful/law';
 * import { draw, poisson, sample } from 'lawful/laws/poisson';
 * const law = poisson(4);
 * if (law._tag === 'Right') expect(sampleOf(draw)(law.right)(rng(1))).toEqual(sample(law.right)(rng(1)));
 * ```
 */
export const draw: Draw<Poisson> = (law) => (law.mean < 10 ? drawBySearch(law.mean) : drawByRejection(law.mean));

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Poisson) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Poisson) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * Maximum likelihood: the sample mean, with standard error $\sqrt{\lambda/n}$, none at the edge $\lambda = 0$.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` (no count) at `sample`.
 * @category Estimation
 * @since 0.1.0
 */
export const fit: (sample: ArrayLike<number>) => Either<Failure, Fit<Poisson>> = /* @__PURE__ */ fitOf(
  /* @__PURE__ */ count([0, 100]),
  logPmf,
  1,
  (xs) => {
    const lambda = average(xs);
    return right({
      law: poisson(lambda),
      standardErrors: lambda > 0 ? { mean: Math.sqrt(lambda / xs.length) } : {},
    });
  },
);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const poissonLaw: DiscreteLaw<Poisson> = {
  kind: 'discrete',
  name: 'poisson',
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
