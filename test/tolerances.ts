import { digamma, log1mexp, logBetaPrefix, logGamma, logGammaPrefix } from '../src/numeric/index.ts';

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

const hypergeometricTail: Claim = inTail(100, 4);
/** Away from the logarithm's zero; towards it the logarithm is the other tail, and as accurate. */
const logOfHypergeometricTail: Claim = {
  units: (value) => (value < -Math.LN2 ? 1e-14 / UNIT : hypergeometricTail.units(-value)),
  scale: itself,
};

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
const cauchyLogTerms: Claim['scale'] = (value, [location = 0, scale = 1, x = 0]) =>
  Math.max(1, Math.abs(value), Math.abs(Math.log(scale)), 2 * Math.abs(Math.log(Math.abs(x - location) / scale)));
const laplaceLogTerms: Claim['scale'] = (_, [location = 0, scale = 1, x = 0]) =>
  Math.max(1, Math.abs(Math.log(scale)), Math.abs(x - location) / scale);
const exponentialLogTerms: Claim['scale'] = (_, [rate = 1, x = 0]) => Math.max(Math.abs(Math.log(rate)), rate * x);

const weibullLogTerms: Claim['scale'] = (_, [shape = 1, scale = 1, x = 1]) =>
  Math.max(
    Math.abs(Math.log(shape)),
    Math.abs(Math.log(scale)),
    Math.abs((shape - 1) * (Math.log(x) - Math.log(scale))),
    (x / scale) ** shape,
  );
const weibullEntropyTerms: Claim['scale'] = (_, [shape = 1, scale = 1]) =>
  Math.max(1, Math.abs(Math.log(scale)), Math.abs(Math.log(shape)), 0.58 / shape);
const gumbelLogTerms: Claim['scale'] = (_, [location = 0, scale = 1, x = 0]) => {
  const z = (x - location) / scale;
  return Math.max(1, Math.abs(Math.log(scale)), Math.abs(z), Math.exp(-z));
};
const gumbelTerms: Claim['scale'] = (value, [location = 0, scale = 1]) =>
  Math.max(Math.abs(location), Math.abs(value - location), scale);
const frechetLogTerms: Claim['scale'] = (_, [shape = 1, scale = 1, x = 1]) =>
  Math.max(
    Math.abs(Math.log(shape)),
    Math.abs(Math.log(scale)),
    Math.abs((shape + 1) * (Math.log(x) - Math.log(scale))),
    (scale / x) ** shape,
  );
const paretoLogTerms: Claim['scale'] = (_, [shape = 1, scale = 1, x = 1]) =>
  Math.max(
    Math.abs(Math.log(shape)),
    Math.abs(Math.log(scale)),
    Math.abs((shape + 1) * (Math.log(x) - Math.log(scale))),
  );
const paretoHazardTerms: Claim['scale'] = (_, [shape = 1, , x = 1]) =>
  Math.max(Math.abs(Math.log(shape)), Math.abs(Math.log(x)));
const paretoEntropyTerms: Claim['scale'] = (_, [shape = 1, scale = 1]) =>
  Math.max(1, Math.abs(Math.log(scale)), Math.abs(Math.log(shape)), 1 / shape);
const gompertzHazard = (shape: number, rate: number, x: number): number =>
  shape === 0 ? rate * x : (rate * Math.expm1(shape * x)) / shape;
const gompertzTail: Claim['scale'] = (value, [shape = 1, rate = 1, x = 0]) =>
  Math.abs(value) * Math.max(1, gompertzHazard(shape, rate, x));
const gompertzLogTerms: Claim['scale'] = (_, [shape = 1, rate = 1, x = 0]) =>
  Math.max(Math.abs(Math.log(rate)), Math.abs(shape * x), gompertzHazard(shape, rate, x));
const gompertzInverse: Claim['scale'] = (value, [shape = 1, rate = 1]) =>
  Math.max(value, gompertzHazard(shape, rate, value) / (rate * Math.exp(shape * value)));
/** A root magnifies a rounding by its exponent, the inverse of the parameter at this place. */
const rootedBy =
  (place: number): Claim['scale'] =>
  (value, args) =>
    Math.abs(value) * Math.max(1, 1 / Math.abs(args[place] ?? 1));

/** The larger of the largest argument and what is added to it. */
const fromLargest: Claim['scale'] = (value, xs) => Math.max(Math.abs(Math.max(...xs)), value - Math.max(...xs));

