import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../src/codec/index.ts';
import { dkwBand, ecdf, ecdfWith, empty, ofChunk, pointwiseBand, step } from '../src/ecdf/index.ts';
import {
  degenerate,
  empty as emptyFailure,
  lengthMismatch,
  matrix,
  notFinite,
  outOfDomain,
  rng,
} from '../src/law/index.ts';
import { sampleOf } from './arbitraries.ts';
import { right } from './right.ts';

/** Through text and back. */
const trip = <A>(
  codec: { readonly encode: (a: A) => unknown; readonly decode: (u: unknown) => unknown },
  a: A,
): unknown => codec.decode(JSON.parse(JSON.stringify(codec.encode(a))));

describe('round trips', () => {
  test('any double, bit for bit', () => {
    fc.assert(
      fc.property(fc.double(), (x) => {
        expect(trip(Codec.taggedNumber, x)).toEqual({ _tag: 'Right', right: x });
      }),
    );
    expect(Object.is((trip(Codec.taggedNumber, -0) as { right: number }).right, -0)).toBe(true);
    expect(trip(Codec.float64Array, Float64Array.of(1, NaN, -0, Infinity))).toEqual({
      _tag: 'Right',
      right: Float64Array.of(1, NaN, -0, Infinity),
    });
  });

  test('failures', () => {
    for (const f of [
      emptyFailure('a'),
      notFinite('a', NaN),
      notFinite('a', Infinity, 2, 3),
      outOfDomain('a', -1, 'b', 0),
      lengthMismatch('a', 1, 2),
      degenerate('a', 'b'),
    ]) {
      expect(trip(Codec.failure, f)).toEqual({ _tag: 'Right', right: f });
    }
  });

  test('generators', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(trip(Codec.rng, rng(seed))).toEqual({ _tag: 'Right', right: rng(seed) });
      }),
    );
  });

  test('ECDFs, summaries, bands', () => {
    fc.assert(
      fc.property(sampleOf, (xs) => {
        for (const options of [
          {},
          { weights: xs.map((_, i) => 1 + (i % 3) / 3) },
          { counts: xs.map((_, i) => 1 + (i % 3)) },
        ]) {
          const e = right(ecdfWith(options)(xs));
          expect(trip(Codec.ecdf, e)).toEqual({ _tag: 'Right', right: e });
          const band = right(dkwBand(e));
          expect(trip(Codec.band, band)).toEqual({ _tag: 'Right', right: band });
          const points = right(pointwiseBand({ method: 'log-log', level: 0.9 })(e));
          expect(trip(Codec.pointwiseBand, points)).toEqual({ _tag: 'Right', right: points });
        }
        const summary = right(step(right(ofChunk(xs)))(0.5));
        expect(trip(Codec.ecdfSummary, summary)).toEqual({ _tag: 'Right', right: summary });
      }),
    );
    expect(trip(Codec.ecdfSummary, empty)).toEqual({ _tag: 'Right', right: empty });
    const allowed = right(ecdfWith({ infinite: 'allow' })([-Infinity, 1, Infinity]));
    expect(trip(Codec.ecdf, allowed)).toEqual({ _tag: 'Right', right: allowed });
    const m = right(matrix([1, 2, 3, 4, 5, 6], 2, 3));
    expect(trip(Codec.matrix, m)).toEqual({ _tag: 'Right', right: m });
  });
});

