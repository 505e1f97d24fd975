/**
 * Every tolerance of the reference tests: what the doc comments in src claim, and nothing wider.
 *
 * A claim allows an error of so many units of 2^-53 of a scale. The scale is the value itself unless the claim says
 * otherwise (the largest term of a sum that cancels, 1 near a zero).
 */
export interface Claim {
  readonly units: (value: number) => number;
  readonly scale: (value: number, args: ReadonlyArray<number>) => number;
}

const UNIT = 2 ** -53;

const itself = (value: number): number => Math.abs(value);
const atLeastOne = (value: number): number => Math.max(1, Math.abs(value));

const units = (n: number, scale: Claim['scale'] = itself): Claim => ({ units: () => n, scale });
const relative = (part: number, scale: Claim['scale'] = itself): Claim => units(part / UNIT, scale);
/** An exponential loses as many units as its argument is large. */
const inTail = (n: number, slope: number): Claim => ({
  units: (value) => n + slope * Math.abs(Math.log(Math.abs(value))),
  scale: itself,
});
const exact: Claim = units(0);

const incompleteGamma: Claim = {
  units: (value) => (value > 1e-10 ? 5e-14 / UNIT : 40 - 4 * Math.log(value)),
  scale: itself,
};
/** Away from the logarithm's zero; towards it the logarithm is the other function, and as accurate. */
const logOfIncompleteGamma: Claim = {
  units: (value) => (value < -Math.LN2 ? 1e-14 / UNIT : incompleteGamma.units(-value)),
  scale: itself,
};

/** The larger of the mean and the distance from it. */
const fromMean: Claim['scale'] = (value, [mean = 0]) => Math.max(Math.abs(mean), Math.abs(value - mean));
const normalLogTerms: Claim['scale'] = (_, [mean = 0, sd = 1, x = 0]) =>
  Math.max(0.9, Math.abs(Math.log(sd)), 0.5 * ((x - mean) / sd) ** 2);
const exponentialLogTerms: Claim['scale'] = (_, [rate = 1, x = 0]) => Math.max(Math.abs(Math.log(rate)), rate * x);

export const claims: Readonly<Record<string, Readonly<Record<string, Claim>>>> = {
  elementary: { log1mexp: units(4), log1pexp: units(3), expMinusProduct: units(3) },
  'error-function': { erf: units(4), erfc: units(8), erfcx: units(6) },
  'standard-normal': {
    normalCdf: units(8),
    normalLogCdf: units(8),
    normalHazard: units(8),
    normalQuantile: units(8),
    normalQuantileOfLog: units(8),
  },
  'log-gamma': {
    logGamma: units(8, (value, [x = 0]) => (x > 0 ? itself(value) : atLeastOne(value))),
    stirlingError: units(4),
  },
  'incomplete-gamma': {
    gammaPrefix: inTail(12, 4),
    logGammaPrefix: relative(1e-15, atLeastOne),
    gammaP: incompleteGamma,
    gammaQ: incompleteGamma,
    logGammaP: logOfIncompleteGamma,
    logGammaQ: logOfIncompleteGamma,
  },
  uniform: {
    pdf: units(2),
    logPdf: units(3),
    cdf: units(3),
    sf: units(3),
    logCdf: units(8),
    logSf: units(8),
    quantile: units(2, (_, [lower = 0, upper = 0]) => Math.max(Math.abs(lower), Math.abs(upper))),
    isf: units(2, (_, [lower = 0, upper = 0]) => Math.max(Math.abs(lower), Math.abs(upper))),
    hazard: units(3),
    logHazard: units(3, atLeastOne),
    cumHazard: units(8),
    mean: units(2),
    variance: units(4),
    sd: units(4),
    median: units(2),
    entropy: units(3),
  },
  normal: {
    pdf: units(6),
    logPdf: relative(1e-15, normalLogTerms),
    cdf: units(10),
    sf: units(10),
    logCdf: relative(2e-15),
    logSf: relative(2e-15),
    quantile: units(10, fromMean),
    isf: units(10, fromMean),
    hazard: units(10),
    logHazard: relative(2e-15, normalLogTerms),
    cumHazard: relative(2e-15),
    mean: exact,
    variance: units(1),
    sd: exact,
    median: exact,
    mode: exact,
    entropy: relative(1e-15),
  },
  exponential: {
    pdf: units(4),
    logPdf: units(4, exponentialLogTerms),
    cdf: units(3),
    sf: units(3),
    logCdf: units(5),
    logSf: units(1),
    quantile: units(3),
    isf: units(3),
    hazard: exact,
    logHazard: units(2),
    cumHazard: units(1),
    mean: units(1),
    variance: units(2),
    sd: units(1),
    median: units(2),
    mode: exact,
    entropy: units(3, atLeastOne),
  },
  poisson: {
    pmf: inTail(12, 4),
    logPmf: relative(2e-15, atLeastOne),
    cdf: incompleteGamma,
    sf: incompleteGamma,
    logCdf: logOfIncompleteGamma,
    logSf: logOfIncompleteGamma,
    quantile: exact,
    isf: exact,
    hazard: incompleteGamma,
    logHazard: relative(1e-14, atLeastOne),
    cumHazard: { ...logOfIncompleteGamma, units: (value) => logOfIncompleteGamma.units(-value) },
    mean: exact,
    variance: exact,
    sd: units(1),
    median: exact,
    mode: exact,
    entropy: relative(1e-14),
  },
};
