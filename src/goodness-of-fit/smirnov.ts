/**
 * Smirnov's one-sided statistic D+ = sup (F_n - F) of n observations from a continuous law F: its exact tail
 *
 *     P(D+ >= d) = sum over j <= n (1 - d) of nd / (nd + j) times the binomial probability of j under (n, d + j/n),
 *
 * a sum of positive terms, each from its own logarithm. For large n it is taken by quadrature.
 *
 * @source Birnbaum & Tingey (1951), One-sided confidence contours for probability distribution functions · doi:10.1214/aoms/1177729550
 */
import { logGammaPrefix, logSumExp, productError } from '../numeric/index.ts';

/** Up to here every term is summed, and never more terms. */
const ALL = 16384;

/** From this n d^2 on the terms of a long sum are a smooth hill; below it they fall off like j^(-3/2). */
const HILL = 0.25;

/** How far below the largest a term's logarithm is nothing. */
const NOTHING = 46;

/** How many terms at either end are summed one by one where there is no hill. */
const END = 2048;

/** A weighted term by its logarithm. */
type LogTerm = (j: number) => number;

/** ln of term j, j real; nd = high + low. */
const logTermOf = (n: number, high: number, low: number): LogTerm => {
  const whole = logGammaPrefix(n, n);
  return (j) => {
    const rest = n - j;
    const y = rest - high;
    if (!(y > 0)) return -Infinity;
    const x = j + high;
    // What x and y lack: the logarithm would magnify it nd times.
    const xLow = (j > high ? high - (x - j) : j - (x - high)) + low;
    const yLow = rest - y - high - low;
    return logGammaPrefix(j, x) + logGammaPrefix(rest, y) - whole + Math.log(high / x) + high * (yLow / y - xLow / x);
  };
};

/**
 * Where terms that rise and then fall over 0..last are largest: by differences over long steps first, for neighbours
 * among 1e15 terms differ by less than their roundings.
 */
const peakOf = (f: LogTerm, last: number): number => {
  let low = 0;
  let high = last;
  for (let step = Math.floor(last / 1024); ; step = Math.floor(step / 64)) {
    const s = Math.max(1, step);
    while (low < high) {
      const middle = Math.floor(low + (high - low) / 2);
      if (f(Math.min(last, middle + s)) > f(middle)) low = middle + 1;
      else high = middle;
    }
    if (s === 1) return low;
    // The peak is within a step to the right.
    high = Math.min(last, low + s);
    low = Math.max(0, low - 1);
  }
};

/** Every h-th term around the largest: for terms that vanish smoothly at both ends that is exact to rounding. */
const everyFew = (f: LogTerm, n: number, last: number): number => {
  const peak = peakOf(f, last);
  const top = f(peak);
  let width = 1;
  while (f(peak + width) > top - 0.5 && f(peak - width) > top - 0.5) width *= 2;
  const around = (h: number): ReadonlyArray<number> => {
    const terms = [top];
    for (const step of [h, -h]) {
      for (let j = peak + step; j >= 0 && j <= last && terms.length <= ALL; j += step) {
        const term = f(j);
        if (!(term > top - NOTHING)) break;
        terms.push(term);
      }
    }
    return terms;
  };
  // An end that counts is only met where the terms are few.
  let h = f(0) > top - NOTHING ? 1 : Math.max(1, Math.floor(Math.min(width / 8, n / 8192)));
  let terms = around(h);
  // Only where the terms' own roundings, for n near 1e16, made the hill look narrow.
  for (; terms.length > ALL; terms = around(h)) h *= 8;
  return logSumExp(Float64Array.from(terms)) + Math.log(h);
};

/** Nodes and weights of the Gauss-Legendre rule on [-1, 1], by Newton's method. */
const gaussLegendre = (size: number): ReadonlyArray<readonly [number, number]> =>
  Array.from({ length: size }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (size + 0.5));
    let slope = 1;
    for (let step = 0; step < 12; step++) {
      let p = 1;
      let before = 0;
      for (let k = 1; k <= size; k++) [p, before] = [((2 * k - 1) * x * p - (k - 1) * before) / k, p];
      slope = (size * (x * p - before)) / (x * x - 1);
      x -= p / slope;
    }
    return [x, 2 / ((1 - x * x) * slope * slope)] as const;
  });

