import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as LogLogistic from '../../src/laws/log-logistic.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const { logLogistic } = LogLogistic;

/** Shapes away from 1 and 2, next to which moments hang on what lies beyond the doubles, as do quantiles below 0.8. */
const shapes = fc
  .tuple(
    fc.constantFrom([0.9, 0.97] as const, [1.1, 1.9] as const, [2.2, 20] as const),
    fc.integer({ min: 0, max: 2 ** 20 }),
  )
  .map(([[lower, upper], k]) => lower + (upper - lower) * (k / 2 ** 20));

lawSuite({
  law: LogLogistic.logLogisticLaw,
  codec: Codec.logLogistic,
  typical: fc
    .tuple(
      shapes,
      fc.integer({ min: 1, max: 2 ** 20 }).map((k) => k / 2 ** 14),
    )
    .map(([shape, scale]) => right(logLogistic(shape, scale))),
  extremes: [
    logLogistic(5e-324, 1),
    logLogistic(1e308, 1e308),
    logLogistic(1e308, 5e-324),
    logLogistic(1, 5e-324),
    logLogistic(0.01, 1e308),
    logLogistic(1, 1e308),
    logLogistic(1e16, 1),
  ].map(right),
});

describe('log-logistic', () => {
  test('at 0 the density and hazard are infinite, one over the scale, or 0', () => {
    for (const word of [LogLogistic.pdf, LogLogistic.hazard]) {
      expect([0.5, 1, 2].map((shape) => word(right(logLogistic(shape, 4)))(0))).toEqual([Infinity, 0.25, 0]);
    }
    expect([0.5, 1, 2].map((shape) => LogLogistic.logPdf(right(logLogistic(shape, 4)))(0))).toEqual([
      Infinity,
      Math.log(0.25),
      -Infinity,
    ]);
  });

  test('moments end where their integrals diverge', () => {
    expect(LogLogistic.mean(right(logLogistic(1, 1)))).toBe(Infinity);
    expect(LogLogistic.sd(right(logLogistic(2, 1)))).toBe(Infinity);
    expect(LogLogistic.mean(right(logLogistic(2, 1)))).toBeCloseTo(Math.PI / 2, 15);
    expect(LogLogistic.mean(right(logLogistic(4, 3)))).toBeCloseTo((3 * Math.PI) / (2 * Math.SQRT2), 14);
    expect(LogLogistic.variance(right(logLogistic(4, 1)))).toBeCloseTo(Math.PI / 2 - Math.PI ** 2 / 8, 14);
  });

  test('reciprocals swap the tails', () => {
    const law = right(logLogistic(3, 7));
    const mirror = right(logLogistic(3, 1 / 7));
    for (const x of [0.03, 2, 8, 900]) {
      expect(LogLogistic.sf(law)(x) / LogLogistic.cdf(mirror)(1 / x)).toBeCloseTo(1, 14);
    }
  });
});
