/**
 * The F law of Fisher and Snedecor: the ratio of two mean squares.
 *
 * Its distribution function is an incomplete beta function of the odds numerator * x : denominator, which keeps its
 * digits at both ends; where even the odds leave the doubles, a power of them is left.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 27
 * @module laws/f
 */
import type { Either } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  type ContinuousLaw,
  cumHazardOf,
  type Draw,
  type Failure,
  logOddsVariate,
  makerOf,
  medianOf,
  type Parameters,
  positive,
  ratioEntropy,
  type Rng,
  sampleNOf,
  sampleOf,
  sdOf,
  type Support,
} from '../law/index.ts';
import {
  betaLogSlopeAt,
  betaPAt,
  type BetaPoint,
  betaPointOfOdds,
  betaPointOfP,
  betaPointOfQ,
  betaPrefixAt,
  betaQAt,
  type BetaShape,
  betaShapeOf,
  log1mexp,
  logBeta,
  logBetaPAt,
  logBetaPrefixAt,
  logBetaQAt,
  productError,
} from '../numeric/index.ts';

/**
 * The F law with these degrees of freedom of the numerator and of the denominator.
 * @category Model
 * @since 0.1.0
 */
export interface F {
  readonly _tag: 'F';
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<F> = {
  numerator: /* @__PURE__ */ positive([2, 40]),
  denominator: /* @__PURE__ */ positive([5, 40]),
};

const of = /* @__PURE__ */ makerOf<F>('F', 'f', parameters);

/**
 * The F law on $x \ge 0$: degrees of freedom `numerator` $m > 0$ and `denominator` $n > 0$, finite, that need not be
 * integers.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `f.numerator` or `f.denominator`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { cdf, f, isf, sf } from 'lawful/laws/f';
 * const law = f(2, 4);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(2)).toBeCloseTo(0.75, 15);
 *   expect(sf(law.right)(1e100) / 4e-200).toBeCloseTo(1, 13);
 *   expect(isf(law.right)(0.25)).toBeCloseTo(2, 14);
 * }
 * ```
 */
export const f = (numerator: number, denominator: number): Either<Failure, F> => of({ numerator, denominator });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: F): Support => ({ lower: 0, upper: Infinity });

/** Half the degrees of freedom, of the least of them too. */
const half = (freedom: number): number => 0.5 * freedom || freedom;

/** A power of 2 that takes an extreme factor near 1. */
const towardsOne = (x: number): number => (x > 1e150 ? 2 ** -500 : x < 1e-150 ? 2 ** 500 : 1);

/** The odds numerator * x : denominator, for x > 0. */
const pointAt = (numerator: number, denominator: number, x: number): BetaPoint => {
  const u = numerator * x;
  const extreme = x === x && (u < 1e-280 || u > 1e290 || numerator > 1e290 || x > 1e290);
  if (!extreme) return betaPointOfOdds(u, denominator, productError(numerator, x, u), 0);
  const [ofNumerator, ofX] = [towardsOne(numerator), towardsOne(x)];
  const [m, t] = [numerator * ofNumerator, x * ofX];
  return betaPointOfOdds(m * t, denominator * ofNumerator * ofX, productError(m, t, m * t), 0);
};

/** ln of the odds. */
const logOddsAt = ({ numerator, denominator }: F, x: number): number =>
  Math.log(x) + (Math.log(numerator) - Math.log(denominator));

/** Beyond this the logarithm of the odds is that of the smaller probability too, */
const FAR = 700;

/** and where it is this far beyond those of both shapes, powers of the odds say everything. */
const farOf = ({ numerator, denominator }: F): number => Math.max(FAR, Math.log(Math.max(numerator, denominator)) + 40);

/**
 * Where the odds are beyond this, and the shape on that side is huge, the tail is a gamma law's, whatever that shape:
 * a smaller one keeps the point a normal double.
 */
const WIDE = 1e280;

const isHuge = (one: number, other: number): boolean => one > 1e290 && other < 1e100;

/** The same law for all but its logarithms far in the other tail, with odds that are doubles. */
const narrowed = (law: F): F => {
  const { numerator: m, denominator: n } = law;
  if (isHuge(m, n)) return { _tag: 'F', numerator: m * 2 ** -300, denominator: n };
  return isHuge(n, m) ? { _tag: 'F', numerator: m, denominator: n * 2 ** -300 } : law;
};

