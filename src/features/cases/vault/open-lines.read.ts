import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { CaseLine } from '../store/case-line.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';
import { readTextsOf } from './read-texts.ts';

/** Lines of a list with the beginning of what was complained of, by case id. */
export type OpenLines<L extends CaseLine> = {
  readonly lines: readonly L[];
  readonly matters: ReadonlyMap<string, string>;
};

/** So much of a text stands in a list. */
export const BEGINNING = 240;

/**
 * Lines that a list found, held against the sealed states of their cases: the tables by which a list finds are no wall
 * against whoever writes in them. A case that its state does not let this reader see is left out (rules 6, 27, 28); of
 * one that other hands changed only the line is shown, since it waits for somebody all the same.
 */
export async function openLines<L extends CaseLine>(
  desk: Pick<CaseDesk, 'pool' | 'keyring'>,
  { officeId }: Office,
  actor: CaseActor,
  lines: readonly L[],
): Promise<OpenLines<L>> {
  if (lines.length === 0) return { lines, matters: new Map() };
  const { pool, keyring } = desk;
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<SealedCaseRow>(
        `select ${OPENED_COLUMNS} from complaint_case where office_id = $1 and case_id = any ($2::uuid[])`,
        [officeId, lines.map(({ caseId }) => caseId)],
      );
      const states = new Map(rows.map((row) => [row.case_id, openStateBeside(keyring, row)]));
      const shown = lines.filter(({ caseId }) => {
        const state = states.get(caseId) ?? null;
        return state === null || mayRead(actor, state);
      });
      const named = shown.flatMap(({ caseId }) => {
        const textId = states.get(caseId)?.matter;
        return textId == null ? [] : [{ caseId, textId }];
      });
      const texts = await readTextsOf(tx, keyring, officeId, named);
      const matters = named.flatMap(({ caseId, textId }) => {
        const body = texts.get(textId)?.body;
        return body == null ? [] : [[caseId, body.slice(0, BEGINNING).toWellFormed()] as const];
      });
      return { lines: shown, matters: new Map(matters) };
    },
    { readOnly: true },
  );
}
