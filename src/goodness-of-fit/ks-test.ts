/**
 * The one-sample Kolmogorov-Smirnov test: how far a sample's distribution function is from a law's, and how often it would
 * be that far by chance.
 */
import { type Either, map } from 'fp-ts/lib/Either.js';
import { type Alternative, type Failure, type Law, nonEmptyFloats } from '../law/index.ts';
import { sorted } from '../numeric/index.ts';
import { ksLogSf } from './kolmogorov-smirnov.ts';
import { smirnovLogSf } from './smirnov.ts';

/**
 * What is held against the law, `'two-sided'` unless given. `'greater'`: somewhere the sample's distribution function is
 * greater than the law's (its values are smaller). `'less'`: somewhere it is less. `'two-sided'`: either.
 * @category Tests
 * @since 0.1.0
 */
export interface KsOptions {
  readonly alternative?: Alternative;
}

/**
 * The largest distance between the sample's distribution function and the law's, at which observation it is met, whether
 * the sample's lies `'above'` or `'below'` there, and its p-value. `validity` says what the p-value is: `'exact'` for a
 * continuous law; for a discrete law `'conservative'`, at least the true one and up to several times as large.
 * @category Tests
 * @since 0.1.0
 */
export interface KsTest {
  readonly _tag: 'KsTest';
  readonly statistic: number;
  readonly location: number;
  readonly direction: 'above' | 'below';
  readonly pValue: number;
  readonly logPValue: number;
  readonly size: number;
  readonly alternative: Alternative;
  readonly validity: 'exact' | 'conservative';
}

/** A distance and the index of the observation at which it is met. */
interface Distance {
  readonly size: number;
  readonly index: number;
}

/** The largest of F_n - F, and of F - F_n, over ascending observations; only the ends of a run of ties are asked. */
const distances = <L>(law: Law<L>, l: L, ascending: Float64Array): readonly [Distance, Distance] => {
  const n = ascending.length;
  const cdf = law.cdf(l);
  const discrete = law.kind === 'discrete';
  let [above, below, atAbove, atBelow] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const x = ascending[i];
    const isFirst = i === 0 || ascending[i - 1] !== x;
    const isLast = i === n - 1 || ascending[i + 1] !== x;
    if (!isFirst && !isLast) continue;
    const u = cdf(x);
    // A law on integers is flat up to the integer at or above x.
    const before = discrete && isFirst ? cdf(Math.ceil(x) - 1) : u;
    if (isLast && (i + 1) / n - u > above) [above, atAbove] = [(i + 1) / n - u, i];
    if (isFirst && before - i / n > below) [below, atBelow] = [before - i / n, i];
  }
  return [
    { size: above, index: atAbove },
    { size: below, index: atBelow },
  ];
};

/**
 * The Kolmogorov-Smirnov test of a sample against a law, with a direction: `ksTestWith(options)(record, law)(sample)`.
 *
 * The statistic is $D^+ = \sup(F_n - F)$ for `'greater'`, $D^- = \sup(F - F_n)$ for `'less'`, the larger of the two
 * otherwise; ties are counted once. The p-value is the probability of a distance at least as large in a sample of the
 * law, by {@link ksLogSf} and {@link smirnovLogSf}, whose accuracy it has. It holds for a law that was chosen without looking at
 * the sample: parameters that were fitted to it make the true p-value smaller.
 *
 * Failure: `Empty` or `NotFinite` at `sample`.
 * @source Conover (1972), A Kolmogorov goodness-of-fit test for discontinuous distributions · doi:10.1080/01621459.1972.10481254
 * @category Tests
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ksTestWith } from 'lawful/goodness-of-fit';
 * import { uniform, uniformLaw } from 'lawful/laws/uniform';
 * const law = uniform(0, 1);
 * const test =
 *   law._tag === 'Right' ? ksTestWith({ alternative: 'less' })(uniformLaw, law.right)([0.7, 0.8, 0.9]) : law;
 * // All three are at least 0.7: a chance of 0.3^3.
 * expect(test._tag === 'Right' && test.right.pValue).toBeCloseTo(0.027, 15);
 * ```
 */
export const ksTestWith =
  (options: KsOptions) =>
  <L>(law: Law<L>, l: L) =>
  (sample: ArrayLike<number>): Either<Failure, KsTest> =>
    map((data: Float64Array): KsTest => {
      const alternative = options.alternative ?? 'two-sided';
      const ascending = sorted(data);
      const size = data.length;
      const [above, below] = distances(law, l, ascending);
      const isAbove = alternative === 'greater' || (alternative === 'two-sided' && above.size >= below.size);
      const { size: statistic, index } = isAbove ? above : below;
      const logPValue = (alternative === 'two-sided' ? ksLogSf : smirnovLogSf)(size)(statistic);
      return {
        _tag: 'KsTest',
        statistic,
        location: ascending[index],
        direction: isAbove ? 'above' : 'below',
        pValue: Math.exp(logPValue),
        logPValue,
        size,
        alternative,
        validity: law.kind === 'discrete' ? 'conservative' : 'exact',
      };
    })(nonEmptyFloats('sample')(sample));

/**
 * The two-sided Kolmogorov-Smirnov test of a sample against a law: `ksTest(record, law)(sample)`.
 *
 * As {@link ksTestWith} with `alternative: 'two-sided'`.
 * @category Tests
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { ksTest } from 'lawful/goodness-of-fit';
 * import { normal, normalLaw } from 'lawful/laws/normal';
 * const law = normal(0, 1);
 * const test = law._tag === 'Right' ? ksTest(normalLaw, law.right)([-1.2, -0.4, 0.1, 0.3, 1.9]) : law;
 * expect(test._tag === 'Right' && test.right.statistic).toBeCloseTo(0.18209, 5);
 * expect(test._tag === 'Right' && test.right.pValue).toBeCloseTo(0.98569, 5);
 * ```
 */
export const ksTest: <L>(law: Law<L>, l: L) => (sample: ArrayLike<number>) => Either<Failure, KsTest> =
  /* @__PURE__ */ ksTestWith({});
