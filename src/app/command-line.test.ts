import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainUnknown, findCommand, printHelp, printUsage, readArguments } from './command-line.ts';
import { COMMANDS, PLANNED } from './command-list.ts';

function misuse(...words: readonly string[]): string {
  const found = findCommand(COMMANDS, words);
  assert.ok(found, words.join(' '));
  const read = readArguments(found.command, found.rest);
  return read.ok ? 'accepted' : read.why;
}

test('a wrong option is named in Indonesian with the nearest one that there is', () => {
  assert.equal(
    misuse('register', 'export', '--ofice', 'x'),
    'Pilihan --ofice tidak dikenal. Apakah maksud Anda --office?',
  );
  assert.equal(misuse('verify', '--zzzzzz'), 'Pilihan --zzzzzz tidak dikenal.');
  assert.match(misuse('office', 'roles', '--office'), /^Pilihan --office memerlukan isi\./);
  assert.equal(misuse('verify', '--json=ya'), 'Pilihan --json tidak memerlukan isi.');
  assert.equal(misuse('office', 'check'), 'Perintah ini memerlukan FOLDER.');
  assert.equal(misuse('office', 'roles'), 'Pilihan --office wajib diisi.');
  assert.equal(misuse('office', 'roles', '--office', 'tabalong', '--json'), 'accepted');
});

test('an unknown command names those that may be meant', () => {
  assert.match(
    explainUnknown(COMMANDS, ['registr', 'import', 'x']),
    /"registr import".*: register import\?$/,
  );
  assert.match(
    explainUnknown(COMMANDS, ['register', '--json']),
    /: register import, register imports, register undo, register export\?$/,
  );
  assert.equal(explainUnknown(COMMANDS, ['zzzzzz']), 'Perintah "zzzzzz" tidak dikenal.');
});

test('help names every option that a command takes, and the usage every command, also those that are not there yet', () => {
  for (const command of COMMANDS) {
    const help = printHelp(command);
    for (const option of [...Object.keys(command.options), 'json']) assert.ok(help.includes(`--${option}`));
    for (const operand of command.operands) assert.ok(help.includes(operand));
  }
  const usage = printUsage(COMMANDS, PLANNED);
  for (const { words } of [...COMMANDS, ...PLANNED]) assert.ok(usage.includes(words), words);
});
