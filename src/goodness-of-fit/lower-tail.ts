/**
 * The far lower tail of the two-sided statistic for large n. Durbin's formula is n!/n^n times the middle entry of H^n for
 * a matrix H of about 2 nd rows; there the largest eigenvalue of H outweighs all others, by e^(-3 pi^2 / (8 n d^2)).
 *
 * H has one superdiagonal, so that its rows give an eigenvector entry by entry, and it is its own transpose across the
 * other diagonal, so that the left eigenvector is the right one backwards.
 *
 * @source Durbin (1973), Distribution theory for tests based on the sample distribution function
 * @source Marsaglia, Tsang & Wang (2003), Evaluating Kolmogorov's distribution · doi:10.18637/jss.v008.i18
 */
import { HALF_LOG_TWO_PI, stirlingError } from '../numeric/index.ts';

/** Entries of H farther than this below the diagonal, 1/24!, are nothing. */
const REACH = 24;

/**
 * The eigenvector r of H for the eigenvalue e (1 - x), and by how much the last row fails, with its derivative in x. H is
 * 1/k! on the k-th diagonal below the superdiagonal, but for its first column and last row, which are `border`, and the
 * `corner` that these share.
 */
const eigenvector = (
  size: number,
  reciprocal: ReadonlyArray<number>,
  border: ReadonlyArray<number>,
  corner: number,
  x: number,
): { readonly r: Float64Array; readonly miss: number; readonly slope: number } => {
  const value = Math.E * (1 - x);
  const r = new Float64Array(size);
  const s = new Float64Array(size);
  r[0] = 1;
  for (let i = 0; ; i++) {
    let [sum, slope] = [value * r[i], value * s[i] - Math.E * r[i]];
    const last = i === size - 1;
    for (let k = 1; k <= REACH && k <= i + 1; k++) {
      const j = i + 1 - k;
      const entry = j > 0 && !last ? reciprocal[k] : j === 0 && last ? corner : border[k];
      sum -= entry * r[j];
      slope -= entry * s[j];
    }
    if (last) return { r, miss: sum, slope };
    r[i + 1] = sum;
    s[i + 1] = slope;
  }
};

/** P(D_n <= d) for nd = high + low above 4 and n d^2 at most about 0.17. */
export const lowerTail = (n: number, high: number, low: number): number => {
  const whole = Math.floor(high);
  const h = 1 - (high - whole) - low;
  const size = 2 * whole + 1;
  const reciprocal: Array<number> = [1];
  const border: Array<number> = [0];
  for (let k = 1; k <= REACH; k++) {
    reciprocal.push(reciprocal[k - 1] / k);
    border.push((1 - h ** k) * reciprocal[k]);
  }
  const corner = (1 - 2 * h ** size + Math.max(0, 2 * h - 1) ** size) * (reciprocal[size] ?? 0);
  // The rate at which Brownian motion leaves a band of this width, the steps' overshoot added.
  let x = -Math.expm1(-(Math.PI * Math.PI) / 8 / (high + 1 / 6) ** 2);
  let found = eigenvector(size, reciprocal, border, corner, x);
  for (let i = 0; i < 20; i++) {
    const step = found.miss / found.slope;
    x -= step;
    found = eigenvector(size, reciprocal, border, corner, x);
    if (!(Math.abs(step) > 1e-9 * x)) break;
  }
  const { r } = found;
  let product = 0;
  for (let j = 0; j < size; j++) product += r[j] * r[size - 1 - j];
  const share = (r[whole] * r[whole]) / product;
  return share * Math.exp(n * Math.log1p(-x) + 0.5 * Math.log(n) + HALF_LOG_TWO_PI + stirlingError(n));
};
