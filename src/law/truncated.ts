/**
 * A law given that its value lies in an interval.
 *
 * Probabilities are shares of the interval's mass, each told by the tail of the base law that does not cancel, and by its
 * density where both do; where the mass underflows, by logarithms.
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import { bracketedRoot, logAddExp, smallestInteger } from '../numeric/index.ts';
import {
  cumHazardOf,
  discreteHazardOf,
  discreteLogHazardOf,
  hazardOf,
  logHazardOf,
  medianOf,
  sdOf,
} from './derived.ts';
import type { Parameters } from './domain.ts';
import { continuousMoments, discreteEntropy, discreteMoments, expectation } from './expectation.ts';
import { degenerate, type Failure, outOfDomain } from './failure.ts';
import { highest, spread } from './highest.ts';
import { type IntervalMass, intervalMass, type ProperLaw } from './interval-mass.ts';
import type { ContinuousLaw, DiscreteLaw, Evaluator, Support, Vocabulary } from './law.ts';
import { logInverse } from './log-inverse.ts';
import { isNormal, logOf, logOfShare } from './logarithm.ts';
import { type Draw, sampleNOf, sampleOf } from './random.ts';

/**
 * The law of $X$ given `interval.lower < X <= interval.upper`, where $X$ follows `law`. The ends may be infinite.
 * @category Combinators
 * @since 0.1.0
 */
export interface Truncated<L> {
  readonly _tag: 'Truncated';
  readonly law: L;
  readonly interval: { readonly lower: number; readonly upper: number };
}

const supportOf =
  <L>(base: ProperLaw<L>) =>
  ({ law, interval }: Truncated<L>): Support => {
    const { lower, upper } = base.support(law);
    return base.kind === 'continuous'
      ? { lower: Math.max(lower, interval.lower), upper: Math.min(upper, interval.upper) }
      : { lower: Math.max(lower, Math.floor(interval.lower) + 1), upper: Math.min(upper, Math.floor(interval.upper)) };
  };

/** What every word of one truncated law needs: its ends, as u < X <= v, and its mass. */
interface Window extends IntervalMass {
  readonly lower: number;
  readonly upper: number;
  readonly whole: number;
  readonly logWhole: number;
}

const windowOf =
  <L>(base: ProperLaw<L>) =>
  (l: Truncated<L>): Window => {
    const { lower, upper } = base.kind === 'continuous' ? supportOf(base)(l) : l.interval;
    const { mass, logMass } = intervalMass(base)(l.law);
    return { mass, logMass, lower, upper, whole: mass(lower, upper), logWhole: logMass(lower, upper) };
  };

/** The mass below, or above, a point of the window as a share of both: these are complements whatever they lost. */
const shareOf =
  <L>(base: ProperLaw<L>, side: 'below' | 'above'): Evaluator<Truncated<L>> =>
  (l) => {
    const { mass, logMass, lower, upper, logWhole } = windowOf(base)(l);
    const { lower: first, upper: last } = supportOf(base)(l);
    const [left, right] = side === 'below' ? [0, 1] : [1, 0];
    return (x) => {
      if (x < first) return left;
      if (x >= last) return right;
      const below = mass(lower, x);
      const above = mass(x, upper);
      const part = side === 'below' ? below : above;
      if (isNormal(part) && isNormal(below + above)) return part / (below + above);
      return Math.min(1, Math.exp(side === 'below' ? logMass(lower, x) - logWhole : logMass(x, upper) - logWhole));
    };
  };

const logShareOf =
  <L>(base: ProperLaw<L>, side: 'below' | 'above'): Evaluator<Truncated<L>> =>
  (l) => {
    const { logMass, lower, upper, logWhole } = windowOf(base)(l);
    const { lower: first, upper: last } = supportOf(base)(l);
    const [left, right] = side === 'below' ? [-Infinity, 0] : [0, -Infinity];
    return (x) => {
      if (x < first) return left;
      if (x >= last) return right;
      const [u, v] = side === 'below' ? [lower, x] : [x, upper];
      return Math.min(0, logMass(u, v) - logWhole);
    };
  };

