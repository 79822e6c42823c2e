import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium } from '../src/platform/find-chromium.ts';

/**
 * Path of a Chromium for the browser tests, installed when it is not there: by root on Debian from the
 * distribution, by anybody else Playwright's own. Undefined when that fails; what was tried is on stderr.
 */
export function ensureChromium(): string | undefined {
  const present = findChromium();
  if (present) return present;
  console.error('Installing Chromium for the browser tests (once) …');
  if (process.getuid?.() === 0 && isDebian()) installDebianPackage();
  if (!findChromium()) installPlaywrights();
  return findChromium();
}

function installDebianPackage(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...words: string[]): boolean =>
    spawnSync('apt-get', words, { env, stdio: ['ignore', 2, 2] }).status === 0;
  const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'];
  if (!run(...install) && run('update', '-q')) run(...install);
}

function installPlaywrights(): void {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  spawnSync(process.execPath, [join(folder, 'cli.js'), 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
}

/** Not Ubuntu: its package "chromium" is only a door to snap, which has no place in a container. */
function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
