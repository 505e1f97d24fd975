import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aic, aicc, bic, type Likelihood, rng } from '../../src/law/index.ts';
import * as Bernoulli from '../../src/laws/bernoulli.ts';
import * as Geometric from '../../src/laws/geometric.ts';
import { right, sentence } from '../right.ts';

const fits: fc.Arbitrary<Likelihood> = fc.record({
  logLikelihood: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  parameters: fc.integer({ min: 0, max: 50 }),
  observations: fc.integer({ min: 60, max: 100_000 }),
});

describe('information criteria', () => {
  test('R says the same of a linear model', () => {
    // R 4.2.2: fit <- lm(dist ~ speed, cars); logLik(fit), AIC(fit), BIC(fit).
    const cars = { logLikelihood: -206.5784, parameters: 3, observations: 50 };
    expect(right(aic(cars))).toBeCloseTo(419.1569, 3);
    expect(right(bic(cars))).toBeCloseTo(424.8929, 3);
  });

  test('differ by what they charge for a parameter', () => {
    fc.assert(
      fc.property(fits, (fit) => {
        const { parameters: k, observations: n } = fit;
        const slack = 1e-14 * (Math.abs(fit.logLikelihood) + k * Math.log(n) + 1);
        const [a, c, b] = [aic, aicc, bic].map((criterion) => right(criterion(fit))) as [number, number, number];
        expect(Math.abs(c - a - (2 * k * (k + 1)) / (n - k - 1))).toBeLessThanOrEqual(slack);
        expect(Math.abs(b - a - k * (Math.log(n) - 2))).toBeLessThanOrEqual(slack);
      }),
    );
  });

  test('read a fit as it comes, and prefer the law that the sample is from', () => {
    const law = right(Geometric.geometric(0.5));
    const xs = Geometric.sampleN(law)(200)(rng(1))[0].map((x) => Math.min(x, 1));
    const [one, other] = [right(Bernoulli.fit(xs)), right(Geometric.fit(xs))];
    for (const criterion of [aic, aicc, bic]) expect(right(criterion(one))).toBeLessThan(right(criterion(other)));
  });

  test('say what is in the way', () => {
    const fit = { logLikelihood: -1, parameters: 2, observations: 3 };
    expect(sentence(aicc(fit))).toBe('fit.observations is 3; it must be greater than 3');
    expect(right(aicc({ ...fit, observations: 4 }))).toBe(18);
    expect(sentence(aic({ ...fit, logLikelihood: -Infinity }))).toContain('fit.logLikelihood is -Infinity');
    expect(sentence(bic({ ...fit, parameters: 1.5 }))).toContain('fit.parameters is 1.5');
    expect(sentence(bic({ ...fit, observations: 0 }))).toContain('fit.observations is 0');
    expect(right(aic({ logLikelihood: 0, parameters: 0, observations: 1 }))).toBe(0);
  });
});
