/**
 * Expectations where there is no closed form: by quadrature over the quantiles of a continuous law, by sums over the
 * integers of a discrete one. Both are bounded in work and go on to where heavy tails no longer count.
 */
import { quadrature } from '../numeric/index.ts';
import type { ContinuousLaw, DiscreteLaw, Vocabulary } from './law.ts';

/** Where the tail of a quadrature in s = -ln p ends, and its middle: p is still a normal double. */
const END = 700;
const MIDDLE = 350;

const KNOTS = [Math.LN2, 2, 6, 16, 40, END];

/** On from there, where p loses its digits, down to the least double. */
const LAST_KNOTS = [END, 708, 709, 712, 745];

/** Of e^(-rate s), from this rate on the integral exists: 0 up to rounding is a tail of index 1. */
const LEAST_RATE = 1e-6;

/** The integral of g over one half of the probabilities, from the point of p = 1/2 outwards. */
const half = (point: (p: number) => number, g: (x: number) => number): number => {
  const at = (s: number): number => g(point(Math.exp(-s)));
  const last = at(END);
  if (last !== last || Math.abs(last) === Infinity) return last;
  const middle = at(MIDDLE);
  const decay = middle === 0 ? 1 : 1 - Math.log(Math.abs(last / middle)) / (END - MIDDLE);
  const isBounded = decay < LEAST_RATE && Number.isFinite(g(point(0)));
  if (decay < LEAST_RATE && !isBounded) return Math.sign(last) * Infinity;
  const bulk = quadrature((s) => Math.exp(-s) * at(s), KNOTS, 1e-12, 60).value;
  // Up to a finite end nothing diverges, and what is there counts: a Cauchy law cut at 1e308.
  if (isBounded) return bulk + quadrature((s) => Math.exp(-s) * at(s), LAST_KNOTS, 1e-9, 8).value;
  // What is beyond goes on as a power of p.
  const beyond = (Math.exp(-END) * last) / decay;
  return beyond === beyond ? bulk + beyond : bulk;
};

/** E g(X) of a continuous law: infinite where the integral diverges, NaN where its halves do against each other. */
export const expectation =
  <L>(law: Pick<Vocabulary<L>, 'quantile' | 'isf'>) =>
  (l: L, g: (x: number) => number): number =>
    half(law.quantile(l), g) + half(law.isf(l), g);

/** So many times the distance between the quartiles is far. */
const FAR = 64;

/** Blocks up to this many integers are summed one by one, longer ones by this many cells or more. */
const SHORT = 8192;
const CELLS = 1024;

/** So many at least where a block counts for little: the error falls with their fourth power. */
const FEW = 64;

/** Between quartiles, so many integers are a continuum. */
const WIDE = 8796093022208;

/** Masses from here on have all their digits. */
const LEAST = 1e-290;

/** Beyond this distance from the centre integers are no longer all doubles. */
const FARTHEST = 4503599627370496;

/**
 * The sum of f over `length` integers from `from` on. Long stretches are cut into cells, each told by its middle, and
 * the sum of their second derivatives by the slopes at both ends (Euler and Maclaurin).
 */
const stretch = (f: (k: number) => number, from: number, length: number, most: number): number => {
  let sum = 0;
  let at = from;
  let left = length;
  while (left > SHORT) {
    const m = 2 * Math.floor(left / most / 2) - 1;
    const cells = Math.floor(left / m);
    const first = at + (m - 1) / 2;
    let part = 0;
    for (let i = 0; i < cells; i++) part += f(first + i * m);
    const last = first + (cells - 1) * m;
    const slopes = f(last) - f(last - m) - (f(first + m) - f(first));
    const curves = f(last) - 2 * f(last - m) + f(last - 2 * m) + (f(first) - 2 * f(first + m) + f(first + 2 * m));
    // One-sided differences, each carried half a cell on to its end.
    sum += m * part + ((m - 1 / m) / 24) * (slopes + curves);
    at += cells * m;
    left -= cells * m;
  }
  for (let i = 0; i < left; i++) sum += f(at + i);
  return sum;
};

