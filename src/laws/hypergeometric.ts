/**
 * The hypergeometric law: successes among draws without replacement.
 *
 * A number of successes is a table of four counts with fixed margins: drawn and left, successes and failures. Its
 * probability is formed from how far the table is from independence, and the smaller tail is summed outward.
 *
 * @source Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, ch. 6
 * @module laws/hypergeometric
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  checkParameters,
  cumHazardOf,
  type DiscreteLaw,
  type Domain,
  type Draw,
  type Failure,
  medianOf,
  outOfDomain,
  type Parameters,
  remembered,
  type Rng,
  sampleNOf,
  sampleOf,
  sdOf,
  type Support,
} from '../law/index.ts';
import {
  cumulativeSums,
  guided,
  logTableProbability,
  normalQuantile,
  smallestInteger,
  tableProbability,
  tablesBeyond,
} from '../numeric/index.ts';

/**
 * The hypergeometric law: `draws` without replacement from a `population` that holds so many `successes`.
 * @category Model
 * @since 0.1.0
 */
export interface Hypergeometric {
  readonly _tag: 'Hypergeometric';
  readonly population: number;
  readonly successes: number;
  readonly draws: number;
}

/** The counts that doubles tell from their neighbours. */
const safe = (typical: readonly [number, number]): Domain => ({
  lower: 0,
  upper: 9007199254740991,
  closed: 'both',
  integer: true,
  typical,
});

/**
 * The domain of each parameter, the integers from 0 to $2^{53} - 1$; besides, `successes` and `draws` are at most
 * `population`.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Hypergeometric> = {
  population: /* @__PURE__ */ safe([100, 300]),
  successes: /* @__PURE__ */ safe([5, 95]),
  draws: /* @__PURE__ */ safe([5, 95]),
};

const of = (values: Omit<Hypergeometric, '_tag'>): Either<Failure, Hypergeometric> => {
  const checked = checkParameters('hypergeometric', parameters, values);
  if (checked._tag === 'Left') return checked;
  const { population, successes, draws } = checked.right;
  const most = `at most the population, ${population}`;
  if (successes > population) return left(outOfDomain('hypergeometric.successes', successes, most));
  if (draws > population) return left(outOfDomain('hypergeometric.draws', draws, most));
  return right({ _tag: 'Hypergeometric', population: population + 0, successes: successes + 0, draws: draws + 0 });
};

/**
 * The hypergeometric law: the number of successes among $n$ `draws` without replacement from a `population` of $N$ that
 * holds $K$ `successes`; integers below $2^{53}$, $K, n \le N$.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `hypergeometric.population`, `hypergeometric.successes`,
 * `hypergeometric.draws`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { hypergeometric, mean, pmf, sf } from 'lawful/laws/hypergeometric';
 * const law = hypergeometric(6, 3, 2);
 * if (law._tag === 'Right') {
 *   expect(pmf(law.right)(1)).toBeCloseTo(9 / 15, 15);
 *   expect(sf(law.right)(1)).toBeCloseTo(3 / 15, 15);
 *   expect(mean(law.right)).toBe(1);
 * }
 * ```
 */
export const hypergeometric = (population: number, successes: number, draws: number): Either<Failure, Hypergeometric> =>
  of({ population, successes, draws });

/** From $\max(0, n+K-N)$ to $\min(n, K)$. */
export const support = (law: Hypergeometric): Support => ({
  lower: Math.max(0, law.draws - (law.population - law.successes)),
  upper: Math.min(law.draws, law.successes),
});

/** A function of a table and, perhaps, of one number more. */
type OfTable = (a: number, b: number, c: number, d: number, last?: number) => number;

/** f of the table of k successes: k, those left, the failures drawn, those left. */
const atTable =
  ({ population, successes, draws }: Hypergeometric, f: OfTable) =>
  (k: number, last?: number): number =>
    f(k, successes - k, draws - k, population - successes - (draws - k), last);

