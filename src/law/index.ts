/**
 * What a law is: kinds of law, domains, failures, samples and matrices at the door, randomness, derived quantities,
 * step functions.
 * @module law
 */
export {
  type Degenerate,
  degenerate,
  type Empty,
  empty,
  type Failure,
  type LengthMismatch,
  lengthMismatch,
  type NotFinite,
  notFinite,
  type OutOfDomain,
  outOfDomain,
  showFailure,
} from './failure.ts';
export {
  check,
  checkParameters,
  contains,
  count,
  type Domain,
  level,
  makerOf,
  nonNegative,
  type Parameters,
  positive,
  probability,
  real,
  showDomain,
} from './domain.ts';
export type { Alternative } from './alternative.ts';
export { floats, floatsIn, masses, nonEmptyFloats } from './sample.ts';
export { type Matrix, matrix, matrixFromColumns, matrixFromRows } from './matrix.ts';
export { type Draw, type Rng, rng, sampleNOf, sampleOf, type UniformSource, uniformN } from './random.ts';
export { gammaEntropy, gammaProfile, type GammaProfile } from './gamma-profile.ts';
export { gammaVariate, logGammaVariate, logOddsVariate } from './variate.ts';
export type { ContinuousLaw, DefectiveLaw, DiscreteLaw, Evaluator, Law, Support, Vocabulary } from './law.ts';
export {
  cumHazardOf,
  discreteHazardOf,
  discreteLogHazardOf,
  hazardOf,
  logHazardOf,
  medianOf,
  sdOf,
} from './derived.ts';
export { type Estimate, type Fit, fitOf, type StandardErrors } from './fit.ts';
export { aic, aicc, bic, type Likelihood } from './information.ts';
export { betaEntropy, ratioEntropy, studentEntropy } from './beta-entropy.ts';
export { extremeValueProfile, type ExtremeValueProfile } from './extreme-value-profile.ts';
export { growthProfile, type GrowthProfile } from './growth-profile.ts';
export { latticeEntropy } from './lattice-entropy.ts';
export { type Affine, affine } from './affine.ts';
export { type Truncated, truncated } from './truncated.ts';
export { type Maximum, maximumOf, type Minimum, minimumOf } from './extreme.ts';
export { type Mixture, mixture } from './mixture.ts';
export { type Discretised, discretised } from './discretised.ts';
export { over } from './over.ts';
export { remembered } from './remembered.ts';
export {
  type Side,
  staircase,
  type StepFunction,
  stepFunction,
  stepValue,
  stepValues,
  stepValuesWith,
  stepValueWith,
} from './step-function.ts';
