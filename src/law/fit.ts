/** Maximum likelihood: what a fit gives back, and what every fit does before and after it finds the estimate. */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import { sum } from '../numeric/index.ts';
import type { Domain } from './domain.ts';
import { degenerate, empty, type Failure } from './failure.ts';
import type { Evaluator } from './law.ts';
import { over } from './over.ts';
import { floatsIn } from './sample.ts';

/**
 * The law that makes a sample likeliest, with what a sceptic asks for.
 * @category Estimation
 * @since 0.1.0
 */
export interface Fit<L> {
  readonly law: L;
  /** The sum of the log densities (or log masses) of the sample at the estimate. */
  readonly logLikelihood: number;
  /** How many numbers the likelihood was maximised over: what an information criterion charges for. */
  readonly parameters: number;
  /** The size of the sample. */
  readonly observations: number;
  /**
   * The standard errors, from the inverse of the observed information at the estimate, of the parameters whose
   * likelihood is smooth there; an end of the support that follows the extreme observation has none.
   */
  readonly standardErrors: StandardErrors<L>;
  /** The steps that the search took; 0 where the estimate is a formula. */
  readonly iterations: number;
}

/**
 * The standard error of each parameter that has one.
 * @category Estimation
 * @since 0.1.0
 */
export type StandardErrors<L> = { readonly [K in keyof L as L[K] extends number ? K : never]?: number };

/**
 * What a law's own mathematics finds in a sample: the law, or why its parameters are none, and the rest of a {@link Fit}.
 * @category Estimation
 * @since 0.1.0
 */
export interface Estimate<L> {
  readonly law: Either<Failure, L>;
  readonly standardErrors: StandardErrors<L>;
  readonly iterations?: number;
}

/**
 * A law's `fit` from the domain of its observations, its log density (or log mass), the number of parameters that are
 * free, and what finds the estimate.
 *
 * Failure: `Empty`, `NotFinite` or `OutOfDomain` at `sample`; `Degenerate` at `sample` where no law of the family is
 * likeliest, or its parameters are no doubles.
 * @category Estimation
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { fitOf, nonNegative } from 'lawful/law';
 * import { exponential, logPdf } from 'lawful/laws/exponential';
 * const fit = fitOf(nonNegative([0, 10]), logPdf, 1, (xs) => ({
 *   _tag: 'Right',
 *   right: { law: exponential(xs.length / xs.reduce((a, b) => a + b)), standardErrors: {} },
 * }));
 * const fitted = fit([1, 2, 6]);
 * expect(fitted._tag === 'Right' && fitted.right.law.rate).toBe(1 / 3);
 * ```
 */
export const fitOf =
  <L>(
    domain: Domain,
    logDensity: Evaluator<L>,
    parameters: number,
    estimate: (xs: Float64Array) => Either<Failure, Estimate<L>>,
  ): ((sample: ArrayLike<number>) => Either<Failure, Fit<L>>) =>
  (sample) => {
    const checked = floatsIn(domain, 'sample')(sample);
    if (checked._tag === 'Left') return checked;
    const xs = checked.right;
    if (xs.length === 0) return left(empty('sample'));
    const found = estimate(xs);
    if (found._tag === 'Left') return found;
    const { law, standardErrors, iterations = 0 } = found.right;
    if (law._tag === 'Left') return left(degenerate('sample', `it has no likeliest ${law.left.at}`));
    return right({
      law: law.right,
      logLikelihood: sum(over(logDensity(law.right))(xs)),
      parameters,
      observations: xs.length,
      standardErrors,
      iterations,
    });
  };
