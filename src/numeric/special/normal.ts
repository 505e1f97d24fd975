/**
 * The standard normal distribution function, its logarithm, its Mills ratio and its inverses.
 */
import { HALF_LOG_TWO_PI } from './constants.ts';
import { productError } from './elementary.ts';
import { erfcx, erfNear } from './error-function.ts';

const SQRT_HALF = Math.SQRT1_2;
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
const SQRT_TWO_OVER_PI = 0.7978845608028654;

/** By what exp(-(z + epsilon)^2 / 2) differs from exp(-square / 2), square being the rounded z^2. */
const halfSquareCorrection = (z: number, epsilon: number, square: number): number =>
  1 - (0.5 * productError(z, z, square) + z * epsilon);

/**
 * $e^{-(z + \epsilon)^2/2}$ for a small correction $\epsilon$, with the rounding error of the square put back.
 *
 * A double $z$ of 30 has a square whose last place is worth 1e-13 in the exponential; $\epsilon$ carries what was lost
 * when $z$ itself was made (see {@link standardisationError}). Relative error at most 3 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { expMinusHalfSquare } from 'lawful/numeric';
 * expect(expMinusHalfSquare(2, 0)).toBe(Math.exp(-2));
 * ```
 */
export const expMinusHalfSquare = (z: number, epsilon: number): number => {
  const square = z * z;
  if (square > 1500) return 0;
  return Math.exp(-0.5 * square) * halfSquareCorrection(z, epsilon, square);
};

/**
 * The standard normal distribution function $\Phi(z + \epsilon)$, where $\epsilon$ (0 unless given) is a correction too
 * small to change $z$. The upper tail is $\Phi(-z)$.
 *
 * Relative error at most 8 units of $2^{-53}$ wherever the value is a normal double ($z > -37.5$).
 * @source Cody (1969) · doi:10.1090/S0025-5718-1969-0247736-4
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { normalCdf } from 'lawful/numeric';
 * expect(normalCdf(0)).toBe(0.5);
 * expect(normalCdf(-30) / 4.906713927148187e-198).toBeCloseTo(1, 14);
 * ```
 */
export const normalCdf = (z: number, epsilon = 0): number => {
  if (Math.abs(z) < 0.66) return 0.5 + 0.5 * erfNear((z + epsilon) * SQRT_HALF);
  const tail = 0.5 * expMinusHalfSquare(z, epsilon) * erfcx(Math.abs(z) * SQRT_HALF);
  return z < 0 ? tail : 1 - tail;
};

/**
 * $\ln \Phi(z + \epsilon)$ (see {@link normalCdf}) in both tails: about $-z^2/2$ far left, about $-\Phi(-z)$ far right.
 *
 * Relative error at most 8 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { normalLogCdf } from 'lawful/numeric';
 * expect(normalLogCdf(-1e10)).toBe(-5e19);
 * ```
 */
export const normalLogCdf = (z: number, epsilon = 0): number => {
  if (z > 0) return Math.log1p(-normalCdf(-z, -epsilon)) + 0;
  if (z > -1) return Math.log(normalCdf(z, epsilon));
  const square = epsilon === 0 ? z * z : z * z + 2 * z * epsilon;
  return -0.5 * square + Math.log(0.5 * erfcx(-z * SQRT_HALF));
};

/**
 * The normal density at $z + \epsilon$ (see {@link normalCdf}) over a scale: $\varphi(z + \epsilon)/\sigma$.
 *
 * A small scale can lift a density out of the range where $\varphi$ itself underflows; the exponential is then applied
 * in two halves. Relative error at most 6 units of $2^{-53}$ where the value is a normal double.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { normalPdf } from 'lawful/numeric';
 * expect(normalPdf(0)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 16);
 * expect(normalPdf(40, 0, 1e-200) / 1.4632702508383032e-148).toBeCloseTo(1, 14);
 * ```
 */
export const normalPdf = (z: number, epsilon = 0, scale = 1): number => {
  const square = z * z;
  if (square <= 1400) return (INVERSE_SQRT_TWO_PI * expMinusHalfSquare(z, epsilon)) / scale;
  const half = Math.exp(-0.25 * square);
  // Both halves are 0 long before the square overflows, and the split of z with it.
  if (half === 0) return 0;
  return ((INVERSE_SQRT_TWO_PI * half * halfSquareCorrection(z, epsilon, square)) / scale) * half;
};

/**
 * The hazard of the standard normal at $z + \epsilon$ (see {@link normalCdf}) over a scale: $\varphi/\Phi(-\cdot)/\sigma$, the
 * inverse of Mills' ratio, about $z/\sigma$ far right.
 *
 * Relative error at most 8 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { normalHazard } from 'lawful/numeric';
 * expect(normalHazard(1e8)).toBeCloseTo(1e8, 6);
 * ```
 */
