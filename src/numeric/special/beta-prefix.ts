/**
 * The common factor of the incomplete beta functions, a binomial probability when its shapes are integers.
 *
 * Everything that could cancel or magnify a rounding in an exponential is in here: the point and its complement carry
 * what their doubles lack, and the exponent of large shapes is a sum of two terms of one sign.
 *
 * @source Loader (2000), Fast and accurate computation of binomial probabilities
 */
import { SQRT_TWO_PI } from './constants.ts';
import { productError } from './elementary.ts';
import { gammaOnePlus } from './gamma-prefix.ts';
import { stirlingError } from './log-gamma.ts';

/**
 * A point of [0, 1] and its complement, each a double and what it lacks: `x + xLow` and `y + yLow` add up to 1.
 * @category Special functions
 * @since 0.1.0
 */
export interface BetaPoint {
  readonly x: number;
  readonly y: number;
  readonly xLow: number;
  readonly yLow: number;
}

/**
 * The record is born with fractions: an engine that first saw whole numbers in it would keep one kind of record for
 * each mixture of whole and broken numbers, and everything that reads them was measured up to seven times slower.
 */
const pointOf = (x: number, y: number, xLow: number, yLow: number): BetaPoint => {
  const point = { x: 0.5, y: 0.5, xLow: 0.5, yLow: 0.5 };
  point.x = x;
  point.y = y;
  point.xLow = xLow;
  point.yLow = yLow;
  return point;
};

/**
 * The point x of [0, 1], which is exact, with its exact complement.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOf } from 'lawful/numeric';
 * expect(betaPointOf(1e-20)).toEqual({ x: 1e-20, y: 1, xLow: 0, yLow: -1e-20 });
 * ```
 */
export const betaPointOf = (x: number): BetaPoint => {
  const y = 1 - x;
  return pointOf(x, y, 0, 1 - y - x);
};

/**
 * The point with odds $u : v$, that is $x = u/(u+v)$ and $y = v/(u+v)$, each to full relative accuracy; `uLow` and `vLow`
 * are what the doubles u and v lack (of a product, its `productError`).
 *
 * Domain $u, v \ge 0$, not both 0.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOfOdds } from 'lawful/numeric';
 * expect(betaPointOfOdds(1, 3)).toEqual({ x: 0.25, y: 0.75, xLow: 0, yLow: 0 });
 * expect(betaPointOfOdds(1e300, 1e-5).y).toBe(1e-305);
 * ```
 */
export const betaPointOfOdds = (u: number, v: number, uLow = 0, vLow = 0): BetaPoint => {
  const most = u > v ? u : v;
  if (most === Infinity) {
    const x = u === v ? 0.5 : u > v ? 1 : 0;
    return pointOf(x, 1 - x, 0, 0);
  }
  // Products of sizes that can be split, and a sum that does not overflow.
  if (most > 1e290) return betaPointOfOdds(u * 2 ** -600, v * 2 ** -600, uLow * 2 ** -600, vLow * 2 ** -600);
  if (most > 0 && most < 1e-150) return betaPointOfOdds(u * 2 ** 600, v * 2 ** 600, uLow * 2 ** 600, vLow * 2 ** 600);
  const s = u + v;
  const sLow = (u > v ? u - s + v : v - s + u) + uLow + vLow;
  const x = u / s;
  const y = v / s;
  const xs = x * s;
  const ys = y * s;
  const xLow = (u - xs - productError(x, s, xs) + uLow - x * sLow) / s;
  const yLow = (v - ys - productError(y, s, ys) + vLow - y * sLow) / s;
  return pointOf(x, y, xLow, yLow);
};

/** The point seen from 1. */
export const mirrored = (p: BetaPoint): BetaPoint => pointOf(p.y, p.x, p.yLow, p.xLow);

/** From here on Stirling's form. */
const LARGE = 10;

/** Beyond this a shape is too large for its products to be split. */
const HUGE = 1e290;

/** 1/3, 1/5, ..., 1/35. */
const ODD_RECIPROCALS = [
  0.3333333333333333, 0.2, 0.14285714285714285, 0.1111111111111111, 0.09090909090909091, 0.07692307692307693,
  0.06666666666666667, 0.058823529411764705, 0.05263157894736842, 0.047619047619047616, 0.043478260869565216, 0.04,
  0.037037037037037035, 0.034482758620689655, 0.03225806451612903, 0.030303030303030304, 0.02857142857142857,
];

