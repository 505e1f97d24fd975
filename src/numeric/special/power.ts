/**
 * Powers of quotients and roots that keep their digits: (x/s)^k with the rounding of the quotient put back, which k
 * magnifies, and what the power itself lost, which an exponential on top of it would magnify again.
 */
import { productError } from './elementary.ts';

/** ln 2 in two parts, the first with 21 trailing zeros, so that its multiples by exponents are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * $\ln y - l$ for a double $l$ near $\ln y$: what a rounded logarithm lacks, or how far a rounded exponential is off.
 *
 * With $y = 2^e m$ and $s = (m-1)/(m+1)$ it is $e\ln 2 + 2s + \tfrac23 s^3 + \dots - l$, where the first terms are carried in
 * twice the precision and cancel exactly. Error at most $2^{-63}$ of the larger of $|l|$ and $|y - 1|$, for $y > 0$ finite
 * and $l$ within $10^{-8}$ (relative to the larger of 1 and itself) of $\ln y$.
 * @category Exact arithmetic
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logResidual } from 'lawful/numeric';
 * expect(logResidual(10, Math.log(10))).toBeCloseTo(-2.17075622338e-16, 20);
 * ```
 */
export const logResidual = (y: number, l: number): number => {
  const e = Math.round(l * Math.LOG2E);
  // Beyond 2^1023 or below 2^-1022 the power of two is no normal double, but half of the way is.
  const m =
    e === 0 ? y : Math.abs(e) < 1000 ? y / 2 ** e : y / 2 ** (e - Math.sign(e) * 200) / 2 ** (Math.sign(e) * 200);
  const a = m - 1;
  const b = m + 1;
  const s = a / b;
  const back = s * b;
  const sLow = (a - back - productError(s, b, back) - s * (m - (b - 1))) / b;
  const q = s * s;
  const qLow = productError(s, s, q) + 2 * s * sLow;
  const cube = s * q;
  const third = cube / 3;
  const thrice = 3 * third;
  const thirdLow =
    (cube - thrice - productError(3, third, thrice) + productError(s, q, cube) + s * qLow + sLow * q) / 3;
  const rest =
    cube *
    q *
    (1 / 5 +
      q *
        (1 / 7 +
          q *
            (1 / 9 +
              q * (1 / 11 + q * (1 / 13 + q * (1 / 15 + q * (1 / 17 + q * (1 / 19 + q * (1 / 21 + q / 23)))))))));
  return e * LN2_HIGH - l + 2 * s + 2 * third + (2 * (rest + thirdLow + sLow) + e * LN2_LOW);
};

/**
 * $\ln(x/s)$ for $x, s > 0$, also where they nearly agree or their quotient is no double.
 *
 * Relative error at most 3 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logRatio } from 'lawful/numeric';
 * expect(logRatio(1e300, 1e-300)).toBeCloseTo(600 * Math.LN10, 11);
 * expect(logRatio(0.3 + 2 ** -54, 0.3)).toBeCloseTo(2 ** -54 / 0.3, 30);
 * ```
 */
export const logRatio = (x: number, s: number): number => {
  const u = x / s;
  if (u > 0.5 && u < 2) return Math.log1p((x - s) / s);
  return u > 1e-300 && u < 1e300 ? Math.log(u) : Math.log(x) - Math.log(s);
};

/** Whether products and quotients of such numbers can be split. */
const isModerate = (a: number): boolean => a > 1e-140 && a < 1e140;

/** u^k given fl(x/s) and the relative error of that: too large an exponent makes it an exponential of its own. */
const restored = (u: number, k: number, lost: number): number => {
  const power = Math.pow(u, k);
  const shift = k * lost;
  if (!(power > 0 && power < Infinity)) return power;
  return power * (Math.abs(shift) < 1e-8 ? 1 + shift : Math.exp(shift));
};

/** (x/s) / fl(x/s) - 1. */
const quotientLost = (x: number, s: number, u: number): number => {
  const back = u * s;
  return (x - back - productError(u, s, back)) / x;
};

