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
const GUIDE_AT = 0.125;

/** The share of the knots, at either end, that the guide table leaves to bisection: tails would stretch its cells. */
const TRIM = 0.01;

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

/** Groups into which points are put before they are looked up, so that neighbours in memory are asked together. */
const GROUPS = 512;

/** The points group by group: `values[k]` was `points[index[k]]`. Points below and above all groups have their own. */
const grouped = (
  points: Float64Array,
  origin: number,
  end: number,
): { readonly values: Float64Array; readonly index: Uint32Array } => {
  const scale = GROUPS / (end - origin);
  const group = new Uint16Array(points.length);
  const next = new Uint32Array(GROUPS + 3);
  for (let i = 0; i < points.length; i++) {
    const x = points[i];
    const g = x < origin ? 0 : x >= end ? GROUPS + 1 : 1 + Math.floor((x - origin) * scale);
    group[i] = g;
    next[g + 1]++;
  }
  for (let g = 0; g < GROUPS + 2; g++) next[g + 1] += next[g];
  const values = new Float64Array(points.length);
  const index = new Uint32Array(points.length);
  for (let i = 0; i < points.length; i++) {
    const k = next[group[i]]++;
    values[k] = points[i];
    index[k] = i;
  }
  return { values, index };
};

/**
 * Points in any order. The middle 98 % of the knots are laid over equal cells, each of which remembers where its knots
 * begin; a search starts there. Uneven knots only make the cells' searches longer, up to a plain bisection.
 */
const guided = (knots: Float64Array, points: Float64Array, inclusive: boolean): Float64Array => {
  const n = knots.length;
  const first = Math.floor(n * TRIM);
  const last = n - 1 - first;
  const origin = knots[first];
  const end = knots[last];
  const cells = Math.ceil(n / 2);
  const scale = cells / (end - origin);
  const begins = new Uint32Array(cells + 2).fill(first);
  for (let j = first; j <= last; j++) begins[Math.floor((knots[j] - origin) * scale) + 1] = j + 1;
  for (let c = 1; c < begins.length; c++) if (begins[c] < begins[c - 1]) begins[c] = begins[c - 1];
  const { values, index } = grouped(points, origin, end);
  const out = new Float64Array(points.length);
  for (let i = 0; i < values.length; i++) {
    const x = values[i];
    let lower = last;
    let upper = n;
    if (x < origin) {
      lower = 0;
      upper = first;
    } else if (x < end) {
      const c = Math.floor((x - origin) * scale);
      lower = begins[c];
      upper = begins[c + 1];
    }
    while (upper - lower > 8) {
      const middle = (lower + upper) >>> 1;
      if (inclusive ? knots[middle] <= x : knots[middle] < x) lower = middle + 1;
      else upper = middle;
    }
    while (lower < upper && (inclusive ? knots[lower] <= x : knots[lower] < x)) lower++;
    out[index[i]] = lower;
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
  const trimmed = Math.floor(knots.length * TRIM);
  const span = knots[knots.length - 1 - trimmed] - knots[trimmed];
  const spreads =
    knots.length >= 64 && span > 0 && Number.isFinite(span) && Number.isFinite(Math.max(GROUPS, knots.length) / span);
  if (!few && spreads) return guided(knots, points, inclusive);
  return inclusive ? points.map((x) => countAtMost(knots, x)) : points.map((x) => countBelow(knots, x));
};