/** What l t lacks of (l + low)^2 / (2c + l + low), where t = l / d and d = 2c + l nearly. */
const lostOfMain = (c: number, l: number, low: number, d: number, t: number, main: number): number => {
  const product = t * d;
  const dLow = 2 * c - d + l + low;
  const tLow = (l - product - productError(t, d, product) + low - t * dLow) / d;
  return productError(l, t, main) + l * tLow + low * t;
};

/** {@link devianceTerm} far from 0, as it stands. */
const farTerm = (c: number, l: number, low: number, ratio: number): number => {
  const u = l / c;
  if (!(u < HUGE)) return l - c * (Math.log(l) - Math.log(c));
  if (u < -0.999) return l - c * Math.log(ratio);
  const one = 1 + u;
  const product = u * c;
  const uLow = (l - product - productError(u, c, product) + low) / c;
  const oneLow = (Math.abs(u) > 1 ? u - one + 1 : 1 - one + u) + uLow;
  const log = Math.log(one);
  const main = c * log;
  return l - main + (low - productError(c, log, main) - (c * oneLow) / one);
};

/**
 * l - c ln(1 + l/c) >= 0 for c > 0, l + low > -c, roundings put back where they count; `ratio` is 1 + l/c, for where it
 * is small. With t = l / (2c + l) it is l t - 2 c t^3 (1/3 + t^2/5 + ...), of which the first term is most.
 */
const devianceTerm = (c: number, l: number, low: number, ratio: number): number => {
  const d = 2 * c + l;
  const t = l / d;
  const y = t * t;
  if (!(y < 0.12)) return farTerm(c, l, low, ratio);
  let sum = 0;
  const last = y < 0.01 ? (y < 0.002 ? 5 : 6) : y < 0.02 ? 8 : y < 0.05 ? 10 : 15;
  for (let k = last; k >= 0; k--) sum = sum * y + ODD_RECIPROCALS[k];
  const main = l * t;
  const rest = 2 * c * t * y * sum;
  return main < 1 ? main - (rest - 2 * t * low) : main - (rest - lostOfMain(c, l, low, d, t, main));
};

/** ay - bx, the distance of the point from the mean a / (a + b) times a + b, for large shapes without roundings. */
export const betaOffset = (a: number, b: number, p: BetaPoint): number => {
  if (a < 32 && b < 32) return a * p.y - b * p.x;
  if (a > HUGE || b > HUGE) return betaOffset(a * 2 ** -64, b * 2 ** -64, p) * 2 ** 64;
  const ay = a * p.y;
  const bx = b * p.x;
  return ay - bx + (productError(a, p.y, ay) - productError(b, p.x, bx) + (a * p.yLow - b * p.xLow));
};

/**
 * The deviance a ln(a / (nx)) + b ln(b / (ny)) >= 0, or with `both` false only the part of the second term that is left
 * when b is large, both with the offset l = ay - bx in double-double: at a = b = 1e10 a plain one costs five digits.
 */
const deviance = (a: number, b: number, p: BetaPoint, both: boolean): number => {
  if (a > HUGE || b > HUGE) return deviance(a * 2 ** -64, b * 2 ** -64, p, both) * 2 ** 64;
  const ay = a * p.y;
  const bx = b * p.x;
  const top = ay - bx;
  const back = top - ay;
  const ofTop = ay - (top - back) - (bx + back);
  const rest = ofTop + productError(a, p.y, ay) - productError(b, p.x, bx) + (a * p.yLow - b * p.xLow);
  const l = top + rest;
  const low = rest - (l - top);
  const n = a + b;
  const right = devianceTerm(b, l, low, (n / b) * p.y);
  return both ? devianceTerm(a, -l, -low, (n / a) * p.x) + right : right;
};

/** x^a, for small halves of integers by multiplication. */
const power = (x: number, a: number): number => {
  const whole = a | 0;
  const rest = a - whole;
  if (rest !== 0 && rest !== 0.5) return Math.pow(x, a);
  let product = rest === 0 ? 1 : Math.sqrt(x);
  let square = x;
  for (let k = whole; k > 0; k >>= 1) {
    if (k & 1) product *= square;
    square *= square;
  }
  return product;
};

