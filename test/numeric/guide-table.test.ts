import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBelow, cumulativeSums, guided } from '../../src/numeric/index.ts';

test('finds what bisection finds, at every step and on both sides of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 60 }),
      fc.double({ min: 2 ** -60, max: 1, noNaN: true }),
      (masses, u) => {
        const sums = cumulativeSums(Float64Array.from(masses));
        const last = sums.at(-1)!;
        fc.pre(last > 0);
        const cumulative = sums.map((s, k) => (k === sums.length - 1 ? 1 : Math.min(1, s / last)));
        const index = guided(cumulative);
        for (const at of [u, ...cumulative, ...cumulative.map((c) => c * (1 - 2 ** -53))].filter((v) => v > 0))
          expect(index(at)).toBe(countBelow(cumulative, at));
      },
    ),
  );
});
