/** The peers have a package.json of their own, so that the root install stays small. They are installed on first use. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Fails the process where the peers cannot be had. */
export const installPeers = (): void => {
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return;
  console.log('Installing the peers of the benchmarks (npm ci --prefix test/bench), about half a minute, once ...');
  const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('npm ci --prefix test/bench failed');
};
