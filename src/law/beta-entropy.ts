/**
 * The entropies of the laws made of gamma variables: beta, F and Student's t.
 *
 * Each is a sum of k(x) = x + ln Gamma(x) + (1 - x) psi(x), the entropy of a standard gamma law, and of digammas. Large
 * shapes enter by what is left of k and psi when their logarithms are gone, and the logarithms are put together by hand.
 */
import { digamma, logGamma, logLessDigamma, stirlingError } from '../numeric/index.ts';

/** From here on asymptotic series. */
const LARGE = 10;

/** Below this the inverse of a shape is no double, nor is an entropy that hangs on it. */
const LEAST = 1e-307;

/** k(x) for x below 10. */
const smallGammaEntropy = (x: number): number => x + logGamma(x) + (1 - x) * digamma(x);

/** k(x) - ln(2 pi e x) / 2, from 10 on. */
const largeRest = (x: number): number => (x > 1e17 ? 0 : (x - 1) * logLessDigamma(x) - 0.5 + stirlingError(x));

/** ln(2 pi e) / 2. */
const HALF_LOG_TWO_PI_E = 1.4189385332046727;

/** ln(1/a + 1/b). */
const logOfInverses = (a: number, b: number): number => {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  return Math.log1p(low / high) - Math.log(low);
};

/**
 * The entropy in nats of the beta law with shapes $a, b > 0$:
 * $\ln B(a,b) - (a-1)\psi(a) - (b-1)\psi(b) + (a+b-2)\psi(a+b)$, for large shapes without its cancellations.
 *
 * Error at most $10^{-14}$ of the larger of 1, the value, $1/a$ and $1/b$.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaEntropy } from 'lawful/law';
 * expect(betaEntropy(1, 1)).toBeCloseTo(0, 14);
 * expect(betaEntropy(1e20, 1e20)).toBeCloseTo(0.5 * Math.log(Math.PI * Math.E / 4e20), 13);
 * ```
 */
export const betaEntropy = (a: number, b: number): number => {
  const low = Math.max(LEAST, Math.min(a, b));
  const high = Math.max(LEAST, a, b);
  const n = low + high;
  if (n < LARGE) return smallGammaEntropy(low) + smallGammaEntropy(high) - smallGammaEntropy(n) - digamma(n);
  if (high < LARGE) {
    const ofSum = HALF_LOG_TWO_PI_E + 1.5 * Math.log(n) + largeRest(n) - logLessDigamma(n);
    return smallGammaEntropy(low) + smallGammaEntropy(high) - ofSum;
  }
  const ratio = low / high;
  const ofHigh = largeRest(high) - largeRest(n) + logLessDigamma(n) - Math.log(high) - 1.5 * Math.log1p(ratio);
  if (low < LARGE) return smallGammaEntropy(low) + ofHigh;
  return HALF_LOG_TWO_PI_E + 0.5 * Math.log(low) + largeRest(low) + ofHigh;
};

/**
 * The entropy in nats of the F law with $2a$ and $2b$ degrees of freedom, $a, b > 0$:
 * $\ln\frac ba + \ln B(a,b) + (1-a)\psi(a) - (1+b)\psi(b) + (a+b)\psi(a+b)$, for large shapes without its cancellations.
 *
 * Error at most $10^{-14}$ of the larger of 1, the value, $1/a$ and $1/b$.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ratioEntropy } from 'lawful/law';
 * expect(ratioEntropy(1, 1)).toBeCloseTo(2, 14);
 * ```
 */
export const ratioEntropy = (first: number, second: number): number => {
  const a = Math.max(LEAST, first);
  const b = Math.max(LEAST, second);
  const n = a + b;
  if (a >= LARGE && b >= LARGE) {
    const rests = largeRest(a) + largeRest(b) - largeRest(n);
    return HALF_LOG_TWO_PI_E + 0.5 * logOfInverses(a, b) + rests - logLessDigamma(n) + 2 * logLessDigamma(b);
  }
  if (b >= LARGE) {
    return (
      smallGammaEntropy(a) -
      Math.log(a) +
      0.5 * Math.log1p(a / b) +
      largeRest(b) -
      largeRest(n) -
      logLessDigamma(n) +
      2 * logLessDigamma(b)
    );
  }
  const ofB = smallGammaEntropy(b) - 2 * digamma(b) + Math.log(b);
  if (a >= LARGE) return ofB + 0.5 * Math.log1p(b / a) + largeRest(a) - largeRest(n) - logLessDigamma(n);
  const ofSum =
    n >= LARGE
      ? HALF_LOG_TWO_PI_E - 0.5 * Math.log(n) + largeRest(n) + logLessDigamma(n)
      : smallGammaEntropy(n) - digamma(n);
  return smallGammaEntropy(a) - Math.log(a) + ofB - ofSum;
};

/** ln(pi) / 2. */
const HALF_LOG_PI = 0.5723649429247001;

/**
 * The entropy in nats of Student's t law with $\nu > 0$ degrees of freedom:
 * $\frac{\nu+1}2\left[\psi\left(\frac{\nu+1}2\right)-\psi\left(\frac\nu2\right)\right]+\ln\left(\sqrt\nu\,B\left(\frac\nu2,\frac12\right)\right)$,
 * for large $\nu$ without its cancellations.
 *
 * Error at most $10^{-14}$ of the larger of 1 and the value.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { studentEntropy } from 'lawful/law';
 * expect(studentEntropy(1)).toBeCloseTo(Math.log(4 * Math.PI), 14);
 * expect(studentEntropy(1e300)).toBeCloseTo(0.5 * Math.log(2 * Math.PI * Math.E), 15);
 * ```
 */
export const studentEntropy = (freedom: number): number => {
  const b = Math.max(LEAST, 0.5 * freedom);
  const n = b + 0.5;
  if (b >= LARGE) {
    const rests = largeRest(b) - largeRest(n) - logLessDigamma(n) + 1.5 * logLessDigamma(b);
    return HALF_LOG_PI + 0.5 * Math.LN2 + 0.5 + (0.5 * Math.log1p(1 / freedom) + rests);
  }
  const ofSum =
    n >= LARGE
      ? HALF_LOG_TWO_PI_E - 0.5 * Math.log(n) + largeRest(n) + logLessDigamma(n)
      : smallGammaEntropy(n) - digamma(n);
  return smallGammaEntropy(b) - 1.5 * digamma(b) - ofSum + 0.5 + HALF_LOG_PI + 0.5 * Math.log(freedom);
};
