/** The library's functions under the names that the tables give them, with all arguments in one list. */
import * as lawful from '../../src/index.ts';
import { ksCdf, ksLogSf, ksSf, smirnovLogSf, smirnovSf } from '../../src/goodness-of-fit/index.ts';
import type { Evaluator, Law } from '../../src/law/index.ts';
import * as numeric from '../../src/numeric/index.ts';
import { agrestiCoullWith, clopperPearsonWith, jeffreysWith, wilsonWith } from '../../src/proportion/index.ts';
import { right } from '../right.ts';

export type Plain = (...args: ReadonlyArray<number>) => number;

/** A function by its table and its name. */
export type Functions = Readonly<Record<string, Readonly<Record<string, Plain>>>>;

const evaluators = ['cdf', 'sf', 'logCdf', 'logSf', 'quantile', 'isf', 'hazard', 'logHazard', 'cumHazard'] as const;
const moments = ['mean', 'variance', 'sd', 'median', 'entropy'] as const;

/** Every function of a law as one of its parameters and a point. */
const ofLaw = <L extends { readonly _tag: string }>(law: Law<L>): Record<string, Plain> => {
  const names = Object.keys(law.parameters);
  const make = (args: ReadonlyArray<number>): L => {
    const made = law.make(Object.fromEntries(names.map((name, i) => [name, args[i]])) as unknown as Omit<L, '_tag'>);
    if (made._tag === 'Left') throw new Error(`${law.name}(${args.join(', ')}): ${JSON.stringify(made.left)}`);
    return made.right;
  };
  const at =
    (f: Evaluator<L>): Plain =>
    (...args) =>
      f(make(args))(args[names.length] ?? NaN);
  const density =
    law.kind === 'discrete'
      ? { pmf: at(law.pmf), logPmf: at(law.logPmf) }
      : { pdf: at(law.pdf), logPdf: at(law.logPdf) };
  return {
    ...density,
    ...Object.fromEntries(evaluators.map((name) => [name, at(law[name])])),
    ...Object.fromEntries(moments.map((name) => [name, (...args: ReadonlyArray<number>) => law[name](make(args))])),
    mode: (...args) => law.mode(make(args)).at(-1) ?? NaN,
  };
};

type AnyLaw = Law<{ readonly _tag: string }>;

const isLaw = (value: unknown): value is AnyLaw =>
  typeof value === 'object' && value !== null && 'kind' in value && 'make' in value;

/** Every law of the package whose parameters are numbers. */
const everyLaw: ReadonlyArray<AnyLaw> = Object.values(lawful)
  .flatMap((module) => Object.values<unknown>(module))
  .filter(isLaw)
  .filter((law) => Object.keys(law.parameters).length > 0);

/** The table of a law: its name in kebab-case, as its file's. */
export const lawTable = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A special function of one or two arguments. */
const one =
  (f: (x: number) => number): Plain =>
  (x = NaN) =>
    f(x);
const two =
  (f: (a: number, x: number) => number): Plain =>
  (a = NaN, x = NaN) =>
    f(a, x);

const three =
  (f: (a: number, b: number, x: number) => number): Plain =>
  (a = NaN, b = NaN, x = NaN) =>
    f(a, b, x);

/** The two ends of an interval for a proportion. */
const ends = (name: string, method: typeof wilsonWith): Readonly<Record<string, Plain>> =>
  Object.fromEntries(
    (['lower', 'upper'] as const).map((end) => [
      `${name}${end === 'lower' ? 'Lower' : 'Upper'}`,
      (successes = NaN, trials = NaN, level = NaN) => right(method({ level })({ successes, trials }))[end],
    ]),
  );

