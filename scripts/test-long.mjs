// npm run test:long [-- part of a path …]: crash rounds, long walks, many registers, hostile files, a fresh clone.
import { runTests } from './run-tests.ts';

process.exitCode = await runTests({ kind: 'long', only: process.argv.slice(2) });
