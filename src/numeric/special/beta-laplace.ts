/**
 * The tails of the beta law with large shapes, near the mean: Laplace's method carried out to any order.
 *
 * With w^2/2 the deviance (w > 0 below the mean) and s = (b - a) / sqrt(ab), the density in w is exp(-w^2/2) times
 * g(w / sqrt n), where g - g^3 + s h g^2 + h^2 g = h g'(h), g(0) = 1. So the coefficients of g are polynomials in s, and
 * the tail is a sum of incomplete moments of the normal law. Table: `test/reference/coefficients_beta.py`.
 *
 * @source Temme (1982), The uniform asymptotic expansion of a class of integrals related to cumulative distribution functions · doi:10.1137/0513017
 */
import { erfcx } from './error-function.ts';

/** The coefficient of h^k, one row a k: those of s^k, s^(k-2), ... */
const LAPLACE: ReadonlyArray<ReadonlyArray<number>> = [
  [1.0],
  [0.3333333333333333],
  [0.08333333333333333, 0.25],
  [0.014814814814814815, 0.06666666666666667],
  [0.0011574074074074073, 0.006944444444444444, 0.010416666666666666],
  [-0.0003527336860670194, -0.0026455026455026454, -0.004761904761904762],
  [-0.0001787551440329218, -0.0016087962962962963, -0.004270833333333333, -0.0026041666666666665],
  [-3.919263178522438e-5, -0.00041152263374485596, -0.0014109347442680777, -0.0015873015873015873],
  [-2.185448510679992e-6, -2.6225382128159905e-5, -0.00011140046296296297, -0.00018973214285714286, -9.765625e-5],
  [1.85406221071516e-6, 2.502983984465466e-5, 0.00012265512265512266, 0.0002541285874619208, 0.00018037518037518038],
  [
    8.296711340953087e-7, 1.2445067011429629e-5, 7.050181076374308e-5, 0.00018232529315738641, 0.00019845329624905517,
    5.154079861111111e-5,
  ],
  [
    1.7665952736826078e-7, 2.914882201576303e-6, 1.8719277978537237e-5, 5.786805786805787e-5, 8.45080845080845e-5,
    4.4955044955044955e-5,
  ],
  [
    6.707853543401498e-9, 1.2074136378122699e-7, 8.715984944783032e-7, 3.180738372985121e-6, 6.013793101854238e-6,
    5.22193864130248e-6, 1.2756024718915344e-6,
  ],
  [
    -1.0261809784240309e-8, -2.0010529079268601e-7, -1.5829400831687069e-6, -6.443944715549654e-6,
    -1.402712513823625e-5, -1.505284838618172e-5, -5.8275058275058275e-6,
  ],
  [
    -4.382036018453353e-9, -9.202275638752042e-8, -7.974875562973347e-7, -3.649548018392833e-6, -9.320724443007894e-6,
    -1.2748071889685078e-5, -7.836058025848297e-6, -1.110097087880291e-6,
  ],
  [
    -9.14769958223679e-10, -2.0582324060032778e-8, -1.9387796709973866e-7, -9.847325092215916e-7, -2.884274100908903e-6,
    -4.793965735675753e-6, -4.063834929514534e-6, -1.2677953854424443e-6,
  ],
  [
    -2.5514193994946248e-11, -6.1234065587871e-10, -6.249807979313848e-9, -3.5161852079519195e-8,
    -1.1788769477840138e-7, -2.3656845335854667e-7, -2.6753011886026547e-7, -1.4299542136901854e-7,
    -1.9670584004181822e-8,
  ],
  [
    5.830772132550426e-11, 1.4868468938003584e-9, 1.6226647497121496e-8, 9.846788791743426e-8, 3.606313384686506e-7,
    8.06797320566571e-7, 1.0560402652268638e-6, 7.1292855467929e-7, 1.7446045199251746e-7,
  ],
  [
    2.4361948020667415e-11, 6.577725965580202e-10, 7.67388855693183e-9, 5.042648087205661e-8, 2.0366503188491718e-7,
    5.164471267619529e-7, 8.018454183165816e-7, 7.010923883897156e-7, 2.8025646149526834e-7, 2.4836319884715677e-8,
  ],
  [
    5.0276692801141755e-12, 1.43288574483254e-10, 1.7794364096546886e-9, 1.2585886432301366e-8, 5.555795534137764e-8,
    1.574427050068658e-7, 2.828948403036821e-7, 3.044864969192855e-7, 1.7145499646492247e-7, 3.523074374221851e-8,
  ],
  [
    1.1004392031956135e-13, 3.3013176095868405e-12, 4.3574199175440185e-11, 3.317025879858248e-10, 1.602607815628368e-9,
    5.088763498960185e-9, 1.0607388478692168e-8, 1.4008350727058312e-8, 1.0743877833019172e-8, 3.904680330846391e-9,
    3.3966619960386745e-10,
  ],
];

const SQRT_HALF_PI = 1.2533141373155003;

/**
 * The tail of the beta law with shapes a and b below a point with this deviance, over sqrt(n / (ab)) x^a y^b / B(a, b):
 * for points at most about 3.5 standard deviations below the mean, both shapes at least 80.
 */
export const laplaceFactor = (a: number, b: number, deviance: number): number => {
  const n = a + b;
  const z = Math.sqrt(2 * deviance);
  const square = ((b - a) / a) * ((b - a) / b / n);
  const skew = b > a ? Math.sqrt(square) : -Math.sqrt(square);
  const inverse = 1 / n;
  let even = SQRT_HALF_PI * erfcx(z * Math.SQRT1_2);
  let odd = 1;
  let power = 1;
  let sum = even + skew * LAPLACE[1][0];
  let before = Infinity;
  for (let k = 2; k < LAPLACE.length; k++) {
    const row = LAPLACE[k];
    let coefficient = 0;
    let scale = 1;
    for (let j = 0; j < row.length; j++) {
      coefficient = coefficient * square + row[j] * scale;
      scale *= inverse;
    }
    // The moment of w^k over its scaled tail: z^(k-1) + (k - 1) times that of w^(k-2).
    power *= z;
    let term: number;
    if (k % 2 === 0) {
      even = power + (k - 1) * even;
      term = coefficient * even;
    } else {
      odd = power + (k - 1) * odd;
      term = coefficient * skew * odd;
    }
    sum += term;
    const size = Math.abs(term);
    if (size + before < 3e-17) break;
    before = size;
  }
  return sum;
};
