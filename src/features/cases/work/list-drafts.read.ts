import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { UpToThousand } from '../lists/list-inbox.read.ts';
import type { CaseLine } from '../store/case-line.ts';
import { openLines } from '../vault/open-lines.read.ts';
import { readTextsOf } from '../vault/read-texts.ts';
import { listWaits } from './list-waits.read.ts';

/** A draft answer that waits, whole, with the beginning of what was complained of. */
export type DraftWaiting = CaseLine & {
  readonly matter: string | null;
  /** Null when erased. */
  readonly draft: string | null;
  /** Account of who wrote it. */
  readonly draftBy: string | null;
};
export type DraftsWaiting = {
  readonly drafts: readonly DraftWaiting[];
  readonly count: UpToThousand;
  /** What is under the seal of each of their cases, by its id. */
  readonly states: ReadonlyMap<string, CaseState>;
};

const MOST = 50;

/** Drafts that nobody has approved or returned, the nearest limit first; at most fifty. `now` in milliseconds. */
export async function listDrafts(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  now: number,
): Promise<DraftsWaiting> {
  const waits = await listWaits(desk.pool, office, actor, ['drafts'], { now, most: MOST });
  const found = waits.get('drafts') ?? { lines: [], count: { count: 0, more: false } };
  const { lines, matters, states } = await openLines(desk, office, actor, found.lines);
  const named = lines.flatMap(({ caseId }) => {
    const textId = states.get(caseId)?.draftAnswer?.text;
    return textId === undefined ? [] : [{ caseId, textId }];
  });
  const { officeId } = office;
  const texts = await withOffice(
    desk.pool,
    officeId,
    (tx) => readTextsOf(tx, desk.keyring, officeId, named),
    { readOnly: true },
  );
  const drafts = lines.flatMap((line) => {
    const textId = named.find(({ caseId }) => caseId === line.caseId)?.textId;
    if (textId === undefined) return [];
    const text = texts.get(textId);
    const matter = matters.get(line.caseId) ?? null;
    return [{ ...line, matter, draft: text?.body ?? null, draftBy: text?.author ?? null }];
  });
  return { drafts, count: found.count, states };
}
