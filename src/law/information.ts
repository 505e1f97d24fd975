/**
 * Information criteria: how well a law fits, less what its parameters cost. Of several laws fitted to one sample the one
 * with the least is preferred; differences matter, not the values.
 *
 * @source Burnham & Anderson (2002), Model Selection and Multimodel Inference, ch. 2
 */
import { type Either, left, map, right } from 'fp-ts/lib/Either.js';
import { checkParameters, count, type Domain, real } from './domain.ts';
import { type Failure, outOfDomain } from './failure.ts';
import type { Fit } from './fit.ts';

/**
 * What an information criterion reads of a fit: any {@link Fit} has it.
 * @category Model choice
 * @since 0.1.0
 */
export type Likelihood = Pick<Fit<unknown>, 'logLikelihood' | 'parameters' | 'observations'>;

const domains: { readonly [K in keyof Likelihood]: Domain } = {
  logLikelihood: /* @__PURE__ */ real([-1000, 0]),
  parameters: /* @__PURE__ */ count([0, 5]),
  observations: { lower: 1, upper: Infinity, closed: 'lower', integer: true, typical: [1, 1000] },
};

/** The three numbers, where they are what they are called. */
const checked = ({ logLikelihood, parameters, observations }: Likelihood): Either<Failure, Likelihood> =>
  checkParameters('fit', domains, { logLikelihood, parameters, observations });

/** Twice the parameters less twice the log likelihood: one rounding. */
const akaike = (fit: Likelihood): number => 2 * (fit.parameters - fit.logLikelihood);

/**
 * Akaike's criterion, $2k - 2\ln L$ for $k$ parameters.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `fit.logLikelihood`, `fit.parameters`, `fit.observations`. Error at most one
 * unit of $2^{-53}$.
 * @source Akaike (1974), A new look at the statistical model identification · doi:10.1109/TAC.1974.1100705
 * @category Model choice
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { aic } from 'lawful/law';
 * expect(aic({ logLikelihood: -10, parameters: 2, observations: 8 })).toEqual({ _tag: 'Right', right: 24 });
 * ```
 */
export const aic = (fit: Likelihood): Either<Failure, number> => map(akaike)(checked(fit));

/**
 * Akaike's criterion corrected for small samples, $2k - 2\ln L + \frac{2k(k+1)}{n-k-1}$: exact for normal linear models, and
 * the better choice where $n/k$ is below 40.
 *
 * Failure: as {@link aic}, and `OutOfDomain` at `fit.observations` where $n \le k + 1$. Error at most 4 units of $2^{-53}$
 * of the larger term.
 * @source Hurvich & Tsai (1989), Regression and time series model selection in small samples · doi:10.1093/biomet/76.2.297
 * @category Model choice
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { aicc } from 'lawful/law';
 * expect(aicc({ logLikelihood: -10, parameters: 2, observations: 9 })).toEqual({ _tag: 'Right', right: 26 });
 * expect(aicc({ logLikelihood: -10, parameters: 2, observations: 3 })._tag).toBe('Left');
 * ```
 */
export const aicc = (fit: Likelihood): Either<Failure, number> => {
  const made = checked(fit);
  if (made._tag === 'Left') return made;
  const { parameters, observations } = made.right;
  const spare = observations - parameters - 1;
  if (!(spare > 0)) return left(outOfDomain('fit.observations', observations, `greater than ${parameters + 1}`));
  return right(akaike(fit) + (parameters / spare) * (2 * (parameters + 1)));
};

/**
 * Schwarz's Bayesian criterion, $k\ln n - 2\ln L$ for $k$ parameters and $n$ observations.
 *
 * Failure: as {@link aic}. Error at most 3 units of $2^{-53}$ of the larger term.
 * @source Schwarz (1978), Estimating the dimension of a model · doi:10.1214/aos/1176344136
 * @category Model choice
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { bic } from 'lawful/law';
 * expect(bic({ logLikelihood: -10, parameters: 2, observations: 1 })).toEqual({ _tag: 'Right', right: 20 });
 * ```
 */
export const bic = (fit: Likelihood): Either<Failure, number> =>
  map((l: Likelihood) => l.parameters * Math.log(l.observations) - 2 * l.logLikelihood)(checked(fit));