/** Of all smaller counts over this one's probability; of all larger ones. */
const below = (law: Hypergeometric): ((k: number) => number) => atTable(law, tablesBeyond);
const above = (law: Hypergeometric): ((k: number) => number) => atTable(law, (a, b, c, d) => tablesBeyond(b, a, d, c));

/** The probability of one of the support's counts, which may be the only one; times a factor. */
const mass = (law: Hypergeometric): ((k: number, times?: number) => number) => {
  const { lower, upper } = support(law);
  return lower === upper ? () => 1 : atTable(law, tableProbability);
};
const logMass = (law: Hypergeometric): ((k: number) => number) => {
  const { lower, upper } = support(law);
  return lower === upper ? () => 0 : atTable(law, logTableProbability);
};

/** f at the integers of the support, `otherwise` elsewhere. */
const onSupport = (law: Hypergeometric, f: (k: number) => number, otherwise: number): ((k: number) => number) => {
  const { lower, upper } = support(law);
  return (k) => (k >= lower && k <= upper && Math.floor(k) === k ? f(k) : k === k ? otherwise : NaN);
};

/**
 * $\binom Kk\binom{N-K}{n-k}\big/\binom Nn$, as `tableProbability`. Relative error at most
 * $(16 + 4|\ln \text{value}|)$ units of $2^{-53}$.
 */
export const pmf = (law: Hypergeometric): ((k: number) => number) => remembered(onSupport(law, mass(law), 0));

/** The logarithm of `pmf`, finite where that underflows. Error at most $2\cdot10^{-15}$ of the larger of 1 and the value. */
export const logPmf = (law: Hypergeometric): ((k: number) => number) =>
  remembered(onSupport(law, logMass(law), -Infinity));

/** P(X <= k) or P(X > k) inside the support: the smaller of them by its sum, the other as what that leaves. */
const tail = (law: Hypergeometric, lowerWanted: boolean): ((k: number) => number) => {
  const middle = mean(law) - 0.5;
  const [f, down, up] = [mass(law), below(law), above(law)];
  return (k) => {
    const isLower = k < middle;
    const smaller = isLower ? f(k, 1 + down(k)) : f(k + 1, 1 + up(k + 1));
    return isLower === lowerWanted ? smaller : 1 - smaller;
  };
};

/** ln P(X <= k) and ln P(X > k), from the smaller of them. */
const logs = (law: Hypergeometric, lowerWanted: boolean): ((k: number) => number) => {
  const middle = mean(law) - 0.5;
  const [f, logF, down, up] = [mass(law), logMass(law), below(law), above(law)];
  return (k) => {
    const isLower = k < middle;
    const at = isLower ? k : k + 1;
    const beyond = isLower ? down(at) : up(at);
    return isLower === lowerWanted ? logF(at) + Math.log1p(beyond) : Math.log1p(-f(at, 1 + beyond)) + 0;
  };
};

/** f at the integer below x inside the support, `before` it and `after` it. */
const onSteps = (law: Hypergeometric, f: (k: number) => number, before: number, after: number) => {
  const { lower, upper } = support(law);
  return remembered((x) => (x < lower ? before : x >= upper ? after : x === x ? f(Math.floor(x)) : NaN));
};

/**
 * $P(X \le x)$: the sum from $x$ outward, or 1 less the other side's. Relative error at most
 * $(100 + 4|\ln \text{value}|)$ units of $2^{-53}$.
 */
export const cdf = (law: Hypergeometric): ((x: number) => number) => onSteps(law, tail(law, true), 0, 1);

/** $P(X > x)$: the sum from $x$ outward, or 1 less the other side's. Accuracy as `cdf`. */
export const sf = (law: Hypergeometric): ((x: number) => number) => onSteps(law, tail(law, false), 1, 0);

/** The logarithm of `cdf`, finite where it underflows. Relative error at most $10^{-14}$; above $-\ln2$ as `sf`. */
export const logCdf = (law: Hypergeometric): ((x: number) => number) => onSteps(law, logs(law, true), -Infinity, 0);

/** The logarithm of `sf`, finite where it underflows. Relative error at most $10^{-14}$; above $-\ln2$ as `cdf`. */
export const logSf = (law: Hypergeometric): ((x: number) => number) => onSteps(law, logs(law, false), 0, -Infinity);

