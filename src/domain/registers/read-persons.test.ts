import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HEAD, imported, line } from '../../../test/a-register-sheet.ts';

test('rule 37: a name cell that says only for whom raises no doubt, one that says nobody does', () => {
  const doubted = (name: string, matter = 'Bantuan berhenti') =>
    imported({ 1: HEAD, 2: line('1', '2 Januari 2023', name, matter) })
      .flatMap((row) => row.doubts)
      .filter((doubt) => doubt.field === 'name')
      .map((doubt) => doubt.rule);
  for (const name of ['a.n. Yekti', 'an. Yekti', 'atas nama Yekti', 'a/n Bapak/Ibu Yekti', 'Bapak/Ibu Yekti'])
    assert.deepEqual(doubted(name), [], name);
  for (const name of ['', '-', 'Bapak/Ibu'])
    assert.deepEqual(doubted(name, 'Kartu atas nama Yekti'), ['missing-name'], name);
});
