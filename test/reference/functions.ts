/** The library's functions under the names that the tables give them, with all arguments in one list. */
import * as lawful from '../../src/index.ts';
import type { Evaluator, Law } from '../../src/law/index.ts';
import * as numeric from '../../src/numeric/index.ts';

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
    law.kind === 'continuous'
      ? { pdf: at(law.pdf), logPdf: at(law.logPdf) }
      : { pmf: at(law.pmf), logPmf: at(law.logPmf) };
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
export const everyLaw: ReadonlyArray<AnyLaw> = Object.values(lawful)
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
  'log-gamma': { logGamma: one(numeric.logGamma), stirlingError: one(numeric.stirlingError) },
  'incomplete-gamma': {
    gammaPrefix: two(numeric.gammaPrefix),
    logGammaPrefix: two(numeric.logGammaPrefix),
    gammaP: two(numeric.gammaP),
    gammaQ: two(numeric.gammaQ),
    logGammaP: two(numeric.logGammaP),
    logGammaQ: two(numeric.logGammaQ),
  },
  ...Object.fromEntries(everyLaw.map((law) => [lawTable(law.name), ofLaw(law)])),
};
