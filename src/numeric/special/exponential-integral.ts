/**
 * The exponential integral E1, plain and without its exponential decay.
 *
 * Tables: `test/reference/coefficients_special.py`.
 */
import { polynomial } from './polynomial.ts';

/** x e^x E1(x) on three stretches, in the variable that maps 1/x onto [-1, 1]. */
const FROM_1_TO_3 = [
  0.6723850039373744, -0.09048125492171806, 0.017743286294761, -0.004141684332369176, 0.0010736734228760597,
  -0.0002990202276040546, 8.779744061732722e-5, -2.6857299741578614e-5, 8.49090066860887e-6, -2.758474838750734e-6,
  9.169811219149485e-7, -3.1087655265812213e-7, 1.0722352008373739e-7, -3.759435773885778e-8, 1.3343599399673275e-8,
  -4.708919819580173e-9, 1.7078762057249825e-9, -7.201188410856109e-10, 2.680578360283723e-10, -3.425932105716451e-11,
  1.2193634312915866e-11, -3.0900703478327383e-11, 1.190828038859574e-11,
];
const FROM_3_TO_10 = [
  0.8428890885422876, -0.06341020263378075, 0.00781569552259776, -0.0012318219411486555, 0.0002265215236201675,
  -4.641783113287582e-5, 1.0317519575604398e-5, -2.4447518285956438e-6, 6.101863598592858e-7, -1.5903664833018609e-7,
  4.300680869907979e-8, -1.2004856212831293e-8, 3.4402281503465693e-9, -1.0116869912929036e-9, 3.114421590540041e-10,
  -9.571884191235543e-11, 2.371260511904033e-11, -7.410526442264335e-12, 5.285584031349637e-12, -1.750888600590396e-12,
];
const FROM_10 = [
  0.9543709099192168, -0.04178910830355355, 0.003389290531257002, -0.00038468222477042776, 5.463711877119039e-5,
  -9.149509096950055e-6, 1.7415311796622822e-6, -3.676388607555992e-7, 8.458142101236374e-8, -2.0934990463090755e-8,
  5.518669656185413e-9, -1.5339674835279021e-9, 4.483494198091257e-10, -1.4196442234427125e-10, 4.5441419962053896e-11,
  -1.042076505186486e-11, 3.351347839788857e-12, -3.4347718601903928e-12, 1.2828637259645538e-12,
];

const EULER = 0.5772156649015329;

/**
 * E1 = -gamma - ln x + x - x^2/(2 2!) + x^3/(3 3!) - ... for 0 < x <= 1. The terms from x^2 on are small; what is left,
 * x - gamma, is nearly exact where the sum is least.
 */
const near = (x: number): number => {
  let term = 1;
  let sum = 0;
  for (let n = 2; n < 20 && term > 1e-18; n++) {
    term *= x / n;
    sum += (n % 2 === 0 ? -term : term) / n;
  }
  return x - EULER + x * sum - Math.log(x);
};

/** x e^x E1(x) for x > 1. */
const far = (x: number): number => {
  const y = 1 / x;
  if (x < 3) return polynomial(FROM_1_TO_3, 3 * y - 2);
  return x < 10 ? polynomial(FROM_3_TO_10, (60 * y - 13) / 7) : polynomial(FROM_10, 20 * y - 1);
};

/**
 * The exponential integral $E_1(x) = \int_x^\infty \frac{e^{-t}}{t}\,dt$ for $x > 0$; $+\infty$ at 0, `NaN` below.
 *
 * By its power series up to 1, beyond by polynomials for $x e^x E_1(x)$ in $1/x$. Relative error at most 5 units of
 * $2^{-53}$ where the value is a normal double ($x < 701.8$); 0 beyond 738.6.
 * @source DLMF 6.2.1, 6.6.2
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { expintE1 } from 'lawful/numeric';
 * expect(expintE1(1)).toBeCloseTo(0.21938393439552028, 16);
 * expect(expintE1(-1)).toBeNaN();
 * ```
 */
export const expintE1 = (x: number): number => {
  if (!(x > 1)) return x === 0 ? Infinity : x > 0 ? near(x) : NaN;
  return x === Infinity ? 0 : (Math.exp(-x) * far(x)) / x;
};

/**
 * $e^x E_1(x)$ for $x > 0$: the exponential integral without its decay, about $1/x$ far out, never underflowing;
 * $+\infty$ at 0, `NaN` below.
 *
 * Computed as {@link expintE1}. Relative error at most 5 units of $2^{-53}$.
 * @source DLMF 6.2.1, 6.6.2
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { expintE1Scaled } from 'lawful/numeric';
 * expect(expintE1Scaled(1e6)).toBeCloseTo(1e-6 - 1e-12, 17);
 * ```
 */
export const expintE1Scaled = (x: number): number => {
  if (!(x > 1)) return x === 0 ? Infinity : x > 0 ? Math.exp(x) * near(x) : NaN;
  return far(x) / x;
};
