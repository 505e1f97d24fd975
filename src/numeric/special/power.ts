/**
 * Powers of quotients and roots that keep their digits: (x/s)^k with the rounding of the quotient put back, which k
 * magnifies, and what the power itself lost, which an exponential on top of it would magnify again.
 */
import { productError } from './elementary.ts';

/** ln 2 in two parts, the first with 21 trailing zeros, so that its multiples by exponents are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** y / 2^e. */
const withoutExponent = (y: number, e: number): number => {
  // 2 ** e costs as much as all the rest.
  if (e > -31 && e < 31) return e > 0 ? y / (1 << e) : y * (1 << -e);
  // Beyond 2^1023 or below 2^-1022 the power of two is no normal double, but half of the way is.
  const half = Math.trunc(0.5 * e);
  return y / 2 ** half / 2 ** (e - half);
};

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
  const m = e === 0 ? y : withoutExponent(y, e);
  // Written out, each number split once: as calls of productError it takes three times as long.
  const a = m - 1;
  const b = m + 1;
  const s = a / b;
  const inverse = 1 / b;
  const back = s * b;
  const cs = 134217729 * s;
  const sh = cs - (cs - s);
  const sl = s - sh;
  const cb = 134217729 * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  const sLow = (a - back - (sl * bl - (back - sh * bh - sl * bh - sh * bl)) - s * (m - (b - 1))) * inverse;
  const q = s * s;
  const qLow = sl * sl - (q - sh * sh - 2 * (sl * sh)) + 2 * s * sLow;
  const cube = s * q;
  const cq = 134217729 * q;
  const qh = cq - (cq - q);
  const ql = q - qh;
  const cubeLow = sl * ql - (cube - sh * qh - sl * qh - sh * ql) + s * qLow + sLow * q;
  const third = cube * (1 / 3);
  const ct = 134217729 * third;
  const th = ct - (ct - third);
  // 3 th is exact, and what cube has beyond it is as small as the rest.
  const thirdLow = (cube - 3 * th - 3 * (third - th) + cubeLow) * (1 / 3);
  const qq = q * q;
  const even = 1 / 5 + qq * (1 / 9 + qq * (1 / 13 + qq * (1 / 17 + qq * (1 / 21))));
  const odd = 1 / 7 + qq * (1 / 11 + qq * (1 / 15 + qq * (1 / 19 + qq * (1 / 23))));
  const rest = cube * q * (even + q * odd);
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

/** 2^600 and its inverse. */
const LIFT = 4.149515568880993e180;
const DROP = 2.409919865102884e-181;

/** Whether products and quotients of such numbers can be split. */
const isModerate = (a: number): boolean => a > 1e-150 && a < 1e150;

/**
 * ln((x/s)^k) - p, where p = fl(k l) and l is the logarithm of u = fl(x/s), or a difference of two where u is near the
 * ends of the doubles; all finite.
 */
const exponentLost = (x: number, s: number, k: number, u: number, l: number, p: number): number => {
  if (isModerate(u) && k < 1e280) {
    // Near the ends of the doubles both lend or borrow a power of two: a difference of large logarithms would not do, as
    // k = 1e9 magnifies what even their residuals lack.
    if (!isModerate(s)) {
      const lift = s < 1 ? LIFT : DROP;
      return exponentLost(x * lift, s * lift, k, u, l, p);
    }
    // Both product errors written out, as in logResidual.
    const back = u * s;
    const cu = 134217729 * u;
    const uh = cu - (cu - u);
    const ul = u - uh;
    const cs = 134217729 * s;
    const sh = cs - (cs - s);
    const sl = s - sh;
    const ofQuotient = (x - back - (ul * sl - (back - uh * sh - ul * sh - uh * sl))) / x;
    const ck = 134217729 * k;
    const kh = ck - (ck - k);
    const kl = k - kh;
    const cl = 134217729 * l;
    const lh = cl - (cl - l);
    const ll = l - lh;
    return kl * ll - (p - kh * lh - kl * lh - kh * ll) + k * (ofQuotient + logResidual(u, l));
  }
  const ofProduct = l === 0 ? 0 : productError(k, l, p);
  const lx = Math.log(x);
  const ls = Math.log(s);
  const moved = l - lx;
  return ofProduct + k * (lx - (l - moved) - (ls + moved) + logResidual(x, lx) - logResidual(s, ls));
};

/** Below this an exponent is so small that one factor puts back what it makes of the quotient's rounding. */
const SMALL = 64;

