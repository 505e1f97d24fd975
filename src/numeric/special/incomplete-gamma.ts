/**
 * The regularised incomplete gamma functions P and Q, themselves and in logs.
 *
 * Whichever of the two is the small one is written as prefix times factor, with the prefix of `gamma-prefix.ts` and the
 * factor of moderate size; the other is its complement. Tables: `test/reference/coefficients.py`.
 *
 * @source Temme (1979), The asymptotic expansion of the incomplete gamma functions · doi:10.1137/0510071; DLMF 8.7-8.12
 */
import { SQRT_TWO_PI } from './constants.ts';
import { log1mexp } from './elementary.ts';
import { erfcx } from './error-function.ts';
import { gammaPrefix, halfDeviance, logGammaPrefix } from './gamma-prefix.ts';
import { logGamma, logGammaOnePlus, stirlingError } from './log-gamma.ts';
import { polynomial } from './polynomial.ts';

/** Temme's c_k(eta), one row a k, as power series in eta; each row as long as 1/20^k and |eta| < 0.4 need. */
const TEMME: ReadonlyArray<ReadonlyArray<number>> = [
  [
    -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073, 0.0003527336860670194,
    -0.0001787551440329218, 3.919263178522438e-5, -2.185448510679992e-6, -1.85406221071516e-6, 8.296711340953087e-7,
    -1.7665952736826078e-7, 6.707853543401498e-9, 1.0261809784240309e-8, -4.382036018453353e-9, 9.14769958223679e-10,
    -2.5514193994946248e-11, -5.830772132550426e-11, 2.4361948020667415e-11,
  ],
  [
    -0.001851851851851852, -0.003472222222222222, 0.0026455026455026454, -0.0009902263374485596, 0.00020576131687242798,
    -4.018775720164609e-7, -1.8098550334489977e-5, 7.64916091608111e-6, -1.6120900894563446e-6, 4.647127802807434e-9,
    1.378633446915721e-7, -5.752545603517705e-8, 1.1951628599778148e-8, -1.7543241719747647e-11, -1.0091543710600413e-9,
    4.162792991842583e-10,
  ],
  [
    0.004133597883597883, -0.0026813271604938273, 0.0007716049382716049, 2.0093878600823047e-6, -0.0001073665322636516,
    5.2923448829120125e-5, -1.2760635188618728e-5, 3.423578734096138e-8, 1.3721957309062934e-6, -6.298992138380055e-7,
    1.4280614206064242e-7, -2.0477098421990866e-10, -1.409252991086752e-8, 6.228974084922022e-9,
  ],
  [
    0.0006494341563786008, 0.00022947209362139917, -0.0004691894943952557, 0.00026772063206283885,
    -7.561801671883977e-5, -2.396505113867297e-7, 1.1082654115347302e-5, -5.6749528269915965e-6, 1.4230900732435883e-6,
    -2.7861080291528143e-11, -1.6958404091930278e-7, 8.099464905388083e-8, -1.9111168485973655e-8,
  ],
  [
    -0.0008618882909167117, 0.0007840392217200666, -0.0002990724803031902, -1.4638452578843418e-6, 6.641498215465122e-5,
    -3.968365047179435e-5, 1.1375726970678419e-5, 2.507497226237533e-10, -1.6954149536558305e-6, 8.907507532205309e-7,
    -2.292934834000805e-7, 2.956794137544049e-11,
  ],
  [
    -0.00033679855336635813, -6.972813758365857e-5, 0.0002772753244959392, -0.00019932570516188847,
    6.797780477937208e-5, 1.419062920643967e-7, -1.3594048189768693e-5, 8.018470256334202e-6, -2.291481176508095e-6,
    -3.252473551298454e-10, 3.4652846491085265e-7,
  ],
  [
    0.0005313079364639922, -0.0005921664373536939, 0.0002708782096718045, 7.902353232660328e-7, -8.153969367561969e-5,
    5.61168275310625e-5, -1.8329116582843375e-5, -3.0796134506033047e-9, 3.465155368803609e-6, -2.0291327396058603e-6,
  ],
  [
    0.00034436760689237765, 5.171790908260592e-5, -0.00033493161081142234, 0.0002812695154763237,
    -0.00010976582244684731, -1.2741009095484485e-7, 2.7744451511563645e-5, -1.8263488805711332e-5,
  ],
  [
    -0.0006526239185953094, 0.0008394987206720873, -0.000438297098541721, -6.969091458420552e-7, 0.00016644846642067547,
    -0.00012783517679769218, 4.629953263691304e-5,
  ],
  [
    -0.0005967612901927463, -7.204895416020011e-5, 0.0006782308837667328, -0.0006401475260262758,
    0.00027750107634328704,
  ],
];

