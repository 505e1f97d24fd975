/**
 * Goodness of fit: the Kolmogorov-Smirnov test of a sample against a law, and the exact laws of its statistics.
 * @module goodness-of-fit
 */
export { type KsOptions, type KsTest, ksTest, ksTestWith } from './ks-test.ts';
export { ksCdf, ksLogSf, ksSf } from './kolmogorov-smirnov.ts';
export { smirnovLogSf, smirnovSf } from './smirnov.ts';
