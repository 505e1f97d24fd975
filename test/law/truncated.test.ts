import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import { type ContinuousLaw, type DiscreteLaw, truncated, type Truncated } from '../../src/law/index.ts';
import { cauchy, cauchyLaw } from '../../src/laws/cauchy.ts';
import { exponential, exponentialLaw } from '../../src/laws/exponential.ts';
import { normal, normalLaw } from '../../src/laws/normal.ts';
import { poisson, poissonLaw } from '../../src/laws/poisson.ts';
import { lawSuite } from '../law-suite.ts';
import { right, sentence } from '../right.ts';

// The suite integrates over thousands of quantiles, each of which is searched for.
vi.setConfig({ testTimeout: 60_000 });

/** Windows of one law, by the shares of it below and above them. */
const windows = <L>(
  base: ContinuousLaw<L> | DiscreteLaw<L>,
  combined: ContinuousLaw<Truncated<L>> | DiscreteLaw<Truncated<L>>,
  law: L,
  farthest: number,
): fc.Arbitrary<Truncated<L>> => {
  const share = fc.oneof(
    fc.double({ min: 0.02, max: 0.98, noNaN: true }),
    fc.integer({ min: 1, max: farthest }).map((k) => 10 ** -k),
  );
  const pair = fc.tuple(share, share);
  return fc
    .oneof(
      pair.map(([p, q]) => ({ lower: base.quantile(law)(p), upper: base.isf(law)(q) })),
      pair.map(([p, q]) => ({ lower: base.isf(law)(Math.max(p, q)), upper: base.isf(law)(Math.min(p, q)) })),
      pair.map(([p, q]) => ({ lower: base.quantile(law)(Math.min(p, q)), upper: base.quantile(law)(Math.max(p, q)) })),
      share.map((p) => ({ lower: base.isf(law)(p), upper: Infinity })),
      share.map((p) => ({ lower: -Infinity, upper: base.quantile(law)(p) })),
    )
    .map((interval) => combined.make({ law, interval }))
    .filter((made) => made._tag === 'Right')
    .map(right)
    .filter((l) => {
      const { lower, upper } = combined.support(l);
      return upper - lower >= (base.kind === 'discrete' ? 2 : 0.01 * Math.min(1, base.sd(law)));
    });
};

const close = (actual: number, expected: number, units: number): void =>
  expect(Math.abs(actual / expected - 1)).toBeLessThan(units * 2 ** -53);

describe('truncated normal', () => {
  const law = truncated(normalLaw);
  const standard = right(normal(0, 1));
  const given = (lower: number, upper: number): Truncated<typeof standard> =>
    right(law.make({ law: standard, interval: { lower, upper } }));

  lawSuite({
    law,
    codec: Codec.truncated(Codec.normal)(normalLaw),
    typical: fc.oneof(windows(normalLaw, law, standard, 120), windows(normalLaw, law, right(normal(-3, 0.5)), 120)),
    extremes: [
      given(-Infinity, Infinity),
      given(50, 60),
      given(-1e10, -1e9),
      given(0, 1e-300),
      given(1, 1 + 2 ** -52),
      given(1e100, Infinity),
      right(law.make({ law: right(normal(1e308, 1e308)), interval: { lower: -1e308, upper: 1.1e308 } })),
    ],
  });

  // mpmath, 50 digits: Q(x) = erfc(x / sqrt 2) / 2, differences of it over Q(a) - Q(b), and quad for the moments.
  test('in the far tail', () => {
    const l = given(30, 31);
    close(law.cdf(l)(30.0625), 0.84726176442077093, 32);
    close(law.sf(l)(30.9375), 3.2638202281987177e-13, 32);
    close(law.pdf(l)(30.5), 8.1077142184127841e-6, 32);
    close(law.mean(l), 30.033259667433622, 8);
    close(law.variance(l), 0.0011037715118352823, 1e5);
    close(law.entropy(l), -2.4034104116350991, 1e3);
  });

  test('where no tail is a double', () => {
    const l = given(50, 60);
    // The logarithm of the mass is -1255: so many units.
    close(law.sf(l)(50.0625), 0.043796501104030877, 5000);
    close(law.logSf(l)(52), -102.03919059355191, 32);
    close(law.pdf(l)(50), 50.01998403190564, 5000);
    expect(law.mode(l)).toEqual([50]);
  });

  test('where both tails cancel', () => {
    const l = given(1, 1 + 2 ** -30);
    close(law.cdf(l)(1 + 2 ** -31), 0.50000000011641532, 16);
    close(law.pdf(l)(1), 1073741824.5, 16);
    const h = given(0, 3);
    close(law.cdf(h)(2 ** -60), 6.9392800346402552e-19, 16);
    close(law.sf(h)(3 - 2 ** -40), 8.0833085841413468e-15, 16);
    close(law.quantile(h)(law.cdf(h)(2 ** -60)), 2 ** -60, 16);
  });

  test('an interval that is none, or without mass, makes no law', () => {
    const made = (lower: number, upper: number): string =>
      sentence(law.make({ law: standard, interval: { lower, upper } }));
    expect(made(NaN, 1)).toBe('truncated.interval.lower is NaN; it must be a number below upper');
    expect(made(0, 0)).toBe('truncated.interval.upper is 0; it must be greater than lower');
    expect(made(0, NaN)).toBe('truncated.interval.upper is NaN; it must be greater than lower');
    expect(made(1e200, Infinity)).toBe('truncated.interval: the law has no mass there');
  });
});

