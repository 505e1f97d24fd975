/**
 * Confidence intervals for a proportion.
 * @module proportion
 */
export {
  agrestiCoull,
  agrestiCoullWith,
  clopperPearson,
  clopperPearsonWith,
  type Counts,
  jeffreys,
  jeffreysWith,
  type ProportionInterval,
  type ProportionOptions,
  wilson,
  wilsonWith,
} from './interval.ts';
