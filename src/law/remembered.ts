/** What a discrete law has computed once, it need not compute again. */

/** How many counts are remembered, from 0 up. */
const SIZE = 256;

/**
 * A function of a count that remembers its values at 0, 1, ..., 255, each computed when it is first asked for. The same
 * function for every caller, only faster over an array of counts, where few different ones make up most.
 *
 * The function is never NaN at these counts.
 * @category Arrays
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { remembered } from 'lawful/law';
 * const square = remembered((k) => k * k);
 * expect([3, 3, 1.5, -1, 300].map(square)).toEqual([9, 9, 2.25, 1, 90000]);
 * ```
 */
export const remembered = (f: (k: number) => number): ((k: number) => number) => {
  const known: Array<number> = [];
  return (k) => {
    if (!(k >= 0 && k < SIZE && (k | 0) === k)) return f(k);
    if (known.length === 0) for (let i = 0; i < SIZE; i++) known.push(NaN);
    const value = known[k];
    return value === value ? value : (known[k] = f(k));
  };
};
