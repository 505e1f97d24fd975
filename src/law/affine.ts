/**
 * Location and scale: the law of location + scale X.
 *
 * Every question goes to the base law at z = (x - location)/scale; a negative scale asks it in the other tail. What the
 * rounding of z loses is put back wherever the base law magnifies it.
 */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import { standardisationError, standardise, unstandardise } from '../numeric/index.ts';
import { cumHazardOf, hazardOf, logHazardOf } from './derived.ts';
import { checkParameters, type Parameters, real } from './domain.ts';
import { type Failure, outOfDomain } from './failure.ts';
import type { ContinuousLaw, Evaluator } from './law.ts';
import { isNormal, logOf } from './logarithm.ts';

/**
 * The law of `location + scale * X`, where X follows `law`.
 * @category Combinators
 * @since 0.1.0
 */
export interface Affine<L> {
  readonly _tag: 'Affine';
  readonly law: L;
  readonly location: number;
  readonly scale: number;
}

/** The base law's point, and what its rounding lost. */
interface Point {
  readonly at: (x: number) => number;
  readonly lost: (x: number, z: number) => number;
}

const imageOf = (law: Affine<unknown>, z: number): number => unstandardise(z, law.location, law.scale) + 0;

const pointOf = <L>(base: ContinuousLaw<L>, law: Affine<L>): Point => {
  const sign = Math.sign(law.scale);
  const location = sign * law.location;
  const scale = sign * law.scale;
  const { lower, upper } = base.support(law.law);
  const [first, last] = [sign * imageOf(law, lower), sign * imageOf(law, upper)];
  return {
    at: (x) => {
      const z = standardise(sign * x, location, scale);
      // A rounding may not carry a point of the support out of it: 19.999980926513672 is the image of its end.
      return z < lower && sign * x >= first ? lower : z > upper && sign * x <= last ? upper : z;
    },
    lost: (x, z) => (z === lower || z === upper ? 0 : standardisationError(sign * x, location, scale, z)),
  };
};

/**
 * A tail of the base law, moved by the density times what was lost: exactly so near an end with a flat density, where
 * it may be much of what is left.
 */
const tail = <L>(base: ContinuousLaw<L>, law: Affine<L>, upper: boolean): ((x: number) => number) => {
  const { at, lost } = pointOf(base, law);
  const value = (upper ? base.sf : base.cdf)(law.law);
  const density = base.pdf(law.law);
  const sign = upper ? -1 : 1;
  return (x) => {
    const z = at(x);
    const p = value(z);
    const e = lost(x, z);
    if (e === 0 || p === 0 || p === 1) return p;
    const moved = sign * density(z) * e;
    return Math.abs(moved) < 0.5 * p ? Math.min(1, p + moved) : p;
  };
};

const logTail = <L>(base: ContinuousLaw<L>, law: Affine<L>, upper: boolean): ((x: number) => number) => {
  const { at, lost } = pointOf(base, law);
  const value = (upper ? base.logSf : base.logCdf)(law.law);
  const logDensity = base.logPdf(law.law);
  const sign = upper ? -1 : 1;
  return (x) => {
    const z = at(x);
    const l = value(z);
    const e = lost(x, z);
    if (e === 0 || l === 0 || l === -Infinity) return l;
    const moved = sign * Math.exp(logDensity(z) - l) * e;
    return Math.abs(moved) < 0.5 * Math.min(1, -l) ? l + Math.log1p(moved) : l;
  };
};

/** The slope of the base law's log-density, by a difference from the side where there is one: to some eight digits. */
const slopeOf = (logDensity: (z: number) => number, z: number): number => {
  const here = logDensity(z);
  for (const next of [z * (1 + 2 ** -26), z * (1 - 2 ** -26)]) {
    const slope = (logDensity(next) - here) / (next - z);
    if (Number.isFinite(slope)) return slope;
  }
  return 0;
};

