/**
 * npm run bench -- <family>: every figure a ratio in one run. Exit code 1 where a limit is missed. `npm run bench -- laws
 * gamma beta` asks of these laws alone, and writes nothing.
 */
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
const only = process.argv.slice(3);
const rows = contests(only);
const passed = report(rows);
if (only.length === 0) writeResults(family, { ...environment(peerVersions()), rows });
process.exitCode = passed ? 0 : 1;
