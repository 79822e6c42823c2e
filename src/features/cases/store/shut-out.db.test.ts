import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Commands, RunnableOperation } from '../acts/decide-operation.ts';
import { joinCases } from '../acts/join-cases.ts';
import { runOperation } from '../acts/run-operation.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { listInbox } from '../lists/list-inbox.read.ts';
import { searchCases } from '../lists/search-cases.read.ts';
import type { Keeper } from '../vault/keeper.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();
const terlapor = aStaffActor();
const deputy = aStaffActor({ deputyOf: [terlapor.account ?? ''] });
const clerk = aStaffActor({ may: new Set(['case/read-open', 'follow-up', 'mark', 'merge', 'unmerge']) });
const notFound = { ok: false, refusal: 'case-not-found' };

let now = MORNING;
async function take(
  marks: { readonly about?: CaseActor; readonly protected?: boolean } = {},
): Promise<string> {
  now += 60_000;
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: staff,
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'loket',
        matter: keep.text('matter', 'Bantuan dipotong.'),
        protected: marks.protected ?? false,
        respondents:
          marks.about === undefined ? [] : [{ identity: null, account: marks.about.account, unit: null }],
      }),
      idempotency: null,
    },
    now,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.answer.caseId;
}

function run<O extends RunnableOperation>(
  caseId: string,
  actor: CaseActor,
  operation: O,
  command: (keep: Keeper) => Commands[O],
  more: { readonly version?: number; readonly key?: string } = {},
) {
  now += 60_000;
  const idempotency = more.key === undefined ? null : { key: more.key, body: '{}' };
  const expectedVersion = more.version ?? null;
  const request = { office, ref: { caseId }, operation, command, actor, expectedVersion, idempotency };
  return runOperation(desk, request, now);
}

function join(
  operation: 'merge' | 'unmerge',
  caseId: string,
  into: string | null,
  actor: CaseActor,
  version: number | null = null,
) {
  now += 60_000;
  const target = into === null ? {} : { into: { caseId: into } };
  const request = { office, ref: { caseId }, ...target, operation, reason: 'Sama', actor } as const;
  return joinCases(desk, { ...request, expectedVersion: version, idempotency: null }, now);
}

const note = (keep: Keeper) => ({ entry: 'note' as const, text: keep.text('entry', 'Catatan.') });

test('rule 28: the terlapor and his deputy meet no case, whatever version or status they try', async () => {
  const caseId = await take({ about: terlapor });
  const other = await take();
  for (const actor of [terlapor, deputy]) {
    for (const version of [1, 99]) {
      assert.deepEqual(await run(caseId, actor, 'follow-up', note, { version }), notFound);
      assert.deepEqual(await run(caseId, actor, 'file', () => ({}), { version }), notFound);
      assert.deepEqual(await join('merge', caseId, other, actor, version), notFound);
      assert.deepEqual(await join('merge', other, caseId, actor, version), notFound);
    }
  }
});

test('rules 6, 27: an outsider meets no protected and no restricted case, its stale version included', async () => {
  const shielded = await take({ protected: true });
  const restricted = await take();
  const marked = await run(restricted, staff, 'mark', () => ({ mark: 'restricted', on: true }));
  assert.ok(marked.ok, JSON.stringify(marked));
  const open = await take();
  for (const caseId of [shielded, restricted]) {
    for (const version of [1, 99]) {
      assert.deepEqual(await run(caseId, clerk, 'follow-up', note, { version }), notFound);
      assert.deepEqual(await run(caseId, clerk, 'file', () => ({}), { version }), notFound);
      assert.deepEqual(await join('merge', caseId, open, clerk, version), notFound);
      assert.deepEqual(await join('merge', open, caseId, clerk, version), notFound);
    }
  }
  const stale = await run(open, clerk, 'follow-up', note, { version: 99 });
  assert.deepEqual(stale, { ok: false, refusal: 'version-conflict', version: 1 });
});

