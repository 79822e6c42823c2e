import { needsSecondPerson } from '../../../domain/complaint/opening-consent.ts';
import {
  type Likeness,
  type LikenessFace,
  likenessOf,
  type SharedTrait,
} from '../../../domain/likeness/likeness.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { CaseLine } from '../store/case-line.ts';
import { viewerOf } from '../store/visible-cases.ts';
import { openLines } from '../vault/open-lines.read.ts';
import type { Person } from '../vault/person.ts';
import { searchWords } from '../vault/search-words.ts';
import { readCandidates } from './candidates.read.ts';
import { readUnlike } from './likeness.store.ts';
import { personHashes } from './person-hashes.ts';

/** A complaint that may be the one at hand, and why. */
export type Alike = {
  readonly line: CaseLine;
  readonly matter: string;
  readonly likeness: Likeness;
  readonly inGroup: boolean;
};
export type Sought = {
  readonly face: LikenessFace;
  readonly people: readonly Person[];
  /** The case itself, where it stands already, and the group it is in. */
  readonly caseId: string | null;
  readonly group: string | null;
};

/** Words that a complaint is compared by: the longest tell most. */
const MOST_WORDS = 12;
const MOST_SHOWN = 5;

/**
 * Complaints that may be the same matter, the likest first, only such as this reader may read: of others nothing is told, not
 * even that there are any (rules 6, 27, 28). Whoever may not search across cases is told nothing by people (rule 32).
 */
export async function findAlike(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  { face, people, caseId, group }: Sought,
): Promise<readonly Alike[]> {
  const seesPeople = actor.may.has('case/search');
  const hashes = seesPeople ? personHashes(desk.keyring, office.officeId, people) : [];
  const { candidates, unlike } = await withOffice(
    desk.pool,
    office.officeId,
    async (tx) => ({
      candidates: await readCandidates(tx, office, viewerOf(actor, office.codes), {
        query: queryOf(face.text),
        people: hashes,
        except: caseId,
        at: face.receivedAt,
      }),
      unlike: caseId === null ? new Set<string>() : await readUnlike(tx, office.officeId, caseId),
    }),
    { readOnly: true },
  );
  const sharedBy = new Map(candidates.map(({ line, shared }) => [line.caseId, shared]));
  const lines = candidates.map(({ line }) => line).filter((line) => !unlike.has(line.caseId));
  const opened = await openLines(desk, office, actor, lines);
  return opened.lines
    .flatMap((line): readonly Alike[] => {
      const state = opened.states.get(line.caseId);
      if (state === undefined || state.cancelled || state.mergedInto !== null) return [];
      const shared = needsSecondPerson(state) ? NOBODY : (sharedBy.get(line.caseId) ?? NOBODY);
      const matter = opened.matters.get(line.caseId) ?? '';
      const other = {
        text: matter,
        kind: state.kind,
        place: state.place,
        service: state.service,
        receivedAt: Date.parse(state.receivedAt),
      };
      const likeness = likenessOf({ ...face, text: face.text.slice(0, BEGINNING) }, other, shared);
      const inGroup = group !== null && state.group === group;
      return likeness === null ? [] : [{ line, matter, likeness, inGroup }];
    })
    .toSorted((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, MOST_SHOWN);
}

const NOBODY: ReadonlySet<SharedTrait> = new Set();

/** As much of a text as a list opens: what is compared is as long on both sides. */
const BEGINNING = 240;

/** Any of its longest words; null where it has none worth looking for. */
export function queryOf(text: string): string | null {
  const words = searchWords(text)
    .filter((word) => word.length > 3)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS);
  return words.length < 2 ? null : words.map((word) => `'${word}'`).join(' | ');
}
