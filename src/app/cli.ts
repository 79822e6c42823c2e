import { describeError, exitCode, Fault } from '../platform/errors.ts';
import { explainUnknown, findCommand, printHelp, printUsage, readArguments } from './command-line.ts';
import { COMMANDS, PLANNED } from './command-list.ts';
import { printFailure } from './print-json.ts';

/** Runs one command of the contract; sets the exit code and lets the process end by itself. */
async function main(words: readonly string[]): Promise<number> {
  const found = findCommand(COMMANDS, words);
  if (found === null) return withoutCommand(words);
  if (found.rest.includes('--help') || found.rest.includes('-h')) {
    process.stdout.write(printHelp(found.command));
    return exitCode.done;
  }
  const read = readArguments(found.command, found.rest);
  if (!read.ok) return wrongUse(read.why, printHelp(found.command));
  const { run } = await found.command.load();
  return run(read.given);
}

function withoutCommand(words: readonly string[]): number {
  const planned = findCommand(PLANNED, words)?.command;
  if (planned !== undefined) {
    throw new Fault('not-built-yet', `Perintah ${planned.words} belum ada dalam versi ini.`, {
      remedy: planned.instead,
    });
  }
  const usage = printUsage(COMMANDS, PLANNED);
  if (words.every((word) => word.startsWith('-')) && !words.includes('--json')) {
    const asked = words.length === 0 || words.includes('--help') || words.includes('-h');
    if (!asked) return wrongUse(`Pilihan ${words[0]} berdiri tanpa perintah.`, usage);
    process.stdout.write(usage);
    return exitCode.done;
  }
  return wrongUse(explainUnknown(COMMANDS, words), usage);
}

/** Wrong use: why and the help for people; for a program that asked for JSON, why as its one document. */
function wrongUse(why: string, help: string): number {
  if (words.includes('--json')) printFailure({ code: 'wrong-use', message: why });
  process.stderr.write(`${why}\n\n${help}`);
  return exitCode.wrongUse;
}

const words = process.argv.slice(2);
try {
  process.exitCode = await main(words);
} catch (error) {
  // A program that asked for JSON gets JSON, whatever happened; the sentence for people stands beside it.
  if (words.includes('--json')) {
    const message = error instanceof Error ? error.message : String(error);
    const known =
      error instanceof Fault ? { code: error.code, remedy: error.remedy ?? null } : { code: 'fault' };
    printFailure({ ...known, message });
  }
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = exitCode.refused;
}
