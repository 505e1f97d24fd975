/**
 * The modified Bessel functions I0 and I1 without their exponential growth: what the von Mises law is normalised by.
 *
 * Tables: `test/reference/coefficients_special.py`.
 */
import { polynomial } from './polynomial.ts';

/** 1 / m!^2, and 1 / (m! (m + 1)!): enough of them for x <= 4. */
const I0_SERIES = [
  1.0, 1.0, 0.25, 0.027777777777777776, 0.001736111111111111, 6.944444444444444e-5, 1.9290123456790124e-6,
  3.936759889140842e-8, 6.151187326782565e-10, 7.594058428126624e-12, 7.594058428126623e-14, 6.276081345559193e-16,
  4.358389823304995e-18, 2.5789288895295828e-20, 1.3157800456783586e-22, 5.8479113141260385e-25, 2.2843403570804838e-27,
  7.904291893012054e-30, 2.4395962632753253e-32,
];
const I1_SERIES = [
  1.0, 0.5, 0.08333333333333333, 0.006944444444444444, 0.00034722222222222224, 1.1574074074074073e-5,
  2.755731922398589e-7, 4.920949861426052e-9, 6.834652585313961e-11, 7.594058428126623e-13, 6.903689480115112e-15,
  5.230067787965994e-17, 3.352607556388458e-19, 1.842092063949702e-21, 8.771866971189057e-24, 3.654944571328774e-26,
  1.3437296218120491e-28, 4.391273273895586e-31, 1.2839980333028028e-33,
];

/** sqrt(x) e^-x I0(x), and with I1, for 4 <= x <= 8 in powers of 16/x - 3. */
const I0_MIDDLE = [
  0.4095726275046849, 0.004129118562213719, 0.0002757736522991841, 3.2230172721809424e-5, -3.425167338151415e-6,
  -2.802360943724729e-6, 1.5309640034225306e-7, 2.1454256032693202e-7, -4.263152821732368e-8, -1.0202210472905933e-8,
  6.296424315695827e-9, -8.514291785443206e-10, -3.161432314834536e-10, 1.8942245855028179e-10, -3.9147234602363114e-11,
  -4.310952351728578e-12, 5.631705084739301e-12, -1.3342283073963056e-12,
];
const I1_MIDDLE = [
  0.3688525644848755, -0.010915795732181956, -0.00039840364850416674, -4.243335694310365e-5, 2.8649829920759016e-6,
  3.161415113584598e-6, -8.717323704701981e-8, -2.3909845483384916e-7, 4.0342877918272266e-8, 1.2416889901325194e-8,
  -6.584039676405408e-9, 7.434311660754972e-10, 3.7162591407990616e-10, -1.9768128942003342e-10, 3.676728162090524e-11,
  5.897658536663723e-12, -5.8467718168225365e-12, 1.2885023540993217e-12,
];

/** sqrt(x) e^-x I0(x), and with I1, for x >= 8 in powers of 16/x - 1. */
const I0_FAR = [
  0.4021765094450081, 0.0033605519836678944, 0.00013621607439186705, 1.1143033787545386e-5, 1.4838475687894938e-6,
  2.9735996224521226e-7, 8.872214307451732e-8, 3.932437699533459e-8, 2.15488936175863e-8, 7.566352487698237e-9,
  -6.750552282740284e-9, -1.346629294837396e-8, -5.394456734259438e-9, 7.737147033780934e-9, 7.406235049001522e-9,
  -3.905230623712341e-9, -5.91556056510856e-9, 2.1053080134403423e-9, 3.5985362919394714e-9, -1.1448789558755036e-9,
  -1.5930354799216344e-9, 5.122212147228388e-10, 4.4789181847911815e-10, -1.5066113686101474e-10,
  -5.905024573995148e-11, 2.0820835852793106e-11,
];
const I1_FAR = [
  0.38939845902587233, -0.009749577193235768, -0.00021923576383382282, -1.5038547197358572e-5, -1.8349101357991557e-6,
  -3.4838567401229716e-7, -1.0001282610189342e-7, -4.312778920167609e-8, -2.337446787242448e-8, -8.43880090582137e-9,
  6.737493433374833e-9, 1.408852075202545e-8, 5.963645798166707e-9, -7.816968266767898e-9, -7.863004697555056e-9,
  3.803814960536081e-9, 6.202984113000443e-9, -1.992076551203188e-9, -3.75344338735913e-9, 1.0715528639398075e-9,
  1.657764699456319e-9, -4.798751536934023e-10, -4.6561597954216946e-10, 1.417650842869536e-10, 6.135932778393812e-11,
  -1.9677083272584384e-11,
];

/** Up to here the power series: further out the rounding of x^2 would count more than once. */
const NEAR = 4;

/** sqrt(x) e^-x I(x) by its polynomials for x > 4. */
const scaled = (x: number, middle: ReadonlyArray<number>, far: ReadonlyArray<number>): number =>
  x < 8 ? polynomial(middle, 16 / x - 3) : polynomial(far, 16 / x - 1);

/**
 * $e^{-|x|} I_0(x)$, the exponentially scaled modified Bessel function of order 0: 1 at 0, about $1/\sqrt{2\pi |x|}$ far out.
 *
 * By the power series in $x^2/4$, all of whose terms are positive, up to $|x| = 4$, then by polynomials in $1/x$, the last of
 * which holds to the largest double. Relative error at most 5 units of $2^{-53}$.
 * @source DLMF 10.25.2, 10.40.1
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { i0e } from 'lawful/numeric';
 * expect(i0e(0)).toBe(1);
 * expect(i0e(1e300) * Math.sqrt(2e300 * Math.PI)).toBeCloseTo(1, 15);
 * ```
 */
export const i0e = (x: number): number => {
  const a = Math.abs(x);
  if (a <= NEAR) return Math.exp(-a) * polynomial(I0_SERIES, 0.25 * a * a);
  return scaled(a, I0_MIDDLE, I0_FAR) / Math.sqrt(a);
};

/**
 * $e^{-|x|} I_1(x)$, the exponentially scaled modified Bessel function of order 1: odd, about $x/2$ near 0 and
 * $\pm 1/\sqrt{2\pi |x|}$ far out.
 *
 * Computed as {@link i0e}. Relative error at most 5 units of $2^{-53}$.
 * @source DLMF 10.25.2, 10.40.1
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { i0e, i1e } from 'lawful/numeric';
 * expect(i1e(1e-300)).toBe(5e-301);
 * // The mean resultant length of the von Mises law of concentration 2.
 * expect(i1e(2) / i0e(2)).toBeCloseTo(0.697774657964008, 15);
 * ```
 */
export const i1e = (x: number): number => {
  const a = Math.abs(x);
  if (a <= NEAR) return 0.5 * x * (Math.exp(-a) * polynomial(I1_SERIES, 0.25 * a * a)) + 0;
  const y = scaled(a, I1_MIDDLE, I1_FAR) / Math.sqrt(a);
  return (x < 0 ? -y : y) + 0;
};
