import { expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { rng } from '../../src/law/index.ts';
import * as Exponential from '../../src/laws/exponential.ts';
import * as Gompertz from '../../src/laws/gompertz.ts';
import { typicalLaw } from '../arbitraries.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

const at = (shape: number, rate: number): Gompertz.Gompertz => right(Gompertz.gompertz(shape, rate));

lawSuite({
  law: Gompertz.gompertzLaw,
  codec: Codec.gompertz,
  extremes: [
    at(0, 5e-324),
    at(0, 1e308),
    at(5e-324, 5e-324),
    at(-5e-324, 5e-324),
    at(5e-324, 1e308),
    at(-5e-324, 1e308),
    at(1e308, 5e-324),
    at(-1e308, 5e-324),
    at(1e308, 1e308),
    at(-1e308, 1e308),
    at(1, 5e-324),
    at(-1, 1e308),
    at(1e-300, 1),
    at(-1e-300, 1),
  ],
  // Nearly flat and falling, what never happens has no probability that is a double, and only its logarithm tells it.
  typical: typicalLaw(Gompertz.gompertzLaw).filter((l) => !(l.shape < 0) || l.rate / l.shape > -600),
});
fitSuite({
  law: Gompertz.gompertzLaw,
  fit: Gompertz.fit,
  // A sample in which some never happen is censored, and no sample of numbers.
  typical: typicalLaw(Gompertz.gompertzLaw).filter((l) => l.shape > 0.05),
});

test('a falling hazard leaves a share that never happens', () => {
  const law = at(-0.5, 0.25);
  const lost = Math.exp(-0.5);
  expect(Gompertz.atInfinity(law)).toBe(lost);
  expect([Gompertz.cdf(law)(Infinity), Gompertz.sf(law)(Infinity)]).toEqual([-Math.expm1(-0.5), lost]);
  expect([Gompertz.logSf(law)(Infinity), Gompertz.cumHazard(law)(Infinity)]).toEqual([-0.5, 0.5]);
  expect(Gompertz.pdf(law)(Infinity)).toBe(0);
  expect([Gompertz.mean(law), Gompertz.variance(law), Gompertz.sd(law)]).toEqual([Infinity, Infinity, Infinity]);
  expect(Gompertz.median(law)).toBe(Infinity);
  expect(Gompertz.quantile(law)(0.3)).toBeLessThan(Infinity);
  expect(Gompertz.quantile(law)(0.4)).toBe(Infinity);
  expect(Gompertz.isf(law)(0.6)).toBe(Infinity);
  const [draws] = Gompertz.sampleN(law)(10_000)(rng(7));
  const never = draws.filter((x) => x === Infinity).length / 10_000;
  expect(Math.abs(never - lost)).toBeLessThan(6.2 * Math.sqrt((lost * (1 - lost)) / 10_000));
});

test('a rising hazard leaves none', () => {
  const law = at(0.5, 0.25);
  expect(Gompertz.atInfinity(law)).toBe(0);
  expect([Gompertz.cdf(law)(Infinity), Gompertz.sf(law)(Infinity)]).toEqual([1, 0]);
  expect(Gompertz.mode(law)[0]).toBeCloseTo(2 * Math.LN2, 15);
});

test('a shape of 0 is the exponential law', () => {
  const [law, exponential] = [at(0, 0.3), right(Exponential.exponential(0.3))];
  for (const x of [0, 1e-300, 0.1, 3, 100]) {
    expect(Gompertz.sf(law)(x)).toBeCloseTo(Exponential.sf(exponential)(x), 15);
    expect(Gompertz.pdf(law)(x)).toBeCloseTo(Exponential.pdf(exponential)(x), 15);
    expect(Gompertz.hazard(law)(x)).toBe(0.3);
  }
  expect(Gompertz.entropy(law)).toBe(Exponential.entropy(exponential));
  expect(Gompertz.mean(law)).toBe(1 / 0.3);
});

test('the likeliest law is continuous through a shape of 0', () => {
  // Sparse late events want a falling hazard, late crowding a rising one.
  const falling = right(Gompertz.fit([0.1, 0.2, 0.3, 0.5, 9]));
  expect(falling.law.shape).toBeLessThan(0);
  expect(Gompertz.atInfinity(falling.law)).toBeGreaterThan(0);
  const rising = right(Gompertz.fit([7, 8, 8.5, 9, 9.1]));
  expect(rising.law.shape).toBeGreaterThan(0);
  expect(falling.law.shape).toBeCloseTo(-0.30697, 4);
  expect(falling.law.rate).toBeCloseTo(1.22113, 4);
});

test('the likeliest law, as a search in R finds it', () => {
  const found = right(Gompertz.fit([1.3, 0.7, 2.9, 1.1, 0.9, 5.2, 1.8, 3.3]));
  expect(found.law.shape).toBeCloseTo(0.3012724, 6);
  expect(found.law.rate).toBeCloseTo(0.2669898, 6);
  expect(found.standardErrors.shape).toBeCloseTo(0.237729, 4);
  expect(found.standardErrors.rate).toBeCloseTo(0.165926, 4);
});

test('what has no likeliest law says why, and near ties have a steep one', () => {
  expect(sentence(Gompertz.fit([2, 2, 2]))).toBe('sample: all observations are equal');
  expect(sentence(Gompertz.fit([0, 0]))).toBe('sample: all observations are equal');
  expect(right(Gompertz.fit([10, 10.2, 10.5])).law.shape).toBeGreaterThan(3);
  expect(right(Gompertz.fit([0, 1, 2])).law.shape).toBeGreaterThan(-2);
});

test('subnormal parameters keep times from minus infinity and tails monotone', () => {
  expect(Gompertz.isf(at(1e-310, 1e-310))(0.5)).toBe(Infinity);
  expect(Gompertz.quantile(at(5e-324, 2.2e-308))(0.999)).toBe(Infinity);
  // The time is a double, though its quotient ln 2 / 1e-309 is none.
  expect(Gompertz.isf(at(1e-307, 1e-309))(0.5) / (Math.log1p(100 * Math.LN2) / 1e-307)).toBeCloseTo(1, 13);
  const tail = Gompertz.sf(at(1e-8, 1e-310));
  expect(tail(69921046280.3) / 1.00000000017e-20).toBeCloseTo(1, 10);
  expect(tail(70081990071.5)).toBeLessThanOrEqual(tail(69921046280.3));
});

test('a hazard too large for a double leaves a density that is one', () => {
  for (const law of [at(1e308, 1), at(1.7e308, 5e-324)]) {
    const x = Gompertz.isf(law)(Math.exp(-100));
    const logDensity = Gompertz.logPdf(law)(x);
    expect(logDensity).toBeLessThan(709);
    expect(Gompertz.pdf(law)(x) / Math.exp(logDensity)).toBeCloseTo(1, 9);
  }
});
