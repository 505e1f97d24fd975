/**
 * Gamma at 1 + 1/k, and how much it bends there: the moments of a law that is a power of an exponential.
 *
 * Table: `test/reference/coefficients_root_gamma.py`.
 */
import { SQRT_TWO_PI } from './constants.ts';
import { productError } from './elementary.ts';
import { gammaOnePlus } from './gamma-prefix.ts';
import { logGammaRatio } from './log-beta.ts';
import { logGamma, logGammaOnePlus, stirlingError } from './log-gamma.ts';
import { polynomial } from './polynomial.ts';

/** (ln Gamma(1 + z) + gamma z) / z^2 on [-1/2, 1/2]. */
const LOG_GAMMA_BEND = [
  0.8224670334241132, -0.40068563438653143, 0.2705808084277935, -0.20738555102868264, 0.16955717699509998,
  -0.14404989676660432, 0.1255096697597847, -0.11133426609784326, 0.10009944506030896, -0.09095400505183002,
  0.08335423437020126, -0.07693289889098169, 0.07142491150665906, -0.06666090274277171, 0.0626116167474043,
  -0.05893144617283329, 0.054501409023364235, -0.05160779924359342, 0.057003000096539545, -0.05441917689430451,
  0.01333577663873192, -0.012292453907891061, 0.14011729595820724, -0.13557904034248142, -0.14857260899606312,
  0.14450491158631584, 0.21762817640022097, -0.210980978957412,
];

/** 1/k - fl(1/k). */
const reciprocalLost = (k: number, e: number): number => {
  if (!(k > 1e-140 && k < 1e140)) return 0;
  const back = e * k;
  return (1 - back - productError(e, k, back)) / k;
};

/**
 * $\Gamma(1 + 1/k)$ for $k > 0$ or $k < -1$; `NaN` between.
 *
 * Relative error at most 10 units of $2^{-53}$; it overflows below $k = 1/170.6$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { rootGamma } from 'lawful/numeric';
 * expect(rootGamma(2)).toBeCloseTo(Math.sqrt(Math.PI) / 2, 15);
 * expect(rootGamma(-2)).toBeCloseTo(Math.sqrt(Math.PI), 15);
 * ```
 */
export const rootGamma = (k: number): number => {
  const e = 1 / k;
  if (k >= 2 || k <= -2) return Math.exp(logGammaOnePlus(e));
  if (!(k > 0)) return k < -1 ? gammaOnePlus((k + 1) / k) / ((k + 1) / k) : NaN;
  if (e > 180) return Infinity;
  // What 1/k lost, through the digamma function.
  const correction = 1 + reciprocalLost(k, e) * (Math.log(e + 0.5) + 1 / (24 * (e + 0.5) * (e + 0.5)));
  if (e < 16) return gammaOnePlus(e) * correction;
  const half = Math.pow(e, 0.5 * e) * Math.exp(-0.5 * e);
  return half * (SQRT_TWO_PI * Math.sqrt(e) * Math.exp(stirlingError(e)) * correction) * half;
};

/**
 * $\Gamma(1 + 2/k)/\Gamma(1 + 1/k)^2 - 1$ for $k > 0$ or $k < -2$, `NaN` between: the squared coefficient of variation of
 * the $k$-th root of a standard exponential variable, about $\pi^2/(6k^2)$ for large $|k|$.
 *
 * From $|k| = 4$ on by $2(2g(2/k) - g(1/k))/k^2$ with $g(z) = (\ln\Gamma(1+z) + \gamma z)/z^2$, in which nothing cancels. Relative
 * error at most 20 units of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { rootGammaSpread } from 'lawful/numeric';
 * expect(rootGammaSpread(1)).toBeCloseTo(1, 14);
 * expect(rootGammaSpread(1e8) * 1e16).toBeCloseTo(Math.PI ** 2 / 6, 7);
 * ```
 */
export const rootGammaSpread = (k: number): number => {
  const e = 1 / k;
  if (k >= 4 || k <= -4)
    return Math.expm1(2 * e * (e * (2 * polynomial(LOG_GAMMA_BEND, 2 * e) - polynomial(LOG_GAMMA_BEND, e))));
  if (!(k > 0)) {
    const f = (k + 2) / k;
    return k < -2 ? (gammaOnePlus(f) / f) * Math.exp(-2 * logGammaOnePlus(e)) - 1 : NaN;
  }
  if (k > 1) return Math.expm1(logGamma(1 + 2 * e) - 2 * logGamma(1 + e));
  if (e > 600) return Infinity;
  // By the duplication formula Gamma(1 + 2e) = 4^e Gamma(e + 1/2) Gamma(e + 1) / sqrt(pi).
  const fourth = Math.pow(4, e) * (1 + 2 * Math.LN2 * reciprocalLost(k, e));
  return (fourth * Math.exp(logGammaRatio(e + 1, -0.5))) / 1.772453850905516 - 1;
};
