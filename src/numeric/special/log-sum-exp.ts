/** Logarithms of sums whose terms are given by their logarithms, and may overflow or underflow. */

/** The rounding error of a - b. */
const differenceError = (a: number, b: number, difference: number): number => {
  const c = a - difference;
  return a - (difference + c) - (b - c);
};

/** e^(x - largest) for x <= largest, both finite, with the rounding of the difference put back. */
const share = (x: number, largest: number): number => {
  const difference = x - largest;
  const e = Math.exp(difference);
  return e === 0 ? 0 : e + e * differenceError(x, largest, difference);
};

/**
 * $\ln(e^a + e^b)$ without overflow or underflow.
 *
 * Error at most 4 units of $2^{-53}$ of the largest among $|a \vee b|$ and what is added to it, so that the relative
 * error is that small unless the two cancel. $-\infty$ stands for an absent term; `NaN` only from `NaN`.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logAddExp } from 'lawful/numeric';
 * expect(logAddExp(1000, 1000)).toBe(1000 + Math.LN2);
 * expect(logAddExp(-Infinity, 3)).toBe(3);
 * ```
 */
export const logAddExp = (a: number, b: number): number => {
  const largest = a > b ? a : b;
  // Infinities, whose difference is none, and NaN, which the sum keeps.
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a !== a || b !== b ? NaN : largest + 0;
  return largest + Math.log1p(share(a > b ? b : a, largest));
};

/**
 * $\ln\sum_i e^{x_i}$ without overflow or underflow; $-\infty$ of none.
 *
 * The largest term is set apart, the others are added with compensation. Error at most 4 units of $2^{-53}$ of the
 * largest among $|\max x_i|$ and what is added to it, whatever the length. `NaN` only from `NaN`; $+\infty$ as soon as
 * one entry is.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logSumExp } from 'lawful/numeric';
 * expect(logSumExp(Float64Array.of(-1000, -1000, -1000))).toBe(-1000 + Math.log(3));
 * expect(logSumExp(new Float64Array(0))).toBe(-Infinity);
 * ```
 */
export const logSumExp = (xs: Float64Array): number => {
  let top = 0;
  let missing = false;
  for (let i = 0; i < xs.length; i++) {
    if (xs[i] > xs[top]) top = i;
    missing ||= xs[i] !== xs[i];
  }
  if (missing) return NaN;
  const largest = xs.length === 0 ? -Infinity : xs[top];
  if (!Number.isFinite(largest)) return largest;
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < xs.length; i++) {
    if (i === top || xs[i] === -Infinity) continue;
    const term = share(xs[i], largest);
    const next = sum + term;
    lost += sum >= term ? sum - next + term : term - next + sum;
    sum = next;
  }
  return largest + Math.log1p(sum + lost);
};
