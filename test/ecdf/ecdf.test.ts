import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ecdf,
  ecdfWith,
  evaluate,
  evaluateAll,
  evaluateAllWith,
  evaluateWith,
  interpolate,
  inverse,
  leftLimit,
  quantileWith,
  steps,
  survival,
  toStepFunction,
} from '../../src/ecdf/index.ts';
import { rng, staircase, stepValue, stepValueWith, uniformN } from '../../src/law/index.ts';
import { sampleOf } from '../arbitraries.ts';
import { right, sentence } from '../right.ts';

const points = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -4, max: 4 }),
  fc.constantFrom(-Infinity, Infinity, 0, -0, 5e-324),
);

/** By definition: count and divide. */
const brute = (xs: ReadonlyArray<number>, x: number): number => xs.filter((v) => v <= x).length / xs.length;

describe('evaluation', () => {
  test('is counting', () => {
    fc.assert(
      fc.property(sampleOf, fc.array(points), (xs, at) => {
        const e = right(ecdf(xs));
        for (const x of [...at, ...xs]) {
          expect(evaluate(e)(x)).toBe(brute(xs, x));
          expect(leftLimit(e)(x)).toBe(xs.filter((v) => v < x).length / xs.length);
          expect(survival(e)(x)).toBe(xs.filter((v) => v > x).length / xs.length);
        }
      }),
    );
  });

  test('does not depend on the order, the array kind, or the sign of zero', () => {
    fc.assert(
      fc.property(sampleOf, (xs) => {
        const e = right(ecdf(xs));
        expect(right(ecdf([...xs].reverse()))).toEqual(e);
        expect(right(ecdf(Float64Array.from(xs)))).toEqual(e);
        expect(right(ecdf(xs.map((x) => (x === 0 ? -0 : x))))).toEqual(e);
      }),
    );
  });

  test('many points at once give what one after another gives, in every order', () => {
    fc.assert(
      fc.property(sampleOf, fc.array(points, { maxLength: 60 }), fc.constantFrom('<=', '<'), (xs, at, side) => {
        const e = right(ecdf(xs));
        const one = evaluateWith({ side })(e);
        for (const order of [at, [...at].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))]) {
          expect([...right(evaluateAllWith({ side })(e)(order))]).toEqual(order.map(one));
        }
      }),
    );
  });

  test('large samples: every search path agrees with bisection', () => {
    const u = uniformN(30_000)(rng(5))[0];
    const shapes: ReadonlyArray<readonly [string, (x: number) => number]> = [
      ['uniform', (x) => x],
      ['heavy tails', (x) => Math.tan(Math.PI * (x - 0.5))],
      ['spread over the double range', (x) => Math.exp(1400 * (x - 0.5))],
      ['ties', (x) => Math.floor(x * 50)],
      ['an offset that leaves few bits', (x) => 1e15 + Math.floor(100 * x)],
      ['subnormal', (x) => Math.round(x * 1000) * 5e-324],
      ['the whole double range', (x) => (x - 0.5) * 1.7e308 * 2],
    ];
    for (const [name, shape] of shapes) {
      const xs = u.slice(0, 20_000).map(shape);
      const e = right(ecdf(xs));
      const at = [...u.slice(20_000).map(shape), ...xs.slice(0, 2000), -Infinity, Infinity, 0];
      expect([...right(evaluateAll(e)(at))], name).toEqual(at.map(evaluate(e)));
      expect(evaluate(e)(xs.reduce((a, b) => Math.max(a, b)))).toBe(1);
      expect(e.cumulative[e.cumulative.length - 1]).toBe(20_000);
      const brutal = xs.filter((x) => x <= xs[7]!).length / 20_000;
      expect(evaluate(e)(xs[7]!), name).toBe(brutal);
    }
  });

  test('some hundred knots on a span that a cell width cannot divide', () => {
    for (const scale of [1e-308, 1e-307, 1e-306, 5e-324]) {
      const xs = Float64Array.from({ length: 100 }, (_, i) => i * scale);
      const e = right(ecdf(xs));
      const at = [1, ...xs.slice().reverse()];
      expect([...right(evaluateAll(e)(at))]).toEqual(at.map(evaluate(e)));
    }
  });

  test('NaN gives NaN, and among many points is a failure that says where', () => {
    const e = right(ecdf([1, 2]));
    expect([evaluate(e)(NaN), leftLimit(e)(NaN), survival(e)(NaN), interpolate(e)(NaN)]).toEqual([NaN, NaN, NaN, NaN]);
    expect(sentence(evaluateAll(e)([0, NaN, NaN]))).toBe(
      'points[1] is NaN; a finite number is needed (2 such values in all)',
    );
  });

  test('is monotone under increasing maps of sample and point', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1 }),
        fc.integer({ min: -20, max: 20 }),
        (xs, x) => {
          const map = (v: number): number => Math.exp(v);
          expect(evaluate(right(ecdf(xs.map(map))))(map(x))).toBe(evaluate(right(ecdf(xs)))(x));
        },
      ),
    );
  });
});

