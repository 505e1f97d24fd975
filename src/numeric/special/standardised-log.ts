/**
 * The standardised logarithm z = (ln x - location)/scale in two parts: a double and what that lacks.
 *
 * A rounded logarithm is good to its own last place, and no better. Divided by a small scale and put into an
 * exponential, that place is worth many: the upper tail of a log-normal law with mu = 10 and sigma = 0.01 would be wrong
 * from the 13th digit on at z = 4, and from the 10th at z = 30.
 */
import { productError } from './elementary.ts';
import { standardisationError } from './standardised.ts';

/** A number in two parts, the second below the last place of the first. */
type Pair = readonly [number, number];

const add = ([a, b]: Pair, [c, d]: Pair): Pair => {
  const sum = a + c;
  const v = sum - a;
  const lost = a - (sum - v) + (c - v) + (b + d);
  const high = sum + lost;
  return [high, lost - (high - sum)];
};

const multiply = ([a, b]: Pair, [c, d]: Pair): Pair => {
  const product = a * c;
  const lost = productError(a, c, product) + (a * d + b * c);
  const high = product + lost;
  return [high, lost - (high - product)];
};

const divide = ([a, b]: Pair, [c, d]: Pair): Pair => {
  const quotient = a / c;
  const product = quotient * c;
  const lost = (a - product - productError(quotient, c, product) + b - quotient * d) / c;
  const high = quotient + lost;
  return [high, lost - (high - quotient)];
};

/** ln 2 in parts whose products with an integer below 2^20 are exact, but for the last. */
const LN2_HIGH = 0.6931471806019545;
const LN2_MIDDLE = -4.200915072890502e-11;
const LN2_LOW = 2.0941744292700725e-21;
/** All of ln 2 that LN2_HIGH lacks, as one double. */
const LN2_REST = -4.2009150726810846e-11;

/** ln c for c within a factor of 1.42 of 1, to about 100 bits: 2 artanh((c - 1)/(c + 1)) by its series. */
const logPair = (c: number): Pair => {
  const s = divide([c - 1, 0], add([c, 0], [1, 0]));
  const square = multiply(s, s);
  // The terms from the 11th on are below 2^-55 of the first, and a double is enough for their sum.
  let rest = 0;
  for (let j = 43; j >= 21; j -= 2) rest = 1 / j + square[0] * rest;
  let series: Pair = [rest, 0];
  for (let j = 19; j >= 1; j -= 2) series = add(divide([1, 0], [j, 0]), multiply(square, series));
  return multiply([2 * s[0], 2 * s[1]], series);
};

/** A location beside the double c nearest to its exponential: location = exponent ln 2 + ln c + lack. */
interface Centre {
  readonly exponent: number;
  readonly c: number;
  /** 2^-exponent, where that is a double. */
  readonly unit: number;
  readonly lack: number;
}

const centreOf = (location: number): Centre => {
  const exponent = Math.round(location * Math.LOG2E);
  const rest = add(add([location - exponent * LN2_HIGH, 0], [-exponent * LN2_MIDDLE, 0]), [-exponent * LN2_LOW, 0]);
  const c = Math.exp(rest[0]);
  const [high, low] = logPair(c);
  const [lack] = add(rest, [-high, -low]);
  return { exponent, c, unit: 2 ** -exponent, lack };
};

/** 2/3, and what the double lacks. */
const TWO_THIRDS = 0.6666666666666666;
const TWO_THIRDS_LOW = 3.700743415417188e-17;

/** 2^n for 0 <= n < 1024 by its binary digits, as exact as `**` and at a tenth of its cost. */
const powerOfTwo = (n: number): number =>
  (n & 1 ? 2 : 1) *
  (n & 2 ? 4 : 1) *
  (n & 4 ? 16 : 1) *
  (n & 8 ? 256 : 1) *
  (n & 16 ? 65536 : 1) *
  (n & 32 ? 4294967296 : 1) *
  (n < 64 ? 1 : 2 ** (n - (n & 63)));

/** x / 2^n, exactly where it is a normal double. */
const scaled = (x: number, n: number): number =>
  n < -1000
    ? x * 2 ** 200 * powerOfTwo(-n - 200)
    : n < 0
      ? x * powerOfTwo(-n)
      : n > 1000
        ? x / 2 ** 200 / powerOfTwo(n - 200)
        : x / powerOfTwo(n);

/** Where no double is near the exponential of the location, whose multiple of ln 2 is then no longer exact. */
const FAR = 3e5;

/** How many units of $2^{-53}$ the error of `Math.log` may cost before the logarithm is carried in two parts. */
const PLAIN = 8;

