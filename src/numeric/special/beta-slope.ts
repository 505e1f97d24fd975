/**
 * The logarithmic derivative of the incomplete beta function: what every hazard of its laws is made of.
 *
 * @source DLMF 8.17
 */
import { betaOffset, type BetaPoint, betaPrefixAt, type BetaShape, devianceOfLarge } from './beta-prefix.ts';
import { betaPAt, factorAt, isSmall, seriesFactor } from './incomplete-beta.ts';

/**
 * $\dfrac{d\ln I_x(a,b)}{d\ln\frac{x}{1-x}} = \dfrac{x^a(1-x)^b}{B(a,b)\,I_x(a,b)}$ of prepared shapes and any point.
 *
 * Left of the mean the exponentials of the two cancel before they are formed, so that the ratio keeps its digits where
 * both underflow; it falls from $a$ at 0. Domain $a, b > 0$ finite; `NaN` outside. Relative error at most $5\cdot10^{-14}$
 * where the value exceeds $10^{-10}$, below that $(40 + 4|\ln \text{value}|)\,2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { betaLogSlopeAt, betaPointOf, betaPointOfOdds, betaShapeOf } from 'lawful/numeric';
 * expect(betaLogSlopeAt(betaShapeOf(1, 2), betaPointOfOdds(1, 1))).toBeCloseTo(1 / 3, 15);
 * expect(betaLogSlopeAt(betaShapeOf(1000, 2), betaPointOf(1e-10))).toBeCloseTo(1000, 6);
 * ```
 */
export const betaLogSlopeAt = (s: BetaShape, p: BetaPoint): number => {
  const { a, b, n } = s;
  if (!(a > 0 && b > 0)) return NaN;
  if (p.x === 0 || p.y === 0) return p.x === 0 ? a : p.y === 0 ? 0 : NaN;
  const small = isSmall(a, n, p.x);
  if (!small && !isSmall(b, n, p.y)) {
    const offset = betaOffset(a, b, p);
    if (offset >= 0) return a / factorAt(s, p, true, offset, devianceOfLarge(s, p));
  }
  const below = betaPAt(s, p);
  return small && below < 0.5 ? a / seriesFactor(a, n, p.x) : (betaPrefixAt(s, p) * a * (b / n)) / below;
};
