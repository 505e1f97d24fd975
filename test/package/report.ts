/** What each module exports, and what each law answers: the text of this file runs in every runtime. */

type Module = Readonly<Record<string, unknown>>;

/** A law's record, seen from so far that only names are left. */
type Law = Readonly<Record<string, (law: unknown) => unknown>>;

export interface Report {
  readonly names: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly values: Readonly<Record<string, ReadonlyArray<number>>>;
}

const isLaw = (value: unknown): value is Law => typeof value === 'object' && value !== null && 'kind' in value;

interface Domain {
  readonly integer: boolean;
  readonly typical: readonly [number, number];
}

/** A law with parameters from inside their typical ranges, rising from one to the next or falling. */
const typicalLaw = (law: Law): { readonly right: unknown } | undefined => {
  const domains = Object.entries(law['parameters'] as unknown as Record<string, Domain>);
  const shares = domains.map((_, i) => (i + 1) / (domains.length + 1));
  return [shares, shares.slice().reverse()]
    .map((share) => {
      const parameters = domains.map(([name, { integer, typical }], i) => {
        const value = typical[0] + share[i]! * (typical[1] - typical[0]);
        return [name, integer ? Math.round(value) : value] as const;
      });
      return law['make']!(Object.fromEntries(parameters)) as { readonly _tag: string; readonly right: unknown };
    })
    .find((made) => made._tag === 'Right');
};

const answers = (law: Law): ReadonlyArray<number> => {
  // A law without numbers for parameters is left out.
  if (Object.keys(law['parameters'] as object).length === 0) return [];
  const made = typicalLaw(law);
  if (made === undefined) throw new Error(`no ${String(law['name'])} law with typical parameters`);
  const number = (name: string): number => law[name]!(made.right) as number;
  const at = (name: string, x: number): number => (law[name]!(made.right) as (x: number) => number)(x);
  const sampleN = law['sampleN']!(made.right) as (n: number) => (rng: unknown) => readonly [Float64Array, unknown];
  const x = at('quantile', 0.9);
  const values = [
    number('mean'),
    number('variance'),
    number('entropy'),
    x,
    at('sf', x),
    ...sampleN(3)([1, 2, 3, 4])[0],
  ];
  // JSON has no number for a moment that is not there.
  return values.filter(Number.isFinite);
};

export const report = (modules: Readonly<Record<string, Module>>): Report => {
  const entries = Object.entries(modules);
  return {
    // What require gives has a default too.
    names: Object.fromEntries(
      entries.map(([name, module]) => [
        name,
        Object.keys(module)
          .filter((key) => key !== 'default')
          .sort(),
      ]),
    ),
    values: Object.fromEntries(
      entries.flatMap(([name, module]) =>
        Object.values(module)
          .filter(isLaw)
          .map((law) => [name, answers(law)]),
      ),
    ),
  };
};
