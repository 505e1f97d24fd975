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
import { discreteEntropy, discreteMoments, type Moments } from './expectation.ts';
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

/** From here on the next integer may be the same double. */
const LAST = 9007199254740992;

const pmfOf =
  <L>(base: ContinuousLaw<L>): Evaluator<Discretised<L>> =>
  ({ law, width }) => {
    const { mass } = intervalMass(base)(law);
    const logDensity = base.logPdf(law);
    const logWidth = Math.log(width);
    return (k) => {
      if (Math.floor(k) !== k || !Number.isFinite(k)) return k === k ? 0 : NaN;
      if (Math.abs(k) >= LAST) return Math.min(1, Math.exp(logDensity(k * width) + logWidth));
      return mass(k * width, (k + 1) * width);
    };
  };

const logPmfOf =
  <L>(base: ContinuousLaw<L>): Evaluator<Discretised<L>> =>
  ({ law, width }) => {
    const { logMass } = intervalMass(base)(law);
    const logDensity = base.logPdf(law);
    const logWidth = Math.log(width);
    return (k) => {
      if (Math.floor(k) !== k || !Number.isFinite(k)) return k === k ? -Infinity : NaN;
      if (Math.abs(k) >= LAST) return Math.min(0, logDensity(k * width) + logWidth);
      return logMass(k * width, (k + 1) * width);
    };
  };

/** From so many widths between quartiles on, the rounding of their edges is more than what a limit leaves out. */
const FINE = 268435456;

/** Whether the cells are a continuum to the law, or the law lies where integers are no longer all doubles. */
const isFine = <L>(base: ContinuousLaw<L>, { law, width }: Discretised<L>): boolean => {
  const [first, last] = [base.quantile(law)(0.25), base.isf(law)(0.25)];
  return last / width - first / width > FINE || Math.max(Math.abs(first), Math.abs(last)) / width >= LAST;
};

/** Sums, unless the base law tells that they diverge or what they are. */
const momentsOf = <L>(base: ContinuousLaw<L>, sums: Moments<Discretised<L>>): Moments<Discretised<L>> => ({
  mean: (l) => {
    const mean = base.mean(l.law);
    if (!Number.isFinite(mean)) return mean;
    return isFine(base, l) ? mean / l.width - 0.5 : sums.mean(l);
  },
  variance: (l) => {
    const sd = base.sd(l.law);
    if (!Number.isFinite(sd)) return sd;
    return isFine(base, l) ? (sd / l.width) ** 2 + 1 / 12 : sums.variance(l);
  },
});

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
      const guess = Math.min(Math.floor(point(p) / l.width), upper);
      const k = smallestInteger((i) => (side === 'below' ? share(i) >= p : share(i) <= p), guess, lower);
      return Math.min(k, upper) + 0;
    };
  };

/**
 * The law of the cell of a width in which a continuous variable lies: $\lfloor X/h\rfloor$. `width` $h > 0$ is finite.
 *
 * $P(K \le k) = F((k + 1)h)$ and its complement are the base law's own, with its accuracy in both tails; a mass is
 * $F((k+1)h) - F(kh)$ by the tail that is smaller, or, where a difference would lose more than one bit, the integral of the
 * density (Gauss and Kronrod): to some 16 units of $2^{-53}$ more than the base law's forms, and to so many times the
 * logarithm of the mass beyond the doubles. Edges are rounded products $kh$; from $|k| = 2^{53}$ on, where neighbouring
 * integers are one double, masses are the width times the density.
 *
 * Mean, variance and entropy are sums: one by one within some 8000 integers of the median, further out by cells with Euler
 * and Maclaurin's correction, and beyond $2^{52}$ as a power; error about $10^{-13}$ of the standard deviation and its square for a
 * density that is smooth over 8 integers there. A mean or standard deviation that the base law says is infinite or none is
 * so here. When there are more than $2^{28}$ widths between the quartiles, or these lie beyond $2^{53}$ widths, the limits
 * take their place: $\mu/h - 1/2$, $\sigma^2/h^2 + 1/12$ the base law's entropy less $\ln h$, and the
 * cells of its modes; what they leave out is of the order of the mass of a cell at a jump of the density. `mode` is the highest of the cells around the base law's modes and
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
  const moments = momentsOf(base, discreteMoments(sums));
  const entropy = discreteEntropy(sums);
  const sd = sdOf(moments.variance);
  const cellOf = (l: D): ((x: number) => number) => {
    const { lower, upper } = support(l);
    return (x) => Math.min(Math.max(Math.floor(x / l.width), lower), upper) + 0;
  };
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
    // The square may overflow.
    sd: (l) => (isFine(base, l) ? Math.hypot(base.sd(l.law) / l.width, Math.sqrt(1 / 12)) : sd(l)),
    median: medianOf(quantile),
    mode: (l) => {
      const { lower, upper } = support(l);
      if (isFine(base, l)) return base.mode(l.law).map(cellOf(l));
      const around = base
        .mode(l.law)
        .map((x) => Math.floor(x / l.width))
        .flatMap((k) => [k - 1, k, k + 1]);
      const candidates = [lower, upper, ...around, ...spread(quantile(l), isf(l))];
      return highest(logPmf(l), candidates, 'discrete').filter((k) => k >= lower && k <= upper);
    },
    entropy: (l) => (isFine(base, l) ? Math.max(0, base.entropy(l.law) - Math.log(l.width)) : entropy(l)),
    sample: (l) => {
      const draw = base.sample(l.law);
      const cell = cellOf(l);
      return (state) => {
        const [x, next] = draw(state);
        return [cell(x), next];
      };
    },
    sampleN: (l) => {
      const draws = base.sampleN(l.law);
      const cell = cellOf(l);
      return (n) => (state) => {
        const [xs, next] = draws(n)(state);
        return [xs.map(cell), next];
      };
    },
  };
};
