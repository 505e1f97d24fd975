import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Laplace from '../../src/laws/laplace.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

lawSuite({
  law: Laplace.laplaceLaw,
  codec: Codec.laplace,
  extremes: [Laplace.laplace(1e308, 1e308), Laplace.laplace(-1e308, 5e-324), Laplace.laplace(0, 1e-300)].map(right),
});
fitSuite({ law: Laplace.laplaceLaw, fit: Laplace.fit });

test('a small scale lifts the density where the exponential underflows', () => {
  const scale = 2 ** -660;
  const law = right(Laplace.laplace(0, scale));
  expect(Laplace.pdf(law)(800 * scale) / ((0.5 * Math.exp(-400)) / scale) / Math.exp(-400)).toBeCloseTo(1, 15);
});

test('the fit is the median and the mean distance from it', () => {
  const { law } = right(Laplace.fit([1, 2, 4, 9]));
  expect(law).toEqual({ _tag: 'Laplace', location: 3, scale: 2.5 });
});
