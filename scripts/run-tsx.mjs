// Lets Node run the views: it strips types from .ts by itself, but knows no JSX.
// A view is turned into JavaScript once and kept by the hash of its text, so that a second start
// never loads esbuild. Use: node --import ./scripts/run-tsx.mjs file.ts

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks, setSourceMapsSupport } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cacheFolder = join(root, 'node_modules', '.cache', 'tanggap-tsx');
const options = {
  loader: 'tsx',
  format: 'esm',
  target: 'es2024',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'inline',
};
// The options belong to the key: another setting must never serve an old file.
const optionsKey = `1 ${JSON.stringify(options)}`;

enableCompileCache(join(root, 'node_modules', '.cache', 'node-compile'));
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx') || !url.startsWith('file:')) return nextLoad(url, context);
    return { format: 'module', shortCircuit: true, source: toJavaScript(fileURLToPath(url)) };
  },
});

function toJavaScript(file) {
  const text = readFileSync(file, 'utf8');
  const key = createHash('sha256').update(optionsKey).update('\0').update(file).update('\0').update(text);
  const cached = join(cacheFolder, `${key.digest('hex').slice(0, 32)}.mjs`);
  try {
    return readFileSync(cached, 'utf8');
  } catch {
    const { code } = require('esbuild').transformSync(text, { ...options, sourcefile: file });
    keep(cached, code);
    return code;
  }
}

function keep(cached, code) {
  try {
    mkdirSync(cacheFolder, { recursive: true });
    const draft = `${cached}.${process.pid}`;
    writeFileSync(draft, code);
    renameSync(draft, cached);
  } catch {
    // A folder that cannot be written (read-only install) only costs time.
  }
}
