/**
 * Everything through JSON and back, by io-ts: numbers that JSON lacks travel as strings, and what is decoded goes
 * through the same checks as what is constructed.
 * @module codec
 */
export { finiteNumber, float64Array, taggedNumber } from './number.ts';
export { failure, fit, matrix, rng, stepFunction } from './law.ts';
export {
  bernoulli,
  beta,
  binomial,
  categorical,
  cauchy,
  chiSquared,
  discreteUniform,
  exponential,
  f,
  frechet,
  gamma,
  generalisedGamma,
  geometric,
  gompertz,
  gumbel,
  halfNormal,
  hypergeometric,
  inverseGamma,
  laplace,
  lawCodec,
  logistic,
  logLogistic,
  logNormal,
  negativeBinomial,
  normal,
  pareto,
  poisson,
  studentT,
  uniform,
  weibull,
} from './laws.ts';
export { affine, discretised, maximumOf, minimumOf, mixture, truncated } from './combinators.ts';
export { band, ecdf, ecdfSummary, pointwiseBand } from './ecdf.ts';
export { ksTest } from './goodness-of-fit.ts';
export { proportionInterval } from './proportion.ts';
