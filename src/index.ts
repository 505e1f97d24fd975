/**
 * Laws of random variables, as pure functions: every module under one name. The subpaths (`lawful/ecdf`,
 * `lawful/laws/normal`) are the imports that every bundler can shake.
 * @module lawful
 */
export * as Numeric from './numeric/index.ts';
export * as Law from './law/index.ts';
export * as Codec from './codec/index.ts';
export * as Ecdf from './ecdf/index.ts';
export * as Exponential from './laws/exponential.ts';
export * as Normal from './laws/normal.ts';
export * as Poisson from './laws/poisson.ts';
export * as Uniform from './laws/uniform.ts';
