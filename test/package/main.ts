/** `npm run test:package`, after `npm run build`: the packed tarball, used as its users will. One line a check. */
import { rm } from 'node:fs/promises';
import { makeConsumer } from './consumer.ts';
import { runtimes } from './runtimes.ts';
import { shaking } from './shaking.ts';
import { tarball } from './tarball.ts';
import { types } from './types.ts';

const consumer = await makeConsumer();
for (const { name, run } of [...tarball, ...runtimes, ...types, ...shaking]) {
  try {
    console.log(`ok    ${name}: ${await run(consumer)}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAIL  ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
await rm(consumer.folder, { recursive: true });