/** From here on a tail outside the uniform expansion is 0, and its logarithm the half deviance. */
const HUGE = 1e20;

/** P / prefix by Kummer's series: sum of x^n / ((a+1)...(a+n)), for x below or about a. */
const seriesFactor = (a: number, x: number): number => {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 1000 && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
};

/** Q / prefix by Legendre's continued fraction, for x above about a, in numerators and denominators: one division in all. */
export const fractionFactor = (a: number, x: number): number => {
  let b = x + 1 - a;
  // Of the rest nothing is left, x being above 1.3 a or a small; and the products below would overflow.
  if (x > 1e30) return a / b;
  let above = 1;
  let below = b;
  let aboveBefore = 0;
  let belowBefore = 1;
  for (let n = 1; n < 1000; n++) {
    const an = n * (a - n);
    b += 2;
    const aboveNext = b * above + an * aboveBefore;
    const belowNext = b * below + an * belowBefore;
    const cross = aboveNext * below;
    const isDone = Math.abs(above * belowNext - cross) < 1.2e-16 * Math.abs(cross);
    aboveBefore = above;
    belowBefore = below;
    above = aboveNext;
    below = belowNext;
    if (isDone) break;
    if (below > 1e75) {
      above *= 1e-75;
      below *= 1e-75;
      aboveBefore *= 1e-75;
      belowBefore *= 1e-75;
    }
  }
  return (a * above) / below;
};

/** Q for a < 1 and x < 1.1, where it is a small difference: -expm1(a ln x - ln Gamma(1+a)) less the rest of the series. */
const smallShapeUpper = (a: number, x: number): number => {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 60; n++) {
    term *= -x / n;
    const add = term / (a + n);
    sum += add;
    if (Math.abs(add) < 1e-17 * Math.abs(sum)) break;
  }
  const log = a * Math.log(x) - (a < 0.5 ? logGammaOnePlus(a) : logGamma(a + 1));
  // For a = 5e-324 the roundings may leave less than nothing.
  return Math.max(0, 0 - Math.expm1(log) - Math.exp(log) * a * sum);
};

/** The smaller tail, over exp(halfDeviance), by Temme's uniform expansion: a >= 20 and |x - a| <= 0.3 a. */
export const uniformFactor = (a: number, x: number, exponent: number): number => {
  const size = Math.sqrt((-2 * exponent) / a);
  const eta = x < a ? -size : size;
  let sum = 0;
  let power = 1;
  for (let k = 0; k < TEMME.length; k++) {
    sum += polynomial(TEMME[k], eta) * power;
    power /= a;
    if (power < 1e-17) break;
  }
  return 0.5 * erfcx(Math.sqrt(-exponent)) + (x < a ? -sum : sum) / (SQRT_TWO_PI * Math.sqrt(a));
};

export const isUniform = (a: number, x: number): boolean => a >= 20 && Math.abs(x - a) <= 0.3 * a;

/** The tail that is computed, Q to the right of a and P to the left, or its logarithm. */
const tail = (a: number, x: number, log: boolean): number => {
  if (isUniform(a, x)) {
    const exponent = halfDeviance(a, x);
    const factor = uniformFactor(a, x, exponent);
    return log ? exponent + Math.log(factor) : Math.exp(exponent) * factor;
  }
  // So far out that the exponent, at most -0.04 a, leaves nothing of the factor.
  if (a >= HUGE) return log ? halfDeviance(a, x) : 0;
  const factor = x < a ? seriesFactor(a, x) : fractionFactor(a, x);
  return log ? logGammaPrefix(a, x) + Math.log(factor) : gammaPrefix(a, x) * factor;
};

/** Whether P, rather than Q, is the tail that {@link tail} gives. */
const isLower = (a: number, x: number): boolean => x < a;

const invalid = (a: number, x: number): boolean => !(a > 0 && x >= 0 && a < Infinity);

/**
 * The regularised lower incomplete gamma function $P(a,x) = \frac{1}{\Gamma(a)}\int_0^x t^{a-1}e^{-t}\,dt$.
 *
 * Domain $a > 0$ finite, $x \ge 0$; `NaN` outside. Relative error at most $5\cdot10^{-14}$ where the value exceeds
 * $10^{-10}$, below that $(40 + 4|\ln P|)\,2^{-53}$.
 * @source Temme (1979) · doi:10.1137/0510071; DLMF 8.7.1, 8.9.2, 8.12
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaP } from 'lawful/numeric';
 * expect(gammaP(1, 2)).toBeCloseTo(1 - Math.exp(-2), 15);
 * ```
 */
