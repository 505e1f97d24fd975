/**
 * The incomplete gamma functions at a quotient u/v, with what its rounding loses put back (for a = 1e10 a rounded quotient
 * would cost 1e5 units in the bulk), and by the leading term of P where the quotient is no normal double.
 *
 * A point is x with its relative error `lost`: what is meant is x (1 + lost).
 */
import { SQRT_TWO_PI } from './constants.ts';
import { log1mexp, productError } from './elementary.ts';
import { gammaPrefix, gammaPrefixFactor, gammaPrefixWith, halfDeviance, logGammaPrefix } from './gamma-prefix.ts';
import {
  fractionFactor,
  gammaP,
  gammaPrefixOverP,
  gammaQ,
  isUniform,
  logGammaP,
  logGammaQ,
  uniformFactor,
} from './incomplete-gamma.ts';
import { logGamma, logGammaOnePlus, stirlingError } from './log-gamma.ts';
import { logRatio } from './power.ts';

/** Below this a point is told by its logarithm. */
const TINY = 1e-290;

/** 2^600 and its inverse, by which two numbers of one size are brought to where their products can be split. */
const LIFT = 4.149515568880993e180;
const DROP = 2.409919865102884e-181;

/** Beyond this shape no correction of a point is small. */
const HUGE = 1e26;

/** (u/v) / fl(u/v) - 1 where it can matter: shapes and points below 64 magnify it less than the functions err. */
const lostIn = (a: number, u: number, v: number, x: number): number => {
  // Where the quotient is farther out, nothing is left of either tail, or its logarithm far larger than the correction.
  if ((a < 64 && x < 64) || !(a < HUGE && x > 1e-100 && x < 1e100)) return 0;
  const lift = u < 1e-100 ? LIFT : u > 1e100 ? DROP : 1;
  const whole = u * lift;
  const part = v * lift;
  const product = x * part;
  return (whole - product - productError(x, part, product)) / whole;
};

/**
 * The logarithm of the leading term of $P(a, x)$, $a\ln x - \ln\Gamma(a+1)$, from $\ln x$: all of $\ln P$ where $x$ is too
 * small for a double. Error at most 8 units of $2^{-53}$ of the larger term.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaPLeading } from 'lawful/numeric';
 * expect(logGammaPLeading(0.001, -1000)).toBeCloseTo(-0.9994236064, 9);
 * ```
 */
export const logGammaPLeading = (a: number, logX: number): number =>
  a * logX - (a < 0.5 ? logGammaOnePlus(a) : logGamma(a + 1));

/**
 * The inverse of {@link logGammaPLeading}: $\ln x$ where $P(a, x)$ is given by its logarithm and $x$ is too small for a double.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaPLeading, logGammaPLeadingInverse } from 'lawful/numeric';
 * expect(logGammaPLeadingInverse(0.001, logGammaPLeading(0.001, -1000))).toBeCloseTo(-1000, 9);
 * ```
 */
export const logGammaPLeadingInverse = (a: number, logP: number): number =>
  logP === -Infinity ? logP : (logP + (a < 0.5 ? logGammaOnePlus(a) : logGamma(a + 1))) / a;

/**
 * $P(a, x(1+\epsilon))$ for a small relative correction $\epsilon$ = `lost` of $x$. Accuracy as `gammaP`.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaPNear } from 'lawful/numeric';
 * expect(gammaPNear(1, 2, 1e-17)).toBeCloseTo(1 - Math.exp(-2), 15);
 * ```
 */
export const gammaPNear = (a: number, x: number, lost: number): number =>
  lost === 0 ? gammaP(a, x) : gammaP(a, x) + lost * a * gammaPrefix(a, x);

/**
 * $Q(a, x(1+\epsilon))$, see {@link gammaPNear}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaQNear } from 'lawful/numeric';
 * expect(gammaQNear(1, 50, 0)).toBe(Math.exp(-50));
 * ```
 */
export const gammaQNear = (a: number, x: number, lost: number): number =>
  lost === 0 ? gammaQ(a, x) : gammaQ(a, x) - lost * a * gammaPrefix(a, x);

/**
 * $\ln P(a, x(1+\epsilon))$, see {@link gammaPNear}. Accuracy as `logGammaP`.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaPNear } from 'lawful/numeric';
 * expect(logGammaPNear(1, 50, 0)).toBe(-Math.exp(-50));
 * ```
 */
export const logGammaPNear = (a: number, x: number, lost: number): number => {
  const p = x < a ? gammaPNear(a, x, lost) : 1;
  if (p > 0.5) return Math.log1p(-gammaQNear(a, x, lost)) + 0;
  if (p > TINY) return Math.log(p);
  const log = logGammaP(a, x);
  return lost === 0 || log === -Infinity ? log : log + lost * a * gammaPrefixOverP(a, x);
};

