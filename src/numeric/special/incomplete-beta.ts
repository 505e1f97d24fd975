/**
 * The regularised incomplete beta function and its complement, themselves and in logs.
 *
 * Whichever of the two is the small one is written as prefix times factor, with the prefix of `beta-prefix.ts` and the
 * factor of moderate size; the other is its complement.
 *
 * @source DLMF 8.17; Didonato & Morris (1992), Algorithm 708 · doi:10.1145/131766.131776
 */
import { laplaceFactor } from './beta-laplace.ts';
import {
  betaOffset,
  type BetaPoint,
  betaPointOf,
  type BetaShape,
  betaShapeOf,
  devianceOfLarge,
  logPrefixOfDeviance,
  prefixOfDeviance,
} from './beta-prefix.ts';
import { log1mexp } from './elementary.ts';
import { logGammaRatio, logGammaRatioRest } from './log-beta.ts';
import { logGamma, logGammaOnePlus } from './log-gamma.ts';

/** I_x / (prefix b/n) by the power series F(a + b, 1; a + 1; x), whose terms are positive. */
export const seriesFactor = (a: number, n: number, x: number): number => {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 1000 && term > sum * 1e-17; k++) {
    term *= ((n + k) / (a + 1 + k)) * x;
    sum += term;
  }
  return sum;
};

/**
 * I_x / (prefix b/n) by the even part of the continued fraction DLMF 8.17.22, where l = ay - bx >= 0. Its partial quotients
 * are written with l so that they do not cancel; its convergents are found by the forward recurrence, with one division a
 * step: Lentz's and Steed's methods wait for another.
 */
const fractionFactor = (a: number, b: number, n: number, x: number, y: number, l: number): number => {
  const limit = l > 1e150 ? 1 : 1e150;
  let inverse = 1 / (a + 1);
  // Over the first convergent, so that numerators and denominators are of one size: for a = 1e288 they need not be.
  const first = (a + 1) / (l + 1);
  let p0 = 0;
  let p1 = 1;
  let q0 = first;
  let q1 = 1;
  // Two convergents differ by this over the product of their denominators.
  let apart = first;
  for (let m = 1; m < 2000; m++) {
    const next = 1 / (a + 2 * m + 1);
    // In this order: m (b - m) may overflow.
    const bx = m * ((b - m) * x);
    const before = m === 1 ? inverse : (a + m - 1) * inverse;
    const numerator = before * ((n + m - 1) * x * inverse) * bx;
    const quotient = m + bx * inverse + (a + m) * next * (l + 1 + m * (1 + y));
    const p2 = quotient * p1 + numerator * p0;
    const q2 = quotient * q1 + numerator * q0;
    apart *= numerator;
    if (Math.abs(apart) <= 1.1e-16 * p2 * q1) return first * (p2 / q2);
    const unit = q2 < limit ? 1 : 1 / q2;
    p0 = p1 * unit;
    q0 = q1 * unit;
    p1 = p2 * unit;
    q1 = q2 * unit;
    apart *= unit * unit;
    inverse = next;
  }
  return first * (p1 / q1);
};

/** Where the complement of I_x is a small difference, and every series short. */
export const isSmall = (a: number, n: number, x: number): boolean => a < 1 && x <= 0.2 && n * x <= 1.5;

/** 1 - I_x for {@link isSmall}: -expm1(ln(x^a / (a B))) less the rest of the series DLMF 8.17.7. */
const smallShapeUpper = (a: number, b: number, n: number, x: number): number => {
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 60; k++) {
    term *= ((k - b) / k) * x;
    const add = term / (a + k);
    sum += add;
    if (Math.abs(add) < 1e-17 * Math.abs(sum)) break;
  }
  const ofA = a < 0.5 ? logGammaOnePlus(a) : logGamma(a + 1);
  // For large b the logarithms of x and b cancel.
  const log =
    b < 10 ? a * Math.log(x) + logGammaRatio(b, a) - ofA : a * Math.log(n * x) + logGammaRatioRest(b, a) - ofA;
  // For a = 5e-324 the roundings may leave less than nothing.
  return Math.max(0, 0 - Math.expm1(log) - Math.exp(log) * a * sum);
};

/** From here on a shape is large; below, the continued fraction is short even at the mean. */
const LARGE = 80;

/** I_x / prefix below the mean, where l = ay - bx >= 0, but for its factor b/n; the scalars may be those of the other side. */
const tailFactor = (a: number, b: number, n: number, x: number, y: number, l: number, deviance: number): number => {
  if (a >= LARGE && b >= LARGE && l * l < 12 * (a * (b / n))) {
    return (Math.sqrt(a) / Math.sqrt(b / n)) * laplaceFactor(a, b, deviance);
  }
  return n * x < 0.2 * (a + 1) ? seriesFactor(a, n, x) : fractionFactor(a, b, n, x, y, l > 0 ? l : 0);
};

