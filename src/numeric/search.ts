/** How many of a sorted array's values lie at or below, or strictly below, a point. */

/**
 * The number of knots `<= x` in an ascending array: the index where an equal value would be put last.
 * @category Searching
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { countAtMost } from 'lawful/numeric';
 * expect(countAtMost(Float64Array.of(1, 2, 2, 5), 2)).toBe(3);
 * ```
 */
export const countAtMost = (knots: Float64Array, x: number): number => {
  let lower = 0;
  let upper = knots.length;
  while (lower < upper) {
    const middle = (lower + upper) >>> 1;
    if (knots[middle] <= x) lower = middle + 1;
    else upper = middle;
  }
  return lower;
};

/**
 * The number of knots `< x` in an ascending array: the index where an equal value would be put first.
 * @category Searching
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { countBelow } from 'lawful/numeric';
 * expect(countBelow(Float64Array.of(1, 2, 2, 5), 2)).toBe(1);
 * ```
 */
export const countBelow = (knots: Float64Array, x: number): number => {
  let lower = 0;
  let upper = knots.length;
  while (lower < upper) {
    const middle = (lower + upper) >>> 1;
    if (knots[middle] < x) lower = middle + 1;
    else upper = middle;
  }
  return lower;
};

/** How many points a knot must be asked for before a guide table pays. */
const GUIDE_AT = 1 / 8;

const isAscending = (points: Float64Array): boolean => {
  for (let i = 1; i < points.length; i++) if (points[i] < points[i - 1]) return false;
  return true;
};

/** Points in ascending order: one walk along both arrays. */
const merge = (knots: Float64Array, points: Float64Array, inclusive: boolean): Float64Array => {
  const out = new Float64Array(points.length);
  let j = 0;
  for (let i = 0; i < points.length; i++) {
    const x = points[i];
    if (inclusive) while (j < knots.length && knots[j] <= x) j++;
    else while (j < knots.length && knots[j] < x) j++;
    out[i] = j;
  }
  return out;
};

/**
 * Points in any order: the middle 98 % of the knots are laid over equal cells, each of which remembers where its knots
 * begin; the search starts there. Uneven knots only make the cells' searches longer, up to a plain bisection.
 */
const guided = (knots: Float64Array, points: Float64Array, inclusive: boolean): Float64Array => {
  const n = knots.length;
  const first = Math.floor(n * 0.01);
  const last = n - 1 - first;
  const origin = knots[first];
  const cells = Math.ceil(n / 4);
  const scale = cells / (knots[last] - origin);
  const cell = (x: number): number => Math.floor((x - origin) * scale);
  const begins = new Uint32Array(cells + 2).fill(first);
  for (let j = first; j <= last; j++) begins[cell(knots[j]) + 1] = j + 1;
  for (let c = 1; c < begins.length; c++) if (begins[c] < begins[c - 1]) begins[c] = begins[c - 1];
  const out = new Float64Array(points.length);
  for (let i = 0; i < points.length; i++) {
    const x = points[i];
    let lower = 0;
    let upper = n;
    if (x >= origin && x < knots[last]) {
      const c = cell(x);
      lower = begins[c];
      upper = begins[c + 1];
    } else if (x < origin) upper = first;
    else lower = last;
    while (lower < upper) {
      const middle = (lower + upper) >>> 1;
      if (inclusive ? knots[middle] <= x : knots[middle] < x) lower = middle + 1;
      else upper = middle;
    }
    out[i] = lower;
  }
  return out;
};

/**
 * For every point, the number of knots at or below it (`inclusive`), or strictly below it.
 *
 * O(N + M) when the points ascend; otherwise about one look-up a point through a guide table, and bisection where few
 * points are asked. The knots ascend, are distinct and, like the points, free of NaN; both may be infinite.
 * @category Searching
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { countAll } from 'lawful/numeric';
 * expect([...countAll(Float64Array.of(1, 2, 5), Float64Array.of(5, 0, 2), true)]).toEqual([3, 0, 2]);
 * ```
 */
export const countAll = (knots: Float64Array, points: Float64Array, inclusive: boolean): Float64Array => {
  const few = points.length < knots.length * GUIDE_AT;
  if (!few && isAscending(points)) return merge(knots, points, inclusive);
  const trimmed = Math.floor(knots.length * 0.01);
  const span = knots[knots.length - 1 - trimmed] - knots[trimmed];
  const spreads = knots.length >= 64 && span > 0 && Number.isFinite(span) && Number.isFinite(knots.length / span);
  if (!few && spreads) return guided(knots, points, inclusive);
  return inclusive ? points.map((x) => countAtMost(knots, x)) : points.map((x) => countBelow(knots, x));
};
