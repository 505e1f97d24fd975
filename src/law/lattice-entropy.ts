/** The entropy of the wide laws on integers whose variance is quadratic in their mean: binomial, Poisson, negative binomial. */
import { HALF_LOG_TWO_PI } from '../numeric/index.ts';

/**
 * The entropy in nats of a binomial law by its asymptotic series in the inverses of its variance $\sigma^2$, given by its
 * logarithm, and of its number of trials:
 * $$\tfrac12\ln(2\pi e\sigma^2) - \frac1{12\sigma^2} + \frac1{3n} - \frac1{24\sigma^4} + \frac1{6n\sigma^2} - \frac1{12n^2} - \dots$$
 *
 * Without trials, $1/n = 0$, it is the Poisson law's; a negative binomial law of size r is a binomial law of $-r$ trials.
 * Relative error at most $10^{-15}$ where $\sigma^2$ and the number of trials, or r, are at least 1000.
 * @category Derived quantities
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { latticeEntropy } from 'lawful/law';
 * import { entropy, poisson } from 'lawful/laws/poisson';
 * const law = poisson(2000);
 * if (law._tag === 'Right') expect(latticeEntropy(Math.log(2000), 0)).toBeCloseTo(entropy(law.right), 13);
 * ```
 */
export const latticeEntropy = (logVariance: number, inverseTrials: number): number => {
  const r = Math.exp(-logVariance);
  const u = inverseTrials;
  const first = -r / 12 + u / 3;
  const second = -(r * r) / 24 + (r * u) / 6 - (u * u) / 12;
  const third = r * r * ((-19 / 360) * r + (17 / 60) * u) + u * u * (-r / 3 + u / 90);
  const fourth =
    r * r * r * ((-9 / 80) * r + (23 / 30) * u) + u * u * ((-22 / 15) * r * r + (2 / 3) * r * u + (u * u) / 120);
  return 0.5 * logVariance + HALF_LOG_TWO_PI + 0.5 + (first + (second + (third + fourth)));
};