/**
 * A pair of shapes and what of the prefix depends on them alone, so that a law computes it once.
 * @category Special functions
 * @since 0.1.0
 */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
  /** a + b, and what its double lacks. */
  readonly n: number;
  readonly nLow: number;
  /** The factor of the prefix that does not depend on the point: this, times the exponential of `error`. */
  readonly scale: number;
  /** What Stirling's formula lacks. */
  readonly error: number;
  /** By how much the shapes were divided, for their sum to be finite. */
  readonly unit: number;
}

/** The part of the prefix without the point: for small shapes, for a small and a large one, for large ones. */
const scaleOf = (low: number, high: number, n: number, nLow: number): number => {
  if (high < LARGE) {
    // The digamma function, nearly, times what n lacks.
    const lost = nLow === 0 ? 0 : Math.log(n + 0.5) * nLow;
    return (gammaOnePlus(n) / (gammaOnePlus(low) * gammaOnePlus(high))) * (1 + lost);
  }
  return low < LARGE ? Math.sqrt(n / high) / gammaOnePlus(low) : Math.sqrt(n / low / high) / SQRT_TWO_PI;
};

const errorOf = (low: number, high: number, n: number): number => {
  if (high < LARGE) return 0;
  const error = stirlingError(n) - stirlingError(high);
  return low < LARGE ? error : error - stirlingError(low);
};

/**
 * A pair of shapes, $a, b \ge 0$ finite, prepared for {@link betaPrefixAt} and its kin.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOf, betaPrefixAt, betaShapeOf } from 'lawful/numeric';
 * const shape = betaShapeOf(2, 3);
 * expect([0.25, 0.5].map((x) => betaPrefixAt(shape, betaPointOf(x)))).toEqual([270 / 1024, 10 / 32]);
 * ```
 */
export const betaShapeOf = (a: number, b: number): BetaShape => {
  const unit = a + b === Infinity && a < Infinity && b < Infinity ? 256 : 1;
  const low = (a < b ? a : b) / unit;
  const high = (a < b ? b : a) / unit;
  const n = low + high;
  // Born with fractions, as `pointOf` tells.
  const shape = { a: 0.5, b: 0.5, n: 0.5, nLow: 0.5, scale: 0.5, error: 0.5, unit: 0.5 };
  shape.a = a / unit;
  shape.b = b / unit;
  shape.n = n;
  shape.nLow = high - n + low;
  shape.scale = scaleOf(low, high, n, shape.nLow);
  shape.error = errorOf(low, high, n);
  shape.unit = unit;
  return shape;
};

/** Above this a double has all its digits. */
const NORMAL = 2.3e-308;

/** The prefix where the smaller shape is below 10 and the larger not: z = n x, a Poisson law's mean, and the rest. */
const mixed = (s: BetaShape, p: BetaPoint, log: boolean): number => {
  const swapped = s.a > s.b;
  const a = swapped ? s.b : s.a;
  const x = swapped ? p.y : p.x;
  const z = s.n * x;
  const big = s.n > HUGE ? 2 ** -64 : 1;
  const ofProduct = productError(s.n * big, x, z * big) / big;
  const zLow = ofProduct + (s.nLow * x + s.n * (swapped ? p.yLow : p.xLow));
  const rest = swapped ? deviance(s.b, s.a, mirrored(p), false) : deviance(s.a, s.b, p, false);
  const lost = z > 1e-290 ? (a / z - 1) * zLow : 0;
  const grown = power(z, a);
  const exponent = z + rest - s.error;
  if (exponent < 700 && grown > NORMAL) {
    const value = s.scale * grown * Math.exp(-exponent) * (1 + lost);
    // The sum of logarithms cancels where the value is not small.
    if (!log || value > NORMAL) return log ? Math.log(value) : value;
  }
  // The logarithm of z through that of x where z is no normal double.
  const logZ = z > 1e-290 ? Math.log(z) : Math.log(s.n) + Math.log(x);
  const value = (a === 0 ? 0 : a * logZ) - exponent + lost + Math.log(s.scale);
  return log ? value : Math.exp(value);
};

/** The prefix or its logarithm inside (0, 1) where a shape is small. */
const prefix = (s: BetaShape, p: BetaPoint, log: boolean): number => {
  if (s.a >= LARGE || s.b >= LARGE) return mixed(s, p, log);
  const product = power(p.x, s.a) * power(p.y, s.b);
  const lost = (s.a * p.xLow) / p.x + (s.b * p.yLow) / p.y;
  if (product > NORMAL) {
    const value = s.scale * product * (1 + lost);
    return log ? Math.log(value) : value;
  }
  const value = s.a * Math.log(p.x) + s.b * Math.log(p.y) + lost + Math.log(s.scale);
  return log ? value : Math.exp(value);
};