/**
 * $\ln Q(a, x(1+\epsilon))$, see {@link gammaPNear}. Accuracy as `logGammaQ`.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaQNear } from 'lawful/numeric';
 * expect(logGammaQNear(1, 50, 0)).toBe(-50);
 * ```
 */
export const logGammaQNear = (a: number, x: number, lost: number): number => {
  const p = x < a ? gammaPNear(a, x, lost) : 1;
  if (p < 0.5) return Math.log1p(-p) + 0;
  const q = gammaQNear(a, x, lost);
  if (q > TINY) return Math.log(q);
  const log = logGammaQ(a, x);
  return lost === 0 || log === -Infinity ? log : log - lost * a * gammaPrefixOverQ(a, x);
};

/**
 * The prefix over Q: $x^a e^{-x} / (\Gamma(a+1) Q(a,x))$; times $a/x$ it is the hazard of a gamma law.
 *
 * Right of $a$ the exponentials of the two cancel before they are formed, so that the ratio keeps its digits where both
 * underflow. Domain $a > 0$ finite, $x > 0$. Relative error at most $5\cdot10^{-14}$ right of $a$, as {@link gammaPrefix}
 * left of it.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaPrefixOverQ } from 'lawful/numeric';
 * expect(gammaPrefixOverQ(1, 1e6)).toBeCloseTo(1e6, 6);
 * ```
 */
export const gammaPrefixOverQ = (a: number, x: number): number => {
  if (x < a || x < 1.1) return gammaPrefix(a, x) / gammaQ(a, x);
  if (!isUniform(a, x)) return a > 1e20 ? (x + 1 - a) / a : 1 / fractionFactor(a, x);
  const factor = uniformFactor(a, x, halfDeviance(a, x));
  return Math.exp(-stirlingError(a)) / (SQRT_TWO_PI * Math.sqrt(a) * factor);
};

/**
 * $P(a, u/v)$ for $u \ge 0$, $v > 0$: the distribution function of a gamma law at $u$, its scale $v$; the survival function
 * of an inverse gamma law at $v$, its scale $u$. Accuracy as `gammaP`, for $a < 10^{26}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaPOfRatio } from 'lawful/numeric';
 * expect(gammaPOfRatio(1e-3, 1e-300, 1e300)).toBeCloseTo(0.25133347, 8);
 * ```
 */
export const gammaPOfRatio = (a: number, u: number, v: number): number => {
  const x = u / v;
  if (x < TINY) return Math.exp(logGammaPLeading(a, logRatio(u, v)));
  return gammaPNear(a, x, lostIn(a, u, v, x));
};

/**
 * $Q(a, u/v)$, see {@link gammaPOfRatio}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaQOfRatio } from 'lawful/numeric';
 * expect(gammaQOfRatio(1, 3, 2)).toBeCloseTo(Math.exp(-1.5), 15);
 * ```
 */
export const gammaQOfRatio = (a: number, u: number, v: number): number => {
  const x = u / v;
  if (x < TINY) return -Math.expm1(logGammaPLeading(a, logRatio(u, v)));
  return gammaQNear(a, x, lostIn(a, u, v, x));
};

/**
 * $\ln P(a, u/v)$, see {@link gammaPOfRatio}. Accuracy as `logGammaP`.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaPOfRatio } from 'lawful/numeric';
 * expect(logGammaPOfRatio(1, 1e-300, 1e300)).toBeCloseTo(-600 * Math.LN10, 11);
 * ```
 */
export const logGammaPOfRatio = (a: number, u: number, v: number): number => {
  const x = u / v;
  if (x < TINY) return logGammaPLeading(a, logRatio(u, v));
  return logGammaPNear(a, x, lostIn(a, u, v, x));
};

/**
 * $\ln Q(a, u/v)$, see {@link gammaPOfRatio}. Accuracy as `logGammaQ`.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaQOfRatio } from 'lawful/numeric';
 * expect(logGammaQOfRatio(1, 3, 2)).toBe(-1.5);
 * ```
 */
export const logGammaQOfRatio = (a: number, u: number, v: number): number => {
  const x = u / v;
  if (x < TINY) return log1mexp(logGammaPLeading(a, logRatio(u, v)));
  return logGammaQNear(a, x, lostIn(a, u, v, x));
};

/**
 * $a\,x^a e^{-x}/\Gamma(a+1)$ at $x(1+\epsilon)$, see {@link gammaPNear}: the density of a gamma law in the logarithm of its
 * point. 0 where it is below $10^{-290}$: there its logarithm, {@link logGammaRateNear}, has to serve.
 *
 * Relative error at most $(20 + 4|\ln \text{value}|)$ units of $2^{-53}$, for $a < 10^{26}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaRateNear } from 'lawful/numeric';
 * expect(gammaRateNear(1, 1.5, 0)).toBeCloseTo(1.5 * Math.exp(-1.5), 15);
 * ```
 */
