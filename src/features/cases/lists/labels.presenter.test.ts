import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOffice } from '../../../../test/an-office.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { channelLabel } from './labels.presenter.ts';

test('a channel that an old register does not tell is told in words, not by its code', () => {
  assert.equal(channelLabel(anOffice(), 'tidak-tercatat', wordsOf('id')), 'tidak tercatat');
  const [first] = anOffice().channels;
  assert.ok(first);
  assert.equal(channelLabel(anOffice(), first.key, wordsOf('id')), first.label);
});
