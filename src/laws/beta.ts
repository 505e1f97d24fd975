/**
 * The beta law on the unit interval.
 *
 * Its distribution function is the incomplete beta function, its density that function's prefix with each shape that is
 * at least 1 made smaller by 1, so that nothing underflows before the density does.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, ch. 25
 * @module laws/beta
 */
import type { Either } from 'fp-ts/lib/Either.js';
import type { State } from 'fp-ts/lib/State.js';
import {
  betaEntropy,
  type ContinuousLaw,
  cumHazardOf,
  type Draw,
  type Failure,
  logOddsVariate,
  makerOf,
  medianOf,
  type Parameters,
  positive,
  type Rng,
  sampleNOf,
  sampleOf,
  type Support,
} from '../law/index.ts';
import {
  betaLogSlopeAt,
  betaPAt,
  type BetaPoint,
  betaPointOf,
  betaPointOfP,
  betaPointOfQ,
  betaPrefixAt,
  betaQAt,
  type BetaShape,
  betaShapeOf,
  logBeta,
  logBetaPAt,
  logBetaPrefixAt,
  logBetaQAt,
} from '../numeric/index.ts';

/**
 * The beta law with these shapes.
 * @category Model
 * @since 0.1.0
 */
export interface Beta {
  readonly _tag: 'Beta';
  readonly alpha: number;
  readonly beta: number;
}

/**
 * The domain of each parameter.
 * @category Model
 * @since 0.1.0
 */
export const parameters: Parameters<Beta> = {
  alpha: /* @__PURE__ */ positive([1, 12]),
  beta: /* @__PURE__ */ positive([2, 12]),
};

const of = /* @__PURE__ */ makerOf<Beta>('Beta', 'beta', parameters);

/**
 * The beta law on [0, 1]: shapes `alpha` $\alpha > 0$ at 0 and `beta` $\beta > 0$ at 1, both finite.
 *
 * Failure: `NotFinite` or `OutOfDomain` at `beta.alpha` or `beta.beta`.
 * @category Constructors
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { beta, cdf, quantile, sf } from 'lawful/laws/beta';
 * const law = beta(2, 3);
 * if (law._tag === 'Right') {
 *   expect(cdf(law.right)(0.5)).toBeCloseTo(11 / 16, 15);
 *   expect(sf(law.right)(0.999) / (4e-9 - 3e-12)).toBeCloseTo(1, 12);
 *   expect(quantile(law.right)(11 / 16)).toBeCloseTo(0.5, 15);
 * }
 * ```
 */
export const beta = (alpha: number, beta: number): Either<Failure, Beta> => of({ alpha, beta });

/** {@inheritDoc law.Vocabulary.support} */
export const support = (_law: Beta): Support => ({ lower: 0, upper: 1 });

/** At the ends: infinite where a shape is below 1, 0 where it is above. */
const atEnd = ({ alpha, beta: b }: Beta, x: number): number => {
  if (!(x === 0 || x === 1)) return x === x ? 0 : NaN;
  const [here, there] = x === 0 ? [alpha, b] : [b, alpha];
  return here < 1 ? Infinity : here === 1 ? there : 0;
};

/** From here on a shape is large, and a power of x loses digits that the prefix does not. */
const LARGE = 10;

/** From here on a double has all its digits. */
const NORMAL = 2.3e-308;

/** A shape below is as this one but for a factor. */
const LEAST = 1e-290;

/** Up to here a shape less 1 is exact. */
const EXACT = 9007199254740992;

/** ab/(a + b), also where the sum overflows. */
const harmonic = (a: number, b: number): number => (a < b ? a / (a / b + 1) : b / (1 + b / a));

/** 1/B(a, b) for shapes below 10, from the prefix at 1/2. */
const inverseBeta = (a: number, b: number): number =>
  betaPrefixAt(betaShapeOf(a, b), betaPointOf(0.5)) * harmonic(a, b) * Math.pow(2, a + b);

/** The density is this prefix times this factor, over x or y where its shape was not made smaller. */
interface Bulk {
  readonly shape: BetaShape;
  readonly factor: number;
  readonly overX: boolean;
  readonly overY: boolean;
}

const bulkOf = ({ alpha, beta: b }: Beta): Bulk => {
  const exact = alpha < EXACT && b < EXACT;
  const [overX, overY] = [!(alpha >= 1 && exact), !(b >= 1 && exact)];
  const factor = overX && overY ? harmonic(alpha, b) : overX ? alpha : overY ? b : alpha + b - 1;
  return { shape: betaShapeOf(overX ? alpha : alpha - 1, overY ? b : b - 1), factor, overX, overY };
};

/** Inside (0, 1), for a shape below 1 and the other below 10. */
const smallDensity = ({ alpha, beta: b }: Beta): ((x: number) => number) => {
  const scale = inverseBeta(alpha, b);
  return (x) => {
    const y = 1 - x;
    const yLow = 1 - y - x;
    return scale * Math.pow(x, alpha - 1) * (Math.pow(y, b - 1) * (1 + ((b - 1) * yLow) / y));
  };
};

