/**
 * The error function and its complements.
 *
 * Everything rests on erfcx(x) = exp(x^2) erfc(x), which has no tail to lose: erfc is erfcx times an exponential whose
 * argument, a square, is split into its rounded value and its exact error.
 *
 * @source W. J. Cody (1969), Rational Chebyshev approximations for the error function · doi:10.1090/S0025-5718-1969-0247736-4
 */
import { productError } from './elementary.ts';

const NEAR = 0.46875;
const INVERSE_SQRT_PI = 0.5641895835477563;

/** erf on [-0.46875, 0.46875]. */
export const erfNear = (x: number): number => {
  const y = x * x;
  // prettier-ignore
  const p =
    (((1.85777706184603153e-1 * y + 3.1611237438705656) * y + 1.13864154151050156e2) * y + 3.77485237685302021e2) * y +
    3.20937758913846947e3;
  // prettier-ignore
  const q =
    (((y + 2.36012909523441209e1) * y + 2.44024637934444173e2) * y + 1.28261652607737228e3) * y + 2.84423683343917062e3;
  return (x * p) / q;
};

/** erfcx for x >= 0.46875. */
const erfcxFar = (x: number): number => {
  if (x <= 4) {
    // prettier-ignore
    const p =
      (((((((2.15311535474403846e-8 * x + 5.64188496988670089e-1) * x + 8.88314979438837594) * x +
        6.61191906371416295e1) * x + 2.98635138197400131e2) * x + 8.8195222124176909e2) * x + 1.71204761263407058e3) *
        x + 2.05107837782607147e3) * x + 1.23033935479799725e3;
    // prettier-ignore
    const q =
      (((((((x + 1.57449261107098347e1) * x + 1.17693950891312499e2) * x + 5.37181101862009858e2) * x +
        1.62138957456669019e3) * x + 3.29079923573345963e3) * x + 4.36261909014324716e3) * x + 3.43936767414372164e3) *
        x + 1.23033935480374942e3;
    return p / q;
  }
  if (x > 1e8) return INVERSE_SQRT_PI / x;
  const y = 1 / (x * x);
  // prettier-ignore
  const p =
    ((((1.63153871373020978e-2 * y + 3.05326634961232344e-1) * y + 3.60344899949804439e-1) * y +
      1.25781726111229246e-1) * y + 1.60837851487422766e-2) * y + 6.58749161529837803e-4;
  // prettier-ignore
  const q =
    ((((y + 2.56852019228982242) * y + 1.87295284992346725) * y + 5.27905102951428412e-1) * y +
      6.05183413124413191e-2) * y + 2.33520497626869185e-3;
  return (INVERSE_SQRT_PI - (y * p) / q) / x;
};

/** exp(-x^2) with the square's rounding error put back. */
const expMinusSquare = (x: number): number => {
  const square = x * x;
  return square > 750 ? 0 : Math.exp(-square) * (1 - productError(x, x, square));
};

/**
 * The error function $\operatorname{erf}(x) = \frac{2}{\sqrt\pi}\int_0^x e^{-t^2}\,dt$.
 *
 * Relative error at most 4 units of $2^{-53}$ for every real $x$.
 * @source Cody (1969) · doi:10.1090/S0025-5718-1969-0247736-4
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { erf } from 'lawful/numeric';
 * expect(erf(1)).toBeCloseTo(0.8427007929497149, 15);
 * ```
 */
export const erf = (x: number): number => {
  const a = Math.abs(x);
  if (a <= NEAR) return erfNear(x);
  if (a > 6) return Math.sign(x);
  const y = 1 - expMinusSquare(a) * erfcxFar(a);
  return x < 0 ? -y : y;
};

/**
 * The complementary error function $\operatorname{erfc}(x) = 1 - \operatorname{erf}(x)$, to full relative accuracy in
 * the right tail.
 *
 * Relative error at most 8 units of $2^{-53}$ where the value is a normal double ($x < 26.54$); 0 beyond 27.3.
 * @source Cody (1969) · doi:10.1090/S0025-5718-1969-0247736-4
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { erfc } from 'lawful/numeric';
 * expect(erfc(10) / 2.088487583762545e-45).toBeCloseTo(1, 14);
 * ```
 */
export const erfc = (x: number): number => {
  const a = Math.abs(x);
  if (a <= NEAR) return 1 - erfNear(x);
  const y = expMinusSquare(a) * erfcxFar(a);
  return x < 0 ? 2 - y : y;
};

/**
 * The scaled complement $\operatorname{erfcx}(x) = e^{x^2}\operatorname{erfc}(x)$: about $1/(x\sqrt\pi)$ on the right,
 * overflowing to infinity left of $-26.64$.
 *
 * Relative error at most 6 units of $2^{-53}$.
 * @source Cody (1969) · doi:10.1090/S0025-5718-1969-0247736-4
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { erfcx } from 'lawful/numeric';
 * expect(erfcx(1e10)).toBeCloseTo(5.641895835477563e-11, 24);
 * ```
 */
export const erfcx = (x: number): number => {
  if (x >= NEAR) return erfcxFar(x);
  const square = x * x;
  if (square > 750) return Infinity;
  const growth = Math.exp(square) * (1 + productError(x, x, square));
  return x >= -NEAR ? growth * (1 - erfNear(x)) : 2 * growth - erfcxFar(-x);
};

/**
 * $\ln\operatorname{erfc}(x)$ for every real $x$: about $-2x/\sqrt\pi$ near 0 and $-x^2$ far to the right, where erfc
 * itself underflows.
 *
 * Relative error at most 6 units of $2^{-53}$; $-\infty$ beyond $1.34\cdot10^{154}$, where it overflows.
 * @source Cody (1969) · doi:10.1090/S0025-5718-1969-0247736-4
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logErfc } from 'lawful/numeric';
 * expect(logErfc(1e-20) / (-2e-20 / Math.sqrt(Math.PI))).toBeCloseTo(1, 15);
 * expect(logErfc(1e150) / -1e300).toBeCloseTo(1, 15);
 * ```
 */
export const logErfc = (x: number): number => {
  if (x > NEAR) return Math.log(erfcxFar(x)) - x * x;
  // erf first: 1 - erf(1e-20) would be 1.
  return x < -NEAR ? Math.log(2 - erfc(-x)) : Math.log1p(-erfNear(x)) + 0;
};
