/** A strict TypeScript consumer compiles in each way of resolving modules, with the libraries' declarations checked. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, Consumer } from './check.ts';
import { root, sh } from './consumer.ts';

const source = ({ specifiers }: Consumer): string =>
  [
    ...specifiers.map((specifier, i) => `import * as m${i} from '${specifier}';`),
    "import { type Normal, normal, quantile } from 'lawful/laws/normal';",
    'const law = normal(100, 15);',
    "export const median: number = law._tag === 'Right' ? quantile(law.right)(0.5) : NaN;",
    'export const mean = (law: Normal): number => law.mean;',
    '// @ts-expect-error a constructor may fail, so that this is no law yet',
    'mean(law);',
    `export type All = [${specifiers.map((_, i) => `typeof m${i}`).join(', ')}];`,
  ].join('\n');

const compiles = (name: string, file: string, module: string, resolution: string): Check => ({
  name: `types, ${name}`,
  run: async (consumer) => {
    await writeFile(join(consumer.folder, file), source(consumer));
    const tsc = join(root, 'node_modules/.bin/tsc');
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--lib', 'es2022'];
    await sh(consumer.folder, tsc, ...options, '--module', module, '--moduleResolution', resolution, file);
    return `${consumer.specifiers.length} modules`;
  },
});

export const types: ReadonlyArray<Check> = [
  compiles('node16 from ESM', 'types.mts', 'node16', 'node16'),
  compiles('node16 from CommonJS', 'types.cts', 'node16', 'node16'),
  compiles('bundler', 'types.ts', 'esnext', 'bundler'),
];
