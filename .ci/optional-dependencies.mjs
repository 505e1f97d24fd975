// Fails when a lock file names an optional dependency that it has no entry for: npm leaves such a package out without a
// word when the registry at hand lacks it, and `npm ci` then stops on every other platform.
import { readFileSync } from 'node:fs';

const missing = process.argv.slice(2).flatMap((file) => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  /** Node's own lookup: beside the package, then up the tree. */
  const isThere = (path, name) =>
    `${path === '' ? '' : `${path}/`}node_modules/${name}` in packages ||
    (path !== '' && isThere(path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1)), name));
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isThere(path, name))
      .map((name) => `${file}: ${path} wants ${name}`),
  );
});

for (const line of missing) console.log(line);
process.exitCode = missing.length > 0 ? 1 : 0;