describe('truncated exponential', () => {
  const law = truncated(exponentialLaw);
  const base = right(exponential(0.5));
  lawSuite({
    law,
    codec: Codec.truncated(Codec.exponential)(exponentialLaw),
    typical: windows(exponentialLaw, law, base, 120),
    extremes: [
      right(law.make({ law: base, interval: { lower: 1e6, upper: Infinity } })),
      right(law.make({ law: right(exponential(1e308)), interval: { lower: -1, upper: 5e-324 } })),
    ],
  });

  test('it forgets: what is left after an age is the law again', () => {
    for (const age of [3, 100, 5000]) {
      const l = right(law.make({ law: base, interval: { lower: age, upper: Infinity } }));
      for (const x of [0.125, 1, 7, 40]) {
        close(law.sf(l)(age + x), Math.exp(-0.5 * x), 16 + 2 * age);
        close(law.pdf(l)(age + x), 0.5 * Math.exp(-0.5 * x), 16 + 2 * age);
      }
      close(law.mean(l), age + 2, 4);
    }
  });
});

describe('truncated Poisson', () => {
  const law = truncated(poissonLaw);
  const base = right(poisson(20));
  lawSuite({
    law,
    codec: Codec.truncated(Codec.poisson)(poissonLaw),
    typical: windows(poissonLaw, law, base, 12),
    extremes: [
      right(law.make({ law: base, interval: { lower: 1000, upper: Infinity } })),
      right(law.make({ law: base, interval: { lower: -1, upper: 0 } })),
      right(law.make({ law: right(poisson(1e9)), interval: { lower: 1e9, upper: 2e9 } })),
    ],
  });

  // mpmath, 50 digits: sums of exp(-200) 200^k / k! from 301 on.
  test('the tail beyond 300 of a mean of 200', () => {
    const l = right(law.make({ law: right(poisson(200)), interval: { lower: 300, upper: Infinity } }));
    expect(law.support(l)).toEqual({ lower: 301, upper: Infinity });
    close(law.pmf(l)(301), 0.34183497680176597, 500);
    close(law.cdf(l)(305), 0.88041220247355278, 500);
    close(law.sf(l)(400), 3.0864668998540841e-25, 500);
    close(law.mean(l), 302.89232801733156, 8);
    close(law.variance(l), 5.2939649243348318, 1e4);
  });
});

describe('truncated Cauchy', () => {
  test('it has a mean up to the last doubles', () => {
    const law = truncated(cauchyLaw);
    const l = right(law.make({ law: right(cauchy(0, 1)), interval: { lower: -1e308, upper: 1 } }));
    // (ln 2 - ln(1 + 1e616))/(2 pi) over 3/4.
    expect(Math.abs(law.mean(l) / -300.84512887304993 - 1)).toBeLessThan(1e-8);
  });

  test('malformed data is no law', () => {
    const codec = Codec.truncated(Codec.cauchy)(cauchyLaw);
    const law = { _tag: 'Cauchy', location: 0, scale: 1 };
    for (const u of [null, {}, { _tag: 'Truncated', law }, { _tag: 'Truncated', law, interval: null }]) {
      expect(codec.decode(u)._tag).toBe('Left');
    }
    expect(codec.decode({ _tag: 'Truncated', interval: { lower: 0, upper: 1 } })._tag).toBe('Left');
  });
});
