/**
 * The inverses of the regularised incomplete gamma functions in their argument: gamma quantiles.
 *
 * Always the smaller of the two tails is inverted. Its logarithm y is a smooth function of u = ln x whose derivatives are
 * all known from one value, so that each step is four terms of the inverse's Taylor series: from a guess good to a few
 * parts in a thousand, one or two evaluations are enough.
 *
 * @source Gil, Segura & Temme (2012), Efficient and accurate algorithms for the computation and inversion of the
 * incomplete gamma function ratios · doi:10.1137/120872553; DiDonato & Morris (1986) · doi:10.1145/22721.23109
 */
import { bracketedRoot } from '../roots.ts';
import { gammaPrefix, logGammaPrefix } from './gamma-prefix.ts';
import { gammaP, gammaPrefixOverP, gammaQ, logGammaP, logGammaQ } from './incomplete-gamma.ts';
import { logGamma, logGammaOnePlus } from './log-gamma.ts';
import { normalQuantile, normalQuantileOfLog } from './normal.ts';

/** Below this a probability is inverted by its logarithm. */
const TINY = 1e-290;
const LOG_TINY = -667;

/** How far u = ln x has to move for y = ln of a tail to move by `rise`, where dy/du is `slope`. */
const moveOf = (a: number, x: number, slope: number, rise: number): number => {
  const t = rise / slope;
  const g = a - x - slope;
  if (!(Math.abs(rise) < 0.3)) {
    const halley = 1 + 0.5 * g * t;
    return halley > 0.5 ? t / halley : t;
  }
  const bent = x + slope * g;
  const h = 2 * g * g + bent;
  const fourth = x + slope * (g * g - bent) - 4 * g * bent - 3 * g * h;
  return t * (1 + t * (-0.5 * g + t * (h / 6 + (t * fourth) / 24)));
};

/** x where ln P is small enough for the first terms in x; c is the leading one over a + 1. */
const leftOf = (a: number, leading: number, c: number): number => {
  const b = Math.min(a, 1e100);
  const third = ((8 * b + 33) * b + 31) / (3 * (b + 2) * (b + 3));
  return leading * (1 + c * (1 + c * ((1.5 * b + 2.5) / (b + 2) + c * third)));
};

/** The Cornish-Fisher expansion in 1/sqrt a. */
const centreOf = (a: number, z: number): number => {
  const e = 1 / Math.sqrt(a);
  const s = z * z;
  const third = (z * (s - 7)) / 36;
  const fourth = -((3 * s + 7) * s - 16) / 810;
  const fifth = (z * ((9 * s + 256) * s - 433)) / 38880;
  const sixth = (((12 * s - 243) * s - 923) * s + 1472) / 204120;
  return a + z / e + (s - 1) / 3 + e * (third + e * (fourth + e * (fifth + e * sixth)));
};

/** x far right, where Q is about x^a e^-x / (Gamma(a) (x + 1 - a)): two steps of Newton's method on its logarithm. */
const rightOf = (a: number, logQ: number, z: number): number => {
  const y = -logQ - logGamma(a);
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  const cube = a * root * root * root;
  let x = y > 3 * a || a < 0.3 ? Math.max(y, 1) : cube;
  for (let i = 0; i < 2; i++) {
    const above = x + 1 - a;
    const next = x - (x - a * Math.log(x) + Math.log(above) - y) / (1 - a / x + 1 / above);
    if (!(next > a && next > 0.2)) break;
    x = next;
  }
  return x;
};

const isCentral = (a: number, z: number): boolean => a >= 1 && Math.abs(z) < 1.2 * Math.sqrt(a);

/** Where x is near, from the logarithms of both tails and the normal quantile z that has them. */
const guessOf = (a: number, logP: number, logQ: number, z: number): number => {
  if (isCentral(a, z)) return centreOf(a, z);
  const leading = Math.exp((logP + (a < 0.5 ? logGammaOnePlus(a) : logGamma(a + 1))) / a);
  const c = leading / (a + 1);
  if (c < 0.2 || (z < 0 && a >= 1)) return leftOf(a, leading, Math.min(c, 0.3));
  return logQ < -1 || a >= 1 ? rightOf(a, logQ, z) : leftOf(a, leading, c);
};

/** Where z standard deviations are the whole answer: nothing of the next term, z^2/3, is left in the sum. */
const isNormal = (a: number, z: number): boolean => z * z + 1 < 2e-17 * a;

