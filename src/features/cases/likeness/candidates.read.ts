import type { ClientBase } from 'pg';
import type { SharedTrait } from '../../../domain/likeness/likeness.ts';
import type { Office } from '../../offices/office.read.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { type Viewer, viewerParameters, visibleTo } from '../store/visible-cases.ts';

/** So far back, and of so many of the newest cases, a complaint is compared by its words. */
const RECENT_DAYS = 90;
const MOST_RECENT = 5_000;
/** Of each way of finding so many are looked into. */
const MOST_FOUND = 20;

/** A hash under which somebody of the complaint at hand may be found, and of what it is; `of`: which of them. */
export type PersonHash = { readonly hash: Buffer; readonly trait: SharedTrait; readonly word: string };

export type Candidate = { readonly line: CaseLine; readonly shared: ReadonlySet<SharedTrait> };

/**
 * Cases that may be the same matter: the newest whose words are nearest, and those with somebody of the same, as far as this
 * viewer may see them; nothing tells of others. Of a case that takes a second person nobody is compared, since that says who
 * stands behind it (rule 32). `names`: how many words a name has, all of which must be one person's.
 */
export async function readCandidates(
  tx: Pick<ClientBase, 'query'>,
  { officeId, codes }: Office,
  viewer: Viewer,
  sought: {
    readonly query: string | null;
    readonly people: readonly PersonHash[];
    readonly except: string | null;
    /** Milliseconds: of the complaint at hand. */
    readonly at: number;
  },
): Promise<readonly Candidate[]> {
  const names = sought.people.filter(({ trait }) => trait === 'name');
  const numbers = sought.people.filter(({ trait }) => trait !== 'name');
  const byNumbers = await readByNumbers(tx, officeId, numbers);
  const byWords = sought.query === null ? [] : await readByWords(tx, officeId, sought.query, sought.at);
  const ids = [...new Set([...byNumbers, ...byWords])].filter((id) => id !== sought.except);
  if (ids.length === 0) return [];
  const shared = await readShared(tx, officeId, [...numbers, ...names], ids);
  const { rows } = await tx.query<LineRow>(
    `select ${LINE_COLUMNS} from complaint_case c
      where c.office_id = $1 and ${visibleTo(2)} and c.case_id = any ($8::uuid[])`,
    [officeId, ...viewerParameters(viewer), ids],
  );
  return rows.map((row) => ({
    line: caseLine(row, codes),
    shared: shared.get(row.case_id) ?? new Set<SharedTrait>(),
  }));
}

/** By how many of the words they share, of the newest; the words' index would read the whole office's past. */
async function readByWords(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  query: string,
  at: number,
): Promise<readonly string[]> {
  const { rows } = await tx.query<{ case_id: string }>(
    `select case_id from (
        select case_id, words from case_search
         where office_id = $1 and received_at between $2 and $3
         order by received_at desc, case_id desc limit ${MOST_RECENT}) recent
      where words @@ $4::tsquery order by ts_rank(words, $4::tsquery) desc, case_id limit ${MOST_FOUND}`,
    [officeId, new Date(at - RECENT_DAYS * 86_400_000), new Date(at + RECENT_DAYS * 86_400_000), query],
  );
  return rows.map((row) => row.case_id);
}

/** Cases with somebody of the same number, the newest; by a name alone, which is many people's, none is looked for. */
async function readByNumbers(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  numbers: readonly PersonHash[],
): Promise<readonly string[]> {
  if (numbers.length === 0) return [];
  const { rows } = await tx.query<{ case_id: string }>(
    `select distinct case_id from (
        select case_id from identity_index where office_id = $1 and hash = any ($2::bytea[])
         order by case_id desc limit ${2 * MOST_FOUND}) newest order by case_id desc limit ${MOST_FOUND}`,
    [officeId, numbers.map(({ hash }) => hash)],
  );
  return rows.map((row) => row.case_id);
}

/** Of these cases, by what somebody of theirs is somebody of ours. */
async function readShared(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  people: readonly PersonHash[],
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<SharedTrait>>> {
  if (people.length === 0) return new Map();
  const { rows } = await tx.query<{ case_id: string; identity_id: string; hash: Buffer }>(
    `select x.case_id, x.identity_id, x.hash from unnest($2::bytea[]) h (hash) cross join unnest($3::uuid[]) c (case_id)
       join identity_index x on x.office_id = $1 and x.hash = h.hash and x.case_id = c.case_id
       join identity i on i.office_id = $1 and (i.case_id, i.identity_id) = (x.case_id, x.identity_id)
      where i.part <> 'respondent'`,
    [officeId, people.map(({ hash }) => hash), caseIds],
  );
  const of = new Map(people.map((one) => [one.hash.toString('hex'), one]));
  const found = new Map<string, Set<SharedTrait>>();
  for (const [identity, hits] of Map.groupBy(rows, (row) => `${row.case_id}/${row.identity_id}`)) {
    const traits = traitsOf(
      hits.flatMap(({ hash }) => of.get(hash.toString('hex')) ?? []),
      people,
    );
    const caseId = identity.split('/')[0] ?? '';
    if (traits.size === 0) continue;
    const known = found.get(caseId) ?? new Set<SharedTrait>();
    for (const trait of traits) known.add(trait);
    found.set(caseId, known);
  }
  return found;
}

/** A name is shared where each of its words is. */
function traitsOf(hits: readonly PersonHash[], people: readonly PersonHash[]): ReadonlySet<SharedTrait> {
  const traits = new Set(hits.filter(({ trait }) => trait !== 'name').map(({ trait }) => trait));
  const names = new Set(people.filter(({ trait }) => trait === 'name').map(({ word }) => word));
  for (const name of names) {
    const tokens = new Set(
      people.filter(({ trait, word }) => trait === 'name' && word === name).map(({ hash }) => hash),
    );
    const hit = new Set(
      hits.filter(({ trait, word }) => trait === 'name' && word === name).map(({ hash }) => hash),
    );
    // One word of a name is many people's.
    if (tokens.size > 1 && hit.size === tokens.size) traits.add('name');
  }
  return traits;
}
