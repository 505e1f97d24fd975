/** One program for every runtime, as text: it imports everything and prints the report as JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import type { Report } from './report.ts';

const script = transformSync(readFileSync(join(import.meta.dirname, 'report.ts'), 'utf8'), {
  loader: 'ts',
  format: 'iife',
  globalName: 'program',
}).code;

export const program = (specifiers: ReadonlyArray<string>, kind: 'import' | 'require'): string =>
  [
    ...specifiers.map((specifier, i) =>
      kind === 'import' ? `import * as m${i} from '${specifier}';` : `const m${i} = require('${specifier}');`,
    ),
    script,
    `const modules = { ${specifiers.map((specifier, i) => `'${specifier}': m${i}`).join(', ')} };`,
    'console.log(JSON.stringify(program.report(modules)));',
  ].join('\n');

/** How two reports differ, if they do: engines may differ in the last places of exp and log, and in nothing else. */
export const difference = (one: Report, other: Report): string | undefined => {
  if (JSON.stringify(one.names) !== JSON.stringify(other.names)) {
    return `exports differ: ${JSON.stringify(one.names)} and ${JSON.stringify(other.names)}`;
  }
  const pairs = Object.entries(one.values).flatMap(([name, values]) =>
    values.map((value, i) => [name, value, other.values[name]?.[i] ?? NaN] as const),
  );
  const bad = pairs.find(([, a, b]) => !(Math.abs(a - b) <= 1e-12 * Math.abs(a)));
  return bad === undefined ? undefined : `${bad[0]} answers ${bad[1]} and ${bad[2]}`;
};