/** The tail that is computed, over the prefix: of the left where `left`, else of the right. */
export const factorAt = (s: BetaShape, p: BetaPoint, left: boolean, offset: number, deviance: number): number =>
  left ? tailFactor(s.a, s.b, s.n, p.x, p.y, offset, deviance) : tailFactor(s.b, s.a, s.n, p.y, p.x, -offset, deviance);

/** Its upper tail where the left shape is small, its lower tail where the right one is. */
const smallShapeTail = (s: BetaShape, p: BetaPoint, left: boolean): number =>
  left ? smallShapeUpper(s.a, s.b, s.n, p.x) : smallShapeUpper(s.b, s.a, s.n, p.y);

/** The other tail in that case. */
const smallShapeFactor = (s: BetaShape, p: BetaPoint, left: boolean): number =>
  left ? (s.b / s.n) * seriesFactor(s.a, s.n, p.x) : (s.a / s.n) * seriesFactor(s.b, s.n, p.y);

/** P, or Q where `upper`, inside (0, 1), given the prefix and its deviance. */
export const tailOfPrefix = (s: BetaShape, p: BetaPoint, upper: boolean, prefix: number, deviance: number): number => {
  const left = isSmall(s.a, s.n, p.x);
  if (left || isSmall(s.b, s.n, p.y)) {
    const rest = prefix * smallShapeFactor(s, p, left);
    if (rest <= 0.75) return upper === left ? 1 - rest : rest;
    const tail = smallShapeTail(s, p, left);
    return upper === left ? tail : 1 - tail;
  }
  const offset = betaOffset(s.a, s.b, p);
  const lower = offset >= 0;
  // The factor first: a share as small as 1e-230 would take the prefix below the doubles.
  const tail = prefix * (((lower ? s.b : s.a) / s.n) * factorAt(s, p, lower, offset, deviance));
  return upper === lower ? 1 - tail : tail;
};

/** Above this prefix and tail have all their digits. */
const TINY = 1e-290;

const tailAt = (s: BetaShape, p: BetaPoint, upper: boolean): number => {
  const deviance = devianceOfLarge(s, p);
  return tailOfPrefix(s, p, upper, prefixOfDeviance(s, p, deviance), deviance);
};

/** ln P, or ln Q where `upper`, inside (0, 1). */
const logTailAt = (s: BetaShape, p: BetaPoint, upper: boolean): number => {
  const deviance = devianceOfLarge(s, p);
  const left = isSmall(s.a, s.n, p.x);
  if (left || isSmall(s.b, s.n, p.y)) {
    const rest = logPrefixOfDeviance(s, p, deviance) + Math.log(smallShapeFactor(s, p, left));
    if (rest < -0.29) return upper === left ? log1mexp(rest) : rest;
    const tail = smallShapeTail(s, p, left);
    return upper === left ? Math.log(tail) : Math.log1p(0 - tail);
  }
  const offset = betaOffset(s.a, s.b, p);
  const lower = offset >= 0;
  const shape = lower ? s.b : s.a;
  const share = shape / s.n;
  const factor = factorAt(s, p, lower, offset, deviance);
  const prefix = prefixOfDeviance(s, p, deviance);
  const tail = prefix * (share * factor);
  // The logarithms of share and factor may be large and cancel: for a = 80, b = 3e16 they are -34 and 34.
  if (prefix > TINY && tail > TINY) return upper === lower ? Math.log1p(-tail) : Math.log(tail);
  const logShare = share > 1e-300 ? Math.log(share) : Math.log(shape) - Math.log(s.n);
  const log = logPrefixOfDeviance(s, p, deviance) + logShare + Math.log(factor);
  return upper === lower ? log1mexp(log) : log;
};

/** At the ends, where nothing is left to compute. */
const isEnd = (p: BetaPoint): boolean => p.x === 0 || p.y === 0;

/** At an end: 1 where everything is on the side that is asked for. */
const atEnd = (p: BetaPoint, upper: boolean): number => ((p.x === 0) === upper ? 1 : 0);

const isInvalid = (s: BetaShape, p: BetaPoint): boolean =>
  !(s.a > 0 && s.b > 0 && s.n < Infinity && p.x >= 0 && p.x <= 1 && p.y >= 0);

/**
 * {@link betaP} of prepared shapes and any point.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPAt, betaPointOfOdds, betaShapeOf } from 'lawful/numeric';
 * expect(betaPAt(betaShapeOf(1, 2), betaPointOfOdds(1, 1))).toBe(0.75);
 * ```
 */
