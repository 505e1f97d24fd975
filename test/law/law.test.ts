import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  check,
  contains,
  count,
  degenerate,
  empty,
  floats,
  floatsIn,
  lengthMismatch,
  masses,
  matrix,
  matrixFromColumns,
  matrixFromRows,
  nonEmptyFloats,
  nonNegative,
  notFinite,
  outOfDomain,
  over,
  positive,
  probability,
  real,
  rng,
  showDomain,
  showFailure,
  stepFunction,
  stepValue,
  stepValues,
  stepValuesWith,
  stepValueWith,
  uniformN,
} from '../../src/law/index.ts';
import { right, sentence } from '../right.ts';

describe('failures read as sentences', () => {
  test.each([
    [empty('sample'), 'sample is empty; at least one value is needed'],
    [notFinite('x', Infinity), 'x is Infinity; a finite number is needed'],
    [notFinite('x', NaN, 0, 3), 'x[0] is NaN; a finite number is needed (3 such values in all)'],
    [outOfDomain('w', -0, 'positive', 2), 'w[2] is -0; it must be positive'],
    [lengthMismatch('w', 1, 0), 'w has 0 values; 1 is needed'],
    [lengthMismatch('w', 2, 1), 'w has 1 value; 2 are needed'],
    [degenerate('w', 'they are all zero'), 'w: they are all zero'],
  ])('%#', (failure, words) => {
    expect(showFailure(failure)).toBe(words);
    expect(structuredClone(failure)).toEqual(failure);
  });
});

describe('domains', () => {
  test('hold finite numbers only, with their ends open or closed', () => {
    const ends = [-1, 0, 5e-324, 0.5, 1, 1.5, NaN, Infinity];
    expect(ends.map(contains(positive([1, 2])))).toEqual([false, false, true, true, true, true, false, false]);
    expect(ends.map(contains(nonNegative([1, 2])))).toEqual([false, true, true, true, true, true, false, false]);
    expect(ends.map(contains(probability))).toEqual([false, true, true, true, true, false, false, false]);
    expect(ends.map(contains(count([1, 2])))).toEqual([false, true, false, false, true, false, false, false]);
    expect(ends.map(contains(real([1, 2])))).toEqual([true, true, true, true, true, true, false, false]);
  });

  test('say what they are', () => {
    expect([real, positive, nonNegative, count].map((d) => showDomain(d([0, 1])))).toEqual([
      'a finite number',
      'greater than 0',
      'at least 0',
      'an integer at least 0',
    ]);
    expect(sentence(check(positive([0, 1]), 'h')(-2))).toBe('h is -2; it must be greater than 0');
  });
});

describe('numbers at the door', () => {
  const kinds: ReadonlyArray<readonly [string, ArrayLike<number>]> = [
    ['number[]', [1, 2]],
    ['Float64Array', Float64Array.of(1, 2)],
    ['Float32Array', Float32Array.of(1, 2)],
    ['Int32Array', Int32Array.of(1, 2)],
    ['Uint8Array', Uint8Array.of(1, 2)],
    ['array-like', { length: 2, 0: 1, 1: 2 }],
  ];
  test.each(kinds)('%s', (_, xs) => {
    expect(right(floats('x')(xs))).toEqual(Float64Array.of(1, 2));
  });

  test('a clean Float64Array is not copied, one with -0 is', () => {
    const clean = Float64Array.of(1, 0);
    expect(right(floats('x')(clean))).toBe(clean);
    const signed = Float64Array.of(-0, 1);
    expect(Object.is(right(floats('x')(signed))[0], 0)).toBe(true);
    expect(Object.is(signed[0], -0)).toBe(true);
  });

  test('holes and text are NaN, and NaN is named', () => {
    expect(sentence(floats('x')([1, , 3] as unknown as ReadonlyArray<number>))).toBe(
      'x[1] is NaN; a finite number is needed',
    );
    expect(sentence(floats('x', 'allow')([Infinity, NaN]))).toBe('x[1] is NaN; a finite number is needed');
    expect(right(floats('x', 'allow')([Infinity]))[0]).toBe(Infinity);
    expect(right(floats('x')([])).length).toBe(0);
    expect(sentence(nonEmptyFloats('x')([]))).toBe('x is empty; at least one value is needed');
  });

  test('a domain names the first offender and counts them all', () => {
    expect(sentence(floatsIn(probability, 'p')([0, 2, -1]))).toBe(
      'p[1] is 2; it must be at least 0 and at most 1 (2 such values in all)',
    );
  });

  test('masses have the length of the sample and a positive, finite sum', () => {
    const of = masses(nonNegative([0, 1]), 'w', 2);
    expect(sentence(of([1]))).toBe('w has 1 value; 2 are needed');
    expect(sentence(of([0, 0]))).toBe('w: they are all zero');
    expect(sentence(of([1e308, 1e308]))).toBe('w: their sum overflows');
    expect(right(of([5e-324, 0]))).toEqual(Float64Array.of(5e-324, 0));
  });
});

