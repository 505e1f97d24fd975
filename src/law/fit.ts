/** What a maximum likelihood fit gives back. */

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