/** (x/s)^k for u = fl(x/s), s and u moderate and k small: `Math.pow` takes less than restoring what a logarithm loses. */
const smallPower = (x: number, s: number, k: number, u: number): number => {
  const back = u * s;
  return Math.pow(u, k) * (1 + (k * (x - back - productError(u, s, back))) / x);
};

/** e^(p + lost), given power = fl(e^p). */
const exponential = (power: number, lost: number): number =>
  power * (Math.abs(lost) < 1e-8 ? 1 + lost : Math.exp(lost));

/**
 * $(x/s)^k$ for $x \ge 0$, $s > 0$ and $k > 0$ finite, with the rounding of the quotient put back: at $k = 10^9$ it would
 * cost nine digits.
 *
 * Relative error at most 3 units of $2^{-53}$ while $k < 10^{13}$.
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
  if (k < SMALL && isModerate(u) && isModerate(s)) return smallPower(x, s, k, u);
  const l = isModerate(u) ? Math.log(u) : Math.log(x) - Math.log(s);
  const p = k * l;
  const power = Math.exp(p);
  return power > 0 && power < Infinity ? exponential(power, exponentLost(x, s, k, u, l, p)) : power;
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
  if (y === 1) return 1;
  const l = Math.log(y);
  const p = l / k;
  const value = Math.exp(p);
  const size = Math.abs(k);
  if (!(value > 0 && value < Infinity && size > 1e-140 && size < 1e140)) return value;
  const back = p * k;
  return exponential(value, (l - back - productError(p, k, back) + logResidual(y, l)) / k);
};

/**
 * $e^{-(x/s)^k}$ for $x \ge 0$, $s > 0$ and $k > 0$ finite. What the power and its exponent lost is put back: at a power of
 * 700 its last place alone would cost two digits.
 *
 * Relative error at most 4 units of $2^{-53}$ where the value is a normal double and $k < 10^{13}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { expMinusRatioPower } from 'lawful/numeric';
 * expect(expMinusRatioPower(3, 0.5, 2) / Math.exp(-36)).toBeCloseTo(1, 14);
 * ```
 */
export const expMinusRatioPower = (x: number, s: number, k: number): number => {
  const u = x / s;
  const l = isModerate(u) ? Math.log(u) : Math.log(x) - Math.log(s);
  const p = k * l;
  const plain = Math.exp(p);
  if (!(plain > 1e-17)) return plain === plain ? 1 : NaN;
  if (plain === Infinity) return 0;
  const lost = exponentLost(x, s, k, u, l, p);
  const power = exponential(plain, lost);
  return Math.exp(-power) * afterPower(power, p, lost);
};

/** What e^-power is to be multiplied by, where power stands for e^(p + lost). */
const afterPower = (power: number, p: number, lost: number): number =>
  // Small powers lose less than the exponential itself.
  power < 2 || power > 1500 || Math.abs(lost) > 0.1 ? 1 : 1 - power * (lost - logResidual(power, p));

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
 * $\frac{k}{y} z e^{-z}$ with $z = (x/s)^k$: the density of a law that is an exponential seen through that power, with $y$ the
 * one of $x$ and $s$ that varies.
 *
 * Relative error at most 6 units of $2^{-53}$ where the value is a normal double and $k < 10^{13}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ratioPowerDensity } from 'lawful/numeric';
 * expect(ratioPowerDensity(3, 1, 2, 3) / (6 * Math.exp(-9))).toBeCloseTo(1, 14);
 * ```
 */
export const ratioPowerDensity = (x: number, s: number, k: number, y: number): number => {
  const u = x / s;
  const l = isModerate(u) ? Math.log(u) : Math.log(x) - Math.log(s);
  const p = k * l;
  const plain = Math.exp(p);
  if (plain > 2000) return 0;
  const lost = plain > 0 ? exponentLost(x, s, k, u, l, p) : 0;
  const power = exponential(plain, lost);
  const rate = ratioPowerRate(x, s, k, power, y);
  if (power < 700 && rate < Infinity) return rate * (Math.exp(-power) * afterPower(power, p, lost));
  // Near y = 0 the rate overflows where the density does not; and a large rate can lift the density out of the range
  // where the exponential underflows, which is then applied in two halves.
  const lend = rate < Infinity ? 1 : 2 ** 300;
  const lent = lend === 1 ? rate : ratioPowerRate(x, s, k, power, y * lend);
  const half = Math.exp(-0.5 * power);
  return lent * half * (afterPower(power, p, lost) * half) * lend;
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
  if (Math.abs(k) >= 1 || (r >= LEAST_NORMAL && r < Infinity)) return s * r;
  const half = root(y, 2 * k);
  return s * half * half;
};
