/** Integrals of functions of one number: adaptive, with an estimate of the error, and always finished. */

/** The non-negative nodes of Kronrod's extension to 15 points of Gauss's rule of 7, from the middle outwards. */
const NODES = [
  0, 0.20778495500789848, 0.4058451513773972, 0.5860872354676911, 0.7415311855993945, 0.8648644233597691,
  0.9491079123427585, 0.9914553711208126,
];

const KRONROD = [
  0.20948214108472782, 0.20443294007529889, 0.19035057806478542, 0.1690047266392679, 0.14065325971552592,
  0.10479001032225019, 0.06309209262997856, 0.022935322010529224,
];

/** Gauss's weights of the same nodes: every other one is his. */
const GAUSS = [0.4179591836734694, 0, 0.3818300505051189, 0, 0.27970539148927664, 0, 0.1294849661688697, 0];

/** What one panel says: its integral, that of the size, and how far to trust it. */
interface Panel {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly size: number;
  readonly error: number;
}

/** Half of the width, also where that overflows. */
const halfOf = (from: number, to: number): number => (to - from < Infinity ? 0.5 * (to - from) : 0.5 * to - 0.5 * from);

const panel = (f: (x: number) => number, from: number, to: number): Panel => {
  const half = halfOf(from, to);
  const middle = from + half;
  // Between neighbouring doubles there is nothing to evaluate but the ends.
  if (!(middle > from && middle < to)) return { from, to, value: 0, size: 0, error: 0 };
  const values = new Float64Array(15);
  let kronrod = 0;
  let gauss = 0;
  let size = 0;
  for (let i = 0; i < 8; i++) {
    const away = half * NODES[i];
    const low = middle - away;
    const high = middle + away;
    // Where the piece is a few doubles wide, the outer nodes would round to its ends.
    const left = f(low > from ? low : middle);
    const right = i === 0 ? 0 : f(high < to ? high : middle);
    values[2 * i] = left;
    if (i > 0) values[2 * i - 1] = right;
    kronrod += KRONROD[i] * (left + right);
    gauss += GAUSS[i] * (left + right);
    size += KRONROD[i] * (Math.abs(left) + Math.abs(right));
  }
  // How much the function varies is the yardstick for the difference of the rules.
  const mean = 0.5 * kronrod;
  let spread = 0;
  for (let i = 0; i < 8; i++) {
    spread += KRONROD[i] * (Math.abs(values[2 * i] - mean) + (i > 0 ? Math.abs(values[2 * i - 1] - mean) : 0));
  }
  const gap = Math.abs(kronrod - gauss);
  const error = spread > 0 ? spread * Math.min(1, ((200 * gap) / spread) ** 1.5) : gap;
  return { from, to, value: half * kronrod, size: half * size, error: half * error };
};

/** Whether the outer nodes of both halves are doubles other than the ends; thinner pieces stay as they are. */
const isDivisible = ({ from, to }: Panel): boolean =>
  halfOf(from, to) > 1e-13 * Math.max(Math.abs(from), Math.abs(to)) + 2e-321;

/**
 * An integral: its value, an estimate of its absolute error, the integral of the absolute value (the scale of what is
 * rounded away), and the number of evaluations.
 * @category Quadrature
 * @since 0.1.0
 */
export interface Integral {
  readonly value: number;
  readonly error: number;
  readonly size: number;
  readonly evaluations: number;
}

/**
 * $\int f$ from the first of `knots` to the last, both finite, by Gauss and Kronrod's rules of 7 and 15 points.
 *
 * The pieces between neighbouring knots, which ascend, come first (a kink or a peak that is known belongs among them);
 * then the piece with the largest error is halved until the errors together are below `tolerance` of the integral of
 * $|f|$, or there are `maxPanels` pieces. `error` then says what is left: it estimates, and for a function that is smooth between its nodes
 * overestimates, the error of the value. The ends are never evaluated, so that $f$ may be infinite there;
 * pieces of some hundred doubles are not halved, and one between neighbouring doubles counts as 0.
 * A function that is somewhere NaN gives NaN.
 * @source Piessens, de Doncker-Kapenga, Überhuber & Kahaner (1983), QUADPACK · doi:10.1007/978-3-642-61786-7
 * @category Quadrature
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { quadrature } from 'lawful/numeric';
 * const { value, error, evaluations } = quadrature(Math.exp, [0, 1], 1e-14, 50);
 * expect(value).toBeCloseTo(Math.E - 1, 15);
 * expect(error).toBeLessThan(1e-13);
 * expect(evaluations).toBe(15);
 * ```
 */
export const quadrature = (
  f: (x: number) => number,
  knots: ReadonlyArray<number>,
  tolerance: number,
  maxPanels: number,
): Integral => {
  const panels: Array<Panel> = [];
  for (let i = 1; i < knots.length; i++) if (knots[i - 1] < knots[i]) panels.push(panel(f, knots[i - 1], knots[i]));
  let halvings = 0;
  for (;;) {
    let worst = -1;
    let error = 0;
    let size = 0;
    for (let i = 0; i < panels.length; i++) {
      const p = panels[i];
      error += p.error;
      size += p.size;
      // Below its own rounding a panel is as good as it gets.
      if (p.error > 2e-15 * p.size && (worst < 0 || p.error > panels[worst].error) && isDivisible(p)) worst = i;
    }
    if (!(error > tolerance * size) || worst < 0 || panels.length >= maxPanels) break;
    const { from, to } = panels[worst];
    const middle = from + halfOf(from, to);
    panels[worst] = panel(f, from, middle);
    panels.push(panel(f, middle, to));
    halvings++;
  }
  let value = 0;
  let lost = 0;
  let error = 0;
  let size = 0;
  for (const p of panels) {
    const next = value + p.value;
    lost += Math.abs(value) >= Math.abs(p.value) ? value - next + p.value : p.value - next + value;
    value = next;
    error += p.error;
    size += p.size;
  }
  return {
    value: Number.isFinite(value) ? value + lost : value,
    error,
    size,
    evaluations: 15 * (panels.length + halvings),
  };
};
