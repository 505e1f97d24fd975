/**
 * The hypergeometric probability of a table of counts a, b, c, d (rows a + b and c + d, columns a + c and b + d), and the
 * sum of those beyond it. Both from how far the table is from independence, (ad - bc)/N, which is formed without
 * cancellation, so that no large logarithms are subtracted.
 *
 * @source Loader (2000), Fast and accurate computation of binomial probabilities
 */
import { productError } from './elementary.ts';
import { stirlingError } from './log-gamma.ts';

const TWO_PI = 6.283185307179586;

/** The relative distance from expectation up to which the deviance of a cell is a series. */
const NEAR = 0.6;

/**
 * x ln(x/e) - delta, at least 0, where e is x - delta; of its main term delta r, r = delta/(x + e), only what that lacks:
 * 2 x r^3 (1/3 + r^2/5 + ...).
 */
const nearRest = (x: number, r: number): number => {
  const y = r * r;
  let sum = 0;
  for (let k = y < 1e-4 ? 9 : y < 0.002 ? 13 : y < 0.02 ? 19 : y < 0.12 ? 31 : 81; k >= 3; k -= 2)
    sum = sum * y + 1 / k;
  return 2 * x * r * y * sum;
};

/** The same of a cell far from its expectation row * column / n, with the roundings put back that x would magnify. */
const farRest = (x: number, row: number, column: number, n: number, delta: number, r: number): number => {
  if (x === 0) return -delta - delta * r;
  const above = x * n;
  const under = row * column;
  const ratio = above / under;
  const back = ratio * under;
  const lost = above - back + (productError(x, n, above) - productError(ratio, under, back));
  const log = Math.log(ratio);
  const product = x * log;
  const correction = productError(x, log, product) + (x * (lost - ratio * productError(row, column, under))) / above;
  return product - delta - delta * r + correction;
};

/** a + b - fl(a + b), exactly. */
const sumError = (a: number, b: number, sum: number): number => {
  const part = sum - a;
  return a - (sum - part) + (b - part);
};

/** What the quotient 1/(2x - delta), rounded twice, lacks. */
const inverseError = (x: number, delta: number, s: number, inverse: number): number => {
  const one = inverse * s;
  return (1 - one - productError(inverse, s, one) - inverse * sumError(2 * x, -delta, s)) * inverse;
};

/**
 * Half the deviance of the table: the sum of x ln(x/e) over its cells, e what independence expects. Most of it is
 * delta^2 times the sum of 1/(x + e), which is formed with every rounding put back: in the exponential each counts as often
 * as the exponent is large.
 */
const tableDeviance = (a: number, b: number, c: number, d: number, n: number): number => {
  const ad = a * d;
  const bc = b * c;
  const difference = ad - bc + (productError(a, d, ad) - productError(b, c, bc));
  const delta = difference / n;
  if (delta === 0) return 0;
  const product = delta * n;
  const lost = (difference - product - productError(delta, n, product)) / n;
  const [sa, sb, sc, sd] = [2 * a - delta, 2 * b + delta, 2 * c + delta, 2 * d - delta];
  const [ia, ib, ic, id] = [1 / sa, 1 / sb, 1 / sc, 1 / sd];
  const along = ia + id;
  const across = ib + ic;
  const weight = along + across;
  const light =
    inverseError(a, delta, sa, ia) +
    inverseError(b, -delta, sb, ib) +
    inverseError(c, -delta, sc, ic) +
    inverseError(d, delta, sd, id) +
    (sumError(ia, id, along) + sumError(ib, ic, across) + sumError(along, across, weight));
  const square = delta * delta;
  const main = square * weight;
  const squareError = productError(delta, delta, square) + 2 * delta * lost;
  const correction = productError(square, weight, main) + squareError * weight + square * light;
  const cell = (x: number, row: number, column: number, off: number, inverse: number): number => {
    const r = off * inverse;
    return r > -NEAR && r < NEAR ? nearRest(x, r) : farRest(x, row, column, n, off, r);
  };
  const diagonal = cell(a, a + b, a + c, delta, ia) + cell(d, c + d, b + d, delta, id);
  const other = cell(b, a + b, b + d, -delta, ib) + cell(c, c + d, a + c, -delta, ic);
  return main + (diagonal + other + correction);
};

const stirling = (x: number): number => (x === 0 ? 0 : stirlingError(x));
/** 2 pi x, or 1 where Stirling's formula is not asked. */
const turn = (x: number): number => (x === 0 ? 1 : TWO_PI * x);

/** Stirling's errors of the margins less those of the total and the cells, each margin next to its nearest cell. */
const tableStirling = (a: number, b: number, c: number, d: number, n: number): number => {
  const cells = stirling(a) + stirling(b) + stirling(c) + stirling(d);
  return stirling(a + b) + stirling(c + d) + stirling(a + c) + stirling(b + d) - stirling(n) - cells;
};

/** The factor of the square root: margins over total and cells. */
const tableRoot = (a: number, b: number, c: number, d: number, n: number): number =>
  ((turn(a + b) / turn(a)) * (turn(c + d) / turn(d)) * (turn(a + c) / turn(c)) * (turn(b + d) / turn(b))) / turn(n);

/**
 * $\binom{a+b}{a}\binom{c+d}{c}\big/\binom{N}{a+c}$, $N = a+b+c+d$, for counts of which no two in a row or a column are
 * both 0: a hypergeometric probability, by deviance and Stirling's errors; `times` a factor, which may lift it out of
 * the numbers that underflow.
 *
 * Relative error at most $(16 + 4|\ln \text{value}|)\,2^{-53}$.
 * @source Loader (2000), Fast and accurate computation of binomial probabilities
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { tableProbability } from 'lawful/numeric';
 * expect(tableProbability(2, 1, 1, 2)).toBeCloseTo(9 / 20, 15);
 * ```
 */
