import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atStandardisedLog, erf, erfc, erfcInverse, erfInverse } from '../../src/numeric/index.ts';

describe('atStandardisedLog', () => {
  const z = (location: number, scale: number) => atStandardisedLog(location, scale, (value) => value);

  test('is minus infinity at 0, infinite at infinity and NaN exactly for NaN', () => {
    for (const [location, scale] of [
      [0, 1],
      [10, 1e-3],
      [-1e308, 1e308],
      [4e5, 5e-324],
    ] as const) {
      expect([0, Infinity, NaN].map(z(location, scale))).toEqual([-Infinity, Infinity, NaN]);
    }
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: 5e-324 }),
        fc.double({ noNaN: true, min: 5e-324 }),
        (location, scale, x) => {
          atStandardisedLog(location, scale, (value, epsilon) => {
            expect(value).not.toBeNaN();
            expect(Math.abs(epsilon)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
          })(x);
        },
      ),
    );
  });

  test('next to the location no digit is lost to the difference of two logarithms', () => {
    // ln of the double after e, less 1: mpmath, 50 digits.
    const x = 2.7182818284590455;
    expect(z(1, 1e-3)(x) / 1.101889132838495e-13).toBeCloseTo(1, 15);
  });

  test('is the same whatever was asked before', () => {
    const once = atStandardisedLog(3, 0.4, (value, epsilon) => [value, epsilon]);
    const before = once(19);
    once(1e300);
    once(20.0855);
    expect(once(19)).toEqual(before);
  });
});

describe('inverse error functions', () => {
  test('undo the error functions, are odd about 0 and 1, and NaN outside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }).filter((y) => Math.abs(y) > 1e-300),
        (y) => {
          const lower = erf(y);
          const upper = erfc(y);
          if (Math.abs(lower) < 0.9) expect(Math.abs(erfInverse(lower) - y)).toBeLessThanOrEqual(4e-15 * Math.abs(y));
          if (upper < 1) expect(Math.abs(erfcInverse(upper) - y)).toBeLessThanOrEqual(4e-15);
        },
      ),
    );
    expect(erfInverse(-0.3)).toBe(-erfInverse(0.3));
    expect([-1, 0, 1].map(erfInverse)).toEqual([-Infinity, 0, Infinity]);
    expect([0, 1, 2].map(erfcInverse)).toEqual([Infinity, 0, -Infinity]);
    expect([NaN, 1.1, -1.1].map(erfInverse)).toEqual([NaN, NaN, NaN]);
    expect([NaN, 2.1, -0.1].map(erfcInverse)).toEqual([NaN, NaN, NaN]);
  });
});