export const gammaP = (a: number, x: number): number => {
  if (invalid(a, x)) return NaN;
  if (x === 0 || x === Infinity) return x === 0 ? 0 : 1;
  if (x < 1.1 && a < 1) {
    const q = smallShapeUpper(a, x);
    return q < 0.5 ? 1 - q : gammaPrefix(a, x) * seriesFactor(a, x);
  }
  return isLower(a, x) ? tail(a, x, false) : 1 - tail(a, x, false);
};

/**
 * The regularised upper incomplete gamma function $Q(a,x) = 1 - P(a,x)$, to full relative accuracy in the right tail.
 *
 * Domain $a > 0$ finite, $x \ge 0$; `NaN` outside. Accuracy as {@link gammaP}.
 * @source Temme (1979) · doi:10.1137/0510071; DLMF 8.7.1, 8.9.2, 8.12
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaQ } from 'lawful/numeric';
 * expect(gammaQ(1, 50) / Math.exp(-50)).toBeCloseTo(1, 14);
 * ```
 */
export const gammaQ = (a: number, x: number): number => {
  if (invalid(a, x)) return NaN;
  if (x === 0 || x === Infinity) return x === 0 ? 1 : 0;
  if (x < 1.1 && a < 1) return smallShapeUpper(a, x);
  return isLower(a, x) ? 1 - tail(a, x, false) : tail(a, x, false);
};

/**
 * $\ln P(a,x)$, finite where $P$ itself underflows.
 *
 * Domain as {@link gammaP}. Relative error at most $10^{-14}$ below $-\ln 2$; above, where it is about $-Q$, that of
 * {@link gammaQ}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaP } from 'lawful/numeric';
 * expect(logGammaP(1000, 1)).toBeCloseTo(-5913.127179, 5);
 * ```
 */
export const logGammaP = (a: number, x: number): number => {
  if (invalid(a, x)) return NaN;
  if (x === 0 || x === Infinity) return x === 0 ? -Infinity : 0;
  if (x < 1.1 && a < 1) {
    const q = smallShapeUpper(a, x);
    return q < 0.5 ? Math.log1p(0 - q) : logGammaPrefix(a, x) + Math.log(seriesFactor(a, x));
  }
  return isLower(a, x) ? tail(a, x, true) : log1mexp(tail(a, x, true));
};

/**
 * $\ln Q(a,x)$, finite where $Q$ itself underflows.
 *
 * Domain as {@link gammaQ}. Relative error at most $10^{-14}$ below $-\ln 2$; above, where it is about $-P$, that of
 * {@link gammaP}.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaQ } from 'lawful/numeric';
 * expect(logGammaQ(1, 5000)).toBeCloseTo(-5000, 9);
 * ```
 */
export const logGammaQ = (a: number, x: number): number => {
  if (invalid(a, x)) return NaN;
  if (x === 0 || x === Infinity) return x === 0 ? 0 : -Infinity;
  if (x < 1.1 && a < 1) {
    const q = smallShapeUpper(a, x);
    return q < 0.5 ? Math.log(q) : Math.log1p(0 - gammaPrefix(a, x) * seriesFactor(a, x));
  }
  return isLower(a, x) ? log1mexp(tail(a, x, true)) : tail(a, x, true);
};

/**
 * The prefix over P: $x^a e^{-x} / (\Gamma(a+1) P(a,x))$, which is a Poisson hazard when $a$ is an integer.
 *
 * Left of $a$ the exponentials of the two cancel before they are formed, so that the ratio keeps its digits where both
 * underflow. Domain $a > 0$ finite, $x > 0$. Accuracy as {@link gammaP} right of $a$, a relative error of at most
 * $5\cdot10^{-14}$ left of it.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaPrefixOverP } from 'lawful/numeric';
 * expect(gammaPrefixOverP(1000, 0.1)).toBeCloseTo(0.999900099910061, 14);
 * ```
 */
export const gammaPrefixOverP = (a: number, x: number): number => {
  if (!isLower(a, x)) return gammaPrefix(a, x) / gammaP(a, x);
  if (!isUniform(a, x)) return 1 / seriesFactor(a, x);
  const factor = uniformFactor(a, x, halfDeviance(a, x));
  return Math.exp(-stirlingError(a)) / (SQRT_TWO_PI * Math.sqrt(a) * factor);
};