/** Where the statistic's law is not by the exact recursion, 1e-7 is claimed instead of 1e-12. */
const ofRecursion =
  (scale: Claim['scale']): Claim['scale'] =>
  (value, args) => {
    const [n = 0, d = 0] = args;
    return (n <= 1e4 && n * n * d <= 1e6 ? 1 : 1e5) * scale(value, args);
  };

/**
 * What the error of the smaller tail, given by the logarithm of either, becomes in x, and 4 units. With D = dP / d ln(x/y)
 * that is d ln x / d ln P = y P / D.
 */
const ofBetaInverse =
  (log: (p: number) => number): Claim['scale'] =>
  (x, [a = 1, b = 1, p = 1]) => {
    if (x === 1) return 4;
    const given = log(p);
    const tail = Math.min(given, log1mexp(given));
    const logSlope = logBetaPrefix(a, b, x) + Math.log(a * (b / (a + b)));
    const units = tail > Math.log(1e-10) ? 5e-14 / UNIT : 40 - 4 * tail;
    return x * (4 + units * Math.exp(tail + Math.log1p(-x) - logSlope));
  };

/** The terms of a log-normal law's logarithms. */
const logNormalTerms: Claim['scale'] = (value, [mu = 0, sigma = 1, x = 0]) =>
  Math.max(
    0.9,
    Math.abs(value),
    Math.abs(mu),
    Math.abs(Math.log(x)),
    Math.abs(Math.log(sigma)),
    0.5 * ((Math.log(x) - mu) / sigma) ** 2,
  );
const logScaleOrOne: Claim['scale'] = (value, [scale = 1]) => Math.max(1, Math.abs(value), Math.abs(Math.log(scale)));
const halfNormalTerms: Claim['scale'] = (_, [scale = 1, x = 0]) =>
  Math.max(0.2, Math.abs(Math.log(scale)), 0.5 * (x / scale) ** 2);
const logLogisticTerms =
  (above: (shape: number) => number): Claim['scale'] =>
  (_, [shape = 1, scale = 1, x = 1]) => {
    const l = Math.log(x) - Math.log(scale);
    const power = l < 0 ? Math.abs(shape - 1) : above(shape);
    return Math.max(1, Math.abs(Math.log(scale)), Math.abs(Math.log(shape)), power * Math.abs(l));
  };
/** As much of the value as its logarithm is far from mu. */
const logNormalQuantile = (value: number, [mu = 0]: ReadonlyArray<number>): number =>
  Math.abs(value) * (0.5 + Math.abs(Math.log(value) - mu));

/** The larger of 1 and the terms of the logarithm of a beta density with shapes at most 1 subtracted. */
const betaLogTerms: Claim['scale'] = (value, [a = 1, b = 1, x = 0.5]) =>
  Math.max(1, Math.abs(value), Math.abs((a - 1) * Math.log(x)), Math.abs((b - 1) * Math.log1p(-x)));
const fLogTerms: Claim['scale'] = (value, [, , x = 1]) => Math.max(1, Math.abs(value), Math.abs(Math.log(x)));
/** A root of odds, or their exponential where they leave the doubles. */
const ofOdds: Claim = {
  units: (value) => 1e-13 / UNIT + 4 * Math.abs(Math.log(Math.max(Math.abs(value), 1e-300))),
  scale: itself,
};
/** The larger of 1, the value and the inverses of the shapes. */
const ofShapes: Claim['scale'] = (value, [a = 1, b = 1]) => Math.max(1, Math.abs(value), 1 / a, 1 / b);

/** Below 0 the larger of the value and what it is reflected from. */
const fromReflection: Claim['scale'] = (value, [x = 0]) =>
  x > 0 ? Math.abs(value) : Math.max(Math.abs(value), digamma(1 - x));

/** The error of a smaller tail given by its logarithm, in units, times the condition of its inverse in z. */
const conditioned = (a: number, z: number, log: number): number => {
  const ofTail = log > -667 ? incompleteGamma.units(Math.exp(log)) : (1e-14 * -log) / UNIT;
  return ofTail * (z < 1e-290 ? 1 / a : Math.exp(log - Math.log(a) - logGammaPrefix(a, z)));
};
const inverseOfGamma = (smaller: (p: number) => number): Claim => ({
  units: () => 1,
  scale: (x, [a = 1, p = 0.5]) => x * (4 + conditioned(a, x, smaller(p))),
});
const smallerTail = (p: number): number => Math.min(Math.log(p), Math.log1p(-p));
const smallerLogTail = (l: number): number => Math.min(l, log1mexp(l));