describe('matrices', () => {
  test('rows and columns of the same numbers are transposes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (rows, columns) => {
        const lines = Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => 10 * i + j));
        const a = right(matrixFromRows(lines));
        const b = right(matrixFromColumns(lines));
        expect([a.rows, a.columns, b.rows, b.columns]).toEqual([rows, columns, columns, rows]);
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < columns; j++) expect(a.data[i * columns + j]).toBe(b.data[j * rows + i]);
        }
        expect(right(matrix(a.data, rows, columns))).toEqual(a);
      }),
    );
  });

  test('bad shapes and numbers', () => {
    expect(sentence(matrixFromRows([]))).toBe('rows is empty; at least one value is needed');
    expect(sentence(matrixFromRows([[]]))).toBe('rows is empty; at least one value is needed');
    expect(sentence(matrixFromRows([[1, 2], [3]]))).toBe('rows[1] has 1 value; 2 are needed');
    expect(
      sentence(
        matrixFromColumns([
          [1, 2],
          [3, NaN],
        ]),
      ),
    ).toBe('columns[1][1] is NaN; a finite number is needed');
    expect(sentence(matrixFromRows([{ length: 2 ** 53 - 1 }]))).toContain('rows[0].length');
    expect(sentence(matrix([1], 1, 2))).toBe('matrix has 1 value; 2 are needed');
    expect(sentence(matrix([1], -1, -1))).toBe('matrix.rows is -1; it must be an integer at least 0');
    expect(sentence(matrix([1], 1, 0.5))).toBe('matrix.columns is 0.5; it must be an integer at least 0');
  });
});

describe('randomness', () => {
  test('a state is four 32-bit integers, and seeds modulo 2^32 agree', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const state = rng(seed);
        expect(state.every((word) => (word | 0) === word)).toBe(true);
        expect(new Set(state).size).toBe(4);
        expect(rng(seed + 2 ** 32)).toEqual(state);
      }),
    );
    for (const seed of [NaN, Infinity, -Infinity]) expect(rng(seed)).toEqual(rng(0));
    for (const seed of [1e300, 0.5, -0, 2 ** 53 + 2]) expect(new Set(rng(seed)).size).toBe(4);
  });

  test('four zeros, from which the generator would never leave, are the seed 0', () => {
    expect(uniformN(3)([0, 0, 0, 0])).toEqual(uniformN(3)(rng(0)));
  });

  test('golden: one seed gives the same uniforms on every engine', () => {
    expect([...uniformN(3)(rng(42))[0]]).toEqual([0.6917589844487583, 0.01781333816577113, 0.7465970979469579]);
  });

  test('uniforms lie inside the open interval and fill it', () => {
    const u = uniformN(100_000)(rng(7))[0];
    expect(u.every((x) => x > 0 && x < 1)).toBe(true);
    const ascending = u.slice().sort();
    const distance = ascending.reduce((d, x, i) => Math.max(d, Math.abs((i + 1) / u.length - x)), 0);
    expect(distance).toBeLessThan(Math.sqrt(Math.log(2e9) / 2e5));
  });

  test('neighbouring seeds are strangers', () => {
    const first = Float64Array.from({ length: 20_000 }, (_, seed) => uniformN(1)(rng(seed))[0][0]!).sort();
    const distance = first.reduce((d, x, i) => Math.max(d, Math.abs((i + 1) / first.length - x)), 0);
    expect(distance).toBeLessThan(Math.sqrt(Math.log(2e9) / 4e4));
  });

  test('drawing in parts is drawing at once', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(20), fc.nat(20), (seed, m, n) => {
        const [a, next] = uniformN(m)(rng(seed));
        const [b, last] = uniformN(n)(next);
        expect([[...a, ...b], last]).toEqual([[...uniformN(m + n)(rng(seed))[0]], uniformN(m + n)(rng(seed))[1]]);
      }),
    );
  });

  test('a count that no array can have draws nothing', () => {
    for (const n of [-1, 0, NaN, 1e300, -Infinity, Infinity, 2 ** 53])
      expect(uniformN(n)(rng(1))).toEqual([new Float64Array(0), rng(1)]);
    expect(uniformN(2.9)(rng(1))[0].length).toBe(2);
  });
});

describe('step functions', () => {
  test('check their knots and values', () => {
    expect(sentence(stepFunction([0, 0], [1, 2], 0))).toBe('knots[1] is 0; it must be greater than the knot before it');
    expect(sentence(stepFunction([0, NaN], [1, 2], 0))).toBe('knots[1] is NaN; a finite number is needed');
    expect(sentence(stepFunction([0, 1], [1], 0))).toBe('values has 1 value; 2 are needed');
    expect(sentence(stepFunction([0], [Infinity], 0))).toBe('values[0] is Infinity; a finite number is needed');
    expect(sentence(stepFunction([0], [1], NaN))).toBe('before is NaN; a finite number is needed');
    expect(stepFunction([], [], 0)._tag).toBe('Right');
  });

  test('many values are one value after another', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -9, max: 9 }), { minLength: 1 }),
        fc.array(fc.double({ min: -11, max: 11, noNaN: true })),
        fc.constantFrom('<=', '<'),
        (knots, points, side) => {
          const ascending = [...knots].sort((a, b) => a - b);
          const f = right(
            stepFunction(
              ascending,
              ascending.map((x) => x * x),
              -1,
            ),
          );
          expect([...right(stepValuesWith({ side })(f)(points))]).toEqual(points.map(stepValueWith({ side })(f)));
        },
      ),
    );
    const none = right(stepFunction([], [], 3));
    expect([stepValue(none)(0), stepValue(none)(NaN)]).toEqual([3, NaN]);
    expect(sentence(stepValues(none)([NaN]))).toContain('points[0] is NaN');
  });
});

test('over maps any array kind into a new Float64Array', () => {
  expect(over((x) => 2 * x)([1, NaN])).toEqual(Float64Array.of(2, NaN));
  const xs = Float64Array.of(1, 2);
  expect(over((x) => x)(xs)).not.toBe(xs);
});
