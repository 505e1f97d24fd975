/**
 * The inverses of the regularised incomplete beta functions in x.
 *
 * The unknown is the odds x / (1 - x), so that whichever of x and 1 - x is small keeps its digits; the equation is in the
 * logarithm of the smaller tail, which in the logarithm of the odds is concave and nearly straight far out.
 *
 * @source Abramowitz & Stegun 26.5.22 (the first guess)
 */
import {
  type BetaPoint,
  betaOffset,
  betaPointOf,
  betaPointOfOdds,
  type BetaShape,
  betaShapeOf,
  devianceOfLarge,
  logBetaPrefixAt,
  mirrored,
  prefixOfDeviance,
} from './beta-prefix.ts';
import { log1mexp } from './elementary.ts';
import { factorAt, logBetaPAt, logBetaQAt, tailOfPrefix } from './incomplete-beta.ts';
import { bracketedRoot } from '../roots.ts';
import { normalQuantileOfLog } from './normal.ts';

/** Below this a tail is compared with another in logarithms only. */
const TINY = 1e-290;

/** ln of the odds where the lower tail is about e^l, `z` being the normal quantile: for shapes above 1. */
const guessOfLarge = (a: number, b: number, z: number): number => {
  const u = 1 / (2 * a - 1);
  const v = 1 / (2 * b - 1);
  const h = 2 / (u + v);
  const r = (z * z - 3) / 6;
  const w = (-z * Math.sqrt(h + r)) / h - (v - u) * (r + 5 / 6 - 2 / (3 * h));
  return Math.log(a / b) - 2 * w;
};

/** ln of the odds where the lower tail is e^l and the upper e^k, from the power law at 0, with ln x = logX there. */
const guessOfPower = (a: number, b: number, logX: number, k: number, logB: number): number => {
  const x = Math.exp(logX);
  if (a === 1 || (a < 3 && b > 1 && k < -2 && b * x > 0.1)) {
    // The upper tail is about x^(a-1) y^b / (b B).
    const w = ((a - 1) * logX - k - Math.log(b) - logB) / b;
    if (w > 0 && (w > x || a === 1)) return w < 1e-8 ? Math.log(w) : Math.log(Math.expm1(w));
  }
  const bend = ((b - 1) / (a + 1)) * x;
  const corrected = Math.min(bend > -0.5 && bend < 0.5 ? logX + bend : logX, -1e-3);
  return corrected - Math.log(-Math.expm1(corrected));
};

/** ln B, nearly. */
const logBetaOf = (s: BetaShape): number => {
  const low = Math.min(s.a, s.b);
  const high = Math.max(s.a, s.b);
  const ofSum = high < 10 ? 0 : low * Math.log(s.n);
  return -ofSum - Math.log(s.scale * low * (high / s.n));
};

/** ln of the odds of the point whose lower tail, or upper one if `upper`, is about e^log. */
const guess = (s: BetaShape, upper: boolean, log: number): number => {
  const { a, b } = s;
  if (a > 1 && b > 1) {
    const z = normalQuantileOfLog(log);
    const near = upper ? b : a;
    const far = upper ? a : b;
    // Farther out than the normal law reaches, the powers are near.
    if (z * z < 4 * near && z * z < (far > 20 ? 40 : 8) * far) return guessOfLarge(a, b, upper ? -z : z);
  }
  const other = log1mexp(log);
  const l = upper ? other : log;
  const k = upper ? log : other;
  const logB = logBetaOf(s);
  const logX = (l + Math.log(a) + logB) / a;
  const logY = (k + Math.log(b) + logB) / b;
  return logX <= logY ? guessOfPower(a, b, logX, k, logB) : -guessOfPower(b, a, logY, l, logB);
};

/** Below this the logarithm of a tail has too few digits left for its slope to come from an exponential. */
const FAR = -1e4;

/** How fast the logarithm of a tail far out rises with that of the odds. */
const farSlope = (s: BetaShape, p: BetaPoint, upper: boolean): number => {
  const offset = betaOffset(s.a, s.b, p);
  const factor = factorAt(s, p, !upper, upper ? Math.min(offset, 0) : Math.max(offset, 0), devianceOfLarge(s, p));
  return ((upper ? s.b : s.a) * s.unit) / factor;
};

