/**
 * What other packages offer under the names of the reference tables. A peer's function of a law takes the parameters
 * first, as ours does, and may do once what depends on them alone (@stdlib's factories).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

type Scalar = (...args: ReadonlyArray<number>) => number;
type WithFactory = Scalar & { readonly factory: (...parameters: ReadonlyArray<number>) => (x: number) => number };

/** Parameters first, point last; a special function has no parameters but its leading arguments. */
export type Curried = (...parameters: ReadonlyArray<number>) => (x: number) => number;

export const packages = ['@stdlib', 'jstat', 'simple-statistics'] as const;
export type Package = (typeof packages)[number];
export type Offer = Readonly<Partial<Record<Package, Curried>>>;

const stdlibSpecial = (name: string): Scalar => load(`@stdlib/math-base-special-${name}`) as Scalar;
const stdlibLaw = (name: string): Record<string, WithFactory> =>
  load(`@stdlib/stats-base-dists-${name}`) as Record<string, WithFactory>;
const { jStat } = load('jstat') as { jStat: Record<string, unknown> };
/** Nothing where jStat lacks the law. */
const jstatLaw = (name: string): Record<string, Scalar | undefined> => (jStat[name] ?? {}) as Record<string, Scalar>;
const jstatSpecial = (name: string): Scalar => jStat[name] as Scalar;
const simple = load('simple-statistics') as Record<string, Scalar>;

/** f(x), f(a, x) with the leading arguments as parameters. */
const plain =
  (f: Scalar): Curried =>
  (...parameters) =>
    parameters.length === 0 ? (x) => f(x) : (x) => f(...parameters, x);
/** f(x, parameters...). */
const pointFirst =
  (f: Scalar): Curried =>
  (...[a = NaN, b = NaN]) =>
  (x) =>
    f(x, a, b);
const factory =
  (f: WithFactory): Curried =>
  (...parameters) =>
    f.factory(...parameters);
/** A moment has its parameters only. */
const moment =
  (f: Scalar): Curried =>
  (...parameters) =>
  (last) =>
    f(...parameters, last);

const stdlibNames: ReadonlyArray<readonly [string, string]> = [
  ['pdf', 'pdf'],
  ['logPdf', 'logpdf'],
  ['pmf', 'pmf'],
  ['logPmf', 'logpmf'],
  ['cdf', 'cdf'],
  ['logCdf', 'logcdf'],
  ['quantile', 'quantile'],
];
const moments: ReadonlyArray<readonly [string, string]> = [
  ['mean', 'mean'],
  ['variance', 'variance'],
  ['sd', 'stdev'],
  ['median', 'median'],
  ['mode', 'mode'],
  ['entropy', 'entropy'],
];
const jstatNames: ReadonlyArray<readonly [string, string]> = [
  ['pdf', 'pdf'],
  ['pmf', 'pdf'],
  ['cdf', 'cdf'],
  ['quantile', 'inv'],
];

/** The offers for a law, under our names. */
const ofLaw = (name: string, density: 'pdf' | 'pmf', jstatName = name): Record<string, Offer> => {
  const stdlib = stdlibLaw(name);
  const jstat = jstatLaw(jstatName);
  const offers: Record<string, Partial<Record<Package, Curried>>> = {};
  const offer = (key: string, from: Package, f: Curried): void => {
    if (key !== (density === 'pdf' ? 'pmf' : 'pdf')) offers[key] = { ...offers[key], [from]: f };
  };
  for (const [ours, theirs] of stdlibNames) if (stdlib[theirs]) offer(ours, '@stdlib', factory(stdlib[theirs]));
  for (const [ours, theirs] of jstatNames) if (jstat[theirs]) offer(ours, 'jstat', pointFirst(jstat[theirs]));
  for (const [ours, theirs] of moments) {
    if (stdlib[theirs]) offer(ours, '@stdlib', moment(stdlib[theirs]));
    if (jstat[theirs]) offer(ours, 'jstat', moment(jstat[theirs]));
  }
  return offers;
};

/** jStat's name for it, and three parameters after the point. */
const ofHypgeom =
  (name: 'pdf' | 'cdf'): Curried =>
  (...parameters) =>
  (x) =>
    (jstatLaw('hypgeom')[name] as Scalar)(x, ...parameters);

const isMoment = (key: string): boolean => moments.some(([name]) => name === key);

/** Where jStat takes the scale before the shape. */
const swapped = (offers: Record<string, Offer>): Record<string, Offer> =>
  Object.fromEntries(
    Object.entries(offers).map(([key, offer]) => {
      const f = offer.jstat;
      if (f === undefined) return [key, offer];
      const jstat: Curried = isMoment(key)
        ? (shape = NaN) =>
            (scale) =>
              f(scale)(shape)
        : (shape = NaN, scale = NaN) => f(scale, shape);
      return [key, { ...offer, jstat }];
    }),
  );

