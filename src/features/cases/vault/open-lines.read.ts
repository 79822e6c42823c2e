import type { Pool } from 'pg';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { CaseLine } from '../store/case-line.ts';
import {
  keptState,
  OPENED_AND_WRITTEN_COLUMNS,
  openAndKeep,
  WRITTEN_COLUMNS,
  type WrittenRow,
} from '../store/kept-states.ts';
import type { SealedCaseRow } from '../store/open-state.ts';
import { openBody, type StoredText } from './read-texts.ts';

/** Lines of a list with the beginning of what was complained of and how it stands, by case id. */
export type OpenLines<L extends CaseLine> = {
  readonly lines: readonly L[];
  readonly matters: ReadonlyMap<string, string>;
  /** How each case stands; of one that other hands changed it is not known. */
  readonly states: ReadonlyMap<string, CaseState>;
};

/** The text of a matter beside its case; without one, nothing but its case. */
type MatterText = Omit<StoredText, 'caseId' | 'textId'> & { readonly textId: string | null };

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
  if (lines.length === 0) return { lines, matters: new Map(), states: new Map() };
  const cases = await openCases(
    desk,
    officeId,
    lines.map(({ caseId }) => caseId),
  );
  const matters = new Map<string, string>();
  const states = new Map<string, CaseState>();
  const shown = lines.filter(({ caseId }) => {
    const { state, texts } = cases.get(caseId) ?? { state: null, texts: [] };
    if (state === null) return true;
    if (!mayRead(actor, state)) return false;
    states.set(caseId, state);
    const textId = state.matter;
    const text = texts.find((row) => row.textId === textId);
    const body =
      textId === null || text === undefined
        ? null
        : openBody(desk.keyring, officeId, { ...text, caseId, textId });
    if (body !== null) matters.set(caseId, body.slice(0, BEGINNING).toWellFormed());
    return true;
  });
  return { lines: shown, matters, states };
}

type OpenedCase = { readonly state: CaseState | null; readonly texts: readonly MatterText[] };

/** State and texts of a case come from one statement, kept or not: the state names the text that stands. */
async function openCases(
  { pool, keyring }: Pick<CaseDesk, 'pool' | 'keyring'>,
  officeId: number,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, OpenedCase>> {
  const written = await readMatters<WrittenRow>(pool, officeId, WRITTEN_COLUMNS, caseIds);
  const known = byCase(written, (row) => keptState(keyring, row));
  const fresh = [...known].flatMap(([caseId, { state }]) => (state === null ? [caseId] : []));
  if (fresh.length === 0) return known;
  const rows = await readMatters<SealedCaseRow & WrittenRow>(
    pool,
    officeId,
    OPENED_AND_WRITTEN_COLUMNS,
    fresh,
  );
  return new Map([...known, ...byCase(rows, (row) => openAndKeep(keyring, row))]);
}

function readMatters<Row extends WrittenRow>(
  pool: Pool,
  officeId: number,
  columns: string,
  caseIds: readonly string[],
): Promise<readonly (Row & MatterText)[]> {
  // A matter that was corrected has several texts.
  return readOffice(
    pool,
    officeId,
    `select c.*, t.text_id as "textId", t.purpose, t.body, t.author, t.written_at as "writtenAt", t.mac
       from (select ${columns} from complaint_case where office_id = $1 and case_id = any ($2::uuid[])) c
       left join case_text t on t.office_id = $1 and t.case_id = c.case_id and t.purpose = 'matter'`,
    [officeId, caseIds],
  );
}

function byCase<Row extends WrittenRow & MatterText>(
  rows: readonly Row[],
  open: (row: Row) => CaseState | null,
): Map<string, OpenedCase> {
  const cases = new Map<string, OpenedCase>();
  for (const [caseId, texts] of Map.groupBy(rows, ({ case_id }) => case_id)) {
    const [row] = texts;
    cases.set(caseId, { state: row === undefined ? null : open(row), texts });
  }
  return cases;
}
