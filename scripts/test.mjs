// npm test [-- part of a path …]: every quick test, the database ones also on a PostgreSQL of this machine.
import { runTests } from './run-tests.ts';

process.exitCode = await runTests({ kind: 'quick', only: process.argv.slice(2) });
