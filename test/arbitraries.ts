import fc from 'fast-check';
import type { Domain, Law } from '../src/law/index.ts';

/** Numbers of a domain's typical range, on a grid of a million points: edges and subnormals are `extremes`' work. */
const inDomain = (domain: Domain): fc.Arbitrary<number> => {
  const [lower, upper] = domain.typical;
  return domain.integer
    ? fc.integer({ min: lower, max: upper })
    : fc.integer({ min: 0, max: 2 ** 20 }).map((k) => lower + (upper - lower) * (k / 2 ** 20));
};

/** Laws with typical parameters: those that the constructor accepts. */
export const typicalLaw = <L>(law: Law<L>): fc.Arbitrary<L> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries<Domain>(law.parameters as Readonly<Record<string, Domain>>).map(([name, d]) => [
          name,
          inDomain(d),
        ]),
      ),
    )
    .map((values) => law.make(values as unknown as L))
    .filter((made) => made._tag === 'Right')
    .map((made) => (made as { readonly right: L }).right);

/** Probabilities well inside (0, 1), small ones often. */
export const openProbability: fc.Arbitrary<number> = fc.oneof(
  fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
  fc.integer({ min: 1, max: 250 }).map((k) => 10 ** -k),
);

/** A sample of few distinct values, so that ties are common, or of any finite doubles. */
export const sampleOf: fc.Arbitrary<ReadonlyArray<number>> = fc.oneof(
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 30 }),
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 30 }),
  fc.array(fc.constantFrom(0, -0, 1, 5e-324, -5e-324, 1e308, -1e308), { minLength: 1, maxLength: 20 }),
);
