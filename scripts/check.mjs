// npm run check: format and lint, types, structure, lockfile. Runs all of them and says which failed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { completeLockfile } from './complete-lockfile.mjs';

const bin = 'node_modules/.bin';
const steps = [
  [
    'format and lint',
    `${bin}/biome`,
    'ci',
    '--error-on-warnings',
    ...(process.stdout.isTTY ? [] : ['--colors=off']),
    '.',
  ],
  ['types', `${bin}/tsc`, '--noEmit', '-p', 'tsconfig.json'],
  ...(existsSync('src/browser/tsconfig.json')
    ? [['types of the browser', `${bin}/tsc`, '--noEmit', '-p', 'src/browser/tsconfig.json']]
    : []),
  ['structure', process.execPath, 'scripts/check-structure.ts'],
];

const failed = steps.filter(([title, program, ...words]) => {
  const started = Date.now();
  const { status } = spawnSync(program, words, { stdio: 'inherit' });
  console.log(`${status === 0 ? '✔' : '✖'} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return status !== 0;
});

const missing = completeLockfile(JSON.parse(readFileSync('package-lock.json', 'utf8')));
console.log(
  `${missing.length === 0 ? '✔' : '✖'} lockfile${missing.length === 0 ? '' : ': run node scripts/complete-lockfile.mjs'}`,
);

process.exitCode = failed.length + missing.length === 0 ? 0 : 1;
