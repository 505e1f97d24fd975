/**
 * The smallest and the largest of n independent copies.
 *
 * One tail carries each: what lies above the smallest, and below the largest, is the base law's tail to the power n. Its
 * logarithm is n times the base law's; the other tail is what that leaves, by expm1.
 */
import { type Either, right } from 'fp-ts/lib/Either.js';
import { expMinusProduct, log1mexp, smallestInteger } from '../numeric/index.ts';
import {
  cumHazardOf,
  discreteHazardOf,
  discreteLogHazardOf,
  hazardOf,
  logHazardOf,
  medianOf,
  sdOf,
} from './derived.ts';
import { checkParameters, type Parameters, positive } from './domain.ts';
import { continuousMoments, discreteEntropy, discreteMoments, expectation } from './expectation.ts';
import type { Failure } from './failure.ts';
import { highest, spread } from './highest.ts';
import type { ProperLaw } from './interval-mass.ts';
import type { ContinuousLaw, DiscreteLaw, Evaluator } from './law.ts';
import { logInverse } from './log-inverse.ts';
import { isNormal, logOf, logOfShare } from './logarithm.ts';
import { type Draw, sampleNOf, sampleOf } from './random.ts';

/**
 * The law of the smallest of `n` independent copies of a variable that follows `law`.
 * @category Combinators
 * @since 0.1.0
 */
export interface Minimum<L> {
  readonly _tag: 'Minimum';
  readonly law: L;
  readonly n: number;
}

/**
 * The law of the largest of `n` independent copies of a variable that follows `law`.
 * @category Combinators
 * @since 0.1.0
 */
export interface Maximum<L> {
  readonly _tag: 'Maximum';
  readonly law: L;
  readonly n: number;
}

type Extreme<L> = Minimum<L> | Maximum<L>;
type Tag = Extreme<unknown>['_tag'];

const parameters: Pick<Parameters<Minimum<null>>, 'n'> = { n: /* @__PURE__ */ positive([0.5, 10]) };

/** The base law's tail that is raised to a power, and the other one. */
const tailsOf = <L>(base: ProperLaw<L>, tag: Tag) =>
  tag === 'Minimum'
    ? { kept: base.sf, logKept: base.logSf, logOther: base.logCdf }
    : { kept: base.cdf, logKept: base.logCdf, logOther: base.logSf };

/** Above this tail, its logarithm is the better basis of a power: it is not magnified as much. */
const BODY = 0.3;

/** T^m, from T in the tail, from its logarithm where T is near 1 or either underflows. */
const power = (t: number, logT: () => number, m: number): number => {
  const value = t > BODY || !isNormal(t) ? 0 : Math.pow(t, m);
  if (isNormal(value)) return value;
  return m > 0 ? expMinusProduct(m, -logT()) : Math.exp(m * logT());
};

