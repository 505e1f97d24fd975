/** Where a monotone function crosses: bracketed, so that every search ends. */

const LARGEST = 1.7976931348623157e308;

/**
 * The smallest integer $k \ge$ `lower` for which `holds(k)`, where `holds` is false up to some integer and true from
 * there on; the search walks out from `guess` by doubling steps, then bisects.
 *
 * `lower` may be -Infinity, and the guess any number; NaN is no guess. Beyond $2^{53}$, where integers are no longer all
 * doubles, the smallest double. Infinity when it never holds.
 * @category Roots
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { smallestInteger } from 'lawful/numeric';
 * expect(smallestInteger((k) => k * k >= 50, 100, 0)).toBe(8);
 * ```
 */
export const smallestInteger = (holds: (k: number) => boolean, guess: number, lower: number): number => {
  const least = Math.ceil(lower);
  const from = guess === guess ? Math.max(-LARGEST, Math.min(Math.floor(guess), LARGEST)) : 0;
  let above = Math.max(least, from);
  let below = least - 1;
  let step = 1;
  if (holds(above)) {
    while (above > least) {
      const k = Math.max(least, Math.min(above - step, above * (1 - 1e-15)));
      const next = Math.floor(k);
      if (!holds(next)) {
        below = next;
        break;
      }
      above = next;
      step *= 2;
    }
  } else {
    below = above;
    for (;;) {
      above = Math.ceil(Math.max(below + step, below * (1 + 1e-15)));
      if (above === Infinity || holds(above)) break;
      below = above;
      step *= 2;
    }
    if (above === Infinity) return Infinity;
  }
  while (above - below > 1) {
    const middle = below + Math.floor((above - below) / 2);
    if (middle <= below || middle >= above) break;
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
};

/** Between two ends in a way that ends soon: geometric across many orders of magnitude, arithmetic otherwise. */
const halfway = (low: number, high: number): number => {
  if (low < 0) return high > 0 ? 0 : -halfway(-high, -low);
  const least = low === 0 ? 5e-324 : low;
  const most = high === Infinity ? LARGEST : high;
  return most > 4 * least ? Math.sqrt(least) * Math.sqrt(most) : low + 0.5 * (most - low);
};

/**
 * The root in [`lower`, `upper`] of an increasing function, by the steps of an open method (Newton's, Halley's) held in
 * a bracket.
 *
 * `step(x, value)` is how far the method would move down from `x`, where the function is `value`. A step that would
 * leave the bracket, or no longer halves the one before, is replaced by a bisection, so that at most some 150
 * evaluations are made. The search ends after a step smaller than `tolerance` of the point: the square root of the wished accuracy
 * for a method that converges quadratically. Where the function never vanishes, the nearer end.
 * @category Roots
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { bracketedRoot } from 'lawful/numeric';
 * const newton = (x: number, value: number): number => value / (3 * x * x);
 * expect(bracketedRoot((x) => x * x * x - 2, newton, 1, 0, Infinity, 1e-8)).toBeCloseTo(Math.cbrt(2), 15);
 * ```
 */
export const bracketedRoot = (
  value: (x: number) => number,
  step: (x: number, value: number) => number,
  guess: number,
  lower: number,
  upper: number,
  tolerance: number,
): number => {
  let low = lower;
  let high = upper;
  let x = guess > low && guess < high ? guess : halfway(low, high);
  let before = Infinity;
  for (let i = 0; i < 150; i++) {
    const v = value(x);
    if (v === 0) return x;
    if (v < 0) low = x;
    else high = x;
    const open = x - step(x, v);
    // A step below the spacing of doubles ends the search; as a step out of the bracket it would start a bisection.
    if (open === x) return x;
    const moves = Math.abs(open - x);
    const trusted = open > low && open < high && !(moves > 0.5 * before);
    const next = trusted ? open : halfway(low, high);
    before = trusted ? moves : Infinity;
    if (!(next > low && next < high)) return trusted || v !== v ? x : next;
    x = next;
    if (trusted && moves <= tolerance * Math.abs(next)) return next;
  }
  return x;
};