/** A step of this size or less leaves nothing to do: its fifth power is what is left. */
const toleranceOf = (a: number): number => Math.max(5e-16, 5e-4 / Math.sqrt(1 + a));

/** -dln Q/dln x far right, by Legendre's continued fraction: logarithms that large would cancel to nothing. */
const farSlope = (a: number, x: number): number => {
  const b = x + 1 - a;
  return b + (a - 1) / (b + 2 + (2 * (a - 2)) / (b + 4 + (3 * (a - 3)) / (b + 6)));
};

/**
 * The x where a tail is right, given the logarithm of what it is over what it should be, `excess`, and by how much that
 * rises with ln x. `sign` is 1 for P, which rises with x, and -1 for Q.
 */
const solve = (
  a: number,
  sign: 1 | -1,
  excess: (x: number) => number,
  slope: (x: number, excess: number) => number,
  guess: number,
): number => {
  // Where x is as small as that P is its leading term, and x may be no double.
  if (guess < TINY) return guess;
  let move = 0;
  const value = (x: number): number => {
    const e = excess(x);
    move = moveOf(a, x, slope(x, e), -e);
    // A move that would not change x: for a = 1e30 what roundings leave of the excess never vanishes.
    return Math.abs(move) < 1.2e-16 ? 0 : sign * e;
  };
  return bracketedRoot(value, (x) => -x * Math.expm1(move), guess, 0, Infinity, toleranceOf(a));
};

const fromLogLower = (a: number, logP: number): number => {
  const z = normalQuantileOfLog(logP);
  if (isNormal(a, z)) return a + Math.sqrt(a) * z;
  const slope = (x: number): number => a * gammaPrefixOverP(a, x);
  return solve(a, 1, (x) => logGammaP(a, x) - logP, slope, guessOf(a, logP, 0, z));
};

const fromLogUpper = (a: number, logQ: number): number => {
  const z = -normalQuantileOfLog(logQ);
  if (isNormal(a, z)) return a + Math.sqrt(a) * z;
  const logA = Math.log(a);
  const slope = (x: number, excess: number): number =>
    logQ < -1e4 ? -farSlope(a, x) : -Math.exp(logA + logGammaPrefix(a, x) - (logQ + excess));
  return solve(a, -1, (x) => logGammaQ(a, x) - logQ, slope, guessOf(a, 0, logQ, z));
};

/** The x with P(a, x) = p, for p in (0, 1/2]. */
const fromLower = (a: number, p: number): number => {
  if (p < TINY) return fromLogLower(a, Math.log(p));
  const z = normalQuantile(p);
  if (isNormal(a, z)) return a + Math.sqrt(a) * z;
  let x = isCentral(a, z) ? centreOf(a, z) : guessOf(a, Math.log(p), Math.log1p(-p), z);
  if (x < TINY) return x;
  // Most guesses need a step or two, and no function made for a search.
  const tolerance = toleranceOf(a);
  const far = 200 * tolerance;
  for (let i = 0; i < 2; i++) {
    const value = gammaP(a, x);
    const move = moveOf(a, x, (a * gammaPrefix(a, x)) / value, Math.log(p / value));
    if (!(Math.abs(move) < far)) break;
    x += x * Math.expm1(move);
    if (Math.abs(move) < tolerance) return x;
  }
  const slope = (v: number, excess: number): number => (a * gammaPrefix(a, v)) / (p * Math.exp(excess));
  return solve(a, 1, (v) => Math.log(gammaP(a, v) / p), slope, x);
};

/** The x with Q(a, x) = q, for q in (0, 1/2]. */
const fromUpper = (a: number, q: number): number => {
  if (q < TINY) return fromLogUpper(a, Math.log(q));
  const z = -normalQuantile(q);
  if (isNormal(a, z)) return a + Math.sqrt(a) * z;
  let x = isCentral(a, z) ? centreOf(a, z) : guessOf(a, Math.log1p(-q), Math.log(q), z);
  if (x < TINY) return x;
  const tolerance = toleranceOf(a);
  const far = 200 * tolerance;
  for (let i = 0; i < 2; i++) {
    const value = gammaQ(a, x);
    const move = moveOf(a, x, (-a * gammaPrefix(a, x)) / value, Math.log(q / value));
    if (!(Math.abs(move) < far)) break;
    x += x * Math.expm1(move);
    if (Math.abs(move) < tolerance) return x;
  }
  const slope = (v: number, excess: number): number => (-a * gammaPrefix(a, v)) / (q * Math.exp(excess));
  return solve(a, -1, (v) => Math.log(gammaQ(a, v) / q), slope, x);
};