test('law 1: who shut himself out by a mark gets his own answer again, and nothing more; nobody else gets it', async () => {
  const caseId = await take();
  const mark = () => ({ mark: 'protected' as const, on: true });
  const first = await run(caseId, clerk, 'mark', mark, { key: 'mark-1' });
  assert.ok(first.ok, JSON.stringify(first));
  const again = await run(caseId, clerk, 'mark', mark, { key: 'mark-1' });
  assert.deepEqual(again, { ...first, repeated: true });
  assert.deepEqual(await run(caseId, clerk, 'mark', mark, { key: 'mark-2' }), notFound);
  const another = aStaffActor({ may: clerk.may });
  assert.deepEqual(await run(caseId, another, 'mark', mark, { key: 'mark-1' }), notFound);
});

test('law 8: investigators work where the records of the office say, whatever the command says; strangers do not', async () => {
  const [unit] = office.data.units;
  const insider = await account('dalam@contoh.id', null);
  await role(insider, unit?.key ?? '');
  const outsider = await account('luar@contoh.id', office.data.units[1]?.key ?? null);
  const gone = await account('pindah@contoh.id', null, true);
  const caseId = await take();
  const reviewer = aStaffActor();
  const steps = [
    await run(caseId, staff, 'dispose', () => ({ unit: unit?.key ?? '' })),
    await run(caseId, staff, 'review/start', () => ({ reviewers: [reviewer.account ?? ''] })),
    await run(caseId, reviewer, 'review/recommend', (keep) => ({
      recommendation: 'audit',
      text: keep.text('review', 'Ada bukti awal.'),
    })),
    await run(caseId, staff, 'review/decide', () => ({ decision: 'audit', readers: [insider] })),
  ];
  for (const step of steps) assert.ok(step.ok, JSON.stringify(step));
  const assign = async (who: string) => {
    // A unit that the client writes beside the account is not read.
    const investigators = [{ account: who, unit: null }];
    const order = { investigators, from: '2026-04-07', to: '2026-04-08' };
    const result = await run(caseId, staff, 'investigation/assign', () => order);
    return result.ok ? 'accepted' : result.refusal;
  };
  assert.equal(await assign(insider), 'own-unit');
  assert.equal(await assign(desk.newId()), 'unknown-account');
  assert.equal(await assign(gone), 'unknown-account');
  assert.equal(await assign(outsider), 'accepted');
});

test('rule 27: the head finds a restricted case whose telaah waits for him, others do not', async () => {
  const caseId = await take();
  const reviewer = aStaffActor();
  const head = aStaffActor();
  const started = await run(caseId, staff, 'review/start', () => ({ reviewers: [reviewer.account ?? ''] }));
  const marked = await run(caseId, staff, 'mark', () => ({ mark: 'restricted', on: true }));
  assert.ok(started.ok && marked.ok, JSON.stringify([started, marked]));
  const sees = async (actor: CaseActor) => {
    const { lines } = await listInbox(db.app, office, actor, { filter: {}, cursor: null, limit: 200 });
    return lines.some(({ ticket }) => ticket === marked.answer.ticket);
  };
  assert.deepEqual([await sees(reviewer), await sees(head), await sees(clerk)], [true, true, false]);
});

test('rule 38: nothing is taken out of a case that was itself merged, nor is such a case cancelled away', async () => {
  const [first, second, third] = [await take(), await take(), await take()];
  assert.ok((await join('merge', first, second, staff)).ok);
  const cancelled = await run(second, staff, 'cancel', (keep) => ({ reason: keep.text('reason', 'Keliru') }));
  assert.equal(!cancelled.ok && cancelled.refusal === 'not-now' && cancelled.because, 'has-absorbed');
  assert.ok((await join('merge', second, third, staff)).ok);
  const inner = await join('unmerge', first, null, staff);
  assert.equal(!inner.ok && inner.refusal, 'case-merged');
  assert.ok((await join('unmerge', second, null, staff)).ok);
  assert.ok((await join('unmerge', first, null, staff)).ok);
});

