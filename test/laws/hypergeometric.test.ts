import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { over, rng } from '../../src/law/index.ts';
import * as Hypergeometric from '../../src/laws/hypergeometric.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const { hypergeometric } = Hypergeometric;
const MOST = Number.MAX_SAFE_INTEGER;

lawSuite({
  law: Hypergeometric.hypergeometricLaw,
  codec: Codec.hypergeometric,
  extremes: [
    hypergeometric(0, 0, 0),
    hypergeometric(1, 1, 1),
    hypergeometric(5, 0, 3),
    hypergeometric(5, 5, 3),
    hypergeometric(2, 1, 1),
    hypergeometric(MOST, MOST, MOST),
    hypergeometric(MOST, 1, 1),
    hypergeometric(MOST, MOST - 1, MOST - 1),
    hypergeometric(MOST, MOST - 41, MOST - 3),
    hypergeometric(MOST, 2 ** 52, 2 ** 52),
    hypergeometric(1e9, 5e8, 1e8),
  ].map(right),
});

describe('hypergeometric', () => {
  test('there are no more successes and no more draws than members', () => {
    expect(sentence(hypergeometric(5, 6, 1))).toBe(
      'hypergeometric.successes is 6; it must be at most the population, 5',
    );
    expect(sentence(hypergeometric(5, 1, 6))).toBe('hypergeometric.draws is 6; it must be at most the population, 5');
    expect(sentence(hypergeometric(2 ** 53, 1, 1))).toContain('hypergeometric.population is 9007199254740992');
    expect(sentence(hypergeometric(5, 1.5, 1))).toContain('an integer');
  });

  test('one count is left where all or none are drawn', () => {
    for (const [law, only] of [
      [right(hypergeometric(9, 4, 9)), 4],
      [right(hypergeometric(9, 4, 0)), 0],
      [right(hypergeometric(9, 9, 3)), 3],
      [right(hypergeometric(0, 0, 0)), 0],
    ] as const) {
      expect(Hypergeometric.support(law)).toEqual({ lower: only, upper: only });
      expect([only - 1, only, only + 1].map(Hypergeometric.pmf(law))).toEqual([0, 1, 0]);
      expect([Hypergeometric.sd(law), Hypergeometric.entropy(law)]).toEqual([0, 0]);
      expect(Hypergeometric.mode(law)).toEqual([only]);
      expect([0, 0.4, 1].map(Hypergeometric.quantile(law))).toEqual([only, only, only]);
    }
  });

  test('probabilities are quotients of binomial coefficients', () => {
    const choose = (n: number, k: number): bigint => {
      let c = 1n;
      for (let i = 0; i < k; i++) c = (c * BigInt(n - i)) / BigInt(i + 1);
      return c;
    };
    const law = right(hypergeometric(200, 60, 45));
    for (let k = 0; k <= 45; k++) {
      const exact = Number((choose(60, k) * choose(140, 45 - k) * 10n ** 60n) / choose(200, 45)) / 1e60;
      expect(Hypergeometric.pmf(law)(k) / exact).toBeCloseTo(1, 12);
    }
  });

  test('the symmetries: draws for successes, failures for successes', () => {
    const law = right(hypergeometric(1e6, 3e5, 7e4));
    const swapped = right(hypergeometric(1e6, 7e4, 3e5));
    const mirrored = right(hypergeometric(1e6, 7e5, 7e4));
    for (const k of [20000, 20900, 21000, 21001, 21100, 24000]) {
      expect(Hypergeometric.cdf(swapped)(k)).toBeCloseTo(Hypergeometric.cdf(law)(k), 14);
      expect(Hypergeometric.logSf(mirrored)(7e4 - k - 1) / Hypergeometric.logCdf(law)(k)).toBeCloseTo(1, 13);
    }
  });

  test('counts next to 2^53 have an entropy and are drawn', () => {
    const [high, low] = [right(hypergeometric(MOST, MOST - 41, MOST - 3)), right(hypergeometric(MOST, 41, 3))];
    expect(Hypergeometric.entropy(high)).toBeCloseTo(Hypergeometric.entropy(low), 20);
    expect(Hypergeometric.sampleN(high)(2)(rng(1))[0]).toEqual(Float64Array.of(MOST - 44, MOST - 44));
  });

  test('two modes where a table and its neighbour are equally likely', () => {
    expect(Hypergeometric.mode(right(hypergeometric(4, 1, 2)))).toEqual([0, 1]);
    expect(Hypergeometric.mode(right(hypergeometric(MOST, MOST - 3, 1)))).toEqual([1]);
    const law = right(hypergeometric(10, 5, 5));
    expect(Hypergeometric.mode(law)).toEqual([2, 3]);
    expect(Hypergeometric.pmf(law)(2)).toBeCloseTo(Hypergeometric.pmf(law)(3), 15);
  });

  test('the sum and the integral meet where one takes over from the other', () => {
    // Standard deviations on either side of 64, where the same counts have nearly the same tails.
    const [narrow, wide] = [65528, 65544].map((n) => right(hypergeometric(n, n / 2, n / 2)));
    for (const z of [-3, -1, -0.1, 0, 0.1, 1, 3]) {
      const [a, b] = [narrow!, wide!].map((law) => {
        const k = Math.round(law.population / 4 + 64 * z);
        const steps = over(Hypergeometric.pmf(law))(Float64Array.from({ length: 1500 }, (_, i) => k - i));
        return Hypergeometric.cdf(law)(k) / steps.reduce((sum, p) => sum + p, 0);
      });
      expect([a, b]).toEqual([expect.closeTo(1, 13), expect.closeTo(1, 13)]);
    }
  });

  test.each([
    [1e9, 5e8, 1e8],
    [MOST, 2 ** 52, 2 ** 51],
    [1e12, 3e6, 5e11],
  ])('wide laws, %d %d %d, are drawn from by rejection and follow their law', (population, successes, draws) => {
    const law = right(hypergeometric(population, successes, draws));
    const n = 4000;
    const xs = Hypergeometric.sampleN(law)(n)(rng(11))[0].slice().sort();
    const cdf = Hypergeometric.cdf(law);
    const distance = xs.reduce((most, x, i) => Math.max(most, Math.abs(cdf(x) - (i + 0.5) / n)), 0);
    // Massart's bound at a probability of 1e-9.
    expect(distance).toBeLessThan(Math.sqrt(Math.log(2e9) / (2 * n)));
    expect(Hypergeometric.quantile(law)(cdf(xs[7]!))).toBe(xs[7]);
    expect(Hypergeometric.entropy(law)).toBeCloseTo(
      Math.log(Hypergeometric.sd(law)) + 0.5 * Math.log(2 * Math.PI * Math.E),
      5,
    );
  });
});