/** ln(x/s) in twice the precision, as the difference of two logarithms: where x, s or x/s are near the ends of the doubles. */
const farLog = (x: number, s: number): readonly [number, number] => {
  const lx = Math.log(x);
  const ls = Math.log(s);
  const l = lx - ls;
  const moved = l - lx;
  const lost = lx - (l - moved) - (ls + moved);
  return [l, lost + logResidual(x, lx) - logResidual(s, ls)];
};

/** The same through the quotient. */
const nearLog = (x: number, s: number, u: number): readonly [number, number] => {
  const l = Math.log(u);
  return [l, quotientLost(x, s, u) + logResidual(u, l)];
};

/** (x/s)^k through that logarithm. */
const farPower = (x: number, s: number, k: number): number => {
  if (!(x > 0 && x < Infinity)) return Math.pow(x, k);
  const [l, lower] = farLog(x, s);
  const p = k * l;
  const power = Math.exp(p);
  return power > 0 && power < Infinity && k < 1e290 ? power * (1 + (productError(k, l, p) + k * lower)) : power;
};

/**
 * $(x/s)^k$ for $x \ge 0$, $s > 0$ and $k > 0$ finite, with the rounding of the quotient put back: at $k = 10^9$ it would
 * cost nine digits.
 *
 * Relative error at most 3 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ratioPower } from 'lawful/numeric';
 * expect(ratioPower(1e300, 1e-300, 0.001)).toBeCloseTo(10 ** 0.6, 14);
 * expect(ratioPower(3, 0.3, 2)).toBeCloseTo(100, 12);
 * ```
 */
export const ratioPower = (x: number, s: number, k: number): number => {
  const u = x / s;
  return isModerate(s) && isModerate(u) ? restored(u, k, quotientLost(x, s, u)) : farPower(x, s, k);
};

/**
 * What `power`, as {@link ratioPower} gives it, lacks: $(x/s)^k = \text{power}\,(1 + \epsilon)$, to first order. For powers
 * between $2^{-53}$ and $2^{53}$, 0 elsewhere; with it $e^{-\text{power}}$ keeps its digits while $k < 10^{13}$.
 * @category Exact arithmetic
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ratioPower, ratioPowerLost } from 'lawful/numeric';
 * const z = ratioPower(7, 0.7, 2);
 * expect(z * (1 + ratioPowerLost(7, 0.7, 2, z))).toBeCloseTo(100, 13);
 * ```
 */
export const ratioPowerLost = (x: number, s: number, k: number, power: number): number => {
  if (!(power > 2 ** -53 && power < 2 ** 53 && k < 1e290)) return 0;
  const u = x / s;
  const near = isModerate(s) && isModerate(u);
  const [l, lower] = near ? nearLog(x, s, u) : farLog(x, s);
  const p = k * l;
  const q = k * lower;
  // At x/s = 1 + 2^-52 and k = 10^12 what the quotient lost is no small part of the logarithm.
  const t = p + q;
  const lost = Math.abs(p) > Math.abs(q) ? p - t + q : q - t + p;
  return productError(k, l, p) + lost - logResidual(power, t);
};

/**
 * $y^{1/k}$ for $y \ge 0$ and $k$ not 0, with the rounding of $1/k$ put back. 1 for $y = 1$.
 *
 * Relative error at most 3 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { root } from 'lawful/numeric';
 * expect(root(1e-300, 3)).toBeCloseTo(1e-100, 114);
 * ```
 */
export const root = (y: number, k: number): number => {
  const e = 1 / k;
  if (y === 1) return 1;
  const value = Math.pow(y, e);
  const size = Math.abs(k);
  if (!(value > 0 && value < Infinity && size > 1e-140 && size < 1e140)) return value;
  const back = e * k;
  const lost = (1 - back - productError(e, k, back)) / k;
  return value * (1 + lost * Math.log(y));
};

