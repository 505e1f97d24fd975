/**
 * What the gamma laws share: the entropy of the standard one, and the likelihood along its shape.
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import {
  bracketedRoot,
  digamma,
  HALF_LOG_TWO_PI,
  logGamma,
  logLessDigamma,
  logRatio,
  mean,
  stirlingError,
  trigamma,
} from '../numeric/index.ts';
import { degenerate, type Failure } from './failure.ts';

/** From here on logarithms are taken out before they cancel. */
const LARGE = 10;

/**
 * The entropy in nats of $G^c$ times $|c|^{-1}$, for $G$ of the standard gamma law of shape $k > 0$:
 * $k + \ln\Gamma(k) + (c - k)\psi(k)$. The gamma law's own is $c = 1$, its inverse's $c = -1$.
 *
 * For large shapes without the cancellation of their logarithms. Error at most $10^{-14}$ of the largest of 1, the value,
 * $|c|/k$ and $|c - \frac12|\ln k$.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaEntropy } from 'lawful/law';
 * expect(gammaEntropy(1, 1)).toBe(1);
 * expect(gammaEntropy(1e20, 1)).toBeCloseTo(0.5 * Math.log(2 * Math.PI * Math.E * 1e20), 13);
 * ```
 */
export const gammaEntropy = (shape: number, power: number): number => {
  if (Math.abs(power) > 1e300) return power * digamma(shape);
  if (shape < LARGE) return shape + logGamma(shape) + (power - shape) * digamma(shape);
  const rest = HALF_LOG_TWO_PI + stirlingError(shape) + (shape - power) * logLessDigamma(shape);
  return (power - 0.5) * Math.log(shape) + rest;
};

/**
 * Where the likelihood of a gamma law is greatest.
 * @category Estimation
 * @since 0.1.0
 */
export interface GammaProfile {
  readonly shape: number;
  /** The standard error of the shape. */
  readonly errorOfShape: number;
  /** The standard error of the logarithm of the scale, at a free shape. */
  readonly errorOfLogScale: number;
  /** The evaluations that the search took. */
  readonly iterations: number;
}

/** psi'(k) - 1/k, without its cancellation. */
const excessOfTrigamma = (k: number): number => {
  if (k < 100) return trigamma(k) - 1 / k;
  const r = 1 / k;
  return r * r * (0.5 + r * (1 / 6 - r * r * (1 / 30 - (r * r) / 42)));
};

/**
 * The likeliest shape of a gamma law for positive numbers $x_i$ with this mean $m$: the one root of
 * $\ln k - \psi(k) = \ln m - \frac1n\sum\ln x_i$, whose right side is summed from $t_i - \ln(1 + t_i)$, $t_i = x_i/m - 1$,
 * which are not negative.
 *
 * Standard errors from the observed information in shape and scale, which at the estimate is the expected one. Failure:
 * `Degenerate` at `at` when all are equal.
 * @source Minka (2002), Estimating a Gamma distribution; Choi & Wette (1969) · doi:10.1080/00401706.1969.10490731
 * @category Estimation
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaProfile } from 'lawful/law';
 * const found = gammaProfile('sample', Float64Array.of(1, 2, 3), 2);
 * expect(found._tag === 'Right' && found.right.shape).toBeCloseTo(5.379, 2);
 * ```
 */
export const gammaProfile = (at: string, xs: Float64Array, average: number): Either<Failure, GammaProfile> => {
  const lag = mean(
    xs.map((x) => {
      const t = (x - average) / average;
      return t - (t > -0.5 ? Math.log1p(t) : logRatio(x, average));
    }),
  );
  if (!(lag > 0)) return left(degenerate(at, 'all observations are equal'));
  let iterations = 0;
  const score = (k: number): number => {
    iterations++;
    return lag - logLessDigamma(k);
  };
  const guess = (3 - lag + Math.sqrt((lag - 3) * (lag - 3) + 24 * lag)) / (12 * lag);
  const shape = bracketedRoot(score, (k, value) => value / excessOfTrigamma(k), guess, 0, Infinity, 1e-9);
  const information = xs.length * excessOfTrigamma(shape);
  return right({
    shape,
    errorOfShape: 1 / Math.sqrt(information),
    errorOfLogScale: Math.sqrt(trigamma(shape) / shape / information),
    iterations,
  });
};
