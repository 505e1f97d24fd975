/**
 * Finite mixtures: one of some laws of a kind, each with its weight.
 *
 * Densities, masses and both tails are sums of positive terms, so that nothing cancels; where they underflow, the
 * logarithms of their terms are added.
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import { bracketedRoot, logSumExp, smallestInteger, sum } from '../numeric/index.ts';
import {
  cumHazardOf,
  discreteHazardOf,
  discreteLogHazardOf,
  hazardOf,
  logHazardOf,
  medianOf,
  sdOf,
} from './derived.ts';
import { nonNegative } from './domain.ts';
import { expectation, latticeSum } from './expectation.ts';
import { empty, type Failure } from './failure.ts';
import { highest } from './highest.ts';
import type { ProperLaw } from './interval-mass.ts';
import type { ContinuousLaw, DiscreteLaw, Evaluator, Support } from './law.ts';
import { logOf, logOfShare } from './logarithm.ts';
import { type Draw, sampleNOf, sampleOf } from './random.ts';
import { masses } from './sample.ts';

/**
 * The law of a variable that follows `laws[i]` with probability `weights[i]`. The weights add up to 1.
 * @category Combinators
 * @since 0.1.0
 */
export interface Mixture<L> {
  readonly _tag: 'Mixture';
  readonly laws: ReadonlyArray<L>;
  readonly weights: ReadonlyArray<number>;
}

/** A component that has any weight. */
interface Component<L> {
  readonly law: L;
  readonly weight: number;
}

const componentsOf = <L>({ laws, weights }: Mixture<L>): ReadonlyArray<Component<L>> =>
  laws.map((law, i) => ({ law, weight: weights[i] })).filter(({ weight }) => weight > 0);

/** The weighted mean of a word over the components; 1 where it is 1 for all. */
const mean =
  <L>(word: Evaluator<L>): Evaluator<Mixture<L>> =>
  (l) => {
    const components = componentsOf(l);
    const weights = components.map(({ weight }) => weight);
    const terms = components.map(({ law }) => word(law));
    const whole = weights.reduce((a, b) => a + b, 0);
    return (x) => {
      let total = 0;
      for (let i = 0; i < terms.length; i++) total += weights[i] * terms[i](x);
      return total / whole;
    };
  };

/** Its logarithm, from the logarithms of the terms. */
const logMean =
  <L>(word: Evaluator<L>): Evaluator<Mixture<L>> =>
  (l) => {
    const components = componentsOf(l);
    const logWeights = components.map(({ weight }) => Math.log(weight));
    const terms = components.map(({ law }) => word(law));
    return (x) => logSumExp(Float64Array.from(terms, (term, i) => logWeights[i] + term(x)));
  };

const supportOf =
  <L>(base: ProperLaw<L>) =>
  (l: Mixture<L>): Support => {
    const supports = componentsOf(l).map(({ law }) => base.support(law));
    return {
      lower: Math.min(...supports.map(({ lower }) => lower)),
      upper: Math.max(...supports.map(({ upper }) => upper)),
    };
  };

type Side = 'below' | 'above';

const shareOf = <L>(base: ProperLaw<L>, side: Side): Evaluator<Mixture<L>> =>
  mean(side === 'below' ? base.cdf : base.sf);

const logShareOf = <L>(base: ProperLaw<L>, side: Side): Evaluator<Mixture<L>> => {
  const other = side === 'below' ? 'above' : 'below';
  return logOfShare(shareOf(base, side), shareOf(base, other), logMean(side === 'below' ? base.logCdf : base.logSf));
};

/** The components' own points with this share on the side: the mixture's lies among them. */
const pointsOf = <L>(base: ProperLaw<L>, side: Side, l: Mixture<L>): ((p: number) => ReadonlyArray<number>) => {
  const inverses = componentsOf(l).map(({ law }) => (side === 'below' ? base.quantile : base.isf)(law));
  return (p) => inverses.map((inverse) => inverse(p));
};

/** The point with the share p <= 1/2 on one side, by Newton's method on its logarithm between the components' points. */
const continuousPoint =
  <L>(base: ContinuousLaw<L>, side: Side): Evaluator<Mixture<L>> =>
  (l) => {
    const points = pointsOf(base, side, l);
    const share = shareOf(base, side)(l);
    const logShare = logShareOf(base, side)(l);
    const density = mean(base.pdf)(l);
    const logDensity = logOf(mean(base.pdf), logMean(base.logPdf))(l);
    const weights = componentsOf(l).map(({ weight }) => weight);
    // Seen from above, everything is mirrored.
    const sign = side === 'below' ? 1 : -1;
    return (p) => {
      const around = points(p).map((x) => sign * x);
      const [from, to] = [Math.min(...around), Math.max(...around)];
      if (from === to) return sign * from + 0;
      const logP = Math.log(p);
      const value = (y: number): number => logShare(sign * y) - logP;
      const step = (y: number, v: number): number => v * Math.exp(logShare(sign * y) - logDensity(sign * y));
      const guess = around.reduce((total, y, i) => total + weights[i] * y, 0);
      const root = bracketedRoot(value, step, guess, from, to, 1e-8);
      // The logarithm of a small share is rounded more than the share.
      const polished = root - (share(sign * root) - p) / density(sign * root);
      const isBetter = polished >= from && polished <= to && Math.abs(polished - root) <= 1e-6 * Math.abs(root);
      return sign * (isBetter ? polished : root) + 0;
    };
  };

