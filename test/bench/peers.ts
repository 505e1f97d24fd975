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
const jstatLaw = (name: string): Record<string, Scalar | undefined> => jStat[name] as Record<string, Scalar>;
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
const ofLaw = (name: string, density: 'pdf' | 'pmf'): Record<string, Offer> => {
  const stdlib = stdlibLaw(name);
  const jstat = jstatLaw(name);
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

const stdlibNormal = stdlibLaw('normal');
const gammainc = stdlibSpecial('gammainc') as (x: number, a: number, ...how: ReadonlyArray<unknown>) => number;

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
  exponential: ofLaw('exponential', 'pdf'),
  poisson: ofLaw('poisson', 'pmf'),
};

/**
 * What a peer is not asked: jStat's Poisson cdf makes an array of x + 1 numbers, at which V8 ends the process near 1e8;
 * its incomplete gamma loops up to 0.4 a times.
 */
export const isAsked = (from: Package, id: string, args: ReadonlyArray<number>): boolean =>
  from !== 'jstat' ||
  !((id === 'poisson.cdf' && (args[1] ?? 0) > 1e5) || (id === 'incomplete-gamma.gammaP' && (args[0] ?? 0) > 1e7));

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
