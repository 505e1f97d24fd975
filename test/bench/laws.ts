/** Laws over a million points, against the fastest peer that is right there. */
import type { Either } from 'fp-ts/lib/Either.js';
import { type Failure, type Law, over } from '../../src/law/index.ts';
import { beta, betaLaw } from '../../src/laws/beta.ts';
import { binomial, binomialLaw } from '../../src/laws/binomial.ts';
import { cauchy, cauchyLaw } from '../../src/laws/cauchy.ts';
import { bernoulli, bernoulliLaw } from '../../src/laws/bernoulli.ts';
import { chiSquared, chiSquaredLaw } from '../../src/laws/chi-squared.ts';
import { discreteUniform, discreteUniformLaw } from '../../src/laws/discrete-uniform.ts';
import { exponential, exponentialLaw } from '../../src/laws/exponential.ts';
import { f, fLaw } from '../../src/laws/f.ts';
import { gamma, gammaLaw } from '../../src/laws/gamma.ts';
import { geometric, geometricLaw } from '../../src/laws/geometric.ts';
import { halfNormal, halfNormalLaw } from '../../src/laws/half-normal.ts';
import { hypergeometric, hypergeometricLaw } from '../../src/laws/hypergeometric.ts';
import { inverseGamma, inverseGammaLaw } from '../../src/laws/inverse-gamma.ts';
import { logLogistic, logLogisticLaw } from '../../src/laws/log-logistic.ts';
import { logNormal, logNormalLaw } from '../../src/laws/log-normal.ts';
import { laplace, laplaceLaw } from '../../src/laws/laplace.ts';
import { logistic, logisticLaw } from '../../src/laws/logistic.ts';
import { negativeBinomial, negativeBinomialLaw } from '../../src/laws/negative-binomial.ts';
import { normal, normalLaw } from '../../src/laws/normal.ts';
import { poisson, poissonLaw } from '../../src/laws/poisson.ts';
import { frechet, frechetLaw } from '../../src/laws/frechet.ts';
import { gumbel, gumbelLaw } from '../../src/laws/gumbel.ts';
import { pareto, paretoLaw } from '../../src/laws/pareto.ts';
import { weibull, weibullLaw } from '../../src/laws/weibull.ts';
import { studentT, studentTLaw } from '../../src/laws/student-t.ts';
import { uniform, uniformLaw } from '../../src/laws/uniform.ts';
import { lawTable } from '../reference/functions.ts';
import { right } from '../right.ts';
import { type Contest, milliseconds, progress, race, type Result } from './measure.ts';
import { packages, peers } from './peers.ts';
import { randoms } from './random.ts';

const N = 1e6;

interface Subject {
  /** The law's table, which is the peers' key too. */
  readonly law: string;
  readonly parameters: ReadonlyArray<number>;
  readonly points: Float64Array;
  readonly functions: Readonly<Record<string, (x: number) => number>>;
}

/** Points where the law lives: a peer has to be right there, not in the far tails. */
const between = (lower: number, upper: number): Float64Array => randoms(N, 1).map((u) => lower + (upper - lower) * u);
const counts = (upper: number): Float64Array => between(0, upper + 1).map(Math.floor);

const subject = <L>(law: Law<L>, made: Either<Failure, L>, points: Float64Array): Subject => {
  const l = right(made);
  const f =
    law.kind === 'discrete' ? { pmf: law.pmf(l), logPmf: law.logPmf(l) } : { pdf: law.pdf(l), logPdf: law.logPdf(l) };
  return {
    law: lawTable(law.name),
    parameters: Object.keys(law.parameters).map((name) => (l as unknown as Readonly<Record<string, number>>)[name]!),
    points,
    functions: { ...f, cdf: law.cdf(l), sf: law.sf(l), logCdf: law.logCdf(l), quantile: law.quantile(l) },
  };
};