/** An evaluator at x > 0 finite, by the narrowed law where the odds are wide. */
const byNarrowed =
  (evaluator: (law: F) => (x: number) => number) =>
  (law: F): ((x: number) => number) => {
    const plain = evaluator(law);
    const other = narrowed(law);
    if (other === law) return plain;
    const wide = evaluator(other);
    const unit = law.numerator / law.denominator;
    const isWide =
      law.numerator > law.denominator ? (x: number) => unit * x > WIDE : (x: number) => unit * x < 1 / WIDE;
    return (x) => (x > 0 && x < Infinity && isWide(x) ? wide(x) : plain(x));
  };

/** From here on a double has all its digits. */
const NORMAL = 2.3e-308;

/** From here on the density's prefix is as large as the density, and needs no smaller shape. */
const LARGE = 100;

/** What the density times x, or with `shifted` the density, is a prefix of. */
const bulkOf = ({
  numerator,
  denominator,
}: F): { readonly shape: BetaShape; readonly factor: number; readonly shifted: boolean } => {
  const [a, b] = [half(numerator), half(denominator)];
  if (a >= 1 && a < LARGE) return { shape: betaShapeOf(a - 1, b + 1), factor: ((b + 1) / (a + b)) * a, shifted: true };
  return { shape: betaShapeOf(a, b), factor: a < b ? a / (a / b + 1) : b / (1 + b / a), shifted: false };
};

/** At 0: infinite for a numerator below 2, 1 at 2, 0 above; 0 left of it and at infinity. */
const atEnd = ({ numerator }: F, x: number): number => {
  if (x !== 0) return x === x ? 0 : NaN;
  return numerator < 2 ? Infinity : numerator === 2 ? 1 : 0;
};

/**
 * $\frac1{x\,B\left(\frac m2,\frac n2\right)}\left(\frac{mx}{mx+n}\right)^{\frac m2}\left(\frac n{mx+n}\right)^{\frac n2}$.
 * Relative error at most $(16 + 4|\ln \text{value}|)$ units of $2^{-53}$ where $mx/n$ is between $10^{-300}$ and $10^{300}$.
 */
export const pdf: (law: F) => (x: number) => number = /* @__PURE__ */ byNarrowed((law) => {
  const { numerator, denominator } = law;
  const { shape, factor, shifted } = bulkOf(law);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return atEnd(law, x);
    const odds = (numerator / denominator) * x;
    if (odds < 1e-304 || odds > 1e304) return Math.exp(logPdf(law)(x));
    const prefix = betaPrefixAt(shape, pointAt(numerator, denominator, x));
    const value = shifted ? prefix * factor : (prefix / x) * factor;
    return prefix > NORMAL && value < Infinity ? value : Math.exp(logPdf(law)(x));
  };
});

/** The logarithm of `pdf`. Error at most $4\cdot10^{-15}$ of the larger of 1 and the largest term. */
export const logPdf: (law: F) => (x: number) => number = /* @__PURE__ */ byNarrowed((law) => {
  const { numerator, denominator } = law;
  const { shape, factor, shifted } = bulkOf(law);
  const logFactor = Math.log(factor);
  const logPower = logPowers(law);
  const far = farOf(law);
  return (x) => {
    if (!(x > 0 && x < Infinity)) return Math.log(atEnd(law, x));
    const w = logOddsAt(law, x);
    if (w < -far || w > far) {
      const [a, b] = [half(numerator), half(denominator)];
      return w < 0 ? logPower.lower(w) + Math.log(a) - Math.log(x) : logPower.upper(w) + Math.log(b) - Math.log(x);
    }
    return logBetaPrefixAt(shape, pointAt(numerator, denominator, x)) + logFactor - (shifted ? 0 : Math.log(x));
  };
});

/** The logarithms of both tails far out, where they are powers of the odds. */
const logPowers = ({
  numerator,
  denominator,
}: F): { readonly lower: (w: number) => number; readonly upper: (w: number) => number } => {
  const [a, b] = [half(numerator), half(denominator)];
  const logB = logBeta(a, b);
  const [logA, logOther] = [Math.log(a) + logB, Math.log(b) + logB];
  return { lower: (w) => a * w - logA, upper: (w) => -b * w - logOther };
};

