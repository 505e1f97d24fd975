/**
 * The floors of the house: numeric < law < laws < families < gpu. An import points down, to a folder's face, or stays
 * in its folder; families may use each other's faces without going in a circle; codec and the barrel use every face and
 * nobody uses them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Text by path, the path relative to src. */
type Files = Readonly<Record<string, string>>;

const BARREL = 'index.ts';
const FAMILIES = 4;
const FLOORS: Readonly<Record<string, number>> = { numeric: 1, law: 2, laws: 3, gpu: 5, codec: 6, [BARREL]: 7 };

const folderOf = (path: string): string => path.split('/')[0] ?? '';
const floorOf = (path: string): number => FLOORS[folderOf(path)] ?? FAMILIES;
const isFace = (path: string): boolean => /^(laws\/[^/]+|[^/]+\/index)\.ts$/.test(path);

/** Every import of a file, whether of values or types, static or dynamic. */
const importsOf = (text: string): ReadonlyArray<string> =>
  ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);

const isAllowedPackage = (path: string, name: string): boolean =>
  /^fp-ts\/lib\/\w+\.js$/.test(name) ||
  /^pure-rand\//.test(name) ||
  (/^io-ts\/lib\/\w+\.js$/.test(name) && folderOf(path) === 'codec');

/** What is wrong with the import of `to` in `from`, both paths in src. */
const wrong = (files: Files, from: string, to: string): string | undefined => {
  if (files[to] === undefined) return 'there is no such file';
  if (to === BARREL) return 'nobody imports the barrel';
  if (folderOf(from) === folderOf(to)) {
    return isFace(to) && folderOf(to) !== 'laws' ? 'a file imports its neighbours, not their face' : undefined;
  }
  if (!isFace(to)) return 'another folder is imported through its face';
  if (from === BARREL) return undefined;
  if (folderOf(to) === 'codec') return 'nothing imports codec';
  if (floorOf(to) > floorOf(from)) return 'an import points down';
  return undefined;
};

/** The first circle of a graph, as its nodes. */
const circle = (graph: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyArray<string> | undefined => {
  const done = new Set<string>();
  const visit = (node: string, path: ReadonlyArray<string>): ReadonlyArray<string> | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const found = visit(next, [...path, node]);
      if (found !== undefined) return found;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const found = visit(node, []);
    if (found !== undefined) return found;
  }
  return undefined;
};

const graphOf = (edges: ReadonlyArray<readonly [string, string]>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(edges.map(([from]) => [from, new Set(edges.filter((edge) => edge[0] === from).map((edge) => edge[1]))]));

/** Every breach of the floors, one sentence each. */
const breaches = (files: Files): ReadonlyArray<string> => {
  const imports = Object.entries(files).flatMap(([path, text]) => importsOf(text).map((name) => [path, name] as const));
  const packages = imports.filter(([, name]) => !name.startsWith('.'));
  const edges = imports
    .filter(([, name]) => name.startsWith('.'))
    .map(([path, name]) => [path, posix.join(posix.dirname(path), name)] as const);
  const folders = [...new Set(Object.keys(files).map(folderOf))].filter((folder) => folder !== BARREL);
  const families = edges
    .filter((edge) => edge.every((path) => floorOf(path) === FAMILIES))
    .map(([from, to]) => [folderOf(from), folderOf(to)] as const)
    .filter(([from, to]) => from !== to);
  const circles = [circle(graphOf(edges)), circle(graphOf(families))];
  return [
    ...packages
      .filter(([path, name]) => !isAllowedPackage(path, name))
      .map(([path, name]) => `${path} imports ${name}: not a package of the runtime`),
    ...edges.flatMap(([from, to]) => {
      const reason = wrong(files, from, to);
      return reason === undefined ? [] : [`${from} imports ${to}: ${reason}`];
    }),
    ...circles.filter((path) => path !== undefined).map((path) => `${path.join(' -> ')}: a circle`),
    ...folders
      .filter((folder) => !folder.endsWith('.ts') && folder !== 'laws' && files[`${folder}/index.ts`] === undefined)
      .map((folder) => `${folder} has no index.ts`),
    ...folders.filter((folder) => folder.endsWith('.ts')).map((file) => `${file} belongs in a folder`),
  ];
};

test('src keeps to the floors', () => {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const files = Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(`src/${path}`, 'utf8')]),
  );
  expect(Object.keys(files)).toContain(BARREL);
  expect(breaches(files)).toEqual([]);
});

