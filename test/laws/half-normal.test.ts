import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as HalfNormal from '../../src/laws/half-normal.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const { halfNormal } = HalfNormal;

lawSuite({
  law: HalfNormal.halfNormalLaw,
  codec: Codec.halfNormal,
  extremes: [halfNormal(5e-324), halfNormal(1e308), halfNormal(1e-300)].map(right),
});
fitSuite({ law: HalfNormal.halfNormalLaw, fit: HalfNormal.fit });

describe('half-normal', () => {
  test('an observation of 0 is legal, and zeros alone have no fit', () => {
    expect(right(HalfNormal.fit([0, 3, 4])).law.scale).toBeCloseTo(5 / Math.sqrt(3), 15);
    expect(HalfNormal.fit([0, 0])).toMatchObject({ _tag: 'Left', left: { _tag: 'Degenerate', at: 'sample' } });
  });

  test('the distribution function keeps its digits next to 0, and its logarithm where it underflows', () => {
    expect(HalfNormal.cdf(right(halfNormal(1)))(1e-300) / 7.978845608028654e-301).toBeCloseTo(1, 14);
    expect(HalfNormal.logCdf(right(halfNormal(1e100)))(1e-300)).toBeCloseTo(
      -400 * Math.LN10 + Math.log(Math.sqrt(2 / Math.PI)),
      11,
    );
  });
});
