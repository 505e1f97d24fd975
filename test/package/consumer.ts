/** Packs the library as it would be published, and installs it in an empty folder. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Consumer } from './check.ts';

export const root: string = join(import.meta.dirname, '../..');

/** What a command prints; on failure everything that it printed is the error. */
export const sh = async (folder: string, command: string, ...args: ReadonlyArray<string>): Promise<string> => {
  try {
    return (await promisify(execFile)(command, [...args], { cwd: folder, maxBuffer: 1e8 })).stdout;
  } catch (cause) {
    const { stdout, stderr } = cause as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, { cause });
  }
};

export const makeConsumer = async (): Promise<Consumer> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lawful-')));
  const packed = await sh(root, 'npm', 'pack', '--json', '--pack-destination', folder);
  const [tarball] = JSON.parse(packed) as ReadonlyArray<{
    readonly filename: string;
    readonly files: ReadonlyArray<{ readonly path: string }>;
  }>;
  if (tarball === undefined) throw new Error('npm pack packed nothing');
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  await sh(folder, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', tarball.filename);
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly exports: object };
  return {
    folder,
    files: tarball.files.map((file) => file.path),
    specifiers: Object.keys(manifest.exports)
      .filter((path) => path !== './package.json')
      .map((path) => `lawful${path.slice(1)}`),
  };
};
