import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as Uniform from '../../src/laws/uniform.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

lawSuite({
  law: Uniform.uniformLaw,
  codec: Codec.uniform,
  extremes: [Uniform.uniform(-8e307, 8e307), Uniform.uniform(0, 5e-324), Uniform.uniform(1, 1 + 2 ** -52)].map(right),
});
fitSuite({ law: Uniform.uniformLaw, fit: Uniform.fit, fixed: ['lower', 'upper'] });

test.each([
  [Uniform.uniformLaw.logCdf(right(Uniform.uniform(0, 1e308)))(1e-20), Math.log(1e-20) - Math.log(1e308)],
  [Uniform.uniformLaw.logSf(right(Uniform.uniform(-1e308, 0)))(-1e-20), Math.log(1e-20) - Math.log(1e308)],
])('logarithms stay finite where what they are of underflows: %#', (value, expected) => {
  expect(value).toBeCloseTo(expected, 11);
});

describe('uniform', () => {
  test('needs its ends in order and a finite width', () => {
    expect(sentence(Uniform.uniform(1, 1))).toBe('uniform.upper is 1; it must be greater than lower');
    expect(sentence(Uniform.uniform(2, 1))).toBe('uniform.upper is 1; it must be greater than lower');
    expect(sentence(Uniform.uniform(-1e308, 1e308))).toBe(
      'uniform.upper is 1e+308; it must be at most 1.8e308 above lower',
    );
  });

  test('keeps the digits of points near either end', () => {
    const law = right(Uniform.uniform(1, 2));
    const x = 2 - 2 ** -40;
    expect(Uniform.uniformLaw.sf(law)(x)).toBe(2 ** -40);
    expect(Uniform.uniformLaw.logCdf(law)(x)).toBe(Math.log1p(-(2 ** -40)));
    expect(Uniform.uniformLaw.isf(law)(2 ** -40)).toBe(x);
  });
});
