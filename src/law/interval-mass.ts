/**
 * The probability of an interval, P(u < X <= v), by whichever tail does not cancel; where both do, by the density
 * itself. A normal law holds 2.4e-11 of its mass in (1, 1.0000000001], of which a difference would leave five digits.
 */
import { log1mexp, quadrature } from '../numeric/index.ts';
import type { ContinuousLaw, DiscreteLaw } from './law.ts';

/** A law without a part that never happens. */
export type ProperLaw<L> = ContinuousLaw<L> | DiscreteLaw<L>;

/** A difference smaller than this part of what it is taken from is taken another way. */
const SHORT = 0.5;

/** So many integers are added one by one. */
const MANY = 4096;

/** Values below have not all their digits. */
const LEAST = 1e-290;

/** The integral of e^(logF - top) over (u, v), or its sum over the integers there; NaN where these are too many. */
const inside = (kind: ProperLaw<unknown>['kind'], f: (x: number) => number, u: number, v: number): number => {
  if (kind === 'continuous') return quadrature(f, [u, v], 4e-15, 40).value;
  const [from, to] = [Math.floor(u) + 1, Math.floor(v)];
  if (!(to - from < MANY)) return NaN;
  let sum = 0;
  for (let k = from; k <= to; k++) sum += f(k);
  return sum;
};

/** P(u < X <= v) for u <= v, and its logarithm, which is finite where the probability underflows. */
export interface IntervalMass {
  readonly mass: (u: number, v: number) => number;
  readonly logMass: (u: number, v: number) => number;
}

/** The probability of intervals under a law. */
export const intervalMass =
  <L>(base: ProperLaw<L>) =>
  (law: L): IntervalMass => {
    const density = (base.kind === 'continuous' ? base.pdf : base.pmf)(law);
    const logDensity = (base.kind === 'continuous' ? base.logPdf : base.logPmf)(law);
    const cdf = base.cdf(law);
    const sf = base.sf(law);
    const logCdf = base.logCdf(law);
    const logSf = base.logSf(law);
    const support = base.support(law);
    // Outside the support there is only a kink for the quadrature.
    const low = (u: number): number => Math.max(u, support.lower - (base.kind === 'continuous' ? 0 : 1));
    const high = (v: number): number => Math.min(v, support.upper);

    /** A difference, unless it is short and there is a better way. */
    const unlessShort = (difference: number, from: number, u: number, v: number): number => {
      if (difference > SHORT * from || !(low(u) < high(v))) return difference;
      const better = inside(base.kind, density, low(u), high(v));
      return Number.isFinite(better) ? better : difference;
    };

    const logShort = (u: number, v: number): number => {
      const middle = low(u) + 0.5 * (high(v) - low(u));
      const top = Math.max(
        ...[low(u), base.kind === 'continuous' ? middle : Math.floor(middle), high(v)].map(logDensity),
      );
      if (!Number.isFinite(top)) return NaN;
      return top + Math.log(inside(base.kind, (x) => Math.exp(logDensity(x) - top), low(u), high(v)));
    };

    /** ln(e^larger - e^smaller), the density's way where it is short. */
    const logDifference = (larger: number, smaller: number, u: number, v: number): number => {
      if (larger === -Infinity) return -Infinity;
      const share = log1mexp(Math.min(0, smaller - larger));
      const better = share < Math.log(SHORT) ? logShort(u, v) : NaN;
      return Number.isFinite(better) ? better : larger + share;
    };

    const plain = (u: number, v: number): number => {
      if (!(u < v)) return u === v || u > v ? 0 : NaN;
      const above = sf(u);
      if (above <= 0.5) {
        if (above < LEAST) return Math.exp(logDifference(logSf(u), logSf(v), u, v));
        return unlessShort(above - sf(v), above, u, v);
      }
      const below = cdf(v);
      if (below <= 0.5) {
        if (below < LEAST) return Math.exp(logDifference(logCdf(v), logCdf(u), u, v));
        return unlessShort(below - cdf(u), below, u, v);
      }
      return unlessShort(1 - cdf(u) - sf(v), 1, u, v);
    };

    const logMass = (u: number, v: number): number => {
      if (!(u < v)) return u === v || u > v ? -Infinity : NaN;
      const value = plain(u, v);
      if (value > 0.5) return Math.log1p(-(cdf(u) + sf(v))) + 0;
      if (value > LEAST) return Math.log(value);
      return sf(u) <= 0.5 ? logDifference(logSf(u), logSf(v), u, v) : logDifference(logCdf(v), logCdf(u), u, v);
    };

    return {
      mass: (u, v) => {
        const value = plain(u, v);
        // Also where only the product underflows: a density of 1e161 over a width of 5e-324.
        return value <= LEAST && u < v ? Math.exp(logMass(u, v)) : value;
      },
      logMass,
    };
  };
