/**
 * The law of Kolmogorov and Smirnov's two-sided statistic D = sup |F_n - F| of n observations from a continuous law F,
 * both of its tails, exact wherever that can be had in bounded time.
 *
 * @source Simard & L'Ecuyer (2011), Computing the two-sided Kolmogorov-Smirnov distribution · doi:10.18637/jss.v039.i11
 */
import { HALF_LOG_TWO_PI, productError, stirlingError } from '../numeric/index.ts';
import { bandProbability } from './band-recursion.ts';
import { lowerTail } from './lower-tail.ts';
import { pelzGoodCdf } from './pelz-good.ts';
import { isSize, smirnovLogSf } from './smirnov.ts';

/** From n d^2 = 6 on the two one-sided events together are less than 2e-16 of either, for large n from 4.2 on 1e-11. */
const APART = 6;
const APART_LARGE = 4.2;

/** About the square of the median of sqrt(n) D: which tail the recursion is asked for. */
const MIDDLE = 0.7;

/** The recursion takes time in proportion to n times nd: so far about 0.2 s. */
const STEPS = 1e6;

/** Up to this n d^2 one eigenvalue outweighs the others by 3e-10; its rounding grows with n, to 1e-6 at this n. */
const FAR = 0.17;
const MOST = 1e10;

/** Either tail, whichever is the smaller, or the right one by its logarithm. */
type Tail =
  | { readonly _tag: 'Cdf'; readonly value: number }
  | { readonly _tag: 'Sf'; readonly value: number }
  | { readonly _tag: 'LogSf'; readonly value: number };

/** n! (2d - 1/n)^n, for 1/2 < nd <= 1. */
const leastTail = (n: number, high: number, low: number): number =>
  Math.exp(n * (Math.log(2 * high - 1 + 2 * low) - 1) + 0.5 * Math.log(n) + HALF_LOG_TWO_PI + stirlingError(n));

const tailOf = (n: number, d: number): Tail => {
  if (!isSize(n) || d !== d) return { _tag: 'Cdf', value: NaN };
  if (d <= 0) return { _tag: 'Cdf', value: 0 };
  if (d >= 1) return { _tag: 'Sf', value: 0 };
  const high = n * d;
  const low = productError(n, d, high);
  if (high - 0.5 + low <= 0) return { _tag: 'Cdf', value: 0 };
  const square = high * d;
  const recursive = n * high <= STEPS;
  if (high - 1 + low <= 0 && d < 0.75) return { _tag: 'Cdf', value: leastTail(n, high, low) };
  // At most one of the two one-sided events can happen where d >= 1/2.
  if (d >= 0.5 || square >= (recursive ? APART : APART_LARGE)) {
    return { _tag: 'LogSf', value: Math.LN2 + smirnovLogSf(n)(d) };
  }
  if (!recursive) {
    const eigenvalue = square <= FAR && n <= MOST && high > 4;
    const value = eigenvalue ? lowerTail(n, high, low) : pelzGoodCdf(n, Math.sqrt(n) * d);
    return { _tag: 'Cdf', value: Math.max(0, value) };
  }
  const { value, shifts } = bandProbability(n, high, low, square > MIDDLE);
  return square > MIDDLE ? { _tag: 'Sf', value } : { _tag: 'Cdf', value: value * 10 ** (100 * shifts) };
};

/**
 * $P(D_n \le d)$ for Kolmogorov and Smirnov's two-sided statistic $D_n = \sup_x |F_n(x) - F(x)|$ of `n` independent
 * observations from a continuous law.
 *
 * `NaN` unless `n` is a positive integer (at most $2^{53}-1$). Exact by a recursion of positive terms while $n^2 d \le 10^6$,
 * by the one-sided law where the two sides exclude each other, else by the largest eigenvalue of Durbin's matrix in the
 * lower tail and Pelz and Good's expansion in the middle; at most some 0.3 s for any `n`. Relative error at most
 * $10^{-12}$ for $n \le 10^4$ while $n^2 d \le 10^6$, and $10^{-7}$ otherwise for $n \le 10^9$.
 * @source Durbin (1973), Distribution theory for tests based on the sample distribution function
 * @source Pelz & Good (1976) · doi:10.1111/j.2517-6161.1976.tb01579.x
 * @source Simard & L'Ecuyer (2011) · doi:10.18637/jss.v039.i11
 * @category Distributions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ksCdf } from 'lawful/goodness-of-fit';
 * expect(ksCdf(10)(0.274)).toBeCloseTo(0.628479615456504, 13);
 * ```
 */
export const ksCdf =
  (n: number) =>
  (d: number): number => {
    const { _tag, value } = tailOf(n, d);
    return _tag === 'Cdf' ? value : _tag === 'Sf' ? 1 - value : -Math.expm1(value);
  };

/**
 * $P(D_n \ge d)$, the two-sided p-value, to full relative accuracy in the right tail.
 *
 * Domain, methods and accuracy as {@link ksCdf}.
 * @source Simard & L'Ecuyer (2011) · doi:10.18637/jss.v039.i11
 * @category Distributions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ksSf } from 'lawful/goodness-of-fit';
 * expect(ksSf(100)(0.3) / 1.771986989266292e-8).toBeCloseTo(1, 12);
 * ```
 */
export const ksSf =
  (n: number) =>
  (d: number): number => {
    const { _tag, value } = tailOf(n, d);
    return _tag === 'Cdf' ? 1 - value : _tag === 'Sf' ? value : Math.exp(value);
  };

/**
 * $\ln P(D_n \ge d)$, finite where the p-value underflows.
 *
 * Domain and methods as {@link ksCdf}. Error at most $10^{-12}$ for $n \le 10^4$ while $n^2 d \le 10^6$, and $10^{-7}$
 * otherwise, relative to the larger of 1 and the value where that is below $-\ln 2$, and to the value above.
 * @source Simard & L'Ecuyer (2011) · doi:10.18637/jss.v039.i11
 * @category Distributions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ksLogSf } from 'lawful/goodness-of-fit';
 * expect(ksLogSf(1000)(0.999)).toBeCloseTo(Math.LN2 + 1000 * Math.log(0.001), 9);
 * ```
 */
export const ksLogSf =
  (n: number) =>
  (d: number): number => {
    const { _tag, value } = tailOf(n, d);
    return _tag === 'Cdf' ? Math.log1p(-value) + 0 : _tag === 'Sf' ? Math.log(value) : value;
  };
