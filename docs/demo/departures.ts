/** Where a continuous law leaves a band. */
import type { Band } from 'lawful/ecdf';

/** The law's distribution function lies below or above the band everywhere between `from` and `to`. */
export interface Departure {
  readonly side: 'below' | 'above';
  readonly from: number;
  readonly to: number;
}

/** What the comparison needs of a law. */
export interface Continuous {
  readonly support: { readonly lower: number; readonly upper: number };
  readonly quantile: (p: number) => number;
}

/** Between two knots the band is constant and the law rises: it is below up to one quantile, above from another. */
const between = (law: Continuous, from: number, to: number, lower: number, upper: number): ReadonlyArray<Departure> => [
  ...(lower > 0 ? [{ side: 'below' as const, from, to: Math.min(to, law.quantile(lower)) }] : []),
  ...(upper < 1 ? [{ side: 'above' as const, from: Math.max(from, law.quantile(upper)), to }] : []),
];

const joined = (stretches: ReadonlyArray<Departure>, next: Departure): ReadonlyArray<Departure> => {
  const last = stretches[stretches.length - 1];
  return last !== undefined && last.side === next.side && last.to >= next.from
    ? [...stretches.slice(0, -1), { ...last, to: next.to }]
    : [...stretches, next];
};

/** The stretches where the law is outside the band, from left to right; none if it stays inside. */
export const departures =
  (law: Continuous) =>
  (band: Band): ReadonlyArray<Departure> => {
    const { knots } = band.lower;
    const ends = [law.support.lower, ...knots, law.support.upper];
    const level = (edge: Band['lower'], k: number): number => (k === 0 ? edge.before : (edge.values[k - 1] as number));
    return ends
      .slice(0, -1)
      .flatMap((from, k) =>
        between(law, from, ends[k + 1] as number, level(band.lower, k), level(band.upper, k)).filter(
          (d) => d.from < d.to,
        ),
      )
      .reduce<ReadonlyArray<Departure>>(joined, []);
  };
