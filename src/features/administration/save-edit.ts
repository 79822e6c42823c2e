import type { Pool } from 'pg';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { arePowersSame, type RoleChangeRefusal, type RolePowers } from '../../domain/people/role-change.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Keyring } from '../../platform/keyring.ts';
import type { OfficeActContext } from '../offices/append-office-event.ts';
import { type ChangedOffice, changeOffice } from '../offices/change-office.ts';
import type { Office } from '../offices/office.read.ts';
import { type KnownOffice, lockOffice } from '../offices/office.store.ts';
import { applyEdit, itemsAt, type OfficeEdit, partMark } from '../offices/office-edit.ts';
import { officeValues } from '../offices/office-values.ts';
import { judgeRoleChange } from '../people/judge-role-change.read.ts';
import { readOneHand } from '../people/one-hand.read.ts';
import {
  insertApplied,
  insertChange,
  listWaitingChanges,
  lockWaitingChange,
  type OfficeChange,
  settleChange,
} from './office-change.store.ts';

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

/** What `office check` or the state of the office refuses, or the rules about who may what. */
export type RefusedEdit =
  | Extract<ChangedOffice, { readonly ok: false }>
  | { readonly ok: false; readonly refusal: RoleChangeRefusal };

export type SavedEdit = { readonly ok: true; readonly as: 'applied' | 'planned' | 'proposed' } | RefusedEdit;

type Acting = OfficeActContext & { readonly newId: NewId; readonly today: string };

/**
 * Whether a change touches what roles may: it always waits for another person, so that nobody who administers gives power
 * away alone (decision 0037).
 */
export function needsSecondPerson(data: OfficeData, edit: OfficeEdit): boolean {
  return !arePowersSame(data.roles, powersAfter(data, edit));
}

function powersAfter(data: OfficeData, edit: OfficeEdit): RolePowers {
  return itemsAt(applyEdit(officeValues(data), edit), ['roles']).map(({ key, may }) => ({
    key: String(key),
    may: Array.isArray(may) ? may.map(String) : [],
  }));
}

/** Why what roles may must not change so; null for every other change. */
export async function refuseRoles(
  tx: Tx,
  keyring: Keyring,
  { officeId, data }: Pick<Office, 'officeId' | 'data'>,
  {
    edit,
    asker,
    today,
  }: { readonly edit: OfficeEdit; readonly asker: string | null; readonly today: string },
): Promise<Extract<RefusedEdit, { readonly refusal: RoleChangeRefusal }> | null> {
  const powers = { before: data.roles, after: powersAfter(data, edit) };
  const refusal = await judgeRoleChange(tx, keyring, officeId, { ...powers, asker, today });
  return refusal === null ? null : { ok: false, refusal };
}

type ToForce = Pick<OfficeChange, 'edit' | 'seen'> & { readonly asker: string | null };

/** The office as it stands, locked before anything else: whoever changes it waits. */
async function lockKnown(tx: Tx, slug: string): Promise<KnownOffice> {
  const known = await lockOffice(tx, slug);
  if (known === null) throw new Error(`There is no office "${slug}" to change`);
  return known;
}

async function putInForce(
  tx: Tx,
  known: KnownOffice,
  { edit, seen, asker }: ToForce,
  { today, ...context }: Omit<Acting, 'newId'>,
): Promise<Extract<ChangedOffice, { readonly ok: true }> | RefusedEdit> {
  const refused = await refuseRoles(tx, context.keyring, known, { edit, asker, today });
  return refused ?? changeOffice(tx, known.data.slug, edit, seen, context);
}