const invalid = (a: number): boolean => !(a > 0 && a < Infinity);

/**
 * The inverse of {@link gammaP} in its second argument: the $x$ with $P(a, x) = p$, the quantile of the gamma law of
 * shape $a$ and scale 1.
 *
 * Domain $a > 0$ finite, $0 \le p \le 1$; `NaN` outside. 0 at 0, Infinity at 1; 0 or subnormal where $x$ is so small, as
 * for $a = 10^{-5}$ and most $p$. The smaller tail is inverted, $1 - p$ being exact above $\frac12$. Relative error at most
 * 4 units of $2^{-53}$ and that of the smaller tail, as {@link gammaP} claims it, times its condition
 * $|d\ln x/d\ln \text{tail}|$.
 * @source Gil, Segura & Temme (2012) · doi:10.1137/120872553
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaPInverse } from 'lawful/numeric';
 * expect(gammaPInverse(1, 0.75)).toBeCloseTo(Math.log(4), 15);
 * expect(gammaPInverse(0.001, 0.9) / 9.821659644066881e-47).toBeCloseTo(1, 10);
 * ```
 */
export const gammaPInverse = (a: number, p: number): number => {
  if (invalid(a) || !(p >= 0 && p <= 1)) return NaN;
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity;
  return p <= 0.5 ? fromLower(a, p) : fromUpper(a, 1 - p);
};

/**
 * The inverse of {@link gammaQ} in its second argument: the $x$ with $Q(a, x) = q$, the upper quantile of the gamma law of
 * shape $a$ and scale 1, to full accuracy for small $q$.
 *
 * Domain $a > 0$ finite, $0 \le q \le 1$; `NaN` outside. Infinity at 0, 0 at 1. Accuracy as {@link gammaPInverse}.
 * @source Gil, Segura & Temme (2012) · doi:10.1137/120872553
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaQInverse } from 'lawful/numeric';
 * expect(gammaQInverse(1, 1e-300)).toBeCloseTo(300 * Math.LN10, 11);
 * ```
 */
export const gammaQInverse = (a: number, q: number): number => {
  if (invalid(a) || !(q >= 0 && q <= 1)) return NaN;
  if (q === 0 || q === 1) return q === 0 ? Infinity : 0;
  return q <= 0.5 ? fromUpper(a, q) : fromLower(a, 1 - q);
};

/**
 * The inverse of {@link logGammaP} in its second argument: the $x$ with $\ln P(a, x) = \ell$, where $e^\ell$ itself may
 * underflow.
 *
 * Domain $a > 0$ finite, $\ell \le 0$; `NaN` outside. Infinity at 0, 0 at $-\infty$. Relative error at most 4 units of
 * $2^{-53}$ and, times the condition $|d\ln x/d\ln\text{tail}|$, that of the smaller tail as {@link gammaP} claims it where
 * it is above $10^{-290}$, below that $10^{-14}|\ell|$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaP, logGammaPInverse } from 'lawful/numeric';
 * expect(logGammaPInverse(1000, logGammaP(1000, 2))).toBeCloseTo(2, 12);
 * ```
 */
export const logGammaPInverse = (a: number, logP: number): number => {
  if (invalid(a) || !(logP <= 0)) return NaN;
  if (logP === 0 || logP === -Infinity) return logP === 0 ? Infinity : 0;
  if (logP < LOG_TINY) return fromLogLower(a, logP);
  return logP < -Math.LN2 ? fromLower(a, Math.exp(logP)) : fromUpper(a, -Math.expm1(logP));
};

/**
 * The inverse of {@link logGammaQ} in its second argument: the $x$ with $\ln Q(a, x) = \ell$, where $e^\ell$ itself may
 * underflow.
 *
 * Domain $a > 0$ finite, $\ell \le 0$; `NaN` outside. 0 at 0, Infinity at $-\infty$. Accuracy as
 * {@link logGammaPInverse}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaQInverse } from 'lawful/numeric';
 * expect(logGammaQInverse(1, -1e6)).toBe(1e6);
 * ```
 */
export const logGammaQInverse = (a: number, logQ: number): number => {
  if (invalid(a) || !(logQ <= 0)) return NaN;
  if (logQ === 0 || logQ === -Infinity) return logQ === 0 ? 0 : Infinity;
  if (logQ < LOG_TINY) return fromLogUpper(a, logQ);
  return logQ < -Math.LN2 ? fromUpper(a, Math.exp(logQ)) : fromLower(a, -Math.expm1(logQ));
};
