/**
 * The one suite that every law passes. It knows nothing of the law but its record and its codec.
 *
 * Units are 2^-53. The tolerances say how much a chain of correctly rounded steps may lose, conditioning included; the
 * accuracy of each function by itself is held by the reference tables.
 */
import fc from 'fast-check';
import type * as t from 'io-ts/lib/index.js';
import { describe, expect, test } from 'vitest';
import { ksTest } from '../src/goodness-of-fit/index.ts';
import { type ContinuousLaw, type DefectiveLaw, type Domain, type Law, rng } from '../src/law/index.ts';
import { openProbability, typicalLaw } from './arbitraries.ts';
import { integrate } from './gauss-legendre.ts';
import { right, sentence } from './right.ts';

const UNIT = 2 ** -53;

const near = (actual: number, expected: number, slack: number): boolean =>
  actual === expected || Math.abs(actual - expected) <= slack;

/** f and ln f of a law, whichever kind it is. */
const density = <L>(law: Law<L>) =>
  law.kind === 'discrete' ? { f: law.pmf, logF: law.logPmf } : { f: law.pdf, logF: law.logPdf };

/** The mass that never happens. */
const never = <L>(law: Law<L>, l: L): number => (law.kind === 'defective' ? law.atInfinity(l) : 0);

/** The law of what happens, as far as its distribution function. */
const happening = <L>(law: Law<L>): Law<L> =>
  law.kind === 'defective'
    ? {
        ...law,
        cdf: (l) => (x) => law.cdf(l)(x) / (1 - law.atInfinity(l)),
        sf: (l) => (x) => (law.sf(l)(x) - law.atInfinity(l)) / (1 - law.atInfinity(l)),
      }
    : law;

/** A point of the law: a quantile, from either tail, and for discrete laws an integer. */
const lawAndPoint = <L>(law: Law<L>, some: fc.Arbitrary<L>): fc.Arbitrary<readonly [L, number]> =>
  fc
    .tuple(some, openProbability, fc.boolean())
    .map(([l, p, upper]) => [l, upper ? law.isf(l)(p) : law.quantile(l)(p)] as const)
    .filter(([l, x]) => Number.isFinite(x) && density(law).f(l)(x) < Infinity);

const SCALAR = ['cdf', 'sf', 'logCdf', 'logSf', 'hazard', 'logHazard', 'cumHazard'] as const;

export interface SuiteOptions<L> {
  readonly law: Law<L>;
  readonly codec: t.Type<L, unknown, unknown>;
  /** Laws at the edges of the parameter domain, where the evaluators must still be total. */
  readonly extremes: ReadonlyArray<L>;
  /** Laws to draw from, where the domains of numbers do not tell them. */
  readonly typical?: fc.Arbitrary<L>;
}

/**
 * E g(X) of a continuous law, as the integral of g over its quantiles: in s = -ln p from the median into either tail, to
 * the smallest double, where heavy tails still count. Of a defective law, over what happens.
 */
const quantileIntegral = <L>(law: ContinuousLaw<L> | DefectiveLaw<L>, l: L, g: (x: number) => number): number => {
  const [lower, upper] = [law.quantile(l), law.isf(l)];
  const lost = never(law, l);
  const happens = 1 - lost;
  const term = (s: number): number => {
    const p = Math.exp(-s);
    // A quantile beyond the doubles, or so near an end that it is one, where the density is infinite or 0, counts for nothing.
    const at = (x: number): number => {
      const height = law.pdf(l)(x);
      return Number.isFinite(x) && height > 0 && height < Infinity ? p * g(x) : 0;
    };
    return happens * (at(lower(p * happens)) + at(upper(p * happens + lost)));
  };
  const ends = [Math.LN2, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 744];
  return ends.slice(1).reduce((sum, to, i) => sum + integrate(term, ends[i]!, to, 8), 0);
};

