import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ecdf,
  ecdfWith,
  quantile,
  quantileAll,
  quantileAllWith,
  type QuantileType,
  quantileWith,
} from '../../src/ecdf/index.ts';
import { sampleOf } from '../arbitraries.ts';
import table from '../reference/tables/quantile-types.json' with { type: 'json' };
import { right, sentence } from '../right.ts';

const TYPES: ReadonlyArray<QuantileType> = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const FUZZ = 4 * 2 ** -52;

const probability = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: 0, max: 10 }).map((k) => Math.min(k * 0.1, 1)),
);

describe('against R', () => {
  for (const { name, data, types } of table.sets) {
    test(`${name}: all types at all probabilities, to 1e-14`, () => {
      const e = right(ecdf(data));
      for (const type of TYPES) {
        const of = quantileWith({ type })(e);
        table.probabilities.forEach((p, i) => {
          // Where n p misses an integer by a rounding, R 4.2.2 applies its allowance in types 1 and 2 by halves.
          const np = data.length * p;
          if (type <= 2 && np !== Math.round(np) && Math.abs(np - Math.round(np)) <= FUZZ) return;
          const expected = types[type - 1]![i]!;
          expect(Math.abs(of(p) - expected), `type ${type} at ${p}`).toBeLessThanOrEqual(1e-14 * Math.abs(expected));
        });
      }
    });
  }

  test('0.1 + 0.2 lands on the third order statistic', () => {
    const e = right(ecdf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]));
    expect(quantileWith({ type: 1 })(e)(0.1 + 0.2)).toBe(3);
    expect(quantileWith({ type: 2 })(e)(0.1 + 0.2)).toBe(3.5);
    expect(quantileWith({ type: 3 })(e)(0.1 + 0.2)).toBe(3);
  });
});

describe('every type', () => {
  test('stays inside the sample, rises with p, and ends at the extremes', () => {
    fc.assert(
      fc.property(sampleOf, probability, probability, fc.constantFrom(...TYPES), (xs, p, q, type) => {
        const of = quantileWith({ type })(right(ecdf(xs)));
        const [low, high] = [of(Math.min(p, q)), of(Math.max(p, q))];
        const [least, most] = [Math.min(...xs) + 0, Math.max(...xs) + 0];
        expect(low).toBeGreaterThanOrEqual(least);
        expect(high).toBeLessThanOrEqual(most);
        expect(low - high <= 1e-14 * Math.max(Math.abs(low), Math.abs(high))).toBe(true);
        expect([of(0), of(1)]).toEqual([least, most]);
      }),
    );
  });

  test('equal weights give the unweighted quantile', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 64 }),
        fc.constantFrom(...TYPES),
        fc.constantFrom(0.25, 2, 3),
        (xs, k, type, w) => {
          const p = k / 64;
          const plain = quantileWith({ type })(right(ecdf(xs)))(p);
          const weighted = quantileWith({ type })(right(ecdfWith({ weights: xs.map(() => w) })(xs)))(p);
          // A step of types 1 to 3 lies where rounding decides, unless n p is far from it.
          const np = xs.length * p;
          const away = Math.abs(np - Math.round(np)) > 1e-9 && Math.abs(np - 0.5 - Math.round(np - 0.5)) > 1e-9;
          if (type > 3 || away) expect(weighted).toBeCloseTo(plain, 12);
        },
      ),
    );
  });

  test('an observation of weight 0 changes nothing', () => {
    fc.assert(
      fc.property(
        sampleOf,
        fc.array(fc.integer({ min: -9, max: 9 })),
        probability,
        fc.constantFrom(...TYPES),
        (xs, ghosts, p, type) => {
          const weights = xs.map((_, i) => 1 + (i % 3));
          const e = right(ecdfWith({ weights })(xs));
          const haunted = right(ecdfWith({ weights: [...weights, ...ghosts.map(() => 0)] })([...xs, ...ghosts]));
          expect(quantileWith({ type })(haunted)(p)).toBe(quantileWith({ type })(e)(p));
        },
      ),
    );
  });

  test('a count is a repetition', () => {
    fc.assert(
      fc.property(sampleOf, probability, fc.constantFrom(...TYPES), (xs, p, type) => {
        const counts = xs.map((_, i) => 1 + (i % 4));
        const repeated = xs.flatMap((x, i) => Array.from({ length: counts[i]! }, () => x));
        expect(quantileWith({ type })(right(ecdfWith({ counts })(xs)))(p)).toBe(
          quantileWith({ type })(right(ecdf(repeated)))(p),
        );
      }),
    );
  });
});

test('weighted quantiles by hand', () => {
  const e = right(ecdfWith({ weights: [1, 2, 1] })([10, 20, 30]));
  const of = (type: QuantileType) => [0.25, 0.5, 0.75].map(quantileWith({ type })(e));
  expect(of(1)).toEqual([10, 20, 20]);
  expect(of(2)).toEqual([15, 20, 25]);
  // Akinshin: n* = 16/6, type 7 at 1/2 averages the inverse over the middle 1/n* of the mass.
  expect(quantile(e)(0.5)).toBe(20);
  const n = 16 / 6;
  const h = 0.25 * (n - 1) + 1;
  const below = 0.25 - (h - 1) / n;
  expect(quantile(e)(0.25)).toBeCloseTo((10 * below + 20 * (1 / n - below)) * n, 12);
});

test('infinite observations: no NaN is made', () => {
  const e = right(ecdfWith({ infinite: 'allow' })([-Infinity, Infinity]));
  const weighted = right(ecdfWith({ infinite: 'allow', weights: [1, 2] })([-Infinity, Infinity]));
  for (const type of TYPES) {
    for (let k = 0; k <= 20; k++) {
      expect(quantileWith({ type })(e)(k / 20)).not.toBeNaN();
      expect(quantileWith({ type })(weighted)(k / 20)).not.toBeNaN();
    }
  }
});

test('probabilities outside [0, 1] are NaN one by one, and a failure together', () => {
  const e = right(ecdf([1, 2, 3]));
  expect([-0.01, 1.01, NaN].map(quantile(e))).toEqual([NaN, NaN, NaN]);
  expect([...right(quantileAllWith({ type: 1 })(e)([1, 0]))]).toEqual([3, 1]);
  expect(sentence(quantileAll(e)([0, -1, 2]))).toBe(
    'probabilities[1] is -1; it must be at least 0 and at most 1 (2 such values in all)',
  );
});
