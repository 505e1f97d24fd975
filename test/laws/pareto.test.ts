import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Pareto from '../../src/laws/pareto.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const at = (shape: number, scale: number): Pareto.Pareto => right(Pareto.pareto(shape, scale));

lawSuite({
  law: Pareto.paretoLaw,
  codec: Codec.pareto,
  extremes: [
    at(5e-324, 5e-324),
    at(5e-324, 1),
    at(5e-324, 1e308),
    at(1e308, 5e-324),
    at(1e308, 1),
    at(1e308, 1e308),
    at(1, 5e-324),
    at(0.5, 1e308),
    at(1e-3, 1e-300),
    at(1e9, 0.3),
  ],
});
fitSuite({ law: Pareto.paretoLaw, fit: Pareto.fit, fixed: ['scale'] });

test('moments are infinite where their integrals diverge', () => {
  expect(Pareto.mean(at(1, 2))).toBe(Infinity);
  expect(Pareto.variance(at(2, 3))).toBe(Infinity);
  expect(Pareto.sd(at(2, 3))).toBe(Infinity);
  expect(Pareto.mean(at(1.5, 3))).toBe(9);
  expect(Pareto.variance(at(3, 2))).toBe(3);
});

test('all of it lies from the scale on', () => {
  const law = at(3, 2);
  expect([Pareto.pdf(law)(2), Pareto.cdf(law)(2), Pareto.sf(law)(2), Pareto.hazard(law)(2)]).toEqual([1.5, 0, 1, 1.5]);
  expect(Pareto.pdf(law)(2 - 2 ** -51)).toBe(0);
  expect(Pareto.hazard(law)(1)).toBe(0);
});

test('the likeliest law has the least observation for its scale', () => {
  const found = right(Pareto.fit([2, 4, 8, 16]));
  expect(found.law.scale).toBe(2);
  expect(found.law.shape).toBeCloseTo(4 / (6 * Math.LN2), 14);
  expect(Object.keys(found.standardErrors)).toEqual(['shape']);
  expect(found.standardErrors.shape).toBeCloseTo(found.law.shape / 2, 14);
  expect(sentence(Pareto.fit([2, 2]))).toBe('sample: all observations are equal');
});

test('large shapes keep their digits at both ends of the doubles', () => {
  const tail = Pareto.sf(right(Pareto.pareto(1e6, 1e-200)))(1.000000300000045e-200);
  expect(Math.abs(tail / 0.74081822067298394 - 1)).toBeLessThan(4e-16);
  const far = Pareto.sf(right(Pareto.pareto(1e17, 1e300)))(1.0000000000000002e300);
  expect(Math.abs(far / 3.48311345986e-7 - 1)).toBeLessThan(1e-11);
});
