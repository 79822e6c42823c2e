import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import type { Channel } from '../../../domain/complaint/vocabulary.ts';
import { runBody } from '../acts/run-body.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { countInbox, type InboxFilter, listInbox } from './list-inbox.read.ts';
import type { ListPlace } from './list-place.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const coordinator = aStaffActor();
const [first = '', second = '', third = ''] = office.data.units.map(({ key }) => key);
const service = office.data.services[0]?.key ?? '';
const HOUR = 3_600_000;

async function take(channel: Channel, now: number, more: Readonly<Record<string, unknown>> = {}) {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: coordinator,
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel, matter: keep.text('matter', 'Bantuan belum cair.') },
        ...more,
      }),
      idempotency: null,
    },
    now,
  );
  assert.ok(taken.ok);
  return taken.answer.ticket;
}

async function dispose(ticket: string, unit: string, now: number): Promise<void> {
  const given = { office, ref: { ticket }, actor: coordinator, expectedVersion: null, idempotency: null };
  const done = await runBody(desk, { ...given, operation: 'dispose', body: { unit } }, now);
  assert.ok(done.ok);
}

const tickets = { phone: '', letter: '', urgent: '' };
before(async () => {
  for (const [index, unit] of [first, second, third, first, second].entries()) {
    await dispose(await take('loket', MORNING + index * HOUR), unit, MORNING + 9 * HOUR);
  }
  tickets.phone = await take('telepon', MORNING, { service });
  tickets.letter = await take('surat', MORNING - 40 * 24 * HOUR);
  tickets.urgent = await take('loket', MORNING, { urgent: true });
});

const found = async (filter: InboxFilter) =>
  (await listInbox(db.app, office, coordinator, { filter, cursor: null, limit: 200 })).lines.map(
    ({ ticket }) => ticket,
  );

test('each filter finds the cases that it names and no other, and counts them', async () => {
  const filters: readonly (readonly [InboxFilter, string])[] = [
    [{ channel: 'telepon' }, tickets.phone],
    [{ service }, tickets.phone],
    [{ mark: 'urgent' }, tickets.urgent],
    [{ dueBefore: MORNING }, tickets.letter],
  ];
  for (const [filter, ticket] of filters) {
    assert.deepEqual(await found(filter), [ticket], JSON.stringify(filter));
    assert.deepEqual(await countInbox(db.app, office, coordinator, filter), { count: 1, more: false });
  }
  assert.deepEqual(await found({ channel: 'telepon', mark: 'urgent' }), []);
  assert.deepEqual(await found({ service: 'layanan-khayal' }), []);
  assert.deepEqual(await found({ severity: 'special' }), []);
  assert.deepEqual(await found({ owner: coordinator.account }), []);
});

test('several units are paged as one list, the nearest limit first, each case once', async () => {
  const units = [first, second];
  const seen: string[] = [];
  const dates: string[] = [];
  let cursor: ListPlace | null = null;
  do {
    const page = await listInbox(db.app, office, coordinator, { filter: { units }, cursor, limit: 3 });
    seen.push(...page.lines.map(({ ticket }) => ticket));
    dates.push(...page.lines.map(({ dueAt }) => dueAt ?? 'z'));
    cursor = page.next;
  } while (cursor !== null);
  assert.equal(new Set(seen).size, 4);
  assert.equal(seen.length, 4);
  assert.deepEqual(dates, dates.toSorted());
  assert.deepEqual(await countInbox(db.app, office, coordinator, { units }), { count: 4, more: false });
  assert.deepEqual(await found({ units: [] }), [], 'who is of no unit has no cases of his units');
});
