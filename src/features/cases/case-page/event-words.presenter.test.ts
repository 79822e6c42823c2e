import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../../test/a-complaint.ts';
import { anAppliedOffice } from '../../../../test/an-applied-office.ts';
import { EVENTS } from '../../../../test/an-event-of-each.ts';
import type { ComplaintEvent, EventType } from '../../../domain/complaint/event.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import type { RunnableOperation } from '../acts/decide-operation.ts';
import { formFields } from '../acts/form-field.ts';
import { OPERATION_BODIES } from '../acts/operation-bodies.ts';
import { eventWords } from './event-words.presenter.ts';
import { tellEvent } from './tell-event.ts';

const office = anAppliedOffice();
const now = aComplaint().received().state();

function told(event: ComplaintEvent, language: 'id' | 'en' = 'id') {
  const words = wordsOf(language);
  return eventWords(
    event,
    {
      ...{ office, words },
      textOf: (id) => `isi ${id}`,
      fileOf: (id) => `berkas ${id}`,
      seesContacts: true,
      nameOf: (account) => `nama ${account}`,
      personOf: (identity) => `orang ${identity}`,
      ticketOf: (caseId) => `nomor ${caseId}`,
    },
    now,
  );
}

const all: readonly ComplaintEvent[] = Object.values(EVENTS).flat();
const saying = (type: EventType) => EVENTS[type].map((event) => told(event).what);

test('every way that an entry can have gone is told in words of its own', () => {
  for (const [type, samples] of Object.entries(EVENTS)) {
    for (const language of ['id', 'en'] as const) {
      const words = samples.map((event) => JSON.stringify(told(event, language)));
      // The outcome is chosen anew for `closedBy`, with all else the same.
      assert.equal(new Set(words).size, words.length, `${type}\n${words.join('\n')}`);
    }
  }
});

test('no sentence says of one body, one way or one cause what is true of another', () => {
  assert.deepEqual(saying('asked'), ['Pertanyaan kepada pelapor', 'Pertanyaan kepada Kementerian Sosial']);
  assert.deepEqual(saying('taken-to-ombudsman'), ['Dibawa ke Ombudsman', 'Dikembalikan oleh Ombudsman']);
  assert.deepEqual(saying('withdrawn'), ['Dicabut', 'Dianggap dicabut']);
  assert.deepEqual(
    saying('referred').map((one) => one.split(' ke ')[0]),
    ['Pelapor diarahkan', 'Diteruskan', 'Dilimpahkan'],
  );
  assert.ok(saying('answered').includes('Jawaban tidak dapat disampaikan'));
  assert.ok(saying('review-decided').includes('Hasil telaah diputuskan: Diserahkan ke Inspektorat'));
  const byCalendar = saying('deadline-moved').filter((one) => one.includes('kalender'));
  assert.equal(byCalendar.length, 2);
});

test('a limit that moved tells its former date and its new one', () => {
  for (const event of EVENTS['deadline-moved']) {
    const { facts } = told(event);
    assert.deepEqual(
      facts.map(({ label, value }) => `${label}: ${value}`),
      ['Semula: Senin, 2 Maret 2026 pukul 09.00 WITA', 'Menjadi: Kamis, 2 April 2026 pukul 16.00 WITA'],
    );
  }
});

