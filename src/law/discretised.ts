/**
 * A continuous law read off a scale: the number of whole widths below its value.
 *
 * The distribution function is the base law's at the edges, so that only the masses need care: each is the probability of
 * an interval, by the tail or the density that does not cancel.
 */
import { type Either, right } from 'fp-ts/lib/Either.js';
import { smallestInteger } from '../numeric/index.ts';
import { cumHazardOf, discreteHazardOf, discreteLogHazardOf, medianOf, sdOf } from './derived.ts';
import { checkParameters, type Parameters, positive } from './domain.ts';
import { discreteEntropy, discreteMoments } from './expectation.ts';
import type { Failure } from './failure.ts';
import { highest, spread } from './highest.ts';
import { intervalMass } from './interval-mass.ts';
import type { ContinuousLaw, DiscreteLaw, Evaluator, Support } from './law.ts';
import { logOf } from './logarithm.ts';

/**
 * The law of $\lfloor X/\text{width}\rfloor$, where $X$ follows `law`.
 * @category Combinators
 * @since 0.1.0
 */
export interface Discretised<L> {
  readonly _tag: 'Discretised';
  readonly law: L;
  readonly width: number;
}

const parameters: Pick<Parameters<Discretised<null>>, 'width'> = { width: /* @__PURE__ */ positive([0.1, 2]) };

const make = <L>({ law, width }: Omit<Discretised<L>, '_tag'>): Either<Failure, Discretised<L>> => {
  const checked = checkParameters('discretised', parameters, { width });
  return checked._tag === 'Left' ? checked : right({ _tag: 'Discretised', law, width });
};

/** The cells that the base law's support meets in more than a point. */
const supportOf =
  <L>(base: ContinuousLaw<L>) =>
  ({ law, width }: Discretised<L>): Support => {
    const { lower, upper } = base.support(law);
    const [first, last] = [Math.floor(lower / width), Math.ceil(upper / width) - 1];
    // The quotients are rounded, the edges are what counts.
    return {
      lower: ((first + 1) * width <= lower ? first + 1 : first) + 0,
      upper: ((last + 1) * width < upper ? last + 1 : last) + 0,
    };
  };

/** A word of the base law at the upper edge of the cell in which x lies. */
const atEdge =
  <L>(word: Evaluator<L>): Evaluator<Discretised<L>> =>
  ({ law, width }) => {
    const f = word(law);
    return (x) => f((Math.floor(x) + 1) * width);
  };

const pmfOf =
  <L>(base: ContinuousLaw<L>): Evaluator<Discretised<L>> =>
  ({ law, width }) => {
    const { mass } = intervalMass(base)(law);
    return (k) => (Math.floor(k) === k && Number.isFinite(k) ? mass(k * width, (k + 1) * width) : k === k ? 0 : NaN);
  };

const logPmfOf =
  <L>(base: ContinuousLaw<L>): Evaluator<Discretised<L>> =>
  ({ law, width }) => {
    const { logMass } = intervalMass(base)(law);
    return (k) =>
      Math.floor(k) === k && Number.isFinite(k) ? logMass(k * width, (k + 1) * width) : k === k ? -Infinity : NaN;
  };

/** The cell of the base law's point, and the search among its neighbours that rounding asks for. */
const inverseOf =
  <L>(base: ContinuousLaw<L>, side: 'below' | 'above'): Evaluator<Discretised<L>> =>
  (l) => {
    const { lower, upper } = supportOf(base)(l);
    const point = (side === 'below' ? base.quantile : base.isf)(l.law);
    const share = atEdge(side === 'below' ? base.cdf : base.sf)(l);
    const [start, end] = side === 'below' ? [lower, upper] : [upper, lower];
    return (p) => {
      if (!(p >= 0 && p <= 1)) return NaN;
      if (p === 0) return start;
      if (p === 1) return end;
      const guess = Math.floor(point(p) / l.width);
      return smallestInteger((k) => (side === 'below' ? share(k) >= p : share(k) <= p), guess, lower) + 0;
    };
  };