const logDensityOf =
  <L>(base: ProperLaw<L>): Evaluator<Truncated<L>> =>
  (l) => {
    const { lower, upper } = supportOf(base)(l);
    const logWhole = windowOf(base)(l).logWhole;
    const logF = (base.kind === 'continuous' ? base.logPdf : base.logPmf)(l.law);
    return (x) => (x < lower || x > upper ? -Infinity : logF(x) - logWhole);
  };

const densityOf =
  <L>(base: ProperLaw<L>): Evaluator<Truncated<L>> =>
  (l) => {
    const { lower, upper } = supportOf(base)(l);
    const whole = windowOf(base)(l).whole;
    const f = (base.kind === 'continuous' ? base.pdf : base.pmf)(l.law);
    const logF = logDensityOf(base)(l);
    const deep = !isNormal(whole);
    return (x) => {
      if (x < lower || x > upper) return 0;
      const value = f(x);
      return deep || !isNormal(value) ? Math.exp(logF(x)) : value / whole;
    };
  };

/**
 * The base law's point that leaves the share p of the window below it and q above, p + q = 1, each side's probability a
 * sum of two that are positive.
 */
const guessOf =
  <L>(base: ProperLaw<L>) =>
  (l: Truncated<L>): ((p: number, q: number) => number) => {
    const { lower, upper } = windowOf(base)(l);
    const inverse = logInverse(base)(l.law);
    const [below, above] = [base.logCdf(l.law), base.logSf(l.law)];
    const [belowLower, belowUpper] = [below(lower), below(upper)];
    const [aboveLower, aboveUpper] = [above(lower), above(upper)];
    return (p, q) => {
      const [logP, logQ] = [Math.log(p), Math.log(q)];
      const beneath = logAddExp(belowLower + logQ, belowUpper + logP);
      const over = logAddExp(aboveLower + logQ, aboveUpper + logP);
      return beneath < over ? inverse.quantile(beneath) : inverse.isf(over);
    };
  };

const within = (x: number, { lower, upper }: Support): number => Math.min(Math.max(x, lower), upper);

/** The point with the share p < 1/2 of a continuous law's window below it, or above it, polished on that share. */
const continuousPoint =
  <L>(base: ContinuousLaw<L>, side: 'below' | 'above'): Evaluator<Truncated<L>> =>
  (l) => {
    const support = supportOf(base)(l);
    const density = densityOf(base)(l);
    const guess = guessOf(base)(l);
    const { mass, logMass, lower, upper, whole, logWhole } = windowOf(base)(l);
    const share = (x: number): number => {
      const [u, v] = side === 'below' ? [lower, x] : [x, upper];
      const part = mass(u, v);
      return isNormal(part) && isNormal(whole) ? part / whole : Math.exp(logMass(u, v) - logWhole);
    };
    // Seen from above, everything is mirrored.
    const sign = side === 'below' ? 1 : -1;
    const [from, to] = side === 'below' ? [support.lower, support.upper] : [-support.upper, -support.lower];
    return (p) => {
      const first = sign * within(side === 'below' ? guess(p, 1 - p) : guess(1 - p, p), support);
      const value = (y: number): number => share(sign * y) - p;
      const step = (y: number, v: number): number => v / density(sign * y);
      // Next to the end the guess is its rounding: from there the density leads on.
      const next = from + p / density(sign * from);
      if (!(first > from) && next === from) return sign * from + 0;
      const start = first > from ? first : next;
      return sign * bracketedRoot(value, step, start, from, to, 1e-8) + 0;
    };
  };

const continuousInverse =
  <L>(base: ContinuousLaw<L>, side: 'below' | 'above'): Evaluator<Truncated<L>> =>
  (l) => {
    const { lower, upper } = supportOf(base)(l);
    const near = continuousPoint(base, side)(l);
    const far = continuousPoint(base, side === 'below' ? 'above' : 'below')(l);
    const [start, end] = side === 'below' ? [lower, upper] : [upper, lower];
    return (p) => {
      if (!(p >= 0 && p <= 1)) return NaN;
      if (p === 0) return start;
      if (p === 1) return end;
      return p <= 0.5 ? near(p) : far(1 - p);
    };
  };