describe('what is not sound is refused', () => {
  const good = Codec.ecdf.encode(right(ecdf([1, 2, 3]))) as Record<string, unknown>;
  test.each([
    ['knots out of order', { knots: [1, 3, 2] }],
    ['repeated knots', { knots: [1, 2, 2] }],
    ['NaN among the knots', { knots: [1, 'NaN', 3] }],
    ['no knots', { knots: [], cumulative: [] }],
    ['lengths that differ', { cumulative: [1, 2] }],
    ['falling mass', { cumulative: [1, 3, 2] }],
    ['a mass of 0', { cumulative: [0, 1, 2] }],
    ['infinite mass', { cumulative: [1, 2, 'Infinity'] }],
    ['a size that is no count', { size: 1.5 }],
    ['a size of 0', { size: 0 }],
    ['an effective size of 0', { effectiveSize: 0 }],
    ['an effective size that is not the size, without weights', { effectiveSize: 2 }],
    ['an effective size above the size', { weighted: true, effectiveSize: 1e300 }],
    ['masses that are no counts, without weights', { cumulative: [0.5, 1, 3] }],
    ['a size that is not the sum of the counts', { size: 4, effectiveSize: 4 }],
    ['text for numbers', { knots: '123' }],
    ['objects for arrays', { knots: { length: 3, 0: 1, 1: 2, 2: 3 } }],
    ['an array that claims a length', { knots: new Array(2 ** 32 - 1) }],
    ['another tag', { _tag: 'Band' }],
  ])('%s', (_, change) => {
    expect(Codec.ecdf.decode({ ...good, ...change })._tag).toBe('Left');
  });

  test('runs of a summary', () => {
    const run = { knots: [1, 2], masses: [1, 1], weighted: false, size: 2, effectiveSize: 2 };
    expect(Codec.ecdfSummary.decode({ _tag: 'EcdfSummary', runs: [run] })._tag).toBe('Right');
    for (const change of [
      { masses: [1, 0] },
      { masses: [1, -1] },
      { knots: [2, 1] },
      { size: 3 },
      { effectiveSize: -1 },
    ]) {
      expect(Codec.ecdfSummary.decode({ _tag: 'EcdfSummary', runs: [{ ...run, ...change }] })._tag).toBe('Left');
    }
  });

  test('bands', () => {
    const e = right(ecdf([1, 2, 3]));
    const band = Codec.band.encode(right(dkwBand(e))) as Record<string, unknown>;
    const edge = { knots: [1, 2, 3], values: [0, 0.5, 1], before: 0 };
    for (const change of [
      { level: 7 },
      { halfWidth: -3 },
      { lower: band['upper'], upper: band['lower'] },
      { lower: { ...edge, knots: [1, 2, 4] } },
      { upper: { ...edge, values: [0, 1, 2] } },
    ]) {
      expect(Codec.band.decode({ ...band, ...change })._tag).toBe('Left');
    }
    const points = Codec.pointwiseBand.encode(right(pointwiseBand({ method: 'plain', level: 0.9 })(e))) as Record<
      string,
      unknown
    >;
    for (const change of [{ level: -1 }, { x: [1, 'NaN', 3] }, { lower: [0.9, 0.9, 0.9] }, { estimate: [0, 0.5] }]) {
      expect(Codec.pointwiseBand.decode({ ...points, ...change })._tag).toBe('Left');
    }
  });

  test('failures: an index and a count are counts, and foreign fields stay outside', () => {
    const f = { _tag: 'NotFinite', at: 'a', value: 'NaN', count: 1 };
    expect(Codec.failure.decode({ ...f, index: -3 })._tag).toBe('Left');
    expect(Codec.failure.decode({ ...f, count: 1.5 })._tag).toBe('Left');
    expect(Codec.failure.decode({ _tag: 'Empty', at: 'a', evil: true })).toEqual({
      _tag: 'Right',
      right: { _tag: 'Empty', at: 'a' },
    });
  });

  test('is: what decode gives, and nothing less', () => {
    const e = right(ecdf([1, 2]));
    expect([Codec.ecdf.is(e), Codec.ecdf.is({ knots: e.knots, cumulative: e.cumulative })]).toEqual([true, false]);
    expect([
      Codec.matrix.is({ data: Float64Array.of(1) }),
      Codec.band.is({ halfWidth: 1 }),
      Codec.ecdfSummary.is({ _tag: 'EcdfSummary' }),
    ]).toEqual([false, false, false]);
    expect([Codec.band.is(right(dkwBand(e))), Codec.ecdfSummary.is(right(ofChunk([1])))]).toEqual([true, true]);
  });

  test('nothing throws on any JSON, and no prototype is touched', () => {
    const codecs = [
      Codec.ecdf,
      Codec.ecdfSummary,
      Codec.band,
      Codec.pointwiseBand,
      Codec.failure,
      Codec.rng,
      Codec.matrix,
      Codec.stepFunction,
      Codec.normal,
      Codec.poisson,
      Codec.taggedNumber,
      Codec.finiteNumber,
      Codec.float64Array,
    ];
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }),
        (u) => {
          for (const codec of codecs) codec.decode(u);
        },
      ),
    );
    const hostile: unknown = JSON.parse(
      '{"__proto__":{"polluted":true},"_tag":"Normal","mean":0,"sd":1,"constructor":{"prototype":{"polluted":true}}}',
    );
    expect(Codec.normal.decode(hostile)).toEqual({ _tag: 'Right', right: { _tag: 'Normal', mean: 0, sd: 1 } });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('a report says where', () => {
    const report = Codec.float64Array.decode([1, 'x']);
    expect(report._tag === 'Left' && report.left[0]?.context.at(-1)?.key).toBe('1');
    const bad = Codec.normal.decode({ _tag: 'Normal', mean: 0, sd: -1 });
    expect(bad._tag === 'Left' && bad.left[0]?.message).toBe('normal.sd is -1; it must be greater than 0');
  });
});