test('rules 6, 27, 28: a wall raised around a case stands around all that was merged into it, and stays when one is taken out', async () => {
  const [inner, outer, survivor] = [await take(), await take(), await take()];
  assert.ok((await join('merge', inner, outer, staff)).ok);
  assert.ok((await join('merge', outer, survivor, staff)).ok);
  const seen = async (actor: CaseActor) =>
    Promise.all(
      [inner, outer, survivor].map(
        async (caseId) => (await readCase(desk, office, { caseId }, actor, now)) !== null,
      ),
    );
  const found = async (actor: CaseActor) => {
    const own = await readCase(desk, office, { caseId: outer }, staff, now);
    const q = own?.state.ticket ?? '';
    return (await searchCases(db.app, office, actor, { q, cursor: null, limit: 9 })).lines.length;
  };
  const later = aStaffActor({ may: clerk.may });
  assert.deepEqual([await seen(clerk), await seen(later)], [Array(3).fill(true), Array(3).fill(true)]);
  const respondents = [{ identity: null, account: later.account, unit: null }];
  const named = await run(survivor, staff, 'correct', (keep) => ({
    changes: { respondents },
    reason: keep.text('reason', 'Baru diketahui.'),
  }));
  assert.ok(named.ok, JSON.stringify(named));
  assert.deepEqual([await seen(clerk), await seen(later)], [Array(3).fill(true), Array(3).fill(false)]);
  assert.deepEqual([await found(clerk), await found(later)], [1, 0]);
  const marked = await run(survivor, staff, 'mark', () => ({ mark: 'protected', on: true }));
  assert.ok(marked.ok, JSON.stringify(marked));
  assert.deepEqual([await seen(clerk), await seen(staff)], [Array(3).fill(false), Array(3).fill(true)]);
  assert.deepEqual([await found(clerk), await found(staff)], [0, 1]);
  assert.ok((await join('unmerge', outer, null, staff)).ok);
  assert.deepEqual([await seen(clerk), await seen(later)], [Array(3).fill(false), Array(3).fill(false)]);
});

test('rule 27: who may read a restricted case may read what was merged into it, and nobody beside them', async () => {
  const reviewer = aStaffActor();
  const reader = aStaffActor();
  const [merged, survivor] = [await take(), await take()];
  const steps = [
    await join('merge', merged, survivor, staff),
    await run(survivor, staff, 'review/start', () => ({ reviewers: [reviewer.account ?? ''] })),
    await run(survivor, reviewer, 'review/recommend', (keep) => ({
      recommendation: 'audit',
      text: keep.text('review', 'Ada bukti awal.'),
    })),
    await run(survivor, staff, 'review/decide', () => ({
      decision: 'audit',
      readers: [reader.account ?? ''],
    })),
  ];
  for (const step of steps) assert.ok(step.ok, JSON.stringify(step));
  const seen = async (actor: CaseActor) =>
    (await readCase(desk, office, { caseId: merged }, actor, now)) !== null;
  assert.deepEqual([await seen(reader), await seen(reviewer)], [true, true]);
  assert.deepEqual([await seen(aStaffActor()), await seen(clerk)], [false, false]);
});

async function account(email: string, unit: string | null, disabled = false): Promise<string> {
  const id = desk.newId();
  await db.owner.query(
    `insert into account (office_id, account_id, email, name, unit, created_at, disabled_at, mac)
     values ($1, $2, $3, 'Pegawai Contoh', $4, $5, $6, '')`,
    [office.officeId, id, email, unit, new Date(MORNING), disabled ? new Date(MORNING) : null],
  );
  return id;
}

async function role(id: string, unit: string): Promise<void> {
  await db.owner.query(
    `insert into account_role (office_id, account_id, role, unit, from_on, granted_at, mac)
     values ($1, $2, 'bidang', $3, '2026-01-01', $4, '')`,
    [office.officeId, id, unit, new Date(MORNING)],
  );
}