export const ours: Functions = {
  elementary: {
    log1mexp: one(numeric.log1mexp),
    log1pexp: one(numeric.log1pexp),
    expMinusProduct: two(numeric.expMinusProduct),
  },
  'error-function': { erf: one(numeric.erf), erfc: one(numeric.erfc), erfcx: one(numeric.erfcx) },
  'standard-normal': {
    normalCdf: one(numeric.normalCdf),
    normalLogCdf: one(numeric.normalLogCdf),
    normalHazard: one(numeric.normalHazard),
    normalQuantile: one(numeric.normalQuantile),
    normalQuantileOfLog: one(numeric.normalQuantileOfLog),
  },
  'log-error-function': { logErfc: one(numeric.logErfc) },
  'inverse-error-function': { erfInverse: one(numeric.erfInverse), erfcInverse: one(numeric.erfcInverse) },
  'standardised-log': {
    atStandardisedLog: three((location, scale, x) => numeric.atStandardisedLog(location, scale, (z, e) => z + e)(x)),
  },
  'exponential-integral': { expintE1: one(numeric.expintE1), expintE1Scaled: one(numeric.expintE1Scaled) },
  'relative-exponential': {
    exprel: one(numeric.exprel),
    exprelDerivative: one(numeric.exprelDerivative),
    exprelSecondDerivative: one(numeric.exprelSecondDerivative),
  },
  'relative-logarithm': {
    log1prel: one(numeric.log1prel),
    log1prelDerivative: one(numeric.log1prelDerivative),
    log1prelSecondDerivative: one(numeric.log1prelSecondDerivative),
  },
  'log-sum-exp': {
    logAddExp: two(numeric.logAddExp),
    logSumExp: (...xs) => numeric.logSumExp(Float64Array.from(xs)),
  },
  power: {
    logRatio: two(numeric.logRatio),
    ratioPower: three(numeric.ratioPower),
    root: two(numeric.root),
    expMinusRatioPower: three(numeric.expMinusRatioPower),
    ratioPowerRate: three((x, s, k) => numeric.ratioPowerRate(x, s, k, numeric.ratioPower(x, s, k), x)),
    ratioPowerDensity: three((x, s, k) => numeric.ratioPowerDensity(x, s, k, x)),
    scaledRoot: three(numeric.scaledRoot),
  },
  'root-gamma': { rootGamma: one(numeric.rootGamma), rootGammaSpread: one(numeric.rootGammaSpread) },
  bessel: { i0e: one(numeric.i0e), i1e: one(numeric.i1e) },
  kolmogorov: { kolmogorovCdf: one(numeric.kolmogorovCdf), kolmogorovSf: one(numeric.kolmogorovSf) },
  'kolmogorov-smirnov': {
    ksCdf: two((n, d) => ksCdf(n)(d)),
    ksSf: two((n, d) => ksSf(n)(d)),
    ksLogSf: two((n, d) => ksLogSf(n)(d)),
  },
  smirnov: {
    smirnovSf: two((n, d) => smirnovSf(n)(d)),
    smirnovLogSf: two((n, d) => smirnovLogSf(n)(d)),
  },
  'log-gamma': { logGamma: one(numeric.logGamma), stirlingError: one(numeric.stirlingError) },
  digamma: {
    digamma: one(numeric.digamma),
    logLessDigamma: one(numeric.logLessDigamma),
    trigamma: one(numeric.trigamma),
  },
  'inverse-incomplete-gamma': {
    gammaPInverse: two(numeric.gammaPInverse),
    gammaQInverse: two(numeric.gammaQInverse),
    logGammaPInverse: two(numeric.logGammaPInverse),
    logGammaQInverse: two(numeric.logGammaQInverse),
  },
  'incomplete-gamma': {
    gammaPrefix: two(numeric.gammaPrefix),
    logGammaPrefix: two(numeric.logGammaPrefix),
    gammaP: two(numeric.gammaP),
    gammaQ: two(numeric.gammaQ),
    logGammaP: two(numeric.logGammaP),
    logGammaQ: two(numeric.logGammaQ),
  },
  'log-beta': { logGammaRatio: two(numeric.logGammaRatio), logBeta: two(numeric.logBeta) },
  'incomplete-beta': {
    betaPrefix: three(numeric.betaPrefix),
    logBetaPrefix: three(numeric.logBetaPrefix),
    betaP: three(numeric.betaP),
    betaQ: three(numeric.betaQ),
    logBetaP: three(numeric.logBetaP),
    logBetaQ: three(numeric.logBetaQ),
  },
  'inverse-beta': {
    betaPInverse: three(numeric.betaPInverse),
    betaQInverse: three(numeric.betaQInverse),
    logBetaPInverse: three(numeric.logBetaPInverse),
    logBetaQInverse: three(numeric.logBetaQInverse),
  },
  proportion: {
    ...ends('wilson', wilsonWith),
    ...ends('agrestiCoull', agrestiCoullWith),
    ...ends('clopperPearson', clopperPearsonWith),
    ...ends('jeffreys', jeffreysWith),
  },
  ...Object.fromEntries(everyLaw.map((law) => [lawTable(law.name), ofLaw(law)])),
};
