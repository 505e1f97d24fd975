import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { affine, type Affine, type ContinuousLaw } from '../../src/law/index.ts';
import { cauchy, cauchyLaw } from '../../src/laws/cauchy.ts';
import { exponential, exponentialLaw } from '../../src/laws/exponential.ts';
import { normal, type Normal, normalLaw } from '../../src/laws/normal.ts';
import { uniform, uniformLaw } from '../../src/laws/uniform.ts';
import { typicalLaw } from '../arbitraries.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const grid = (lower: number, upper: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 2 ** 20 }).map((k) => lower + (upper - lower) * (k / 2 ** 20));

/** Images of a base law: upright, mirrored, or either. */
const images = <L>(
  base: ContinuousLaw<L>,
  laws: fc.Arbitrary<L>,
  scales: fc.Arbitrary<number>,
): fc.Arbitrary<Affine<L>> =>
  fc
    .tuple(laws, grid(-10, 10), scales)
    .map(([law, location, scale]) => right(affine(base).make({ law, location, scale })));

// A quantile can be no better than the rounding of the base law's: its own centre is not far from 0.
const normals = fc.tuple(grid(-3, 3), grid(0.1, 10)).map(([mean, sd]) => right(normal(mean, sd)));
const upright = grid(0.1, 10);
const mirrored = grid(-10, -0.1);

describe('affine normal', () => {
  const law = affine(normalLaw);
  const of = (base: Normal, location: number, scale: number): Affine<Normal> =>
    right(law.make({ law: base, location, scale }));
  const standard = right(normal(0, 1));

  lawSuite({
    law,
    codec: Codec.affine(Codec.normal)(normalLaw),
    typical: images(normalLaw, normals, fc.oneof(upright, mirrored)),
    extremes: [
      of(standard, 1e308, 1e308),
      of(standard, -1e308, -5e-324),
      of(right(normal(1e308, 1e308)), 1e308, -1e308),
      of(right(normal(0, 5e-324)), 0, 1e-300),
    ],
  });

  test('it is the normal law with that mean and sd, to the last digits of both tails', () => {
    for (const scale of [0.3, -0.3]) {
      const image = of(standard, 0.1, scale);
      const own = right(normal(0.1, 0.3));
      for (const x of [-11, -9, -4.3, -1, 0, 0.2, 1.7, 5, 9.7]) {
        for (const word of ['pdf', 'cdf', 'sf'] as const) {
          expect(Math.abs(law[word](image)(x) / normalLaw[word](own)(x) - 1)).toBeLessThan(24 * 2 ** -53);
        }
        for (const word of ['logPdf', 'logCdf', 'logSf'] as const) {
          const expected = normalLaw[word](own)(x);
          const error = Math.abs(law[word](image)(x) - expected);
          expect(error).toBeLessThan(8 * 2 ** -53 * Math.max(1, Math.abs(expected)));
        }
      }
    }
  });

  test('a scale of 0 makes no law', () => {
    const made = law.make({ law: standard, location: 0, scale: 0 });
    expect(sentence(made)).toBe('affine.scale is 0; it must be other than 0');
  });
});

describe('affine exponential, mirrored', () => {
  lawSuite({
    law: affine(exponentialLaw),
    codec: Codec.affine(Codec.exponential)(exponentialLaw),
    typical: images(exponentialLaw, typicalLaw(exponentialLaw), mirrored),
    extremes: [
      right(affine(exponentialLaw).make({ law: right(exponential(1e308)), location: -1e308, scale: -1e308 })),
      right(affine(exponentialLaw).make({ law: right(exponential(5e-324)), location: 0, scale: 5e-324 })),
    ],
  });
});

describe('affine uniform', () => {
  lawSuite({
    law: affine(uniformLaw),
    codec: Codec.affine(Codec.uniform)(uniformLaw),
    typical: fc
      .tuple(grid(-10, 0), grid(0, 10), fc.oneof(upright, mirrored))
      .filter(([a, b]) => a < b)
      .map(([a, b, scale]) => right(affine(uniformLaw).make({ law: right(uniform(a, b)), location: 0, scale }))),
    extremes: [right(affine(uniformLaw).make({ law: right(uniform(-1, 1e300)), location: 1e308, scale: -1e308 }))],
  });
});

describe('affine Cauchy', () => {
  test('a hazard that is no double in the base law is one in a small unit', () => {
    const law = affine(cauchyLaw);
    const l = right(law.make({ law: right(cauchy(0, 1)), location: 1000, scale: 1e-300 }));
    // 1e-300/(pi 1040^2).
    expect(Math.abs(law.hazard(l)(-40) / (1e-300 / (Math.PI * 1040 * 1040)) - 1)).toBeLessThan(1e-12);
  });

  test('malformed data is no law', () => {
    const codec = Codec.affine(Codec.cauchy)(cauchyLaw);
    for (const u of [
      null,
      {},
      { _tag: 'Affine', location: 0, scale: 1 },
      { _tag: 'Affine', law: [], location: 0, scale: 1 },
    ]) {
      expect(codec.decode(u)._tag).toBe('Left');
    }
  });
});
