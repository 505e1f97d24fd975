import { describe, expect, test } from 'vitest';
import * as Codec from '../../src/codec/index.ts';
import * as LogNormal from '../../src/laws/log-normal.ts';
import { fitSuite } from '../fit-suite.ts';
import { lawSuite } from '../law-suite.ts';
import { right } from '../right.ts';

const { logNormal } = LogNormal;

lawSuite({
  law: LogNormal.logNormalLaw,
  codec: Codec.logNormal,
  extremes: [
    logNormal(1e308, 1e308),
    logNormal(-1e308, 5e-324),
    logNormal(0, 5e-324),
    logNormal(0, 1e308),
    logNormal(-745, 1e-300),
    logNormal(709, 30),
    logNormal(-1e6, 1e5),
  ].map(right),
});
fitSuite({ law: LogNormal.logNormalLaw, fit: LogNormal.fit });

describe('log-normal', () => {
  test('a density that only its 1/x lifts into the doubles', () => {
    // ln x = -743.7: z = -41.3 at sigma = 18, where the normal density itself is 1e-371.
    const law = right(logNormal(0, 18));
    const x = 1e-323;
    const value = LogNormal.pdf(law)(x);
    expect(Math.log(value)).toBeCloseTo(LogNormal.logPdf(law)(x), 10);
    expect(value).toBeGreaterThan(1e-60);
  });

  test('a median and moments where a factor alone leaves the doubles', () => {
    const law = right(logNormal(-1000, 30));
    expect(Math.log(LogNormal.sd(law))).toBeCloseTo(-100, 10);
    expect(LogNormal.sd(right(logNormal(0, 1e-200)))).toBe(1e-200);
    expect(LogNormal.variance(right(logNormal(-1e308, 1e200)))).toBe(Infinity);
  });

  test('the distribution function is that of the normal law at the logarithm', () => {
    const law = right(logNormal(0, 1));
    expect(LogNormal.cdf(law)(1)).toBe(0.5);
    expect(LogNormal.sf(right(logNormal(0, 5e-324)))(1)).toBe(0.5);
    expect(LogNormal.quantile(right(logNormal(3, 2)))(0.5)).toBe(Math.exp(3));
  });

  test('equal observations have no fit, whatever their logarithm', () => {
    for (const x of [0.1, 3, 7e-5, 1e300])
      expect(LogNormal.fit([x, x, x])).toMatchObject({ _tag: 'Left', left: { _tag: 'Degenerate', at: 'sample' } });
  });
});

test('a large mu leaves the logarithm of the point its digits', () => {
  expect(LogNormal.logPdf(right(LogNormal.logNormal(1e17, 1e300)))(5e-324)).toBeCloseTo(52.745605489962834, 11);
  const law = right(LogNormal.logNormal(-1e308, 1e12));
  expect(LogNormal.hazard(law)(1e300) * 1e16).toBeCloseTo(1, 12);
  expect(LogNormal.logHazard(law)(1e-310) - LogNormal.logHazard(law)(1e300)).toBeCloseTo(610 * Math.LN10, 9);
});