/** The deviance where both shapes are large, and the prefix is an exponential of it; NaN elsewhere. */
export const devianceOfLarge = (s: BetaShape, p: BetaPoint): number =>
  s.a >= LARGE && s.b >= LARGE ? s.unit * deviance(s.a, s.b, p, true) : NaN;

/** The prefix inside (0, 1) by its {@link devianceOfLarge}. */
export const prefixOfDeviance = (s: BetaShape, p: BetaPoint, exponent: number): number => {
  if (exponent !== exponent) return prefix(s, p, false);
  // A rounding of a large exponent, which a sum would cost, is worth more than an exponential.
  return s.scale * (exponent < 30 ? Math.exp(s.error - exponent) : Math.exp(s.error) * Math.exp(-exponent));
};

/** The logarithm of {@link prefixOfDeviance}. */
export const logPrefixOfDeviance = (s: BetaShape, p: BetaPoint, exponent: number): number =>
  exponent === exponent ? Math.log(s.scale) + s.error - exponent : prefix(s, p, true);

/**
 * {@link betaPrefix} of prepared shapes and any point.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOfOdds, betaPrefixAt, betaShapeOf } from 'lawful/numeric';
 * expect(betaPrefixAt(betaShapeOf(1, 1), betaPointOfOdds(1, 3))).toBe(0.375);
 * ```
 */
export const betaPrefixAt = (s: BetaShape, p: BetaPoint): number => {
  if (p.x === 0) return s.a > 0 ? 0 : 1;
  if (p.y === 0) return s.b > 0 ? 0 : 1;
  return prefixOfDeviance(s, p, devianceOfLarge(s, p));
};

/**
 * {@link logBetaPrefix} of prepared shapes and any point.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOfOdds, betaShapeOf, logBetaPrefixAt } from 'lawful/numeric';
 * expect(logBetaPrefixAt(betaShapeOf(1, 1), betaPointOfOdds(1, 3))).toBe(Math.log(0.375));
 * ```
 */
export const logBetaPrefixAt = (s: BetaShape, p: BetaPoint): number => {
  if (p.x === 0) return s.a > 0 ? -Infinity : 0;
  if (p.y === 0) return s.b > 0 ? -Infinity : 0;
  return logPrefixOfDeviance(s, p, devianceOfLarge(s, p)) + 0;
};

const invalid = (a: number, b: number, x: number): boolean =>
  !(a >= 0 && b >= 0 && x >= 0 && x <= 1 && a < Infinity && b < Infinity);

/**
 * $\frac{\Gamma(a+b+1)}{\Gamma(a+1)\Gamma(b+1)}\,x^a (1-x)^b$: the probability of a successes in a + b trials when these
 * are integers, and a beta density times $x(1-x)(a+b)/(ab)$.
 *
 * Domain $a, b \ge 0$ finite, $0 \le x \le 1$; `NaN` outside. For shapes from 10 on by the deviance and Stirling's errors
 * (Loader). Relative error at most $(12 + 4|\ln \text{value}|)\,2^{-53}$.
 * @source Loader (2000), Fast and accurate computation of binomial probabilities
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPrefix } from 'lawful/numeric';
 * expect(betaPrefix(2, 3, 0.5)).toBe(10 / 32);
 * ```
 */
export const betaPrefix = (a: number, b: number, x: number): number =>
  invalid(a, b, x) ? NaN : betaPrefixAt(betaShapeOf(a, b), betaPointOf(x));

/**
 * $\ln\left(\frac{\Gamma(a+b+1)}{\Gamma(a+1)\Gamma(b+1)}\,x^a (1-x)^b\right)$, finite where {@link betaPrefix} underflows.
 *
 * Domain as {@link betaPrefix}. Error at most $2\cdot10^{-15}$ of the larger of 1 and the value.
 * @source Loader (2000), Fast and accurate computation of binomial probabilities
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logBetaPrefix } from 'lawful/numeric';
 * expect(logBetaPrefix(1000, 2000, 1e-10)).toBeCloseTo(-21120.4786061, 6);
 * ```
 */
export const logBetaPrefix = (a: number, b: number, x: number): number =>
  invalid(a, b, x) ? NaN : logBetaPrefixAt(betaShapeOf(a, b), betaPointOf(x));