export const normalHazard = (z: number, epsilon = 0, scale = 1): number =>
  z > 0
    ? SQRT_TWO_OVER_PI / erfcx((z + epsilon) * SQRT_HALF) / scale
    : normalPdf(z, epsilon, scale) / normalCdf(-z, -epsilon);

/** Central 85 %: q = p - 1/2. */
export const quantileCentre = (q: number): number => {
  const r = 0.180625 - q * q;
  // prettier-ignore
  const a =
    ((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4) * r +
      4.5921953931549871457e4) * r + 1.3731693765509461125e4) * r + 1.9715909503065514427e3) * r +
      1.3314166789178437745e2) * r + 3.387132872796366608;
  // prettier-ignore
  const b =
    ((((((5.226495278852854561e3 * r + 2.8729085735721942674e4) * r + 3.930789580009271061e4) * r +
      2.1213794301586595867e4) * r + 5.3941960214247511077e3) * r + 6.871870074920579083e2) * r +
      4.2313330701600911252e1) * r + 1;
  return (q * a) / b;
};

/** The upper tail: r = sqrt(-ln q), for q the mass above. Good to r = 27. */
const quantileTail = (root: number): number => {
  if (root <= 5) {
    const r = root - 1.6;
    // prettier-ignore
    const c =
      ((((((7.7454501427834140764e-4 * r + 2.27238449892691845833e-2) * r + 2.4178072517745061177e-1) * r +
        1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r +
        4.6303378461565452959) * r + 1.42343711074968357734;
    // prettier-ignore
    const d =
      ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 1.51986665636164571966e-2) * r +
        1.4810397642748007459e-1) * r + 6.8976733498510000455e-1) * r + 1.6763848301838038494) * r +
        2.05319162663775882187) * r + 1;
    return c / d;
  }
  const r = root - 5;
  // prettier-ignore
  const e =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.2426609473880784386e-3) * r +
      2.65321895265761230930e-2) * r + 2.9656057182850489123e-1) * r + 1.7848265399172913358) * r +
      5.4637849111641143699) * r + 6.6579046435011037772;
  // prettier-ignore
  const f =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.84631831751005468180e-5) * r +
      7.868691311456132591e-4) * r + 1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r +
      5.99832206555887937690e-1) * r + 1;
  return e / f;
};

/**
 * The standard normal quantile $\Phi^{-1}(p)$. The upper quantile of a small mass $q$ is `-normalQuantile(q)`.
 *
 * Relative error at most 8 units of $2^{-53}$ for every double in (0, 1), subnormal ones too; $\mp\infty$ at 0 and 1,
 * `NaN` outside [0, 1].
 * @source Wichura (1988), Algorithm AS 241 · doi:10.2307/2347330
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { normalQuantile } from 'lawful/numeric';
 * expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
 * expect(normalQuantile(1e-300)).toBeCloseTo(-37.0471, 4);
 * ```
 */
export const normalQuantile = (p: number): number => {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return quantileCentre(q);
  if (!(p >= 0 && p <= 1)) return NaN;
  if (q < 0) return p === 0 ? -Infinity : -quantileTail(Math.sqrt(-Math.log(p)));
  return p === 1 ? Infinity : quantileTail(Math.sqrt(-Math.log(1 - p)));
};

/** ln 0.925 and ln 0.075, the ends of the central range, and what LN2 lacks of ln 2. */
const LOG_UPPER = -0.07796154146971186;
const LOG_LOWER = -2.5902671654458267;
const LN2_LOW = 2.3190468138462996e-17;

/**
 * The standard normal quantile of a probability given by its logarithm: $\Phi^{-1}(e^{\ell})$ for $\ell \le 0$.
 *
 * Below $\ell = -700$, where the probability itself underflows, by Newton steps on {@link normalLogCdf} from the
 * asymptotic root. Relative error at most 8 units of $2^{-53}$, down to $\ell = -10^{308}$. `NaN` for $\ell > 0$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { normalLogCdf, normalQuantileOfLog } from 'lawful/numeric';
 * expect(normalQuantileOfLog(normalLogCdf(-1e6))).toBeCloseTo(-1e6, 8);
 * ```
 */
export const normalQuantileOfLog = (logP: number): number => {
  if (logP > LOG_UPPER) return -normalQuantile(-Math.expm1(logP));
  // p - 1/2 without forming p, so that the quantile keeps its digits near its zero at -ln 2.
  if (logP >= LOG_LOWER) return quantileCentre(0.5 * Math.expm1(logP + Math.LN2 + LN2_LOW));
  if (logP >= -700) return -quantileTail(Math.sqrt(-logP));
  if (logP < -1e300) return -Math.SQRT2 * Math.sqrt(-logP);
  if (logP !== logP) return NaN;
  let z = Math.sqrt(-2 * logP - 2 * HALF_LOG_TWO_PI - Math.log(-2 * logP));
  for (let i = 0; i < 3; i++) z += (normalLogCdf(-z) - logP) / normalHazard(z);
  return -z;
};
