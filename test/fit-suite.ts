/** What every maximum likelihood fit promises. */
import fc from 'fast-check';
import type { Either } from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { type Domain, type Failure, type Fit, type Law, rng } from '../src/law/index.ts';
import { typicalLaw } from './arbitraries.ts';
import { right } from './right.ts';

export interface FitSuiteOptions<L> {
  readonly law: Law<L>;
  readonly fit: (sample: ArrayLike<number>) => Either<Failure, Fit<L>>;
  /** Parameters that the fit does not choose: known beforehand, or at the edge of a likelihood that jumps. */
  readonly fixed?: ReadonlyArray<string>;
  /** Laws to draw from, where typical ones are too far out for a sample of 400. */
  readonly typical?: fc.Arbitrary<L>;
}

export const fitSuite = <L>({ law, fit, fixed = [], typical }: FitSuiteOptions<L>): void => {
  const logF = law.kind === 'discrete' ? law.logPmf : law.logPdf;
  const logLikelihood = (l: L, xs: Float64Array): number => xs.reduce((sum, x) => sum + logF(l)(x), 0);
  const drawn = fc
    .tuple(typical ?? typicalLaw(law), fc.integer())
    .map(([l, seed]) => [l, law.sampleN(l)(400)(rng(seed))[0]] as const);

  describe(`the fit suite: ${law.name}`, () => {
    test('no neighbour is likelier, and the truth is not', () => {
      fc.assert(
        fc.property(drawn, ([truth, xs]) => {
          const found = fit(xs);
          // A sample of ties has no fit for most laws, and says so.
          if (found._tag === 'Left') {
            expect(new Set(xs).size).toBeLessThan(3);
            return;
          }
          const best = found.right;
          const slack = 1e-10 * xs.length * (1 + Math.abs(best.logLikelihood / xs.length));
          expect(Math.abs(best.logLikelihood - logLikelihood(best.law, xs))).toBeLessThan(slack);
          expect(logLikelihood(truth, xs)).toBeLessThanOrEqual(best.logLikelihood + slack);
          expect(best.observations).toBe(xs.length);
          const at = best.law as unknown as Readonly<Record<string, number>>;
          for (const name of Object.keys(law.parameters).filter((key) => !fixed.includes(key))) {
            const step =
              1e-3 * (Math.abs(at[name]!) + ((best.standardErrors as Readonly<Record<string, number>>)[name] ?? 0));
            for (const to of [at[name]! - step, at[name]! + step]) {
              const other = law.make({ ...best.law, [name]: to });
              if (other._tag === 'Right')
                expect(logLikelihood(other.right, xs)).toBeLessThanOrEqual(best.logLikelihood + slack);
            }
          }
        }),
        { numRuns: 30, seed: 20261121 },
      );
    });

    test('standard errors are the curvature of the likelihood', () => {
      fc.assert(
        fc.property(drawn, ([, xs]) => {
          const found = fit(xs);
          if (found._tag === 'Left') {
            expect(new Set(xs).size).toBeLessThan(3);
            return;
          }
          const { law: best, standardErrors } = found.right;
          const names = Object.keys(standardErrors);
          expect(names.length).toBeLessThan(3);
          const at = best as unknown as Readonly<Record<string, number>>;
          const errors = standardErrors as Readonly<Record<string, number>>;
          const value = (shift: Readonly<Record<string, number>>): number =>
            logLikelihood(
              right(law.make({ ...best, ...Object.fromEntries(names.map((k) => [k, at[k]! + (shift[k] ?? 0)])) })),
              xs,
            );
          // Central differences, at a few hundredths of a standard error.
          const h = Object.fromEntries(names.map((k) => [k, 0.02 * errors[k]!]));
          const second = (a: string, b: string): number => {
            const [u, v] = [h[a]!, h[b]!];
            if (a === b) return (value({ [a]: u }) - 2 * value({}) + value({ [a]: -u })) / (u * u);
            return (
              (value({ [a]: u, [b]: v }) -
                value({ [a]: u, [b]: -v }) -
                value({ [a]: -u, [b]: v }) +
                value({ [a]: -u, [b]: -v })) /
              (4 * u * v)
            );
          };
          const [a, b] = names;
          if (a === undefined) return;
          const information = names.map((r) => names.map((c) => -second(r, c)));
          const determinant =
            b === undefined
              ? information[0]![0]!
              : information[0]![0]! * information[1]![1]! - information[0]![1]! * information[1]![0]!;
          const variances =
            b === undefined
              ? [1 / determinant]
              : [information[1]![1]! / determinant, information[0]![0]! / determinant];
          names.forEach((name, i) => {
            expect(Math.abs(errors[name]! / Math.sqrt(variances[i]!) - 1)).toBeLessThan(0.01);
          });
        }),
        { numRuns: 10, seed: 20261121 },
      );
    });

    test('bad samples are failures that name the place', () => {
      expect(fit([])).toMatchObject({ _tag: 'Left', left: { _tag: 'Empty', at: 'sample' } });
      for (const bad of [NaN, Infinity, -Infinity])
        expect(fit([1, bad])).toMatchObject({
          _tag: 'Left',
          left: { _tag: 'NotFinite', at: 'sample', index: 1, value: bad },
        });
      if (law.support(fc.sample(typicalLaw(law), { numRuns: 1, seed: 1 })[0]!).lower === 0)
        expect(fit([1, -2])).toMatchObject({
          _tag: 'Left',
          left: { _tag: 'OutOfDomain', at: 'sample', index: 1, value: -2 },
        });
      for (const xs of [[1], [1, 1, 1], [1e-308, 1e308], [5e-324, 1], [1e308, 1e308, 1.7e308]]) {
        const found = fit(xs);
        if (found._tag === 'Right') {
          for (const [name, domain] of Object.entries<Domain>(law.parameters as Readonly<Record<string, Domain>>)) {
            const estimate = (found.right.law as unknown as Readonly<Record<string, number>>)[name]!;
            expect(Number.isFinite(estimate) && estimate >= domain.lower && estimate <= domain.upper).toBe(true);
          }
          expect(found.right.logLikelihood).not.toBeNaN();
        } else expect(found.left.at).toBe('sample');
      }
    });
  });
};
