import { decideCancel } from '../../domain/complaint/decide-cancel.ts';
import { isShutOut } from '../../domain/complaint/gate.ts';
import type { CaseActor } from '../../domain/people/case-actor.ts';
import { isAsImported } from '../../domain/registers/as-imported.ts';
import { type Tx, withOffice } from '../../platform/database/transaction.ts';
import { appendToCase } from '../cases/acts/append-to-case.ts';
import { type CaseDesk, contextOf } from '../cases/doors/case-desk.ts';
import { lockCase } from '../cases/store/load-case.read.ts';
import { openKeeper } from '../cases/vault/keeper.ts';
import type { Office } from '../offices/office.read.ts';
import { IMPORT_LOCK } from './import-register.ts';

/** Cases in one transaction: the inbox and the counter wait no longer than for these. */
const AT_A_TIME = 50;
/** Before every row. */
const FIRST = '00000000-0000-0000-0000-000000000000';

export type TakenBack = {
  /** Cases cancelled now. */
  readonly cancelled: number;
  /** Tickets of the cases that somebody has worked on: they are left, and cancelled one by one where that is right. */
  readonly left: readonly string[];
  /** As many are left that the actor may not see or not cancel. */
  readonly withheld: number;
  /** Where it stopped with rows that it has not looked at, to go on from there; null = it has looked at all. */
  readonly next: string | null;
};

type TakeBack = {
  readonly office: Office;
  readonly importId: string;
  readonly actor: CaseActor;
  /** `next` of the run before; left out: from the first row on. */
  readonly after?: string | undefined;
  readonly most?: number;
};

type Fate = 'cancelled' | 'released' | 'withheld' | { readonly left: string };

/**
 * Takes an import back that was of the wrong file or period: every case of it that nobody has worked on is cancelled as
 * *salah impor* by whoever may cancel (rule 11), and its row is known no longer, so that the right file brings it in as
 * a new case. In transactions of a few cases: what broke off is run again. `most`: about so many rows it looks at, for
 * whoever waits at a page, also where it leaves them. `now` in milliseconds.
 */
export async function takeBackImport(
  desk: CaseDesk,
  { office, importId, actor, after = FIRST, most = Number.POSITIVE_INFINITY }: TakeBack,
  now: number,
): Promise<TakenBack> {
  const fates: Fate[] = [];
  let next: string | null = after;
  const some = async (tx: Tx, from: string): Promise<string | null> => {
    await tx.query('select pg_advisory_xact_lock($1, $2)', [IMPORT_LOCK, office.officeId]);
    const { rows } = await tx.query<{ case_id: string }>(
      `select case_id from register_import_row
        where office_id = $1 and import_id = $2 and taken_back_at is null and case_id > $3
        order by case_id limit ${AT_A_TIME + 1}`,
      [office.officeId, importId, from],
    );
    const looked = rows.slice(0, AT_A_TIME);
    const found: Fate[] = [];
    for (const { case_id: caseId } of looked)
      found.push(await takeBackCase(tx, desk, office, caseId, actor, now));
    fates.push(...found);
    return rows.length > AT_A_TIME ? (looked.at(-1)?.case_id ?? null) : null;
  };
  while (next !== null && fates.length < most) {
    const from: string = next;
    next = await withOffice(desk.pool, office.officeId, (tx) => some(tx, from), { long: true });
  }
  return {
    cancelled: fates.filter((one) => one === 'cancelled').length,
    left: fates.flatMap((one) => (typeof one === 'object' ? one.left : [])).toSorted(),
    withheld: fates.filter((one) => one === 'withheld').length,
    next,
  };
}

async function takeBackCase(
  tx: Tx,
  desk: CaseDesk,
  office: Office,
  caseId: string,
  actor: CaseActor,
  now: number,
): Promise<Fate> {
  const { officeId } = office;
  const loaded = await lockCase(tx, desk.keyring, officeId, { caseId });
  if (loaded === null) return 'withheld';
  const { state } = loaded.head;
  if (isShutOut(state, 'cancel', actor)) return 'withheld';
  if (!state.cancelled) {
    if (!isAsImported(loaded.events)) return { left: state.ticket };
    const keeper = openKeeper(desk.keyring, { officeId, caseId }, desk.newId);
    const reason = keeper.text('reason', 'Salah impor: impor register ini ditarik kembali seluruhnya.');
    const context = contextOf(office, actor, Math.max(now, Date.parse(loaded.changedAt)));
    const decided = decideCancel(state, { reason }, context);
    if (!decided.ok) return 'withheld';
    const act = { events: decided.events, actor, recordedAt: context.now, keeper };
    await appendToCase(tx, desk.keyring, office, loaded, act);
  }
  await tx.query('update register_import_row set taken_back_at = $3 where office_id = $1 and case_id = $2', [
    officeId,
    caseId,
    new Date(now),
  ]);
  return state.cancelled ? 'released' : 'cancelled';
}
