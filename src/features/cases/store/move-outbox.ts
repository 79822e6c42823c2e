import type { ClientBase, Pool } from 'pg';
import type { EventType } from '../../../domain/complaint/event.ts';
import { OFFICE_CHAIN } from '../../../platform/chain.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';

/** What a subscriber is told of an event: where it stands, never what it says. */
export type EventNotice = {
  readonly officeId: number;
  readonly caseId: string;
  readonly seq: number;
  readonly type: EventType;
};
/** What a task is queued with: every event of a batch that it follows, in their order. */
export type EventNotices = { readonly notices: readonly EventNotice[] };
/** Names of the queue's tasks that follow an event. */
export type Subscriptions = Partial<Readonly<Record<EventType, readonly string[]>>>;

const BATCH = 1_000;

/**
 * Moves waiting outbox rows to the queue and to the next anchor, in one transaction: nothing is lost and nothing is
 * queued twice, wherever a crash falls. Gives how many were taken out, at most 1,000.
 * What tells of no entry of a history is dropped, and `foreign` is told: anchored, it would accuse the history for
 * ever. Run as the owner.
 */
export function moveOutbox(
  owner: Pool,
  subscriptions: Subscriptions,
  foreign: (row: Omit<EventNotice, 'type'>) => void = () => undefined,
): Promise<number> {
  return inTransaction(owner, async (tx) => {
    const { rows } = await tx.query<OutboxRow & { readonly is_entry: boolean }>(
      `with taken as (
         delete from outbox where outbox_id in (
           select outbox_id from outbox order by outbox_id limit ${BATCH} for update skip locked)
         returning outbox_id, office_id, case_id, seq, event_type, mac)
       select *, mac is not distinct from case when case_id = '${OFFICE_CHAIN}'
           then (select e.mac from office_event e where (e.office_id, e.seq) = (t.office_id, t.seq))
           else (select e.mac from case_event e where (e.office_id, e.case_id, e.seq) = (t.office_id, t.case_id, t.seq))
         end as is_entry
       from taken t`,
    );
    const entries = rows.filter((row) => row.is_entry);
    if (entries.length > 0) {
      await awaitAnchor(tx, entries);
      await queueTasks(tx, entries, subscriptions);
    }
    for (const { office_id, case_id, seq, is_entry } of rows) {
      if (!is_entry) foreign({ officeId: office_id, caseId: case_id, seq });
    }
    return rows.length;
  });
}

/** Moves everything that waits, batch by batch. */
export async function moveWholeOutbox(...words: Parameters<typeof moveOutbox>): Promise<void> {
  while ((await moveOutbox(...words)) === BATCH);
}

type OutboxRow = {
  readonly outbox_id: number;
  readonly office_id: number;
  readonly case_id: string;
  readonly seq: number;
  readonly event_type: EventType;
  readonly mac: Buffer;
};

/** Only the head of each chain is anchored: it stands for all before it. */
async function awaitAnchor(tx: ClientBase, rows: readonly OutboxRow[]): Promise<void> {
  await tx.query(
    `insert into anchor_pending (office_id, case_id, seq, mac)
     select distinct on (office_id, case_id) office_id, case_id, seq, mac
       from unnest($1::smallint[], $2::uuid[], $3::int[], $4::bytea[]) n (office_id, case_id, seq, mac)
      order by office_id, case_id, seq desc
     on conflict (office_id, case_id) do update set seq = excluded.seq, mac = excluded.mac
       where excluded.seq > anchor_pending.seq`,
    [
      rows.map((row) => row.office_id),
      rows.map((row) => row.case_id),
      rows.map((row) => row.seq),
      rows.map((row) => row.mac),
    ],
  );
}

async function queueTasks(
  tx: ClientBase,
  rows: readonly OutboxRow[],
  subscriptions: Subscriptions,
): Promise<void> {
  const notices = [...rows]
    .sort((a, b) => a.outbox_id - b.outbox_id)
    .map(
      (row): EventNotice => ({
        officeId: row.office_id,
        caseId: row.case_id,
        seq: row.seq,
        type: row.event_type,
      }),
    );
  const told = notices.flatMap((notice) =>
    (subscriptions[notice.type] ?? []).map((task) => ({ task, notice })),
  );
  // One job a task and batch: a job each would cost more than the intake that it follows.
  const jobs = [...Map.groupBy(told, ({ task }) => task)].map(([task, group]) => {
    const payload: EventNotices = { notices: group.map(({ notice }) => notice) };
    return { task, payload: JSON.stringify(payload) };
  });
  if (jobs.length === 0) return;
  await tx.query(
    `select graphile_worker.add_job(n.task, n.payload::json) from unnest($1::text[], $2::text[]) n (task, payload)`,
    [jobs.map((job) => job.task), jobs.map((job) => job.payload)],
  );
}
