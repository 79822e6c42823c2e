import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { inTransaction, withOffice } from '../../../platform/database/transaction.ts';
import { runOperation } from '../acts/run-operation.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { readContacts } from '../case-page/read-contacts.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { searchCases } from '../lists/search-cases.read.ts';
import { eraseOfficeText, keepOfficeText } from '../vault/office-text.store.ts';
import type { Person } from '../vault/person.ts';
import { verifyCases } from '../verify/verify-cases.ts';
import { correctPerson } from './correct-person.ts';
import { erasePersonalData } from './erase-personal-data.ts';
import { findCasesOfPerson } from './find-people.read.ts';
import { agreeToOpening, openPerson } from './open-person.ts';

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

async function casesOf(typed: string, actor = staff): Promise<readonly string[]> {
  const search = { typed, reason: 'Pelapor datang tanpa tanda terima' };
  const found = await findCasesOfPerson(desk, office, actor, search, MORNING);
  assert.ok(found.ok);
  return found.lines.map((line) => line.caseId);
}

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
    assert.ok((await casesOf(typed)).includes(caseId), typed);
  }
  assert.deepEqual(await casesOf('Sari Lainnya'), []);
});

test('rule 32: a search for a person takes a permission and a reason, and is logged with it', async () => {
  const search = { typed: 'Sari', reason: 'Pelapor menelepon tanpa nomor' };
  const refused = async (more: Partial<typeof search>, actor = staff) => {
    const result = await findCasesOfPerson(desk, office, actor, { ...search, ...more }, MORNING);
    return result.ok ? null : result.refusal;
  };
  assert.equal(await refused({}, aStaffActor({ may: new Set() })), 'not-permitted');
  assert.equal(await refused({ reason: ' ' }), 'reason-required');
  assert.equal(await refused({ typed: 'S' }), 'nothing-to-find');
  const seeker = aStaffActor();
  assert.equal(await refused({}, seeker), null);
  const { rows } = await db.owner.query<{ body: string }>(
    `select t.body from access_log a join office_text t on t.office_id = a.office_id and t.text_id = a.reason::uuid
      where a.action = 'people-searched' and a.account_id = $1`,
    [seeker.account],
  );
  assert.deepEqual(rows, [{ body: search.reason }]);
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
  };
  const opened = await openPerson(desk, request, MORNING);
  assert.ok(opened.ok && opened.opened?.person?.name === PERSON.name);
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
  };
  const waits = { ok: true, opened: null };
  assert.deepEqual(await openPerson(desk, request, MORNING), waits);
  const asked = await readCase(desk, office, { caseId }, staff, MORNING);
  const entry = asked?.timeline.at(-1)?.event;
  assert.ok(entry?.type === 'identity-opening-asked');
  const { reason } = entry;
  const agree = { office, ref: { caseId }, identityId, asker: staff.account ?? '', reason };
  const nothing = { ok: false, refusal: 'nothing-asked' };
  assert.deepEqual(await agreeToOpening(desk, { ...agree, actor: staff }, MORNING), nothing);
  const second = aStaffActor();
  const may = new Set([...second.may].filter((one) => one !== 'identity/approve'));
  assert.deepEqual(await agreeToOpening(desk, { ...agree, actor: aStaffActor({ may }) }, MORNING), {
    ok: false,
    refusal: 'identity-not-permitted',
  });
  assert.deepEqual(await agreeToOpening(desk, { ...agree, actor: second }, MORNING), { ok: true });
  assert.deepEqual(await openPerson(desk, { ...request, actor: second }, MORNING), waits);
  const opened = await openPerson(desk, { ...request, reason: 'Alasan yang tidak disetujui' }, MORNING);
  assert.ok(opened.ok && opened.opened?.person?.name === PERSON.name);
  const { rows } = await db.owner.query<{ reason: string }>(
    `select reason from access_log where case_id = $1 and action = 'identity-opened'`,
    [caseId],
  );
  assert.deepEqual(rows, [{ reason }], 'it opens for the reason that was agreed to');
  assert.deepEqual(await openPerson(desk, request, MORNING), waits, 'an agreement opens once');
  const late = await agreeToOpening(desk, { ...agree, actor: second }, MORNING);
  assert.deepEqual(late, nothing, 'the reason that he read is not the one asked with now');
});

test('rule 32: taking the mark away does not open an anonymous case to one person', async () => {
  const { caseId, identityId } = await takeFrom({ ...PERSON, name: 'Tetap Samar' }, { anonymous: true });
  const unmarked = await runOperation(
    desk,
    {
      office,
      ref: { caseId },
      operation: 'mark',
      command: (keep) => ({ mark: 'anonymous', on: false, reason: keep.text('reason', 'Salah centang') }),
      actor: staff,
      expectedVersion: null,
      idempotency: null,
    },
    MORNING + 1_000,
  );
  assert.ok(unmarked.ok);
  const request = { office, ref: { caseId }, identityId, reason: 'Ingin tahu', actor: staff };
  assert.deepEqual(await openPerson(desk, request, MORNING + 2_000), { ok: true, opened: null });
  assert.equal(await readContacts(desk, office, { caseId }, aStaffActor(), MORNING + 3_000), null);
  assert.deepEqual(await casesOf('Tetap Samar'), []);
});

