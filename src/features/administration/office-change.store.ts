import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { trustedJson } from '../../platform/trusted-json.ts';
import { appendOfficeEvent, type OfficeActContext } from '../offices/append-office-event.ts';
import { readOfficeChain } from '../offices/office-chain.read.ts';
import type { OfficeEdit } from '../offices/office-edit.ts';

export type ChangeState = 'proposed' | 'planned' | 'applied' | 'withdrawn' | 'refused';

/** A change of an office that waits, or waited. */
export type OfficeChange = {
  readonly id: string;
  readonly section: string;
  readonly item: string | null;
  readonly edit: OfficeEdit;
  /** Digest of the part as it stood when it was written. */
  readonly seen: string;
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly state: ChangeState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
};

/** The same with what became of it. */
export type PastChange = OfficeChange & {
  /** Who approved it, took it back, or nobody: what needs no approval, and what the clock put into force. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** The version of the office that it became. */
  readonly version: number | null;
  readonly reason: string | null;
  /** What `office check` said where it refused it. */
  readonly remark: string | null;
};

type Row = Omit<OfficeChange, 'edit'> & { readonly edit: string };

const COLUMNS = `change_id as id, section, item, edit, seen, takes_effect_on as "from", state, proposed_by as "proposedBy",
  proposed_at as "proposedAt"`;
const PAST_COLUMNS = `${COLUMNS}, decided_by as "decidedBy", decided_at as "decidedAt", version, reason, remark`;

/** Writes one down, to be approved or for its day, and tells the chain of the office. As the owner. */
export async function insertChange(
  tx: Tx,
  officeId: number,
  change: Pick<OfficeChange, 'id' | 'section' | 'item' | 'edit' | 'seen' | 'from'> & {
    readonly state: 'proposed' | 'planned';
  },
  context: OfficeActContext,
): Promise<void> {
  const { id, section, item, seen, from, state } = change;
  const edit = JSON.stringify(change.edit);
  const at = new Date(context.now);
  await tx.query(
    `insert into office_change (office_id, change_id, section, item, edit, seen, takes_effect_on, state, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [officeId, id, section, item, edit, seen, from, state, context.actor.account, at],
  );
  const type = state === 'planned' ? 'office-change-planned' : 'office-change-proposed';
  await appendOfficeEvent(
    tx,
    officeId,
    { type, change: id, digest: digestOf({ id, edit, seen, from }) },
    context,
  );
}

/** Writes down one that came into force at once: its version is what the chain tells of. As the owner. */
export async function insertApplied(
  tx: Tx,
  officeId: number,
  change: Pick<OfficeChange, 'id' | 'section' | 'item' | 'edit' | 'seen' | 'from'> & {
    readonly version: number;
  },
  { actor, now }: OfficeActContext,
): Promise<void> {
  const { id, section, item, edit, seen, from, version } = change;
  if (actor.account === null) return;
  await tx.query(
    `insert into office_change
       (office_id, change_id, section, item, edit, seen, takes_effect_on, state, proposed_by, proposed_at, decided_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, 'applied', $8, $9, $9, $10)`,
    [officeId, id, section, item, JSON.stringify(edit), seen, from, actor.account, new Date(now), version],
  );
}

/** Says what became of it; the chain tells of an approval and a withdrawal. As the owner. */
export async function settleChange(
  tx: Tx,
  officeId: number,
  change: OfficeChange,
  outcome: {
    readonly state: Exclude<ChangeState, 'proposed'>;
    readonly version?: number;
    readonly reason?: string;
    readonly remark?: string | null;
  },
  context: OfficeActContext,
): Promise<void> {
  const { rows } = await tx.query<Row>(
    `update office_change set state = $3, version = $4, decided_by = coalesce($5, decided_by), decided_at = $6,
            reason = $7, remark = $8
      where office_id = $1 and change_id = $2 returning ${COLUMNS}`,
    [
      officeId,
      change.id,
      outcome.state,
      outcome.version ?? null,
      context.actor.account,
      new Date(context.now),
      outcome.reason ?? null,
      outcome.remark ?? null,
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A change that was read is gone');
  if (outcome.state === 'planned') {
    const told = { type: 'office-change-planned', change: change.id, digest: digestOf(row) } as const;
    await appendOfficeEvent(tx, officeId, told, context);
  }
  if (outcome.state === 'withdrawn') {
    await appendOfficeEvent(tx, officeId, { type: 'office-change-withdrawn', change: change.id }, context);
  }
}

/** Those that wait, the next to come first; what an office never had is none. */
export async function listWaitingChanges(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
): Promise<readonly OfficeChange[]> {
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS} from office_change where office_id = $1 and state in ('proposed', 'planned')
      order by takes_effect_on, proposed_at`,
    [officeId],
  );
  return rows.map(read);
}

/** Every change that was made here, the last asked for first; `before` gives those older than that one. */
export async function listChanges(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  { before, most }: { readonly before: string | null; readonly most: number },
): Promise<readonly PastChange[]> {
  const { rows } = await tx.query<PastChange & { readonly edit: string }>(
    `select ${PAST_COLUMNS} from office_change
      where office_id = $1 and ($2::uuid is null or change_id < $2) order by change_id desc limit $3`,
    [officeId, before, most],
  );
  return rows.map((row) => ({ ...row, edit: trustedJson<OfficeEdit>(row.edit) }));
}

/** One of them by its id. */
export async function findChange(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  id: string,
): Promise<PastChange | null> {
  const { rows } = await tx.query<PastChange & { readonly edit: string }>(
    `select ${PAST_COLUMNS} from office_change where office_id = $1 and change_id = $2`,
    [officeId, id],
  );
  return rows.map((row) => ({ ...row, edit: trustedJson<OfficeEdit>(row.edit) }))[0] ?? null;
}

/** How many that were planned were refused since then. */
export async function countRefusedSince(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  since: Date,
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from office_change where office_id = $1 and state = 'refused' and decided_at >= $2`,
    [officeId, since],
  );
  return rows[0]?.count ?? 0;
}

/** One that waits, as the chain of the office tells of it, locked; null when it waits no longer, or nobody wrote it here. */
export async function lockWaitingChange(
  tx: Tx,
  keyring: Keyring,
  officeId: number,
  id: string,
): Promise<OfficeChange | null> {
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS} from office_change where office_id = $1 and change_id = $2 and state in ('proposed', 'planned')
      for update`,
    [officeId, id],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const told = (await readOfficeChain(tx, keyring, officeId)).findLast(
    ({ event }) =>
      (event.type === 'office-change-proposed' ||
        event.type === 'office-change-planned' ||
        event.type === 'office-change-withdrawn') &&
      event.change === id,
  )?.event;
  const type = row.state === 'planned' ? 'office-change-planned' : 'office-change-proposed';
  if (told?.type !== type || told.digest !== digestOf(row)) return null;
  return read(row);
}

function read(row: Row): OfficeChange {
  return { ...row, edit: trustedJson<OfficeEdit>(row.edit) };
}

function digestOf({ id, edit, seen, from }: Pick<Row, 'id' | 'edit' | 'seen' | 'from'>): string {
  return createHash('sha256')
    .update(JSON.stringify([id, edit, seen, from]))
    .digest('hex');
}
