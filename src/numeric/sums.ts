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