export const betaPAt = (s: BetaShape, p: BetaPoint): number =>
  isInvalid(s, p) ? NaN : isEnd(p) ? atEnd(p, false) : tailAt(s, p, false);

/**
 * {@link betaQ} of prepared shapes and any point.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOfOdds, betaQAt, betaShapeOf } from 'lawful/numeric';
 * expect(betaQAt(betaShapeOf(1, 2), betaPointOfOdds(1e30, 1))).toBeCloseTo(1e-60, 73);
 * ```
 */
export const betaQAt = (s: BetaShape, p: BetaPoint): number =>
  isInvalid(s, p) ? NaN : isEnd(p) ? atEnd(p, true) : tailAt(s, p, true);

/**
 * {@link logBetaP} of prepared shapes and any point.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOfOdds, betaShapeOf, logBetaPAt } from 'lawful/numeric';
 * expect(logBetaPAt(betaShapeOf(2, 1), betaPointOfOdds(1, 3))).toBeCloseTo(-4 * Math.LN2, 15);
 * ```
 */
export const logBetaPAt = (s: BetaShape, p: BetaPoint): number =>
  isInvalid(s, p) ? NaN : isEnd(p) ? Math.log(atEnd(p, false)) : logTailAt(s, p, false);

/**
 * {@link logBetaQ} of prepared shapes and any point.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOfOdds, betaShapeOf, logBetaQAt } from 'lawful/numeric';
 * expect(logBetaQAt(betaShapeOf(1, 2), betaPointOfOdds(3, 1))).toBeCloseTo(-4 * Math.LN2, 15);
 * ```
 */
export const logBetaQAt = (s: BetaShape, p: BetaPoint): number =>
  isInvalid(s, p) ? NaN : isEnd(p) ? Math.log(atEnd(p, true)) : logTailAt(s, p, true);

/**
 * The regularised incomplete beta function $I_x(a,b) = \frac{1}{B(a,b)}\int_0^x t^{a-1}(1-t)^{b-1}\,dt$.
 *
 * Domain $a, b > 0$ finite, $0 \le x \le 1$; `NaN` outside. By a power series, a continued fraction or, for large shapes
 * near the mean, Laplace's expansion. Relative error at most $5\cdot10^{-14}$ where the value exceeds $10^{-10}$, below
 * that $(40 + 4|\ln P|)\,2^{-53}$.
 * @source DLMF 8.17; Didonato & Morris (1992) · doi:10.1145/131766.131776
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaP } from 'lawful/numeric';
 * expect(betaP(2, 3, 0.5)).toBeCloseTo(11 / 16, 15);
 * ```
 */
export const betaP = (a: number, b: number, x: number): number => betaPAt(betaShapeOf(a, b), betaPointOf(x));

/**
 * The complement $1 - I_x(a,b)$, to full relative accuracy in the right tail.
 *
 * Domain as {@link betaP}; accuracy as {@link betaP}.
 * @source DLMF 8.17.4; Didonato & Morris (1992) · doi:10.1145/131766.131776
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaQ } from 'lawful/numeric';
 * expect(betaQ(1, 40, 0.9) / 1e-40).toBeCloseTo(1, 12);
 * ```
 */
export const betaQ = (a: number, b: number, x: number): number => betaQAt(betaShapeOf(a, b), betaPointOf(x));

/**
 * $\ln I_x(a,b)$, finite where {@link betaP} underflows.
 *
 * Domain as {@link betaP}. Relative error at most $10^{-14}$ below $-\ln 2$; above, where it is about $-Q$, that of
 * {@link betaQ}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logBetaP } from 'lawful/numeric';
 * expect(logBetaP(1000, 1, 1e-5)).toBeCloseTo(-5000 * Math.LN10, 9);
 * ```
 */
export const logBetaP = (a: number, b: number, x: number): number => logBetaPAt(betaShapeOf(a, b), betaPointOf(x));

/**
 * $\ln\bigl(1 - I_x(a,b)\bigr)$, finite where {@link betaQ} underflows.
 *
 * Domain as {@link betaP}. Relative error at most $10^{-14}$ below $-\ln 2$; above, where it is about $-P$, that of
 * {@link betaP}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logBetaQ } from 'lawful/numeric';
 * expect(logBetaQ(1, 5000, 0.5)).toBeCloseTo(-5000 * Math.LN2, 9);
 * ```
 */
export const logBetaQ = (a: number, b: number, x: number): number => logBetaQAt(betaShapeOf(a, b), betaPointOf(x));