/** @stdlib's gamma law takes the rate, the inverse of the scale. */
const byRate = (offers: Record<string, Offer>): Record<string, Offer> =>
  Object.fromEntries(
    Object.entries(offers).map(([key, offer]) => {
      const f = offer['@stdlib'];
      if (f === undefined) return [key, offer];
      const stdlib: Curried = isMoment(key)
        ? (shape = NaN) =>
            (scale) =>
              f(shape)(1 / scale)
        : (shape = NaN, scale = NaN) => f(shape, 1 / scale);
      return [key, { ...offer, '@stdlib': stdlib }];
    }),
  );

/** @stdlib's Frechet law has a location, here 0, as its last parameter. */
const atZero = (offers: Record<string, Offer>): Record<string, Offer> =>
  Object.fromEntries(
    Object.entries(offers).map(([key, { '@stdlib': f }]) => {
      if (f === undefined) return [key, {}];
      const stdlib: Curried = isMoment(key)
        ? (shape = NaN) =>
            (scale) =>
              f(shape, scale)(0)
        : (shape = NaN, scale = NaN) => f(shape, scale, 0);
      return [key, { '@stdlib': stdlib }];
    }),
  );

const stdlibNormal = stdlibLaw('normal');
/** The last arguments ask for the upper tail. */
type WithTail = (x: number, a: number, ...how: ReadonlyArray<unknown>) => number;
const betainc = stdlibSpecial('betainc') as WithTail;
const betaincinv = stdlibSpecial('betaincinv') as WithTail;
const gammaincinv = stdlibSpecial('gammaincinv') as WithTail;
const gammainc = stdlibSpecial('gammainc') as WithTail;