const keptOf =
  <L>(base: ProperLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  ({ law, n }) => {
    const tails = tailsOf(base, tag);
    const [kept, logKept] = [tails.kept(law), tails.logKept(law)];
    return (x) => power(kept(x), () => logKept(x), n);
  };

const logKeptOf =
  <L>(base: ProperLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  ({ law, n }) => {
    const logKept = tailsOf(base, tag).logKept(law);
    return (x) => n * logKept(x) + 0;
  };

const otherOf =
  <L>(base: ProperLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  (l) => {
    const logKept = logKeptOf(base, tag)(l);
    return (x) => 0 - Math.expm1(logKept(x));
  };

const logOtherOf =
  <L>(base: ProperLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  (l) => {
    const logKept = logKeptOf(base, tag)(l);
    const logOther = tailsOf(base, tag).logOther(l.law);
    const logN = Math.log(l.n);
    return (x) => {
      const k = logKept(x);
      // As little as that is n times the base law's.
      return k > -1e-290 ? logN + logOther(x) : log1mexp(k);
    };
  };

/** n f T^(n - 1). */
const logPdfOf =
  <L>(base: ContinuousLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  ({ law, n }) => {
    const logF = base.logPdf(law);
    const logKept = tailsOf(base, tag).logKept(law);
    const logN = Math.log(n);
    return (x) => {
      const f = logF(x);
      return f === -Infinity || n === 1 ? f : logN + f + (n - 1) * logKept(x);
    };
  };

const pdfOf =
  <L>(base: ContinuousLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  (l) => {
    const { law, n } = l;
    const tails = tailsOf(base, tag);
    const [f, kept, logKept] = [base.pdf(law), tails.kept(law), tails.logKept(law)];
    const logPdf = logPdfOf(base, tag)(l);
    return (x) => {
      const density = f(x);
      if (n === 1) return density;
      const t = kept(x);
      const value = n * density * power(t, () => logKept(x), n - 1);
      return isNormal(density) && isNormal(t) && isNormal(value) ? value : Math.exp(logPdf(x));
    };
  };

/** T^n at the nearer integer, less T^n at the farther: the nearer times 1 - (farther/nearer)^n. */
const logPmfOf =
  <L>(base: DiscreteLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  ({ law, n }) => {
    const logMass = base.logPmf(law);
    const logKept = tailsOf(base, tag).logKept(law);
    return (k) => {
      const p = logMass(k);
      if (p === -Infinity || p !== p) return p;
      const [near, far] = tag === 'Minimum' ? [logKept(k - 1), logKept(k)] : [logKept(k), logKept(k - 1)];
      const share = Math.min(0, p - near);
      const logRatio = share < -Math.LN2 ? Math.log1p(-Math.exp(share)) : Math.min(0, far - near);
      // Next to nothing of what is left: n times as much.
      return n * near + (logRatio === 0 ? Math.log(n) + share : log1mexp(n * logRatio));
    };
  };

const pmfOf =
  <L>(base: DiscreteLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  (l) => {
    const { law, n } = l;
    const mass = base.pmf(law);
    const kept = tailsOf(base, tag).kept(law);
    const powered = keptOf(base, tag)(l);
    const logPmf = logPmfOf(base, tag)(l);
    return (k) => {
      const p = mass(k);
      if (p === 0 && logPmf(k) === -Infinity) return 0;
      const [near, far] = tag === 'Minimum' ? [k - 1, k] : [k, k - 1];
      const t = kept(near);
      const share = p / t;
      const logRatio = share < 0.5 ? Math.log1p(-share) : Math.log(kept(far) / t);
      const value = powered(near) * -Math.expm1(n * logRatio);
      return isNormal(p) && isNormal(value) ? value : Math.exp(logPmf(k));
    };
  };

/** The point that leaves this probability in the tail that is raised to a power, or in the other. */
const pointsOf =
  <L>(base: ProperLaw<L>, tag: Tag) =>
  ({ law, n }: Extreme<L>) => {
    const inverse = logInverse(base)(law);
    const [byKept, byOther] = tag === 'Minimum' ? [inverse.isf, inverse.quantile] : [inverse.quantile, inverse.isf];
    return {
      kept: (t: number): number => byKept(Math.log(t) / n),
      other: (p: number): number => {
        const logKept = Math.log1p(-p) / n;
        return logKept > -1e-290 ? byOther(Math.log(p) - Math.log(n)) : byKept(logKept);
      },
    };
  };

type Side = 'below' | 'above';

const isKept = (tag: Tag, side: Side): boolean => (tag === 'Minimum') === (side === 'above');

const shareOf = <L>(base: ProperLaw<L>, tag: Tag, side: Side): Evaluator<Extreme<L>> =>
  isKept(tag, side) ? keptOf(base, tag) : otherOf(base, tag);

const logShareOf = <L>(base: ProperLaw<L>, tag: Tag, side: Side): Evaluator<Extreme<L>> =>
  isKept(tag, side) ? logKeptOf(base, tag) : logOfShare(otherOf(base, tag), keptOf(base, tag), logOtherOf(base, tag));

const inverseOf =
  <L>(base: ProperLaw<L>, tag: Tag, side: Side): Evaluator<Extreme<L>> =>
  (l) => {
    const points = pointsOf(base, tag)(l);
    const point = isKept(tag, side) ? points.kept : points.other;
    const share = shareOf(base, tag, side)(l);
    const { lower, upper } = base.support(l.law);
    const [start, end] = side === 'below' ? [lower, upper] : [upper, lower];
    return (p) => {
      if (!(p >= 0 && p <= 1)) return NaN;
      if (p === 0) return start;
      if (p === 1) return end;
      if (base.kind === 'continuous') return point(p);
      return smallestInteger((k) => (side === 'below' ? share(k) >= p : share(k) <= p), point(p), lower);
    };
  };

const drawOf =
  <L>(base: ProperLaw<L>, tag: Tag): Draw<Extreme<L>> =>
  (l) => {
    const { kept } = pointsOf(base, tag)(l);
    return (uniform) => kept(uniform());
  };

const makeOf =
  <L>(tag: Tag) =>
  ({ law, n }: Omit<Extreme<L>, '_tag'>): Either<Failure, Extreme<L>> => {
    const checked = checkParameters(tag === 'Minimum' ? 'minimumOf' : 'maximumOf', parameters, { n });
    return checked._tag === 'Left' ? checked : right({ _tag: tag, law, n });
  };

const shared = <L>(base: ProperLaw<L>, tag: Tag) => {
  type E = Extreme<L>;
  const cdf: Evaluator<E> = shareOf(base, tag, 'below');
  const sf: Evaluator<E> = shareOf(base, tag, 'above');
  const logSf: Evaluator<E> = logShareOf(base, tag, 'above');
  const draw = drawOf(base, tag);
  return {
    name: tag === 'Minimum' ? 'minimumOf' : 'maximumOf',
    parameters: parameters as Parameters<E>,
    make: makeOf<L>(tag),
    support: (l: E) => base.support(l.law),
    cdf,
    sf,
    logCdf: logShareOf(base, tag, 'below'),
    logSf,
    cumHazard: cumHazardOf(logSf),
    quantile: inverseOf(base, tag, 'below'),
    isf: inverseOf(base, tag, 'above'),
    sample: sampleOf(draw),
    sampleN: sampleNOf(draw),
  };
};

const continuous = <L>(base: ContinuousLaw<L>, tag: Tag): ContinuousLaw<Extreme<L>> => {
  type E = Extreme<L>;
  const common = shared(base, tag);
  const logPdf: Evaluator<E> = logPdfOf(base, tag);
  const pdf: Evaluator<E> = pdfOf(base, tag);
  const moments = continuousMoments(common);
  const hazard = hazardOf(pdf, common.sf, logPdf, common.logSf);
  return {
    kind: 'continuous',
    ...common,
    ...moments,
    pdf,
    logPdf,
    // The first of n: n times the rate.
    hazard:
      tag === 'Maximum'
        ? hazard
        : ({ law, n }) => {
            const rate = base.hazard(law);
            return (x) => n * rate(x);
          },
    logHazard:
      tag === 'Maximum'
        ? logOf(hazard, logHazardOf(logPdf, common.logSf))
        : ({ law, n }) => {
            const logRate = base.logHazard(law);
            const logN = Math.log(n);
            return (x) => logN + logRate(x);
          },
    sd: sdOf(moments.variance),
    median: medianOf(common.quantile),
    mode: (l) => {
      const { lower, upper } = base.support(l.law);
      const candidates = [lower, upper, ...base.mode(l.law), ...spread(common.quantile(l), common.isf(l))];
      return highest(logPdf(l), candidates, 'continuous');
    },
    // T^n is uniform, so that only the base law's density needs an integral.
    entropy: (l) => {
      const logF = base.logPdf(l.law);
      const density = expectation(common)(l, (x) => (Number.isFinite(logF(x)) ? logF(x) : 0));
      return (l.n - 1) / l.n - Math.log(l.n) - density;
    },
  };
};

const discrete = <L>(base: DiscreteLaw<L>, tag: Tag): DiscreteLaw<Extreme<L>> => {
  type E = Extreme<L>;
  const common = shared(base, tag);
  const pmf: Evaluator<E> = pmfOf(base, tag);
  const logPmf: Evaluator<E> = logOf(pmf, logPmfOf(base, tag));
  // None of n happens now: each of them does not.
  const first: Evaluator<E> = ({ law, n }) => {
    const rate = base.hazard(law);
    return (k) => 0 - Math.expm1(n * Math.log1p(-rate(k)));
  };
  const hazard = tag === 'Minimum' ? first : discreteHazardOf(pmf, common.sf, logPmf, common.logSf);
  const sums = { ...common, pmf, logPmf };
  const moments = discreteMoments(sums);
  return {
    kind: 'discrete',
    ...common,
    ...moments,
    pmf,
    logPmf,
    hazard,
    logHazard: logOf(hazard, discreteLogHazardOf(logPmf, common.logSf)),
    sd: sdOf(moments.variance),
    median: medianOf(common.quantile),
    mode: (l) => {
      const { lower, upper } = base.support(l.law);
      const candidates = [lower, upper, ...base.mode(l.law), ...spread(common.quantile(l), common.isf(l))];
      return highest(logPmf(l), candidates, 'discrete');
    },
    entropy: discreteEntropy(sums),
  };
};

const extremeOf = <L>(base: ProperLaw<L>, tag: Tag): unknown =>
  base.kind === 'continuous' ? continuous(base, tag) : discrete(base, tag);

/**
 * The law of the smallest of $n$ independent copies: $S(x)^n$ lies above $x$. `n` $> 0$ is finite and need not be an
 * integer: $n$ multiplies the cumulative hazard (proportional hazards).
 *
 * $\ln S$ and the hazard are the base law's times $n$; the distribution function is $-\operatorname{expm1}(n\ln S)$. So every
 * form keeps the base law's accuracy, times $n$ where a logarithm is raised to a power. Mean, variance and entropy are
 * integrals over the quantiles, or sums: error about $10^{-12}$ of the standard deviation and its square; infinite where
 * they diverge. The modes are the highest of what a search between the base law's modes and 102 quantiles finds: exact to
 * some $10^{-8}$ of the point for a density with one hill. Draws are by inversion.
 *
 * Failure of `make`: `NotFinite` or `OutOfDomain` at `minimumOf.n`.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { minimumOf } from 'lawful/law';
 * import { exponential, exponentialLaw } from 'lawful/laws/exponential';
 * const first = minimumOf(exponentialLaw);
 * const base = exponential(2);
 * const law = base._tag === 'Right' ? first.make({ law: base.right, n: 5 }) : base;
 * if (law._tag === 'Right') {
 *   expect(first.hazard(law.right)(3)).toBe(10);
 *   expect(first.mean(law.right)).toBeCloseTo(0.1, 14);
 * }
 * ```
 */
export const minimumOf = (<L>(base: ProperLaw<L>) => extremeOf(base, 'Minimum')) as {
  <L>(base: ContinuousLaw<L>): ContinuousLaw<Minimum<L>>;
  <L>(base: DiscreteLaw<L>): DiscreteLaw<Minimum<L>>;
};

/**
 * The law of the largest of $n$ independent copies: $F(x)^n$ lies at or below $x$. The mirror of {@link minimumOf}, with
 * its accuracy; `n` $> 0$ need not be an integer.
 *
 * Failure of `make`: `NotFinite` or `OutOfDomain` at `maximumOf.n`.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { maximumOf } from 'lawful/law';
 * import { uniform, uniformLaw } from 'lawful/laws/uniform';
 * const last = maximumOf(uniformLaw);
 * const base = uniform(0, 1);
 * const law = base._tag === 'Right' ? last.make({ law: base.right, n: 4 }) : base;
 * if (law._tag === 'Right') {
 *   expect(last.cdf(law.right)(0.5)).toBe(0.0625);
 *   expect(last.mean(law.right)).toBeCloseTo(0.8, 14);
 * }
 * ```
 */
export const maximumOf = (<L>(base: ProperLaw<L>) => extremeOf(base, 'Maximum')) as {
  <L>(base: ContinuousLaw<L>): ContinuousLaw<Maximum<L>>;
  <L>(base: DiscreteLaw<L>): DiscreteLaw<Maximum<L>>;
};
