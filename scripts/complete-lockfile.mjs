// Adds to package-lock.json the optional platform packages that npm left out because the registry it asked
// did not have them. Without this `npm ci` refuses its own lockfile ("Missing: … from lock file").
// Run after each change of dependencies: node scripts/complete-lockfile.mjs

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json');

/** Words of a package name that tell its platform, as they are used by @biomejs, @napi-rs, typst-ts and esbuild. */
const systems = {
  android: 'android',
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  freebsd: 'freebsd',
};
const processors = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  arm: 'arm',
  eabi: 'arm',
  riscv64: 'riscv64',
  ppc64: 'ppc64',
  s390x: 's390x',
};

/** Takes the parsed lockfile and gives back the added paths; `lock` is changed in place. */
export function completeLockfile(lock) {
  const added = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (path === '' || isLocked(lock, path, name)) continue;
      const version = /^\d+\.\d+\.\d+\S*$/.test(range) ? range : undefined;
      if (!version) throw new Error(`${name} wants "${range}", not one exact version: install it by hand.`);
      const place = `node_modules/${name}`;
      lock.packages[place] = describe(name, version, entry);
      added.push(place);
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  return added;
}

function isLocked(lock, path, name) {
  return (
    lock.packages[`${path}/node_modules/${name}`] !== undefined ||
    lock.packages[`node_modules/${name}`] !== undefined
  );
}

function describe(name, version, parent) {
  const words = name.split('/').at(-1).split('-');
  const system = words.map((word) => systems[word]).find(Boolean);
  const processor = words.map((word) => processors[word.replace(/^arm$/, 'arm')]).find(Boolean);
  if (!system || !processor) throw new Error(`The platform of ${name} cannot be read from its name.`);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  const base = name.split('/').at(-1);
  return {
    version,
    resolved: `https://registry.npmjs.org/${name}/-/${base}-${version}.tgz`,
    cpu: [processor],
    ...(parent.dev ? { dev: true } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    os: [system],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = completeLockfile(lock);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.error(
    added.length === 0 ? 'package-lock.json is complete.' : `Added ${added.length}:\n${added.join('\n')}`,
  );
}
