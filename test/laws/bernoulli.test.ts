import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Bernoulli from '../../src/laws/bernoulli.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const { bernoulli } = Bernoulli;

lawSuite({
  law: Bernoulli.bernoulliLaw,
  codec: Codec.bernoulli,
  extremes: [bernoulli(0), bernoulli(1), bernoulli(5e-324), bernoulli(1 - 2 ** -53), bernoulli(0.5)].map(right),
});

fitSuite({ law: Bernoulli.bernoulliLaw, fit: Bernoulli.fit });

describe('bernoulli', () => {
  test('probabilities 0 and 1 are the constants', () => {
    const [never, always] = [right(bernoulli(-0)), right(bernoulli(1))];
    expect(Object.is(never.probability, 0)).toBe(true);
    expect([Bernoulli.support(never), Bernoulli.support(always)]).toEqual([
      { lower: 0, upper: 0 },
      { lower: 1, upper: 1 },
    ]);
    expect([0, 0.3, 1].map(Bernoulli.quantile(never))).toEqual([0, 0, 0]);
    expect([0, 0.3, 1].map(Bernoulli.isf(always))).toEqual([1, 1, 1]);
    expect([never, always].map(Bernoulli.entropy)).toEqual([0, 0]);
    expect([0, 1].map(Bernoulli.logPmf(never))).toEqual([0, -Infinity]);
    expect([0, 1].map(Bernoulli.hazard(always))).toEqual([0, 1]);
  });

  test('a fair coin has two modes', () => {
    expect([0.3, 0.5, 0.7].map((p) => Bernoulli.mode(right(bernoulli(p))))).toEqual([[0], [0, 1], [1]]);
  });

  test('a sample of one value fits the constant, without a standard error', () => {
    expect(right(Bernoulli.fit([1, 1]))).toEqual({
      law: { _tag: 'Bernoulli', probability: 1 },
      logLikelihood: 0,
      parameters: 1,
      observations: 2,
      standardErrors: {},
      iterations: 0,
    });
    expect(Bernoulli.fit([0, 1, 0.5])).toMatchObject({ left: { _tag: 'OutOfDomain', at: 'sample', index: 2 } });
  });
});
