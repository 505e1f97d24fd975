/** Every law through JSON: its tag and its parameters, checked by its own constructor. */
import * as t from 'io-ts/lib/index.js';
import type { Law } from '../law/index.ts';
import { type Bernoulli, bernoulliLaw } from '../laws/bernoulli.ts';
import { type Beta, betaLaw } from '../laws/beta.ts';
import { type Binomial, binomialLaw } from '../laws/binomial.ts';
import { type Categorical, categoricalLaw } from '../laws/categorical.ts';
import { type ChiSquared, chiSquaredLaw } from '../laws/chi-squared.ts';
import { type DiscreteUniform, discreteUniformLaw } from '../laws/discrete-uniform.ts';
import { type Cauchy, cauchyLaw } from '../laws/cauchy.ts';
import { type Exponential, exponentialLaw } from '../laws/exponential.ts';
import { type F, fLaw } from '../laws/f.ts';
import { type Frechet, frechetLaw } from '../laws/frechet.ts';
import { type Gamma, gammaLaw } from '../laws/gamma.ts';
import { type GeneralisedGamma, generalisedGammaLaw } from '../laws/generalised-gamma.ts';
import { type Geometric, geometricLaw } from '../laws/geometric.ts';
import { type Gompertz, gompertzLaw } from '../laws/gompertz.ts';
import { type Gumbel, gumbelLaw } from '../laws/gumbel.ts';
import { type HalfNormal, halfNormalLaw } from '../laws/half-normal.ts';
import { type Hypergeometric, hypergeometricLaw } from '../laws/hypergeometric.ts';
import { type InverseGamma, inverseGammaLaw } from '../laws/inverse-gamma.ts';
import { type LogLogistic, logLogisticLaw } from '../laws/log-logistic.ts';
import { type LogNormal, logNormalLaw } from '../laws/log-normal.ts';
import { type NegativeBinomial, negativeBinomialLaw } from '../laws/negative-binomial.ts';
import { type Laplace, laplaceLaw } from '../laws/laplace.ts';
import { type Logistic, logisticLaw } from '../laws/logistic.ts';
import { type Normal, normalLaw } from '../laws/normal.ts';
import { type Pareto, paretoLaw } from '../laws/pareto.ts';
import { type Poisson, poissonLaw } from '../laws/poisson.ts';
import { type StudentT, studentTLaw } from '../laws/student-t.ts';
import { type Uniform, uniformLaw } from '../laws/uniform.ts';
import { type Weibull, weibullLaw } from '../laws/weibull.ts';
import { through } from './law.ts';
import { finiteNumber } from './number.ts';

/**
 * The codec of a law from its record.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { lawCodec } from 'lawful/codec';
 * import { normalLaw } from 'lawful/laws/normal';
 * const codec = lawCodec('Normal', normalLaw);
 * expect(codec.decode({ _tag: 'Normal', mean: 0, sd: 1 })).toEqual({
 *   _tag: 'Right',
 *   right: { _tag: 'Normal', mean: 0, sd: 1 },
 * });
 * expect(codec.decode({ _tag: 'Normal', mean: 0, sd: -1 })._tag).toBe('Left');
 * ```
 */
export const lawCodec = <L extends { readonly _tag: string }>(
  tag: L['_tag'],
  law: Law<L>,
): t.Type<L, unknown, unknown> => {
  const fields = t.type({
    _tag: t.literal(tag),
    ...Object.fromEntries(Object.keys(law.parameters).map((name) => [name, finiteNumber])),
  }) as unknown as t.Type<L, unknown, unknown>;
  return through(tag, fields, law.make);
};

/**
 * The normal law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { normal } from 'lawful/codec';
 * expect(normal.decode({ _tag: 'Normal', mean: 0, sd: 0 })._tag).toBe('Left');
 * ```
 */
export const normal: t.Type<Normal, unknown, unknown> = /* @__PURE__ */ lawCodec('Normal', normalLaw);

/**
 * The uniform law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { uniform } from 'lawful/codec';
 * expect(uniform.decode({ _tag: 'Uniform', lower: 1, upper: 0 })._tag).toBe('Left');
 * ```
 */
export const uniform: t.Type<Uniform, unknown, unknown> = /* @__PURE__ */ lawCodec('Uniform', uniformLaw);

/**
 * The exponential law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { exponential } from 'lawful/codec';
 * expect(exponential.decode({ _tag: 'Exponential', rate: 2 })._tag).toBe('Right');
 * ```
 */
export const exponential: t.Type<Exponential, unknown, unknown> = /* @__PURE__ */ lawCodec(
  'Exponential',
  exponentialLaw,
);

/**
 * The Poisson law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { poisson } from 'lawful/codec';
 * expect(poisson.decode({ _tag: 'Poisson', mean: 'NaN' })._tag).toBe('Left');
 * ```
 */
export const poisson: t.Type<Poisson, unknown, unknown> = /* @__PURE__ */ lawCodec('Poisson', poissonLaw);

