import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as ChiSquared from '../../src/laws/chi-squared.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const at = (freedom: number): ChiSquared.ChiSquared => right(ChiSquared.chiSquared(freedom));

lawSuite({
  law: ChiSquared.chiSquaredLaw,
  codec: Codec.chiSquared,
  extremes: [at(5e-324), at(1e-300), at(1), at(2), at(1e16), at(1e300), at(1.7e308)],
});
fitSuite({ law: ChiSquared.chiSquaredLaw, fit: ChiSquared.fit });

test('two degrees of freedom are an exponential law', () => {
  const law = at(2);
  expect(ChiSquared.pdf(law)(0)).toBe(0.5);
  expect(ChiSquared.sf(law)(1400) / Math.exp(-700)).toBeCloseTo(1, 12);
  expect(ChiSquared.logSf(law)(1e300)).toBe(-5e299);
  expect(ChiSquared.hazard(law)(1e300)).toBeCloseTo(0.5, 15);
});

test('the critical values of the tables', () => {
  expect(ChiSquared.isf(at(1))(0.05)).toBeCloseTo(3.841458820694124, 13);
  expect(ChiSquared.isf(at(10))(0.01)).toBeCloseTo(23.209251158954356, 13);
});

test('what has no likeliest law says why', () => {
  expect(sentence(ChiSquared.fit([1, 0]))).toBe('sample[1] is 0; it must be greater than 0');
  expect(right(ChiSquared.fit([2, 2, 2])).law.freedom).toBeCloseTo(2.92326, 4);
});
