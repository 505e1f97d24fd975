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

/** Whether the ends are of one sign and within a factor of 4. */
const isNarrow = (low: number, high: number): boolean =>
  high - low <= 0.75 * Math.max(Math.abs(low), Math.abs(high)) && high - low < Infinity;

/** Out from the one end that is finite and not 0, by a factor that grows; halfway where there is no such end. */
const outwards = (low: number, high: number, factor: number): number => {
  if (low < 0) return high > 0 ? 0 : -outwards(-high, -low, factor);
  if (low > 0 && high === Infinity) return low < LARGEST / factor ? low * factor : LARGEST;
  if (low === 0 && high < Infinity) return high / factor > 0 ? high / factor : high > 5e-324 ? 5e-324 : 0;
  return halfway(low, high);
};

/**
 * The root in [`lower`, `upper`] of an increasing function, by the steps of an open method (Newton's, Halley's) held in
 * a bracket.
 *
 * `step(x, value)` is how far the method would move down from `x`, where the function is `value`. A step that would
 * leave the bracket, is NaN, or no longer halves the one before, and each eighth in a wide bracket, is replaced by a
 * bisection, or, as long as an end is 0 or infinite, by a walk away from the other end by factors of 4, 16, 256, ...; at
 * most 200 evaluations are made. The search ends after a step smaller than `tolerance` of the point: the square root of
 * the wished accuracy for a method that converges quadratically. In a wide bracket the first step after a bisection ends
 * nothing: far from the root it may be as small as it is wrong. Where the function never vanishes, the nearer end, the
 * largest double standing for an infinite one.
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
  const isInside = guess > low && guess < high;
  let x = isInside ? guess : halfway(low, high);
  let before = Infinity;
  let factor = 4;
  // Whether x was not stepped to, and lies where the function may be nothing like it is at the root.
  let astray = !isInside;
  for (let i = 0; i < 200; i++) {
    const v = value(x);
    if (v === 0) return x;
    if (v < 0) low = x;
    else high = x;
    const down = step(x, v);
    const open = x - down;
    const narrow = isNarrow(low, high);
    const ends = narrow || !astray;
    // A step below the spacing of doubles ends the search; as a step out of the bracket it would start a bisection. No
    // step at all is that of a slope that overflowed.
    if (open === x && down !== 0 && ends) return x;
    const moves = Math.abs(open - x);
    const trusted = open > low && open < high && !(moves > 0.5 * before) && (narrow || i % 8 < 7);
    const next = trusted ? open : outwards(low, high, factor);
    if (!trusted) factor *= factor;
    before = trusted ? moves : Infinity;
    astray = !trusted;
    if (!(next > low && next < high)) return trusted || v !== v ? x : next;
    x = next;
    if (trusted && ends && moves <= tolerance * Math.abs(next)) return next;
  }
  return x;
};
