/** The package runs in Node (both module systems), Deno and a browser (two bundlers), with the same answers. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { chromium, type Page } from 'playwright';
import * as vite from 'vite';
import { launchOptions } from '../chromium.ts';
import { assert, type Check, type Consumer } from './check.ts';
import { sh } from './consumer.ts';
import { difference, program } from './program.ts';
import type { Report } from './report.ts';

const parse = (printed: string): Report => JSON.parse(printed) as Report;

const runNode = async ({ folder, specifiers }: Consumer): Promise<Report> => {
  await writeFile(join(folder, 'program.mjs'), program(specifiers, 'import'));
  return parse(await sh(folder, process.execPath, 'program.mjs'));
};

/** The program gives in this runtime what it gives in Node. */
const agrees = (name: string, run: (consumer: Consumer) => Promise<Report>): Check => ({
  name,
  run: async (consumer) => {
    const report = await run(consumer);
    const found = difference(await runNode(consumer), report);
    assert(found === undefined, found ?? '');
    return `${consumer.specifiers.length} modules, ${Object.values(report.values).flat().length} numbers as in Node`;
  },
});

/** What a page prints first. A page that fails says why instead. */
const printed = async (show: (page: Page) => Promise<unknown>): Promise<Report> => {
  const browser = await chromium.launch(launchOptions);
  try {
    const page = await browser.newPage();
    const said = Promise.race([
      page.waitForEvent('console', { timeout: 30_000 }).then((message) => message.text()),
      page.waitForEvent('pageerror', { timeout: 30_000 }).then((error) => Promise.reject(error)),
    ]);
    const [text] = await Promise.all([said, show(page)]);
    return parse(text);
  } finally {
    await browser.close();
  }
};

const bundle = async ({ folder, specifiers }: Consumer): Promise<string> => {
  const contents = program(specifiers, 'import');
  const built = await esbuild.build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'error',
  });
  return built.outputFiles.map((file) => file.text).join('');
};

/** The folder of a site that Vite built. */
const site = async ({ folder, specifiers }: Consumer): Promise<string> => {
  const root = join(folder, 'site');
  await mkdir(root, { recursive: true });
  await writeFile(join(root, 'program.js'), program(specifiers, 'import'));
  await writeFile(join(root, 'index.html'), '<!doctype html><script type="module" src="/program.js"></script>');
  await vite.build({ root, logLevel: 'error', configFile: false });
  return root;
};

export const runtimes: ReadonlyArray<Check> = [
  agrees('Node, import', runNode),
  agrees('Node, require', async ({ folder, specifiers }) => {
    await writeFile(join(folder, 'program.cjs'), program(specifiers, 'require'));
    return parse(await sh(folder, process.execPath, 'program.cjs'));
  }),
  agrees('Deno', async ({ folder, specifiers }) => {
    const deno = join(import.meta.dirname, 'node_modules/.bin/deno');
    await writeFile(join(folder, 'program.mjs'), program(specifiers, 'import'));
    return parse(await sh(folder, deno, 'run', '-A', '--no-remote', '--node-modules-dir=manual', 'program.mjs'));
  }),
  agrees('Chromium, bundled by esbuild', async (consumer) => {
    const content = await bundle(consumer);
    return printed((page) => page.addScriptTag({ content }));
  }),
  agrees('Chromium, bundled by Vite', async (consumer) => {
    const root = await site(consumer);
    const server = await vite.preview({ root, logLevel: 'error', configFile: false, preview: { host: '127.0.0.1' } });
    try {
      return await printed((page) => page.goto(server.resolvedUrls?.local[0] ?? ''));
    } finally {
      await server.close();
    }
  }),
];