/**
 * The law of the cell of a width in which a continuous variable lies: $\lfloor X/h\rfloor$. `width` $h > 0$ is finite.
 *
 * $P(K \le k) = F((k + 1)h)$ and its complement are the base law's own, with its accuracy in both tails; a mass is
 * $F((k+1)h) - F(kh)$ by the tail that is smaller, or, where a difference would lose more than one bit, the integral of the
 * density (Gauss and Kronrod): to some 16 units of $2^{-53}$ more than the base law's forms, and to so many times the
 * logarithm of the mass beyond the doubles. Edges are rounded products $kh$; beyond $k = 2^{53}$, where neighbouring integers
 * are one double, masses are 0.
 *
 * Mean, variance and entropy are sums: one by one within some 8000 integers of the median, further out by cells with Euler
 * and Maclaurin's correction, and beyond $2^{52}$ as a power; error about $10^{-13}$ of the standard deviation and its square for a
 * density that is smooth over 8 integers there. `mode` is the highest of the cells around the base law's modes and
 * 102 of its quantiles, and of what a search finds between them: exact for a base law with one hill. Draws
 * are the base law's, rounded down.
 *
 * Failure of `make`: `NotFinite` or `OutOfDomain` at `discretised.width`.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { discretised } from 'lawful/law';
 * import { exponential, exponentialLaw } from 'lawful/laws/exponential';
 * const days = discretised(exponentialLaw);
 * const base = exponential(Math.LN2);
 * const law = base._tag === 'Right' ? days.make({ law: base.right, width: 1 }) : base;
 * if (law._tag === 'Right') {
 *   expect(days.pmf(law.right)(2)).toBeCloseTo(1 / 8, 15);
 *   expect(days.mean(law.right)).toBeCloseTo(1, 13);
 * }
 * ```
 */
export const discretised = <L>(base: ContinuousLaw<L>): DiscreteLaw<Discretised<L>> => {
  type D = Discretised<L>;
  const pmf: Evaluator<D> = pmfOf(base);
  const logPmf: Evaluator<D> = logOf(pmf, logPmfOf(base));
  const sf: Evaluator<D> = atEdge(base.sf);
  const logSf: Evaluator<D> = atEdge(base.logSf);
  const quantile: Evaluator<D> = inverseOf(base, 'below');
  const isf: Evaluator<D> = inverseOf(base, 'above');
  const support = supportOf(base);
  const sums = { pmf, logPmf, quantile, isf, support };
  const moments = discreteMoments(sums);
  const hazard = discreteHazardOf(pmf, sf, logPmf, logSf);
  return {
    kind: 'discrete',
    name: 'discretised',
    parameters: parameters as Parameters<D>,
    make,
    ...sums,
    ...moments,
    cdf: atEdge(base.cdf),
    sf,
    logCdf: atEdge(base.logCdf),
    logSf,
    hazard,
    logHazard: logOf(hazard, discreteLogHazardOf(logPmf, logSf)),
    cumHazard: cumHazardOf(logSf),
    sd: sdOf(moments.variance),
    median: medianOf(quantile),
    mode: (l) => {
      const { lower, upper } = support(l);
      const around = base
        .mode(l.law)
        .map((x) => Math.floor(x / l.width))
        .flatMap((k) => [k - 1, k, k + 1]);
      const candidates = [lower, upper, ...around, ...spread(quantile(l), isf(l))];
      return highest(logPmf(l), candidates, 'discrete').filter((k) => k >= lower && k <= upper);
    },
    entropy: discreteEntropy(sums),
    sample: (l) => {
      const draw = base.sample(l.law);
      return (state) => {
        const [x, next] = draw(state);
        return [Math.floor(x / l.width) + 0, next];
      };
    },
    sampleN: (l) => {
      const draws = base.sampleN(l.law);
      return (n) => (state) => {
        const [xs, next] = draws(n)(state);
        return [xs.map((x) => Math.floor(x / l.width) + 0), next];
      };
    },
  };
};
