/** Standard variables that samplers of several laws are made of. */
import { normalQuantile } from '../numeric/index.ts';
import type { UniformSource } from './random.ts';

/** Marsaglia and Tsang's cube of a shifted normal, for shapes from 1 on. */
const byCube = (shape: number): ((uniform: UniformSource) => number) => {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return (uniform) => {
    for (;;) {
      const x = normalQuantile(uniform());
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = uniform();
      const square = x * x;
      if (u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return d * v;
    }
  };
};

/**
 * A draw from the standard gamma law of this shape, $> 0$, on a local generator: about 2.1 uniforms a draw, for shapes
 * below 1 one more. Those of tiny shapes underflow; their logarithms do not, see {@link logGammaVariate}.
 * @source Marsaglia & Tsang (2000), A simple method for generating gamma variables · doi:10.1145/358407.358414
 * @category Randomness
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { gammaVariate, rng, sampleNOf } from 'lawful/law';
 * const [draws] = sampleNOf(gammaVariate)(2.5)(10000)(rng(1));
 * expect(Math.abs(draws.reduce((a, b) => a + b) / 10000 - 2.5)).toBeLessThan(0.1);
 * ```
 */
export const gammaVariate = (shape: number): ((uniform: UniformSource) => number) => {
  if (shape >= 1) return byCube(shape);
  const one = byCube(shape + 1);
  return (uniform) => one(uniform) * Math.pow(uniform(), 1 / shape);
};

/**
 * The logarithm of a draw from the standard gamma law of this shape, $> 0$, see {@link gammaVariate}.
 * @category Randomness
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logGammaVariate, rng, sampleOf } from 'lawful/law';
 * expect(Number.isFinite(sampleOf(logGammaVariate)(1e-6)(rng(1))[0])).toBe(true);
 * ```
 */
export const logGammaVariate = (shape: number): ((uniform: UniformSource) => number) => {
  if (shape >= 1) {
    const one = byCube(shape);
    return (uniform) => Math.log(one(uniform));
  }
  const one = byCube(shape + 1);
  return (uniform) => Math.log(one(uniform)) + Math.log(uniform()) / shape;
};

/**
 * The logarithm of the ratio of two independent draws from the standard gamma laws of these shapes, $> 0$: the logarithm
 * of the odds of a beta variable. Infinite for shapes so small that the logarithms of their draws are no doubles.
 * @category Randomness
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logOddsVariate, rng, sampleOf } from 'lawful/law';
 * expect(Number.isFinite(sampleOf(([a, b]: [number, number]) => logOddsVariate(a, b))([2, 1e-6])(rng(1))[0])).toBe(true);
 * expect(Math.abs(sampleOf(() => logOddsVariate(1e-310, 1e-310))(null)(rng(1))[0])).toBe(Infinity);
 * ```
 */
export const logOddsVariate = (a: number, b: number): ((uniform: UniformSource) => number) => {
  // Of two such logarithms the difference is beyond the doubles, or none: all that is left is its sign.
  if (a < 1e-290 && b < 1e-290) return (uniform) => (uniform() < 1 / (1 + b / a) ? Infinity : -Infinity);
  const [first, second] = [logGammaVariate(a), logGammaVariate(b)];
  return (uniform) => first(uniform) - second(uniform);
};
