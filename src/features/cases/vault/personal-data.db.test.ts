import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../platform/database/test-database.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { verifyChains } from '../history/verify-chains.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { searchCases } from '../lists/search-cases.read.ts';
import { erasePersonalData } from './erase-personal-data.ts';
import { findCasesOfPerson } from './find-people.read.ts';
import { eraseOfficeText, keepOfficeText } from './office-text.store.ts';
import { openPerson } from './open-person.ts';
import type { Person } from './person.ts';
import { readContacts } from './read-contacts.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();

const PERSON: Person = {
  name: 'Sari Contoh Wulandari',
  phone: '0812-0000-0042',
  email: 'sari@contoh.example',
  address: 'Jalan Contoh 4',
  nik: '6309000000000042',
};

async function takeFrom(
  person: Person,
  more: { anonymous?: boolean; respondent?: string; word?: string } = {},
) {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: staff,
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'loket',
        matter: keep.text('matter', `Kartu rusak ${more.word ?? ''}.`),
        reporters: [{ identity: keep.person('reporter', person), as: 'self' }],
        anonymous: more.anonymous ?? false,
        respondents:
          more.respondent === undefined ? [] : [{ identity: null, account: more.respondent, unit: null }],
      }),
      idempotency: { key: `take-${Math.random()}`, body: '{}' },
    },
    MORNING,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  const reading = await readCase(desk, office, { caseId: taken.answer.caseId }, staff, MORNING);
  if (reading === null) throw new Error('The case cannot be read');
  return { caseId: taken.answer.caseId, reading, identityId: reading.people[0]?.identityId ?? '' };
}

test('a person is found by telephone number, e-mail, NIK and name, however they are written', async () => {
  const { caseId } = await takeFrom(PERSON);
  const ways = [
    '+62 812 0000 0042',
    '6281200000042',
    'SARI@contoh.example',
    '6309 0000 0000 0042',
    'wulandari sari',
  ];
  for (const typed of ways) {
    const found = await findCasesOfPerson(desk, office, staff, typed, MORNING);
    assert.ok(
      found?.some((line) => line.caseId === caseId),
      typed,
    );
  }
  assert.deepEqual(await findCasesOfPerson(desk, office, staff, 'Sari Lainnya', MORNING), []);
  assert.equal(await findCasesOfPerson(desk, office, aStaffActor({ may: new Set() }), 'sari', MORNING), null);
});

test('a case is read with its people masked', async () => {
  const { reading } = await takeFrom(PERSON);
  assert.equal(reading.people[0]?.masked?.name, 'S. C. W.');
  assert.equal(reading.people[0]?.masked?.phone, '••••42');
});

test('who handles an open case sees its contacts without asking, logged once a day', async () => {
  const { caseId } = await takeFrom(PERSON);
  const handler = aStaffActor();
  for (let i = 0; i < 3; i++) {
    const people = await readContacts(desk, office, { caseId }, handler, MORNING + i * 1_000);
    assert.equal(people?.[0]?.person?.phone, PERSON.phone);
  }
  await readContacts(desk, office, { caseId }, handler, MORNING + 24 * 3_600_000);
  const { rows } = await db.owner.query(
    `select 1 from access_log where case_id = $1 and action = 'contacts-seen'`,
    [caseId],
  );
  assert.equal(rows.length, 2);
});

test('opening an identity needs a permission and a reason, and stands in the history', async () => {
  const { caseId, identityId } = await takeFrom(PERSON);
  const request = {
    office,
    ref: { caseId },
    identityId,
    reason: 'Verifikasi data',
    actor: staff,
    approver: null,
  };
  const opened = await openPerson(desk, request, MORNING);
  assert.ok(opened.ok && opened.person.name === PERSON.name);
  const reading = await readCase(desk, office, { caseId }, staff, MORNING);
  assert.equal(reading?.timeline.at(-1)?.event.type, 'identity-opened');
  const without = await openPerson(desk, { ...request, actor: aStaffActor({ may: new Set() }) }, MORNING);
  assert.deepEqual(without, { ok: false, refusal: 'identity-not-permitted' });
  assert.deepEqual(await openPerson(desk, { ...request, reason: '  ' }, MORNING), {
    ok: false,
    refusal: 'reason-required',
  });
});

test('an anonymous complainant is opened by two people only', async () => {
  const { caseId, identityId } = await takeFrom(PERSON, { anonymous: true });
  const request = {
    office,
    ref: { caseId },
    identityId,
    reason: 'Perlindungan',
    actor: staff,
    approver: null,
  };
  const refused = { ok: false, refusal: 'second-person-required' };
  assert.deepEqual(await openPerson(desk, request, MORNING), refused);
  assert.deepEqual(await openPerson(desk, { ...request, approver: staff }, MORNING), refused);
  assert.ok((await openPerson(desk, { ...request, approver: aStaffActor() }, MORNING)).ok);
});

