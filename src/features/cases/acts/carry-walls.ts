import type { ClientBase } from 'pg';
import { carryWall } from '../../../domain/complaint/carry-wall.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { lockCase } from '../store/load-case.read.ts';
import { openKeeper } from '../vault/keeper.ts';
import { appendToCase } from './append-to-case.ts';

/**
 * After an act on a case that absorbed others: whatever wall it now stands behind is put around those too, and around
 * what they had absorbed, in the same transaction (rules 6, 27, 28). `now` in milliseconds.
 */
export async function carryWalls(
  tx: ClientBase,
  desk: Pick<CaseDesk, 'keyring' | 'newId'>,
  place: { readonly office: Office; readonly actor: CaseActor },
  survivor: CaseState,
  now: number,
): Promise<void> {
  const { office, actor } = place;
  for (const caseId of survivor.absorbed) {
    const merged = await lockCase(tx, desk.keyring, office.officeId, { caseId });
    if (merged === null) throw new Error(`Case ${survivor.ticket} absorbed a case that is not there`);
    const keeper = openKeeper(desk.keyring, { officeId: office.officeId, caseId }, desk.newId);
    const reason = keeper.text('reason', `Mengikuti pengaduan ${survivor.ticket} yang menampungnya.`);
    const at = contextOf(office, actor, Math.max(now, Date.parse(merged.changedAt))).now;
    const events = carryWall(survivor, merged.head.state, { at, reason });
    if (events.length === 0) continue;
    const act = { events, actor, recordedAt: at, keeper };
    const state = await appendToCase(tx, desk.keyring, office, merged, act);
    await carryWalls(tx, desk, place, state, now);
  }
}
