/**
 * Confidence intervals for a proportion, from successes among independent trials.
 *
 * Laws they obey: swapping successes and failures reflects an interval about one half; it widens with the level and lies
 * in [0, 1]; Wilson's and Clopper and Pearson's hold the share observed.
 *
 * @source Brown, Cai & DasGupta (2001), Interval estimation for a binomial proportion · doi:10.1214/ss/1009213286
 */
import { chain, type Either, left, map, right } from 'fp-ts/lib/Either.js';
import {
  type Alternative,
  check,
  checkParameters,
  type Failure,
  level as levels,
  nonNegative,
  outOfDomain,
  positive,
} from '../law/index.ts';
import { betaPInverse, betaQInverse, normalQuantile } from '../numeric/index.ts';

/**
 * How many successes among how many trials. Whole numbers for a sample that was counted; effective counts of a weighted
 * sample need not be whole.
 * @category Intervals
 * @since 0.1.0
 */
export interface Counts {
  readonly successes: number;
  readonly trials: number;
}

/**
 * `level` of confidence; `alternative` `'two-sided'`, or one-sided: `'less'` an upper limit alone (the lower end is 0),
 * `'greater'` a lower limit alone (the upper end is 1).
 * @category Intervals
 * @since 0.1.0
 */
export interface ProportionOptions {
  readonly level?: number;
  readonly alternative?: Alternative;
}

/**
 * The share observed and the ends of the interval, all in [0, 1].
 * @category Intervals
 * @since 0.1.0
 */
export interface ProportionInterval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Counts to the interval, or why there is none. */
type Interval = (counts: Counts) => Either<Failure, ProportionInterval>;

/** One end of an interval, from the mass that may lie beyond it, then successes and failures. */
type Limit = (tail: number) => (successes: number, failures: number) => number;

const checkCounts = ({ successes, trials }: Counts): Either<Failure, Counts> => {
  const checked = checkParameters(
    'counts',
    { trials: positive([1, 100]), successes: nonNegative([0, 100]) },
    { trials, successes },
  );
  return chain((counts: Counts): Either<Failure, Counts> =>
    successes <= trials ? right(counts) : left(outOfDomain('counts.successes', successes, 'at most trials')),
  )(checked);
};

/** The option's tail, and the limits that a method gives at the counts. */
const intervalOf =
  (lowerLimit: Limit, upperLimit: Limit) =>
  ({ level = 0.95, alternative = 'two-sided' }: ProportionOptions): Interval => {
    const checked = check(levels, 'level')(level);
    if (checked._tag === 'Left') return () => checked;
    const tail = alternative === 'two-sided' ? 0.5 * (1 - level) : 1 - level;
    const [lower, upper] = [lowerLimit(tail), upperLimit(tail)];
    return (counts) =>
      map(({ successes, trials }: Counts): ProportionInterval => {
        const failures = trials - successes;
        const high = alternative === 'greater' ? 1 : upper(successes, failures);
        const low = alternative === 'less' ? 0 : lower(successes, failures);
        // At a level next to 0 the two ends are one, but for a rounding.
        return { estimate: successes / trials, lower: Math.min(low, high), upper: high };
      })(checkCounts(counts));
  };

/** The larger root of Wilson's quadratic, a quotient of positive sums. */
const wilsonUpper: Limit = (tail) => {
  const z = -normalQuantile(tail);
  return (x, failures) => {
    const n = x + failures;
    const spread = z * Math.sqrt((x / n) * failures + 0.25 * z * z);
    const end = Math.min((x + 0.5 * z * z + spread) / (n + z * z), 1);
    // A deviate next to 0 leaves a rounding of the share itself.
    return z >= 0 ? Math.max(x / n, end) : end;
  };
};

/** The smaller root, from the product of the two: as a difference it would lose its digits where x is small. */
const wilsonLower: Limit = (tail) => {
  const z = -normalQuantile(tail);
  const larger = wilsonUpper(tail);
  return (x, failures) => {
    const n = x + failures;
    const root = larger(x, failures);
    // Of a count near the smallest double nothing is left.
    if (root === 0) return 0;
    const end = ((x / n) * (x / (n + z * z))) / root;
    return z >= 0 ? Math.min(x / n, end) : end;
  };
};

/**
 * Wilson's score interval: the proportions that a normal test would not reject,
 * $\{p : |\hat p - p| \le z\sqrt{p(1-p)/n}\}$.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `level`, `counts.trials` (greater than 0), `counts.successes` (from 0 to
 * trials). Relative error of either end at most $10^{-14}$.
 * @source Wilson (1927), Probable inference, the law of succession, and statistical inference · doi:10.1080/01621459.1927.10502953
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { wilsonWith } from 'lawful/proportion';
 * const interval = wilsonWith({ level: 0.95 })({ successes: 8, trials: 10 });
 * if (interval._tag === 'Right') {
 *   expect(interval.right.lower).toBeCloseTo(0.4901625, 7);
 *   expect(interval.right.upper).toBeCloseTo(0.9433178, 7);
 * }
 * ```
 */
export const wilsonWith = (options: ProportionOptions): ((counts: Counts) => Either<Failure, ProportionInterval>) =>
  intervalOf(wilsonLower, wilsonUpper)(options);

/**
 * Wilson's score interval of level 0.95.
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { wilson } from 'lawful/proportion';
 * const none = wilson({ successes: 0, trials: 20 });
 * expect(none._tag === 'Right' && none.right.lower).toBe(0);
 * ```
 */
