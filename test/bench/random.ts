import { rng, uniformN } from '../../src/law/index.ts';

/** n uniforms in (0, 1), the same in every run. */
export const randoms = (n: number, seed: number): Float64Array => uniformN(n)(rng(seed))[0];