/** The ends term by term, the middle by Euler and Maclaurin: an integral over panels that grow away from the ends. */
const endsAndMiddle = (f: LogTerm, n: number, last: number): number => {
  const from = END;
  const to = n - END;
  const terms: Array<number> = [];
  for (let j = 0; j < from; j++) terms.push(f(j));
  for (let j = to + 1; j <= last; j++) terms.push(f(j));
  const half = 0.5 * n;
  const least = f(half) - 2 * NOTHING;
  // Half the term at a border, and a twelfth of its slope.
  const border = (j: number, inwards: number): number => {
    const term = f(j);
    return term > least ? term + Math.log(0.5 - (inwards * (f(j + 1) - f(j - 1))) / 24) : -Infinity;
  };
  terms.push(border(from, 1), border(to, -1));
  const rule = gaussLegendre(20);
  for (let near = from; near < half; near *= 1.25) {
    const far = Math.min(half, 1.25 * near);
    const middle = 0.5 * (near + far);
    const radius = 0.5 * (far - near);
    for (const [x, weight] of rule) {
      const j = middle + radius * x;
      const log = Math.log(weight * radius);
      terms.push(f(j) + log, f(n - j) + log);
    }
  }
  return logSumExp(Float64Array.from(terms));
};

/** ln P(D+ >= d) for 0 < d < 1. */
const logTail = (n: number, d: number): number => {
  const high = n * d;
  const f = logTermOf(n, high, productError(n, d, high));
  const last = Math.min(n - 1, Math.floor(n - high));
  if (n <= ALL) return logSumExp(Float64Array.from({ length: last + 1 }, (_, j) => f(j)));
  return high * d >= HILL ? everyFew(f, n, last) : endsAndMiddle(f, n, last);
};

/** Whether n is a number of observations whose counts are all doubles. */
export const isSize = (n: number): boolean => n >= 1 && Number.isSafeInteger(n);

/**
 * $\ln P(D^+_n \ge d)$ for Smirnov's one-sided statistic $D^+_n = \sup_x (F_n(x) - F(x))$ of `n` independent observations
 * from a continuous law; $D^-_n$ has the same law.
 *
 * `NaN` unless `n` is a positive integer (at most $2^{53}-1$). By Birnbaum and Tingey's sum for every `n` and `d`: all
 * of it up to `n` = 16384, beyond by quadrature in bounded time. Error at most $10^{-14}$ relative to the larger of 1 and
 * the value.
 * @source Birnbaum & Tingey (1951) · doi:10.1214/aoms/1177729550
 * @category Distributions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { smirnovLogSf } from 'lawful/goodness-of-fit';
 * expect(smirnovLogSf(1000)(0.999)).toBeCloseTo(1000 * Math.log(0.001), 9);
 * ```
 */
export const smirnovLogSf =
  (n: number) =>
  (d: number): number => {
    if (!isSize(n) || d !== d) return NaN;
    if (d <= 0) return 0;
    return d < 1 ? Math.min(0, logTail(n, d)) : -Infinity;
  };

/**
 * $P(D^+_n \ge d)$, the p-value of Smirnov's one-sided statistic.
 *
 * Domain and method as {@link smirnovLogSf}. Relative error at most $(24 + 4|\ln \text{value}|)\,2^{-53}$ up to
 * `n` = 40000; it grows with $\ln n$.
 * @source Birnbaum & Tingey (1951) · doi:10.1214/aoms/1177729550
 * @category Distributions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { smirnovSf } from 'lawful/goodness-of-fit';
 * // Of one observation the statistic is 1 - U.
 * expect(smirnovSf(1)(0.3)).toBeCloseTo(0.7, 15);
 * ```
 */
export const smirnovSf = (n: number): ((d: number) => number) => {
  const log = smirnovLogSf(n);
  return (d) => Math.exp(log(d));
};