test('rules 28, 32: a search says of nobody that he stands behind a guarded case, nor who is complained of', async () => {
  const anonymous = await takeFrom({ ...PERSON, name: 'Cari Samaran' }, { anonymous: true });
  const open = await takeFrom({ ...PERSON, name: 'Cari Samaran' });
  const reason = 'Pelapor menelepon';
  const find = async (typed: string, actor: typeof staff) => {
    const found = await findCasesOfPerson(desk, office, actor, { typed, reason }, MORNING);
    assert.ok(found.ok);
    return { ...found, lines: found.lines.map((line) => line.caseId) };
  };
  const every = aStaffActor();
  const clerk = aStaffActor({ may: new Set([...every.may].filter((one) => one !== 'identity/approve')) });
  for (const seeker of [clerk, every]) {
    assert.deepEqual(await find('Cari Samaran', seeker), { ok: true, lines: [open.caseId] });
  }
  const added = await correctPerson(
    desk,
    {
      office,
      ref: { caseId: open.caseId },
      actor: staff,
      correction: {
        part: 'respondent',
        identityId: null,
        person: { name: 'Terlapor Rekaan' },
        as: 'self',
        reason: 'Baru disebut',
      },
      expectedVersion: open.reading.version,
      idempotency: null,
    },
    MORNING + 1_000,
  );
  assert.ok(added.ok);
  assert.deepEqual(await find('Terlapor Rekaan', clerk), { ok: true, lines: [] });
  assert.deepEqual(await find('Terlapor Rekaan', every), { ok: true, lines: [open.caseId] });
  assert.notEqual(anonymous.caseId, open.caseId);
});

test('rule 11: corrected data take the place of the wrong ones, which stay in the vault as the old value', async () => {
  const { caseId, identityId, reading } = await takeFrom({
    ...PERSON,
    name: 'Salah Contoh',
    phone: '0812-0000-0061',
  });
  const correction = {
    part: 'reporter',
    identityId,
    person: { name: 'Benar Contoh', phone: '0812-0000-0062' },
    as: 'proxy',
    reason: 'Salah dengar.',
  } as const;
  const request = { office, ref: { caseId }, actor: staff, correction, idempotency: null };
  const wrong = await correctPerson(desk, { ...request, expectedVersion: reading.version + 5 }, MORNING);
  assert.ok(!wrong.ok && wrong.refusal === 'version-conflict');
  const without = {
    ...request,
    correction: { ...correction, reason: ' ' },
    expectedVersion: reading.version,
  };
  const refused = await correctPerson(desk, without, MORNING);
  assert.ok(!refused.ok && refused.refusal === 'reason-required');
  const done = await correctPerson(desk, { ...request, expectedVersion: reading.version }, MORNING);
  assert.ok(done.ok);
  const again = await readCase(desk, office, { caseId }, staff, MORNING);
  const [now] = again?.state.people.reporters ?? [];
  assert.equal(again?.state.people.reporters.length, 1);
  assert.equal(now?.as, 'proxy');
  assert.notEqual(now?.identity, identityId);
  assert.ok((await casesOf('0812-0000-0062')).includes(caseId));
  assert.ok((await casesOf('0812-0000-0061')).includes(caseId), 'the old value is still found');
  const people = await readContacts(desk, office, { caseId }, staff, MORNING);
  assert.deepEqual(
    people?.map((one) => one.person?.name),
    ['Salah Contoh', 'Benar Contoh'],
  );
});

test('somebody who was forgotten is added with a reason', async () => {
  const { caseId, reading } = await takeFrom(PERSON);
  const person = { name: 'Anak Contoh', relation: 'anak' };
  const correction = {
    part: 'concern',
    identityId: null,
    person,
    as: 'self',
    reason: 'Lupa dicatat.',
  } as const;
  const request = { office, ref: { caseId }, actor: staff, correction, idempotency: null };
  const done = await correctPerson(desk, { ...request, expectedVersion: reading.version }, MORNING);
  assert.ok(done.ok);
  const again = await readCase(desk, office, { caseId }, staff, MORNING);
  assert.deepEqual(
    again?.state.people.concerns.map((one) => one.relation),
    ['anak'],
  );
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
    assert.ok(!(await casesOf('wulandari', actor)).includes(caseId));
    const request = { office, ref: { caseId }, identityId, reason: 'Ingin tahu', actor };
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
  assert.deepEqual(await casesOf('081200000099'), []);
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
  const verdict = await inTransaction(db.owner, (tx) => verifyCases(tx, db.locateOwner, desk.keyring), {
    isolation: 'repeatable read',
  });
  assert.deepEqual(verdict.findings, { placed: [], counted: [] });
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
    { office, ref: { caseId }, identityId, reason, actor: staff },
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