const inverseOf =
  <L>(base: ProperLaw<L>, side: Side): Evaluator<Mixture<L>> =>
  (l) => {
    const { lower, upper } = supportOf(base)(l);
    const [start, end] = side === 'below' ? [lower, upper] : [upper, lower];
    const inside = base.kind === 'continuous' ? continuousInside(base, side, l) : discreteInside(base, side, l);
    return (p) => {
      if (!(p >= 0 && p <= 1)) return NaN;
      if (p === 0) return start;
      return p === 1 ? end : inside(p);
    };
  };

const continuousInside = <L>(base: ContinuousLaw<L>, side: Side, l: Mixture<L>): ((p: number) => number) => {
  const near = continuousPoint(base, side)(l);
  const far = continuousPoint(base, side === 'below' ? 'above' : 'below')(l);
  return (p) => (p <= 0.5 ? near(p) : far(1 - p));
};

const discreteInside = <L>(base: DiscreteLaw<L>, side: Side, l: Mixture<L>): ((p: number) => number) => {
  const points = pointsOf(base, side, l);
  const share = shareOf(base, side)(l);
  const { lower } = supportOf(base)(l);
  return (p) =>
    smallestInteger((k) => (side === 'below' ? share(k) >= p : share(k) <= p), Math.min(...points(p)), lower);
};

const makeOf = <L>({ laws, weights }: Omit<Mixture<L>, '_tag'>): Either<Failure, Mixture<L>> => {
  if (laws.length === 0) return left(empty('mixture.laws'));
  const checked = masses(nonNegative([0, 1]), 'mixture.weights', laws.length)(weights);
  if (checked._tag === 'Left') return checked;
  const total = sum(checked.right);
  // Weights that were divided before stay as they are.
  const isOne = Math.abs(total - 1) <= 2 ** -51;
  return right({ _tag: 'Mixture', laws, weights: Array.from(checked.right, (w) => (isOne ? w : w / total)) });
};

/** One uniform chooses the component, another its value. */
const drawOf =
  <L>(base: ProperLaw<L>): Draw<Mixture<L>> =>
  (l) => {
    const components = componentsOf(l);
    const inverses = components.map(({ law }) => base.quantile(law));
    return (uniform) => {
      let left = uniform();
      let i = 0;
      while (i < components.length - 1 && left > components[i].weight) {
        left -= components[i].weight;
        i++;
      }
      return inverses[i](uniform());
    };
  };

/** The components' modes and some of their quantiles, and seven points between any two neighbours. */
const candidatesOf = <L>(base: ProperLaw<L>, l: Mixture<L>): ReadonlyArray<number> => {
  const points = componentsOf(l)
    .flatMap(({ law }) => {
      const { lower, upper } = base.support(law);
      const quantile = base.quantile(law);
      return [lower, upper, ...base.mode(law), ...[0.05, 0.25, 0.5, 0.75, 0.95].map(quantile)];
    })
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const between = points
    .slice(1)
    .flatMap((to, i) => [1, 2, 3, 4, 5, 6, 7].map((j) => points[i] + (to - points[i]) * (j / 8)));
  return [...points, ...(base.kind === 'discrete' ? between.map(Math.floor) : between)];
};

/** None of its parameters is a number. */
const parameters: Readonly<Record<string, never>> = {};

/** What does not depend on the kind. */
const shared = <L>(base: ProperLaw<L>) => {
  type M = Mixture<L>;
  const logSf = logShareOf(base, 'above');
  const quantile = inverseOf(base, 'below');
  const draw = drawOf(base);
  const meanOf = (l: M): number => componentsOf(l).reduce((m, { law, weight }) => m + weight * base.mean(law), 0);
  const variance = (l: M): number => {
    const m = meanOf(l);
    if (!Number.isFinite(m)) return m !== m ? NaN : Infinity;
    return componentsOf(l).reduce((v, { law, weight }) => {
      const away = base.mean(law) - m;
      return v + weight * (base.variance(law) + away * away);
    }, 0);
  };
  return {
    name: 'mixture',
    parameters,
    make: makeOf<L>,
    support: supportOf(base),
    cdf: shareOf(base, 'below'),
    sf: shareOf(base, 'above'),
    logCdf: logShareOf(base, 'below'),
    logSf,
    cumHazard: cumHazardOf(logSf),
    quantile,
    isf: inverseOf(base, 'above'),
    mean: meanOf,
    variance,
    sd: sdOf(variance),
    median: medianOf(quantile),
    sample: sampleOf(draw),
    sampleN: sampleNOf(draw),
  };
};

