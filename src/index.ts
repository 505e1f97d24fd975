/**
 * Laws of random variables, as pure functions: every module under one name. The subpaths (`lawful/ecdf`,
 * `lawful/laws/normal`) are the imports that every bundler can shake.
 * @module lawful
 */
export * as Numeric from './numeric/index.ts';
export * as Law from './law/index.ts';
export * as Codec from './codec/index.ts';
export * as Ecdf from './ecdf/index.ts';
export * as GoodnessOfFit from './goodness-of-fit/index.ts';
export * as Proportion from './proportion/index.ts';
export * as Bernoulli from './laws/bernoulli.ts';
export * as Beta from './laws/beta.ts';
export * as Binomial from './laws/binomial.ts';
export * as Categorical from './laws/categorical.ts';
export * as ChiSquared from './laws/chi-squared.ts';
export * as DiscreteUniform from './laws/discrete-uniform.ts';
export * as Cauchy from './laws/cauchy.ts';
export * as Exponential from './laws/exponential.ts';
export * as F from './laws/f.ts';
export * as Frechet from './laws/frechet.ts';
export * as Gamma from './laws/gamma.ts';
export * as GeneralisedGamma from './laws/generalised-gamma.ts';
export * as Geometric from './laws/geometric.ts';
export * as Gompertz from './laws/gompertz.ts';
export * as Gumbel from './laws/gumbel.ts';
export * as HalfNormal from './laws/half-normal.ts';
export * as Hypergeometric from './laws/hypergeometric.ts';
export * as InverseGamma from './laws/inverse-gamma.ts';
export * as LogLogistic from './laws/log-logistic.ts';
export * as LogNormal from './laws/log-normal.ts';
export * as NegativeBinomial from './laws/negative-binomial.ts';
export * as Laplace from './laws/laplace.ts';
export * as Logistic from './laws/logistic.ts';
export * as Normal from './laws/normal.ts';
export * as Pareto from './laws/pareto.ts';
export * as Poisson from './laws/poisson.ts';
export * as StudentT from './laws/student-t.ts';
export * as Uniform from './laws/uniform.ts';
export * as Weibull from './laws/weibull.ts';
