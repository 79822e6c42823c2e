import { formatNumber } from '../../../domain/documents/format-number.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { listColleagues } from '../../people/list-colleagues.read.ts';
import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { inboxRow } from '../lists/inbox.presenter.ts';
import type { UpToThousand } from '../lists/list-inbox.read.ts';
import { openLines } from '../vault/open-lines.read.ts';
import { listWaits } from './list-waits.read.ts';
import type { Wait } from './waits.ts';
import type { WaitFace } from './waits.view.tsx';

type Asked = {
  readonly office: Office;
  readonly actor: CaseActor;
  readonly words: Words;
  readonly now: number;
  /** So many rows of each. */
  readonly most: number;
};

/** Reads what waits and says it: each with its number and its first rows, held against the sealed states. */
export async function waitFaces(
  desk: CasePagesDesk,
  waits: readonly Wait[],
  { office, actor, words, now, most }: Asked,
): Promise<readonly WaitFace[]> {
  const found = await listWaits(desk.pool, office, actor, waits, { now, most });
  const all = [...new Map([...found.values()].flatMap(({ lines }) => lines.map((one) => [one.caseId, one])))];
  const [{ lines: shown, ...opened }, colleagues] = await Promise.all([
    openLines(
      desk.cases,
      office,
      actor,
      all.map(([, line]) => line),
    ),
    listColleagues(desk.pool, office),
  ]);
  const readable = new Set(shown.map(({ caseId }) => caseId));
  return waits.map((key) => {
    const { lines, count } = found.get(key) ?? { lines: [], count: { count: 0, more: false } };
    const rows = lines
      .filter(({ caseId }) => readable.has(caseId))
      .map((line) => inboxRow(line, { ...opened, now, office, words, colleagues }));
    const href = count.count > lines.length ? `/petugas/menunggu/${key}` : null;
    return { key, count: countWords(count, words), rows, href };
  });
}

export function countWords({ count, more }: UpToThousand, words: Words): string {
  const number = formatNumber(count, 0, words.language);
  return more ? words('inbox.more-than', { count: number }) : number;
}