export const lawSuite = <L>({ law, codec, extremes, typical }: SuiteOptions<L>): void => {
  const { f, logF } = density(law);
  const some = typical ?? typicalLaw(law);
  const point = lawAndPoint(law, some);

  describe(`the law suite: ${law.name}`, () => {
    test('has no mass outside its support, and all of it inside', () => {
      fc.assert(
        fc.property(some, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (l, away) => {
          const { lower, upper } = law.support(l);
          for (const x of [lower - away, -Infinity].filter((v) => v < lower)) {
            expect([law.cdf(l)(x), law.sf(l)(x), f(l)(x)]).toEqual([0, 1, 0]);
            expect([law.logCdf(l)(x), law.logSf(l)(x), logF(l)(x)]).toEqual([-Infinity, 0, -Infinity]);
          }
          for (const x of [upper + away, Infinity].filter((v) => v > upper || v === Infinity)) {
            expect([f(l)(x), logF(l)(x)]).toEqual([0, -Infinity]);
            const lost = never(law, l);
            if (lost === 0) {
              expect([law.cdf(l)(x), law.sf(l)(x)]).toEqual([1, 0]);
              expect([law.logCdf(l)(x), law.logSf(l)(x)]).toEqual([0, -Infinity]);
            } else {
              expect(near(law.cdf(l)(x), 1 - lost, 8 * UNIT)).toBe(true);
              expect(near(law.sf(l)(x), lost, 8 * UNIT * lost * (1 - Math.log(lost)))).toBe(true);
              expect(near(Math.exp(law.logSf(l)(x)), lost, 64 * UNIT * lost * (1 - Math.log(lost)))).toBe(true);
              expect(near(Math.exp(law.logCdf(l)(x)), 1 - lost, 64 * UNIT)).toBe(true);
            }
          }
        }),
      );
    });

    test('cdf rises and sf falls', () => {
      fc.assert(
        fc.property(point, openProbability, ([l, x], p) => {
          const [a, b] = [x, law.quantile(l)(p * (1 - never(law, l)))].sort((u, v) => u - v) as [number, number];
          const [ca, cb, sa, sb] = [law.cdf(l)(a), law.cdf(l)(b), law.sf(l)(a), law.sf(l)(b)];
          expect(ca).toBeLessThanOrEqual(cb * (1 + 64 * UNIT));
          expect(sb).toBeLessThanOrEqual(sa * (1 + 64 * UNIT));
        }),
      );
    });

    test('cdf and sf are complements', () => {
      fc.assert(
        fc.property(point, ([l, x]) => {
          expect(near(law.cdf(l)(x) + law.sf(l)(x), 1, 16 * UNIT)).toBe(true);
        }),
      );
    });

    test('log forms are the logarithms', () => {
      fc.assert(
        fc.property(point, ([l, x]) => {
          for (const [value, log] of [
            [law.cdf(l)(x), law.logCdf(l)(x)],
            [law.sf(l)(x), law.logSf(l)(x)],
            [f(l)(x), logF(l)(x)],
            [law.hazard(l)(x), law.logHazard(l)(x)],
          ] as const) {
            if (value === Infinity) expect(log).toBe(Infinity);
            else if (value > 1e-300) expect(near(Math.exp(log) / value, 1, (64 + 8 * Math.abs(log)) * UNIT)).toBe(true);
            else expect(log).toBeLessThan(-690);
          }
          expect(law.cumHazard(l)(x)).toBe(0 - law.logSf(l)(x));
        }),
      );
    });

    test('the hazard is the density over what is left', () => {
      fc.assert(
        fc.property(point, ([l, x]) => {
          const left = law.kind === 'discrete' ? law.sf(l)(x - 1) : law.sf(l)(x);
          fc.pre(left > 1e-290 && f(l)(x) > 1e-290);
          const slack = (64 + 8 * Math.abs(Math.log(left))) * UNIT;
          expect(near((law.hazard(l)(x) * left) / f(l)(x), 1, slack)).toBe(true);
        }),
      );
    });

    test('quantile and isf invert cdf and sf', () => {
      fc.assert(
        fc.property(some, openProbability, (l, p) => {
          const [x, y] = [law.quantile(l)(p), law.isf(l)(p)];
          if (law.kind === 'discrete') {
            expect(law.cdf(l)(x)).toBeGreaterThanOrEqual(p);
            expect(law.sf(l)(y)).toBeLessThanOrEqual(p);
            if (x > law.support(l).lower) expect(law.cdf(l)(x - 1)).toBeLessThan(p);
            if (y > law.support(l).lower) expect(law.sf(l)(y - 1)).toBeGreaterThan(p);
          } else {
            // A rounding of x moves the probability by density * |x| * unit; at an end where the density is 0, by a neighbour's.
            const height = (v: number): number => Math.max(f(l)(v), f(l)(v * (1 - UNIT)));
            const slack = (v: number): number =>
              32 * UNIT * (p + height(v) * Math.max(Math.abs(v), 2 ** -1022) + p * Math.abs(Math.log(p)));
            const lost = never(law, l);
            // What underflowed to an end where the density is infinite inverts nothing; what never happens comes at no time.
            if (x === Infinity && lost > 0) expect(p).toBeGreaterThan((1 - lost) * (1 - 32 * UNIT));
            else if (f(l)(x) < Infinity) expect(near(law.cdf(l)(x), p, slack(x))).toBe(true);
            if (y === Infinity && lost > 0) expect(p).toBeLessThan(lost * (1 + 32 * UNIT * (1 - Math.log(lost))));
            else if (f(l)(y) < Infinity) expect(near(law.sf(l)(y), p, slack(y))).toBe(true);
          }
        }),
      );
    });

    test('cdf and sf are inverted by quantile and isf', () => {
      fc.assert(
        fc.property(point, ([l, x]) => {
          const [p, q] = [law.cdf(l)(x), law.sf(l)(x)];
          if (law.kind === 'discrete') {
            if (f(l)(x) > 64 * p * UNIT && p < 1) expect(law.quantile(l)(p)).toBe(x);
            if (f(l)(x) > 64 * q * UNIT && q > 0) expect(law.isf(l)(q)).toBe(x);
          } else {
            const height = f(l)(x);
            const slack = (v: number): number =>
              64 * UNIT * (Math.max(Math.abs(x), 2 ** -1022) + (v * (1 + Math.abs(Math.log(v)))) / height);
            // At the last double before the mass that never happens, a rounding decides whether it happens.
            const isNear = (y: number, v: number, least: number): boolean =>
              near(y, x, slack(v)) || (y === Infinity && least > 0 && law.sf(l)(x) < least * (1 + 1e-12));
            if (p > 1e-290 && p < 1) expect(isNear(law.quantile(l)(p), p, never(law, l))).toBe(true);
            if (q > 1e-290 && q < 1) expect(isNear(law.isf(l)(q), q, never(law, l))).toBe(true);
          }
        }),
      );
    });

    test('the ends of the unit interval go to the ends of the support', () => {
      fc.assert(
        fc.property(some, (l) => {
          const { lower, upper } = law.support(l);
          expect([law.quantile(l)(0), law.quantile(l)(1), law.isf(l)(1), law.isf(l)(0)]).toEqual([
            lower,
            upper,
            lower,
            upper,
          ]);
        }),
      );
    });

    test('the distribution function grows by the density', () => {
      fc.assert(
        fc.property(some, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (l, p) => {
          if (law.kind === 'discrete') {
            const x = law.quantile(l)(p);
            expect(near(law.cdf(l)(x) - law.cdf(l)(x - 1), f(l)(x), 64 * UNIT)).toBe(true);
          } else {
            // Halves of the mass on either side, so that a heavy tail is no further than its own scale.
            const [q, inverse] =
              p < 0.5 || law.kind === 'defective' ? [p * (1 - never(law, l)), law.quantile(l)] : [1 - p, law.isf(l)];
            const [x, y] = [inverse(0.5 * q), inverse(q)];
            const slack = 1e-13 + 8 * UNIT * (f(l)(x) * Math.abs(x) + f(l)(y) * Math.abs(y));
            expect(near(integrate(f(l), Math.min(x, y), Math.max(x, y), 20), 0.5 * q, slack)).toBe(true);
          }
        }),
      );
    });

    test('moments and entropy are the integrals', () => {
      fc.assert(
        fc.property(some, (l) => {
          const expectation = (g: (x: number) => number): number => {
            if (law.kind !== 'discrete') return quantileIntegral(law, l, g);
            const to = law.isf(l)(1e-18);
            let sum = 0;
            for (let k = law.quantile(l)(1e-18); k <= to; k++) if (f(l)(k) > 0) sum += f(l)(k) * g(k);
            return sum;
          };
          const [mean, sd] = [law.mean(l), law.sd(l)];
          const width = sd + Math.abs(mean);
          const agrees = (g: (x: number) => number, value: number, size: number): void =>
            expect(Math.abs(expectation(g) - value)).toBeLessThanOrEqual(1e-12 * size);
          const lost = never(law, l);
          agrees(() => 1, 1 - lost, 1);
          if (Number.isFinite(mean)) agrees((x) => x, mean, width);
          if (Number.isFinite(sd)) {
            agrees((x) => (x - mean) ** 2, law.variance(l), sd * width);
            expect(near(sd * sd, law.variance(l), 8 * UNIT * law.variance(l))).toBe(true);
          }
          const entropy = law.entropy(l);
          agrees((x) => -logF(l)(x), entropy + (lost > 0 ? lost * Math.log(lost) : 0), 1 + Math.abs(entropy));
          const median = law.median(l);
          expect(
            near(
              median,
              law.quantile(l)(0.5),
              8 * UNIT * (law.isf(l)(0.25) - law.quantile(l)(0.25) + Math.abs(median)),
            ),
          ).toBe(true);
        }),
        { numRuns: 30 },
      );
    });

    test('nothing is likelier than a mode', () => {
      fc.assert(
        fc.property(point, ([l, x]) => {
          const modes = law.mode(l);
          expect(modes.length).toBeGreaterThan(0);
          for (const m of modes)
            expect(logF(l)(m)).toBeGreaterThanOrEqual(logF(l)(x) - 64 * UNIT * (1 + Math.abs(logF(l)(x))));
        }),
      );
    });

    test('draws follow the law', () => {
      // Fixed seeds, and a p-value of 1e-9 at most by chance: exact, for a discrete law at least the true one.
      const n = 20_000;
      fc.assert(
        fc.property(some, fc.integer(), (l, seed) => {
          const [draws, next] = law.sampleN(l)(n)(rng(seed));
          expect(next).not.toEqual(rng(seed));
          const lost = never(law, l);
          // A draw that overflowed counts as the largest double; one that never happens is counted by itself.
          const finite = draws
            .filter((x) => lost === 0 || x < Infinity)
            .map((x) => Math.max(-Number.MAX_VALUE, Math.min(x, Number.MAX_VALUE)));
          expect(near(n - finite.length, n * lost, 6.2 * Math.sqrt(n * lost * (1 - lost)) + 20)).toBe(true);
          if (finite.length > 0) expect(right(ksTest(happening(law), l)(finite)).pValue).toBeGreaterThan(1e-9);
          const mean = draws.reduce((a, b) => a + b, 0) / n;
          if (Number.isFinite(law.sd(l))) expect(near(mean, law.mean(l), (6.2 * law.sd(l)) / Math.sqrt(n))).toBe(true);
        }),
        { numRuns: 20, seed: 20260521 },
      );
    });

    test('draws are a function of the state', () => {
      fc.assert(
        fc.property(some, fc.integer(), (l, seed) => {
          const [three] = law.sampleN(l)(3)(rng(seed));
          const [a, s1] = law.sample(l)(rng(seed));
          const [b, s2] = law.sample(l)(s1);
          const [c] = law.sample(l)(s2);
          expect([...three]).toEqual([a, b, c]);
          expect(law.sampleN(l)(-1)(rng(seed))).toEqual([new Float64Array(0), rng(seed)]);
          expect(law.sampleN(l)(NaN)(rng(seed))[0].length).toBe(0);
        }),
      );
    });

    test('NaN comes out exactly when NaN, or no probability, goes in', () => {
      const any = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 5e-324, 2 ** 53, 1e16, -1e300));
      fc.assert(
        fc.property(fc.oneof(some, fc.constantFrom(...extremes)), any, (l, x) => {
          for (const g of [f, logF, ...SCALAR.map((word) => law[word])]) {
            expect(g(l)(NaN)).toBeNaN();
            expect(g(l)(x)).not.toBeNaN();
          }
          for (const inverse of [law.quantile, law.isf]) {
            expect(inverse(l)(NaN)).toBeNaN();
            if (x >= 0 && x <= 1) expect(inverse(l)(x)).not.toBeNaN();
            else expect(inverse(l)(x)).toBeNaN();
          }
        }),
        { numRuns: 300 },
      );
    });

    const withNumbers = test.runIf(Object.keys(law.parameters).length > 0);
    withNumbers('parameters outside their domain are failures that name them', () => {
      const typical = fc.sample(some, 1)[0] as L & Record<string, unknown>;
      for (const [name, domain] of Object.entries<Domain>(law.parameters as Readonly<Record<string, Domain>>)) {
        for (const bad of [NaN, Infinity, -Infinity, ...(domain.lower > -Infinity ? [domain.lower - 1] : [])]) {
          const words = sentence(law.make({ ...typical, [name]: bad }));
          expect(words).toContain(`${law.name}.${name} is ${bad}; `);
        }
      }
    });

    test('laws are plain data that survive cloning and JSON', () => {
      fc.assert(
        fc.property(fc.oneof(some, fc.constantFrom(...extremes)), (l) => {
          expect(structuredClone(l)).toEqual(l);
          const json = JSON.stringify(codec.encode(l));
          expect(codec.decode(JSON.parse(json))).toEqual({ _tag: 'Right', right: l });
          expect(codec.decode(JSON.parse(json.replace(/"_tag":"\w+"/, '"_tag":"Other"')))._tag).toBe('Left');
        }),
      );
      for (const junk of [
        null,
        undefined,
        1,
        'x',
        [],
        {},
        { _tag: law.name },
        JSON.parse('{"__proto__":{"mean":1}}'),
      ]) {
        expect(codec.decode(junk)._tag).toBe('Left');
      }
    });
  });
};
