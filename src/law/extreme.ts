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

/** A logarithm or a decrease that is smaller has not all its digits, or is not there at all. */
const LEAST = 1e-307;

/** ln(1 - e^(-n d)) of a decrease d, or of its logarithm where d underflows. */
const logLoss = (n: number, d: number, logD: () => number): number => {
  const k = n * d;
  if (d > LEAST && k > LEAST) return log1mexp(-k);
  const logK = Math.log(n) + (d > LEAST ? Math.log(d) : logD());
  return logK < -40 ? logK : log1mexp(-Math.exp(logK));
};

/** n ln T; where ln T underflows, by the other tail, which it then is: 1e308 normal variables beyond 39. */
const logKeptOf =
  <L>(base: ProperLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  ({ law, n }) => {
    const tails = tailsOf(base, tag);
    const [logKept, logOther] = [tails.logKept(law), tails.logOther(law)];
    const logN = Math.log(n);
    return (x) => {
      const l = logKept(x);
      return (l > -LEAST ? -Math.exp(logN + logOther(x)) : n * l) + 0;
    };
  };

const keptOf =
  <L>(base: ProperLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  (l) => {
    const tails = tailsOf(base, tag);
    const [kept, logKept] = [tails.kept(l.law), tails.logKept(l.law)];
    const logPower = logKeptOf(base, tag)(l);
    return (x) => {
      const t = kept(x);
      if (t === 1 && logKept(x) > -LEAST) return Math.exp(logPower(x));
      return power(t, () => logKept(x), l.n);
    };
  };

const otherOf =
  <L>(base: ProperLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  (l) => {
    const logKept = logKeptOf(base, tag)(l);
    return (x) => 0 - Math.expm1(logKept(x));
  };

const logOtherOf =
  <L>(base: ProperLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  ({ law, n }) => {
    const tails = tailsOf(base, tag);
    const [logKept, logOther] = [tails.logKept(law), tails.logOther(law)];
    return (x) => logLoss(n, 0 - logKept(x), () => logOther(x));
  };

/** A point inside that is next to a finite end. */
const nextTo = (end: number, inner: number, side: 1 | -1): number =>
  end + side * Math.max(Math.abs(inner - end), Math.abs(end) * 2 ** -52, 1e-300);

/**
 * ln(n f T^(n - 1)) at the end where T = 0 and f is 0 or infinite. With f as the power a - 1 of the distance from there,
 * it is 0, infinite or, at n a = 1, finite: then what it is next to the end, as no law tells it.
 */
const logPdfAtEnd = <L>(base: ContinuousLaw<L>, tag: Tag, { law, n }: Extreme<L>): number => {
  const { lower, upper } = base.support(law);
  const end = tag === 'Minimum' ? upper : lower;
  if (!Number.isFinite(end)) return -Infinity;
  const inner = (tag === 'Minimum' ? base.isf : base.quantile)(law)(1e-300);
  const x = nextTo(end, inner, tag === 'Minimum' ? -1 : 1);
  const [f, t] = [base.logPdf(law)(x), tailsOf(base, tag).logKept(law)(x)];
  const excess = n * Math.abs(x - end) * Math.exp(f - t) - 1;
  if (Math.abs(excess) < 1e-9) return Math.log(n) + f + (n - 1) * t;
  return excess < 0 ? Infinity : -Infinity;
};

/** n f T^(n - 1). */
const logPdfOf =
  <L>(base: ContinuousLaw<L>, tag: Tag): Evaluator<Extreme<L>> =>
  (l) => {
    const { law, n } = l;
    const logF = base.logPdf(law);
    const tails = tailsOf(base, tag);
    const [logKept, logOther] = [tails.logKept(law), tails.logOther(law)];
    const logRest = Math.log(Math.abs(n - 1));
    const { lower, upper } = base.support(law);
    const end = tag === 'Minimum' ? upper : lower;
    const logN = Math.log(n);
    return (x) => {
      const f = logF(x);
      if (n === 1) return f;
      // Inside the support, n < 1 copies may raise what is 0, and n > 1 lower what is infinite.
      if (x === end && f === (n < 1 ? -Infinity : Infinity)) return logPdfAtEnd(base, tag, l);
      if (f === -Infinity) return f;
      const t = logKept(x);
      return logN + f + (t > -LEAST ? Math.sign(1 - n) * Math.exp(logRest + logOther(x)) : (n - 1) * t);
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
  (l) => {
    const { law, n } = l;
    const logMass = base.logPmf(law);
    const logKept = tailsOf(base, tag).logKept(law);
    const logPower = logKeptOf(base, tag)(l);
    const logRate = base.logHazard(law);
    return (k) => {
      const p = logMass(k);
      if (p === -Infinity || p !== p) return p;
      const [from, to] = tag === 'Minimum' ? [k - 1, k] : [k, k - 1];
      const [near, far] = [logKept(from), logKept(to)];
      // Upwards the share is the hazard, which tells integers apart that are one double.
      const share = Math.min(0, tag === 'Minimum' ? logRate(k) : p - near);
      const logRatio = share < -Math.LN2 ? Math.log1p(-Math.exp(share)) : Math.min(0, far - near);
      return logPower(from) + logLoss(n, 0 - logRatio, () => share);
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
    // A logarithm that underflows is the other tail.
    const point = (k: number): number => (k / n > -LEAST ? byOther(Math.log(-k) - Math.log(n)) : byKept(k / n)) + 0;
    return { kept: (t: number): number => point(Math.log(t)), other: (p: number): number => point(Math.log1p(-p)) };
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
            const logRate = base.logHazard(law);
            const logN = Math.log(n);
            return (x) => {
              const h = rate(x);
              return isNormal(h) ? n * h : Math.exp(logN + logRate(x));
            };
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
    // A rounding may carry a rate above 1: of a binomial law at its last integer.
    return (k) => 0 - Math.expm1(n * Math.log1p(-Math.min(1, rate(k))));
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
    logHazard: logOf(
      hazard,
      tag === 'Maximum'
        ? discreteLogHazardOf(logPmf, common.logSf)
        : ({ law, n }) => {
            const [rate, logRate] = [base.hazard(law), base.logHazard(law)];
            return (k) => logLoss(n, 0 - Math.log1p(-Math.min(1, rate(k))), () => logRate(k));
          },
    ),
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
 * At the end of the support where $S = 0$ the density $nfS^{n-1}$ is its limit where $f$ is infinite there (or 0, with
 * $n < 1$); a limit that is neither 0 nor infinite is the value next to the end: some $10^{-12}$ of it. Where `n` is so
 * small that the logarithm of the base law's tail overflows, points are the end of the support.
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