export const tableProbability = (a: number, b: number, c: number, d: number, times = 1): number => {
  const n = a + b + (c + d);
  const exponent = tableStirling(a, b, c, d, n) - tableDeviance(a, b, c, d, n);
  const factor = Math.sqrt(tableRoot(a, b, c, d, n)) * times;
  if (exponent > -650) return Math.exp(exponent) * factor;
  const half = Math.exp(0.5 * exponent);
  return half * factor * half;
};

/**
 * The logarithm of `tableProbability`, finite where that underflows.
 *
 * Error at most $2\cdot10^{-15}$ of the larger of 1 and the value.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { logTableProbability } from 'lawful/numeric';
 * expect(logTableProbability(2, 1, 1, 2)).toBeCloseTo(Math.log(9 / 20), 15);
 * ```
 */
export const logTableProbability = (a: number, b: number, c: number, d: number): number => {
  const n = a + b + (c + d);
  return tableStirling(a, b, c, d, n) + 0.5 * Math.log(tableRoot(a, b, c, d, n)) - tableDeviance(a, b, c, d, n);
};

/** From this decrease of the logarithm a step on, and up to this standard deviation, the terms are added up. */
const STEEP = 0.0625;
const NARROW = 64;

/** Term by term: at most some thousand. */
const addUp = (p: number, q: number, r: number, s: number): number => {
  let sum = 0;
  let term = 1;
  for (let j = 0; j < p && j < q; j++) {
    term *= ((p - j) * (q - j)) / ((r + j + 1) * (s + j + 1));
    sum += term;
    if (term < 1e-18 * sum) break;
  }
  return sum;
};

/** The positive nodes of the 16-point Gauss-Legendre rule, and their weights. */
const NODES = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
];
const WEIGHTS = [
  0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388,
  0.09515851168249279, 0.062253523938647894, 0.027152459411754096,
];

/** x ln(x/e) - (x - e) and half of ln(x/e), less Stirling's error of e: what of ln x!/e! is not delta ln e. */
const step = (x: number, delta: number): number => {
  const y = x + delta;
  const main = delta * (delta / (x + y));
  return main + nearRest(y, delta / (x + y)) + stirlingError(y);
};

/**
 * By the integral over the continuous table from half a step in, corrected to the sum by central differences
 * (Euler and Maclaurin, at midpoints): 64 evaluations.
 */
const integrate = (p: number, q: number, r: number, s: number, slope: number, curvature: number): number => {
  const here = stirlingError(p) + stirlingError(q) + stirlingError(r) + stirlingError(s);
  // In steps outward; relative to the table itself, so that nothing large is subtracted.
  const ratio = (t: number): number => {
    const exponent = t * slope + step(p, -t) + step(q, -t) + step(r, t) + step(s, t) - here;
    return Math.exp(-exponent) * Math.sqrt((p / (p - t)) * (q / (q - t)) * (r / (r + t)) * (s / (s + t)));
  };
  // Where the logarithm has fallen by 45.
  const reach = 90 / (slope + Math.sqrt(slope * slope + 90 * curvature));
  const half = reach / 8;
  let integral = 0;
  for (let panel = 7; panel >= 1; panel -= 2) {
    const middle = panel * half - 0.5;
    for (let i = 0; i < 8; i++) {
      const off = NODES[i] * half;
      integral += WEIGHTS[i] * (ratio(middle - off) + ratio(middle + off));
    }
  }
  // f(0), f(1), ... and f(-1), f(-2), ... by their ratios; odd differences at -1/2.
  const out = [1, 0, 0, 0];
  const inner = [(r * s) / ((p + 1) * (q + 1)), 0, 0, 0];
  for (let j = 1; j < 4; j++) {
    out[j] = out[j - 1] * (((p - j + 1) * (q - j + 1)) / ((r + j) * (s + j)));
    inner[j] = inner[j - 1] * (((r - j) * (s - j)) / ((p + j + 1) * (q + j + 1)));
  }
  const [e0, e1, e2, e3] = out.map((f, j) => f - inner[j]) as [number, number, number, number];
  const third = e1 - 3 * e0;
  const fifth = e2 - 5 * e1 + 10 * e0;
  const seventh = e3 - 7 * e2 + 21 * e1 - 35 * e0;
  const correction = e0 / 24 - (17 * third) / 5760 + (367 * fifth) / 967680 - (27859 * seventh) / 464486400;
  return half * integral + correction - 1;
};

/**
 * $\sum_{j\ge1} P(a-j, b+j, c+j, d-j)/P(a,b,c,d)$: all tables of the same margins beyond this one, over it. For a table on
 * the side that it looks to, where $ad \le bc$ or not by much.
 *
 * The sum itself, of at most a few thousand terms, or, where the law is wide and the table not far out, an integral with
 * its correction to the sum, so that the work is bounded for counts up to $2^{53}$. Relative error at most 100 units
 * of $2^{-53}$.
 * @category Special functions
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { tablesBeyond } from 'lawful/numeric';
 * expect(tablesBeyond(1, 2, 2, 1)).toBeCloseTo(1 / 9, 15);
 * ```
 */
export const tablesBeyond = (a: number, b: number, c: number, d: number): number => {
  if (a === 0 || d === 0) return 0;
  const curvature = 1 / a + 1 / b + 1 / c + 1 / d;
  if (!(curvature * (NARROW * NARROW) < 1)) return addUp(a, d, b, c);
  const ad = a * d;
  const bc = b * c;
  const slope = Math.log1p((bc - ad + (productError(b, c, bc) - productError(a, d, ad))) / ad);
  return slope > STEEP ? addUp(a, d, b, c) : integrate(a, d, b, c, slope, curvature);
};