/** One of the incomplete beta functions, with its values at both ends and what it is far out from the tails there. */
const tail = (
  at: (shape: BetaShape, point: BetaPoint) => number,
  before: number,
  after: number,
  ofPower: (logTail: number, upper: boolean) => number,
): ((law: F) => (x: number) => number) =>
  byNarrowed((law) => {
    const { numerator, denominator } = law;
    const shape = betaShapeOf(half(numerator), half(denominator));
    const powers = logPowers(law);
    const far = farOf(law);
    // A probability that has cancelled is not below 0, and its 0 has no sign.
    const least = before + after === 1 ? 0 : -Infinity;
    return (x) => {
      if (x <= 0 || x === Infinity) return x <= 0 ? before : after;
      const odds = (numerator / denominator) * x;
      if (odds < 1e-280 || odds > 1e280) {
        const w = logOddsAt(law, x);
        if (w < -far || w > far) return ofPower(Math.min(0, w < 0 ? powers.lower(w) : powers.upper(w)), w > 0) + 0;
      }
      return Math.max(least, at(shape, pointAt(numerator, denominator, x)));
    };
  });

/**
 * $I_{mx/(mx+n)}\left(\frac m2,\frac n2\right)$, to full relative accuracy in the left tail. Accuracy as `betaP`.
 */
export const cdf: (law: F) => (x: number) => number = /* @__PURE__ */ tail(betaPAt, 0, 1, (log, upper) =>
  upper ? -Math.expm1(log) : Math.exp(log),
);

/** The complement of `cdf`, to full relative accuracy in the right tail. Accuracy as `betaQ`. */
export const sf: (law: F) => (x: number) => number = /* @__PURE__ */ tail(betaQAt, 1, 0, (log, upper) =>
  upper ? Math.exp(log) : -Math.expm1(log),
);

/** The logarithm of `cdf`, finite where it underflows. Accuracy as `logBetaP`. */
export const logCdf: (law: F) => (x: number) => number = /* @__PURE__ */ tail(logBetaPAt, -Infinity, 0, (log, upper) =>
  upper ? log1mexp(log) : log,
);

/** The logarithm of `sf`, finite where it underflows. Accuracy as `logBetaQ`. */
export const logSf: (law: F) => (x: number) => number = /* @__PURE__ */ tail(logBetaQAt, 0, -Infinity, (log, upper) =>
  upper ? log : log1mexp(log),
);

/** The point with a lower tail p, or an upper tail p: by powers where the odds would leave the doubles. */
const pointOf = (law: F, upper: boolean): ((p: number) => number) => {
  const { numerator, denominator } = narrowed(law);
  const far = farOf({ _tag: 'F', numerator, denominator });
  const [a, b] = [half(numerator), half(denominator)];
  const shape = betaShapeOf(a, b);
  const logB = logBeta(a, b);
  const [logA, logOther] = [Math.log(a) + logB, Math.log(b) + logB];
  const logUnit = Math.log(denominator) - Math.log(numerator);
  const unit = denominator / numerator;
  return (p) => {
    if (!(p >= 0 && p <= 1)) return NaN;
    if (p === 0 || p === 1) return (p === 0) === upper ? Infinity : 0;
    const [logLower, logUpper] = upper ? [Math.log1p(-p), Math.log(p)] : [Math.log(p), Math.log1p(-p)];
    const low = (logLower + logA) / a;
    if (low < -far) return Math.exp(low + logUnit);
    const high = (logUpper + logOther) / b;
    if (high < -far) return Math.exp(logUnit - high);
    const { x, y } = upper ? betaPointOfQ(shape, p) : betaPointOfP(shape, p);
    return (x / y) * unit;
  };
};

/** The inverse of `cdf`. Relative error at most $10^{-13}$ and $4|\ln \text{value}|$ units of $2^{-53}$. */
export const quantile = (law: F): ((p: number) => number) => pointOf(law, false);

/** The inverse of `sf`. Accuracy as `quantile`. */
export const isf = (law: F): ((q: number) => number) => pointOf(law, true);

