import { describeError, exitCode, Fault } from '../platform/errors.ts';
import { findCommand, printHelp, printUsage, readArguments } from './command-line.ts';
import { COMMANDS } from './command-list.ts';

/** Runs one command of the contract; sets the exit code and lets the process end by itself. */
async function main(words: readonly string[]): Promise<number> {
  const found = findCommand(COMMANDS, words);
  if (found === null) {
    const asked = words.length === 0 || words.includes('--help') || words.includes('-h');
    (asked ? process.stdout : process.stderr).write(printUsage(COMMANDS, words));
    return asked ? exitCode.done : exitCode.wrongUse;
  }
  if (found.rest.includes('--help')) {
    process.stdout.write(printHelp(found.command));
    return exitCode.done;
  }
  const read = readArguments(found.command, found.rest);
  if (!read.ok) {
    process.stderr.write(`${read.why}\n\n${printHelp(found.command)}`);
    return exitCode.wrongUse;
  }
  const { run } = await found.command.load();
  return run(read.given);
}

const words = process.argv.slice(2);
try {
  process.exitCode = await main(words);
} catch (error) {
  // A program that asked for JSON gets JSON, whatever happened; the sentence for people stands beside it.
  if (words.includes('--json')) {
    const code = error instanceof Fault ? error.code : 'fault';
    const remedy = error instanceof Fault ? (error.remedy ?? null) : null;
    const message = error instanceof Error ? error.message : String(error);
    process.stdout.write(`${JSON.stringify({ ok: false, error: { code, message, remedy } })}\n`);
  }
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = exitCode.refused;
}
