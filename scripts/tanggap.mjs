#!/usr/bin/env node
// The command line: npm run -s tanggap -- <command>, or npx tanggap <command>. Plain JavaScript for any Node
// from 20 on: it installs what is missing, then hands over to the Node of the project. Files named in a command
// are meant from where the caller stands (TANGGAP_FROM), everything else from the project.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './bootstrap.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.env.TANGGAP_FROM ??= process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
ensureInstalled('start');

const bundled = join(root, 'node_modules', '.bin', 'node');
if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import('./tanggap-main.mjs');
} else {
  runWith(existsSync(bundled) ? bundled : 'node');
}

function runWith(node) {
  const child = spawn(node, ['scripts/tanggap-main.mjs', ...process.argv.slice(2)], { stdio: 'inherit' });
  // A Ctrl-C reaches the child by itself; it decides when it is done.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}