/** The point z standard deviations above the mean: nothing of the next terms, of which z^2 / weight is the size, is left. */
const normalPoint = (s: BetaShape, z: number, weight: number): BetaPoint => {
  const move = s.a * (z / Math.sqrt(weight));
  const moved = s.a + move;
  return betaPointOfOdds(moved, s.b, s.a - moved + move);
};

/** The point where the tail, the upper one if `upper`, is `tail` = e^log, at most 1/2 or so. */
const pointOfTail = (s: BetaShape, upper: boolean, tail: number, log: number): BetaPoint => {
  const { a, b } = s;
  const weight = a * (b / s.n) * s.unit;
  if (weight > 5e16) {
    const z = normalQuantileOfLog(log);
    if (z * z + 1 < 2e-17 * weight) return normalPoint(s, upper ? -z : z, weight);
  }
  const first = guess(s, upper, log);
  if (first < -750) return betaPointOf(0);
  // The odds may overflow where 1 - x does not underflow.
  if (first > 600) return mirrored(pointOfTail(betaShapeOf(b, a), !upper, tail, log));
  const sign = upper ? -1 : 1;
  let slope = 1;
  let offset = 0;
  const excess = (odds: number): number => {
    const p = betaPointOfOdds(odds, 1);
    offset = a * p.y - b * p.x;
    if (tail > TINY) {
      const deviance = devianceOfLarge(s, p);
      const prefix = prefixOfDeviance(s, p, deviance);
      const value = tailOfPrefix(s, p, upper, prefix, deviance);
      if (value > TINY) {
        slope = (weight * prefix) / value;
        return sign * Math.log(value / tail);
      }
    }
    const value = upper ? logBetaQAt(s, p) : logBetaPAt(s, p);
    slope = value < FAR ? farSlope(s, p, upper) : weight * Math.exp(logBetaPrefixAt(s, p) - value);
    return sign * (value - log);
  };
  // Halley's step in the logarithm of the odds, of which the tail's logarithm has slope h and curvature h (l -+ h).
  const step = (odds: number, value: number): number => {
    const newton = value / slope;
    const bend = 0.5 * newton * (offset - sign * slope);
    // Far from the root the bend is no guide: it must neither crush the step nor turn it round.
    return -odds * Math.expm1(-newton / (bend > -1 ? (bend < 0.5 ? 1 - bend : 0.5) : 2));
  };
  const tolerance = 1e-5 * Math.min(1, 1 / Math.sqrt(weight));
  const start = Math.exp(first);
  return betaPointOfOdds(bracketedRoot(excess, step, start > 0 ? start : 5e-324, 0, Infinity, tolerance), 1);
};

const isInvalid = (s: BetaShape): boolean => !(s.a > 0 && s.b > 0 && s.n < Infinity);

/** The point where P, or Q if `upper`, is p: by whichever tail is the smaller. */
const pointOf = (s: BetaShape, upper: boolean, p: number): BetaPoint => {
  if (!(p >= 0 && p <= 1) || isInvalid(s)) return betaPointOf(NaN);
  if (p === 0 || p === 1) return betaPointOf((p === 0) === upper ? 1 : 0);
  return p <= 0.5 ? pointOfTail(s, upper, p, Math.log(p)) : pointOfTail(s, !upper, 1 - p, Math.log1p(-p));
};

/** The point where ln P, or ln Q if `upper`, is l. */
const pointOfLog = (s: BetaShape, upper: boolean, l: number): BetaPoint => {
  if (!(l <= 0) || isInvalid(s)) return betaPointOf(NaN);
  if (l === 0 || l === -Infinity) return betaPointOf((l === 0) === upper ? 0 : 1);
  if (l <= -Math.LN2) return pointOfTail(s, upper, Math.exp(l), l);
  return pointOfTail(s, !upper, -Math.expm1(l), log1mexp(l));
};