export const wilson = (counts: Counts): Either<Failure, ProportionInterval> => wilsonWith({})(counts);

/**
 * Clopper and Pearson's interval: the proportions that neither exact one-sided binomial test would reject. It covers the
 * true one with probability at least `level`, whatever it is: the ends are quantiles of Beta(x, n - x + 1) and
 * Beta(x + 1, n - x).
 *
 * Failures as {@link wilsonWith}. Accuracy as `betaPInverse`.
 * @source Clopper & Pearson (1934), The use of confidence or fiducial limits illustrated in the case of the binomial · doi:10.1093/biomet/26.4.404
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { clopperPearsonWith } from 'lawful/proportion';
 * const interval = clopperPearsonWith({ level: 0.95, alternative: 'less' })({ successes: 0, trials: 100 });
 * expect(interval._tag === 'Right' && interval.right.upper).toBeCloseTo(1 - 0.05 ** 0.01, 14);
 * ```
 */
export const clopperPearsonWith = (
  options: ProportionOptions,
): ((counts: Counts) => Either<Failure, ProportionInterval>) =>
  intervalOf(
    (tail) => (x, failures) => (x === 0 ? 0 : betaPInverse(x, failures + 1, tail)),
    (tail) => (x, failures) => (failures === 0 ? 1 : betaQInverse(x + 1, failures, tail)),
  )(options);

/**
 * Clopper and Pearson's interval of level 0.95.
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { clopperPearson } from 'lawful/proportion';
 * const interval = clopperPearson({ successes: 8, trials: 10 });
 * expect(interval._tag === 'Right' && interval.right.lower).toBeCloseTo(0.4439045, 7);
 * ```
 */
export const clopperPearson = (counts: Counts): Either<Failure, ProportionInterval> => clopperPearsonWith({})(counts);

/**
 * Jeffreys' interval: the equal-tailed posterior of the prior Beta(1/2, 1/2), quantiles of Beta(x + 1/2, n - x + 1/2);
 * the lower end is 0 without successes, the upper end 1 without failures.
 *
 * Failures as {@link wilsonWith}. Accuracy as `betaPInverse`.
 * @source Brown, Cai & DasGupta (2001), Interval estimation for a binomial proportion · doi:10.1214/ss/1009213286
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { jeffreysWith } from 'lawful/proportion';
 * const interval = jeffreysWith({ level: 0.9 })({ successes: 3, trials: 3 });
 * expect(interval._tag === 'Right' && interval.right.upper).toBe(1);
 * ```
 */
export const jeffreysWith = (options: ProportionOptions): ((counts: Counts) => Either<Failure, ProportionInterval>) =>
  intervalOf(
    (tail) => (x, failures) => (x === 0 ? 0 : betaPInverse(x + 0.5, failures + 0.5, tail)),
    (tail) => (x, failures) => (failures === 0 ? 1 : betaQInverse(x + 0.5, failures + 0.5, tail)),
  )(options);

/**
 * Jeffreys' interval of level 0.95.
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { jeffreys } from 'lawful/proportion';
 * const interval = jeffreys({ successes: 8, trials: 10 });
 * expect(interval._tag === 'Right' && interval.right.lower).toBeCloseTo(0.4972255036, 10);
 * ```
 */
export const jeffreys = (counts: Counts): Either<Failure, ProportionInterval> => jeffreysWith({})(counts);

/** Half the width, and the share after z^2/2 successes and as many failures more. */
const agrestiCoullLimit =
  (side: -1 | 1): Limit =>
  (tail) => {
    const z = -normalQuantile(tail);
    return (x, failures) => {
      const [s, f] = [x + 0.5 * z * z, failures + 0.5 * z * z];
      const n = s + f;
      return Math.min(Math.max((s + side * z * Math.sqrt((s / n) * f)) / n, 0), 1);
    };
  };

/**
 * Agresti and Coull's interval: the plain one, $\tilde p \pm z\sqrt{\tilde p(1-\tilde p)/\tilde n}$, after $z^2/2$ successes
 * and as many failures have been added, clipped to [0, 1].
 *
 * Failures as {@link wilsonWith}. Error at most $10^{-15}$.
 * @source Agresti & Coull (1998), Approximate is better than "exact" for interval estimation of binomial proportions · doi:10.1080/00031305.1998.10480550
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { agrestiCoullWith } from 'lawful/proportion';
 * const interval = agrestiCoullWith({ level: 0.99 })({ successes: 50, trials: 100 });
 * expect(interval._tag === 'Right' && interval.right.lower + interval.right.upper).toBeCloseTo(1, 15);
 * ```
 */
export const agrestiCoullWith = (
  options: ProportionOptions,
): ((counts: Counts) => Either<Failure, ProportionInterval>) =>
  intervalOf(agrestiCoullLimit(-1), agrestiCoullLimit(1))(options);

/**
 * Agresti and Coull's interval of level 0.95.
 * @category Intervals
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { agrestiCoull } from 'lawful/proportion';
 * const interval = agrestiCoull({ successes: 8, trials: 10 });
 * expect(interval._tag === 'Right' && interval.right.upper).toBeCloseTo(0.9541127295, 10);
 * ```
 */
export const agrestiCoull = (counts: Counts): Either<Failure, ProportionInterval> => agrestiCoullWith({})(counts);
