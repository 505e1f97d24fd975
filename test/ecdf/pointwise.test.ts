import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ecdf, ecdfWith, type IntervalOptions, pointwiseBand, pointwiseInterval } from '../../src/ecdf/index.ts';
import { agrestiCoullWith, clopperPearsonWith, jeffreysWith, wilsonWith } from '../../src/proportion/index.ts';
import { sampleOf } from '../arbitraries.ts';
import { right, sentence } from '../right.ts';

/** R 4.2.2, survival 3.5.3: survfit(Surv(1:10) ~ 1, conf.type = "log-log"), lower and upper limits of S. */
const LOG_LOG_R: ReadonlyArray<readonly [number, number]> = [
  [0.47300927136205051, 0.98528139336734311],
  [0.40869078163340433, 0.94587264583891162],
  [0.32871659327973485, 0.89194904122484409],
  [0.25266889700389367, 0.82722096702851156],
  [0.18360559061901463, 0.7531740769982298],
  [0.1226931657823541, 0.6702046374234798],
  [0.07113449232300495, 0.57786733062523576],
  [0.03090902430801962, 0.47471469044054654],
  [0.0057234563743347412, 0.35812746050806982],
];

const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });

const methods: fc.Arbitrary<IntervalOptions['method']> = fc.constantFrom(
  'plain',
  'log-log',
  'wilson',
  'clopper-pearson',
  'jeffreys',
  'agresti-coull',
);

/** The methods whose interval always holds the estimate. */
const HOLDS: ReadonlyArray<IntervalOptions['method']> = ['plain', 'log-log', 'wilson', 'clopper-pearson'];

describe('pointwise intervals', () => {
  test('plain: by hand', () => {
    const at = right(pointwiseInterval({ method: 'plain', level: 0.95 })(right(ecdf([1, 2, 3, 4])))(2));
    const half = 1.959963984540054 * Math.sqrt(0.25 / 4);
    expect(at._tag === 'Interval' && [at.estimate, Math.abs(at.lower - 0.5 + half) < 1e-14]).toEqual([0.5, true]);
    expect(at._tag === 'Interval' && Math.abs(at.upper - 0.5 - half) < 1e-14).toBe(true);
  });

  test('log-log: the numbers of R survfit(conf.type = "log-log") on 1:10', () => {
    const e = right(ecdf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    const band = right(pointwiseBand({ method: 'log-log', level: 0.95 })(e));
    LOG_LOG_R.forEach(([lower, upper], k) => {
      expect(band.lower[k]).toBeCloseTo(1 - upper, 13);
      expect(band.upper[k]).toBeCloseTo(1 - lower, 13);
    });
    expect([...band.undefinedAt]).toEqual([10]);
  });

  test('the band is the intervals, and log-log is undefined where F is 0 or 1', () => {
    fc.assert(
      fc.property(sampleOf, level, methods, (xs, l, method) => {
        const e = right(ecdf(xs));
        const band = right(pointwiseBand({ method, level: l })(e));
        const at = pointwiseInterval({ method, level: l })(e);
        band.x.forEach((x, k) => {
          expect(right(at(x))).toEqual({
            _tag: 'Interval',
            estimate: band.estimate[k],
            lower: band.lower[k],
            upper: band.upper[k],
          });
          expect(band.lower[k]).toBeLessThanOrEqual(band.upper[k]!);
          if (HOLDS.includes(method)) {
            expect(band.lower[k]).toBeLessThanOrEqual(band.estimate[k]! * (1 + 1e-13));
            expect(band.upper[k]).toBeGreaterThanOrEqual(band.estimate[k]! * (1 - 1e-13));
          }
        });
        expect(band.undefinedAt.length).toBe(method === 'log-log' ? 1 : 0);
        expect(right(at(-Infinity))._tag).toBe(method === 'log-log' ? 'Undefined' : 'Interval');
        expect(right(at(Infinity))._tag).toBe(method === 'log-log' ? 'Undefined' : 'Interval');
      }),
    );
  });

  test('knots that the total cannot tell apart have no interval, wherever they are', () => {
    const e = right(ecdfWith({ weights: [1, 1e-20, 1e-20] })([1, 2, 3]));
    const band = right(pointwiseBand({ method: 'log-log', level: 0.95 })(e));
    expect([[...band.x], [...band.undefinedAt]]).toEqual([[], [1, 2, 3]]);
  });

  test('bad input', () => {
    const e = right(ecdf([1, 2]));
    expect(sentence(pointwiseInterval({ method: 'plain', level: 0.9 })(e)(NaN))).toBe(
      'point is NaN; a finite number is needed',
    );
    expect(sentence(pointwiseInterval({ method: 'plain', level: 2 })(e)(1))).toContain('level is 2');
    expect(sentence(pointwiseBand({ method: 'plain', level: 0 })(e))).toContain('level is 0');
  });

  test('the binomial kinds are the intervals for the proportion at or below the point', () => {
    const e = right(ecdf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    for (const [method, interval] of [
      ['wilson', wilsonWith],
      ['clopper-pearson', clopperPearsonWith],
      ['jeffreys', jeffreysWith],
      ['agresti-coull', agrestiCoullWith],
    ] as const) {
      expect(right(pointwiseInterval({ method, level: 0.9 })(e)(8))).toEqual({
        _tag: 'Interval',
        ...right(interval({ level: 0.9 })({ successes: 8, trials: 10 })),
      });
    }
  });
});