/** The Cornish-Fisher point of a standard normal quantile. */
const nearby = (law: Hypergeometric): ((z: number) => number) => {
  const { population: n, successes, draws } = law;
  const [centre, spread] = [mean(law), sd(law)];
  const skew = n > 2 && spread > 0 ? ((1 - (2 * successes) / n) * (1 - (2 * draws) / n)) / spread : 0;
  return (z) => centre + spread * (z + (skew * (z * z - 1)) / 6) - 0.5;
};

/** The smallest $k$ with `cdf(k) >= p`, found by search from the Cornish-Fisher point. */
export const quantile = (law: Hypergeometric): ((p: number) => number) => {
  const { lower, upper } = support(law);
  const start = nearby(law);
  const under = cdf(law);
  return (p) => {
    if (!(p >= 0 && p <= 1)) return NaN;
    if (p === 0 || p === 1) return p === 0 ? lower : upper;
    return smallestInteger((k) => under(k) >= p, Math.min(Math.ceil(start(normalQuantile(p))), upper), lower);
  };
};

/** The smallest $k$ with `sf(k) <= q`, found by search from the Cornish-Fisher point. */
export const isf = (law: Hypergeometric): ((q: number) => number) => {
  const { lower, upper } = support(law);
  const start = nearby(law);
  const over = sf(law);
  return (q) => {
    if (!(q >= 0 && q <= 1)) return NaN;
    if (q === 0 || q === 1) return q === 0 ? upper : lower;
    return smallestInteger((k) => over(k) <= q, Math.min(Math.ceil(start(-normalQuantile(q))), upper), lower);
  };
};

/** In the right tail from P(X > k) over the mass at k, elsewhere from k. */
const hazardBy = (
  law: Hypergeometric,
  inTail: (beyond: number) => number,
  inBody: (k: number) => number,
  none: number,
  sure: number,
): ((k: number) => number) => {
  const { lower, upper } = support(law);
  const middle = mean(law) + 0.5;
  const up = above(law);
  return (k) => {
    if (k >= upper) return sure;
    if (!(k >= lower && Math.floor(k) === k)) return k === k ? none : NaN;
    return k >= middle ? inTail(up(k)) : inBody(k);
  };
};

/** $P(X = k)/P(X \ge k)$, in the right tail without forming either; 1 from the last count on. Relative error as `cdf`. */
export const hazard = (law: Hypergeometric): ((k: number) => number) => {
  const [f, over] = [mass(law), sf(law)];
  return hazardBy(
    law,
    (beyond) => 1 / (1 + beyond),
    (k) => f(k) / over(k - 1),
    0,
    1,
  );
};

/** The logarithm of `hazard`, finite where that underflows. Error at most $10^{-14}$ of the larger of 1 and the value. */
export const logHazard = (law: Hypergeometric): ((k: number) => number) => {
  const [logF, logOver] = [logMass(law), logSf(law)];
  return hazardBy(
    law,
    (beyond) => 0 - Math.log1p(beyond),
    (k) => logF(k) - logOver(k - 1),
    -Infinity,
    0,
  );
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Hypergeometric) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $nK/N$; 0 in an empty population. Relative error at most 2 units of $2^{-53}$. */
export const mean = (law: Hypergeometric): number =>
  law.population === 0 ? 0 : (law.draws * law.successes) / law.population;

/** $n\frac KN\frac{N-K}N\frac{N-n}{N-1}$. Relative error at most 8 units of $2^{-53}$. */
export const variance = (law: Hypergeometric): number => {
  const { population: n, successes, draws } = law;
  return n < 2 ? 0 : ((mean(law) * (n - successes)) / n) * ((n - draws) / (n - 1));
};

/** {@inheritDoc law.Vocabulary.sd} */
export const sd: (law: Hypergeometric) => number = /* @__PURE__ */ sdOf(variance);

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: Hypergeometric) => number = /* @__PURE__ */ medianOf(quantile);