/** (ln x - location)/scale in two parts for finite x > 0, given x = 2^(m + exponent) y with y next to c. */
const precisely = <A>(
  { c, lack }: Centre,
  scale: number,
  x: number,
  y: number,
  m: number,
  f: (z: number, epsilon: number, x: number, distance: number) => A,
): A => {
  // ln(y/c) = 2 artanh s; y - c is exact, as the two are within a factor of 2.
  const difference = y - c;
  const sum = y + c;
  const v = sum - y;
  const s = difference / sum;
  const back = s * sum;
  const sLow = (difference - back - productError(s, sum, back) - s * (y - (sum - v) + (c - v))) / sum;
  const w = s * s;
  const cube = s * w;
  const third = TWO_THIRDS * cube;
  let thirdLow = 0;
  // The rounding of the second term counts only where that is large enough.
  if (w > 5e-4) {
    const cubeLow = productError(s, w, cube) + s * (productError(s, s, w) + 2 * s * sLow) + sLow * w;
    thirdLow = productError(TWO_THIRDS, cube, third) + TWO_THIRDS_LOW * cube + TWO_THIRDS * cubeLow;
  }
  // The minimax polynomial of (artanh(s)/s - 1 - w/3)/w^2 on |s| < 0.18, good to 2e-18.
  // prettier-ignore
  const tail =
    ((((((0.05926159272594363 * w + 0.058466324148332714) * w + 0.06667656935563293) * w + 0.07692292557050139) * w +
      0.09090909216213243) * w + 0.11111111110602465) * w + 0.1428571428571507) * w + 0.2;
  const whole = m * LN2_HIGH;
  const first = whole + 2 * s;
  const second = first + third;
  const low =
    (m === 0 ? 0 : 2 * s - (first - whole)) +
    (third - (second - first)) +
    (2 * sLow + thirdLow + 2 * cube * w * tail + m * LN2_REST - lack);
  const distance = second + low;
  const z = distance / scale;
  const lost = low - (distance - second);
  if (!(Math.abs(z) < 1e3 && scale > 1e-250)) return f(z, 0, x, distance);
  const product = z * scale;
  return f(z, (distance - product - productError(z, scale, product) + lost) / scale, x, distance);
};

/**
 * A function of $z = (\ln x - l)/s$ for $x > 0$, with $l$ the location and $s$ the scale: of the double nearest to $z$ or
 * next to that, of what it lacks, of $x$ and of $\ln x - l$.
 *
 * The two parts of $z$ together have an error of at most $12\cdot2^{-53}/\max(1, |z|)$ while $|z| < 40$, whatever $l$ and $s$:
 * what a normal tail magnifies to 12 units. By `Math.log` where that is good enough, else by
 * $2\operatorname{artanh}((x - c)/(x + c))$ with $c$ a power of two times the double next to $e^l$, exact in all terms
 * that matter.
 * @category Exact arithmetic
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { atStandardisedLog } from 'lawful/numeric';
 * const z = atStandardisedLog(1, 1e-10, (value, epsilon) => value + epsilon);
 * expect(z(Math.E) / -5.318237706605891e-7).toBeCloseTo(1, 15);
 * ```
 */
export const atStandardisedLog = <A>(
  location: number,
  scale: number,
  f: (z: number, epsilon: number, x: number, distance: number) => A,
): ((x: number) => A) => {
  const slack = PLAIN * scale;
  const far = !(Math.abs(location) < FAR);
  // Where a rounded logarithm is hardly ever good enough it need not be asked: what matters is near the location.
  const middle = Math.abs(location) > 4 * scale || scale < 0.3 ? Math.exp(location) : 0;
  const near = middle > 1e-290 && middle < 1e290 ? middle : 0;
  // Made when first asked for: a likelihood is evaluated at many laws, and often nowhere near the tails.
  let centre: Centre | undefined;
  return (x) => {
    if (x > 0.36 * near && x < 2.8 * near) {
      centre ??= centreOf(location);
      const y = x * centre.unit;
      if (x < 0.71 * near) return precisely(centre, scale, x, 2 * y, -1, f);
      return x < 1.41 * near ? precisely(centre, scale, x, y, 0, f) : precisely(centre, scale, x, 0.5 * y, 1, f);
    }
    const log = Math.log(x);
    const distance = log - location;
    const z = distance / scale;
    const size = Math.abs(z);
    const magnified = (size > 1 ? size : 1) * Math.abs(log);
    if (magnified > slack && !far && x < Infinity && x > 0) {
      centre ??= centreOf(location);
      const m = Math.round(distance * Math.LOG2E);
      return precisely(centre, scale, x, scaled(x, m + centre.exponent), m, f);
    }
    const epsilon = standardisationError(log, location, scale, z);
    return f(z, epsilon, x, distance);
  };
};
