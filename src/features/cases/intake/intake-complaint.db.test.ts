import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { type CaseActor, PUBLIC_ACTOR } from '../../../domain/people/case-actor.ts';
import { type IntakeRequest, intakeComplaint } from './intake-complaint.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);

function aRequest(key: string | null, body = '{}'): IntakeRequest {
  return {
    office,
    actor: PUBLIC_ACTOR,
    command: (keep) => ({
      kind: 'pengaduan',
      channel: 'website',
      matter: keep.text('matter', 'Bantuan PKH bulan ini belum masuk ke rekening.'),
      reporters: [
        {
          identity: keep.person('reporter', {
            name: 'Warga Contoh',
            phone: '0812-0000-0011',
            email: null,
            address: null,
            nik: null,
          }),
          as: 'self',
        },
      ],
    }),
    idempotency: key === null ? null : { key, body },
  };
}

async function countCases(): Promise<number> {
  const { rows } = await db.owner.query<{ count: number }>(
    'select count(*)::int as count from complaint_case',
  );
  return rows[0]?.count ?? -1;
}

test('an intake leaves the case, its text, its person, its history, its fact and its outbox row in one commit', async () => {
  const result = await intakeComplaint(desk, aRequest(null), MORNING);
  assert.ok(result.ok);
  const { caseId, ticket, due } = result.answer;
  assert.match(ticket, new RegExp(`^${office.ticketPrefix}-.{4}-.{4}$`));
  assert.ok(due.length > 0);
  for (const table of ['case_event', 'case_text', 'case_search', 'identity', 'report_fact', 'outbox']) {
    const { rows } = await db.owner.query(`select 1 from ${table} where case_id = $1`, [caseId]);
    assert.equal(rows.length, 1, table);
  }
});

test('law 1: a repeat gets its answer also when the same words would be refused by then', async () => {
  const conversation = (key: string): IntakeRequest => ({
    office,
    actor: aStaffActor(),
    command: (keep) => ({
      kind: 'pengaduan',
      channel: 'loket',
      matter: keep.text('matter', 'Kartu hilang.'),
      receivedAt: new Date(MORNING).toISOString(),
    }),
    idempotency: { key, body: 'a' },
  });
  const first = await intakeComplaint(desk, conversation('key-late'), MORNING);
  assert.ok(first.ok);
  const hourLater = MORNING + 3_600_000;
  const again = await intakeComplaint(desk, conversation('key-late'), hourLater);
  assert.deepEqual(again, { ...first, repeated: true });
  const fresh = await intakeComplaint(desk, conversation('key-fresh'), hourLater);
  assert.deepEqual(fresh, { ok: false, refusal: 'late-entry-reason-required' });
});

test('the same key with the same body gets the same answer, secret included, and makes no second case', async () => {
  const first = await intakeComplaint(desk, aRequest('key-1', 'a'), MORNING);
  const before = await countCases();
  const again = await intakeComplaint(desk, aRequest('key-1', 'a'), MORNING + 60_000);
  assert.ok(first.ok && again.ok);
  assert.deepEqual(again.answer, first.answer);
  assert.equal(again.repeated, true);
  assert.equal(await countCases(), before);
});

test('the same key with another body is refused', async () => {
  await intakeComplaint(desk, aRequest('key-2', 'a'), MORNING);
  const again = await intakeComplaint(desk, aRequest('key-2', 'b'), MORNING);
  assert.deepEqual(again, { ok: false, refusal: 'idempotency-key-reused' });
});

test('law 1: the public gets no secret by the key and body of a token, nor one token that of another', async () => {
  const token = (account: string): CaseActor => aStaffActor({ by: 'token', account });
  const [one, two] = [token(desk.newId()), token(desk.newId())];
  const send = (actor: CaseActor) =>
    intakeComplaint(desk, { ...aRequest('key-shared', 'a'), actor }, MORNING);
  const [first, again, other] = [await send(one), await send(one), await send(two)];
  assert.ok(first.ok && again.ok && other.ok);
  assert.deepEqual([again.repeated, other.repeated], [true, false]);
  assert.notEqual(other.answer.ticketSecret, first.answer.ticketSecret);
});

test('what is kept of a body cannot be tried out without the key of the installation', async () => {
  await intakeComplaint(desk, aRequest('key-hash', 'nama dan nomor'), MORNING);
  const plain = createHash('sha256').update('nama dan nomor').digest();
  const { rows } = await db.owner.query('select from kept_answer where body_hash = $1', [plain]);
  assert.equal(rows.length, 0);
});

test('after a day the key is free again', async () => {
  const first = await intakeComplaint(desk, aRequest('key-3', 'a'), MORNING);
  const later = await intakeComplaint(desk, aRequest('key-3', 'a'), MORNING + 25 * 3_600_000);
  assert.ok(first.ok && later.ok && !later.repeated);
  assert.notEqual(later.answer.ticket, first.answer.ticket);
});

test('twins that arrive at the same moment become one case with one answer', async () => {
  const before = await countCases();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => intakeComplaint(desk, aRequest('key-4', 'a'), MORNING)),
  );
  assert.equal(new Set(answers.map((result) => (result.ok ? result.answer.ticket : 'refused'))).size, 1);
  assert.equal(await countCases(), before + 1);
});

test('answered at the desk is received, registered, answered and closed in one act', async () => {
  const staff = aStaffActor();
  const result = await intakeComplaint(
    desk,
    {
      office,
      actor: staff,
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'loket',
        matter: keep.text('matter', 'Tanya jadwal penyaluran.'),
      }),
      answer: (keep) => ({
        text: keep.text('answer', 'Dijelaskan jadwal penyaluran bulan ini.'),
        way: 'oral',
        outcome: 'explained',
        severity: office.data.classes[0]?.key ?? null,
      }),
      idempotency: null,
    },
    MORNING,
  );
  assert.ok(result.ok, JSON.stringify(result));
  assert.ok(result.answer.registerNumber);
  const { rows } = await db.owner.query(
    'select is_open, register_no from complaint_case where case_id = $1',
    [result.answer.caseId],
  );
  assert.equal(rows[0]?.is_open, false);
  assert.ok(rows[0]?.register_no > 0);
});
