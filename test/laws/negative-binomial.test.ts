import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { rng } from '../../src/law/index.ts';
import * as NegativeBinomial from '../../src/laws/negative-binomial.ts';
import * as Poisson from '../../src/laws/poisson.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const negativeBinomial = (r: number, p: number): NegativeBinomial.NegativeBinomial =>
  right(NegativeBinomial.negativeBinomial(r, p));

lawSuite({
  law: NegativeBinomial.negativeBinomialLaw,
  codec: Codec.negativeBinomial,
  extremes: [
    negativeBinomial(3, 1),
    negativeBinomial(5e-324, 0.5),
    negativeBinomial(1e308, 1 - 2 ** -53),
    negativeBinomial(1e308, 0.5),
    negativeBinomial(1, 5e-324),
    negativeBinomial(1e-10, 1e-300),
  ],
});

fitSuite({
  law: NegativeBinomial.negativeBinomialLaw,
  fit: NegativeBinomial.fit,
  typical: fc
    .tuple(fc.integer({ min: 5, max: 100 }), fc.integer({ min: 5, max: 50 }))
    .map(([r, p]) => negativeBinomial(r / 10, p / 100)),
});

describe('negative binomial', () => {
  test('a fit of many draws is near the law that they are from', () => {
    const draws = NegativeBinomial.sampleN(negativeBinomial(2.5, 0.2))(100_000)(rng(7))[0];
    const { law, standardErrors } = right(NegativeBinomial.fit(draws));
    expect(Math.abs(law.size - 2.5)).toBeLessThan(5 * standardErrors.size!);
    expect(Math.abs(law.probability - 0.2)).toBeLessThan(5 * standardErrors.probability!);
    expect(standardErrors.size).toBeLessThan(0.05);
  });

  test('a sample no wider than a Poisson law has no fit', () => {
    for (const xs of [[0, 0], [4], [3, 4, 5], [0, 1]])
      expect(NegativeBinomial.fit(xs)).toMatchObject({ _tag: 'Left', left: { _tag: 'Degenerate', at: 'sample' } });
  });

  test('a probability of 1 is the law that is always 0', () => {
    const law = negativeBinomial(3, 1);
    expect(NegativeBinomial.support(law)).toEqual({ lower: 0, upper: 0 });
    expect([0, 1, 0.5].map(NegativeBinomial.pmf(law))).toEqual([1, 0, 0]);
    expect([0, 0.3, 1].map(NegativeBinomial.quantile(law))).toEqual([0, 0, 0]);
    expect([NegativeBinomial.entropy(law), NegativeBinomial.mode(law)]).toEqual([0, [0]]);
  });

  test('a size of 1 is the geometric law', () => {
    const law = negativeBinomial(1, 0.25);
    for (const k of [0, 1, 5, 40]) {
      expect(NegativeBinomial.pmf(law)(k) / (0.25 * 0.75 ** k)).toBeCloseTo(1, 13);
      expect(NegativeBinomial.sf(law)(k) / 0.75 ** (k + 1)).toBeCloseTo(1, 13);
      expect(NegativeBinomial.hazard(law)(k)).toBeCloseTo(0.25, 14);
    }
    expect(NegativeBinomial.entropy(law)).toBeCloseTo(-Math.log(0.25) - 3 * Math.log(0.75), 13);
  });

  test('a huge size is a Poisson law', () => {
    const [law, limit] = [negativeBinomial(2 ** 54, 1 - 2 ** -52), right(Poisson.poisson(4))];
    for (const k of [0, 3, 7, 30])
      for (const word of ['pmf', 'cdf', 'sf'] as const)
        expect(NegativeBinomial[word](law)(k) / Poisson[word](limit)(k)).toBeCloseTo(1, 13);
  });

  test('two modes where (r - 1)(1 - p)/p is an integer', () => {
    expect(NegativeBinomial.mode(negativeBinomial(5, 0.5))).toEqual([3, 4]);
    expect(NegativeBinomial.mode(negativeBinomial(4.5, 0.5))).toEqual([3]);
    expect(NegativeBinomial.mode(negativeBinomial(2, 0.75))).toEqual([0]);
    expect(NegativeBinomial.mode(negativeBinomial(0.5, 0.1))).toEqual([0]);
    // 0.1 is a little above a tenth: (r - 1)(1 - p)/p is a little below 9.
    expect(NegativeBinomial.mode(negativeBinomial(2, 0.1))).toEqual([8]);
  });

  test('the entropy is the same by the sum, the integral and the series', () => {
    const at = (r: number, p: number): number => NegativeBinomial.entropy(negativeBinomial(r, p));
    expect(Math.abs(at(999.9999999, 0.3) - at(1000, 0.3))).toBeLessThan(1e-9);
    // A size of 1 has a closed form, however far its tail reaches.
    for (const p of [0.05, 1e-3, 1e-8, 1e-100]) {
      const exact = (-p * Math.log(p) - (1 - p) * Math.log1p(-p)) / p;
      expect(at(1, p) / exact).toBeCloseTo(1, 13);
    }
  });

  test('a sample with one far count has a fit', () => {
    // R 4.2.2: optimize of the sum of dnbinom(x, size, mu = mean(x), log = TRUE) over the logarithm of the size.
    const found = right(NegativeBinomial.fit([...Array.from({ length: 50 }, () => 1), 1e10]));
    expect(found.law.size / 0.0460607649545).toBeCloseTo(1, 6);
    expect(found.logLikelihood).toBeCloseTo(-233.340762534, 8);
    // The likelihood is level there, and lower on both sides.
    const mean = NegativeBinomial.mean(found.law);
    for (const factor of [0.9, 1.1]) {
      const size = found.law.size * factor;
      const logMass = NegativeBinomial.logPmf(negativeBinomial(size, size / (size + mean)));
      expect(50 * logMass(1) + logMass(1e10)).toBeLessThan(found.logLikelihood);
    }
  });

  test('a sample whose variance overflows has a fit', () => {
    const found = right(NegativeBinomial.fit([1e300, 1]));
    expect(found.law.size).toBeGreaterThan(0);
    expect(NegativeBinomial.mean(found.law) / 5e299).toBeCloseTo(1, 12);
  });

  test('samples of any scale have a fit whose mean is theirs', () => {
    for (const far of [2, 1e3, 1e10, 1e15, 2 ** 53 - 1])
      for (const near of [0, 1, 5])
        for (const times of [1, 7, 300]) {
          const xs = [...Array.from({ length: times }, () => near), far];
          const found = NegativeBinomial.fit(xs);
          const centre = (times * near + far) / (times + 1);
          if (found._tag === 'Left') expect(far).toBe(2);
          else expect(NegativeBinomial.mean(found.right.law) / centre).toBeCloseTo(1, 12);
        }
  });
});
