import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Binomial from '../../src/laws/binomial.ts';
import * as Poisson from '../../src/laws/poisson.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const binomial = (n: number, p: number): Binomial.Binomial => right(Binomial.binomial(n, p));

lawSuite({
  law: Binomial.binomialLaw,
  codec: Codec.binomial,
  extremes: [
    binomial(0, 0.3),
    binomial(7, 0),
    binomial(7, 1),
    binomial(2 ** 53, 0.5),
    binomial(2 ** 53, 1 - 2 ** -53),
    binomial(2 ** 53, 5e-324),
    binomial(1, 5e-324),
  ],
});

fitSuite({
  law: Binomial.binomialLaw,
  fit: Binomial.fit(40),
  fixed: ['trials'],
  typical: fc.integer({ min: 0, max: 1000 }).map((k) => binomial(40, k / 1000)),
});

describe('binomial', () => {
  test('laws without chance sit on one count', () => {
    for (const [law, at] of [
      [binomial(0, 0.3), 0],
      [binomial(7, -0), 0],
      [binomial(7, 1), 7],
    ] as const) {
      expect(Binomial.support(law)).toEqual({ lower: at, upper: at });
      expect([at, at + 1, at - 1].map(Binomial.pmf(law))).toEqual([1, 0, 0]);
      expect([at - 1, at].map(Binomial.cdf(law))).toEqual([0, 1]);
      expect([0, 0.3, 1].map(Binomial.quantile(law))).toEqual([at, at, at]);
      expect([0, 0.3, 1].map(Binomial.isf(law))).toEqual([at, at, at]);
      expect([Binomial.entropy(law), Binomial.mode(law), Binomial.variance(law)]).toEqual([0, [at], 0]);
      expect(Binomial.logPmf(law)(at)).toBe(0);
    }
  });

  test('two modes where (n + 1) p is an integer, and one where its product only rounds to it', () => {
    expect(Binomial.mode(binomial(9, 0.5))).toEqual([4, 5]);
    expect(Binomial.mode(binomial(10, 0.5))).toEqual([5]);
    expect(Binomial.mode(binomial(2 ** 53 - 1, 0.5))).toEqual([2 ** 52 - 1, 2 ** 52]);
    // 0.1 is a little above a tenth, 0.7 a little below seven tenths, and 1/3 below a third.
    expect(Binomial.mode(binomial(9, 0.1))).toEqual([1]);
    expect(Binomial.mode(binomial(9, 0.7))).toEqual([6]);
    expect(Binomial.mode(binomial(2, 1 / 3))).toEqual([0]);
  });

  test('successes are failures counted from the other end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 64 }), fc.nat(), (n, eighths, i) => {
        const [p, k] = [eighths / 64, i % (n + 1)];
        const [law, mirrored] = [binomial(n, p), binomial(n, 1 - p)];
        const [a, b] = [Binomial.cdf(law)(k), Binomial.sf(mirrored)(n - k - 1)];
        expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * b);
      }),
    );
  });

  test('rare successes in many trials are a Poisson law', () => {
    const [law, limit] = [binomial(2 ** 53, 2 ** -51), right(Poisson.poisson(4))];
    for (const k of [0, 3, 7, 30])
      for (const word of ['pmf', 'cdf', 'sf'] as const)
        expect(Binomial[word](law)(k) / Poisson[word](limit)(k)).toBeCloseTo(1, 13);
    expect(Binomial.entropy(law)).toBeCloseTo(Poisson.entropy(limit), 13);
  });

  test('the entropy is continuous where the series takes over', () => {
    const [a, b] = [4000 - 1e-9, 4000].map((m) => Binomial.entropy(binomial(8000, m / 8000)));
    const [below, above] = [3998, 4002].map((n) => Binomial.entropy(binomial(n, 0.5)) - 0.5 * Math.log(n));
    expect(Math.abs(a! - b!)).toBeLessThan(2e-14);
    expect(Math.abs(below! - above!)).toBeLessThan(2e-7);
  });

  test('trials that are none are a failure of the fit', () => {
    expect(Binomial.fit(2.5)([1])).toMatchObject({ _tag: 'Left', left: { _tag: 'OutOfDomain', at: 'trials' } });
    expect(Binomial.fit(0)([0])).toMatchObject({ _tag: 'Left', left: { _tag: 'Degenerate', at: 'sample' } });
    expect(Binomial.fit(3)([1, 4])).toMatchObject({ _tag: 'Left', left: { _tag: 'OutOfDomain', index: 1, value: 4 } });
    expect(right(Binomial.fit(3)([3, 3]))).toMatchObject({
      law: { probability: 1 },
      logLikelihood: 0,
      standardErrors: {},
    });
  });

  test('the entropy near a probability of 1 is that of the failures, and ends', () => {
    // Counted by successes it never ended: there is no integer after 2^53.
    const [law, mirrored] = [binomial(2 ** 53, 1 - 2 ** -53), binomial(2 ** 53, 2 ** -53)];
    expect(Binomial.entropy(law)).toBeCloseTo(Binomial.entropy(mirrored), 14);
    expect(Binomial.entropy(law)).toBeCloseTo(Poisson.entropy(right(Poisson.poisson(1))), 14);
    expect(Binomial.entropy(binomial(40, 0.75))).toBeCloseTo(Binomial.entropy(binomial(40, 0.25)), 14);
  });
});