const discreteInverse =
  <L>(base: DiscreteLaw<L>, side: 'below' | 'above'): Evaluator<Truncated<L>> =>
  (l) => {
    const support = supportOf(base)(l);
    const guess = guessOf(base)(l);
    const share = shareOf(base, side)(l);
    const [start, end] = side === 'below' ? [support.lower, support.upper] : [support.upper, support.lower];
    return (p) => {
      if (!(p >= 0 && p <= 1)) return NaN;
      if (p === 0) return start;
      if (p === 1) return end;
      return side === 'below'
        ? smallestInteger((k) => share(k) >= p, within(guess(p, 1 - p), support), support.lower)
        : smallestInteger((k) => share(k) <= p, within(guess(1 - p, p), support), support.lower);
    };
  };

const makeOf =
  <L>(base: ProperLaw<L>) =>
  ({ law, interval }: Omit<Truncated<L>, '_tag'>): Either<Failure, Truncated<L>> => {
    const [lower, upper] = [interval.lower + 0, interval.upper + 0];
    if (!(lower < Infinity)) return left(outOfDomain('truncated.interval.lower', lower, 'a number below upper'));
    if (!(lower < upper)) return left(outOfDomain('truncated.interval.upper', upper, 'greater than lower'));
    const l: Truncated<L> = { _tag: 'Truncated', law, interval: { lower, upper } };
    const ends = supportOf(base)(l);
    const hasRoom = base.kind === 'continuous' ? ends.lower < ends.upper : ends.lower <= ends.upper;
    return hasRoom && windowOf(base)(l).logWhole > -Infinity
      ? right(l)
      : left(degenerate('truncated.interval', 'the law has no mass there'));
  };

/** The base law's modes that lie inside, or else the highest points that a search finds. */
const modeOf =
  <L>(base: ProperLaw<L>, law: Pick<Vocabulary<Truncated<L>>, 'quantile' | 'isf'>) =>
  (l: Truncated<L>): ReadonlyArray<number> => {
    const { lower, upper } = supportOf(base)(l);
    const modes = base.mode(l.law);
    if (modes.every((x) => x >= lower && x <= upper)) return modes;
    const inner = modes.filter((x) => x >= lower && x <= upper);
    return highest(logDensityOf(base)(l), [lower, upper, ...inner, ...spread(law.quantile(l), law.isf(l))], base.kind);
  };

/** What does not depend on the kind. */
const shared = <L>(base: ProperLaw<L>) => {
  type T = Truncated<L>;
  const cdf: Evaluator<T> = shareOf(base, 'below');
  const sf: Evaluator<T> = shareOf(base, 'above');
  const logSf = logOfShare(sf, cdf, logShareOf(base, 'above'));
  return {
    name: 'truncated',
    parameters: {} as Parameters<T>,
    make: makeOf(base),
    support: supportOf(base),
    cdf,
    sf,
    logCdf: logOfShare(cdf, sf, logShareOf(base, 'below')),
    logSf,
    cumHazard: cumHazardOf(logSf),
  };
};

const continuous = <L>(base: ContinuousLaw<L>): ContinuousLaw<Truncated<L>> => {
  type T = Truncated<L>;
  const common = shared(base);
  const pdf: Evaluator<T> = densityOf(base);
  const logPdf: Evaluator<T> = logOf(pdf, logDensityOf(base));
  const inverses = { quantile: continuousInverse(base, 'below'), isf: continuousInverse(base, 'above') };
  const moments = continuousMoments(inverses);
  const hazard = hazardOf(pdf, common.sf, logPdf, common.logSf);
  const draw: Draw<T> = (l) => {
    const point = inverses.quantile(l);
    return (uniform) => point(uniform());
  };
  return {
    kind: 'continuous',
    ...common,
    ...inverses,
    ...moments,
    pdf,
    logPdf,
    hazard,
    logHazard: logOf(hazard, logHazardOf(logPdf, common.logSf)),
    sd: sdOf(moments.variance),
    median: medianOf(inverses.quantile),
    mode: modeOf(base, inverses),
    entropy: (l) => {
      const logF = logPdf(l);
      // Where a point is the rounding of an end, its density may be none.
      return 0 - expectation(inverses)(l, (x) => (Number.isFinite(logF(x)) ? logF(x) : 0));
    },
    sample: sampleOf(draw),
    sampleN: sampleNOf(draw),
  };
};

