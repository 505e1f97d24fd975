import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Normal from '../../src/laws/normal.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

lawSuite({
  law: Normal.normalLaw,
  codec: Codec.normal,
  extremes: [Normal.normal(1e308, 1e308), Normal.normal(-1e308, 5e-324), Normal.normal(0, 1e-300)].map(right),
});
fitSuite({ law: Normal.normalLaw, fit: Normal.fit });

test.each([
  [Normal.logHazard(right(Normal.normal(0, 1e-310)))(0), Math.log(Math.sqrt(2 / Math.PI)) - Math.log(1e-310)],
])('logarithms stay finite where what they are of underflows: %#', (value, expected) => {
  expect(value).toBeCloseTo(expected, 11);
});

describe('normal', () => {
  test('a quantile whose product alone overflows', () => {
    const law = right(Normal.normal(-1.7e308, 1e308));
    const x = Normal.quantile(law)(0.9712834401839981);
    expect(Math.abs(x / 2e307 - 1)).toBeLessThan(1e-13);
    expect(Object.is(Normal.median(right(Normal.normal(-0, 1))), 0)).toBe(true);
  });

  test('a difference that overflows is standardised all the same', () => {
    const law = right(Normal.normal(-1e308, 1e308));
    expect(Normal.cdf(law)(1e308)).toBe(Normal.cdf(right(Normal.normal(0, 1)))(2));
  });

  test('x - mean is exact in the tail: 30 sd from a mean that no double shares with x', () => {
    // N(0.1, 0.3) at -9: mpmath 50 digits with the exact doubles.
    const law = right(Normal.normal(0.1, 0.3));
    const value = Normal.cdf(law)(-9);
    expect(Math.abs(value / 2.0841551935399038e-202 - 1)).toBeLessThan(2e-15);
  });
});
