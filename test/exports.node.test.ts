/** package.json and the barrel name every module of src, and nothing else: both follow from the tree. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modules } from '../tsup.config.ts';

const names = Object.keys(modules);
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;

/** Types first in each condition: a resolver takes the first that fits. */
const conditions = (name: string): object => ({
  import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
});

const expected = Object.fromEntries([
  ['.', conditions('index')],
  ...names.map((name) => [`./${name.replace(/\/index$/, '')}`, conditions(name)]),
  ['./package.json', './package.json'],
]) as Record<string, unknown>;

/** 'laws/von-mises' -> 'VonMises', 'numeric/index' -> 'Numeric'. */
const namespace = (name: string): string =>
  name
    .replace(/\/index$/, '')
    .replace(/^laws\//, '')
    .replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

test('package.json exports every module, in this order', () => {
  expect(JSON.stringify(manifest['exports'], null, 2), 'expected "exports" of package.json').toBe(
    JSON.stringify(expected, null, 2),
  );
});

test('what older tools read points at the barrel', () => {
  expect(manifest).toMatchObject({ main: './dist/index.cjs', module: './dist/index.js', types: './dist/index.d.ts' });
});

test('the barrel is one line a module', () => {
  const lines = readFileSync('src/index.ts', 'utf8').match(/^export .*$/gm) ?? [];
  expect([...lines].sort()).toEqual(names.map((name) => `export * as ${namespace(name)} from './${name}.ts';`).sort());
});
