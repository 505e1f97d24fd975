/**
 * The distribution of sqrt(n) D_n for large n: Kolmogorov's limit with the three next terms in 1/sqrt(n).
 *
 * @source Pelz & Good (1976), Approximating the lower tail-areas of the Kolmogorov-Smirnov one-sample statistic · doi:10.1111/j.2517-6161.1976.tb01579.x
 * @source Simard & L'Ecuyer (2011), Computing the two-sided Kolmogorov-Smirnov distribution · doi:10.18637/jss.v039.i11
 */
import { kolmogorovCdf } from '../numeric/index.ts';

/** P(D_n <= d), d = x / sqrt(n), to about n^-2. */
export const pelzGoodCdf = (n: number, x: number): number => {
  const z = x * x;
  const z2 = z * z;
  let [k1, k2, k3, even2, even3] = [0, 0, 0, 0, 0];
  // Both sums run over all integers k: over (k + 1/2)^2, and over k^2.
  for (let k = 0; k < 40; k++) {
    const half = (Math.PI * (k + 0.5)) ** 2;
    const e = 2 * Math.exp(-half / (2 * z));
    k1 += e * (half - z);
    k2 += e * (z2 * (6 * z + 2) + half * (z * (2 * z - 5) + half * (1 - 2 * z)));
    k3 +=
      e * (half * (half * (half * (5 - 30 * z) + z * (212 * z - 60)) + z2 * (135 - 96 * z)) - z2 * z * (30 + 90 * z));
    const square = (Math.PI * k) ** 2;
    const f = k === 0 ? 0 : 2 * Math.exp(-square / (2 * z));
    even2 += f * square;
    even3 += f * square * (3 * z - square);
    if (f < 1e-30 && k > 0) break;
  }
  const root = 1.2533141373155003;
  const first = (root * k1) / (6 * z2);
  const second = root * (k2 / (72 * z2 * z * x) - even2 / (36 * z * x));
  const third = root * (k3 / (6480 * z2 * z2 * z) + even3 / (216 * z2 * z));
  const step = 1 / Math.sqrt(n);
  return kolmogorovCdf(x) + step * (first + step * (second + step * third));
};
