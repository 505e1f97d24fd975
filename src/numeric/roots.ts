/** Where a monotone function crosses: bracketed, so that every search ends. */

/**
 * The smallest integer $k \ge$ `lower` for which `holds(k)`, where `holds` is false up to some integer and true from
 * there on; the search walks out from `guess` by doubling steps, then bisects.
 *
 * A guess that is not finite is `lower`. Beyond $2^{53}$, where integers are no longer all doubles, the smallest double. Infinity when it never holds.
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
  let above = Number.isFinite(guess) ? Math.max(least, Math.floor(guess)) : least;
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
