import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Gumbel from '../../src/laws/gumbel.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const at = (location: number, scale: number): Gumbel.Gumbel => right(Gumbel.gumbel(location, scale));

lawSuite({
  law: Gumbel.gumbelLaw,
  codec: Codec.gumbel,
  extremes: [at(0, 5e-324), at(0, 1e308), at(-1.7e308, 1e308), at(1.7e308, 5e-324), at(1e300, 1e-300), at(5e-324, 1)],
});
fitSuite({ law: Gumbel.gumbelLaw, fit: Gumbel.fit });

test('the hazard rises to the inverse of the scale', () => {
  const law = at(1, 4);
  expect(Gumbel.hazard(law)(1e4)).toBe(0.25);
  expect(Gumbel.hazard(law)(Infinity)).toBe(0.25);
  expect(Gumbel.logHazard(law)(Infinity)).toBe(-Math.log(4));
  expect(Gumbel.hazard(law)(-1e4)).toBe(0);
});

test('the median of the largest of many is where it should be', () => {
  // The largest of n Gumbel variables is Gumbel, further right by the scale times ln n.
  const n = 1e6;
  const law = at(10, 3);
  const shifted = at(10 + 3 * Math.log(n), 3);
  for (const x of [20, 45, 60, 90])
    expect(Math.abs(Gumbel.logCdf(law)(x) * n - Gumbel.logCdf(shifted)(x))).toBeLessThan(1e-13 * n);
});

test('the likeliest law, as a search with SciPy finds it', () => {
  // Yearly highest sea levels at Venice, 1931 to 1940 (centimetres).
  const found = right(Gumbel.fit([103, 78, 121, 116, 115, 147, 119, 114, 89, 102]));
  expect(found.law.location).toBeCloseTo(101.46766977, 6);
  expect(found.law.scale).toBeCloseTo(17.13693186, 6);
});

test('what has no likeliest law says why', () => {
  expect(sentence(Gumbel.fit([3, 3, 3]))).toBe('sample: all observations are equal');
  expect(sentence(Gumbel.fit([-1.7e308, 1.7e308]))).toBe('sample: its range overflows');
});

test('a range that has no inverse says so', () => {
  expect(sentence(Gumbel.fit([5e-324, 1e-323, 1.5e-323]))).toBe('sample: its range is below 1e-300');
});
