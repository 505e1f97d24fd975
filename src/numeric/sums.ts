/** Sums that keep what each addition rounds away. */

/**
 * The running sums of non-negative numbers by Neumaier's compensated summation: entry k is the sum of the first k + 1,
 * never below the one before it.
 *
 * Relative error about $2^{-53}$, whatever the length.
 * @source Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen · doi:10.1002/zamm.19740540106
 * @category Sums
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cumulativeSums } from 'lawful/numeric';
 * expect([...cumulativeSums(Float64Array.of(1, 1e-16, 1e-16, 1e-16))][3]).toBe(1.0000000000000002);
 * ```
 */
export const cumulativeSums = (xs: Float64Array): Float64Array => {
  const out = new Float64Array(xs.length);
  let sum = 0;
  let lost = 0;
  let previous = 0;
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i];
    const next = sum + x;
    lost += sum >= x ? sum - next + x : x - next + sum;
    sum = next;
    previous = Math.max(previous, sum + lost);
    out[i] = previous;
  }
  return out;
};

/** The sum of scale * x, compensated; where that leaves the doubles, what plain addition makes of it. */
const compensated = (xs: Float64Array, scale: number): number => {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i] * scale;
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
};

/** The sum over a divisor; no array is long enough for it to overflow after the scaling. */
const share = (xs: Float64Array, divisor: number): number => {
  const plain = compensated(xs, 1);
  return Number.isFinite(plain) ? plain / divisor : (compensated(xs, 2 ** -40) / divisor) * 2 ** 40;
};

/**
 * The sum of numbers of any sign by Neumaier's compensated summation; 0 of none.
 *
 * Error at most $2^{-53}|\sum x_i| + n^2\,2^{-106}\sum|x_i|$: as if summed in twice the precision. A partial sum that
 * overflows costs nothing while the whole is a double. Infinities add up as such, to NaN where both signs occur.
 * @source Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen · doi:10.1002/zamm.19740540106
 * @category Sums
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { sum } from 'lawful/numeric';
 * expect(sum(Float64Array.of(1, 1e100, 1, -1e100))).toBe(2);
 * expect(sum(Float64Array.of(1e308, 1e308, -1.5e308))).toBe(5e307);
 * ```
 */
export const sum = (xs: Float64Array): number => share(xs, 1);

/**
 * The arithmetic mean of numbers of any sign, by {@link sum}, also where the sum would overflow; NaN of none.
 *
 * Relative error at most 3 units of $2^{-53}$ where the numbers have one sign.
 * @category Sums
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { mean } from 'lawful/numeric';
 * expect(mean(Float64Array.of(1e308, 1.5e308))).toBe(1.25e308);
 * ```
 */
export const mean = (xs: Float64Array): number => share(xs, xs.length);

/**
 * The square root of the mean of squares, scaled so that no square over- or underflows; 0 of none.
 *
 * Relative error at most 6 units of $2^{-53}$.
 * @category Sums
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { rootMeanSquare } from 'lawful/numeric';
 * expect(rootMeanSquare(Float64Array.of(3e200, -4e200))).toBeCloseTo(5e200 / Math.SQRT2, -186);
 * ```
 */
export const rootMeanSquare = (xs: Float64Array): number => {
  const size = xs.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  if (size === 0 || size === Infinity) return size;
  return size * Math.sqrt(mean(xs.map((x) => (x / size) * (x / size))));
};