/** Inside (0, 1), for other shapes. */
const largeDensity = (law: Beta): ((x: number) => number) => {
  const { shape, factor, overX, overY } = bulkOf(law);
  return (x) => {
    const point = betaPointOf(x);
    const prefix = betaPrefixAt(shape, point);
    if ((overX || overY) && prefix < NORMAL) return Math.exp(logPdf(law)(x));
    const value = overY ? (prefix * factor) / point.y : prefix * factor;
    return overX ? value / x : value;
  };
};

const isSmall = ({ alpha, beta: b }: Beta): boolean => alpha < LARGE && b < LARGE;

/**
 * $x^{\alpha-1}(1-x)^{\beta-1}/B(\alpha,\beta)$. Relative error at most $(16 + 4|\ln \text{value}|)$ units of $2^{-53}$.
 */
export const pdf = (law: Beta): ((x: number) => number) => {
  const { alpha, beta: b } = law;
  // Shapes so small that 1/B is no normal double.
  const tiny = alpha < LEAST || b < LEAST;
  const inside = isSmall(law) && (alpha < 1 || b < 1) ? smallDensity(law) : largeDensity(law);
  const log = logPdf(law);
  return (x) => {
    if (!(x > 0 && x < 1)) return atEnd(law, x);
    const value = tiny ? Infinity : inside(x);
    // A power may overflow where the density does not.
    return value < Infinity ? value : Math.exp(log(x));
  };
};

/** The logarithm of `pdf`. Error at most $4\cdot10^{-15}$ of the larger of 1 and the largest term. */
export const logPdf = (law: Beta): ((x: number) => number) => {
  const { alpha, beta: b } = law;
  if (isSmall(law)) {
    const logScale = 0 - logBeta(alpha, b);
    return (x) =>
      x > 0 && x < 1 ? logScale + (alpha - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) : Math.log(atEnd(law, x));
  }
  const { shape, factor, overX, overY } = bulkOf(law);
  const logFactor = Math.log(factor);
  return (x) => {
    if (!(x > 0 && x < 1)) return Math.log(atEnd(law, x));
    const log = logBetaPrefixAt(shape, betaPointOf(x)) + logFactor;
    return log - (overX ? Math.log(x) : 0) - (overY ? Math.log1p(-x) : 0);
  };
};

/** One of the incomplete beta functions, with its values left of 0 and right of 1. */
const tail =
  (at: (shape: BetaShape, point: BetaPoint) => number, before: number, after: number) =>
  (law: Beta): ((x: number) => number) => {
    const shape = betaShapeOf(law.alpha, law.beta);
    return (x) => (x <= 0 ? before : x >= 1 ? after : at(shape, betaPointOf(x)));
  };

/** $I_x(\alpha,\beta)$, to full relative accuracy in the left tail. Accuracy as `betaP`. */
export const cdf: (law: Beta) => (x: number) => number = /* @__PURE__ */ tail(betaPAt, 0, 1);

/** $1-I_x(\alpha,\beta)$, to full relative accuracy in the right tail. Accuracy as `betaQ`. */
export const sf: (law: Beta) => (x: number) => number = /* @__PURE__ */ tail(betaQAt, 1, 0);

/** The logarithm of `cdf`, finite where it underflows. Accuracy as `logBetaP`. */
export const logCdf: (law: Beta) => (x: number) => number = /* @__PURE__ */ tail(logBetaPAt, -Infinity, 0);

/** The logarithm of `sf`, finite where it underflows. Accuracy as `logBetaQ`. */
export const logSf: (law: Beta) => (x: number) => number = /* @__PURE__ */ tail(logBetaQAt, 0, -Infinity);

/** With a shape below this nearly all of the law is nearer to an end than any double, and its inverse a flat plateau. */
const TINY = 1e-17;

/** The first double above 0, and halfway from the last one to 1. */
const FIRST: BetaPoint = { x: 5e-324, y: 1, xLow: 0, yLow: 0 };
const LAST: BetaPoint = { x: 1, y: 5.551115123125783e-17, xLow: -5.551115123125783e-17, yLow: 0 };

/** A point as one double. */
const roundedOf = ({ x, xLow }: BetaPoint): number => x + xLow;

/**
 * The inverse of `cdf`. Relative error as `betaPInverse`; near 1 no double is nearer than a spacing of $2^{-53}$, however
 * much the law has there (the mirrored law, at 0, tells it).
 */
export const quantile = (law: Beta): ((p: number) => number) => {
  const shape = betaShapeOf(law.alpha, law.beta);
  const isTiny = Math.min(law.alpha, law.beta) < TINY;
  const [first, last] = isTiny ? [betaPAt(shape, FIRST), betaPAt(shape, LAST)] : [0, 1];
  return (p) => (p > 0 && p < first ? 0 : p < 1 && p > last ? 1 : roundedOf(betaPointOfP(shape, p)));
};

