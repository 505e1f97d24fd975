/**
 * Randomness as an argument. A generator is its state, four integers; a draw takes a state and gives a value and the
 * next state. pure-rand's xoroshiro128+ works inside, on a generator rebuilt from the state.
 *
 * One seed gives the same integers and uniforms on every engine.
 */
import type { State } from 'fp-ts/lib/State.js';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/**
 * The state of a random number generator: four 32-bit integers, not all zero. Plain data.
 * @category Randomness
 * @since 0.1.0
 */
export type Rng = readonly [number, number, number, number];

/** One step of the 32-bit finaliser of MurmurHash3: neighbouring seeds become unrelated words. */
const scramble = (x: number): number => {
  const a = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return b ^ (b >>> 16);
};

/**
 * The generator of a seed: an integer, taken modulo $2^{32}$ (its fraction is dropped; what is not finite is 0).
 * @category Randomness
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { rng, uniformN } from 'lawful/law';
 * expect(uniformN(2)(rng(1))[0]).toEqual(uniformN(2)(rng(1))[0]);
 * expect(uniformN(2)(rng(1))[0]).not.toEqual(uniformN(2)(rng(2))[0]);
 * ```
 */
export const rng = (seed: number): Rng => {
  const base = seed | 0;
  const word = (i: number): number => scramble((base + Math.imul(i, 0x9e3779b9)) | 0) | 0;
  // The finaliser is a bijection, so that the four words, images of four different integers, are never all zero.
  return [word(1), word(2), word(3), word(4)];
};

/**
 * A local source of uniform doubles in the open unit interval: the midpoints of $2^{52}$ equal cells. It lives inside
 * one draw and is never handed to a caller.
 * @category Randomness
 * @since 0.1.0
 */
export type UniformSource = () => number;

/** `rng(0)`, in figures: whoever only draws need not carry what makes states of seeds. */
const ZERO: Rng = [-1832243442, 1020716019, 454327756, 1275600319];

/** Run a draw on a local generator, and read the state that it leaves. */
const run = <A>(state: Rng, draw: (uniform: UniformSource) => A): [A, Rng] => {
  // From four zeros, which no seed gives, the generator would never leave.
  const generator = xoroshiro128plusFromState(state.some(Boolean) ? state : ZERO);
  const uniform = (): number =>
    ((generator.next() >>> 6) * 67108864 + (generator.next() >>> 6) + 0.5) * 2.220446049250313e-16;
  const value = draw(uniform);
  return [value, generator.getState() as unknown as Rng];
};

/** An array of that length, or of none when the engine has no such array (negative, NaN, too large). */
const arrayOf = (n: number): Float64Array => {
  try {
    return new Float64Array(Math.floor(n));
  } catch {
    return new Float64Array(0);
  }
};

/**
 * What a law draws from: `draw(law)` does what depends on the parameters alone, and returns one draw.
 * @category Randomness
 * @since 0.1.0
 */
export type Draw<L> = (law: L) => (uniform: UniformSource) => number;

/**
 * The vocabulary's `sample` from a law's one-draw function.
 * @category Randomness
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { rng, sampleOf } from 'lawful/law';
 * const roll = sampleOf((faces: number) => (uniform) => 1 + Math.floor(faces * uniform()));
 * const [face, next] = roll(6)(rng(1));
 * expect(face >= 1 && face <= 6 && next.length === 4).toBe(true);
 * ```
 */
export const sampleOf =
  <L>(draw: Draw<L>): ((law: L) => State<Rng, number>) =>
  (law) => {
    const one = draw(law);
    return (state) => run(state, one);
  };

/**
 * The vocabulary's `sampleN` from a law's one-draw function. A count that no array can have (negative, NaN, more than
 * memory holds) draws nothing.
 * @category Randomness
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { rng, sampleNOf } from 'lawful/law';
 * const roll = sampleNOf((faces: number) => (uniform) => 1 + Math.floor(faces * uniform()));
 * expect(roll(6)(5)(rng(1))[0].length).toBe(5);
 * ```
 */
export const sampleNOf =
  <L>(draw: Draw<L>): ((law: L) => (n: number) => State<Rng, Float64Array>) =>
  (law) => {
    const one = draw(law);
    return (n) => (state) =>
      run(state, (uniform) => {
        const out = arrayOf(n);
        for (let i = 0; i < out.length; i++) out[i] = one(uniform);
        return out;
      });
  };

/**
 * `n` independent uniforms in the open unit interval, and the next state. A count that no array can have (negative,
 * NaN, more than memory holds) draws nothing.
 * @category Randomness
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { rng, uniformN } from 'lawful/law';
 * const [first, next] = uniformN(3)(rng(42));
 * const [second] = uniformN(3)(next);
 * expect([...first, ...second]).toEqual([...uniformN(6)(rng(42))[0]]);
 * ```
 */
export const uniformN = (n: number): State<Rng, Float64Array> => sampleNOf(() => (uniform) => uniform())(null)(n);
