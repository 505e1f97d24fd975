/**
 * Numerical methods without statistics: special functions, sums, sorting, searching.
 *
 * Functions here take the types that they name and trust them: a `Float64Array` without NaN where one is asked for.
 * @module numeric
 */
export { HALF_LOG_TWO_PI, SQRT_TWO_PI } from './special/constants.ts';
export { expMinusProduct, log1mexp, log1pexp, productError } from './special/elementary.ts';
export { erf, erfc, erfcx } from './special/error-function.ts';
export {
  expMinusHalfSquare,
  normalCdf,
  normalHazard,
  normalLogCdf,
  normalPdf,
  normalQuantile,
  normalQuantileOfLog,
  standardisationError,
  standardise,
  unstandardise,
} from './special/normal.ts';
export { logGamma, stirlingError } from './special/log-gamma.ts';
export { gammaPrefix, logGammaPrefix } from './special/gamma-prefix.ts';
export { gammaP, gammaPrefixOverP, gammaQ, logGammaP, logGammaQ } from './special/incomplete-gamma.ts';
export { smallestInteger } from './roots.ts';
export { cumulativeSums } from './sums.ts';
export { order, sorted } from './sort.ts';
export { countAll, countAtMost, countBelow } from './search.ts';
