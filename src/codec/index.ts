/**
 * Everything through JSON and back, by io-ts: numbers that JSON lacks travel as strings, and what is decoded goes
 * through the same checks as what is constructed.
 * @module codec
 */
export { finiteNumber, float64Array, taggedNumber } from './number.ts';
export { failure, matrix, rng, stepFunction } from './law.ts';
export { exponential, lawCodec, normal, poisson, uniform } from './laws.ts';
export { band, ecdf, ecdfSummary, pointwiseBand } from './ecdf.ts';
