import fc from 'fast-check';
import { chain } from 'fp-ts/lib/Either.js';
import { concatAll } from 'fp-ts/lib/Monoid.js';
import { describe, expect, test } from 'vitest';
import {
  concat,
  ecdf,
  ecdfWith,
  type EcdfSummary,
  empty,
  monoid,
  ofChunk,
  ofChunkWith,
  result,
  step,
} from '../../src/ecdf/index.ts';
import { rng, uniformN } from '../../src/law/index.ts';
import { sampleOf } from '../arbitraries.ts';
import { right, sentence } from '../right.ts';

const chunks = fc.array(sampleOf, { minLength: 1, maxLength: 6 });
const summary = (xs: ReadonlyArray<number>): EcdfSummary => right(ofChunk(xs));
const stream = (xs: ArrayLike<number>): EcdfSummary => Array.from(xs).reduce((s, x) => right(step(s)(x)), empty);

describe('the monoid', () => {
  test('merging is concatenation, whatever the bracketing and the order', () => {
    fc.assert(
      fc.property(chunks, (parts) => {
        const whole = ecdf(parts.flat());
        const leftwards = parts.map(summary).reduce(concat);
        const rightwards = parts.map(summary).reduceRight((acc, part) => concat(part, acc));
        expect(result(leftwards)).toEqual(whole);
        expect(result(rightwards)).toEqual(whole);
        expect(result(concatAll(monoid)(parts.map(summary).reverse()))).toEqual(whole);
      }),
    );
  });

  test('empty is the identity, and has no distribution function', () => {
    fc.assert(
      fc.property(sampleOf, (xs) => {
        expect(result(concat(empty, summary(xs)))).toEqual(ecdf(xs));
        expect(result(concat(summary(xs), empty))).toEqual(ecdf(xs));
      }),
    );
    expect(sentence(result(empty))).toBe('summary is empty; at least one value is needed');
  });

  test('weights merge to the rounding of sums, counts exactly', () => {
    fc.assert(
      fc.property(sampleOf, sampleOf, (a, b) => {
        const weigh = (xs: ReadonlyArray<number>) => xs.map((_, i) => 0.1 + (i % 5) / 7);
        const weighted = right(
          result(concat(right(ofChunkWith({ weights: weigh(a) })(a)), right(ofChunkWith({ weights: weigh(b) })(b)))),
        );
        const whole = right(ecdfWith({ weights: [...weigh(a), ...weigh(b)] })([...a, ...b]));
        expect(weighted.knots).toEqual(whole.knots);
        expect(weighted.size).toBe(whole.size);
        expect(Math.abs(weighted.effectiveSize / whole.effectiveSize - 1)).toBeLessThan(1e-14);
        weighted.cumulative.forEach((mass, k) => expect(Math.abs(mass / whole.cumulative[k]! - 1)).toBeLessThan(1e-15));
        const count = (xs: ReadonlyArray<number>) => xs.map((_, i) => i % 3 || 1);
        const counted = result(
          concat(right(ofChunkWith({ counts: count(a) })(a)), right(ofChunkWith({ counts: count(b) })(b))),
        );
        expect(counted).toEqual(ecdfWith({ counts: [...count(a), ...count(b)] })([...a, ...b]));
      }),
    );
  });
});

describe('sums that leave the numbers', () => {
  test('weights that overflow together, counts that reach 2^53', () => {
    const heavy = right(ofChunkWith({ weights: [1e308] })([1]));
    expect(sentence(result(concat(heavy, right(ofChunkWith({ weights: [1e308] })([2])))))).toBe(
      'summary: the sum of its weights overflows',
    );
    const many = right(ofChunkWith({ counts: [2 ** 53 - 1] })([1]));
    expect(sentence(result(concat(many, right(ofChunk([2])))))).toBe('summary: the sum of its counts reaches 2^53');
  });

  test('chunks of falling length do not pile up', () => {
    const chunks = Array.from({ length: 400 }, (_, k) =>
      summary(Array.from({ length: 800 - k }, (_, i) => Math.sin(k * 1e3 + i))),
    );
    const merged = chunks.reduce(concat);
    expect(merged.runs.length).toBeLessThan(20);
    expect(merged.runs.every((r, k) => k === 0 || 2 * r.knots.length <= merged.runs[k - 1]!.knots.length)).toBe(true);
  });
});

describe('streaming', () => {
  test('one by one is all at once, and every earlier state stays what it was', () => {
    fc.assert(
      fc.property(sampleOf, (xs) => {
        expect(result(stream(xs))).toEqual(ecdf(xs));
        const before = stream(xs);
        const kept = structuredClone(before);
        right(step(before)(0.5));
        expect(before).toEqual(kept);
      }),
    );
  });

  test('a long stream keeps few runs', () => {
    const xs = uniformN(20_000)(rng(1))[0];
    const s = stream(xs);
    expect(s.runs.length).toBeLessThanOrEqual(Math.log2(20_000) + 1);
    expect(result(s)).toEqual(ecdf(xs));
  });

  test('NaN and infinities are failures', () => {
    expect(sentence(step(empty)(NaN))).toBe('sample[0] is NaN; a finite number is needed');
    expect(sentence(chain((s: EcdfSummary) => step(s)(-Infinity))(step(empty)(1)))).toBe(
      'sample[0] is -Infinity; a finite number is needed',
    );
  });
});