/**
 * The Bernoulli law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { bernoulli } from 'lawful/codec';
 * expect(bernoulli.decode({ _tag: 'Bernoulli', probability: 1.5 })._tag).toBe('Left');
 * ```
 */
export const bernoulli: t.Type<Bernoulli, unknown, unknown> = /* @__PURE__ */ lawCodec('Bernoulli', bernoulliLaw);

/**
 * The geometric law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { geometric } from 'lawful/codec';
 * expect(geometric.decode({ _tag: 'Geometric', probability: 0 })._tag).toBe('Left');
 * ```
 */
export const geometric: t.Type<Geometric, unknown, unknown> = /* @__PURE__ */ lawCodec('Geometric', geometricLaw);

/**
 * The uniform law on integers.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { discreteUniform } from 'lawful/codec';
 * expect(discreteUniform.decode({ _tag: 'DiscreteUniform', lower: 1, upper: 6 })._tag).toBe('Right');
 * ```
 */
export const discreteUniform: t.Type<DiscreteUniform, unknown, unknown> = /* @__PURE__ */ lawCodec(
  'DiscreteUniform',
  discreteUniformLaw,
);

/**
 * The categorical law: its probabilities as an array.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { categorical } from 'lawful/codec';
 * expect(categorical.decode({ _tag: 'Categorical', probabilities: [0.5, 0.25, 0.25] })._tag).toBe('Right');
 * expect(categorical.decode({ _tag: 'Categorical', probabilities: [0.5, -0.5] })._tag).toBe('Left');
 * ```
 */
export const categorical: t.Type<Categorical, unknown, unknown> = /* @__PURE__ */ (() =>
  through(
    'Categorical',
    t.type({ _tag: t.literal('Categorical'), probabilities: t.readonlyArray(finiteNumber) }),
    categoricalLaw.make,
  ))();

/**
 * The hypergeometric law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { hypergeometric } from 'lawful/codec';
 * expect(hypergeometric.decode({ _tag: 'Hypergeometric', population: 6, successes: 7, draws: 2 })._tag).toBe('Left');
 * ```
 */
export const hypergeometric: t.Type<Hypergeometric, unknown, unknown> = /* @__PURE__ */ lawCodec(
  'Hypergeometric',
  hypergeometricLaw,
);

/**
 * The Cauchy law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cauchy } from 'lawful/codec';
 * expect(cauchy.decode({ _tag: 'Cauchy', location: 0, scale: 0 })._tag).toBe('Left');
 * ```
 */
export const cauchy: t.Type<Cauchy, unknown, unknown> = /* @__PURE__ */ lawCodec('Cauchy', cauchyLaw);

/**
 * The Weibull law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { weibull } from 'lawful/codec';
 * expect(weibull.decode({ _tag: 'Weibull', shape: 0, scale: 1 })._tag).toBe('Left');
 * ```
 */
export const weibull: t.Type<Weibull, unknown, unknown> = /* @__PURE__ */ lawCodec('Weibull', weibullLaw);

/**
 * The log-normal law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logNormal } from 'lawful/codec';
 * expect(logNormal.decode({ _tag: 'LogNormal', mu: 0, sigma: 0 })._tag).toBe('Left');
 * ```
 */
export const logNormal: t.Type<LogNormal, unknown, unknown> = /* @__PURE__ */ lawCodec('LogNormal', logNormalLaw);

/**
 * The beta law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { beta } from 'lawful/codec';
 * expect(beta.decode({ _tag: 'Beta', alpha: 2, beta: 0 })._tag).toBe('Left');
 * ```
 */
export const beta: t.Type<Beta, unknown, unknown> = /* @__PURE__ */ lawCodec('Beta', betaLaw);

/**
 * The binomial law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { binomial } from 'lawful/codec';
 * expect(binomial.decode({ _tag: 'Binomial', trials: 10, probability: 0.5 })._tag).toBe('Right');
 * ```
 */
export const binomial: t.Type<Binomial, unknown, unknown> = /* @__PURE__ */ lawCodec('Binomial', binomialLaw);

/**
 * The F law of Fisher and Snedecor.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { f } from 'lawful/codec';
 * expect(f.decode({ _tag: 'F', numerator: 2, denominator: 10 })._tag).toBe('Right');
 * ```
 */
export const f: t.Type<F, unknown, unknown> = /* @__PURE__ */ lawCodec('F', fLaw);

/**
 * The negative binomial law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { negativeBinomial } from 'lawful/codec';
 * expect(negativeBinomial.decode({ _tag: 'NegativeBinomial', size: 2, probability: 0 })._tag).toBe('Left');
 * ```
 */
export const negativeBinomial: t.Type<NegativeBinomial, unknown, unknown> = /* @__PURE__ */ lawCodec(
  'NegativeBinomial',
  negativeBinomialLaw,
);

