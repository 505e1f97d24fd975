import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketedRoot } from '../../src/numeric/index.ts';

/** The search for where f vanishes by Newton's method, and how often it evaluates f. */
const searched = (
  f: (x: number) => number,
  slope: (x: number) => number,
  guess: number,
  lower: number,
  upper: number,
): readonly [number, number] => {
  let calls = 0;
  const value = (x: number): number => {
    calls++;
    return f(x);
  };
  return [bracketedRoot(value, (x, v) => v / slope(x), guess, lower, upper, 1e-9), calls];
};

describe('bracketedRoot', () => {
  test('finds a power wherever it starts, in few evaluations', () => {
    const size = fc.integer({ min: -300, max: 300 }).map((k) => 10 ** k);
    fc.assert(
      fc.property(size, size, fc.constantFrom(0.5, 1, 2), (root, guess, power) => {
        const f = (x: number): number => (x / root) ** power - 1;
        const [x, calls] = searched(f, (x) => (power / x) * (x / root) ** power, guess, 0, Infinity);
        expect(Math.abs(x / root - 1)).toBeLessThan(1e-14);
        expect(calls).toBeLessThanOrEqual(200);
      }),
    );
  });

  test('on either side of 0, and across it', () => {
    const ends = [
      [-Infinity, Infinity],
      [-Infinity, -1e-3],
      [-1e9, 1e9],
    ] as const;
    for (const [lower, upper] of ends)
      for (const guess of [-1e200, -5, 0, 1e200, NaN])
        expect(
          searched(
            (x) => x + 7,
            () => 1,
            guess,
            lower,
            upper,
          )[0],
        ).toBe(-7);
  });

  test('steps that are NaN, nothing or backwards only cost bisections', () => {
    for (const step of [NaN, 0, 5e-324, Infinity, -Infinity])
      for (const root of [1e-200, 1e-3, 1e7, 1e150]) {
        let calls = 0;
        const value = (x: number): number => {
          calls++;
          return Math.log(x / root);
        };
        // From a guess outside, so that no step from it is believed.
        const x = bracketedRoot(value, () => step, -1, 0, Infinity, 1e-9);
        expect(calls).toBeLessThanOrEqual(200);
        if (step !== 0 && step !== 5e-324) expect(Math.abs(x / root - 1)).toBeLessThan(1e-14);
      }
  });

  test('a vanishing step far from the root, right after a bisection, ends nothing', () => {
    // Beyond 1e20 the method says that it has arrived, which one bisection from 0 to infinity once believed.
    const root = 1e-9;
    const step = (x: number): number => (x > 1e20 ? 1e-30 * x : x < 1e-10 ? -1e-5 : x - root);
    expect(bracketedRoot((x) => Math.log(x / root), step, 1e-11, 0, Infinity, 1e-6) / root).toBeCloseTo(1, 12);
  });

  test('where the function never vanishes, the nearer end', () => {
    expect(
      searched(
        () => 1,
        () => 1,
        3,
        0,
        Infinity,
      )[0],
    ).toBe(0);
    expect(
      searched(
        () => -1,
        () => 1,
        3,
        0,
        Infinity,
      )[0],
    ).toBe(Number.MAX_VALUE);
    expect(
      searched(
        () => -1,
        () => 1,
        3,
        2,
        4,
      )[0],
    ).toBe(4);
    expect(
      searched(
        () => 1,
        () => 1,
        3,
        2,
        4,
      )[0],
    ).toBe(2);
  });
});
