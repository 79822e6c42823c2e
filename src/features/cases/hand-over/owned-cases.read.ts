import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Context } from '../../../domain/complaint/context.ts';
import { decideChangeOwner } from '../../../domain/complaint/decide-change-owner.ts';
import type { Refused } from '../../../domain/complaint/decision.ts';
import { gate, isShutOut } from '../../../domain/complaint/gate.ts';
import { OUTCOMES } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { keptState, OPENED_AND_WRITTEN_COLUMNS, openAndKeep, type WrittenRow } from '../store/kept-states.ts';
import type { SealedCaseRow } from '../store/open-state.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';

/** Work that is left on a case: it is open, or its result is awaited elsewhere until a day (rule 26). */
const HAS_WORK = `(c.is_open or c.outcome = ${vocabularyCode(OUTCOMES, 'pending-elsewhere')})`;

/** How many cases one look takes; what is left comes at the next. */
const MOST = 500;

export type OwnedCases = {
  /** These go over. */
  readonly goes: readonly { readonly caseId: string; readonly ticket: string }[];
  /** These do not, and why. */
  readonly stays: readonly { readonly ticket: string; readonly refused: Refused }[];
  /** So many are not there for whoever looks (rules 6, 27, 28): somebody who reads them gives them on. */
  readonly hidden: number;
  /** Telaah and surat tugas name him: a new one names another (rule 27). */
  readonly named: readonly string[];
};

/** Who has open cases on his hands, by account, and how many; a number of cases and nothing of what they say. */
export function countByOwner(
  desk: Pick<CaseDesk, 'pool'>,
  officeId: number,
): Promise<ReadonlyMap<string, number>> {
  return withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<{ owner: string; count: number }>(
        `select c.owner, count(*)::int count from complaint_case c
          where c.office_id = $1 and c.owner is not null and ${HAS_WORK} group by c.owner`,
        [officeId],
      );
      return new Map(rows.map(({ owner, count }) => [owner, count]));
    },
    { readOnly: true },
  );
}

/**
 * The cases of an account as they would go over to `to`, each decided as the act itself decides it: what goes, what stays
 * with its reason, how many are hidden from whoever looks. `now` in milliseconds.
 */
export function readOwnedCases(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  { from, to, worksOnCases }: { readonly from: string; readonly to: string } & Pick<Context, 'worksOnCases'>,
  now: number,
): Promise<OwnedCases> {
  return withOffice(
    desk.pool,
    office.officeId,
    async (tx) => {
      const context = { ...contextOf(office, actor, now), ...(worksOnCases ? { worksOnCases } : {}) };
      const owned = await readStates(tx, desk, office.officeId, `c.owner = $2 and ${HAS_WORK}`, from);
      const naming = await readStates(
        tx,
        desk,
        office.officeId,
        `c.is_open and c.case_id in (select r.case_id from case_reader r where r.office_id = $1 and r.account_id = $2)`,
        from,
      );
      const seen = owned.filter(({ state }) => state !== null && mayKnow(state, actor));
      const decided = seen.flatMap(({ caseId, state }) =>
        state === null ? [] : [{ caseId, ticket: state.ticket, decision: decideAs(state, to, context) }],
      );
      return {
        goes: decided.flatMap(({ caseId, ticket, decision }) =>
          decision === null ? [{ caseId, ticket }] : [],
        ),
        stays: decided.flatMap(({ ticket, decision }) =>
          decision === null ? [] : [{ ticket, refused: decision }],
        ),
        hidden: owned.length - seen.length,
        named: naming.flatMap(({ state }) => (state !== null && mayKnow(state, actor) ? [state.ticket] : [])),
      };
    },
    { readOnly: true },
  );
}

function mayKnow(state: CaseState, actor: CaseActor): boolean {
  const refused = gate(state, 'change-owner', actor);
  return !isShutOut(state, 'change-owner', actor) && refused?.refusal !== 'not-a-reader';
}

/** Null: it goes. The reason is asked of the form. */
function decideAs(state: CaseState, to: string, context: Context): Refused | null {
  const decision = decideChangeOwner(state, { owner: to, reason: 'form' }, context);
  return decision.ok ? null : decision;
}

type Found = { readonly caseId: string; readonly state: CaseState | null };

async function readStates(
  tx: Tx,
  { keyring }: CaseDesk,
  officeId: number,
  condition: string,
  account: string,
): Promise<readonly Found[]> {
  const { rows } = await tx.query<SealedCaseRow & WrittenRow>(
    `select ${OPENED_AND_WRITTEN_COLUMNS} from complaint_case c
      where c.office_id = $1 and ${condition} order by c.due_at, c.case_id limit ${MOST}`,
    [officeId, account],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    state: keptState(keyring, row) ?? openAndKeep(keyring, row),
  }));
}