/**
 * The t law of Student.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { studentT } from 'lawful/codec';
 * expect(studentT.decode({ _tag: 'StudentT', freedom: 4 })._tag).toBe('Right');
 * ```
 */
export const studentT: t.Type<StudentT, unknown, unknown> = /* @__PURE__ */ lawCodec('StudentT', studentTLaw);

/**
 * The Laplace law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { laplace } from 'lawful/codec';
 * expect(laplace.decode({ _tag: 'Laplace', location: 0, scale: 0 })._tag).toBe('Left');
 * ```
 */
export const laplace: t.Type<Laplace, unknown, unknown> = /* @__PURE__ */ lawCodec('Laplace', laplaceLaw);

/**
 * The Gumbel law of largest values.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gumbel } from 'lawful/codec';
 * expect(gumbel.decode({ _tag: 'Gumbel', location: 0, scale: 0 })._tag).toBe('Left');
 * ```
 */
export const gumbel: t.Type<Gumbel, unknown, unknown> = /* @__PURE__ */ lawCodec('Gumbel', gumbelLaw);

/**
 * The Fréchet law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { frechet } from 'lawful/codec';
 * expect(frechet.decode({ _tag: 'Frechet', shape: 2, scale: 1 })._tag).toBe('Right');
 * ```
 */
export const frechet: t.Type<Frechet, unknown, unknown> = /* @__PURE__ */ lawCodec('Frechet', frechetLaw);

/**
 * The Pareto law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { pareto } from 'lawful/codec';
 * expect(pareto.decode({ _tag: 'Pareto', shape: 1, scale: -1 })._tag).toBe('Left');
 * ```
 */
export const pareto: t.Type<Pareto, unknown, unknown> = /* @__PURE__ */ lawCodec('Pareto', paretoLaw);

/**
 * The logistic law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logistic } from 'lawful/codec';
 * expect(logistic.decode({ _tag: 'Logistic', location: 0, scale: 0 })._tag).toBe('Left');
 * ```
 */
export const logistic: t.Type<Logistic, unknown, unknown> = /* @__PURE__ */ lawCodec('Logistic', logisticLaw);

/**
 * The half-normal law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { halfNormal } from 'lawful/codec';
 * expect(halfNormal.decode({ _tag: 'HalfNormal', scale: 0 })._tag).toBe('Left');
 * ```
 */
export const halfNormal: t.Type<HalfNormal, unknown, unknown> = /* @__PURE__ */ lawCodec('HalfNormal', halfNormalLaw);

/**
 * The log-logistic law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logLogistic } from 'lawful/codec';
 * expect(logLogistic.decode({ _tag: 'LogLogistic', shape: 0, scale: 1 })._tag).toBe('Left');
 * ```
 */
export const logLogistic: t.Type<LogLogistic, unknown, unknown> = /* @__PURE__ */ lawCodec(
  'LogLogistic',
  logLogisticLaw,
);

/**
 * The gamma law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gamma } from 'lawful/codec';
 * expect(gamma.decode({ _tag: 'Gamma', shape: 2, scale: -1 })._tag).toBe('Left');
 * ```
 */
export const gamma: t.Type<Gamma, unknown, unknown> = /* @__PURE__ */ lawCodec('Gamma', gammaLaw);

/**
 * The inverse gamma law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { inverseGamma } from 'lawful/codec';
 * expect(inverseGamma.decode({ _tag: 'InverseGamma', shape: 2, scale: 1 })._tag).toBe('Right');
 * ```
 */
export const inverseGamma: t.Type<InverseGamma, unknown, unknown> = /* @__PURE__ */ lawCodec(
  'InverseGamma',
  inverseGammaLaw,
);

/**
 * The chi-squared law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { chiSquared } from 'lawful/codec';
 * expect(chiSquared.decode({ _tag: 'ChiSquared', freedom: 0 })._tag).toBe('Left');
 * ```
 */
export const chiSquared: t.Type<ChiSquared, unknown, unknown> = /* @__PURE__ */ lawCodec('ChiSquared', chiSquaredLaw);

/**
 * The generalised gamma law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { generalisedGamma } from 'lawful/codec';
 * expect(generalisedGamma.decode({ _tag: 'GeneralisedGamma', shape: 1, power: 2, scale: 1 })._tag).toBe('Right');
 * ```
 */
export const generalisedGamma: t.Type<GeneralisedGamma, unknown, unknown> = /* @__PURE__ */ lawCodec(
  'GeneralisedGamma',
  generalisedGammaLaw,
);

/**
 * The Gompertz law.
 * @category Laws
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gompertz } from 'lawful/codec';
 * expect(gompertz.decode({ _tag: 'Gompertz', shape: -1, rate: 2 })._tag).toBe('Right');
 * ```
 */
export const gompertz: t.Type<Gompertz, unknown, unknown> = /* @__PURE__ */ lawCodec('Gompertz', gompertzLaw);
