/**
 * What a law is: plain data, and the record of functions over it that generic code takes.
 *
 * Laws it obeys: `cdf` rises from 0 to 1 over `support`; `cdf + sf = 1`; the log forms are the logarithms; `quantile`
 * and `isf` are the inverses of `cdf` and `sf`; a density is the derivative of `cdf`, a mass its jump. A defective law's
 * `cdf` rises to less than 1.
 */
import type { Either } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import type { Parameters } from './domain.ts';
import type { Failure } from './failure.ts';
import type { Rng } from './random.ts';

/**
 * The smallest closed interval that holds a law's values; its ends may be infinite.
 * @category Law
 * @since 0.1.0
 */
export interface Support {
  readonly lower: number;
  readonly upper: number;
}

/**
 * A function of a law and a point. Parameters first: `f(law)` does what depends on the law alone, once. The result is
 * NaN exactly when the point is NaN (or, for an inverse, no probability).
 * @category Law
 * @since 0.1.0
 */
export type Evaluator<L> = (law: L) => (x: number) => number;

/**
 * The vocabulary that every law has.
 * @category Law
 * @since 0.1.0
 */
export interface Vocabulary<L> {
  /** The name of its constructor. */
  readonly name: string;
  /** The domain of each parameter, in the constructor's order. */
  readonly parameters: Parameters<L>;
  /** The law with these parameters, or why there is none. */
  readonly make: (parameters: Omit<L, '_tag'>) => Either<Failure, L>;
  /** The smallest closed interval that holds its values. */
  readonly support: (law: L) => Support;
  /** $P(X \le x)$. */
  readonly cdf: Evaluator<L>;
  /** $P(X > x)$, to full relative accuracy in the right tail. */
  readonly sf: Evaluator<L>;
  /** $\ln P(X \le x)$. */
  readonly logCdf: Evaluator<L>;
  /** $\ln P(X > x)$. */
  readonly logSf: Evaluator<L>;
  /** The smallest $x$ with $P(X \le x) \ge p$. NaN outside [0, 1]. */
  readonly quantile: Evaluator<L>;
  /** The inverse of `sf`: the smallest $x$ with $P(X > x) \le q$. NaN outside [0, 1]. */
  readonly isf: Evaluator<L>;
  /** The rate of what happens next among what has not happened: density over `sf`; mass over $P(X \ge x)$. */
  readonly hazard: Evaluator<L>;
  /** The logarithm of `hazard`. */
  readonly logHazard: Evaluator<L>;
  /** $-\ln P(X > x)$. */
  readonly cumHazard: Evaluator<L>;
  /** The expectation. */
  readonly mean: (law: L) => number;
  /** The variance. */
  readonly variance: (law: L) => number;
  /** The standard deviation. */
  readonly sd: (law: L) => number;
  /** The quantile at one half. */
  readonly median: (law: L) => number;
  /** All modes, ascending; where every point of an interval is one, its two ends. */
  readonly mode: (law: L) => ReadonlyArray<number>;
  /** The (differential) entropy in nats. */
  readonly entropy: (law: L) => number;
  /** One draw, and the next state of the generator. */
  readonly sample: (law: L) => State<Rng, number>;
  /** `n` independent draws, and the next state of the generator. */
  readonly sampleN: (law: L) => (n: number) => State<Rng, Float64Array>;
}

/**
 * A law with a density.
 * @category Law
 * @since 0.1.0
 */
export interface ContinuousLaw<L> extends Vocabulary<L> {
  readonly kind: 'continuous';
  /** The density. */
  readonly pdf: Evaluator<L>;
  /** The logarithm of the density. */
  readonly logPdf: Evaluator<L>;
}

/**
 * A law on integers.
 * @category Law
 * @since 0.1.0
 */
export interface DiscreteLaw<L> extends Vocabulary<L> {
  readonly kind: 'discrete';
  /** $P(X = x)$; 0 between the integers. */
  readonly pmf: Evaluator<L>;
  /** $\ln P(X = x)$. */
  readonly logPmf: Evaluator<L>;
}

/**
 * A law with a density that may lack a part of its mass: with probability `atInfinity` what it is the time of never
 * happens, and the value is $+\infty$.
 *
 * Every function speaks of finite times and is continuous at $+\infty$, where it has the limit from below: `cdf` rises to
 * $1 - p_\infty$ and `sf` falls to $p_\infty$, the share of those who are never struck, which is what survival analysis means
 * by $S(\infty)$. So `cdf + sf = 1`, the logarithms and `cumHazard` stay finite, and `quantile`, the smallest $x$ with
 * `cdf(x)` $\ge p$, is $+\infty$ where there is none: beyond $p = 1 - p_\infty$ (and `isf` below $q = p_\infty$). Draws may be
 * $+\infty$. The mean and the variance are $+\infty$ when $p_\infty > 0$; the entropy is that of the density, $-\int f\ln f$, and of
 * the mass, $-p_\infty\ln p_\infty$, together.
 * @category Law
 * @since 0.1.0
 */
export interface DefectiveLaw<L> extends Vocabulary<L> {
  readonly kind: 'defective';
  /** The density of what happens; it integrates to $1 - p_\infty$. */
  readonly pdf: Evaluator<L>;
  /** The logarithm of the density. */
  readonly logPdf: Evaluator<L>;
  /** $p_\infty = P(X = \infty)$, 0 where everything happens in the end. */
  readonly atInfinity: (law: L) => number;
}

/**
 * Any law, told apart by `kind`.
 * @category Law
 * @since 0.1.0
 */
export type Law<L> = ContinuousLaw<L> | DiscreteLaw<L> | DefectiveLaw<L>;
