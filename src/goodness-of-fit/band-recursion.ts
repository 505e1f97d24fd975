/**
 * The probability that the empirical distribution function of n uniform observations stays in, or leaves, the band
 * F +- d, by one recursion over sums of positive terms.
 *
 * Given that it counts n points up to time n, a Poisson process of rate 1 counts uniform observations. It may reach j
 * not before time j - nd, and must have passed j by time j + nd: at these times, and only there, the probabilities of the
 * counts are clipped; between them they are convolved with Poisson probabilities. What is left is the chance to stay.
 * What is clipped away, times its chance to count n in the end, is the chance to leave, to full relative accuracy too.
 */
import { gammaPrefix } from '../numeric/index.ts';

/** Poisson probabilities below this are left out. */
const NEGLIGIBLE = 1e-22;

/** Where the probabilities get smaller than this, their scale is changed. */
const SMALL = 1e-150;

const poissonOf = (mean: number): Float64Array => {
  const out: Array<number> = [];
  let term = Math.exp(-mean);
  for (let i = 0; i < 2 || term > NEGLIGIBLE; i++) {
    out.push(term);
    term *= mean / (i + 1);
  }
  return Float64Array.from(out);
};

/** The end of a stretch of time: whole + part, and which of the two bounds is there. */
interface Stop {
  readonly whole: number;
  readonly part: number;
  readonly bound: 'upper' | 'lower' | 'end';
}

/**
 * The chance to stay (`leave` false) or to leave (`leave` true), times 10^(100 `shifts`), for nd = high + low > 1 and
 * d < 1/2.
 */
export const bandProbability = (
  n: number,
  high: number,
  low: number,
  leave: boolean,
): { readonly value: number; readonly shifts: number } => {
  const whole = Math.floor(high);
  const part = high - whole + low;
  const jumpsOf = new Map<number, Float64Array>();
  const p = new Float64Array(n + 1);
  p[0] = 1;
  /** p on [from, to] convolved with the jumps, as far as `end`. */
  const convolve = (jumps: Float64Array, from: number, to: number, end: number): void => {
    for (let k = end; k >= from; k--) {
      let sum = 0;
      const most = Math.min(jumps.length - 1, k - from);
      for (let i = Math.max(0, k - to); i <= most; i++) sum += jumps[i] * p[k - i];
      p[k] = sum;
    }
  };
  let [lower, upper, shifts, left] = [0, 0, 0, 0];
  let [ups, downs] = [0, 0];
  let now: Stop = { whole: 0, part: 0, bound: 'end' };
  for (;;) {
    const up: Stop = { whole: ups, part: 1 - part, bound: 'upper' };
    const down: Stop = { whole: whole + downs, part, bound: 'lower' };
    const first = down.whole - up.whole + (down.part - up.part) > 0 ? up : down;
    const stop: Stop = first.whole - n + first.part < 0 ? first : { whole: n, part: 0, bound: 'end' };
    const gap = Math.max(0, stop.whole - now.whole + (stop.part - now.part));
    const jumps = jumpsOf.get(gap) ?? poissonOf(gap);
    jumpsOf.set(gap, jumps);
    // Who is above the upper bound at its next stop need not be known, unless to be counted as leaving.
    const end = Math.min(n, upper + jumps.length - 1, leave ? n : whole + ups);
    if (gap > 0) convolve(jumps, lower, upper, end);
    upper = Math.max(upper, end);
    if (stop.bound === 'end') break;
    const rest = n - stop.whole - stop.part;
    if (stop.bound === 'upper') {
      const most = whole + ups;
      for (let k = most + 1; leave && k <= upper; k++) {
        const term = p[k] * gammaPrefix(n - k, rest);
        left += term;
        if (term < 1e-18 * left) break;
      }
      for (let k = most + 1; k <= upper; k++) p[k] = 0;
      upper = Math.min(upper, most);
      ups++;
    } else {
      for (let k = lower; leave && k <= downs; k++) left += p[k] * gammaPrefix(n - k, rest);
      lower = downs + 1;
      downs++;
    }
    if (lower > upper) break;
    let top = 0;
    for (let k = lower; k <= upper; k++) if (p[k] > top) top = p[k];
    if (!leave && top < SMALL) {
      for (let k = lower; k <= upper; k++) p[k] *= 1e100;
      shifts--;
    }
    now = stop;
  }
  return { value: (leave ? left : p[n]) / gammaPrefix(n, n), shifts };
};
