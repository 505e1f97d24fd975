/** Points in units of a scale from a location, with what the division lost. */
import { productError } from './elementary.ts';

/**
 * $z = (x - \mu)/\sigma$, also where the difference alone would overflow.
 * @category Exact arithmetic
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { standardise } from 'lawful/numeric';
 * expect(standardise(1e308, -1e308, 1e308)).toBe(2);
 * ```
 */
export const standardise = (x: number, location: number, scale: number): number => {
  const d = x - location;
  if (d - d === 0) return d / scale;
  return Number.isFinite(x) ? x / scale - location / scale : d;
};

/**
 * $\mu + \sigma z$, also where the product alone would overflow.
 * @category Exact arithmetic
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { unstandardise } from 'lawful/numeric';
 * expect(unstandardise(2, -1.5e308, 1e308)).toBeCloseTo(5e307, -293);
 * ```
 */
export const unstandardise = (z: number, location: number, scale: number): number => {
  const x = location + scale * z;
  return x - x === 0 || z - z !== 0 ? x : 2 * (0.5 * location + scale * (0.5 * z));
};

/**
 * What $z = \operatorname{fl}((x - \mu)/\sigma)$, as {@link standardise} gives it, lost: $(x - \mu)/\sigma - z$ to first order.
 *
 * 0 where $|z| \ge 1000$, and where $\mu/\sigma$ is so large that $x$ is $\mu$ or far from it.
 * @category Exact arithmetic
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { standardisationError } from 'lawful/numeric';
 * expect(Math.abs(standardisationError(1, 0, 3, 1 / 3))).toBeCloseTo(1.850371707708594e-17, 30);
 * ```
 */
export const standardisationError = (x: number, location: number, scale: number, z: number): number => {
  if (!(Math.abs(z) < 1e3)) return 0;
  // A power of two brings any scale to where products can be split.
  const unit = scale > 1e250 ? 2 ** -300 : scale < 1e-250 ? 2 ** 300 : 1;
  const [u, m, s] = [x * unit, location * unit, scale * unit];
  const d = u - m;
  const back = d + m;
  const lost = u - back + (back - d - m);
  const product = z * s;
  const error = (d - product - productError(z, s, product) + lost) / s;
  return error - error === 0 ? error : 0;
};

/**
 * A function of a point from one of its standardised form: `f(z, lost, scale)` at $z = (x - \mu)/\sigma$ as a double and
 * at what that lost.
 * @category Exact arithmetic
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { atStandardised, normalCdf } from 'lawful/numeric';
 * expect(atStandardised(100, 15, normalCdf)(115)).toBeCloseTo(0.8413447460685429, 15);
 * ```
 */
export const atStandardised =
  (location: number, scale: number, f: (z: number, lost: number, scale: number) => number): ((x: number) => number) =>
  (x) => {
    const z = standardise(x, location, scale);
    return f(z, standardisationError(x, location, scale, z), scale);
  };
