/**
 * The logarithmic derivative of the gamma function, its distance from the logarithm, and its own derivative.
 *
 * Tables: `test/reference/coefficients_psi.py`.
 *
 * @source DLMF 5.4, 5.5, 5.11
 */
import { polynomial } from './polynomial.ts';

/** The zero of psi on the positive axis, and what its double lacks. */
const ROOT = 1.4616321449683622;
const ROOT_LOW = 9.549995429965697e-17;

/** psi(3/2 + t) over the distance from the zero, |t| <= 1/2. */
const NEAR_ROOT = [
  0.9510558760318328, -0.4236274212814606, 0.24054248424078697, -0.14840492305388092, 0.09498872445289039,
  -0.06192213327548831, 0.040760833940846085, -0.026975796659787055, 0.017907248317313294, -0.011908220105959716,
  0.007927021796868154, -0.005279937255532708, 0.003518106563802472, -0.0023454947397380833, 0.0015633696313653504,
  -0.0010364584817312839, 0.0006909255761282986, -0.00048595039220036254, 0.00032395945401345196,
  -0.00014480643368061614, 9.653646261410062e-5, -0.0001782188548855923, 0.00011881232908510335,
];

/** B_2k / 2k and B_2k. */
const LOG_LESS_DIGAMMA = [
  0.08333333333333333, -0.008333333333333333, 0.003968253968253968, -0.004166666666666667, 0.007575757575757576,
  -0.021092796092796094, 0.08333333333333333, -0.4432598039215686,
];
const TRIGAMMA = [
  0.16666666666666666, -0.03333333333333333, 0.023809523809523808, -0.03333333333333333, 0.07575757575757576,
  -0.2531135531135531, 1.1666666666666667, -7.092156862745098,
];

/** From here on the asymptotic series are exact to the last place. */
const LARGE = 10;

/** pi cot(pi x) from the distance to the nearest integer, |r| <= 1/2. */
const cotangent = (r: number): number =>
  Math.abs(r) <= 0.25 ? Math.PI / Math.tan(Math.PI * r) : Math.PI * Math.tan(Math.PI * (Math.sign(r) * 0.5 - r));

/** psi on [1, 2]. */
const nearRoot = (x: number): number => (x - ROOT - ROOT_LOW) * polynomial(NEAR_ROOT, x - 1.5);

/** ln x - psi(x) for x from 10 on. */
const farFromLog = (x: number): number => {
  const r = 1 / x;
  return r * (0.5 + r * polynomial(LOG_LESS_DIGAMMA, r * r));
};

/**
 * The digamma function $\psi(x) = \Gamma'(x)/\Gamma(x)$ for real $x$.
 *
 * On [1, 2] by a polynomial in which the zero 1.4616... is a factor, its distance taken from two doubles; up to 10 by
 * recurrence, beyond by its asymptotic series, below 0 by reflection. For $x > 0$ the relative error is at most
 * 8 units of $2^{-53}$, at that zero too; for $x < 0$ the error is at most 8 units of the larger of the value and
 * $\psi(1-x)$. At the poles $-1, -2, \dots$ and at $-\infty$, where it has no limit, `NaN`; at 0 and -0 the limits
 * $-\infty$ and $\infty$ from their sides.
 * @source DLMF 5.5.2, 5.5.4, 5.11.2
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { digamma } from 'lawful/numeric';
 * expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 15);
 * expect(digamma(1.4616321449683622) / -9.241265521729427e-17).toBeCloseTo(1, 13);
 * ```
 */
export const digamma = (x: number): number => {
  if (x >= LARGE) return x === Infinity ? x : Math.log(x) - farFromLog(x);
  if (x > 0) {
    let y = x;
    let sum = 0;
    for (; y > 2; sum += 1 / y) y -= 1;
    return y < 1 ? nearRoot(y + 1) - 1 / y : nearRoot(y) + sum;
  }
  if (x === 0) return -1 / x;
  if (!(x > -Infinity)) return NaN;
  const r = x - Math.round(x);
  return r === 0 ? NaN : digamma(1 - x) - cotangent(r);
};

/**
 * $\ln x - \psi(x)$ for $x > 0$, which is positive and about $1/(2x)$: what the likelihood of a gamma law sets equal to
 * a number near 0 when its shape is large.
 *
 * By its asymptotic series from 10 on, below by recurrence in positive terms. Relative error at most 8 units of
 * $2^{-53}$; `NaN` for $x \le 0$.
 * @source DLMF 5.11.2
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logLessDigamma } from 'lawful/numeric';
 * expect(logLessDigamma(1)).toBeCloseTo(0.5772156649015329, 15);
 * expect(logLessDigamma(1e20)).toBe(5e-21);
 * ```
 */
export const logLessDigamma = (x: number): number => {
  if (x >= LARGE) return farFromLog(x);
  if (!(x > 0)) return NaN;
  if (x < 1) return Math.log(x) + 1 / x - nearRoot(x + 1);
  let y = x;
  let sum = 0;
  for (; y < LARGE; y += 1) sum += 1 / y - Math.log1p(1 / y);
  return sum + farFromLog(y);
};

/**
 * The trigamma function $\psi'(x) = \sum_{k\ge0} (x+k)^{-2}$ for real $x$; $+\infty$ at the poles 0, -1, -2, ...
 *
 * By its asymptotic series from 10 on, below by recurrence in positive terms, below 0 by reflection. Relative error at
 * most 8 units of $2^{-53}$. `NaN` at $-\infty$, where it has no limit.
 * @source DLMF 5.15.1, 5.15.6, 5.15.8
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { trigamma } from 'lawful/numeric';
 * expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 15);
 * ```
 */
export const trigamma = (x: number): number => {
  if (x > 0) {
    let y = x;
    let sum = 0;
    for (; y < LARGE; y += 1) sum += 1 / y / y;
    const r = 1 / y;
    return sum + r * (1 + r * (0.5 + r * polynomial(TRIGAMMA, r * r)));
  }
  if (!(x > -Infinity)) return NaN;
  const r = x - Math.round(x);
  if (r === 0) return Infinity;
  const sine = Math.sin(Math.PI * r) / Math.PI;
  return 1 / sine / sine - trigamma(1 - x);
};