/**
 * The density over `sf`, right of the mean without forming either: $n/(2x)$ far out. Relative error at most
 * $5\cdot10^{-14}$ where the value exceeds $10^{-10}$, below that $(40 + 4|\ln \text{value}|)$ units of $2^{-53}$.
 */
export const hazard = (law: F): ((x: number) => number) => {
  const density = pdf(law);
  const above = sf(law);
  const fall = fallAt(law);
  return (x) => {
    if (x === Infinity) return 0;
    // Nothing is left at 1 of a law so narrow that its mean is lost in roundings.
    const left = x > 1 ? 0 : above(x);
    return left === 0 ? fall(x) / x : density(x) / left;
  };
};

/** x times the hazard, for x > 0 finite. */
const fallAt: (law: F) => (x: number) => number = /* @__PURE__ */ byNarrowed(({ numerator, denominator }) => {
  // So small a shape is a factor of the density and of the tail, and no more; their quotient is without it.
  const shape = betaShapeOf(half(denominator), Math.max(1e-290, half(numerator)));
  return (x) => {
    const { x: at, y, xLow, yLow } = pointAt(numerator, denominator, x);
    return betaLogSlopeAt(shape, { x: y, y: at, xLow: yLow, yLow: xLow });
  };
});

/** The logarithm of `hazard`. Error at most $10^{-14}$ of the larger of 1 and the largest term. */
export const logHazard = (law: F): ((x: number) => number) => {
  const rate = hazard(law);
  const logDensity = logPdf(law);
  const logAbove = logSf(law);
  const fall = fallAt(law);
  return (x) => {
    if (x === Infinity) return -Infinity;
    const ratio = rate(x);
    if (!(ratio < NORMAL)) return Math.log(ratio);
    const ofLogs = x > 1 ? fall(x) : 0;
    return ofLogs < NORMAL ? logDensity(x) - logAbove(x) : Math.log(ofLogs) - Math.log(x);
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: F) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $n/(n-2)$ for $n > 2$, else infinite. Relative error at most 2 units of $2^{-53}$. */
export const mean = ({ denominator: n }: F): number => (n > 2 ? n / (n - 2) : Infinity);

/** $\frac{2n^2(m+n-2)}{m(n-2)^2(n-4)}$ for $n > 4$, else infinite. Relative error at most 8 units of $2^{-53}$. */
export const variance = ({ numerator: m, denominator: n }: F): number => {
  if (!(n > 4)) return Infinity;
  const centre = n / (n - 2);
  // (m + n - 2) / (m (n - 4)) as a sum: m + n may overflow.
  return 2 * centre * centre * (1 / (n - 4) + (n - 2) / (n - 4) / m);
};

/** The square root of `variance`. Relative error at most 8 units of $2^{-53}$. */
export const sd: (law: F) => number = /* @__PURE__ */ sdOf(variance);

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: F) => number = /* @__PURE__ */ medianOf(quantile);

/** $\frac{m-2}m\,\frac n{n+2}$ for $m > 2$, else 0. Relative error at most 4 units of $2^{-53}$. */
export const mode = ({ numerator: m, denominator: n }: F): ReadonlyArray<number> => [
  m > 2 ? ((m - 2) / m) * (1 / (1 + 2 / n)) : 0,
];

/** The entropy in nats, see `ratioEntropy`. Error at most $10^{-14}$ of the largest of 1, the value and $1/m$, $1/n$. */
export const entropy = ({ numerator, denominator }: F): number => ratioEntropy(half(numerator), half(denominator));

/** The ratio of two gamma variables, from their logarithms: those of tiny shapes underflow. */
const draw: Draw<F> = ({ numerator, denominator }) => {
  const logOdds = logOddsVariate(half(numerator), half(denominator));
  const logUnit = Math.log(denominator) - Math.log(numerator);
  return (uniform) => Math.exp(logOdds(uniform) + logUnit);
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: F) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: F) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const fLaw: ContinuousLaw<F> = {
  kind: 'continuous',
  name: 'f',
  parameters,
  make: of,
  support,
  pdf,
  logPdf,
  cdf,
  sf,
  logCdf,
  logSf,
  quantile,
  isf,
  hazard,
  logHazard,
  cumHazard,
  mean,
  variance,
  sd,
  median,
  mode,
  entropy,
  sample,
  sampleN,
};
