import type { ClientBase } from 'pg';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { timelineForReader } from '../case-page/timeline-for-reader.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { UpToThousand } from '../lists/list-inbox.read.ts';
import type { CaseLine } from '../store/case-line.ts';
import { findCase } from '../store/load-case.read.ts';
import { readHistory } from '../store/read-history.read.ts';
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

type Draft = { readonly caseId: string; readonly textId: string };

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
    async (tx) => {
      const shown: Draft[] = [];
      for (const one of named) if (await isShown(tx, one)) shown.push(one);
      const bodies = await readTextsOf(tx, desk.keyring, officeId, shown);
      return { shown: new Set(shown.map(({ caseId }) => caseId)), bodies };
    },
    { readOnly: true },
  );
  const drafts = lines.flatMap((line) => {
    const textId = named.find(({ caseId }) => caseId === line.caseId)?.textId;
    if (textId === undefined || !texts.shown.has(line.caseId)) return [];
    const text = texts.bodies.get(textId);
    const matter = matters.get(line.caseId) ?? null;
    return [{ ...line, matter, draft: text?.body ?? null, draftBy: text?.author ?? null }];
  });
  const { count, more } = found.count;
  return { drafts, count: { count: count - (named.length - drafts.length), more }, states };

  /** Rule 27: a draft of the closed lane stays with its readers, as on the page of its case. */
  async function isShown(tx: ClientBase, { caseId, textId }: Draft): Promise<boolean> {
    if (states.get(caseId)?.everGuarded !== true) return true;
    const loaded = await findCase(tx, desk.keyring, officeId, { caseId });
    if (loaded === null) return false;
    const history = await readHistory(tx, desk.keyring, officeId, loaded);
    const { timeline } = timelineForReader(history, loaded.head.state, actor);
    return timeline.some(({ event }) => event.type === 'answer-submitted' && event.text === textId);
  }
}
