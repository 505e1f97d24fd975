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
    ['text for numbers', { knots: '123' }],
    ['objects for arrays', { knots: { length: 3, 0: 1, 1: 2, 2: 3 } }],
    ['an array that claims a length', { knots: new Array(2 ** 32 - 1) }],
    ['another tag', { _tag: 'Band' }],
  ])('%s', (_, change) => {
    expect(Codec.ecdf.decode({ ...good, ...change })._tag).toBe('Left');
  });

  test('runs of a summary', () => {
    const run = { knots: [1, 2], masses: [1, 1], total: 2, size: 2, effectiveSize: 2 };
    expect(Codec.ecdfSummary.decode({ _tag: 'EcdfSummary', runs: [run] })._tag).toBe('Right');
    for (const change of [{ masses: [1, 0] }, { masses: [1, -1] }, { knots: [2, 1] }, { total: 'NaN' }]) {
      expect(Codec.ecdfSummary.decode({ _tag: 'EcdfSummary', runs: [{ ...run, ...change }] })._tag).toBe('Left');
    }
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
