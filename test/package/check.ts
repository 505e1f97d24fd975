/** A check of the package: a name, and what it found when all is well; it throws when not. */
export interface Check {
  readonly name: string;
  readonly run: (consumer: Consumer) => Promise<string>;
}

/** A folder with the packed library installed in it, as a user would have it. */
export interface Consumer {
  readonly folder: string;
  /** The files of the tarball. */
  readonly files: ReadonlyArray<string>;
  /** What can be imported: 'lawful', 'lawful/ecdf', 'lawful/laws/normal', ... */
  readonly specifiers: ReadonlyArray<string>;
}

export const assert: (condition: boolean, message: string) => asserts condition = (condition, message) => {
  if (!condition) throw new Error(message);
};