describe('weights and counts', () => {
  const withMass = (max: number): fc.Arbitrary<ReadonlyArray<readonly [number, number]>> =>
    fc
      .array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max })), { minLength: 1, maxLength: 30 })
      .filter((pairs) => pairs.some(([, m]) => m > 0));

  test('a count is a repetition', () => {
    fc.assert(
      fc.property(withMass(5), (pairs) => {
        const repeated = pairs.flatMap(([x, c]) => Array.from({ length: c }, () => x));
        const e = right(ecdfWith({ counts: pairs.map(([, c]) => c) })(pairs.map(([x]) => x)));
        expect(e).toEqual(right(ecdf(repeated)));
      }),
    );
  });

  test('equal weights change nothing, and scaling them neither', () => {
    fc.assert(
      fc.property(sampleOf, fc.constantFrom(1, 2, 1e-300, 1e300), (xs, w) => {
        const e = right(ecdfWith({ weights: xs.map(() => w) })(xs));
        expect(e.effectiveSize).toBe(xs.length);
        for (const x of xs) expect(evaluate(e)(x)).toBeCloseTo(brute(xs, x), 15);
      }),
    );
  });

  test('an observation of weight 0 is no knot', () => {
    const e = right(ecdfWith({ weights: [1, 0, 1] })([1, 2, 3]));
    expect([...e.knots]).toEqual([1, 3]);
    expect([e.size, e.effectiveSize]).toEqual([3, 2]);
  });

  test('the normaliser is an argument', () => {
    const e = right(ecdfWith({ weights: [1, 0.5, 2.5] })([1, 2, 3]));
    const at = (normalise: 'weight' | 'count' | 'none') => evaluateWith({ normalise })(e)(2);
    expect([at('weight'), at('count'), at('none')]).toEqual([1.5 / 4, 0.5, 1.5]);
  });

  test('nearly equal weights are weights', () => {
    const e = right(ecdfWith({ weights: [1 - 1e-9, 1 + 1e-9] })([1, 2]));
    expect([0, 0.25, 1].map((p) => quantileWith({ type: 1 })(e)(p))).toEqual([1, 1, 2]);
    const f = right(ecdfWith({ weights: [1 + 1e-9, 1 - 1e-9] })([1, 2]));
    expect(right(evaluateAll(f)([1]))[0]).toBe(evaluate(f)(1));
    expect(evaluate(f)(1)).toBeGreaterThan(0.5);
  });

  test('a million tied tenths add up', () => {
    const n = 1_000_000;
    const e = right(ecdfWith({ weights: new Float64Array(n).fill(0.1) })(new Float64Array(n).fill(7)));
    expect(e.cumulative[0]).toBe(100_000);
  });

  test('weights of any size: the effective size neither over- nor underflows', () => {
    const scaled = (s: number): number => right(ecdfWith({ weights: [1 * s, 2 * s, 3 * s] })([1, 2, 3])).effectiveSize;
    for (const s of [1, 1e-290, 1e290]) expect(scaled(s)).toBeCloseTo(36 / 14, 14);
    expect(right(ecdfWith({ weights: [5e-324, 1e-323] })([1, 2])).effectiveSize).toBeCloseTo(1.8, 14);
  });
});