test('the person complained of neither reads nor finds the case, nor does a deputy', async () => {
  const accused = aStaffActor();
  const { caseId, identityId } = await takeFrom(PERSON, {
    respondent: accused.account ?? '',
    word: 'terselubung',
  });
  const deputy = aStaffActor({ deputyOf: [accused.account ?? ''] });
  for (const actor of [accused, deputy]) {
    assert.equal(await readCase(desk, office, { caseId }, actor, MORNING), null);
    assert.equal(await readContacts(desk, office, { caseId }, actor, MORNING), null);
    const found = await searchCases(db.app, office, actor, { q: 'terselubung', cursor: null, limit: 10 });
    assert.deepEqual(found.lines, []);
    const ofPerson = await findCasesOfPerson(desk, office, actor, 'wulandari', MORNING);
    assert.ok(!ofPerson?.some((line) => line.caseId === caseId));
    const request = { office, ref: { caseId }, identityId, reason: 'Ingin tahu', actor, approver: null };
    assert.deepEqual(await openPerson(desk, request, MORNING), { ok: false, refusal: 'case-not-found' });
  }
  const others = await searchCases(db.app, office, staff, { q: 'terselubung', cursor: null, limit: 10 });
  assert.equal(others.lines.length, 1);
});

test('an erased person is found by nothing, opens for nobody, and leaves the chain whole', async () => {
  const { caseId, identityId } = await takeFrom({ ...PERSON, name: 'Hapus Contoh', phone: '0812-0000-0099' });
  const request = {
    office,
    ref: { caseId },
    subject: { identity: identityId },
    ground: 'permintaan',
    actor: staff,
  };
  const erased = await erasePersonalData(desk, request, MORNING);
  assert.ok(erased.ok);
  assert.deepEqual(await findCasesOfPerson(desk, office, staff, '081200000099', MORNING), []);
  const { rows } = await db.owner.query(
    'select wrapped_key, sealed, hashes from identity where identity_id = $1',
    [identityId],
  );
  assert.deepEqual(rows, [{ wrapped_key: null, sealed: null, hashes: null }]);
  const kept = await db.owner.query('select length(sealed) as length from kept_answer where case_id = $1', [
    caseId,
  ]);
  assert.deepEqual(kept.rows, [{ length: 0 }]);
  const ledger = await db.owner.query('select subject from erasure_ledger where subject_id = $1', [
    identityId,
  ]);
  assert.deepEqual(ledger.rows, [{ subject: 'identity' }]);
  const [a, b] = await Promise.all([db.owner.connect(), db.owner.connect()]);
  const { findings } = await verifyChains(a, b, desk.keyring);
  a.release();
  b.release();
  assert.deepEqual(findings, []);
  assert.deepEqual(await erasePersonalData(desk, request, MORNING), {
    ok: false,
    refusal: 'nothing-to-erase',
  });
});

test('an erased text is found by none of its words', async () => {
  const { caseId, reading } = await takeFrom(PERSON, { word: 'kupukupu' });
  const search = { q: 'kupukupu', cursor: null, limit: 10 };
  assert.equal((await searchCases(db.app, office, staff, search)).lines.length, 1);
  const subject = { text: reading.state.matter };
  const erased = await erasePersonalData(
    desk,
    { office, ref: { caseId }, subject, ground: 'permintaan', actor: staff },
    MORNING,
  );
  assert.ok(erased.ok);
  assert.equal((await searchCases(db.app, office, staff, search)).lines.length, 0);
  const again = await readCase(desk, office, { caseId }, staff, MORNING);
  assert.equal(again?.texts.get(reading.state.matter)?.body, null);
});

test('the log that cannot be erased holds no reason in words, and the words themselves can be erased', async () => {
  const { caseId, identityId } = await takeFrom(PERSON);
  const reason = 'Diminta Sari Contoh sendiri';
  const opened = await openPerson(
    desk,
    { office, ref: { caseId }, identityId, reason, actor: staff, approver: null },
    MORNING,
  );
  assert.ok(opened.ok);
  const { rows } = await db.owner.query<{ body: string }>(
    `select t.body from access_log a join case_text t on t.case_id = a.case_id and t.text_id = a.reason::uuid
      where a.case_id = $1 and a.action = 'identity-opened'`,
    [caseId],
  );
  assert.deepEqual(rows, [{ body: reason }]);
  const words = `insert into access_log (office_id, access_id, at, action, reason)
    values ($1, gen_random_uuid(), now(), 'export-unmasked', 'Untuk Sari Contoh')`;
  await assert.rejects(db.owner.query(words, [office.officeId]), { code: '23514' });

  const textId = desk.newId();
  const kept = { textId, purpose: 'reason', body: reason, author: staff.account, at: MORNING } as const;
  const erasure = { textId, erasureId: desk.newId(), ground: 'permintaan', account: null, at: MORNING };
  await withOffice(db.app, office.officeId, async (tx) => {
    await keepOfficeText(tx, desk.keyring, office.officeId, kept);
    assert.equal(await eraseOfficeText(tx, office.officeId, erasure), true);
    assert.equal(await eraseOfficeText(tx, office.officeId, erasure), false);
  });
  const left = await db.owner.query('select body, mac from office_text where text_id = $1', [textId]);
  assert.deepEqual(left.rows, [{ body: null, mac: null }]);
});
