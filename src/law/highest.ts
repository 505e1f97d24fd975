/** Where a density is highest, when all that is known is its values: a search between candidates. */

const GOLDEN = 0.6180339887498949;

/** The highest point that a golden section finds in (from, to): where there is one hill, its top to some eight digits. */
const hilltop = (f: (x: number) => number, from: number, to: number): number => {
  let [a, b] = [from, to];
  let [x, y] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [fx, fy] = [f(x), f(y)];
  for (let i = 0; i < 80 && b - a > 1e-9 * (Math.abs(a) + Math.abs(b)); i++) {
    if (fx >= fy) {
      [b, y, fy] = [y, x, fx];
      x = b - GOLDEN * (b - a);
      fx = f(x);
    } else {
      [a, x, fx] = [x, y, fy];
      y = a + GOLDEN * (b - a);
      fy = f(y);
    }
  }
  return fx >= fy ? x : y;
};

/** The same on integers. */
const topInteger = (f: (k: number) => number, from: number, to: number): number => {
  let [a, b] = [from, to];
  while (b - a > 2) {
    const middle = Math.floor(a + (b - a) / 2);
    if (middle <= a || middle >= b - 1) break;
    if (f(middle) < f(middle + 1)) a = middle;
    else b = middle + 1;
  }
  return Math.floor(a + (b - a) / 2);
};

/** Runs of three and more neighbours that are all highest are an interval: its two ends. */
const ends = (points: ReadonlyArray<number>, isTop: ReadonlyArray<boolean>): ReadonlyArray<number> => {
  const inRun = (i: number): boolean => (isTop[i - 1] ?? false) && (isTop[i + 1] ?? false);
  return points.filter((_, i) => isTop[i] && !inRun(i));
};

/** How many hills are climbed. */
const HILLS = 16;

/**
 * All points where the logarithm of a density is highest: the best of the candidates and of what a search finds
 * around those of them that stand above their neighbours. A hill between candidates that no candidate shows is missed.
 */
export const highest = (
  logDensity: (x: number) => number,
  candidates: ReadonlyArray<number>,
  kind: 'continuous' | 'discrete',
): ReadonlyArray<number> => {
  // What cannot be told does not hide the rest.
  const f = (x: number): number => {
    const value = logDensity(x);
    return value === value ? value : -Infinity;
  };
  const points = [...new Set(candidates.filter(Number.isFinite).map((x) => x + 0))].sort((a, b) => a - b);
  const values = points.map(f);
  const hills = points
    .map((_, i) => i)
    .filter((i) => values[i] >= (values[i - 1] ?? -Infinity) && values[i] >= (values[i + 1] ?? -Infinity))
    .sort((i, j) => values[j] - values[i])
    .slice(0, HILLS);
  const climb = kind === 'continuous' ? hilltop : topInteger;
  const found = hills
    .flatMap((i) => {
      const [a, b] = [points[Math.max(i - 1, 0)], points[Math.min(i + 1, points.length - 1)]];
      const x = climb(f, a, b);
      return kind === 'discrete'
        ? [x - 1, x, x + 1]
        : f(x) > values[i] + 2 ** -50 * (1 + Math.abs(values[i]))
          ? [x]
          : [];
    })
    .filter((x) => !points.includes(x));
  const all = [...new Set([...points, ...found])].sort((a, b) => a - b);
  const heights = all.map(f);
  const top = heights.reduce((a, b) => Math.max(a, b), -Infinity);
  const slack = top === Infinity ? 0 : 16 * 2 ** -53 * (1 + Math.abs(top));
  const isTop = heights.map((h) => h === top || h >= top - slack);
  return ends(all, isTop);
};

/** Points spread over a law by its quantiles, from both tails. */
export const spread = (quantile: (p: number) => number, isf: (q: number) => number): ReadonlyArray<number> => {
  const shares = [1e-12, 1e-6, 1e-3, ...Array.from({ length: 48 }, (_, i) => (i + 0.5) / 96)];
  return shares.flatMap((p) => [quantile(p), isf(p)]);
};