/** By which part the base law's density grows over what was lost. */
const growthOf = <L>(base: ContinuousLaw<L>, law: Affine<L>): ((x: number, z: number) => number) => {
  const { lost } = pointOf(base, law);
  const logDensity = base.logPdf(law.law);
  return (x, z) => {
    const e = lost(x, z);
    const growth = e === 0 ? 0 : slopeOf(logDensity, z) * e;
    // A jump, seen as a slope, says nothing.
    return Math.abs(growth) < 1e-9 ? growth : 0;
  };
};

const logPdfOf =
  <L>(base: ContinuousLaw<L>): Evaluator<Affine<L>> =>
  (law) => {
    const { at } = pointOf(base, law);
    const logDensity = base.logPdf(law.law);
    const growth = growthOf(base, law);
    const logSize = Math.log(Math.abs(law.scale));
    return (x) => {
      const z = at(x);
      return logDensity(z) + growth(x, z) - logSize;
    };
  };

const pdfOf =
  <L>(base: ContinuousLaw<L>): Evaluator<Affine<L>> =>
  (law) => {
    const { at } = pointOf(base, law);
    const density = base.pdf(law.law);
    const growth = growthOf(base, law);
    const logPdf = logPdfOf(base)(law);
    const size = Math.abs(law.scale);
    return (x) => {
      const z = at(x);
      const f = density(z);
      const value = f / size;
      // Where either over- or underflows, the logarithms know.
      if (!(isNormal(f) && isNormal(value))) return Math.exp(logPdf(x));
      return value * (1 + growth(x, z));
    };
  };

/** What an upright image's hazard gains over what was lost: as its density, and as what is left. */
const uprightHazard = <L>(base: ContinuousLaw<L>, law: Affine<L>): ((x: number, z: number) => number) => {
  const { lost } = pointOf(base, law);
  const growth = growthOf(base, law);
  const rate = base.hazard(law.law);
  return (x, z) => {
    const moved = rate(z) * lost(x, z);
    return (1 + growth(x, z)) / (Math.abs(moved) < 0.5 ? 1 - moved : 1);
  };
};

const parameters: Pick<Parameters<Affine<null>>, 'location' | 'scale'> = {
  location: /* @__PURE__ */ real([-10, 10]),
  scale: /* @__PURE__ */ real([-10, 10]),
};

const make = <L>(values: Omit<Affine<L>, '_tag'>): Either<Failure, Affine<L>> => {
  const { law, location, scale } = values;
  const checked = checkParameters('affine', parameters, { location, scale });
  if (checked._tag === 'Left') return checked;
  if (scale === 0) return left(outOfDomain('affine.scale', scale, 'other than 0'));
  return right({ _tag: 'Affine', law, location: location + 0, scale });
};

/**
 * The law of $a + bX$ for a continuous law of $X$, given by its record: `location` $a$, `scale` $b \ne 0$, both finite.
 * (A law on integers would leave them.)
 *
 * A negative scale swaps the tails, so that both are as accurate as the base law's. The rounding of
 * $z = (x - a)/b$ is put back to first order while $|z| < 1000$, so that every word has the base law's accuracy plus some
 * 6 units of $2^{-53}$, at two or three times its cost. Moments, modes and entropy are exact up to rounding.
 *
 * Failure of `make`: `NotFinite` or `OutOfDomain` at `affine.location`, `affine.scale`.
 * @category Combinators
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { affine } from 'lawful/law';
 * import { exponential, exponentialLaw } from 'lawful/laws/exponential';
 * const mirrored = affine(exponentialLaw);
 * const base = exponential(2);
 * const law = base._tag === 'Right' ? mirrored.make({ law: base.right, location: 5, scale: -1 }) : base;
 * if (law._tag === 'Right') {
 *   expect(mirrored.support(law.right)).toEqual({ lower: -Infinity, upper: 5 });
 *   expect(mirrored.cdf(law.right)(4)).toBeCloseTo(Math.exp(-2), 15);
 *   expect(mirrored.mean(law.right)).toBe(4.5);
 * }
 * ```
 */
