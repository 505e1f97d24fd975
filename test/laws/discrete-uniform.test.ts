import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { rng } from '../../src/law/index.ts';
import * as DiscreteUniform from '../../src/laws/discrete-uniform.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const { discreteUniform } = DiscreteUniform;
const MOST = Number.MAX_SAFE_INTEGER;

lawSuite({
  law: DiscreteUniform.discreteUniformLaw,
  codec: Codec.discreteUniform,
  extremes: [
    discreteUniform(0, 0),
    discreteUniform(0, MOST),
    discreteUniform(-MOST, 0),
    discreteUniform(MOST, MOST),
  ].map(right),
});

fitSuite({ law: DiscreteUniform.discreteUniformLaw, fit: DiscreteUniform.fit, fixed: ['lower', 'upper'] });

describe('discrete uniform', () => {
  test('needs its ends in order, exact, and no more than 2^53 apart', () => {
    expect(sentence(discreteUniform(2, 1))).toBe('discreteUniform.upper is 1; it must be at least lower');
    expect(sentence(discreteUniform(0, 2 ** 53))).toContain('discreteUniform.upper is 9007199254740992; it must be');
    expect(sentence(discreteUniform(-1, MOST))).toContain('less than 9007199254740992 above lower');
    expect(sentence(discreteUniform(0.5, 1))).toContain('an integer');
    expect(sentence(DiscreteUniform.fit([-MOST, MOST]))).toBe('sample: it has no likeliest discreteUniform.upper');
  });

  test('one integer is the constant', () => {
    const law = right(discreteUniform(3, 3));
    expect([2, 3, 4].map(DiscreteUniform.pmf(law))).toEqual([0, 1, 0]);
    expect([DiscreteUniform.sd(law), DiscreteUniform.entropy(law)]).toEqual([0, 0]);
    expect(DiscreteUniform.mode(law)).toEqual([3]);
    expect(DiscreteUniform.sampleN(law)(3)(rng(1))[0]).toEqual(Float64Array.of(3, 3, 3));
  });

  test('quantiles at the steps are the steps, at any width', () => {
    for (const upper of [6, 48, 1e6 + 2, 2 ** 52 - 2, 2 ** 52, MOST - 5, MOST]) {
      const law = right(discreteUniform(0, upper));
      for (const k of [0, 1, 2, 5, 0.3 * upper, 0.5 * upper, 0.77 * upper, upper - 2, upper - 1, upper].map(
        Math.floor,
      )) {
        expect(DiscreteUniform.quantile(law)(DiscreteUniform.cdf(law)(k))).toBeLessThanOrEqual(k);
        expect(DiscreteUniform.isf(law)(DiscreteUniform.sf(law)(k))).toBeLessThanOrEqual(k);
        for (const p of [DiscreteUniform.cdf(law)(k) * (1 - 2 ** -53), 0.1, 2 / 3, 1 - 2 ** -53, 2 ** -53]) {
          const [x, y] = [DiscreteUniform.quantile(law)(p), DiscreteUniform.isf(law)(p)];
          expect(DiscreteUniform.cdf(law)(x)).toBeGreaterThanOrEqual(p);
          expect(DiscreteUniform.cdf(law)(x - 1)).toBeLessThan(p);
          expect(DiscreteUniform.sf(law)(y)).toBeLessThanOrEqual(p);
          if (y > 0) expect(DiscreteUniform.sf(law)(y - 1)).toBeGreaterThan(p);
        }
      }
    }
  });

  test('draws of more integers than there are uniforms reach the odd ones and the far ones', () => {
    const draws = DiscreteUniform.sampleN(right(discreteUniform(0, MOST)))(1000)(rng(7))[0];
    const odd = draws.filter((k) => k % 2 === 1).length;
    const far = draws.filter((k) => k > 2 ** 52).length;
    for (const count of [odd, far]) expect(Math.abs(count - 500)).toBeLessThan(100);
  });
});
