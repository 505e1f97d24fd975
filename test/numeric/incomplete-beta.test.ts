import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betaP,
  betaPAt,
  betaPInverse,
  betaPointOf,
  betaPointOfLogP,
  betaPointOfLogQ,
  betaPointOfOdds,
  betaPointOfP,
  betaPointOfQ,
  betaPrefix,
  betaPrefixAt,
  betaQ,
  betaQAt,
  betaQInverse,
  betaShapeOf,
  gammaP,
  gammaQ,
  gammaQInverse,
  logBeta,
  logBetaP,
  logBetaPAt,
  logBetaPInverse,
  logBetaPrefix,
  logBetaQ,
  logBetaQAt,
  logBetaQInverse,
  logGamma,
  logGammaP,
  logGammaRatio,
  normalCdf,
  normalLogCdf,
} from '../../src/numeric/index.ts';

const UNIT = 2 ** -53;

/** From 1e-3 to 1e6, evenly in the logarithm. */
const shape = fc.integer({ min: -3000, max: 6000 }).map((k) => 10 ** (k / 1000));
/** Multiples of 2^-30 in (0, 1), so that 1 - x is exact. */
const exactPoint = fc.integer({ min: 1, max: 2 ** 30 - 1 }).map((k) => k * 2 ** -30);
/** A point of [0, 1] at some distance from the mean, in standard deviations. */
const pointNear = (a: number, b: number, z: number): number => {
  const mean = a / (a + b);
  return Math.min(1, Math.max(0, mean + z * Math.sqrt((mean * (b / (a + b))) / (a + b + 1))));
};
const distance = fc.double({ min: -6, max: 6, noNaN: true });
const extreme = fc.constantFrom(
  5e-324,
  1e-310,
  1e-300,
  1e-16,
  0.5,
  1,
  9.999,
  10,
  39.999,
  40,
  1e16,
  1e290,
  1e300,
  1.7e308,
);
const extremePoint = fc.constantFrom(0, 5e-324, 1e-300, 1e-20, 0.2, 0.5, 1 - UNIT, 1);
const size = (value: number): number => Math.max(Math.abs(value), 1e-300);