const discrete = <L>(base: DiscreteLaw<L>): DiscreteLaw<Truncated<L>> => {
  type T = Truncated<L>;
  const common = shared(base);
  const pmf: Evaluator<T> = densityOf(base);
  const logPmf: Evaluator<T> = logOf(pmf, logDensityOf(base));
  const inverses = { quantile: discreteInverse(base, 'below'), isf: discreteInverse(base, 'above') };
  const hazard = discreteHazardOf(pmf, common.sf, logPmf, common.logSf);
  const sums = { pmf, logPmf, support: common.support, ...inverses };
  const moments = discreteMoments(sums);
  const draw: Draw<T> = (l) => {
    const point = inverses.quantile(l);
    return (uniform) => point(uniform());
  };
  return {
    kind: 'discrete',
    ...common,
    ...inverses,
    ...moments,
    pmf,
    logPmf,
    hazard,
    logHazard: logOf(hazard, discreteLogHazardOf(logPmf, common.logSf)),
    sd: sdOf(moments.variance),
    median: medianOf(inverses.quantile),
    mode: modeOf(base, inverses),
    entropy: discreteEntropy(sums),
    sample: sampleOf(draw),
    sampleN: sampleNOf(draw),
  };
};

/**
 * The law of $X$ given $a < X \le b$ for a law of $X$, given by its record: `interval.lower` $a$ may be $-\infty$,
 * `interval.upper` $b$ may be $\infty$.
 *
 * $P(u < X \le v)$ is a difference of the tail that is smaller there; a difference that would lose more than one bit is
 * instead the integral of the density (Gauss and Kronrod), or the sum of up to 4096 masses. So both tails are relatively
 * accurate: to some 16 units of $2^{-53}$ more than the base law's forms while the mass of the interval is a normal
 * double, otherwise to so many units times the logarithm of that mass (a normal law beyond 40 standard deviations: about
 * $10^{-12}$). A quantile is the base law's of a sum of two positive probabilities, polished by Newton's method on the
 * share itself.
 *
 * Mean, variance and entropy are integrals over the quantiles, or sums: error about $10^{-13}$ of the standard
 * deviation and its square, while these exceed $10^{-10}$ of the values. The modes are the base law's when all lie
 * inside, otherwise the highest of the ends and of what a search between 102 quantiles finds: exact for a base law with
 * one hill. Draws are by inversion.
 *
 * Failure of `make`: `OutOfDomain` at `truncated.interval.lower` or `truncated.interval.upper`; `Degenerate` at
 * `truncated.interval` when the law has no mass there (an end beyond which even the logarithm of the tail overflows).
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { truncated } from 'lawful/law';
 * import { normal, normalLaw } from 'lawful/laws/normal';
 * const tail = truncated(normalLaw);
 * const base = normal(0, 1);
 * const law = base._tag === 'Right' ? tail.make({ law: base.right, interval: { lower: 30, upper: 31 } }) : base;
 * if (law._tag === 'Right') {
 *   expect(tail.sf(law.right)(30.5) / 2.655417990529593e-7).toBeCloseTo(1, 13);
 *   expect(tail.mode(law.right)).toEqual([30]);
 * }
 * ```
 */
export const truncated = (<L>(base: ProperLaw<L>): ProperLaw<Truncated<L>> =>
  base.kind === 'continuous' ? continuous(base) : discrete(base)) as {
  <L>(base: ContinuousLaw<L>): ContinuousLaw<Truncated<L>>;
  <L>(base: DiscreteLaw<L>): DiscreteLaw<Truncated<L>>;
};