export const gammaRateNear = (a: number, x: number, lost: number): number => {
  if (x < TINY || a < TINY) return 0;
  const rate = a * gammaPrefix(a, x);
  if (rate < TINY) return 0;
  return lost === 0 ? rate : rate * (1 + (a - x) * lost);
};

/**
 * The logarithm of {@link gammaRateNear}, for every $x$ that is a normal double. Error at most 10 units of $2^{-53}$ of the
 * larger of 1 and the value.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaRateNear } from 'lawful/numeric';
 * expect(logGammaRateNear(1, 1.5, 0)).toBeCloseTo(Math.log(1.5) - 1.5, 15);
 * ```
 */
export const logGammaRateNear = (a: number, x: number, lost: number): number =>
  x === Infinity ? -Infinity : Math.log(a) + logGammaPrefix(a, x) + (lost === 0 ? 0 : (a - x) * lost);

/**
 * {@link gammaRateNear} over $Q(a, x(1+\epsilon))$: the hazard of a gamma law in the logarithm of its point, about $x$ far
 * right, where both underflow. 0 where the rate is below $10^{-290}$. Accuracy as {@link gammaPrefixOverQ}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaRateOverQNear } from 'lawful/numeric';
 * expect(gammaRateOverQNear(1, 1.5e6, 0)).toBeCloseTo(1.5e6, 6);
 * ```
 */
export const gammaRateOverQNear = (a: number, x: number, lost: number): number => {
  if (x < TINY || a < TINY || x === Infinity) return x === Infinity ? x : 0;
  const rate = a * gammaPrefixOverQ(a, x);
  if (rate < TINY) return 0;
  return lost === 0 ? rate : rate * (1 + (a - x + rate) * lost);
};

/**
 * {@link gammaRateNear} at $u/v$, see {@link gammaPOfRatio}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaRateOfRatio } from 'lawful/numeric';
 * expect(gammaRateOfRatio(1, 3, 2)).toBeCloseTo(1.5 * Math.exp(-1.5), 15);
 * ```
 */
export const gammaRateOfRatio = (a: number, u: number, v: number): number => gammaRateOfRatioAt(a)(u, v);

/**
 * {@link gammaRateOfRatio} of one shape: what hangs on that alone is computed once.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaRateOfRatioAt } from 'lawful/numeric';
 * expect(gammaRateOfRatioAt(1)(3, 2)).toBeCloseTo(1.5 * Math.exp(-1.5), 15);
 * ```
 */
export const gammaRateOfRatioAt = (a: number): ((u: number, v: number) => number) => {
  const factor = gammaPrefixFactor(a);
  return (u, v) => {
    const x = u / v;
    if (x < TINY || a < TINY || x === Infinity) return 0;
    const rate = a * gammaPrefixWith(factor, a, x);
    return rate < TINY ? 0 : rate * (1 + (a - x) * lostIn(a, u, v, x));
  };
};

/**
 * {@link logGammaRateNear} at $u/v$, also where that is no normal double.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaRateOfRatio } from 'lawful/numeric';
 * expect(logGammaRateOfRatio(1, 1e-300, 1e300)).toBeCloseTo(-600 * Math.LN10, 11);
 * ```
 */
export const logGammaRateOfRatio = (a: number, u: number, v: number): number => {
  const x = u / v;
  if (x < TINY) return Math.log(a) + logGammaPLeading(a, logRatio(u, v));
  return logGammaRateNear(a, x, lostIn(a, u, v, x));
};

/**
 * {@link gammaRateOverQNear} at $u/v$, see {@link gammaPOfRatio}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaRateOverQOfRatio } from 'lawful/numeric';
 * expect(gammaRateOverQOfRatio(1, 3e6, 2)).toBeCloseTo(1.5e6, 6);
 * ```
 */
export const gammaRateOverQOfRatio = (a: number, u: number, v: number): number => {
  const x = u / v;
  return gammaRateOverQNear(a, x, lostIn(a, u, v, x));
};

/**
 * {@link gammaRateOfRatio} over $P(a, u/v)$: the hazard of an inverse gamma law in the logarithm of its point, about $a$ far
 * left, where both underflow. 0 where the rate is below $10^{-290}$. Accuracy as `gammaPrefixOverP`.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaRateOverPOfRatio } from 'lawful/numeric';
 * expect(gammaRateOverPOfRatio(7, 1e-100, 2)).toBe(7);
 * ```
 */
export const gammaRateOverPOfRatio = (a: number, u: number, v: number): number => {
  const x = u / v;
  if (x < TINY) return a;
  if (a < TINY || x === Infinity) return 0;
  const rate = a * gammaPrefixOverP(a, x);
  return rate < TINY ? 0 : rate * (1 + (a - x - rate) * lostIn(a, u, v, x));
};