describe('the incomplete beta functions', () => {
  test('are NaN exactly outside a, b > 0 finite, 0 <= x <= 1', () => {
    const any = fc.oneof(fc.double(), fc.double({ min: 0, max: 1e3 }), extreme);
    const x = fc.oneof(fc.double(), fc.double({ min: 0, max: 1 }), extremePoint);
    fc.assert(
      fc.property(any, any, x, (a, b, t) => {
        const shapes = a > 0 && b > 0 && a < Infinity && b < Infinity;
        for (const f of [betaP, betaQ, logBetaP, logBetaQ, betaPInverse, betaQInverse])
          expect(Number.isNaN(f(a, b, t))).toBe(!(shapes && t >= 0 && t <= 1));
        for (const f of [logBetaPInverse, logBetaQInverse]) expect(Number.isNaN(f(a, b, -t))).toBe(!(shapes && t >= 0));
        const weights = a >= 0 && b >= 0 && a < Infinity && b < Infinity;
        for (const f of [betaPrefix, logBetaPrefix])
          expect(Number.isNaN(f(a, b, t))).toBe(!(weights && t >= 0 && t <= 1));
      }),
      { numRuns: 3000 },
    );
  });

  test('are probabilities and logarithms of them for the most extreme doubles', () => {
    fc.assert(
      fc.property(extreme, extreme, extremePoint, (a, b, x) => {
        for (const f of [betaP, betaQ, betaPInverse, betaQInverse]) {
          expect(f(a, b, x)).toBeGreaterThanOrEqual(0);
          expect(f(a, b, x)).toBeLessThanOrEqual(1);
        }
        expect(logBetaP(a, b, x)).toBeLessThanOrEqual(0);
        expect(logBetaQ(a, b, x)).toBeLessThanOrEqual(0);
        for (const f of [betaP, betaQ, logBetaP, logBetaQ, betaPInverse, betaQInverse])
          expect(Object.is(f(a, b, x), -0)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('at the ends', () => {
    expect([betaP(2, 3, 0), betaP(2, 3, 1), betaQ(2, 3, 0), betaQ(2, 3, 1)]).toEqual([0, 1, 1, 0]);
    expect([logBetaP(2, 3, 0), logBetaP(2, 3, 1), logBetaQ(2, 3, 0), logBetaQ(2, 3, 1)]).toEqual([
      -Infinity,
      0,
      0,
      -Infinity,
    ]);
    expect([betaPInverse(2, 3, 0), betaPInverse(2, 3, 1), betaQInverse(2, 3, 0), betaQInverse(2, 3, 1)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([logBetaPInverse(2, 3, -Infinity), logBetaPInverse(2, 3, 0)]).toEqual([0, 1]);
    expect([logBetaQInverse(2, 3, -Infinity), logBetaQInverse(2, 3, 0)]).toEqual([1, 0]);
    expect([betaPrefix(0, 3, 0), betaPrefix(2, 0, 1), betaPrefix(2, 3, 0), betaPrefix(2, 30, 1)]).toEqual([1, 1, 0, 0]);
  });

  test('I_x(a, b) is 1 - I_(1-x)(b, a), either way', () => {
    fc.assert(
      fc.property(shape, shape, exactPoint, (a, b, x) => {
        expect(betaQ(a, b, x)).toBe(betaP(b, a, 1 - x));
        expect(logBetaQ(a, b, x)).toBe(logBetaP(b, a, 1 - x));
        expect(Math.abs(betaP(a, b, x) + betaQ(a, b, x) - 1)).toBeLessThan(1e-13);
      }),
      { numRuns: 1000 },
    );
  });

  test('the logs are the logarithms', () => {
    fc.assert(
      fc.property(shape, shape, distance, (a, b, z) => {
        const x = pointNear(a, b, z);
        for (const [value, log] of [
          [betaP(a, b, x), logBetaP(a, b, x)],
          [betaQ(a, b, x), logBetaQ(a, b, x)],
          [betaPrefix(a, b, x), logBetaPrefix(a, b, x)],
        ] as const)
          if (value > 1e-290)
            expect(Math.abs(Math.exp(log) / value - 1)).toBeLessThan((500 + 12 * Math.abs(log)) * UNIT);
      }),
      { numRuns: 1000 },
    );
  });

  test('rise with x, also across every change of algorithm', () => {
    fc.assert(
      fc.property(shape, shape, distance, fc.double({ min: 1e-9, max: 0.1, noNaN: true }), (a, b, z, more) => {
        const x = pointNear(a, b, z);
        const further = pointNear(a, b, z + more);
        expect(betaP(a, b, further)).toBeGreaterThanOrEqual(betaP(a, b, x) * (1 - 1e-13));
        expect(betaQ(a, b, further)).toBeLessThanOrEqual(betaQ(a, b, x) * (1 + 1e-13));
      }),
      { numRuns: 2000 },
    );
  });

  // DLMF 8.17.20 and 8.17.21: with C = x^a y^b / B(a, b), the prefix times ab / (a + b).
  test('differ from those of the next shapes by a term', () => {
    fc.assert(
      fc.property(shape, shape, distance, (a, b, z) => {
        const x = pointNear(a, b, z);
        const term = betaPrefix(a, b, x) / (a + b);
        const slack = 1e-12 * (betaP(a, b, x) + term * (a + b));
        expect(Math.abs(betaP(a, b, x) - betaP(a + 1, b, x) - term * b)).toBeLessThanOrEqual(slack);
        expect(Math.abs(betaP(a, b + 1, x) - betaP(a, b, x) - term * a)).toBeLessThanOrEqual(slack);
      }),
      { numRuns: 2000 },
    );
  });

  test('have the beta density as derivative', () => {
    const moderate = fc.double({ min: 0.1, max: 200, noNaN: true });
    fc.assert(
      fc.property(moderate, moderate, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (a, b, x) => {
        const density = (betaPrefix(a, b, x) * a * b) / (a + b) / (x * (1 - x));
        fc.pre(density > 1e-3);
        const h = 1e-5;
        const slope =
          (8 * (betaP(a, b, x + h) - betaP(a, b, x - h)) - betaP(a, b, x + 2 * h) + betaP(a, b, x - 2 * h)) / (12 * h);
        expect(Math.abs(slope - density)).toBeLessThan(1e-7 * Math.max(1, density));
      }),
    );
  });

  test('agree whether the point is given by itself or by its odds', () => {
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 30 }), (a, b, u, k) => {
        const s = betaShapeOf(a, b);
        const odds = betaPointOfOdds(u, 2 ** k * 1048576 - u);
        const point = betaPointOf(u / (2 ** k * 1048576));
        for (const f of [betaPAt, betaQAt, betaPrefixAt])
          expect(Math.abs(f(s, odds) - f(s, point))).toBeLessThanOrEqual(1e-13 * f(s, point));
      }),
    );
  });

  test('odds keep what their doubles lack', () => {
    // 1e10 in a thousand: a plain quotient would be off by 1e-6 in the exponent.
    const third = betaPointOfOdds(1, 2);
    const s = betaShapeOf(1e10, 2e10);
    expect(Math.abs(betaPAt(s, third) + betaPAt(betaShapeOf(2e10, 1e10), betaPointOfOdds(2, 1)) - 1)).toBeLessThan(
      4 * UNIT,
    );
    expect(betaPAt(s, third)).toBeCloseTo(0.5000005428916799, 15);
  });

  test('of a shape of 1e308 are those of the gamma law', () => {
    for (const [a, b, x] of [
      [30, 8e307, 2e-307],
      [5, 8e307, 2e-308],
      [10, 1.7e308, 2e-308],
      [500, 1e308, 5.2e-306],
    ] as const) {
      const [p, q] = [gammaP(a, b * x), gammaQ(a, b * x)];
      expect(betaP(a, b, x) / p).toBeCloseTo(1, 12);
      expect(betaQ(a, b, x) / q).toBeCloseTo(1, 12);
      expect(logBetaP(a, b, x) / Math.log(p)).toBeCloseTo(1, 12);
      const mirror = betaPointOfOdds(1 - x, x);
      expect(betaQAt(betaShapeOf(b, a), mirror) / p).toBeCloseTo(1, 12);
      expect(betaPAt(betaShapeOf(b, a), mirror) / q).toBeCloseTo(1, 12);
    }
    expect(logBetaP(1e10, 1.7e308, 1.1764705882352941e-299) / logGammaP(1e10, 2e9)).toBeCloseTo(1, 12);
    expect(logBetaQ(1e10, 1.7e308, 1.1764705882352941e-299)).toBe(0);
  });

  test('of shapes of 1e46 and 1e287 ten deviations out', () => {
    const s = betaShapeOf(6.551146121262607e287, 1.0196016144958587e46);
    // A point of more digits than a double: 10.0134 deviations below the mean, where the law is normal.
    const p = betaPointOfLogP(s, normalLogCdf(-10.0134));
    expect(logBetaPAt(s, p)).toBeCloseTo(normalLogCdf(-10.0134), 6);
    expect(logBetaQAt(s, p) / -normalCdf(-10.0134)).toBeCloseTo(1, 6);
  });

  test('of a shape of 5e-324 are no less than 0', () => {
    expect([betaP(2, 5e-324, 0.9), betaQ(5e-324, 2, 0.1)]).toEqual([0, 0]);
    expect([logBetaQ(2, 5e-324, 0.9), logBetaP(5e-324, 2, 0.1)]).toEqual([0, 0]);
    expect([logBetaP(2, 5e-324, 0.9), logBetaQ(5e-324, 2, 0.1)]).toEqual([-Infinity, -Infinity]);
  });

  test('the logarithm loses nothing where one shape is a share of 1e-15', () => {
    // By mpmath at 130 digits; as the sum of -34 and 34 and more it was 1.1e-14 off.
    expect(Math.abs(logBetaQ(80, 34177479724043876, 2.3545075291948808e-15) / -0.7674174490421694 - 1)).toBeLessThan(
      2e-15,
    );
  });
});

describe('the inverses', () => {
  const tailOf = fc.oneof(
    fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
    fc.integer({ min: 6, max: 280 }).map((k) => 10 ** -k),
  );

  test('give back the tail that they were asked for', () => {
    fc.assert(
      fc.property(shape, shape, tailOf, (a, b, p) => {
        const s = betaShapeOf(a, b);
        for (const [point, tail] of [
          [betaPointOfP(s, p), betaPAt],
          [betaPointOfQ(s, p), betaQAt],
          [betaPointOfLogP(s, Math.log(p)), betaPAt],
          [betaPointOfLogQ(s, Math.log(p)), betaQAt],
        ] as const) {
          // The point is rounded: that costs a unit of x or of y, times how steep the tail is there.
          const steep = (betaPrefixAt(s, point) * a * b) / (a + b) / size(Math.min(point.x, point.y) > 0 ? p : 0);
          if (point.x > 1e-300 && point.y > 1e-300) {
            const lost = (steep / Math.max(point.x, point.y)) * 4 * UNIT;
            expect(Math.abs(tail(s, point) / p - 1)).toBeLessThan(1e-13 + 30 * Math.abs(Math.log(p)) * UNIT + lost);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('know the small side of a point near 1', () => {
    fc.assert(
      fc.property(shape, shape, tailOf, (a, b, p) => {
        const point = betaPointOfQ(betaShapeOf(a, b), p);
        const mirror = betaPointOfP(betaShapeOf(b, a), p);
        expect(Math.abs(point.y - mirror.x)).toBeLessThanOrEqual(size(mirror.x) * 1e-11);
        expect(point.x + point.y).toBeCloseTo(1, 15);
      }),
      { numRuns: 1000 },
    );
  });

  test('of skewed shapes, where the first step overshoots', () => {
    // By mpmath: the tail by quadrature, the point by Newton's method, at 60 digits.
    const rows = [
      [3.0956007060926196, 620304857632.4724, Math.log(2.579294398372503e-7), 3.36180186305125e-11],
      [3.567417267946918, 110532685402.61546, Math.log(1.0521755901552699e-77), 1.713968348038459e-9],
      [9.480741848509414, 9499801.59020437, Math.log(9.527412617534709e-213), 5.57638316473225e-5],
      [9.047557189439, 9975037210651.344, -59.34678131864444, 8.46494938162731e-12],
      [3, 269222844396, Math.log(4.8e-7), 7.407297321410873e-11],
      [46.6171510672975, 2049663365370417200, -1917.133352333702, 1.0418248652313095e-15],
    ] as const;
    for (const [a, b, logQ, x] of rows) {
      expect(logBetaQInverse(a, b, logQ) / x).toBeCloseTo(1, 13);
      expect(betaPointOfLogP(betaShapeOf(b, a), logQ).y / x).toBeCloseTo(1, 13);
      if (logQ > -700) expect(betaQInverse(a, b, Math.exp(logQ)) / x).toBeCloseTo(1, 13);
    }
    const between = (low: number, high: number): fc.Arbitrary<number> =>
      fc.double({ min: low, max: high, noNaN: true }).map((e) => 10 ** e);
    fc.assert(
      fc.property(between(0, 1.7), between(3, 20), between(0, 4), (a, b, minusLogQ) => {
        const point = betaPointOfLogQ(betaShapeOf(a, b), -minusLogQ);
        expect(logBetaQAt(betaShapeOf(a, b), point) / -minusLogQ).toBeCloseTo(1, 12);
      }),
      { numRuns: 2000 },
    );
  });

  test('of shapes so large that the law is a point to the doubles', () => {
    expect(betaPInverse(1e100, 3e100, 0.1)).toBe(0.25);
    expect(betaPInverse(1e300, 1e290, 0.1)).toBe(0.9999999999);
    expect(betaPInverse(1e290, 1.1e290, 0.5)).toBeCloseTo(1 / 2.1, 15);
    expect(betaQInverse(1e308, 1.7e308, 0.1)).toBeCloseTo(1 / 2.7, 15);
    expect(betaPInverse(1e308, 1.7e308, 1e-300)).toBeCloseTo(1 / 2.7, 15);
    // 1 - x of a gamma law of shape 20 and 5, so far out.
    expect(betaPointOfP(betaShapeOf(1e300, 20), 1e-300).y / gammaQInverse(20, 1e-300)).toBeCloseTo(1e-300, 313);
    expect(betaPointOfP(betaShapeOf(1e100, 5), 1e-300).y / gammaQInverse(5, 1e-300)).toBeCloseTo(1e-100, 113);
    fc.assert(
      fc.property(
        fc.double({ min: 40, max: 308, noNaN: true }),
        fc.double({ min: -3, max: 0.25, noNaN: true }),
        fc.double({ min: 1e-300, max: 0.999, noNaN: true }),
        (e, off, p) => {
          const a = 10 ** e;
          const b = Math.min(a * 10 ** off, 1.7e308);
          const mean = 1 / (1 + b / a);
          expect(betaPInverse(a, b, p) / mean).toBeCloseTo(1, 14);
          expect(betaQInverse(b, a, p) / (b / a / (1 + b / a))).toBeCloseTo(1, 14);
        },
      ),
    );
    // At the border of the normal limit: sqrt(ab/n) = 2e8 to 4e8 standard deviations of the odds.
    for (const a of [9e16, 9.9e16, 1.01e17, 2e17]) {
      const deviation = (betaPInverse(a, a, normalCdf(1)) - 0.5) * Math.sqrt(8 * a);
      expect(deviation).toBeCloseTo(1, 6);
    }
  });

  test('of a tail whose logarithm is beyond every exponential', () => {
    for (const [a, b, l] of [
      [1e100, 2e100, -1e99],
      [1e300, 1e290, -1e289],
      [1e20, 30, -1e6],
      [1e6, 1e6, -1e5],
      [0.5, 1e20, -1e8],
    ] as const) {
      const upper = betaPointOfLogQ(betaShapeOf(b, a), l);
      const lower = betaPointOfLogP(betaShapeOf(a, b), l);
      if (upper.y > 0) expect(logBetaQAt(betaShapeOf(b, a), upper) / l).toBeCloseTo(1, 12);
      if (lower.x > 0) expect(logBetaPAt(betaShapeOf(a, b), lower) / l).toBeCloseTo(1, 12);
      if (lower.y > 0) expect(upper.x / lower.y).toBeCloseTo(1, 14);
    }
  });
});

describe('ratios of gamma functions', () => {
  test('ln B is symmetric and a sum of three', () => {
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        expect(logBeta(a, b)).toBe(logBeta(b, a));
        const terms = [logGamma(a), logGamma(b), -logGamma(a + b)] as const;
        const largest = Math.max(1, ...terms.map(Math.abs));
        expect(Math.abs(logBeta(a, b) - terms[0] - terms[1] - terms[2])).toBeLessThan(64 * UNIT * largest);
      }),
    );
  });

  test('add up: from a by d, then back', () => {
    fc.assert(
      fc.property(shape, shape, (a, d) => {
        const there = logGammaRatio(a, d);
        // The sum must be exact.
        fc.pre(a + d - a === d && a + d - d === a);
        expect(Math.abs(there + logGammaRatio(a + d, -d))).toBeLessThanOrEqual(
          64 * UNIT * Math.max(Math.abs(there), d),
        );
        const next = logGammaRatio(a + d, 1) - logGammaRatio(a, 1);
        expect(Math.abs(next - Math.log1p(d / a))).toBeLessThan(
          1e-13 * Math.max(1, Math.abs(Math.log(a)), Math.abs(Math.log(a + d))),
        );
      }),
    );
  });

  test('NaN outside their domains, finite inside', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (a, b) => {
        expect(Number.isNaN(logGammaRatio(a, b))).toBe(!(a > 0 && a + b > 0 && a < Infinity));
        expect(Number.isNaN(logBeta(a, b))).toBe(!(a > 0 && b > 0));
      }),
      { numRuns: 1000 },
    );
    expect([logGammaRatio(3, 0), logGammaRatio(0, 1), logGammaRatio(2, -2), logBeta(1, Infinity)]).toEqual([
      0,
      NaN,
      NaN,
      -Infinity,
    ]);
  });
});
