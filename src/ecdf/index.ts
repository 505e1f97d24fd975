/**
 * Empirical distribution functions in one dimension: building, evaluation, quantiles of nine types, bands, merging and
 * streaming.
 * @module ecdf
 */
export {
  type Ecdf,
  ecdf,
  ecdfWith,
  evaluate,
  evaluateAll,
  evaluateAllWith,
  type EvaluateOptions,
  evaluateWith,
  interpolate,
  leftLimit,
  steps,
  survival,
  toStepFunction,
} from './ecdf.ts';
export {
  inverse,
  quantile,
  quantileAll,
  quantileAllWith,
  type QuantileOptions,
  type QuantileType,
  quantileWith,
} from './quantile.ts';
export { concat, type EcdfSummary, empty, monoid, ofChunk, ofChunkWith, result, step } from './summary.ts';
export type { EcdfOptions, Run } from './run.ts';
export {
  type Band,
  dkwBand,
  dkwBandWith,
  type LevelOption,
  type MeanInterval,
  meanInterval,
  type MeanIntervalOptions,
} from './band.ts';
export {
  type IntervalOptions,
  type PointInterval,
  type PointwiseBand,
  pointwiseBand,
  pointwiseInterval,
} from './pointwise.ts';
