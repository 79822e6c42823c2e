import type { ClientBase } from 'pg';
import { errorCode } from '../../platform/errors.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { trustedJson } from '../../platform/trusted-json.ts';
import type { Paper } from '../cases/vault/paper-row.ts';
import { freezeTree, openPaper } from '../cases/vault/paper-seal.ts';
import type { OfficeEvent } from '../offices/append-office-event.ts';
import { countBrokenLetters } from './letter-template.store.ts';
import { allPapers } from './paper.store.ts';

export type PaperFindingRule =
  /** A paper is not what was issued, or the office's chain tells otherwise. */
  | 'paper-differs'
  /** Numbers of an own series that are not gap-free. */
  | 'paper-gap';
export type PaperFinding = {
  readonly rule: PaperFindingRule;
  readonly what: string;
  readonly count: number;
};

/**
 * Opens every paper, holds what it says against its hash, its number, its signed copy and its end against the office's chain,
 * and the numbers of own series against each other (rule 9). Run as the owner; reads a few hundred at a time.
 */
export async function verifyPapers(owner: ClientBase, keyring: Keyring): Promise<readonly PaperFinding[]> {
  const { told, entries } = await toldPapers(owner);
  const scans = await keptScans(owner);
  let differing = 0;
  for (let after: string | null = null; ; ) {
    const papers: readonly Paper[] = await allPapers(owner, after, AT_A_TIME);
    for (const paper of papers) if (!agrees(paper, told, scans, keyring)) differing += 1;
    after = papers.at(-1)?.paperId ?? null;
    if (papers.length < AT_A_TIME) break;
  }
  // What the chain still tells of is not there.
  const missing = told.size;
  const { rows } = await owner.query<{ count: string }>(
    `select count(*) from (select office_id, kind, series_year, count(*) n, max(series_no) last from paper
       where series_no is not null group by 1, 2, 3) s
      full join paper_counter c on (c.office_id, c.kind, c.year) = (s.office_id, s.kind, s.series_year)
      where coalesce(s.n, 0) <> coalesce(s.last, 0) or coalesce(c.next_no, 0) <> coalesce(s.last, 0) + 1`,
  );
  const gaps = Number(rows[0]?.count ?? 0);
  const letters = (await strangeLetters(owner)) + (await countBrokenLetters(owner, keyring));
  return [
    { rule: 'paper-differs', what: 'paper', count: differing + missing } as const,
    { rule: 'paper-differs', what: 'letter_template', count: letters } as const,
    { rule: 'paper-differs', what: 'paper_entry', count: await strangeEntries(owner, entries) } as const,
    { rule: 'paper-gap', what: 'paper_counter', count: gaps } as const,
  ].filter(({ count }) => count > 0);
}

const AT_A_TIME = 200;

/** Offices' own letters whose files are not the ones the chain tells of last, kind by kind. */
async function strangeLetters(owner: ClientBase): Promise<number> {
  const { rows: entries } = await owner.query<{ officeId: number; body: string }>(
    `select office_id "officeId", body from office_event where body like '%"type":"letter-template-set"%' order by office_id, seq`,
  );
  const told = new Map<string, string | null>();
  for (const { officeId, body } of entries) {
    const { event } = trustedJson<{ readonly event: OfficeEvent }>(body);
    if (event.type === 'letter-template-set') told.set(`${officeId} ${event.kind}`, event.file);
  }
  const { rows: kept } = await owner.query<{ place: string; file: string }>(
    `select office_id || ' ' || kind place, encode(sha256(file), 'hex') file from letter_template where ended_at is null`,
  );
  const inForce = new Map(kept.map(({ place, file }) => [place, file]));
  return [...new Set([...told.keys(), ...inForce.keys()])].filter(
    (place) => (told.get(place) ?? null) !== (inForce.get(place) ?? null),
  ).length;
}

type Told = {
  content: string;
  number: string | null;
  /** SHA-256 of the scan, in hex; null = none is kept. */
  signed: string | null;
  voided: boolean;
  erased: boolean;
};

