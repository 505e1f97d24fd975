/** What is not imported is not in the bundle. Names get lost in bundles; long numbers and sentences do not. */
import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import * as vite from 'vite';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert, type Check, type Consumer } from './check.ts';

/** A text that only this part of the library has. */
const MARKERS = {
  'the normal quantile': '2509.0809287301227',
  'the error function': '8.883149794388377',
  'the incomplete gamma function': '5772156649015329',
  'the Poisson sampler': '02483',
  'the generator of random numbers': '3639956645',
  'the sentences of failures': 'at least one value is needed',
  'the weights of a sample': 'their sum overflows',
  'the codecs': 'TaggedNumber',
} as const;

type Part = keyof typeof MARKERS;

const cases: ReadonlyArray<{ readonly code: string; readonly parts: ReadonlyArray<Part> }> = [
  { code: "import { pdf } from 'lawful/laws/normal'; console.log(pdf);", parts: [] },
  { code: "import { normal, logPdf } from 'lawful/laws/normal'; console.log(normal, logPdf);", parts: [] },
  { code: "import { quantile } from 'lawful/laws/normal'; console.log(quantile);", parts: ['the normal quantile'] },
  { code: "import { pmf } from 'lawful/laws/poisson'; console.log(pmf);", parts: ['the incomplete gamma function'] },
  {
    code: "import { sample } from 'lawful/laws/uniform'; console.log(sample);",
    parts: ['the generator of random numbers'],
  },
  { code: "import { over } from 'lawful/law'; console.log(over);", parts: [] },
  { code: "import { evaluate } from 'lawful/ecdf'; console.log(evaluate);", parts: [] },
];

const barrel: typeof cases = [
  { code: "import { Normal } from 'lawful'; console.log(Normal.pdf);", parts: [] },
  { code: "import { Normal } from 'lawful'; console.log(Normal.quantile);", parts: ['the normal quantile'] },
  { code: "import { Ecdf } from 'lawful'; console.log(Ecdf.evaluate);", parts: [] },
];

type Bundler = (consumer: Consumer, code: string) => Promise<string>;

/** The entry in a file, for the bundlers that want one. */
const entry = async ({ folder }: Consumer, code: string): Promise<string> => {
  const path = join(folder, 'entry.mjs');
  await writeFile(path, code);
  return path;
};

const byEsbuild: Bundler = async ({ folder }, contents) => {
  const stdin = { contents, resolveDir: folder };
  const built = await esbuild.build({ stdin, bundle: true, format: 'esm', write: false });
  return built.outputFiles.map((file) => file.text).join('');
};

const byRollup: Bundler = async (consumer, code) => {
  const built = await rollup({ input: await entry(consumer, code), plugins: [nodeResolve()] });
  return (await built.generate({ format: 'es' })).output[0].code;
};

const byVite: Bundler = async (consumer, code) => {
  const built = await vite.build({
    root: consumer.folder,
    logLevel: 'error',
    configFile: false,
    build: { write: false, minify: false, rolldownOptions: { input: await entry(consumer, code) } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.flatMap((output) => ('output' in output ? output.output[0].code : [])).join('');
};

const partsIn = (code: string): ReadonlyArray<string> =>
  Object.entries(MARKERS)
    .filter(([, marker]) => code.includes(marker))
    .map(([part]) => part);

const shakes = (name: string, bundler: Bundler, imports: typeof cases): Check => ({
  name: `tree-shaking, ${name}`,
  run: async (consumer) => {
    const all = await bundler(consumer, "import * as lawful from 'lawful'; console.log(Object.values(lawful));");
    const absent = Object.keys(MARKERS).filter((part) => !partsIn(all).includes(part));
    assert(absent.length === 0, `these markers mark nothing any more: ${absent.join(', ')}`);
    const found: Array<string> = [];
    for (const { code, parts } of imports) {
      const got = partsIn(await bundler(consumer, code));
      if (got.join() !== parts.join())
        found.push(`${code}\n  holds [${got.join(', ')}], should hold [${parts.join(', ')}]`);
    }
    assert(found.length === 0, found.join('\n'));
    return `${imports.length} imports hold only their own of ${Object.keys(MARKERS).length} parts`;
  },
});

export const shaking: ReadonlyArray<Check> = [
  shakes('subpaths by esbuild', byEsbuild, cases),
  shakes('subpaths by rollup', byRollup, cases),
  shakes('subpaths by Vite', byVite, cases),
  shakes('the barrel by rollup', byRollup, barrel),
  shakes('the barrel by Vite', byVite, barrel),
];