export const affine = <L>(base: ContinuousLaw<L>): ContinuousLaw<Affine<L>> => {
  type A = Affine<L>;
  const logPdf = logPdfOf(base);
  const pdf = pdfOf(base);
  const cdf: Evaluator<A> = (law) => tail(base, law, law.scale < 0);
  const sf: Evaluator<A> = (law) => tail(base, law, law.scale > 0);
  const logCdf: Evaluator<A> = (law) => logTail(base, law, law.scale < 0);
  const logSf: Evaluator<A> = (law) => logTail(base, law, law.scale > 0);
  const inverse = (law: A, f: Evaluator<L>): ((p: number) => number) => {
    const point = f(law.law);
    return (p) => imageOf(law, point(p));
  };
  const hazard = hazardOf(pdf, sf, logPdf, logSf);
  const logHazard = logOf(hazard, logHazardOf(logPdf, logSf));
  return {
    kind: 'continuous',
    name: 'affine',
    parameters: parameters as Parameters<A>,
    make,
    support: (law) => {
      const { lower, upper } = base.support(law.law);
      const ends = [imageOf(law, lower), imageOf(law, upper)] as const;
      return law.scale > 0 ? { lower: ends[0], upper: ends[1] } : { lower: ends[1], upper: ends[0] };
    },
    pdf,
    logPdf,
    cdf,
    sf,
    logCdf,
    logSf,
    quantile: (law) => inverse(law, law.scale > 0 ? base.quantile : base.isf),
    isf: (law) => inverse(law, law.scale > 0 ? base.isf : base.quantile),
    // Upright, a hazard only changes its unit; mirrored, it is the other tail's.
    hazard: (law) => {
      if (law.scale < 0) return hazard(law);
      const { at } = pointOf(base, law);
      const rate = base.hazard(law.law);
      const logRate = base.logHazard(law.law);
      const moved = uprightHazard(base, law);
      const logScale = Math.log(law.scale);
      return (x) => {
        const z = at(x);
        const r = rate(z);
        const h = r / law.scale;
        // A Cauchy law's at -4e301 is none; in units of 1e-300 it is.
        if (!(isNormal(r) && isNormal(h))) return Math.exp(logRate(z) - logScale);
        return h * moved(x, z);
      };
    },
    logHazard: (law) => {
      if (law.scale < 0) return logHazard(law);
      const { at } = pointOf(base, law);
      const logRate = base.logHazard(law.law);
      const moved = uprightHazard(base, law);
      const logScale = Math.log(law.scale);
      return (x) => {
        const z = at(x);
        const l = logRate(z);
        return Number.isFinite(l) ? l + Math.log(moved(x, z)) - logScale : l;
      };
    },
    cumHazard: cumHazardOf(logSf),
    mean: (law) => imageOf(law, base.mean(law.law)),
    variance: (law) => law.scale * base.variance(law.law) * law.scale,
    sd: (law) => Math.abs(law.scale) * base.sd(law.law),
    median: (law) => imageOf(law, base.median(law.law)),
    mode: (law) => {
      const modes = base.mode(law.law).map((x) => imageOf(law, x));
      return law.scale > 0 ? modes : modes.reverse();
    },
    entropy: (law) => base.entropy(law.law) + Math.log(Math.abs(law.scale)),
    sample: (law) => {
      const draw = base.sample(law.law);
      return (state) => {
        const [x, next] = draw(state);
        return [imageOf(law, x), next];
      };
    },
    sampleN: (law) => {
      const draws = base.sampleN(law.law);
      return (n) => (state) => {
        const [xs, next] = draws(n)(state);
        return [xs.map((x) => imageOf(law, x)), next];
      };
    },
  };
};
