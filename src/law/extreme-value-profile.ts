/**
 * The likelihood of an extreme value law along its scale: one equation, shared by every law that is one after a
 * logarithm.
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import { bracketedRoot, mean, sum } from '../numeric/index.ts';
import { degenerate, type Failure } from './failure.ts';

/**
 * Where the likelihood of the smallest-extreme-value law $F(z) = 1 - e^{-e^{k(z - m)}}$ is greatest.
 * @category Estimation
 * @since 0.1.0
 */
export interface ExtremeValueProfile {
  /** $k$, the inverse of the scale. */
  readonly steepness: number;
  /** $km$, the logarithm of the mean of $e^{kz}$. */
  readonly logMean: number;
  /** The standard error of $\ln k$. */
  readonly errorOfLogSteepness: number;
  /** The standard error of $m$, times $k$. */
  readonly errorOfLocation: number;
  /** The evaluations that the search took. */
  readonly iterations: number;
}

/**
 * The likeliest $k$ and $m$ for numbers whose largest is 0 (subtract the largest first, so that nothing overflows).
 *
 * The location has a formula, $km = \ln\frac1n\sum e^{kz_i}$, and $k$ is the one root of the increasing
 * $\sum z_ie^{kz_i}/\sum e^{kz_i} - \bar z - 1/k$. The standard errors are those of the observed information at the
 * estimate: with $u_i = k(z_i - m)$ and weights $e^{u_i}/n$, whose mean of $u$ is $B$ and variance $V$, they are
 * $1/\sqrt{n(V + 1)}$ for $\ln k$ and $\sqrt{(V + B^2 + 1)/(n(V + 1))}/k$ for $m$.
 *
 * Failure: `Degenerate` at `at` when all are equal.
 * @source Lawless (2003), Statistical Models and Methods for Lifetime Data, ch. 5
 * @category Estimation
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { extremeValueProfile } from 'lawful/law';
 * const found = extremeValueProfile('sample', Float64Array.of(-1, 0, -3));
 * expect(found._tag === 'Right' && found.right.steepness).toBeCloseTo(1.02230411199, 10);
 * ```
 */
export const extremeValueProfile = (at: string, zs: Float64Array): Either<Failure, ExtremeValueProfile> => {
  const n = zs.length;
  const centre = mean(zs);
  if (!(centre < 0 && centre > -Infinity))
    return left(degenerate(at, centre < 0 ? 'its range overflows' : 'all observations are equal'));
  let iterations = 0;
  let slope = 0;
  /** The score, and on the way its slope for Newton's step. */
  const score = (k: number): number => {
    iterations++;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    for (let i = 0; i < n; i++) {
      const z = zs[i];
      const w = Math.exp(k * z);
      s0 += w;
      // Where the weight is gone, so is its product with the largest double.
      if (w > 0) {
        s1 += w * z;
        s2 += w * z * z;
      }
    }
    const tilted = s1 / s0;
    slope = s2 / s0 - tilted * tilted + 1 / k / k;
    return tilted - centre - 1 / k;
  };
  const least = (1 - 1e-12) / -centre;
  const steepness = bracketedRoot(score, (_, value) => value / slope, 1.3 * least, least, Infinity, 1e-9);
  const weights = zs.map((z) => Math.exp(steepness * z));
  const logMean = Math.log(mean(weights));
  const us = zs.map((z) => steepness * z - logMean);
  const tilt = us.map((u) => (u > -745 ? u * Math.exp(u) : 0));
  const b = mean(tilt);
  const v = sum(us.map((u) => (u > -745 ? (u - b) * (u - b) * Math.exp(u) : 0))) / n;
  return right({
    steepness,
    logMean,
    errorOfLogSteepness: 1 / Math.sqrt(n * (v + 1)),
    errorOfLocation: Math.sqrt((v + b * b + 1) / (n * (v + 1))),
    iterations,
  });
};