/** What an operation writes; `refer` and `confirm-transfer` may answer as well. */
const WRITES: { readonly [O in RunnableOperation]: readonly EventType[] } = {
  register: ['registered'],
  'settle-respondent': ['corrected'],
  verify: ['verified', 'completed', 'classified'],
  acknowledge: ['acknowledged'],
  classify: ['classified'],
  forward: ['forwarded'],
  dispose: ['disposed'],
  'hand-over': ['handed-over'],
  'follow-up': ['followed-up'],
  ask: ['asked'],
  'submit-answer': ['answer-submitted'],
  answer: ['answered'],
  'answer-at-desk': ['classified', 'answered', 'closed'],
  close: ['closed'],
  confirm: ['confirmed'],
  reopen: ['reopened'],
  refer: ['referred', 'answered'],
  withdraw: ['withdrawn'],
  archive: ['archived'],
  correct: ['corrected'],
  cancel: ['cancelled'],
  mark: ['marked'],
  'accept-urgent': ['urgent-accepted'],
  'review/start': ['review-started'],
  'review/recommend': ['review-recommended'],
  'review/decide': ['review-decided'],
  'investigation/assess': ['investigation-assessed'],
  'investigation/assign': ['investigation-assigned'],
  'investigation/find': ['investigation-found', 'duty-opened'],
  'investigation/sanction': ['sanction-recorded'],
  file: ['filed'],
  reply: ['replied'],
  'send-message': ['message-sent'],
  'return-answer': ['answer-returned'],
  'approve-answer': ['answer-approved'],
  'acknowledge-desk-answer': ['desk-answer-acknowledged'],
  'confirm-transfer': ['transfer-confirmed', 'answered', 'closed'],
  'prove-notice': ['notice-proven'],
  'set-safe-contact': ['safe-contact-set'],
  'fulfil-duty': ['duty-fulfilled'],
  'approve-duty': ['duty-approved'],
  'extend-request': ['deadline-moved'],
  'take-to-ombudsman': ['taken-to-ombudsman'],
  object: ['objected'],
  'give-direction': ['direction-given'],
  'change-owner': ['owner-changed'],
  'read-back': ['form-read-back'],
};

/** Fields of bodies that have another name in the history. */
const CALLED: Readonly<Record<string, string>> = {
  about: 'category',
  occurredOn: 'happenedOn',
  answerWay: 'way',
  dutyDueOn: 'dueOn',
  'correct text': 'matter',
  'settle-respondent notStaff': 'respondents',
  'settle-respondent respondent': 'respondents',
  'confirm-transfer text': 'text',
};
const NOT_SHOWN: Readonly<Record<string, string>> = {
  staff: 'people stand beside the timeline, masked',
  templateConfirmed: 'an answer to a question of the form, not kept',
  at: 'the time of the entry',
  lateEntryReason: 'told under every entry',
};

test('what staff write down in any form can be read on the case, or there is a reason why not', () => {
  for (const [operation, body] of Object.entries(OPERATION_BODIES)) {
    const types = Object.entries(WRITES).find(([name]) => name === operation)?.[1] ?? [];
    const shown = new Set(
      types.flatMap((type) =>
        EVENTS[type].flatMap((event) =>
          Object.entries(tellEvent(event).fields).flatMap(([field, { in: place }]) =>
            place === 'nothing' ? [] : place === 'text' ? [field, 'text'] : [field],
          ),
        ),
      ),
    );
    for (const { name } of formFields(body.schema)) {
      const steps = name.split('.').filter((step) => !/^\d+$/.test(step));
      const names = [...steps, steps.join(' ')].flatMap((step) => [
        step,
        CALLED[`${operation} ${step}`] ?? CALLED[step] ?? step,
      ]);
      const known = names.some((one) => shown.has(one) || NOT_SHOWN[one] !== undefined);
      assert.ok(known, `${operation}: ${name} is asked and shown nowhere`);
    }
  }
});

test('every fact of an entry with all its fields filled has a value in words, and no key of the office', () => {
  for (const event of all) {
    for (const { field, value } of told(event).facts) {
      assert.ok(value !== '' && !/^(kemensos|linjamsos|rehsos)$/.test(value), `${event.type} ${field}`);
    }
  }
});

test('of a case that this reader may not read no ticket is told, and of an erased text that it is erased', () => {
  const none = () => null;
  const words = wordsOf('id');
  const setting = {
    ...{ office, words, seesContacts: false, textOf: none, fileOf: none, nameOf: none, personOf: none },
    ticketOf: none,
  };
  const [merged] = EVENTS.merged;
  assert.equal(eventWords(merged, setting, now).what, 'Digabungkan ke pengaduan lain');
  const [decided] = EVENTS['sanction-recorded'];
  const { facts } = eventWords(decided, setting, now);
  assert.equal(facts.find(({ field }) => field === 'authority')?.value, 'Sudah dihapus');
  for (const event of [EVENTS['safe-contact-set'][0], EVENTS['imported-from-register'][0]]) {
    const shut = eventWords(event, { ...setting, textOf: () => 'Budi, 0812-0000-0001' }, now);
    const contacts = shut.facts.filter(({ field }) => field === 'remarks' || field === 'text');
    assert.deepEqual(
      contacts.map(({ value }) => value),
      ['Hanya bagi yang menangani pengaduan ini'],
    );
  }
});