/** The sum over the components of each one's share of the mixture's entropy. */
const entropyOf = <L>(l: Mixture<L>, part: (law: L) => number): number =>
  0 - componentsOf(l).reduce((total, { law, weight }) => total + weight * part(law), 0);

const continuous = <L>(base: ContinuousLaw<L>): ContinuousLaw<Mixture<L>> => {
  const common = shared(base);
  const pdf = mean(base.pdf);
  const logPdf = logOf(pdf, logMean(base.logPdf));
  const hazard = hazardOf(pdf, common.sf, logPdf, common.logSf);
  return {
    kind: 'continuous',
    ...common,
    pdf,
    logPdf,
    hazard,
    logHazard: logOf(hazard, logHazardOf(logPdf, common.logSf)),
    mode: (l) => highest(logPdf(l), candidatesOf(base, l), 'continuous'),
    entropy: (l) => {
      const logF = logPdf(l);
      return entropyOf(l, (law) => expectation(base)(law, (x) => (Number.isFinite(logF(x)) ? logF(x) : 0)));
    },
  };
};

const discrete = <L>(base: DiscreteLaw<L>): DiscreteLaw<Mixture<L>> => {
  const common = shared(base);
  const pmf = mean(base.pmf);
  const logPmf = logOf(pmf, logMean(base.logPmf));
  const hazard = discreteHazardOf(pmf, common.sf, logPmf, common.logSf);
  return {
    kind: 'discrete',
    ...common,
    pmf,
    logPmf,
    hazard,
    logHazard: logOf(hazard, discreteLogHazardOf(logPmf, common.logSf)),
    mode: (l) => highest(logPmf(l), candidatesOf(base, l), 'discrete'),
    entropy: (l) => {
      const logMass = logPmf(l);
      return entropyOf(l, (law) => {
        const p = base.pmf(law);
        return latticeSum(base)(law, (k) => (p(k) > 0 ? p(k) * logMass(k) : 0));
      });
    },
  };
};

/**
 * The law that is `laws[i]` with probability `weights[i]`: at least one law, all of the family whose record is given, and
 * as many weights, none negative, not all 0. Weights are divided by their sum, unless that is 1 to within $2^{-51}$.
 *
 * Density, mass and both tails are $\sum_i w_i f_i(x)$ and the like, with the components' accuracy plus a unit of
 * $2^{-53}$ a component; where these underflow, the logarithms are by log-sum-exp. A quantile is searched for between the
 * components' quantiles, by a bracketed Newton's method on the logarithm of the smaller tail. Mean and variance are closed
 * forms; the entropy is a sum over the components of integrals over their quantiles (of sums for laws on integers), error
 * about $10^{-12}$ of the larger of 1 and the value.
 *
 * `mode` is the highest of the components' modes and of the hills that golden sections find between them: a search, on
 * points that are seven between any two neighbouring modes, ends and quantiles of the components. A hill that is none of
 * the components' own and narrower than that is missed; a hill's top is exact to some $10^{-8}$. Draws choose a component and invert it.
 *
 * Failure of `make`: `Empty` at `mixture.laws`; `LengthMismatch`, `NotFinite`, `OutOfDomain` or `Degenerate` at
 * `mixture.weights`.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { mixture } from 'lawful/law';
 * import { normal, normalLaw } from 'lawful/laws/normal';
 * const two = mixture(normalLaw);
 * const [a, b] = [normal(-50, 1), normal(50, 1)];
 * const law = a._tag === 'Right' && b._tag === 'Right' ? two.make({ laws: [a.right, b.right], weights: [3, 1] }) : a;
 * if (law._tag === 'Right') {
 *   expect(law.right.weights).toEqual([0.75, 0.25]);
 *   expect(two.mean(law.right)).toBe(-25);
 *   expect(two.mode(law.right)).toEqual([-50]);
 *   expect(two.isf(law.right)(0.125)).toBeCloseTo(50, 12);
 * }
 * ```
 */
export const mixture = (<L>(base: ProperLaw<L>): ProperLaw<Mixture<L>> =>
  base.kind === 'continuous' ? continuous(base) : discrete(base)) as {
  <L>(base: ContinuousLaw<L>): ContinuousLaw<Mixture<L>>;
  <L>(base: DiscreteLaw<L>): DiscreteLaw<Mixture<L>>;
};
