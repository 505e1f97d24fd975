/** Chapter 2: six laws fitted to the same tumours, compared by information and by what they say of the thickest. */
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Band, dkwBand, type Ecdf, ecdf, survival } from 'lawful/ecdf';
import { ksTest } from 'lawful/goodness-of-fit';
import { aic, bic, type ContinuousLaw, type Failure, type Fit } from 'lawful/law';
import * as Exponential from 'lawful/laws/exponential';
import * as Frechet from 'lawful/laws/frechet';
import * as Gamma from 'lawful/laws/gamma';
import * as InverseGamma from 'lawful/laws/inverse-gamma';
import * as LogNormal from 'lawful/laws/log-normal';
import * as Weibull from 'lawful/laws/weibull';
import { clopperPearson, type ProportionInterval, wilson } from 'lawful/proportion';
import type { Chapter, ChapterOf, Figure, Table } from './chapter.ts';
import { columns } from './csv.ts';
import { departures } from './departures.ts';
import { ecdfFigure } from './ecdf-figure.ts';

/** A fitted law, seen from outside. */
interface Candidate {
  readonly name: string;
  readonly estimates: string;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly distance: number;
  readonly pValue: number;
  readonly cdf: (x: number) => number;
  readonly sf: (x: number) => number;
  readonly quantile: (p: number) => number;
  readonly support: { readonly lower: number; readonly upper: number };
}

const places =
  (digits: number) =>
  (x: number): string =>
    x.toFixed(digits);

const p1 = places(1);
const p3 = places(3);

/** Each parameter with its standard error, where it has one. */
const estimatesOf = <L extends { readonly _tag: string }>({ law, standardErrors }: Fit<L>): string => {
  const errors = standardErrors as Readonly<Record<string, number>>;
  const { _tag, ...parameters } = law;
  return Object.entries(parameters as unknown as Readonly<Record<string, number>>)
    .map(([name, value]) => `${name} ${p3(value)}${errors[name] === undefined ? '' : ` (${p3(errors[name])})`}`)
    .join(', ');
};

const candidate = <L extends { readonly _tag: string }>(
  name: string,
  record: ContinuousLaw<L>,
  fit: (sample: ArrayLike<number>) => E.Either<Failure, Fit<L>>,
  xs: Float64Array,
): E.Either<Failure, Candidate> =>
  pipe(
    E.Do,
    E.bind('fitted', () => fit(xs)),
    E.bind('akaike', ({ fitted }) => aic(fitted)),
    E.bind('schwarz', ({ fitted }) => bic(fitted)),
    E.bind('ks', ({ fitted }) => ksTest(record, fitted.law)(xs)),
    E.map(({ fitted, akaike, schwarz, ks }): Candidate => ({
      name,
      estimates: estimatesOf(fitted),
      logLikelihood: fitted.logLikelihood,
      aic: akaike,
      bic: schwarz,
      distance: ks.statistic,
      pValue: ks.pValue,
      cdf: record.cdf(fitted.law),
      sf: record.sf(fitted.law),
      quantile: record.quantile(fitted.law),
      support: record.support(fitted.law),
    })),
  );

const candidates = (xs: Float64Array): E.Either<Failure, ReadonlyArray<Candidate>> =>
  pipe(
    [
      candidate('exponential', Exponential.exponentialLaw, Exponential.fit, xs),
      candidate('gamma', Gamma.gammaLaw, Gamma.fit, xs),
      candidate('Weibull', Weibull.weibullLaw, Weibull.fit, xs),
      candidate('log-normal', LogNormal.logNormalLaw, LogNormal.fit, xs),
      candidate('inverse gamma', InverseGamma.inverseGammaLaw, InverseGamma.fit, xs),
      candidate('Fréchet', Frechet.frechetLaw, Frechet.fit, xs),
    ],
    E.sequenceArray,
    E.map((found) => [...found].sort((a, b) => a.aic - b.aic)),
  );

const comparison = (found: ReadonlyArray<Candidate>): Table => ({
  title: 'Six laws, each as likely as it can be made',
  columns: ['law', 'estimates (standard errors)', 'log likelihood', 'AIC', 'BIC', 'KS distance', 'p'],
  rows: found.map((c) => [
    c.name,
    c.estimates,
    p1(c.logLikelihood),
    p1(c.aic),
    p1(c.bic),
    p3(c.distance),
    c.pValue < 0.001 ? c.pValue.toExponential(1) : p3(c.pValue),
  ]),
  note: 'Maximum likelihood; the smallest AIC first. The p-value of the Kolmogorov-Smirnov test is exact for a law that was known beforehand; these were fitted to the same data, so that the true ones are smaller.',
});

const show = ({ lower, upper }: ProportionInterval): string => `${p3(lower)} to ${p3(upper)}`;

const thickest = (e: Ecdf, found: ReadonlyArray<Candidate>, points: ReadonlyArray<number>): E.Either<Failure, Table> =>
  pipe(
    points,
    E.traverseArray((x) => {
      const counts = { successes: Math.round(survival(e)(x) * e.size), trials: e.size };
      return pipe(
        E.Do,
        E.bind('score', () => wilson(counts)),
        E.bind('exact', () => clopperPearson(counts)),
        E.map(({ score, exact }): ReadonlyArray<string> => [
          `${x}\u00a0mm`,
          `${counts.successes} of ${counts.trials}`,
          show(score),
          show(exact),
          ...found.map((c) => p3(c.sf(x))),
        ]),
      );
    }),
    E.map((rows) => ({
      title: 'The share of tumours thicker than x: intervals from the count alone, and what each law says',
      columns: ['x', 'patients', 'Wilson, 95 %', 'Clopper-Pearson, 95 %', ...found.map((c) => c.name)],
      rows,
      note: 'The intervals know nothing of any law. A law that fits the middle may be far off here, where it matters.',
    })),
  );

const figure = (e: Ecdf, band: Band, best: Candidate): Figure => ({
  title: `The law with the smallest AIC: ${best.name}`,
  plot: (width) =>
    ecdfFigure({
      e,
      band,
      law: { name: `fitted ${best.name} law`, cdf: best.cdf },
      departures: departures(best)(band),
      domain: [0, 18],
      label: 'tumour thickness, mm',
      width,
    }),
  description: `Empirical distribution function of tumour thickness with its 95 % band, and the fitted ${best.name} law: ${best.estimates}.`,
  note: `${best.name}: ${best.estimates}. Its greatest distance from the data is ${p3(best.distance)}; the half-width of the band is ${p3(band.halfWidth)}.`,
});

const chapter = (text: string): E.Either<Failure, Chapter> => {
  const { thickness = new Float64Array(0) } = columns(text);
  return pipe(
    E.Do,
    E.bind('e', () => ecdf(thickness)),
    E.bind('band', ({ e }) => dkwBand(e)),
    E.bind('found', () => candidates(thickness)),
    E.bind('tails', ({ e, found }) => thickest(e, found, [2, 4, 8, 12])),
    E.map(({ e, band, found, tails }): Chapter => ({
      title: 'Six laws for one sample',
      lead: 'The tumours of chapter 1 again. The exponential law was contradicted; here it competes with five others of the same library, on the same footing: each fitted by maximum likelihood, all asked the same questions.',
      figures: found.slice(0, 1).map((best) => figure(e, band, best)),
      tables: [comparison(found), tails],
    })),
  );
};

/** The melanoma patients' tumours. */
export const lawsChapter: ChapterOf = { name: '02-laws', file: 'test/data/melanoma.csv', chapter };
