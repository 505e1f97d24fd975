import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Exponential from '../../src/laws/exponential.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

lawSuite({
  law: Exponential.exponentialLaw,
  codec: Codec.exponential,
  extremes: [Exponential.exponential(5e-324), Exponential.exponential(1e308), Exponential.exponential(1e-300)].map(
    right,
  ),
});
fitSuite({ law: Exponential.exponentialLaw, fit: Exponential.fit });

test.each([
  [
    Exponential.exponentialLaw.logCdf(right(Exponential.exponential(1e-300)))(1e-30),
    Math.log(1e-300) + Math.log(1e-30),
  ],
])('logarithms stay finite where what they are of underflows: %#', (value, expected) => {
  expect(value).toBeCloseTo(expected, 11);
});