/** $\lfloor(n+1)(K+1)/(N+2)\rfloor$, and the count before it too where that is an integer before rounding. */
export const mode = (law: Hypergeometric): ReadonlyArray<number> => {
  // In exact integers: the product has up to 106 bits.
  const product = (BigInt(law.draws) + 1n) * (BigInt(law.successes) + 1n);
  const divisor = BigInt(law.population) + 2n;
  const top = Number(product / divisor);
  return product % divisor === 0n ? [top - 1, top] : [top];
};

/**
 * The entropy in nats: the sum of $-p\ln p$ over the bulk; where the standard deviation is above 8, over every $h$-th
 * count only, $h$ times, with $h$ a quarter of it: a sum over so smooth a function is the same for every such step, to
 * $e^{-300}$. Relative error at most $10^{-14}$.
 */
export const entropy = (law: Hypergeometric): number => {
  const { lower, upper } = support(law);
  const centre = mode(law).at(-1) ?? lower;
  const stride = Math.max(1, Math.floor(sd(law) / 4));
  const reach = 12 * sd(law) + 60;
  // Inside the support: past 2^53 a count and the next are one.
  const from = centre - stride * Math.floor(Math.min(reach, centre - lower) / stride);
  const to = Math.min(upper, centre + reach);
  const [f, logF] = [mass(law), logMass(law)];
  let sum = 0;
  let others = 0;
  for (let k = from; k <= to; k += stride) {
    const p = k === centre ? 0 : f(k);
    if (p > 0) sum -= p * logF(k);
    others += p;
  }
  // The logarithm of a probability near 1 is what the others leave.
  const most = f(centre);
  return stride * (sum - most * (most > 0.5 ? Math.log1p(-others) : logF(centre)));
};

/** From this standard deviation on by rejection, below it from a table of the bulk. */
const TABLE_UP_TO = 64;

/** By inversion from a guide table of every count that is worth a uniform. */
const drawFromTable = (law: Hypergeometric): ((uniform: () => number) => number) => {
  const centre = mode(law).at(-1) ?? 0;
  const { lower, upper } = support(law);
  const f = onSupport(law, mass(law), 0);
  const least = f(centre) * 2 ** -70;
  const from = smallestInteger((k) => k >= centre || f(k) > least, centre - 1, lower);
  const to = smallestInteger((k) => k >= upper || (k > centre && f(k + 1) <= least), centre + 1, centre);
  const sums = cumulativeSums(Float64Array.from({ length: to - from + 1 }, (_, i) => f(from + i)));
  const total = sums[sums.length - 1];
  const index = guided(sums.map((s, i) => (i === sums.length - 1 ? 1 : Math.min(1, s / total))));
  return (uniform) => from + index(uniform());
};

/** By ratio of uniforms (Stadlober): about 1.4 pairs of uniforms a draw. */
const drawByRejection = (law: Hypergeometric): ((uniform: () => number) => number) => {
  const logF = logPmf(law);
  const top = logF(mode(law).at(-1) ?? 0);
  const centre = mean(law) + 0.5;
  // 2 sqrt(2/e) standard deviations and 3 - 2 sqrt(3/e) counts.
  const width = 1.7155277699214135 * Math.sqrt(variance(law) + 0.5) + 0.8989161620588988;
  return (uniform) => {
    for (;;) {
      const u = uniform();
      const k = Math.floor(centre + (width * (uniform() - 0.5)) / u);
      if (2 * Math.log(u) <= logF(k) - top) return k;
    }
  };
};

/** @source Stadlober (1990), The ratio of uniforms approach for generating discrete random variates · doi:10.1016/0377-0427(90)90349-5 */
const draw: Draw<Hypergeometric> = (law) => (sd(law) <= TABLE_UP_TO ? drawFromTable(law) : drawByRejection(law));

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Hypergeometric) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Hypergeometric) => (n: number) => State<Rng, Float64Array> =
  /* @__PURE__ */ sampleNOf(draw);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const hypergeometricLaw: DiscreteLaw<Hypergeometric> = {
  kind: 'discrete',
  name: 'hypergeometric',
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
