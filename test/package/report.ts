/** What each module exports, and what each law answers: the text of this file runs in every runtime. */

type Module = Readonly<Record<string, unknown>>;

/** A law's record, seen from so far that only names are left. */
type Law = Readonly<Record<string, (law: unknown) => unknown>>;

export interface Report {
  readonly names: Readonly<Record<string, ReadonlyArray<string>>>;
  readonly values: Readonly<Record<string, ReadonlyArray<number>>>;
}

const isLaw = (value: unknown): value is Law => typeof value === 'object' && value !== null && 'kind' in value;

const answers = (law: Law): ReadonlyArray<number> => {
  const domains = Object.entries(law['parameters'] as unknown as Record<string, { typical: [number, number] }>);
  const parameters = domains.map(([name, { typical }], i) => {
    const share = (i + 1) / (domains.length + 1);
    return [name, typical[0] + share * (typical[1] - typical[0])] as const;
  });
  const made = law['make']!(Object.fromEntries(parameters)) as { readonly right: unknown };
  const number = (name: string): number => law[name]!(made.right) as number;
  const at = (name: string, x: number): number => (law[name]!(made.right) as (x: number) => number)(x);
  const sampleN = law['sampleN']!(made.right) as (n: number) => (rng: unknown) => readonly [Float64Array, unknown];
  const x = at('quantile', 0.9);
  return [number('mean'), number('variance'), number('entropy'), x, at('sf', x), ...sampleN(3)([1, 2, 3, 4])[0]];
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
