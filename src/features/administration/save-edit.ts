import type { Pool } from 'pg';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { NewId } from '../../platform/ids.ts';
import type { OfficeActContext } from '../offices/append-office-event.ts';
import { type ChangedOffice, changeOffice } from '../offices/change-office.ts';
import type { Office } from '../offices/office.read.ts';
import { type OfficeEdit, partMark } from '../offices/office-edit.ts';
import { officeValues } from '../offices/office-values.ts';
import { insertChange, listWaitingChanges, lockWaitingChange, settleChange } from './office-change.store.ts';

export type EditToSave = {
  readonly section: string;
  readonly edit: OfficeEdit;
  /** `partMark` of the part as it stood when the form was opened. */
  readonly seen: string;
  /** Day on which it comes into force, YYYY-MM-DD; today or earlier is at once. */
  readonly from: string;
  /** Somebody else approves it before (rules 8, 31). */
  readonly waits: boolean;
};

export type SavedEdit =
  | { readonly ok: true; readonly as: 'applied' | 'planned' | 'proposed' }
  | Extract<ChangedOffice, { readonly ok: false }>;

type Acting = OfficeActContext & { readonly newId: NewId; readonly today: string };

/** Puts a change into force, or writes it down for its day or for whoever approves it. */
export async function saveEdit(
  owner: Pool,
  office: Pick<Office, 'officeId' | 'slug' | 'data'>,
  { section, edit, seen, from, waits }: EditToSave,
  { newId, today, ...context }: Acting,
): Promise<SavedEdit> {
  return inTransaction(owner, async (tx): Promise<SavedEdit> => {
    if (!waits && from <= today) {
      const changed = await changeOffice(tx, office.slug, edit, seen, context);
      return changed.ok ? { ok: true, as: 'applied' } : changed;
    }
    if (partMark(officeValues(office.data), edit.part) !== seen) {
      return { ok: false, refusal: 'changed-meanwhile', judged: null, started: [] };
    }
    const state = waits ? 'proposed' : 'planned';
    const change = { id: newId(), section, item: edit.part.item, edit, seen, from, state } as const;
    await insertChange(tx, office.officeId, change, context);
    return { ok: true, as: state };
  });
}

export type DecidedChange =
  | { readonly ok: true; readonly as: 'applied' | 'planned' | 'withdrawn' }
  | { readonly ok: false; readonly refusal: 'change-gone' }
  | Extract<ChangedOffice, { readonly ok: false }>;

/** Approves a proposal, or takes back what waits. */
export async function decideChange(
  owner: Pool,
  { officeId, slug }: Pick<Office, 'officeId' | 'slug'>,
  id: string,
  decision: 'approve' | 'withdraw',
  { today, ...context }: Omit<Acting, 'newId'>,
): Promise<DecidedChange> {
  return inTransaction(owner, async (tx): Promise<DecidedChange> => {
    const change = await lockWaitingChange(tx, context.keyring, officeId, id);
    if (change === null) return { ok: false, refusal: 'change-gone' };
    if (decision === 'withdraw') {
      await settleChange(tx, officeId, change, { state: 'withdrawn' }, context);
      return { ok: true, as: 'withdrawn' };
    }
    if (change.state === 'planned') return { ok: false, refusal: 'change-gone' };
    if (change.from > today) {
      await settleChange(tx, officeId, change, { state: 'planned' }, context);
      return { ok: true, as: 'planned' };
    }
    const changed = await changeOffice(tx, slug, change.edit, change.seen, context);
    if (!changed.ok) return changed;
    await settleChange(tx, officeId, change, { state: 'applied', version: changed.version }, context);
    return { ok: true, as: 'applied' };
  });
}

/**
 * Puts into force what was planned for today or before, each in a transaction of its own: running it again changes nothing.
 * One that can no longer be, because the part is another by now, is refused for good and shown as such. Gives how many came
 * into force.
 */
export async function putPlannedInForce(
  owner: Pool,
  { officeId, slug }: Pick<Office, 'officeId' | 'slug'>,
  today: string,
  context: OfficeActContext,
): Promise<{ readonly applied: number; readonly refused: number }> {
  const waiting = await inTransaction(owner, (tx) => listWaitingChanges(tx, officeId));
  const due = waiting.filter(({ state, from }) => state === 'planned' && from <= today);
  let applied = 0;
  let refused = 0;
  for (const { id } of due) {
    await inTransaction(owner, async (tx) => {
      const change = await lockWaitingChange(tx, context.keyring, officeId, id);
      if (change === null || change.state !== 'planned') return;
      const changed = await changeOffice(tx, slug, change.edit, change.seen, context);
      if (changed.ok) applied += 1;
      else refused += 1;
      const outcome = changed.ok
        ? ({ state: 'applied', version: changed.version } as const)
        : ({ state: 'refused' } as const);
      await settleChange(tx, officeId, change, outcome, context);
    });
  }
  return { applied, refused };
}
