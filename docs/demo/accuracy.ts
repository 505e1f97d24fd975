/** The accuracy table of the README, from what `npm run accuracy` wrote. */

/** As test/bench/accuracy.ts writes it, by package: null where it has no such function. */
interface Results {
  readonly source: string;
  readonly rows: ReadonlyArray<{
    readonly id: string;
    readonly standings: Readonly<Record<string, Standing | null>>;
  }>;
}

/** `worst` in units of 2^-53, null for what JSON has no number for; `right`: the share of points within 1e-10. */
interface Standing {
  readonly worst: number | null;
  readonly right: number;
}

/** A choice that fits a README; `npm run accuracy` prints them all. */
const CHOSEN = [
  'error-function.erf',
  'error-function.erfc',
  'log-gamma.logGamma',
  'incomplete-gamma.gammaP',
  'incomplete-gamma.gammaQ',
  'incomplete-beta.betaP',
  'normal.pdf',
  'normal.cdf',
  'normal.quantile',
  'exponential.cdf',
  'gamma.cdf',
  'gamma.quantile',
  'beta.cdf',
  'beta.quantile',
  'student-t.cdf',
  'student-t.quantile',
  'cauchy.cdf',
  'binomial.cdf',
  'poisson.pmf',
  'poisson.cdf',
];

const UNIT = 2 ** -53;

const show = (standing: Standing | null | undefined): string => {
  if (!standing) return '';
  const { worst, right } = standing;
  if (worst === 0) return '0';
  const error = worst === null || worst * UNIT >= 0.1 ? 'wrong' : (worst * UNIT).toExponential(1);
  return right < 1 ? `${error} (${(Math.floor(1000 * right) / 10).toFixed(1)} %)` : error;
};

export const accuracyTable = (json: string): string => {
  const { source, rows } = JSON.parse(json) as Results;
  const packages = Object.keys(rows[0]?.standings ?? {});
  const lines = CHOSEN.flatMap((id) => rows.filter((row) => row.id === id)).map(
    ({ id, standings }) => `| \`${id}\` | ${packages.map((name) => show(standings[name])).join(' | ')} |`,
  );
  return [
    `| function | ${packages.join(' | ')} |`,
    `| --- | ${packages.map(() => '---:').join(' | ')} |`,
    ...lines,
    '',
    `Reference values: ${source}. In brackets, where it is not all of them: the share of the points that are right to 1e-10; "wrong": at the worst point no digit is right. Blank: there is no such function.`,
  ].join('\n');
};
