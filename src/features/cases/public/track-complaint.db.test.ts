import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { PUBLIC_ACTOR } from '../../../domain/people/case-actor.ts';
import { runOperation } from '../acts/run-operation.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { newTicket, newTicketSecret } from '../store/ticket.ts';
import { trackComplaint } from './track-complaint.read.ts';

const db = await openTestDatabase({ after });
const { desk, office, offices } = await openOfficeDesk(db);

async function take() {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: PUBLIC_ACTOR,
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'website',
        matter: keep.text('matter', 'Saldo nol.'),
      }),
      idempotency: null,
    },
    MORNING,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.answer;
}

test('a complainant follows the case by ticket and secret and sees what is said to him, not who does it', async () => {
  const { ticket, ticketSecret } = await take();
  const staff = aStaffActor();
  const given = { office, ref: { ticket }, actor: staff, expectedVersion: null, idempotency: null };
  const unit = office.data.units[0]?.key ?? '';
  await runOperation(desk, { ...given, operation: 'dispose', command: () => ({ unit }) }, MORNING + 60_000);
  await runOperation(
    desk,
    {
      ...given,
      operation: 'follow-up',
      command: (keep) => ({ entry: 'note', text: keep.text('entry', 'Catatan dalam.') }),
    },
    MORNING + 120_000,
  );
  const tracked = await trackComplaint(
    desk,
    offices,
    { ticket: ticket.toLowerCase(), secret: ticketSecret },
    MORNING,
  );
  assert.ok(tracked);
  assert.equal(tracked.steps[0]?.text, 'Saldo nol.');
  assert.ok(tracked.due);
  const written = JSON.stringify({ ...tracked, office: null });
  assert.ok(!written.includes('Catatan dalam'));
  assert.ok(!written.includes(staff.account ?? '-'));
});

test('a wrong secret, a missing ticket, another office and nonsense all get the same answer', async () => {
  const { ticket, ticketSecret } = await take();
  const wrong = [
    { ticket, secret: newTicketSecret() },
    { ticket: newTicket(office.ticketPrefix), secret: ticketSecret },
    { ticket: newTicket('QQQ'), secret: ticketSecret },
    { ticket: '', secret: '' },
    { ticket, secret: '' },
    { ticket: `' or 1=1`, secret: ticketSecret },
  ];
  for (const typed of wrong) assert.equal(await trackComplaint(desk, offices, typed, MORNING), null);
});

test('the secret stands nowhere in the database', async () => {
  const { caseId, ticketSecret } = await take();
  const { rows } = await db.owner.query<{ row: string }>(
    `select c::text || coalesce((select string_agg(e.body, '') from case_event e where e.case_id = c.case_id), '') as row
       from complaint_case c where case_id = $1`,
    [caseId],
  );
  assert.ok(!rows[0]?.row.includes(ticketSecret));
  assert.ok(!rows[0]?.row.includes(ticketSecret.replaceAll('-', '')));
});