/**
 * The point where {@link betaP} of prepared shapes is p, x and 1 - x both to full relative accuracy.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOfP, betaShapeOf } from 'lawful/numeric';
 * expect(betaPointOfP(betaShapeOf(1, 1), 0.25).y).toBeCloseTo(0.75, 15);
 * ```
 */
export const betaPointOfP = (s: BetaShape, p: number): BetaPoint => pointOf(s, false, p);

/**
 * The point where {@link betaQ} of prepared shapes is q, x and 1 - x both to full relative accuracy.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOfQ, betaShapeOf } from 'lawful/numeric';
 * expect(betaPointOfQ(betaShapeOf(1, 2), 1e-40).y / 1e-20).toBeCloseTo(1, 14);
 * ```
 */
export const betaPointOfQ = (s: BetaShape, q: number): BetaPoint => pointOf(s, true, q);

/**
 * The point where {@link logBetaP} of prepared shapes is `logP`, x and 1 - x both to full relative accuracy.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOfLogP, betaShapeOf } from 'lawful/numeric';
 * expect(betaPointOfLogP(betaShapeOf(100, 1), -1000).x / Math.exp(-10)).toBeCloseTo(1, 13);
 * ```
 */
export const betaPointOfLogP = (s: BetaShape, logP: number): BetaPoint => pointOfLog(s, false, logP);

/**
 * The point where {@link logBetaQ} of prepared shapes is `logQ`, x and 1 - x both to full relative accuracy.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPointOfLogQ, betaShapeOf } from 'lawful/numeric';
 * expect(betaPointOfLogQ(betaShapeOf(1, 100), -1000).y / Math.exp(-10)).toBeCloseTo(1, 13);
 * ```
 */
export const betaPointOfLogQ = (s: BetaShape, logQ: number): BetaPoint => pointOfLog(s, true, logQ);

/**
 * The x at which {@link betaP} is p.
 *
 * Domain $a, b > 0$ finite, $0 \le p \le 1$; `NaN` outside. By Halley's method in the logarithms of the odds and of the
 * smaller tail, two or three evaluations as a rule. Relative error at most that of the smaller tail times
 * $|\mathrm d\ln x / \mathrm d\ln P|$, or 4 units of $2^{-53}$. Where the law is so narrow, $ab/(a+b) > 5\cdot10^{16}$, that
 * the normal limit is exact to the double, the mean moved by that many standard deviations.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaPInverse } from 'lawful/numeric';
 * expect(betaPInverse(2, 3, 11 / 16)).toBeCloseTo(0.5, 15);
 * ```
 */
export const betaPInverse = (a: number, b: number, p: number): number => pointOf(betaShapeOf(a, b), false, p).x;

/**
 * The x at which {@link betaQ} is q.
 *
 * Domain and accuracy as {@link betaPInverse}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaQInverse } from 'lawful/numeric';
 * expect(betaQInverse(2, 3, 5 / 16)).toBeCloseTo(0.5, 15);
 * ```
 */
export const betaQInverse = (a: number, b: number, q: number): number => pointOf(betaShapeOf(a, b), true, q).x;

/**
 * The x at which {@link logBetaP} is `logP`, also where P underflows.
 *
 * Domain $a, b > 0$ finite, $\text{logP} \le 0$; `NaN` outside. Accuracy as {@link betaPInverse}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logBetaPInverse } from 'lawful/numeric';
 * expect(logBetaPInverse(2, 1, -1400) / Math.exp(-700)).toBeCloseTo(1, 12);
 * ```
 */
export const logBetaPInverse = (a: number, b: number, logP: number): number =>
  pointOfLog(betaShapeOf(a, b), false, logP).x;

/**
 * The x at which {@link logBetaQ} is `logQ`, also where Q underflows.
 *
 * Domain and accuracy as {@link logBetaPInverse}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logBetaQInverse } from 'lawful/numeric';
 * expect(logBetaQInverse(1, 1000, -1e-10) / 1e-13).toBeCloseTo(1, 9);
 * ```
 */
export const logBetaQInverse = (a: number, b: number, logQ: number): number =>
  pointOfLog(betaShapeOf(a, b), true, logQ).x;
