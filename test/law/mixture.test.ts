import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { type Mixture, mixture } from '../../src/law/index.ts';
import { exponential, exponentialLaw } from '../../src/laws/exponential.ts';
import { normal, type Normal, normalLaw } from '../../src/laws/normal.ts';
import { poisson, poissonLaw } from '../../src/laws/poisson.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

// The suite integrates over thousands of quantiles, each of which is searched for.
vi.setConfig({ testTimeout: 60_000 });

const grid = (lower: number, upper: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 2 ** 20 }).map((k) => lower + (upper - lower) * (k / 2 ** 20));

/** Two to four laws, with weights of which some may be 0. */
const mixtures = <L>(
  make: (values: { readonly laws: ReadonlyArray<L>; readonly weights: ReadonlyArray<number> }) => Mixture<L>,
  component: fc.Arbitrary<L>,
): fc.Arbitrary<Mixture<L>> =>
  fc
    .array(fc.tuple(component, fc.oneof(grid(0.05, 1), fc.constant(0))), { minLength: 2, maxLength: 4 })
    .filter((pairs) => pairs.some(([, w]) => w > 0))
    .map((pairs) => make({ laws: pairs.map(([l]) => l), weights: pairs.map(([, w]) => w) }));

const close = (actual: number, expected: number, units: number): void =>
  expect(Math.abs(actual / expected - 1)).toBeLessThan(units * 2 ** -53);

describe('mixture of normals', () => {
  const law = mixture(normalLaw);
  const of = (parts: ReadonlyArray<readonly [number, number, number]>): Mixture<Normal> =>
    right(law.make({ laws: parts.map(([m, s]) => right(normal(m, s))), weights: parts.map(([, , w]) => w) }));
  lawSuite({
    law,
    codec: Codec.mixture(Codec.normal)(normalLaw),
    typical: mixtures(
      (values) => right(law.make(values)),
      // Near enough for the suite's panels, which a gap between the components would need more of.
      fc.tuple(grid(-1.5, 1.5), grid(1, 3)).map(([mean, sd]) => right(normal(mean, sd))),
    ),
    extremes: [
      of([
        [1e308, 1e308, 1],
        [-1e308, 5e-324, 1],
      ]),
      of([
        [0, 1, 1],
        [0, 1, 5e-324],
      ]),
      of([
        [-50, 1, 1],
        [50, 1, 1],
      ]),
    ],
  });

  test('two peaks far apart', () => {
    const l = of([
      [-50, 1, 1],
      [50, 1, 1],
    ]);
    expect(law.median(l)).toBe(0);
    expect(law.mode(l)).toEqual([-50, 50]);
    close(law.quantile(l)(0.25), -50, 4);
    close(law.isf(l)(0.25), 50, 4);
    expect(law.variance(l)).toBe(2501);
    // Nothing is shared: the entropy of the choice, and of one of them.
    expect(law.entropy(l)).toBeCloseTo(Math.LN2 + 0.5 * Math.log(2 * Math.PI * Math.E), 12);
    // mpmath, 50 digits: findroot of Phi(x + 50)/2 + Phi(x - 50)/2 = p, p the double nearest to 1/2 + 1e-9.
    expect(law.quantile(l)(0.5 + 1e-9)).toBeCloseTo(44.115806640521361, 6);
  });

  test('known values', () => {
    // mpmath, 50 digits: 0.75 N(0, 1) + 0.25 N(1, 4): sums of erfc; entropy by quad, mode by findroot of the slope.
    const l = of([
      [0, 1, 0.75],
      [1, 4, 0.25],
    ]);
    close(law.cdf(l)(-30), 1.1486568589446489e-15, 64);
    close(law.logSf(l)(300), -2800.4008109955066, 8);
    close(law.pdf(l)(2), 0.064659982185069114, 8);
    close(law.entropy(l), 1.9965684582674684, 1e4);
    expect(law.mode(l)[0]).toBeCloseTo(0.0050243632779480123, 7);
    close(law.isf(l)(1e-100), 85.833327652046302, 16);
  });

  test('weights that are none make no law', () => {
    const laws = [right(normal(0, 1)), right(normal(1, 1))];
    expect(sentence(law.make({ laws: [], weights: [] }))).toBe('mixture.laws is empty; at least one value is needed');
    expect(sentence(law.make({ laws, weights: [1] }))).toBe('mixture.weights has 1 value; 2 are needed');
    expect(sentence(law.make({ laws, weights: [0, 0] }))).toBe('mixture.weights: they are all zero');
    expect(sentence(law.make({ laws, weights: [1, -1] }))).toBe('mixture.weights[1] is -1; it must be at least 0');
    expect(right(law.make({ laws, weights: [1, 3] })).weights).toEqual([0.25, 0.75]);
  });
});

describe('mixture of exponentials', () => {
  const law = mixture(exponentialLaw);
  lawSuite({
    law,
    codec: Codec.mixture(Codec.exponential)(exponentialLaw),
    typical: mixtures(
      (values) => right(law.make(values)),
      grid(0.2, 5).map((rate) => right(exponential(rate))),
    ),
    extremes: [right(law.make({ laws: [5e-324, 1e308].map((rate) => right(exponential(rate))), weights: [1, 1] }))],
  });

  test('the hazard falls from the mean rate to the smallest', () => {
    const l = right(law.make({ laws: [1, 3].map((rate) => right(exponential(rate))), weights: [1, 1] }));
    expect(law.hazard(l)(0)).toBe(2);
    close(law.hazard(l)(2000), 1, 8);
    expect(law.mode(l)).toEqual([0]);
  });
});

describe('mixture of Poisson laws', () => {
  const law = mixture(poissonLaw);
  lawSuite({
    law,
    codec: Codec.mixture(Codec.poisson)(poissonLaw),
    typical: mixtures(
      (values) => right(law.make(values)),
      grid(0.5, 40).map((mean) => right(poisson(mean))),
    ),
    extremes: [right(law.make({ laws: [0, 1e8].map((mean) => right(poisson(mean))), weights: [1, 1] }))],
  });
});

describe('malformed mixtures', () => {
  test('are no laws', () => {
    const codec = Codec.mixture(Codec.normal)(normalLaw);
    const normals = [{ _tag: 'Normal', mean: 0, sd: 1 }];
    for (const u of [
      null,
      {},
      { weights: [1] },
      { laws: normals },
      { laws: [null], weights: [1] },
      { laws: [], weights: [] },
    ]) {
      expect(codec.decode(u === null ? u : { _tag: 'Mixture', ...u })._tag).toBe('Left');
    }
  });
});
