/** The likelihood of an exponentially growing hazard along its growth: one equation, whose root may have either sign. */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import { bracketedRoot, exprel, exprelDerivative, exprelSecondDerivative, mean as average } from '../numeric/index.ts';
import { degenerate, type Failure } from './failure.ts';

/**
 * Where the likelihood of the hazard $ae^{bx}$ is greatest.
 * @category Estimation
 * @since 0.1.0
 */
export interface GrowthProfile {
  /** $b$. */
  readonly growth: number;
  /** $\sum\frac{e^{bx_i}-1}{b}$, by which $n$ is divided to give $a$. */
  readonly total: number;
  /** The standard error of $b$. */
  readonly errorOfGrowth: number;
  /** The standard error of $\ln a$. */
  readonly relativeErrorOfRate: number;
  /** The evaluations that the search took. */
  readonly iterations: number;
}

/** The score of the profile likelihood, its slope, and the sum of (e^(b y) - 1)/b, which falls out on the way. */
interface Score {
  readonly value: number;
  readonly slope: number;
  readonly total: number;
}

/** Up to this shape the sums of exponentials are formed as such, beyond as seen from the largest observation. */
const STEEP = 30;

/** For observations y in [0, 1]; away is 1 - y. */
const scoreOf = (ys: Float64Array, away: Float64Array, centre: number, b: number): Score => {
  const n = ys.length;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  if (b <= STEEP) {
    for (let i = 0; i < n; i++) {
      const y = ys[i];
      s0 += y * exprel(b * y);
      s1 += y * y * exprelDerivative(b * y);
      s2 += y * y * y * exprelSecondDerivative(b * y);
    }
    const d = s1 / s0;
    return { value: d - centre, slope: s2 / s0 - d * d, total: s0 };
  }
  const end = Math.exp(-b);
  for (let i = 0; i < n; i++) {
    const delta = away[i];
    const w = Math.exp(-b * delta);
    s0 += w - end;
    s1 += delta * w - end;
    s2 += delta * delta * w - end;
  }
  const d = s1 / s0;
  return {
    value: average(away) - 1 / b - d,
    slope: 1 / b / b + s2 / s0 - d * d,
    total: s0 / (b * end),
  };
};

/**
 * The likeliest growth for observations $x_i \ge 0$: the one root of the increasing
 * $\frac{d}{db}\ln G(b) - \bar x$ with $G(b) = \sum\frac{e^{bx_i}-1}{b}$.
 *
 * With $D$ the slope of that function at the root, the observed information in both parameters gives $b$ the standard error
 * $1/\sqrt{nD}$ and $\ln a$ the standard error $\sqrt{(D + \bar x^2)/(nD)}$. The search is made on $x_i/\max x$, so that
 * nothing overflows.
 *
 * Failure: `Degenerate` at `at` when all are equal, where the likelihood has no bound.
 * @category Estimation
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { growthProfile } from 'lawful/law';
 * const found = growthProfile('sample', Float64Array.of(1.3, 0.7, 2.9, 1.1, 0.9, 5.2, 1.8, 3.3));
 * expect(found._tag === 'Right' && found.right.growth).toBeCloseTo(0.3012724, 6);
 * ```
 */
export const growthProfile = (at: string, xs: Float64Array): Either<Failure, GrowthProfile> => {
  const n = xs.length;
  const largest = xs.reduce((a, b) => Math.max(a, b), 0);
  if (xs.every((x) => x === largest)) return left(degenerate(at, 'all observations are equal'));
  const ys = xs.map((x) => x / largest);
  const away = xs.map((x) => (largest - x) / largest);
  const centre = average(ys);
  let iterations = 0;
  let slope = 0;
  const score = (b: number): number => {
    iterations++;
    const found = scoreOf(ys, away, centre, b);
    slope = found.slope;
    return found.value;
  };
  const b = bracketedRoot(score, (_, value) => value / slope, 0, -Infinity, Infinity, 1e-9);
  const best = scoreOf(ys, away, centre, b);
  return right({
    growth: b / largest,
    total: best.total * largest,
    errorOfGrowth: 1 / Math.sqrt(n * best.slope) / largest,
    relativeErrorOfRate: Math.sqrt((best.slope + centre * centre) / (n * best.slope)),
    iterations,
  });
};