const subjects: ReadonlyArray<Subject> = [
  subject(uniformLaw, uniform(-2, 7), between(-3, 8)),
  subject(normalLaw, normal(100, 15), between(40, 160)),
  subject(logNormalLaw, logNormal(0, 1), between(0.02, 10)),
  subject(halfNormalLaw, halfNormal(2), between(0, 8)),
  subject(logLogisticLaw, logLogistic(3, 2), between(0, 10)),
  subject(cauchyLaw, cauchy(1, 2), between(-20, 20)),
  subject(laplaceLaw, laplace(1, 2), between(-20, 20)),
  subject(logisticLaw, logistic(1, 2), between(-20, 20)),
  subject(exponentialLaw, exponential(0.7), between(0, 10)),
  subject(weibullLaw, weibull(1.7, 3), between(0, 10)),
  subject(gumbelLaw, gumbel(1, 2), between(-4, 15)),
  subject(frechetLaw, frechet(2.5, 3), between(0, 20)),
  subject(paretoLaw, pareto(2.5, 3), between(3, 30)),
  subject(gammaLaw, gamma(2.5, 3), between(0, 25)),
  subject(gammaLaw, gamma(30, 0.4), between(4, 22)),
  subject(inverseGammaLaw, inverseGamma(2.5, 3), between(0.2, 20)),
  subject(chiSquaredLaw, chiSquared(7), between(0, 25)),
  subject(poissonLaw, poisson(4), counts(13)),
  subject(poissonLaw, poisson(100), counts(149)),
  subject(betaLaw, beta(2, 5), between(0, 1)),
  subject(studentTLaw, studentT(5), between(-8, 8)),
  subject(fLaw, f(5, 10), between(0, 6)),
  subject(binomialLaw, binomial(100, 0.3), counts(100)),
  subject(negativeBinomialLaw, negativeBinomial(5, 0.3), counts(60)),
  subject(bernoulliLaw, bernoulli(0.3), counts(1)),
  subject(geometricLaw, geometric(0.1), counts(60)),
  subject(discreteUniformLaw, discreteUniform(1, 100), counts(100)),
  subject(hypergeometricLaw, hypergeometric(500, 120, 80), counts(40)),
];

/** Where an issue allows a ratio above 1. */
const LIMITS: Readonly<Record<string, number>> = {
  'gamma.cdf': 1.5,
  'gamma.quantile': 1.5,
  'beta.cdf': 1.5,
  'beta.quantile': 1.5,
  'student-t.cdf': 1.5,
  'student-t.quantile': 1.5,
};

/** A peer without a survival function is asked for 1 - cdf, as its users have to. */
const offers = (
  law: string,
  name: string,
): ReadonlyArray<readonly [string, (...p: ReadonlyArray<number>) => (x: number) => number]> =>
  packages.flatMap((from) => {
    const f = peers[law]?.[name === 'sf' ? 'cdf' : name]?.[from];
    if (f === undefined) return [];
    if (name !== 'sf') return [[`${from} ${name}`, f] as const];
    return [
      [
        `${from} 1 - cdf`,
        (...p: ReadonlyArray<number>) => {
          const cdf = f(...p);
          return (x: number) => 1 - cdf(x);
        },
      ] as const,
    ];
  });

/** Within 1e-10 of ours, which the reference tables hold, at every hundredth of the points. */
const isRight = (theirs: (x: number) => number, ours: (x: number) => number, points: Float64Array): boolean =>
  points.every((x, i) => {
    if (i % 100) return true;
    const value = ours(x);
    return Object.is(value, theirs(x)) || Math.abs(theirs(x) - value) <= 1e-10 * Math.abs(value);
  });

const warmUp = (f: (x: number) => number, points: Float64Array): void => {
  const some = points.subarray(0, 20000);
  for (const xs of [Array.from(some), Float32Array.from(some), Int32Array.from(some), some]) over(f)(xs);
};

/** Of all subjects, or of those laws alone. */
export const contests = (only: ReadonlyArray<string>): ReadonlyArray<Result> => {
  const chosen = only.length === 0 ? subjects : subjects.filter((s) => only.includes(s.law));
  const probabilities = randoms(N, 2);
  const pointsOf = (s: Subject, name: string): Float64Array => (name === 'quantile' ? probabilities : s.points);
  for (const s of chosen) for (const [name, f] of Object.entries(s.functions)) warmUp(f, pointsOf(s, name));
  const ready = chosen.flatMap((s) =>
    Object.entries(s.functions).flatMap(([name, ours]): ReadonlyArray<Contest> => {
      const id = `${s.law}(${s.parameters.join(', ')}) ${name}`;
      progress(`choosing the peer of ${id}`);
      const points = pointsOf(s, name);
      const some = points.subarray(0, 50000);
      const fastest = offers(s.law, name)
        .map(([label, f]) => ({ label, f: f(...s.parameters) }))
        .filter(({ f }) => isRight(f, ours, points))
        .map((p) => ({ ...p, time: Math.min(...[1, 2, 3, 4].map(() => milliseconds(() => over(p.f)(some)))) }))
        .sort((a, b) => a.time - b.time)[0];
      if (fastest === undefined) {
        console.log(`${id}: no peer within 1e-10`);
        return [];
      }
      return [
        {
          id,
          n: N,
          ours: () => over(ours)(points),
          against: fastest.label,
          peer: () => over(fastest.f)(points),
          limit: LIMITS[`${s.law}.${name}`] ?? 1,
        },
      ];
    }),
  );
  return ready.map((contest, i) => race(contest, `${i + 1}/${ready.length}`));
};
