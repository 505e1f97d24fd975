import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { rng } from '../../src/law/index.ts';
import * as Categorical from '../../src/laws/categorical.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const { categorical } = Categorical;

const weights = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true })), {
  minLength: 1,
  maxLength: 12,
});
const spread = weights.filter((w) => w.filter((x) => x > 0.01).length > 1);

lawSuite({
  law: Categorical.categoricalLaw,
  codec: Codec.categorical,
  extremes: [[1], [0, 0, 3, 0], [5e-324, 5e-324], [1e308, 0, 5e-324], [1, 1e-20, 1e-300], new Array(1000).fill(1)].map(
    (w: number[]) => right(categorical(w)),
  ),
  typical: spread.map((w) => right(categorical(w))),
});

/** Sums of doubles, exact: a double is an integer multiple of 2^-1074. */
const exact = (xs: ReadonlyArray<number>): bigint =>
  xs.reduce((total, x) => {
    const exponent = x === 0 ? 0 : Math.max(-1074, Math.floor(Math.log2(x)) - 60);
    // In two steps, for 2^1074 is no double.
    const scaled = exponent < -1000 ? x * 2 ** 1000 * 2 ** (-exponent - 1000) : x * 2 ** -exponent;
    return total + (BigInt(scaled) << BigInt(exponent + 1074));
  }, 0n);
/** a/b - x/1 relative, in units of 2^-53. */
const unitsOff = (x: number, a: bigint): number => {
  if (a === 0n) return x === 0 ? 0 : Infinity;
  const difference = exact([x]) - a;
  return Number(((difference < 0n ? -difference : difference) << 63n) / a) / 2 ** 10;
};

describe('categorical', () => {
  test('both tails are the exact sums to 2 units, also where they are small', () => {
    const tiny = fc.integer({ min: 0, max: 1060 }).map((e) => 2 ** -e);
    fc.assert(
      fc.property(fc.array(tiny, { minLength: 1, maxLength: 12 }), (w) => {
        const law = right(categorical(w));
        const { lower, upper } = Categorical.support(law);
        for (let k = lower; k < upper; k++) {
          const [p, s] = [Categorical.cdf(law)(k), Categorical.sf(law)(k)];
          expect(unitsOff(p, exact(law.probabilities.slice(0, k + 1)))).toBeLessThanOrEqual(6);
          expect(unitsOff(s, exact(law.probabilities.slice(k + 1)))).toBeLessThanOrEqual(6);
          if (Math.min(p, s) > 2 ** -1020) {
            expect(Categorical.logCdf(law)(k) / (s < 0.5 ? Math.log1p(-s) : Math.log(p))).toBeCloseTo(1, 14);
            expect(Categorical.logSf(law)(k) / (p < 0.5 ? Math.log1p(-p) : Math.log(s))).toBeCloseTo(1, 14);
          }
        }
      }),
    );
  });

  test('probabilities stay as they are, and weights are made to add up', () => {
    fc.assert(
      fc.property(weights, (w) => {
        const made = categorical(w);
        if (made._tag === 'Left') return;
        expect(categorical(made.right.probabilities)).toEqual(made);
        expect(Math.abs(made.right.probabilities.reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-15 * w.length);
      }),
    );
    expect(right(categorical([3, 1])).probabilities).toEqual([0.75, 0.25]);
    expect(right(categorical(Float32Array.of(2, 2))).probabilities).toEqual([0.5, 0.5]);
  });

  test('weights that are none are failures that say why', () => {
    expect(sentence(categorical([]))).toContain('categorical.probabilities');
    expect(sentence(categorical([0, 0]))).toBe('categorical.probabilities: they are all zero');
    expect(sentence(categorical([1, -1]))).toBe('categorical.probabilities[1] is -1; it must be at least 0');
    expect(sentence(categorical([1, NaN]))).toContain('categorical.probabilities[1] is NaN');
    expect(sentence(categorical([1e308, 1e308]))).toBe('categorical.probabilities: their sum overflows');
  });

  test('what is nearly certain keeps its digits', () => {
    const law = right(categorical([1e-20, 1, 1e-40]));
    expect(Categorical.logPmf(law)(1)).toBeCloseTo(-1e-20, 29);
    expect(Categorical.entropy(law) / (1e-20 * (1 + 20 * Math.LN10))).toBeCloseTo(1, 8);
    expect(Categorical.variance(law)).toBeCloseTo(1e-20, 34);
    expect(Categorical.cumHazard(law)(0)).toBe(1e-20);
    expect(Categorical.logHazard(law)(1)).toBeCloseTo(-1e-40, 54);
  });

  test('impossible categories are outside, between and never drawn', () => {
    const law = right(categorical([0, 1, 0, 3, 0]));
    expect(Categorical.support(law)).toEqual({ lower: 1, upper: 3 });
    expect(Categorical.mode(law)).toEqual([3]);
    expect([0, 0.25, 0.26, 1].map(Categorical.quantile(law))).toEqual([1, 1, 3, 3]);
    expect([0, 0.75, 0.76, 1].map(Categorical.isf(law))).toEqual([3, 1, 1, 1]);
    expect(new Set(Categorical.sampleN(law)(500)(rng(3))[0])).toEqual(new Set([1, 3]));
    expect([0, 1, 2, 3, 4, 5].map(Categorical.hazard(law))).toEqual([0, 0.25, 0, 1, 1, 1]);
  });

  test('moments of a die', () => {
    const law = right(categorical([1, 1, 1, 1, 1, 1]));
    expect([Categorical.mean(law), Categorical.variance(law)]).toEqual([
      expect.closeTo(2.5, 14),
      expect.closeTo(35 / 12, 14),
    ]);
    expect(Categorical.entropy(law)).toBeCloseTo(Math.log(6), 15);
    expect(Categorical.mode(law)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('the fit is the shares, and nothing is likelier', () => {
    fc.assert(
      fc.property(spread, fc.integer(), fc.integer({ min: 0, max: 11 }), (w, seed, shifted) => {
        const law = right(categorical(w));
        const xs = Categorical.sampleN(law)(100)(rng(seed))[0];
        const found = right(Categorical.fit(w.length)(xs));
        const logLikelihood = (l: Categorical.Categorical): number =>
          xs.reduce((total, x) => total + Categorical.logPmf(l)(x), 0);
        expect(found.logLikelihood).toBeCloseTo(logLikelihood(found.law), 10);
        expect(logLikelihood(law)).toBeLessThanOrEqual(found.logLikelihood + 1e-10);
        const near = right(categorical(found.law.probabilities.map((p, k) => p * (k === shifted ? 1.01 : 1))));
        expect(logLikelihood(near)).toBeLessThanOrEqual(found.logLikelihood + 1e-10);
        expect([found.parameters, found.observations]).toEqual([w.length - 1, 100]);
      }),
      { numRuns: 30 },
    );
    expect(Categorical.fit(2)([])).toMatchObject({ left: { _tag: 'Empty', at: 'sample' } });
    expect(Categorical.fit(2)([0, 2])).toMatchObject({ left: { _tag: 'OutOfDomain', at: 'sample', index: 1 } });
    expect(Categorical.fit(1e300)([0])).toMatchObject({ left: { _tag: 'OutOfDomain', at: 'categories' } });
    expect(right(Categorical.fit(1)([0, 0])).logLikelihood).toBe(0);
  });
});
