/** npm run bench -- <family>: every figure a ratio in one run. Exit code 1 where a limit is missed. */
import { environment, report, writeResults } from './measure.ts';
import { installPeers } from './install.ts';

const families = ['laws', 'ecdf'] as const;
const family = families.find((name) => name === process.argv[2]);

if (family === undefined) {
  console.error(`npm run bench -- <family>, one of: ${families.join(', ')}`);
  process.exit(2);
}
installPeers();
// After the peers are there, for these import them.
const { contests } = family === 'laws' ? await import('./laws.ts') : await import('./ecdf.ts');
const { peerVersions } = await import('./peers.ts');
const rows = contests();
const passed = report(rows);
writeResults(family, { ...environment(peerVersions()), rows });
process.exitCode = passed ? 0 : 1;
