import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Logistic from '../../src/laws/logistic.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

lawSuite({
  law: Logistic.logisticLaw,
  codec: Codec.logistic,
  extremes: [Logistic.logistic(1e308, 1e308), Logistic.logistic(-1e308, 5e-324), Logistic.logistic(0, 1e-300)].map(
    right,
  ),
});

test('the quantile keeps its digits next to one half', () => {
  const at = Logistic.quantile(right(Logistic.logistic(0, 1)));
  for (const k of [10, 30, 52]) {
    expect(at(0.5 + 2 ** -k) / 2 ** (2 - k)).toBeCloseTo(1, 5);
    expect(at(0.5 - 2 ** -k) / 2 ** (2 - k)).toBeCloseTo(-1, 5);
  }
});
