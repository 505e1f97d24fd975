import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { doctest } from 'vite-plugin-doctest';
import { defineConfig, type Plugin } from 'vitest/config';
import { launchOptions } from './test/chromium.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** `lawful`, `lawful/laws/normal` and `lawful/ecdf` are the sources, not a build. */
const alias = [
  { find: /^lawful$/, replacement: `${root}src/index.ts` },
  { find: /^lawful\/(laws\/[\w-]+)$/, replacement: `${root}src/$1.ts` },
  { find: /^lawful\/([\w-]+)$/, replacement: `${root}src/$1/index.ts` },
];

/** An example runs inside a function, where only `await import()` can import: its import statements become that. */
const importsInExamples: Plugin = {
  name: 'imports-in-examples',
  enforce: 'pre',
  transform: (code, id) =>
    /\.(ts|md)$/.test(id)
      ? code.replace(/```ts[^\n]*@import\.meta\.vitest\n[^]*?```/g, (example) =>
          example
            .replace(/\bimport type [^;]*;/g, '')
            .replace(/\bimport (\{[^}]*\}|\* as \w+) from ('[^']+');/g, (_, names: string, from: string) =>
              names.startsWith('*')
                ? `const ${names.slice('* as '.length)} = await import(${from});`
                : `const ${names.replace(/\btype \w+,?/g, '').replace(/ as /g, ': ')} = await import(${from});`,
            ),
        )
      : undefined,
};

const nodeOnly = 'test/**/*.node.test.ts';
const elsewhere = ['**/node_modules/**'];

export default defineConfig({
  resolve: { alias },
  test: {
    // The suites of laws draw and integrate much, on machines that may be slow and shared.
    testTimeout: 60_000,
    // A test that asserts nothing, an example whose `if` never opened among them, fails.
    expect: { requireAssertions: true },
    coverage: { include: ['src/**/*.ts'] },
    projects: [
      { extends: true, test: { name: 'node', include: ['test/**/*.test.ts'], exclude: elsewhere } },
      {
        extends: true,
        plugins: [importsInExamples, doctest()],
        test: {
          name: 'doc',
          include: [],
          includeSource: ['src/**/*.ts', 'README.md', 'docs/index.md', 'docs/guide/*.md'],
        },
      },
      {
        extends: true,
        // Found late, they would make the page reload in the middle of a test.
        optimizeDeps: { entries: ['src/**/*.ts'], include: ['fast-check'] },
        test: {
          name: 'browser',
          include: ['test/**/*.test.ts'],
          exclude: [...elsewhere, nodeOnly],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            api: { host: '127.0.0.1' },
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions }),
          },
        },
      },
    ],
  },
});
