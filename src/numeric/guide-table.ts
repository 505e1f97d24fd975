/** The inverse of a distribution function on few points, for drawing from it. */

/**
 * The index of the first of the cumulative sums that is at least `u`, as a function of `u` in (0, 1]: ascending sums of
 * which the last is 1.
 *
 * A table of as many entries as there are sums says where to begin, so that fewer than two steps are needed on average
 * over uniform `u`, however many sums there are. An entry whose sum is that of the one before it is never found. Exact.
 * @source Chen & Asau (1974), On generating random variates from an empirical distribution · doi:10.1080/05695557408974949
 * @category Searching
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { guided } from 'lawful/numeric';
 * expect([0.1, 0.2, 0.21, 1].map(guided(Float64Array.of(0.2, 0.2, 0.9, 1)))).toEqual([0, 0, 2, 3]);
 * ```
 */
export const guided = (cumulative: Float64Array): ((u: number) => number) => {
  const n = cumulative.length;
  const guide = new Int32Array(n + 1);
  let k = 0;
  for (let j = 0; j <= n; j++) {
    // Four units to spare: u * n may have been rounded up into this cell.
    while (k < n - 1 && cumulative[k] * n < j * (1 - 4e-16)) k++;
    guide[j] = k;
  }
  return (u) => {
    let i = guide[Math.floor(u * n)];
    while (i < n - 1 && cumulative[i] < u) i++;
    return i;
  };
};