describe('bad input is a failure with a name', () => {
  test.each([
    [[], {}, 'sample is empty; at least one value is needed'],
    [[1, NaN], {}, 'sample[1] is NaN; a finite number is needed'],
    [[1, 2, -Infinity], {}, 'sample[2] is -Infinity; a finite number is needed'],
    [[1, 2], { weights: [1] }, 'weights has 1 value; 2 are needed'],
    [[1, 2], { weights: [1, -1] }, 'weights[1] is -1; it must be at least 0'],
    [[1, 2], { weights: [0, -0] }, 'weights: they are all zero'],
    [[1, 2], { weights: [NaN, 1] }, 'weights[0] is NaN; a finite number is needed'],
    [[1, 2], { weights: [1e308, 1e308] }, 'weights: their sum overflows'],
    [[1, 2], { counts: [1, 1.5] }, 'counts[1] is 1.5; it must be an integer at least 0'],
    [[1, 2], { counts: [2 ** 53 - 1, 1] }, 'counts: their sum reaches 2^53'],
    [[1, NaN], { infinite: 'allow' as const }, 'sample[1] is NaN; a finite number is needed'],
  ])('%j with %j', (xs, options, words) => {
    expect(sentence(ecdfWith(options)(xs))).toBe(words);
  });

  test('a length that no array can have', () => {
    expect(sentence(ecdf({ length: 2 ** 53 - 1 }))).toBe(
      'sample.length is 9007199254740991; it must be the length of an array',
    );
    expect(sentence(ecdf({ length: -1 }))).toBe('sample is empty; at least one value is needed');
  });
});

describe('infinite observations, when allowed', () => {
  test('-Infinity is at or below everything, and strictly below all but itself', () => {
    const e = right(ecdfWith({ infinite: 'allow' })([-Infinity, 1, Infinity, Infinity]));
    expect([-Infinity, 0, 1, 1e308, Infinity].map(evaluate(e))).toEqual([0.25, 0.25, 0.5, 0.5, 1]);
    expect([-Infinity, Infinity].map(leftLimit(e))).toEqual([0, 0.5]);
    expect(interpolate(e)(1e308)).toBe(0.5);
    expect([...right(evaluateAll(e)([Infinity, -Infinity]))]).toEqual([1, 0.25]);
  });
});

describe('inverse', () => {
  test('Galois: F(inverse(p)) >= p, and nothing smaller will do', () => {
    fc.assert(
      fc.property(sampleOf, fc.double({ min: 0, max: 1, noNaN: true }), (xs, p) => {
        const e = right(ecdf(xs));
        const x = inverse(e)(p);
        expect(evaluate(e)(x)).toBeGreaterThanOrEqual(p);
        if (p > 0) expect(leftLimit(e)(x)).toBeLessThan(p);
        for (const v of xs) expect(inverse(e)(evaluate(e)(v))).toBe(v + 0);
      }),
    );
  });

  test('is NaN outside [0, 1]', () => {
    const e = right(ecdf([1]));
    expect([-0.1, 1.1, NaN].map(inverse(e))).toEqual([NaN, NaN, NaN]);
  });
});

describe('plot data', () => {
  test('steps, step function and staircase say the same', () => {
    fc.assert(
      fc.property(sampleOf, (xs) => {
        const e = right(ecdf(xs));
        const { x, below, at } = steps(e);
        const f = toStepFunction(e);
        const stairs = staircase(f);
        x.forEach((knot, k) => {
          expect([below[k], at[k]]).toEqual([leftLimit(e)(knot), evaluate(e)(knot)]);
          expect([stepValueWith({ side: '<' })(f)(knot), stepValue(f)(knot)]).toEqual([below[k], at[k]]);
          expect([stairs.x[2 * k], stairs.y[2 * k], stairs.y[2 * k + 1]]).toEqual([knot, below[k], at[k]]);
        });
      }),
    );
  });

  test('interpolation between neighbouring subnormals', () => {
    expect(interpolate(right(ecdf([0, 1e-323])))(5e-324)).toBe(0.75);
  });

  test('interpolation meets the ECDF at the knots and stays between them', () => {
    fc.assert(
      fc.property(sampleOf, points, (xs, x) => {
        const e = right(ecdf(xs));
        for (const v of xs) expect(interpolate(e)(v)).toBe(evaluate(e)(v));
        const y = interpolate(e)(x);
        expect(y).toBeGreaterThanOrEqual(evaluate(e)(x));
        const next = [...e.knots].find((k) => k > x);
        if (next !== undefined) expect(y).toBeLessThanOrEqual(evaluate(e)(next));
      }),
    );
  });
});

test('an ECDF is plain data', () => {
  const e = right(ecdf([2, 1, 2]));
  expect(structuredClone(e)).toEqual(e);
  expect(Object.isFrozen(e) || Object.getPrototypeOf(e) === Object.prototype).toBe(true);
});

test('the sample is not touched', () => {
  const xs = Float64Array.from({ length: 5000 }, (_, i) => Math.sin(i));
  const before = xs.slice();
  right(ecdf(xs));
  right(ecdfWith({ weights: xs.map(Math.abs) })(xs));
  expect(xs).toEqual(before);
});