/** The inverse of `sf`. Accuracy as `quantile`, with the same spacing near 1. */
export const isf = (law: Beta): ((q: number) => number) => {
  const shape = betaShapeOf(law.alpha, law.beta);
  const isTiny = Math.min(law.alpha, law.beta) < TINY;
  const [first, last] = isTiny ? [betaQAt(shape, FIRST), betaQAt(shape, LAST)] : [1, 0];
  return (q) => (q > 0 && q < last ? 1 : q < 1 && q > first ? 0 : roundedOf(betaPointOfQ(shape, q)));
};

/**
 * The density over `sf`, right of the mean without forming either: on its way to $\beta/(1-x)$. Relative error at most
 * $5\cdot10^{-14}$ where the value exceeds $10^{-10}$, below that $(40 + 4|\ln \text{value}|)$ units of $2^{-53}$.
 */
export const hazard = (law: Beta): ((x: number) => number) => {
  const { alpha, beta: b } = law;
  const density = pdf(law);
  // So small a shape is a factor of the density and of the tail, and no more; their quotient is without it.
  const shape = betaShapeOf(b, Math.max(LEAST, alpha));
  const above = sf(law);
  const centre = alpha / (alpha + b);
  return (x) => {
    if (x >= 1) return Infinity;
    // Where the mean, rounded, is beyond all of a very narrow law, nothing is left.
    const left = x > centre ? 0 : above(x);
    if (left !== 0) return density(x) / left;
    const { x: at, y, xLow, yLow } = betaPointOf(x);
    return betaLogSlopeAt(shape, { x: y, y: at, xLow: yLow, yLow: xLow }) / x / y;
  };
};

/** The logarithm of `hazard`. Error at most $10^{-14}$ of the larger of 1 and the largest term. */
export const logHazard = (law: Beta): ((x: number) => number) => {
  const rate = hazard(law);
  const logDensity = logPdf(law);
  const logAbove = logSf(law);
  return (x) => {
    const ratio = rate(x);
    return ratio < NORMAL ? logDensity(x) - logAbove(x) : Math.log(ratio);
  };
};

/** {@inheritDoc law.Vocabulary.cumHazard} */
export const cumHazard: (law: Beta) => (x: number) => number = /* @__PURE__ */ cumHazardOf(logSf);

/** $\alpha/(\alpha+\beta)$. Relative error at most 3 units of $2^{-53}$. */
export const mean = ({ alpha, beta: b }: Beta): number => 1 / (1 + b / alpha);

/** $\alpha\beta/\bigl((\alpha+\beta)^2(\alpha+\beta+1)\bigr)$. Relative error at most 8 units of $2^{-53}$. */
export const variance = ({ alpha, beta: b }: Beta): number => 1 / (1 + b / alpha) / (1 + alpha / b) / (alpha + b + 1);

/** The square root of `variance`. Relative error at most 8 units of $2^{-53}$. */
export const sd = ({ alpha, beta: b }: Beta): number =>
  1 / Math.sqrt(1 + b / alpha) / Math.sqrt(1 + alpha / b) / Math.sqrt(alpha + b + 1);

/** {@inheritDoc law.Vocabulary.median} */
export const median: (law: Beta) => number = /* @__PURE__ */ medianOf(quantile);

/**
 * $(\alpha-1)/(\alpha+\beta-2)$ where both shapes are above 1; the end whose shape is smaller where one is not, both ends
 * where both are equal to 1 (then everything between too) or below 1.
 * Relative error at most 4 units of $2^{-53}$.
 */
export const mode = ({ alpha, beta: b }: Beta): ReadonlyArray<number> => {
  if (alpha > 1 && b > 1) return [1 / (1 + (b - 1) / (alpha - 1))];
  if ((alpha < 1 && b < 1) || (alpha === 1 && b === 1)) return [0, 1];
  return alpha < b ? [0] : [1];
};

/** The entropy in nats, see `betaEntropy`. Error at most $10^{-14}$ of the largest of 1, the value and $1/\alpha$, $1/\beta$. */
export const entropy = ({ alpha, beta: b }: Beta): number => betaEntropy(alpha, b);

/** The share of the first of two gamma variables, from the logarithm of their odds: those of tiny shapes underflow. */
const draw: Draw<Beta> = ({ alpha, beta: b }) => {
  const logOdds = logOddsVariate(alpha, b);
  return (uniform) => 1 / (1 + Math.exp(-logOdds(uniform)));
};

/** {@inheritDoc law.Vocabulary.sample} */
export const sample: (law: Beta) => State<Rng, number> = /* @__PURE__ */ sampleOf(draw);

/** {@inheritDoc law.Vocabulary.sampleN} */
export const sampleN: (law: Beta) => (n: number) => State<Rng, Float64Array> = /* @__PURE__ */ sampleNOf(draw);

/**
 * The record that generic code takes.
 * @category Law
 * @since 0.1.0
 */
export const betaLaw: ContinuousLaw<Beta> = {
  kind: 'continuous',
  name: 'beta',
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
