import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sum } from '../../src/numeric/index.ts';

const UNIT = 2 ** -53;

/** x * 2^1074, exactly. */
const toInteger = (x: number): bigint => {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  const word = bits.getBigUint64(0);
  const exponent = (word >> 52n) & 2047n;
  const fraction = word & (2n ** 52n - 1n);
  const size = exponent === 0n ? fraction : (fraction + 2n ** 52n) << (exponent - 1n);
  return word >> 63n === 1n ? -size : size;
};
const abs = (x: bigint): bigint => (x < 0n ? -x : x);

/** Whether a double is within the documented error of the exact sum. */
const isSum = (s: number, xs: ReadonlyArray<number>): boolean => {
  const exact = xs.reduce((total, x) => total + toInteger(x), 0n);
  const size = xs.reduce((total, x) => total + abs(toInteger(x)), 0n);
  const n = BigInt(xs.length);
  return abs(toInteger(s) - exact) <= abs(exact) / 2n ** 53n + (n * n * size) / 2n ** 106n + 1n;
};

test('a sum keeps its bound, cancellation and all', () => {
  const wide = fc.double({ noNaN: true, min: -1e300, max: 1e300 });
  const close = fc.double({ noNaN: true, min: -1, max: 1 });
  fc.assert(
    fc.property(fc.array(fc.oneof(wide, close), { maxLength: 60 }), fc.boolean(), (xs, cancel) => {
      const all = cancel ? [...xs, ...xs.map((x) => -x * (1 + 4 * UNIT))] : xs;
      expect(isSum(sum(Float64Array.from(all)), all)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a sum that a partial sum overflows on the way', () => {
  const huge = fc.double({ noNaN: true, min: 1e307, max: 1.7e308 });
  fc.assert(
    fc.property(
      fc.array(huge, { minLength: 2, maxLength: 20 }),
      fc.double({ noNaN: true, min: -1, max: 1 }),
      (xs, x) => {
        const all = [...xs, x, ...xs.slice(1).map((v) => -v)];
        expect(isSum(sum(Float64Array.from(all)), all)).toBe(true);
      },
    ),
  );
  expect(sum(Float64Array.of(1.7e308, 1.7e308))).toBe(Infinity);
  expect(sum(Float64Array.of(-1.7e308, -1.7e308, 1e308))).toBe(-Infinity);
});

test('a sum of nothing, of infinities, of NaN', () => {
  expect(sum(new Float64Array(0))).toBe(0);
  expect(sum(Float64Array.of(-0, -0))).toBe(0);
  expect(sum(Float64Array.of(1, Infinity, -1e308))).toBe(Infinity);
  expect(sum(Float64Array.of(-Infinity, 5))).toBe(-Infinity);
  expect(sum(Float64Array.of(-Infinity, 5, Infinity))).toBeNaN();
  expect(sum(Float64Array.of(NaN, Infinity))).toBeNaN();
});

test('a million values of 0.1', () => {
  // The double 0.1 is 1.0000000000000000555 / 10.
  expect(sum(new Float64Array(1e6).fill(0.1))).toBe(100000);
});
