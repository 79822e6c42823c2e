import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Path of a Chromium that the browser tests can drive, or undefined. TANGGAP_CHROMIUM names one. */
export function findChromium(): string | undefined {
  const given = process.env.TANGGAP_CHROMIUM;
  if (given && existsSync(given)) return given;
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/snap/bin'];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
  return onPath ?? findPlaywrights();
}

function findPlaywrights(): string | undefined {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return undefined;
  const programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse()
    .flatMap((name) => programs.map((program) => join(cache, name, program)))
    .find((file) => existsSync(file));
}

/**
 * The same, installing it when it is not there: root on Debian or Ubuntu from the distribution, anybody else
 * Playwright's own. Undefined when that fails; what was tried is on stderr.
 */
export function ensureChromium(): string | undefined {
  const present = findChromium();
  if (present) return present;
  console.error('Installing Chromium for the browser tests (once) …');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && isDebian()) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { env, stdio: ['ignore', 2, 2] } satisfies Parameters<typeof spawnSync>[2];
    const packages = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'];
    if (spawnSync('apt-get', packages, options).status !== 0) {
      spawnSync('apt-get', ['update', '-q'], options);
      spawnSync('apt-get', packages, options);
    }
  }
  if (!findChromium()) {
    const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
    spawnSync(process.execPath, [join(folder, 'cli.js'), 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  }
  return findChromium();
}

function isDebian(): boolean {
  // Ubuntu's package "chromium" is only a door to snap, which has no place in a container.
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
