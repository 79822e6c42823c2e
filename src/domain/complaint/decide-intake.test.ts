import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { anOffice, officeCalendar } from '../../../test/an-office.ts';
import { IMPORT_ACTOR, PUBLIC_ACTOR } from '../people/case-actor.ts';
import { decideIntake, type IntakeCommand } from './decide-intake.ts';
import { isOlderThanThirtyDays } from './older-than-thirty-days.ts';

const command: IntakeCommand = {
  ticket: 'CTH-AAAA-BBBB',
  kind: 'pengaduan',
  channel: 'loket',
  matter: 'isi-1',
};
const now = '2026-03-04T10:00';
function intake(over: Partial<IntakeCommand>, actor = anActor()) {
  return decideIntake({ ...command, ...over }, aComplaint({ actor }).at(now).context());
}

test('rule 1: received is never in the future', () => {
  const at = wita('2026-03-04T10:01');
  assert.deepEqual(intake({ receivedAt: at }), { ok: false, refusal: 'time-in-future', at });
});

test('rule 1: what is complained of has happened by today', () => {
  assert.equal(intake({ happenedOn: '2026-03-04' }).ok, true);
  assert.deepEqual(intake({ happenedOn: '2026-03-05' }), {
    ok: false,
    refusal: 'happened-in-future',
    on: '2026-03-05',
  });
});

test('rule 1: what is complained of had happened when the complaint was received, however late that is written down', () => {
  const receivedAt = wita('2026-03-02T09:00');
  const told = (happenedOn: string) => intake({ receivedAt, lateEntryReason: 'r', happenedOn });
  assert.equal(told('2026-03-02').ok, true);
  assert.deepEqual(told('2026-03-03'), { ok: false, refusal: 'happened-in-future', on: '2026-03-03' });
});

test('law 7: free words are no place, also where the office has no list of places', () => {
  const place = 'rumah Siti Contoh';
  const refused = { ok: false, refusal: 'unknown-place', place };
  assert.deepEqual(intake({ place }), refused);
  const office = { ...anOffice(), places: [] };
  const context = aComplaint({ office }).at(now).context();
  assert.deepEqual(decideIntake({ ...command, place }, context), refused);
});

test('rule 2: whistleblowing comes from inside: staff take it in, the public form does not', () => {
  const command = { kind: 'whistleblowing', channel: 'website' } as const;
  assert.deepEqual(intake(command, PUBLIC_ACTOR), { ok: false, refusal: 'staff-field', field: 'kind' });
  assert.equal(intake({ kind: 'whistleblowing' }).ok, true);
});

test('rule 1: staff may enter an earlier receipt with a reason for the late entry, not without', () => {
  const receivedAt = wita('2026-03-02T10:00');
  assert.deepEqual(intake({ receivedAt }), { ok: false, refusal: 'late-entry-reason-required' });
  const state = aComplaint()
    .at(now)
    .received({ receivedAt, lateEntryReason: 'alasan-1', sourceNumber: '12' })
    .state();
  assert.equal(state.receivedAt, receivedAt);
  assert.equal(state.recordedAt, wita(now));
  assert.equal(state.sourceNumber, '12');
});

test('rule 1: the minutes in which a clerk writes down what he is told are no late entry', () => {
  assert.equal(intake({ receivedAt: wita('2026-03-04T09:51') }).ok, true);
  assert.equal(intake({ receivedAt: wita('2026-03-04T09:49') }).ok, false);
});

test('rule 1: the three times stand apart', () => {
  const state = aComplaint()
    .at(now)
    .received({ happenedOn: '2026-02-20', receivedAt: wita('2026-03-02T10:00'), lateEntryReason: 'alasan-1' })
    .state();
  assert.deepEqual(
    [state.happenedOn, state.receivedAt, state.recordedAt],
    ['2026-02-20', wita('2026-03-02T10:00'), wita(now)],
  );
});

test('the public may use the website only, and none of the fields of staff', () => {
  assert.equal(intake({ channel: 'website' }, PUBLIC_ACTOR).ok, true);
  assert.deepEqual(intake({}, PUBLIC_ACTOR), {
    ok: false,
    refusal: 'channel-not-for-public',
    channel: 'loket',
  });
  for (const over of [{ receivedAt: wita(now) }, { protected: true }, { sourceNumber: '1' }]) {
    const refused = intake({ channel: 'website', ...over }, PUBLIC_ACTOR);
    assert.equal(!refused.ok && refused.refusal, 'staff-field');
  }
});

test('whom the public complains of is a name in the vault; account and unit are for staff, and a unit is one of the office', () => {
  const about = (over: { account?: string; unit?: string }) => ({
    respondents: [{ identity: 'terlapor-1', account: null, unit: null, ...over }],
  });
  const code = (over: { account?: string; unit?: string }, actor?: typeof PUBLIC_ACTOR) => {
    const decision = intake({ channel: actor === undefined ? 'loket' : 'website', ...about(over) }, actor);
    return decision.ok ? 'accepted' : decision.refusal;
  };
  assert.equal(code({}, PUBLIC_ACTOR), 'accepted');
  assert.equal(code({ account: 'petugas-2' }, PUBLIC_ACTOR), 'staff-field');
  assert.equal(code({ unit: 'linjamsos' }, PUBLIC_ACTOR), 'staff-field');
  assert.equal(code({ account: 'petugas-2', unit: 'linjamsos' }), 'accepted');
  assert.equal(code({ unit: 'budi-0812-0000-0011' }), 'unknown-unit');
});

test('rule 5: the tick of a citizen only asks for a look, staff mark the case', () => {
  const asked = aComplaint({ actor: PUBLIC_ACTOR }).received({ channel: 'website', urgent: true }).state();
  assert.deepEqual([asked.marks.urgent, asked.marks.urgentAsked], [false, true]);
  const marked = aComplaint().received({ urgent: true }).state();
  assert.deepEqual([marked.marks.urgent, marked.marks.urgentAsked], [true, false]);
});

test('rule 6: a service that is protected by itself protects the case, whoever brings it', () => {
  const state = aComplaint({ actor: PUBLIC_ACTOR })
    .received({ channel: 'website', service: 'perlindungan-anak' })
    .state();
  assert.equal(state.marks.protected, true);
});

test('rule 19: a complaint older than 30 days after the service is accepted and marked', () => {
  const older = (happenedOn: string) =>
    isOlderThanThirtyDays(aComplaint().received({ happenedOn }).state(), officeCalendar.zone);
  assert.equal(older('2026-01-30'), true);
  assert.equal(older('2026-01-31'), false);
});

test('rule 17: the channel chooses the SOP that the office walks', () => {
  assert.equal(aComplaint().received({ channel: 'loket' }).state().sop.sop, 'langsung');
  assert.equal(aComplaint().received({ channel: 'whatsapp' }).state().sop.sop, 'online');
});

test("words that the office's lists do not have are refused by their name", () => {
  assert.deepEqual(intake({ service: 'tidak-ada' }), {
    ok: false,
    refusal: 'unknown-service',
    service: 'tidak-ada',
  });
  assert.deepEqual(intake({ channel: 'tidak-tercatat' }), {
    ok: false,
    refusal: 'unknown-channel',
    channel: 'tidak-tercatat',
  });
});

test('nobody without the permission takes a complaint in, an import has its own way', () => {
  const refused = { ok: false, refusal: 'not-permitted', operation: 'intake' };
  assert.deepEqual(intake({}, anActor({ may: new Set() })), refused);
  assert.deepEqual(intake({}, IMPORT_ACTOR), refused);
});