async function toldPapers(
  owner: ClientBase,
): Promise<{ readonly told: Map<string, Told>; readonly entries: ReadonlySet<string> }> {
  const { rows } = await owner.query<{ officeId: number; seq: number; body: string }>(
    `select office_id "officeId", seq, body from office_event where body like any (array['%"type":"paper-%', '%"type":"papers-erased"%']) order by office_id, seq`,
  );
  const told = new Map<string, Told>();
  const entries = new Set<string>();
  for (const { officeId, seq, body } of rows) {
    const { event } = trustedJson<{ readonly event: OfficeEvent }>(body);
    if (event.type === 'papers-erased') {
      for (const paper of event.papers) {
        const gone = told.get(`${officeId} ${paper}`);
        if (gone !== undefined) gone.erased = true;
      }
    }
    if (!('paper' in event)) continue;
    const key = `${officeId} ${event.paper}`;
    entries.add(`${key} ${seq}`);
    if (event.type === 'paper-issued') {
      told.set(key, { content: event.content, number: event.number, ...NOTHING_YET });
      continue;
    }
    const known = told.get(key);
    if (known === undefined) continue;
    if (event.type === 'paper-numbered') known.number = event.number;
    else if (event.type === 'paper-signed') known.signed = event.file;
    else known.voided = true;
  }
  return { told, entries };
}

const NOTHING_YET = { signed: null, voided: false, erased: false };

/** The scan that each paper names as its signed copy, by its paper; its hash in hex, null once it is erased. */
async function keptScans(owner: ClientBase): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await owner.query<{ place: string; file: string | null }>(
    `select p.office_id || ' ' || p.paper_id place, encode(a.sha256, 'hex') file from paper p
       join paper_attachment b on (b.office_id, b.paper_id, b.attachment_id) = (p.office_id, p.paper_id, p.signed_attachment)
       join attachment a on (a.office_id, a.attachment_id) = (b.office_id, b.attachment_id)`,
  );
  return new Map(rows.map(({ place, file }) => [place, file]));
}

/** Entries of the chain that would not be found from their paper, and those that are found and tell of another. */
async function strangeEntries(owner: ClientBase, told: ReadonlySet<string>): Promise<number> {
  const { rows } = await owner.query<{ place: string }>(
    `select office_id || ' ' || paper_id || ' ' || seq place from paper_entry`,
  );
  const found = new Set(rows.map(({ place }) => place));
  const isIn = (place: string) => found.has(place);
  return told.size - [...told].filter(isIn).length + rows.filter(({ place }) => !told.has(place)).length;
}

/** Takes the paper out of what is told of; an erased one keeps its hash, number and place. */
function agrees(
  paper: Paper,
  told: Map<string, Told>,
  scans: ReadonlyMap<string, string | null>,
  keyring: Keyring,
): boolean {
  const key = `${paper.officeId} ${paper.paperId}`;
  const known = told.get(key);
  told.delete(key);
  if (known === undefined || known.content !== paper.contentHash.toString('hex')) return false;
  if (known.number !== paper.number || known.voided !== (paper.voidedAt !== null)) return false;
  if ((known.signed === null) !== (paper.signedAt === null)) return false;
  if (known.erased !== (paper.erasedAt !== null) || known.erased !== (paper.content === null)) return false;
  // The very file that was signed; undefined where the paper names none that lies on it.
  if (known.signed !== null && scans.get(key) !== (known.erased ? null : known.signed)) return false;
  return paper.content === null || opensWhole(paper, paper.content, keyring);
}

function opensWhole(paper: Paper, content: NonNullable<Paper['content']>, keyring: Keyring): boolean {
  try {
    const { meta, ...tree } = openPaper(keyring, paper, content, null);
    const { footLine: _, ...frozen } = meta;
    return freezeTree({ ...tree, meta: frozen }).hash.equals(paper.contentHash);
  } catch (error) {
    if (errorCode(error) === 'seal-broken') return false;
    throw error;
  }
}
