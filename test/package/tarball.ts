/** The tarball holds the build and the papers, and nothing else. */
import { assert, type Check } from './check.ts';

const PAPERS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'THIRD-PARTY-NOTICES.md', 'package.json'];

export const tarball: ReadonlyArray<Check> = [
  {
    name: 'files of the tarball',
    run: ({ files, specifiers }) => {
      const missing = PAPERS.filter((paper) => !files.includes(paper));
      const stray = files.filter((file) => !PAPERS.includes(file) && !/^dist\/.*\.(js|cjs|d\.ts|d\.cts)$/.test(file));
      assert(missing.length === 0, `missing: ${missing.join(', ')}`);
      assert(stray.length === 0, `stray: ${stray.join(', ')}`);
      return Promise.resolve(`${files.length} files for ${specifiers.length} modules`);
    },
  },
];
