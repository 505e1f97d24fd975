/**
 * The logarithms of a ratio of gamma functions and of the beta function, without subtracting large logarithms.
 *
 * @source DLMF 5.11, 5.12
 */
import { HALF_LOG_TWO_PI } from './constants.ts';
import { logGamma, STIRLING_SERIES, stirlingError } from './log-gamma.ts';

/** From here on Stirling's series. */
const LARGE = 10;

/** u - ln(1 + u) for u > -1. */
const overLog = (u: number): number => {
  if (!(Math.abs(u) < 0.5)) return u - Math.log1p(u);
  const t = u / (2 + u);
  const y = t * t;
  let sum = 0;
  for (let k = y < 0.001 ? 13 : 29; k >= 3; k -= 2) sum = sum * y + 1 / k;
  return t * (u - 2 * y * sum);
};

/** The difference of Stirling's errors at a + d and a, both at least 10: through the divided difference of the series. */
const stirlingDifference = (a: number, d: number): number => {
  const v = 1 / a;
  const w = 1 / (a + d);
  const y = v * v;
  const z = w * w;
  let value = 0;
  let slope = 0;
  for (let k = STIRLING_SERIES.length - 1; k >= 0; k--) {
    slope = slope * z + value;
    value = value * y + STIRLING_SERIES[k];
  }
  return -d * v * w * (value + slope * (z - y) + v * (w + v) * slope);
};

/** ln(Gamma(a + d) / Gamma(a)) - d ln(a + d), about -d^2 / (2a), for a and a + d at least 10. */
const ratioRest = (a: number, d: number): number => {
  const u = d / a;
  return stirlingDifference(a, d) - 0.5 * Math.log1p(u) - a * overLog(u);
};

/** ln(Gamma(a + d) / Gamma(a)) - d ln(a + d) for d > 0: the ratio but for its main term. */
export const logGammaRatioRest = (a: number, d: number): number =>
  a >= LARGE ? ratioRest(a, d) : logGammaRatio(a, d) - d * Math.log(a + d);

/** ln(Gamma(a + d) / Gamma(a)), d > 0. */
const ascent = (a: number, d: number): number => {
  // Of this size each term may overflow before the value does, and two of them to NaN.
  if (a >= LARGE && d > 1e290) return d * (Math.log(a) + Math.log1p(d / a) - overLog(d / a) / (d / a));
  if (a >= LARGE) return d * Math.log(a + d) + ratioRest(a, d);
  if (d > 1e6 || !(d / a < 1e200)) return logGamma(a + d) - logGamma(a);
  let excess = 0;
  let above = a;
  while (above < LARGE) {
    const e = d / above;
    excess += e + excess * e;
    above += 1;
  }
  return d * Math.log(above + d) + ratioRest(above, d) - Math.log1p(excess);
};

/**
 * $\ln\bigl(\Gamma(a + \delta)/\Gamma(a)\bigr)$ for $a > 0$ finite and $a + \delta > 0$; `NaN` outside.
 *
 * As $\delta \to 0$ it is $\delta\,\psi(a)$ and keeps its digits; for large $a$ no large logarithms are subtracted. By
 * Stirling's series with divided differences from $a = 10$ on, below by recurrence. Error at most 16 units of $2^{-53}$
 * of the larger of the value and $|\delta|$.
 * @source DLMF 5.11.1
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaRatio } from 'lawful/numeric';
 * expect(logGammaRatio(4, 2)).toBeCloseTo(Math.log(20), 14);
 * expect(logGammaRatio(1, 1e-20) / -5.772156649015329e-21).toBeCloseTo(1, 13);
 * ```
 */
export const logGammaRatio = (a: number, delta: number): number => {
  if (!(a > 0 && a < Infinity && a + delta > 0)) return NaN;
  if (delta === 0 || delta === Infinity) return delta + 0;
  return delta > 0 ? ascent(a, delta) : -ascent(a + delta, -delta);
};

/**
 * $\ln B(a,b) = \ln\bigl(\Gamma(a)\Gamma(b)/\Gamma(a+b)\bigr)$ for $a, b > 0$; `NaN` outside.
 *
 * Where both are at least 10 in Stirling's form, whose terms have one sign, else as $\ln\Gamma$ of the smaller less
 * {@link logGammaRatio}. Error at most 16 units of $2^{-53}$ of the larger of 1 and the value.
 * @source DLMF 5.12.1
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logBeta } from 'lawful/numeric';
 * expect(logBeta(3, 4)).toBeCloseTo(-Math.log(60), 14);
 * expect(logBeta(0.5, 1e20)).toBeCloseTo(0.5 * Math.log(Math.PI) - 10 * Math.LN10, 13);
 * ```
 */
export const logBeta = (a: number, b: number): number => {
  if (!(a > 0 && b > 0)) return NaN;
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  if (high === Infinity) return -Infinity;
  if (low < LARGE) return logGamma(low) - logGammaRatio(high, low);
  const ratio = low / high;
  const sum = low + high;
  const error = stirlingError(low) + stirlingError(high) - stirlingError(sum);
  // ln(low / sum) as a sum of two logarithms of one sign: the sum may overflow.
  const main = low * (Math.log(ratio) - Math.log1p(ratio)) - high * Math.log1p(ratio);
  return main + 0.5 * (Math.log1p(ratio) - Math.log(low)) + HALF_LOG_TWO_PI + error;
};