/** The quantiles of a law that a map to z makes a standard gamma law: z, its shape, p and the power of x in z. */
const quantileOfGamma = (
  at: (x: number, args: ReadonlyArray<number>) => readonly [z: number, a: number, p: number, power: number],
): Claim => ({
  units: () => 1,
  scale: (x, args) => {
    const [z, a, p, power] = at(x, args);
    return x * (6 + conditioned(a, z, smallerTail(p)) / power);
  },
});
/** Densities and hazards of such laws by x times themselves, the point being the last argument. */
const ofGammaRate = (n: number, least = 0): Claim => ({
  units: () => 1,
  scale: (value, args) => value * Math.max(least, n + 4 * Math.abs(Math.log(value) + Math.log(args.at(-1) ?? 1))),
});
const gammaLogTerms: Claim['scale'] = (value, args) => {
  const logX = Math.log(args.at(-1) ?? 1);
  return Math.max(1, Math.abs(logX), Math.abs(value + logX));
};
const tailsOfGamma = {
  cdf: incompleteGamma,
  sf: incompleteGamma,
  logCdf: logOfIncompleteGamma,
  logSf: logOfIncompleteGamma,
  cumHazard: { ...logOfIncompleteGamma, units: (value: number) => logOfIncompleteGamma.units(-value) },
};
const entropyOfGamma = (c: number): Claim =>
  relative(1e-14, (value, [shape = 1, scale = 1]) =>
    Math.max(1, Math.abs(value), 1 / shape, Math.abs((c - 0.5) * Math.log(shape)), Math.abs(Math.log(scale))),
  );

const gammaLogTermsOfPower: Claim['scale'] = (value, args) =>
  Math.max(gammaLogTerms(value, args), Math.abs(Math.log(args[1] ?? 1)));
const ofPowerMoment: Claim['scale'] = (value, [shape = 1, power = 1]) =>
  value * Math.max(1, 1 / power, Math.abs(logGamma(shape + 2 / power) - logGamma(shape)));

