import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** Every public module but the barrel, as `{ 'laws/normal': 'src/laws/normal.ts' }`: each folder's face, and each law. */
export const modules: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...readdirSync('src').map((folder) => `${folder}/index`),
    ...readdirSync('src/laws').map((file) => `laws/${file.replace(/\.ts$/, '')}`),
  ]
    .filter((name) => existsSync(`src/${name}.ts`))
    .sort()
    .map((name) => [name, `src/${name}.ts`]),
);

/**
 * fp-ts and io-ts go inline, from their ES modules: an Either costs 0.5 kB that way, and 6.4 kB as CommonJS. The calls
 * and the fields that make their constants are pure, and are marked so: `map` alone would drag in 0.6 kB of them.
 */
const inlineFpTs: Plugin = {
  name: 'inline-fp-ts',
  setup: (build) => {
    build.onResolve({ filter: /^(fp|io)-ts\/lib\// }, ({ path, kind, importer, resolveDir }) =>
      build.resolve(path.replace('/lib/', '/es6/'), { kind, importer, resolveDir }),
    );
    build.onLoad({ filter: /[\\/](fp|io)-ts[\\/]es6[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/^(export )?var \w+ = ((?!\bfunction\b).)*/gm, (start) =>
          start.replace(/(?<![\w.])(new )?[\w.]+\(/g, '/* @__PURE__ */ $&'),
        )
        .replace(/^( {4}\w+: )(\w+\.\w+)(?=,?$)/gm, '$1/* @__PURE__ */ (() => $2)()'),
    }));
  },
};

/**
 * The barrel stays `export * as Ecdf from './ecdf/index.js'`, in its types too: bundlers shake that and no namespace that
 * is bundled, and of a bundled namespace TypeScript gets declarations that do not compile.
 */
const keepNamespaces: Plugin = {
  name: 'keep-namespaces',
  setup: (build) => {
    const [js, dts] = build.initialOptions.format === 'cjs' ? ['.cjs', '.d.cts'] : ['.js', '.d.ts'];
    build.onResolve({ filter: /^\.\/.*\.ts$/ }, ({ path, importer }) =>
      /[\\/]src[\\/]index\.ts$/.test(importer) ? { path: path.replace(/\.ts$/, js), external: true } : undefined,
    );
    build.onEnd(() => {
      mkdirSync('dist', { recursive: true });
      writeFileSync(`dist/index${dts}`, readFileSync('src/index.ts', 'utf8').replaceAll(".ts';", `${js}';`));
    });
  },
};

const config: Options = {
  entry: { ...modules, index: 'src/index.ts' },
  format: ['esm', 'cjs'],
  target: 'es2022',
  noExternal: [/^fp-ts/, /^io-ts/],
  esbuildPlugins: [inlineFpTs, keepNamespaces],
  dts: { entry: { ...modules }, compilerOptions: { ignoreDeprecations: '6.0' } },
};

/** Not by tsup's `clean`, which deletes declarations while others are being written. */
export default (): Options => {
  rmSync('dist', { recursive: true, force: true });
  return config;
};
