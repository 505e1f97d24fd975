/**
 * Sorting of doubles by their bits: a radix sort about twice as fast as the engine's own on large arrays, and the
 * permutation that sorts.
 *
 * With the sign folded in, the bits of a double order like an unsigned integer. Three stable passes sort by the upper 32
 * bits, after one more over the next 11 when a look at some values says that many agree in those 32. What is still out
 * of order is put right by insertion, and where that would be long work by the engine's sort, so that the worst case
 * stays O(n log n).
 *
 * Values may be infinite. NaN and -0 are not expected: `floats` keeps them out.
 */

const BUCKETS = 2048;
const PASSES = 4;

/** Below this length the engine's own sort is faster. */
const SMALL = 4096;

/** Moves allowed to the insertion pass, a value. */
const PATIENCE = 8;

/** Which word of a double holds its low bits: the first on every engine in use, the second on a big-endian one. */
const LOW: number = /* @__PURE__ */ (() => (new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1))();
const HIGH: number = /* @__PURE__ */ (() => 1 - LOW)();

/** The high word with the sign folded in, so that it orders like an unsigned integer. */
const folded = (high: number): number => high ^ ((high >> 31) | -2147483648);

/** The digit of the pass below the high word: the upper 11 bits of the low one. */
const lowDigit = (low: number, high: number): number => ((low >>> 21) ^ (high >> 31)) & 2047;

/** How far up in the folded high word the digits of the other passes lie; the last has 10 bits. */
const SHIFTS = [0, 0, 11, 22];

/** How many values are looked at before the passes are chosen. */
const LOOK = 1024;

/**
 * Whether the high words leave more than about one neighbour a value undecided: the pairs that agree in them and differ
 * below, among evenly spaced values.
 */
const isCrowded = (values: Float64Array): boolean => {
  const seen = Float64Array.from({ length: LOOK }, (_, i) => values[Math.floor((i / LOOK) * values.length)]).sort();
  const words = new Uint32Array(seen.buffer);
  let pairs = 0;
  for (let i = 1; i < LOOK; i++) {
    if (seen[i] !== seen[i - 1] && words[2 * i + HIGH] === words[2 * i - 2 + HIGH]) pairs++;
  }
  return pairs * values.length > LOOK * LOOK;
};

/** For each pass, where each bucket begins; a pass that can be left out is an empty array. */
const bucketStarts = (values: Float64Array): ReadonlyArray<Uint32Array> => {
  const n = values.length;
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * n);
  const [c0, c1, c2, c3] = [0, 1, 2, 3].map(() => new Uint32Array(BUCKETS)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  for (let i = 0; i < n; i++) {
    const key = folded(words[2 * i + HIGH]);
    c1[key & 2047]++;
    c2[(key >>> 11) & 2047]++;
    c3[key >>> 22]++;
  }
  if (isCrowded(values)) for (let i = 0; i < n; i++) c0[lowDigit(words[2 * i + LOW], words[2 * i + HIGH])]++;
  else c0[0] = n;
  return [c0, c1, c2, c3].map((counts) => {
    let start = 0;
    for (let k = 0; k < BUCKETS; k++) {
      const size = counts[k];
      if (size === n) return new Uint32Array(0);
      counts[k] = start;
      start += size;
    }
    return counts;
  });
};

/** Insertion sort of what is almost sorted; false when it would take more than PATIENCE moves a value. */
const finish = (values: Float64Array): boolean => {
  let budget = PATIENCE * values.length;
  for (let i = 1; i < values.length; i++) {
    const v = values[i];
    let j = i;
    while (j > 0 && values[j - 1] > v) {
      values[j] = values[j - 1];
      j--;
    }
    values[j] = v;
    budget -= i - j;
    if (budget < 0) return false;
  }
  return true;
};

/**
 * The values in ascending order, as a new array. The input has no NaN and no -0.
 *
 * O(n) for values that spread, O(n log n) at worst.
 * @category Sorting
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { sorted } from 'lawful/numeric';
 * expect([...sorted(Float64Array.of(3, -Infinity, 2, 1e-300))]).toEqual([-Infinity, 1e-300, 2, 3]);
 * ```
 */
export const sorted = (xs: Float64Array): Float64Array => {
  const n = xs.length;
  if (n < SMALL) return xs.slice().sort();
  const starts = bucketStarts(xs);
  let from: Float64Array = xs;
  let to = new Float64Array(n);
  let spare = new Float64Array(n);
  for (let pass = 0; pass < PASSES; pass++) {
    const next = starts[pass] as Uint32Array;
    if (next.length === 0) continue;
    const words = new Uint32Array(from.buffer, from.byteOffset, 2 * n);
    const shift = SHIFTS[pass] as number;
    if (pass === 0) for (let i = 0; i < n; i++) to[next[lowDigit(words[2 * i + LOW], words[2 * i + HIGH])]++] = from[i];
    else for (let i = 0; i < n; i++) to[next[(folded(words[2 * i + HIGH]) >>> shift) & 2047]++] = from[i];
    from = to;
    [to, spare] = [spare, to];
  }
  const out = from === xs ? xs.slice() : from;
  return finish(out) ? out : out.sort();
};

/**
 * The permutation that sorts, stable: `order[k]` is the index of the k-th smallest value. The input has no NaN and no -0.
 * @category Sorting
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { order } from 'lawful/numeric';
 * expect([...order(Float64Array.of(3, 1, 2, 1))]).toEqual([1, 3, 2, 0]);
 * ```
 */
export const order = (xs: Float64Array): Uint32Array => {
  const n = xs.length;
  const index = Uint32Array.from({ length: n }, (_, i) => i);
  if (n < SMALL) return index.sort((i, j) => compare(xs, i, j));
  const starts = bucketStarts(xs);
  const words = new Uint32Array(xs.buffer, xs.byteOffset, 2 * n);
  let from = index;
  let to = new Uint32Array(n);
  for (let pass = 0; pass < PASSES; pass++) {
    const next = starts[pass] as Uint32Array;
    if (next.length === 0) continue;
    const shift = SHIFTS[pass] as number;
    for (let k = 0; k < n; k++) {
      const i = from[k];
      const high = words[2 * i + HIGH];
      const digit = pass === 0 ? lowDigit(words[2 * i + LOW], high) : (folded(high) >>> shift) & 2047;
      to[next[digit]++] = i;
    }
    [from, to] = [to, from];
  }
  return finishOrder(from, xs) ? from : from.sort((i, j) => compare(xs, i, j));
};

/** By value, then by index: stable, and no difference of infinities is formed. */
const compare = (xs: Float64Array, i: number, j: number): number => (xs[i] < xs[j] ? -1 : xs[i] > xs[j] ? 1 : i - j);

const finishOrder = (index: Uint32Array, xs: Float64Array): boolean => {
  let budget = PATIENCE * index.length;
  for (let k = 1; k < index.length; k++) {
    const i = index[k];
    let j = k;
    while (j > 0 && xs[index[j - 1]] > xs[i]) {
      index[j] = index[j - 1];
      j--;
    }
    index[j] = i;
    budget -= k - j;
    if (budget < 0) return false;
  }
  return true;
};