describe('the checker', () => {
  const house: Files = {
    'index.ts': "export * as Kde from './kde/index.ts'; export * as Codec from './codec/index.ts';",
    'numeric/index.ts': "export { a } from './deep/a.ts';",
    'numeric/deep/a.ts': "import { map } from 'fp-ts/lib/Either.js';",
    'law/index.ts': "export { b } from './b.ts'; /** import '../codec/index.ts' */",
    'law/b.ts': "import { a } from '../numeric/index.ts';",
    'laws/normal.ts': "import { b } from '../law/index.ts';",
    'laws/affine.ts': "import type { Normal } from './normal.ts';",
    'kde/index.ts': "import { normal } from '../laws/normal.ts'; import { q } from '../quantile/index.ts';",
    'quantile/index.ts': "import { a } from '../numeric/index.ts';",
    'gpu/index.ts': "import { kde } from '../kde/index.ts';",
    'codec/index.ts': "import * as t from 'io-ts/lib/index.js'; import type { Kde } from '../kde/index.ts';",
  };

  test('lets a sound house stand', () => {
    expect(breaches(house)).toEqual([]);
  });

  const cases: ReadonlyArray<readonly [string, Files, string]> = [
    ['upwards', { 'numeric/up.ts': "import '../law/index.ts';" }, 'an import points down'],
    ['upwards in a type', { 'law/up.ts': "import type { N } from '../laws/normal.ts';" }, 'an import points down'],
    ['upwards inside a type', { 'law/up.ts': "type N = import('../laws/normal.ts').N;" }, 'an import points down'],
    ['upwards, dynamically', { 'law/up.ts': "const f = () => import('../kde/index.ts');" }, 'an import points down'],
    ['upwards by re-export', { 'law/up.ts': "export * from '../laws/normal.ts';" }, 'an import points down'],
    ['from a family to gpu', { 'kde/up.ts': "import '../gpu/index.ts';" }, 'an import points down'],
    ['past a face', { 'laws/past.ts': "import '../law/b.ts';" }, 'through its face'],
    ['past a face, deep', { 'kde/past.ts': "import '../numeric/deep/a.ts';" }, 'through its face'],
    ['past a family face', { 'kde/past.ts': "import '../quantile/x.ts';", 'quantile/x.ts': '' }, 'through its face'],
    ['of one own face', { 'law/c.ts': "import './index.ts';" }, 'not their face'],
    ['of codec', { 'gpu/c.ts': "import '../codec/index.ts';" }, 'nothing imports codec'],
    ['of the barrel', { 'codec/c.ts': "import '../index.ts';" }, 'nobody imports the barrel'],
    ['of nothing', { 'law/c.ts': "import './gone.ts';" }, 'no such file'],
    ['without its suffix', { 'law/c.ts': "import './b';" }, 'no such file'],
    ['in a circle of families', { 'quantile/c.ts': "import '../kde/index.ts';" }, 'a circle'],
    ['in a circle of files', { 'law/c.ts': "import './d.ts';", 'law/d.ts': "import './c.ts';" }, 'a circle'],
    ['of a builtin', { 'kde/c.ts': "import { readFileSync } from 'node:fs';" }, 'not a package of the runtime'],
    ['of a bare builtin', { 'kde/c.ts': "import { readFileSync } from 'fs';" }, 'not a package of the runtime'],
    ['of an fp-ts folder', { 'law/c.ts': "import * as E from 'fp-ts/Either';" }, 'not a package of the runtime'],
    ['of io-ts outside codec', { 'law/c.ts': "import 'io-ts/lib/index.js';" }, 'not a package of the runtime'],
    ['from a folder without a face', { 'weights/a.ts': '' }, 'weights has no index.ts'],
    ['from a stray file', { 'stray.ts': '' }, 'belongs in a folder'],
  ];

  test.each(cases)('catches an import %s', (_, files, reason) => {
    const found = breaches({ ...house, ...files });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(reason);
  });
});
