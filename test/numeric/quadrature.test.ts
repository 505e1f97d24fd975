import { describe, expect, test } from 'vitest';
import { quadrature } from '../../src/numeric/index.ts';

describe('quadrature', () => {
  test('polynomials up to degree 22 are exact in one panel', () => {
    for (let degree = 0; degree <= 22; degree++) {
      const { value, evaluations } = quadrature((x) => x ** degree, [0, 2], 1, 50);
      const exact = 2 ** (degree + 1) / (degree + 1);
      expect(Math.abs(value / exact - 1)).toBeLessThan(1e-15 * 8);
      expect(evaluations).toBe(15);
    }
  });

  test('the error is honest, and met where it can be', () => {
    const cases: ReadonlyArray<readonly [(x: number) => number, ReadonlyArray<number>, number]> = [
      [(x) => Math.exp(-x * x), [-8, 0, 8], Math.sqrt(Math.PI)],
      [(x) => 1 / (1 + 1e4 * x * x), [-1, 1], 2e-2 * Math.atan(100)],
      [(x) => Math.log(x), [0, 1], -1],
      [(x) => Math.abs(x - 1 / 3), [0, 1], 5 / 18],
      [(x) => 1 / Math.sqrt(x), [0, 1], 2],
    ];
    for (const [f, knots, exact] of cases) {
      const { value, error, size } = quadrature(f, knots, 1e-10, 200);
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(error + 1e-14 * size);
      expect(error).toBeLessThanOrEqual(1e-10 * size);
    }
  });

  test('the work is bounded, whatever the function', () => {
    let calls = 0;
    const wild = (x: number): number => {
      calls++;
      return Math.sin(1e9 * x);
    };
    const { evaluations, error } = quadrature(wild, [0, 1], 1e-15, 40);
    expect(evaluations).toBe(15 * 79);
    expect(calls).toBeLessThanOrEqual(evaluations);
    expect(error).toBeGreaterThan(0.01);
    expect(quadrature(() => NaN, [0, 1], 1e-10, 40).value).toBeNaN();
    expect(quadrature(() => 1, [2, 2], 1e-10, 40).value).toBe(0);
  });

  test('never evaluates the ends, however thin the pieces', () => {
    const inside =
      (from: number, to: number, f: (x: number) => number) =>
      (x: number): number =>
        x > from && x < to ? f(x) : NaN;
    const f = inside(0, 1, (x) => 1 / Math.sqrt(1 - x));
    // The doubles below 1 are too far apart for more.
    expect(Math.abs(quadrature(f, [0, 1], 1e-14, 300).value - 2)).toBeLessThan(1e-7);
    const thin = inside(1, 1 + 2 ** -51, () => 3);
    expect(quadrature(thin, [1, 1 + 2 ** -51], 1e-14, 300).value / 2 ** -51).toBeCloseTo(3, 14);
    expect(quadrature(() => NaN, [1, 1 + 2 ** -52], 1e-14, 300).value).toBe(0);
  });

  test('over all doubles, the width of which is none', () => {
    const { value, error } = quadrature((x) => Math.exp(-Math.abs(x) * 1e-307), [-1e308, 0, 1e308], 1e-12, 100);
    expect(value / (-2e307 * Math.expm1(-10))).toBeCloseTo(1, 12);
    expect(error).toBeLessThan(2e295);
    expect(quadrature((x) => x, [-1e308, 1e308], 1e-12, 100).evaluations).toBe(15);
  });
});
