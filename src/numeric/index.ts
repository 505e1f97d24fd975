/**
 * Numerical methods without statistics: special functions, sums, sorting, searching.
 *
 * Functions here take the types that they name and trust them: a `Float64Array` without NaN where one is asked for.
 * @module numeric
 */
export { HALF_LOG_TWO_PI, SQRT_TWO_PI } from './special/constants.ts';
export {
  expMinusRatioPower,
  logRatio,
  logResidual,
  ratioPower,
  ratioPowerDensity,
  ratioPowerRate,
  root,
  scaledRoot,
} from './special/power.ts';
export { rootGamma, rootGammaSpread } from './special/root-gamma.ts';
export { expMinusProduct, log1mexp, log1pexp, productError } from './special/elementary.ts';
export { erf, erfc, erfcx, logErfc } from './special/error-function.ts';
export { atStandardisedLog } from './special/standardised-log.ts';
export {
  expMinusHalfSquare,
  normalCdf,
  normalHazard,
  normalLogCdf,
  normalPdf,
  normalQuantile,
  normalQuantileOfLog,
} from './special/normal.ts';
export { atStandardised, standardisationError, standardise, unstandardise } from './special/standardised.ts';
export { erfcInverse, erfInverse } from './special/inverse-error-function.ts';
export { logGamma, stirlingError } from './special/log-gamma.ts';
export { digamma, logLessDigamma, trigamma } from './special/digamma.ts';
export { gammaPrefix, logGammaPrefix } from './special/gamma-prefix.ts';
export { gammaP, gammaPrefixOverP, gammaQ, logGammaP, logGammaQ } from './special/incomplete-gamma.ts';
export {
  gammaPNear,
  gammaPOfRatio,
  gammaPrefixOverQ,
  gammaQNear,
  gammaQOfRatio,
  gammaRateNear,
  gammaRateOfRatio,
  gammaRateOfRatioAt,
  gammaRateOverPOfRatio,
  gammaRateOverQNear,
  gammaRateOverQOfRatio,
  logGammaPLeading,
  logGammaPLeadingInverse,
  logGammaPNear,
  logGammaPOfRatio,
  logGammaQNear,
  logGammaQOfRatio,
  logGammaRateNear,
  logGammaRateOfRatio,
} from './special/gamma-ratio.ts';
export { gammaPInverse, gammaQInverse, logGammaPInverse, logGammaQInverse } from './special/inverse-gamma.ts';
export { logTableProbability, tableProbability, tablesBeyond } from './special/hypergeometric.ts';
export { i0e, i1e } from './special/bessel.ts';
export { expintE1, expintE1Scaled } from './special/exponential-integral.ts';
export { exprel, exprelDerivative, exprelSecondDerivative } from './special/relative-exponential.ts';
export { log1prel, log1prelDerivative, log1prelSecondDerivative } from './special/relative-logarithm.ts';
export { logAddExp, logSumExp } from './special/log-sum-exp.ts';
export { kolmogorovCdf, kolmogorovSf } from './special/kolmogorov.ts';
export { logBeta, logGammaRatio } from './special/log-beta.ts';
export {
  type BetaPoint,
  betaPointOf,
  betaPointOfOdds,
  betaPrefix,
  betaPrefixAt,
  type BetaShape,
  betaShapeOf,
  logBetaPrefix,
  logBetaPrefixAt,
} from './special/beta-prefix.ts';
export {
  betaP,
  betaPAt,
  betaQ,
  betaQAt,
  logBetaP,
  logBetaPAt,
  logBetaQ,
  logBetaQAt,
} from './special/incomplete-beta.ts';
export { betaLogSlopeAt } from './special/beta-slope.ts';
export {
  betaPInverse,
  betaPointOfLogP,
  betaPointOfLogQ,
  betaPointOfP,
  betaPointOfQ,
  betaQInverse,
  logBetaPInverse,
  logBetaQInverse,
} from './special/inverse-beta.ts';
export { bracketedRoot, smallestInteger } from './roots.ts';
export { type Integral, quadrature } from './quadrature.ts';
export { cumulativeSums, mean, rootMeanSquare, sum } from './sums.ts';
export { order, sorted } from './sort.ts';
export { countAll, countAtMost, countBelow } from './search.ts';
export { guided } from './guide-table.ts';