/** The sum of f from `from` upwards to `end`, in blocks that double, at least to `inner`. */
const outward = (f: (k: number) => number, from: number, inner: number, far: number, end: number): number => {
  let sum = 0;
  let size = 0;
  let latest = 0;
  let before = 0;
  let length = 64;
  for (let done = 0; done < FARTHEST;) {
    const left = end - from - done + 1;
    // Far out a tail is a power, as a Cauchy law's, and needs no more digits than it adds.
    const share = done > far && size > 0 ? Math.abs(latest) / size : 1;
    const most = Math.max(FEW, Math.ceil(CELLS * Math.sqrt(Math.sqrt(share))));
    const block = stretch(f, from + done, Math.min(length, left), most);
    latest = block;
    sum += block;
    size += Math.abs(block);
    done += length;
    if (!(left > length)) return sum;
    if (from + done > inner && Math.abs(block) <= 1e-17 * size) return sum;
    if (done >= FARTHEST) {
      // A tail that still counts goes on as a power: each block that part of the one before.
      const ratio = block / before;
      return ratio < 1 - LEAST_RATE ? sum + (block * ratio) / (1 - ratio) : Math.sign(block) * Infinity;
    }
    before = block;
    length = done;
  }
  return sum;
};

/** The sum over all integers of a law of a function that falls as its probabilities do: of p(k) g(k), of -p ln p. */
export const latticeSum =
  <L>(law: Pick<DiscreteLaw<L>, 'quantile' | 'isf' | 'support'>) =>
  (l: L, f: (k: number) => number): number => {
    const { lower, upper } = law.support(l);
    const centre = law.quantile(l)(0.5);
    const far = FAR * (law.isf(l)(0.25) - law.quantile(l)(0.25) + 1);
    const above = outward(f, centre, law.isf(l)(1e-18), far, upper);
    const below = centre > lower ? outward((k) => f(-k), 1 - centre, -law.quantile(l)(1e-18), far, -lower) : 0;
    return above + below;
  };

/** Mean and variance by the expectations of a law: NaN without a mean, infinite where they diverge. */
const momentsOf = (centre: number, expect: (g: (x: number) => number) => number) => {
  // A law beyond the doubles.
  if (!Number.isFinite(centre)) return { mean: () => centre, variance: () => Infinity };
  const mean = (): number => centre + expect((x) => x - centre);
  return {
    mean,
    variance: (): number => {
      const m = mean();
      if (!Number.isFinite(m)) return m !== m ? NaN : Infinity;
      return expect((x) => (x - m) * (x - m));
    },
  };
};

/** What a law of which only its distribution is known has for moments. */
export interface Moments<L> {
  readonly mean: (law: L) => number;
  readonly variance: (law: L) => number;
}

/** The moments of a continuous law by quadrature: error at most 1e-12 of the standard deviation, and of the variance. */
export const continuousMoments = <L>(law: Pick<ContinuousLaw<L>, 'quantile' | 'isf'>): Moments<L> => {
  const of = (l: L) => momentsOf(law.quantile(l)(0.5), (g) => expectation(law)(l, g));
  return { mean: (l) => of(l).mean(), variance: (l) => of(l).variance() };
};

/** The moments of a discrete law by sums. */
export const discreteMoments = <L>(law: Pick<DiscreteLaw<L>, 'pmf' | 'quantile' | 'isf' | 'support'>): Moments<L> => {
  const of = (l: L) => {
    const mass = law.pmf(l);
    // The steps of a law as wide as this are less than rounding.
    if (law.isf(l)(0.25) - law.quantile(l)(0.25) > WIDE) {
      return momentsOf(law.quantile(l)(0.5), (g) => expectation(law)(l, g));
    }
    return momentsOf(law.quantile(l)(0.5), (g) =>
      latticeSum(law)(l, (k) => {
        const p = mass(k);
        return p > 0 ? p * g(k) : 0;
      }),
    );
  };
  return { mean: (l) => of(l).mean(), variance: (l) => of(l).variance() };
};

/** The entropy of a discrete law by the sum of -p ln p. */
export const discreteEntropy =
  <L>(law: Pick<DiscreteLaw<L>, 'pmf' | 'logPmf' | 'quantile' | 'isf' | 'support'>) =>
  (l: L): number => {
    const mass = law.pmf(l);
    const logMass = law.logPmf(l);
    if (law.isf(l)(0.25) - law.quantile(l)(0.25) > WIDE) return 0 - expectation(law)(l, (k) => logMass(k));
    return (
      latticeSum(law)(l, (k) => {
        const p = mass(k);
        if (p > LEAST && p < 0.5) return -p * Math.log(p);
        return p > 0 ? -p * logMass(k) : 0;
      }) + 0
    );
  };