export const claims: Readonly<Record<string, Readonly<Record<string, Claim>>>> = {
  elementary: { log1mexp: units(4), log1pexp: units(3), expMinusProduct: units(3) },
  'error-function': { erf: units(4), erfc: units(8), erfcx: units(6) },
  'log-error-function': { logErfc: units(6) },
  'inverse-error-function': { erfInverse: units(8), erfcInverse: units(8) },
  'standardised-log': {
    atStandardisedLog: units(12, (z) => Math.max(0.1 * Math.abs(z), 1 / Math.max(1, Math.abs(z)))),
  },
  'exponential-integral': { expintE1: units(5), expintE1Scaled: units(5) },
  'relative-exponential': { exprel: units(4), exprelDerivative: units(6), exprelSecondDerivative: units(6) },
  'relative-logarithm': { log1prel: units(4), log1prelDerivative: units(6), log1prelSecondDerivative: units(12) },
  'log-sum-exp': { logAddExp: units(4, fromLargest), logSumExp: units(4, fromLargest) },
  power: {
    logRatio: units(3),
    ratioPower: units(3),
    root: units(3),
    expMinusRatioPower: units(4),
    ratioPowerRate: units(4),
    ratioPowerDensity: units(6),
    scaledRoot: units(5),
  },
  'root-gamma': { rootGamma: units(10), rootGammaSpread: units(20) },
  bessel: { i0e: units(5), i1e: units(5) },
  kolmogorov: { kolmogorovCdf: units(6), kolmogorovSf: units(6) },
  'kolmogorov-smirnov': {
    ksCdf: relative(1e-12, ofRecursion(itself)),
    ksSf: relative(1e-12, ofRecursion(itself)),
    ksLogSf: relative(
      1e-12,
      ofRecursion((value) => (value < -Math.LN2 ? atLeastOne(value) : itself(value))),
    ),
  },
  smirnov: { smirnovSf: inTail(24, 4), smirnovLogSf: relative(1e-14, atLeastOne) },
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
  digamma: {
    digamma: units(8, fromReflection),
    logLessDigamma: units(8),
    trigamma: units(8),
  },
  'inverse-incomplete-gamma': {
    gammaPInverse: inverseOfGamma(smallerTail),
    gammaQInverse: inverseOfGamma(smallerTail),
    logGammaPInverse: inverseOfGamma(smallerLogTail),
    logGammaQInverse: inverseOfGamma(smallerLogTail),
  },
  'incomplete-gamma': {
    gammaPrefix: inTail(12, 4),
    logGammaPrefix: relative(1e-15, atLeastOne),
    gammaP: incompleteGamma,
    gammaQ: incompleteGamma,
    logGammaP: logOfIncompleteGamma,
    logGammaQ: logOfIncompleteGamma,
  },
  'log-beta': {
    logGammaRatio: units(16, (value, [, delta = 0]) => Math.max(Math.abs(value), Math.abs(delta))),
    logBeta: units(16, atLeastOne),
  },
  'incomplete-beta': {
    betaPrefix: inTail(12, 4),
    logBetaPrefix: relative(2e-15, atLeastOne),
    betaP: incompleteGamma,
    betaQ: incompleteGamma,
    logBetaP: logOfIncompleteGamma,
    logBetaQ: logOfIncompleteGamma,
  },
  'inverse-beta': {
    betaPInverse: units(1, ofBetaInverse(Math.log)),
    betaQInverse: units(1, ofBetaInverse(Math.log)),
    logBetaPInverse: units(
      1,
      ofBetaInverse((l) => l),
    ),
    logBetaQInverse: units(
      1,
      ofBetaInverse((l) => l),
    ),
  },
  proportion: {
    wilsonLower: relative(1e-14),
    wilsonUpper: relative(1e-14),
    agrestiCoullLower: relative(1e-15, atLeastOne),
    agrestiCoullUpper: relative(1e-15, atLeastOne),
    clopperPearsonLower: relative(1e-13),
    clopperPearsonUpper: relative(1e-13),
    jeffreysLower: relative(1e-13),
    jeffreysUpper: relative(1e-13),
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
  cauchy: {
    pdf: units(8),
    logPdf: units(6, cauchyLogTerms),
    cdf: units(8),
    sf: units(8),
    logCdf: units(8),
    logSf: units(8),
    quantile: units(8, fromMean),
    isf: units(8, fromMean),
    hazard: units(16),
    logHazard: units(16, cauchyLogTerms),
    cumHazard: units(8),
    median: exact,
    mode: exact,
    entropy: units(3, atLeastOne),
  },
  'log-normal': {
    pdf: units(14),
    logPdf: relative(1e-15, logNormalTerms),
    cdf: units(18),
    sf: units(18),
    logCdf: relative(2e-15),
    logSf: relative(2e-15),
    quantile: units(8, logNormalQuantile),
    isf: units(8, logNormalQuantile),
    hazard: units(
      18,
      (value, [, sigma = 1, x = 0]) =>
        Math.abs(value) * (sigma * x > 1e-300 && sigma * x < 1e300 ? 1 : 1e-12 / 18 / UNIT),
    ),
    logHazard: relative(3e-15, logNormalTerms),
    cumHazard: relative(2e-15),
    mean: units(4),
    variance: units(16),
    sd: units(8),
    median: units(2),
    mode: units(4),
    entropy: units(4, (_, [mu = 0, sigma = 1]) => Math.max(1.5, Math.abs(mu), Math.abs(Math.log(sigma)))),
  },
  'half-normal': {
    pdf: units(6),
    logPdf: relative(1e-15, halfNormalTerms),
    cdf: units(6),
    sf: units(10),
    logCdf: units(12),
    logSf: units(10),
    quantile: units(10),
    isf: units(10),
    hazard: units(10),
    logHazard: units(10, logScaleOrOne),
    cumHazard: units(10),
    mean: units(2),
    variance: units(3),
    sd: units(2),
    median: units(2),
    mode: exact,
    entropy: units(3, logScaleOrOne),
  },
  'log-logistic': {
    pdf: units(14),
    logPdf: units(
      6,
      logLogisticTerms((shape) => shape + 1),
    ),
    cdf: units(11),
    sf: units(11),
    logCdf: units(11),
    logSf: units(11),
    quantile: units(8),
    isf: units(8),
    hazard: units(13),
    logHazard: units(
      6,
      logLogisticTerms(() => 1),
    ),
    cumHazard: units(11),
    mean: units(5),
    variance: units(24),
    sd: units(12),
    median: exact,
    mode: units(8),
    entropy: units(4, (_, [shape = 1, scale = 1]) => Math.max(2, Math.abs(Math.log(shape)), Math.abs(Math.log(scale)))),
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
  weibull: {
    pdf: units(6),
    logPdf: units(6, weibullLogTerms),
    cdf: units(4),
    sf: units(4),
    logCdf: units(5),
    logSf: units(3),
    quantile: units(4, rootedBy(0)),
    isf: units(4, rootedBy(0)),
    hazard: units(5),
    logHazard: units(6, weibullLogTerms),
    cumHazard: units(3),
    mean: units(8),
    variance: units(20),
    sd: units(12),
    median: units(4, rootedBy(0)),
    mode: units(6),
    entropy: units(4, weibullEntropyTerms),
  },
  laplace: {
    pdf: units(5),
    logPdf: units(4, laplaceLogTerms),
    cdf: units(4),
    sf: units(4),
    logCdf: units(5),
    logSf: units(5),
    quantile: units(4, fromMean),
    isf: units(4, fromMean),
    hazard: units(8),
    logHazard: units(6, laplaceLogTerms),
    cumHazard: units(5),
    mean: exact,
    variance: units(2),
    sd: units(2),
    median: exact,
    mode: exact,
    entropy: units(3, atLeastOne),
  },
  gompertz: {
    pdf: units(6, gompertzTail),
    logPdf: units(6, gompertzLogTerms),
    cdf: units(5),
    sf: units(5, gompertzTail),
    logCdf: units(6, gompertzTail),
    logSf: units(5),
    quantile: units(8, gompertzInverse),
    isf: units(8, gompertzInverse),
    hazard: units(4),
    logHazard: units(3, (_, [shape = 1, rate = 1, x = 0]) => Math.max(Math.abs(Math.log(rate)), Math.abs(shape * x))),
    cumHazard: units(5),
    mean: units(8),
    variance: units(32),
    sd: units(16),
    median: units(8, gompertzInverse),
    mode: units(4),
    entropy: units(8, (_, [shape = 1, rate = 1]) =>
      Math.max(1, Math.abs(Math.log(rate)), shape === 0 ? 0 : Math.abs(Math.log(Math.abs(shape)))),
    ),
  },
  gumbel: {
    pdf: units(6),
    logPdf: units(4, gumbelLogTerms),
    cdf: units(4),
    sf: units(4),
    logCdf: units(3),
    logSf: units(6),
    quantile: units(4, gumbelTerms),
    isf: units(4, gumbelTerms),
    hazard: units(8),
    logHazard: units(4, gumbelLogTerms),
    cumHazard: units(6),
    mean: units(2, gumbelTerms),
    variance: units(3),
    sd: units(2),
    median: units(2, gumbelTerms),
    mode: exact,
    entropy: units(3, (_, [, scale = 1]) => Math.max(1.6, Math.abs(Math.log(scale)))),
  },
  frechet: {
    pdf: units(6),
    logPdf: units(6, frechetLogTerms),
    cdf: units(4),
    sf: units(4),
    logCdf: units(3),
    logSf: units(5),
    quantile: units(4, rootedBy(0)),
    isf: units(4, rootedBy(0)),
    hazard: units(8),
    logHazard: units(6, frechetLogTerms),
    cumHazard: units(5),
    mean: units(8),
    variance: units(30),
    sd: units(16),
    median: units(4, rootedBy(0)),
    mode: units(4, rootedBy(0)),
    entropy: units(4, weibullEntropyTerms),
  },
  pareto: {
    pdf: units(5),
    logPdf: units(4, paretoLogTerms),
    cdf: units(5),
    sf: units(3),
    logCdf: units(6),
    logSf: units(3),
    quantile: {
      units: () => 1,
      scale: (value, [shape = 1, , p = 0]) => (p < 0.5 ? 3 * Math.max(1, 1 / shape) : 4) * Math.abs(value),
    },
    isf: units(4),
    hazard: units(1),
    logHazard: units(3, paretoHazardTerms),
    cumHazard: units(3),
    mean: units(4),
    variance: units(8),
    sd: units(5),
    median: units(4),
    mode: exact,
    entropy: units(4, paretoEntropyTerms),
  },
  logistic: {
    pdf: units(8),
    logPdf: units(5, laplaceLogTerms),
    cdf: units(6),
    sf: units(6),
    logCdf: units(8),
    logSf: units(8),
    quantile: units(6, fromMean),
    isf: units(6, fromMean),
    hazard: units(8),
    logHazard: units(8, laplaceLogTerms),
    cumHazard: units(8),
    mean: exact,
    variance: units(4),
    sd: units(3),
    median: exact,
    mode: exact,
    entropy: units(3, atLeastOne),
  },
  gamma: {
    ...tailsOfGamma,
    pdf: ofGammaRate(24),
    logPdf: units(12, gammaLogTerms),
    quantile: quantileOfGamma((x, [a = 1, s = 1, p = 0.5]) => [x / s, a, p, 1]),
    isf: quantileOfGamma((x, [a = 1, s = 1, p = 0.5]) => [x / s, a, p, 1]),
    hazard: ofGammaRate(24, 5e-14 / UNIT),
    logHazard: relative(5e-14, gammaLogTerms),
    median: quantileOfGamma((x, [a = 1, s = 1]) => [x / s, a, 0.5, 1]),
    mean: units(1),
    variance: units(2),
    sd: units(2),
    mode: units(2),
    entropy: entropyOfGamma(1),
  },
  'inverse-gamma': {
    ...tailsOfGamma,
    pdf: ofGammaRate(24),
    logPdf: units(12, gammaLogTerms),
    quantile: quantileOfGamma((x, [a = 1, s = 1, p = 0.5]) => [s / x, a, p, 1]),
    isf: quantileOfGamma((x, [a = 1, s = 1, p = 0.5]) => [s / x, a, p, 1]),
    hazard: ofGammaRate(24, 5e-14 / UNIT),
    logHazard: relative(5e-14, gammaLogTerms),
    median: quantileOfGamma((x, [a = 1, s = 1]) => [s / x, a, 0.5, 1]),
    mean: units(2),
    variance: units(5),
    sd: units(4),
    mode: units(2),
    entropy: entropyOfGamma(-1),
  },
  'chi-squared': {
    ...tailsOfGamma,
    pdf: ofGammaRate(24),
    logPdf: units(12, gammaLogTerms),
    quantile: quantileOfGamma((x, [v = 1, p = 0.5]) => [x / 2, v / 2, p, 1]),
    isf: quantileOfGamma((x, [v = 1, p = 0.5]) => [x / 2, v / 2, p, 1]),
    hazard: ofGammaRate(24, 5e-14 / UNIT),
    logHazard: relative(5e-14, gammaLogTerms),
    median: quantileOfGamma((x, [v = 1]) => [x / 2, v / 2, 0.5, 1]),
    mean: exact,
    variance: exact,
    sd: units(1),
    mode: units(1),
    entropy: relative(1e-14, (value, [freedom = 1]) => Math.max(1, Math.abs(value), 1 / freedom)),
  },
  'generalised-gamma': {
    ...tailsOfGamma,
    pdf: ofGammaRate(40),
    logPdf: units(16, gammaLogTermsOfPower),
    quantile: quantileOfGamma((x, [a = 1, k = 1, s = 1, p = 0.5]) => [(x / s) ** k, a, p, k]),
    isf: quantileOfGamma((x, [a = 1, k = 1, s = 1, p = 0.5]) => [(x / s) ** k, a, p, k]),
    hazard: ofGammaRate(40, 5e-14 / UNIT),
    logHazard: relative(5e-14, gammaLogTermsOfPower),
    median: quantileOfGamma((x, [a = 1, k = 1, s = 1]) => [(x / s) ** k, a, 0.5, k]),
    mean: units(24, ofPowerMoment),
    variance: units(100, ofPowerMoment),
    sd: units(100, ofPowerMoment),
    mode: units(6, (value, [, power = 1]) => value * Math.max(1, 1 / power)),
    entropy: relative(1e-14, (value, [k = 1, p = 1, s = 1]) =>
      Math.max(
        1,
        Math.abs(value),
        1 / (p * k),
        Math.abs(Math.log(k)) / p,
        Math.abs(Math.log(p)),
        Math.abs(Math.log(s)),
      ),
    ),
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
  beta: {
    pdf: inTail(16, 4),
    logPdf: relative(4e-15, betaLogTerms),
    cdf: incompleteGamma,
    sf: incompleteGamma,
    logCdf: logOfIncompleteGamma,
    logSf: logOfIncompleteGamma,
    quantile: units(1, ofBetaInverse(Math.log)),
    isf: units(1, ofBetaInverse(Math.log)),
    hazard: incompleteGamma,
    logHazard: relative(1e-14, betaLogTerms),
    cumHazard: { ...logOfIncompleteGamma, units: (value) => logOfIncompleteGamma.units(-value) },
    mean: units(3),
    variance: units(8),
    sd: units(8),
    median: units(1, (value, [a = 0, b = 0]) => ofBetaInverse(Math.log)(value, [a, b, 0.5])),
    mode: units(4),
    entropy: relative(1e-14, ofShapes),
  },
  'student-t': {
    pdf: inTail(16, 4),
    logPdf: relative(2e-15, atLeastOne),
    cdf: incompleteGamma,
    sf: incompleteGamma,
    logCdf: logOfIncompleteGamma,
    logSf: logOfIncompleteGamma,
    quantile: ofOdds,
    isf: ofOdds,
    hazard: incompleteGamma,
    logHazard: relative(1e-14, atLeastOne),
    cumHazard: { ...logOfIncompleteGamma, units: (value) => logOfIncompleteGamma.units(-value) },
    mean: exact,
    variance: units(2),
    sd: units(2),
    median: exact,
    mode: exact,
    entropy: relative(1e-14, atLeastOne),
  },
  f: {
    pdf: inTail(16, 4),
    logPdf: relative(4e-15, fLogTerms),
    cdf: incompleteGamma,
    sf: incompleteGamma,
    logCdf: logOfIncompleteGamma,
    logSf: logOfIncompleteGamma,
    quantile: ofOdds,
    isf: ofOdds,
    hazard: incompleteGamma,
    logHazard: relative(1e-14, fLogTerms),
    cumHazard: { ...logOfIncompleteGamma, units: (value) => logOfIncompleteGamma.units(-value) },
    mean: units(2),
    variance: units(8),
    sd: units(8),
    median: ofOdds,
    mode: units(4),
    entropy: relative(1e-14, ofShapes),
  },
  binomial: {
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
    mean: units(1),
    variance: units(3),
    sd: units(3),
    median: exact,
    mode: exact,
    entropy: relative(1e-14),
  },
  'negative-binomial': {
    pmf: inTail(14, 4),
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
    mean: units(3),
    variance: units(4),
    sd: units(3),
    median: exact,
    mode: exact,
    entropy: relative(2e-14),
  },
  bernoulli: {
    pmf: units(1),
    logPmf: units(2),
    cdf: units(1),
    sf: exact,
    logCdf: units(2),
    logSf: units(2),
    quantile: exact,
    isf: exact,
    hazard: units(1),
    logHazard: units(2),
    cumHazard: units(2),
    mean: exact,
    variance: units(2),
    sd: units(2),
    median: exact,
    mode: exact,
    entropy: units(4),
  },
  geometric: {
    pmf: units(6),
    logPmf: units(4),
    cdf: units(4),
    sf: units(5),
    logCdf: units(6),
    logSf: units(3),
    quantile: exact,
    isf: exact,
    hazard: exact,
    logHazard: units(2),
    cumHazard: units(3),
    mean: units(2),
    variance: units(3),
    sd: units(3),
    median: exact,
    mode: exact,
    entropy: units(4),
  },
  'discrete-uniform': {
    pmf: units(1),
    logPmf: units(2),
    cdf: units(1),
    sf: units(1),
    logCdf: units(4),
    logSf: units(4),
    quantile: exact,
    isf: exact,
    hazard: units(1),
    logHazard: units(2),
    cumHazard: units(4),
    mean: units(1),
    variance: units(4),
    sd: units(4),
    median: exact,
    mode: exact,
    entropy: units(2),
  },
  hypergeometric: {
    pmf: inTail(16, 4),
    logPmf: relative(2e-15, atLeastOne),
    cdf: hypergeometricTail,
    sf: hypergeometricTail,
    logCdf: logOfHypergeometricTail,
    logSf: logOfHypergeometricTail,
    quantile: exact,
    isf: exact,
    hazard: hypergeometricTail,
    logHazard: relative(1e-14, atLeastOne),
    mean: units(2),
    variance: units(8),
    sd: units(8),
    median: exact,
    mode: exact,
    entropy: relative(1e-14),
  },
};