/** Puts a change into force, or writes it down for its day or for whoever approves it. */
export async function saveEdit(
  owner: Pool,
  { slug }: Pick<Office, 'slug'>,
  { section, edit, seen, from, waits }: EditToSave,
  { newId, ...acting }: Acting,
): Promise<SavedEdit> {
  const { today, ...context } = acting;
  const asker = context.actor.account;
  const change = { id: newId(), section, item: edit.part.item, edit, seen, from };
  return inTransaction(owner, async (tx): Promise<SavedEdit> => {
    const known = await lockKnown(tx, slug);
    const isHeld = waits || needsSecondPerson(known.data, edit);
    if (!isHeld && from <= today) {
      const changed = await putInForce(tx, known, { edit, seen, asker }, acting);
      if (!changed.ok) return changed;
      const { version } = changed;
      if (changed.changed) await insertApplied(tx, known.officeId, { ...change, version }, context);
      return { ok: true, as: 'applied' };
    }
    if (partMark(officeValues(known.data), edit.part) !== seen) {
      return { ok: false, refusal: 'changed-meanwhile', judged: null, started: [] };
    }
    const refused = await refuseRoles(tx, context.keyring, known, { edit, asker, today });
    if (refused !== null) return refused;
    const state = isHeld ? 'proposed' : 'planned';
    await insertChange(tx, known.officeId, { ...change, state }, context);
    return { ok: true, as: state };
  });
}

export type DecidedChange =
  | { readonly ok: true; readonly as: 'applied' | 'planned' | 'withdrawn' }
  | { readonly ok: false; readonly refusal: 'change-gone' | 'own-proposal' | 'one-hand' }
  | RefusedEdit;

/** Approves a proposal, or takes back what waits. */
export async function decideChange(
  owner: Pool,
  { slug }: Pick<Office, 'slug'>,
  id: string,
  decision: 'approve' | 'withdraw',
  acting: Omit<Acting, 'newId'>,
): Promise<DecidedChange> {
  const { today, ...context } = acting;
  const { account } = context.actor;
  return inTransaction(owner, async (tx): Promise<DecidedChange> => {
    const known = await lockKnown(tx, slug);
    const { officeId, data } = known;
    const change = await lockWaitingChange(tx, context.keyring, officeId, id);
    if (change === null) return { ok: false, refusal: 'change-gone' };
    if (decision === 'withdraw') {
      await settleChange(tx, officeId, change, { state: 'withdrawn' }, context);
      return { ok: true, as: 'withdrawn' };
    }
    if (change.state === 'planned') return { ok: false, refusal: 'change-gone' };
    const { edit, seen, proposedBy: asker } = change;
    if (needsSecondPerson(data, edit)) {
      if (account === null || account === asker) return { ok: false, refusal: 'own-proposal' };
      if (await readOneHand(tx, context.keyring, officeId, asker, account, context.now))
        return { ok: false, refusal: 'one-hand' };
    }
    if (change.from > today) {
      const refused = await refuseRoles(tx, context.keyring, known, { edit, asker, today });
      if (refused !== null) return refused;
      await settleChange(tx, officeId, change, { state: 'planned' }, context);
      return { ok: true, as: 'planned' };
    }
    const changed = await putInForce(tx, known, { edit, seen, asker }, acting);
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
      const known = await lockKnown(tx, slug);
      const change = await lockWaitingChange(tx, context.keyring, officeId, id);
      if (change === null || change.state !== 'planned') return;
      const { edit, seen, proposedBy: asker } = change;
      const changed = await putInForce(tx, known, { edit, seen, asker }, { ...context, today });
      if (changed.ok) applied += 1;
      else refused += 1;
      const outcome = changed.ok
        ? ({ state: 'applied', version: changed.version } as const)
        : ({ state: 'refused', reason: changed.refusal, remark: firstRemark(changed) } as const);
      await settleChange(tx, officeId, change, outcome, context);
    });
  }
  return { applied, refused };
}

/** What `office check` says of a change that it no longer takes. */
function firstRemark(refused: RefusedEdit): string | null {
  const remarks = 'judged' in refused ? (refused.judged?.remarks ?? []) : [];
  const found = remarks.find(({ severity }) => severity !== 'warning');
  return found === undefined ? null : `${found.message} ${found.remedy}`;
}