/**
 * $e^{-(x/s)^k}$, given `power` as {@link ratioPower} gives it, with what that lost put back: at a power of 700 its last
 * place alone would cost two digits.
 *
 * Relative error at most 4 units of $2^{-53}$ where the value is a normal double and $k < 10^{13}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { expMinusRatioPower, ratioPower } from 'lawful/numeric';
 * expect(expMinusRatioPower(3, 0.5, 2, ratioPower(3, 0.5, 2)) / Math.exp(-36)).toBeCloseTo(1, 14);
 * ```
 */
export const expMinusRatioPower = (x: number, s: number, k: number, power: number): number => {
  // Small powers lose less than the exponential itself.
  if (power < 2) return Math.exp(-power);
  return power > 750 ? 0 : Math.exp(-power) * (1 - power * ratioPowerLost(x, s, k, power));
};

const LEAST_NORMAL = 2.2250738585072014e-308;

/**
 * $\frac{k}{y}(x/s)^k$ for $0 < y < \infty$, given `power` as {@link ratioPower} gives it, also where a factor is no double.
 * With $y = x$ it is $s^{-1}k(x/s)^{k-1}$, the derivative of the power.
 *
 * Relative error at most 4 units of $2^{-53}$ where the value is a normal double.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ratioPowerRate } from 'lawful/numeric';
 * expect(ratioPowerRate(1e-300, 1, 2, 0, 1e-300)).toBe(2e-300);
 * ```
 */
export const ratioPowerRate = (x: number, s: number, k: number, power: number, y: number): number => {
  const r = k / y;
  if (power >= LEAST_NORMAL && power < Infinity) {
    if (r >= LEAST_NORMAL && r < Infinity) return r * power;
    const lend = r < 1 ? 2 ** -300 : 2 ** 300;
    return (k / (y * lend)) * power * lend;
  }
  const half = ratioPower(x, s, 0.5 * k);
  return (half / y) * k * half;
};

/**
 * $\frac{k}{y} z e^{-z}$ with $z = (x/s)^k$, given `power` as {@link ratioPower} gives $z$: the density of a law that is an
 * exponential seen through that power, with $y$ the one of $x$ and $s$ that varies.
 *
 * Relative error at most 6 units of $2^{-53}$ where the value is a normal double and $k < 10^{13}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ratioPower, ratioPowerDensity } from 'lawful/numeric';
 * expect(ratioPowerDensity(3, 1, 2, ratioPower(3, 1, 2), 3) / (6 * Math.exp(-9))).toBeCloseTo(1, 14);
 * ```
 */
export const ratioPowerDensity = (x: number, s: number, k: number, power: number, y: number): number => {
  if (power > 1500) return 0;
  // Near y = 0 the rate overflows where the density does not; and a large rate can lift the density out of the range
  // where the exponential underflows, which is then applied in two halves.
  const plain = ratioPowerRate(x, s, k, power, y);
  const lend = plain < Infinity ? 1 : 2 ** 300;
  const rate = lend === 1 ? plain : ratioPowerRate(x, s, k, power, y * lend);
  if (!(power > 700)) return rate * expMinusRatioPower(x, s, k, power) * lend;
  const half = Math.exp(-0.5 * power);
  return rate * half * ((1 - power * ratioPowerLost(x, s, k, power)) * half) * lend;
};

/**
 * $s\,y^{1/k}$ for $y \ge 0$ and $k$ not 0, also where the {@link root} alone is no double.
 *
 * Relative error at most 5 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { scaledRoot } from 'lawful/numeric';
 * expect(scaledRoot(1e-200, 0.5, 1e300) / 1e-100).toBeCloseTo(1, 14);
 * ```
 */
export const scaledRoot = (y: number, k: number, s: number): number => {
  const r = root(y, k);
  if (r >= LEAST_NORMAL && r < Infinity) return s * r;
  const half = root(y, 2 * k);
  return s * half * half;
};