export const peers: Readonly<Record<string, Readonly<Record<string, Offer>>>> = {
  elementary: {
    log1mexp: { '@stdlib': plain(stdlibSpecial('log1mexp')) },
    log1pexp: { '@stdlib': plain(stdlibSpecial('log1pexp')) },
  },
  'error-function': {
    erf: {
      '@stdlib': plain(stdlibSpecial('erf')),
      jstat: plain(jstatSpecial('erf')),
      'simple-statistics': plain(simple['errorFunction'] as Scalar),
    },
    erfc: { '@stdlib': plain(stdlibSpecial('erfc')), jstat: plain(jstatSpecial('erfc')) },
    erfcx: { '@stdlib': plain(stdlibSpecial('erfcx')) },
  },
  'standard-normal': {
    normalCdf: {
      '@stdlib': () => (stdlibNormal['cdf'] as WithFactory).factory(0, 1),
      jstat: () => (x) => (jstatLaw('normal')['cdf'] as Scalar)(x, 0, 1),
      'simple-statistics': plain(simple['cumulativeStdNormalProbability'] as Scalar),
    },
    normalLogCdf: { '@stdlib': () => (stdlibNormal['logcdf'] as WithFactory).factory(0, 1) },
    normalQuantile: {
      '@stdlib': () => (stdlibNormal['quantile'] as WithFactory).factory(0, 1),
      jstat: () => (x) => (jstatLaw('normal')['inv'] as Scalar)(x, 0, 1),
      'simple-statistics': plain(simple['probit'] as Scalar),
    },
  },
  'log-gamma': {
    logGamma: {
      '@stdlib': plain(stdlibSpecial('gammaln')),
      jstat: plain(jstatSpecial('gammaln')),
      'simple-statistics': plain(simple['gammaln'] as Scalar),
    },
  },
  'log-beta': {
    logBeta: { '@stdlib': plain(stdlibSpecial('betaln')), jstat: plain(jstatSpecial('betaln')) },
  },
  'incomplete-beta': {
    betaP: {
      '@stdlib':
        (a = NaN, b = NaN) =>
        (x) =>
          betainc(x, a, b, true, false),
      jstat:
        (a = NaN, b = NaN) =>
        (x) =>
          jstatSpecial('ibeta')(x, a, b),
    },
    betaQ: {
      '@stdlib':
        (a = NaN, b = NaN) =>
        (x) =>
          betainc(x, a, b, true, true),
    },
  },
  'inverse-beta': {
    betaPInverse: {
      '@stdlib':
        (a = NaN, b = NaN) =>
        (p) =>
          betaincinv(p, a, b, false),
      jstat:
        (a = NaN, b = NaN) =>
        (p) =>
          jstatSpecial('ibetainv')(p, a, b),
    },
    betaQInverse: {
      '@stdlib':
        (a = NaN, b = NaN) =>
        (q) =>
          betaincinv(q, a, b, true),
    },
  },
  'inverse-incomplete-gamma': {
    gammaPInverse: {
      '@stdlib':
        (a = NaN) =>
        (p) =>
          gammaincinv(p, a, false),
      jstat:
        (a = NaN) =>
        (p) =>
          jstatSpecial('gammapinv')(p, a),
    },
    gammaQInverse: {
      '@stdlib':
        (a = NaN) =>
        (q) =>
          gammaincinv(q, a, true),
    },
  },
  digamma: {
    digamma: { '@stdlib': plain(stdlibSpecial('digamma')) },
    trigamma: { '@stdlib': plain(stdlibSpecial('trigamma')) },
  },
  'incomplete-gamma': {
    gammaP: {
      '@stdlib':
        (a = NaN) =>
        (x) =>
          gammainc(x, a, true, false),
      jstat: plain(jstatSpecial('lowRegGamma')),
    },
    gammaQ: {
      '@stdlib':
        (a = NaN) =>
        (x) =>
          gammainc(x, a, true, true),
    },
  },
  uniform: ofLaw('uniform', 'pdf'),
  normal: ofLaw('normal', 'pdf'),
  'log-normal': ofLaw('lognormal', 'pdf'),
  cauchy: ofLaw('cauchy', 'pdf'),
  exponential: ofLaw('exponential', 'pdf'),
  laplace: ofLaw('laplace', 'pdf'),
  logistic: ofLaw('logistic', 'pdf'),
  weibull: swapped(ofLaw('weibull', 'pdf')),
  gumbel: ofLaw('gumbel', 'pdf'),
  frechet: atZero(ofLaw('frechet', 'pdf')),
  pareto: swapped(ofLaw('pareto-type1', 'pdf', 'pareto')),
  gamma: byRate(ofLaw('gamma', 'pdf')),
  'inverse-gamma': ofLaw('invgamma', 'pdf'),
  'chi-squared': ofLaw('chisquare', 'pdf'),
  poisson: ofLaw('poisson', 'pmf'),
  beta: ofLaw('beta', 'pdf'),
  // @stdlib and jStat call them otherwise; jStat's negative binomial takes integer sizes only, and all are failures before the r-th success.
  'student-t': ofLaw('t', 'pdf', 'studentt'),
  f: ofLaw('f', 'pdf', 'centralF'),
  binomial: ofLaw('binomial', 'pmf'),
  'negative-binomial': ofLaw('negative-binomial', 'pmf', 'negbin'),
  bernoulli: ofLaw('bernoulli', 'pmf'),
  geometric: ofLaw('geometric', 'pmf'),
  'discrete-uniform': ofLaw('discrete-uniform', 'pmf'),
  hypergeometric: {
    ...ofLaw('hypergeometric', 'pmf'),
    pmf: { ...ofLaw('hypergeometric', 'pmf')['pmf'], jstat: ofHypgeom('pdf') },
    cdf: { ...ofLaw('hypergeometric', 'pmf')['cdf'], jstat: ofHypgeom('cdf') },
  },
};

/**
 * What a peer is not asked: jStat's Poisson cdf makes an array of x + 1 numbers, at which V8 ends the process near 1e8;
 * its incomplete gamma loops up to 0.4 a times. Both packages step through a hypergeometric law count by count.
 */
export const isAsked = (from: Package, id: string, args: ReadonlyArray<number>): boolean =>
  !(id.startsWith('hypergeometric.') && (args[0] ?? 0) > 1e5) &&
  // jStat sums a negative binomial law count by count, and does not always end its binomial law's integral.
  !(from === 'jstat' && id === 'negative-binomial.cdf' && (args[2] ?? 0) > 1e5) &&
  !(from === 'jstat' && id === 'binomial.cdf' && (args[0] ?? 0) > 1e5) &&
  (from !== 'jstat' ||
    !((id === 'poisson.cdf' && (args[1] ?? 0) > 1e5) || (id === 'incomplete-gamma.gammaP' && (args[0] ?? 0) > 1e7)));

const version = (name: string): string =>
  (
    JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')) as {
      version: string;
    }
  ).version;

/** The versions of the packages compared; @stdlib is many, told by one. */
export const peerVersions = (): Record<string, string> => ({
  '@stdlib/stats-base-dists-normal': version('@stdlib/stats-base-dists-normal'),
  '@stdlib/math-base-special-gammainc': version('@stdlib/math-base-special-gammainc'),
  jstat: version('jstat'),
  'simple-statistics': version('simple-statistics'),
});
