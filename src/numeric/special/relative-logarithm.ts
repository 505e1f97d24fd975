/**
 * log1p(x)/x with its first two derivatives, smooth through 0: the inverse of what relative-exponential.ts is for.
 *
 * With t = x/(2 + x), ln(1 + x) = 2 artanh t = 2 t + 2 t^3 S(t^2). Written in t, r = 1/(1 + t) and S, the derivatives are
 * sums of terms that do not cancel.
 */

/** S(y) = 1/3 + y/5 + y^2/7 + ..., for 0 <= y <= 0.36. */
const artanhTail = (y: number): number => {
  let sum = 0;
  for (let k = y < 0.01 ? 17 : y < 0.1 ? 33 : 71; k >= 3; k -= 2) sum = sum * y + 1 / k;
  return sum;
};

/** Where the sums in t are short. */
const isNear = (x: number): boolean => x > -0.6 && x < 3;

/**
 * The relative logarithm $\frac{\ln(1+x)}{x}$, 1 at 0, $+\infty$ at $-1$, `NaN` below.
 *
 * Relative error at most 4 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { log1prel } from 'lawful/numeric';
 * expect(log1prel(0)).toBe(1);
 * expect(log1prel(1)).toBeCloseTo(Math.LN2, 15);
 * ```
 */
export const log1prel = (x: number): number => {
  if (x === 0) return 1;
  return x === Infinity ? 0 : Math.log1p(x) / x;
};

/**
 * The first derivative of {@link log1prel}: $\frac{1}{x^2}\left(\frac{x}{1+x} - \ln(1+x)\right)$, $-1/2$ at 0, $-\infty$ at
 * $-1$, `NaN` below.
 *
 * Relative error at most 6 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { log1prelDerivative } from 'lawful/numeric';
 * expect(log1prelDerivative(0)).toBe(-0.5);
 * expect(log1prelDerivative(1)).toBeCloseTo(0.5 - Math.LN2, 15);
 * ```
 */
export const log1prelDerivative = (x: number): number => {
  if (isNear(x)) {
    const s = 2 + x;
    const t = x / s;
    return (-2 * ((0.5 * s) / (1 + x) + t * artanhTail(t * t))) / (s * s);
  }
  if (x === -1) return -Infinity;
  return x === Infinity ? 0 : (x / (1 + x) - Math.log1p(x)) / x / x + 0;
};

/**
 * The second derivative of {@link log1prel}: $\frac{1}{x^3}\left(2\ln(1+x) - \frac{2x}{1+x} - \frac{x^2}{(1+x)^2}\right)$,
 * 2/3 at 0, $+\infty$ at $-1$, `NaN` below.
 *
 * Relative error at most 12 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { log1prelSecondDerivative } from 'lawful/numeric';
 * expect(log1prelSecondDerivative(0)).toBeCloseTo(2 / 3, 15);
 * expect(log1prelSecondDerivative(1)).toBeCloseTo(2 * Math.LN2 - 1.25, 15);
 * ```
 */
export const log1prelSecondDerivative = (x: number): number => {
  if (isNear(x)) {
    const s = 2 + x;
    const t = x / s;
    const r = (0.5 * s) / (1 + x);
    return (4 * (r * r + artanhTail(t * t))) / (s * s * s);
  }
  if (x === -1) return Infinity;
  if (x === Infinity) return 0;
  const w = x / (1 + x);
  return (2 * (Math.log1p(x) - w) - w * w) / x / x / x;
};
