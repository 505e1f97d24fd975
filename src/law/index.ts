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
export { floats, floatsIn, masses, nonEmptyFloats } from './sample.ts';
export { type Matrix, matrix, matrixFromColumns, matrixFromRows } from './matrix.ts';
export { type Draw, type Rng, rng, sampleNOf, sampleOf, type UniformSource, uniformN } from './random.ts';
export type { ContinuousLaw, DiscreteLaw, Evaluator, Law, Support, Vocabulary } from './law.ts';
export {
  cumHazardOf,
  discreteHazardOf,
  discreteLogHazardOf,
  hazardOf,
  logHazardOf,
  medianOf,
  sdOf,
} from './derived.ts';
export type { Fit, StandardErrors } from './fit.ts';
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
