import type { KeyObject } from 'node:crypto';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Keyring } from '../../../platform/keyring.ts';
import { SEALED_LINE_SQL } from '../store/case-row.ts';
import { readBinaryCopy, timestampMs, uuidText } from '../store/copy-binary.ts';
import { CHAIN_START, entryMac, rowMac } from './chain.ts';

/** What is wrong with a chain or with the current row over it. */
export type ChainRule =
  /** The text, place or link of an entry is not what was written. */
  | 'entry-changed'
  /** A number is missing within a history. */
  | 'entry-missing'
  /** The history ends before the current row or an anchor says it does. */
  | 'tail-cut'
  /** Entries beyond what the current row knows. */
  | 'row-behind'
  /** The current row was changed by other hands, or is not the one of this history. */
  | 'row-changed'
  | 'row-missing'
  | 'history-missing'
  /** Made with a key that is not here. */
  | 'key-missing';
export type ChainFinding = {
  readonly rule: ChainRule;
  readonly officeId: number;
  readonly caseId: string;
  readonly seq: number | null;
};
export type ChainCount = { readonly cases: number; readonly entries: number };

/** Lists are cut here: a store changed as a whole must not fill the memory with findings. */
const MOST_FINDINGS = 10_000;
/** Cases read ahead on one of the two streams before it waits for the other. */
const AHEAD = 2_000;

/**
 * Walks every entry of every case in the order of the chains, beside the current rows in the same order, and holds
 * each link, each row's seal and each head against the keys. Needs two connections of the owner. Memory does not
 * grow with the number of cases.
 */
export async function verifyChains(
  forEntries: ClientBase,
  forRows: ClientBase,
  keyring: Keyring,
): Promise<{ readonly count: ChainCount; readonly findings: readonly ChainFinding[] }> {
  const findings: ChainFinding[] = [];
  const report = (rule: ChainRule, place: Place, seq: number | null = null): void => {
    if (findings.length < MOST_FINDINGS) {
      findings.push({ rule, officeId: place.officeId, caseId: place.caseId, seq });
    }
  };
  const keys = chainKeys(keyring);
  const heads: Ending[] = [];
  const rows: RowEnding[] = [];
  const walker = chainWalker(keys, report, (ending) => heads.push(ending));
  const entryStream = forEntries.query(copyTo(ENTRIES));
  const rowStream = forRows.query(copyTo(ROWS));
  const entryReader = readBinaryCopy(walker.entry);
  const rowReader = readBinaryCopy((fields) => rows.push(rowEnding(fields, keys)));
  const state = { cases: 0, entriesEnded: false, rowsEnded: false };

  await Promise.all([
    pump(
      entryStream,
      (chunk) => entryReader.push(chunk),
      () => state.rowsEnded || heads.length - rows.length < AHEAD,
      settle,
    ).then(() => {
      state.entriesEnded = true;
    }),
    pump(
      rowStream,
      (chunk) => rowReader.push(chunk),
      () => state.entriesEnded || rows.length - heads.length < AHEAD,
      settle,
    ).then(() => {
      state.rowsEnded = true;
    }),
  ]);
  entryReader.end();
  rowReader.end();
  walker.end();
  settle();
  for (const { place } of heads) report('row-missing', place);
  for (const { place } of rows) report('history-missing', place);
  return { count: { cases: state.cases, entries: walker.entries() }, findings };

  /** Lays finished chains beside their rows, as far as both streams have come. */
  function settle(): void {
    let h = 0;
    let r = 0;
    while (h < heads.length && r < rows.length) {
      const [head, row] = [heads[h], rows[r]];
      if (head === undefined || row === undefined) break;
      const order = comparePlaces(head.place, row.place);
      if (order < 0) {
        report('row-missing', head.place);
        h += 1;
      } else if (order > 0) {
        report('history-missing', row.place);
        r += 1;
      } else {
        compare(head, row);
        h += 1;
        r += 1;
      }
    }
    state.cases += r;
    heads.splice(0, h);
    rows.splice(0, r);
  }

  function compare(head: Ending, row: RowEnding): void {
    if (row.keyMissing) report('key-missing', row.place);
    else if (!row.sealed) report('row-changed', row.place);
    if (row.version > head.seq) report('tail-cut', row.place, head.seq);
    else if (row.version < head.seq) report('row-behind', row.place, head.seq);
    else if (!row.headMac.equals(head.mac) || row.changedAt !== head.recordedAt)
      report('row-changed', row.place, head.seq);
  }
}

type Place = { readonly officeId: number; readonly caseId: string };
type Ending = {
  readonly place: Place;
  readonly seq: number;
  readonly recordedAt: number;
  readonly mac: Buffer;
};
type RowEnding = {
  readonly place: Place;
  readonly version: number;
  readonly headMac: Buffer;
  /** When the last entry was recorded; not under the row's seal, but under that entry's. */
  readonly changedAt: number;
  readonly sealed: boolean;
  readonly keyMissing: boolean;
};

const ENTRIES = `copy (select office_id, case_id, seq, recorded_at, key_id, body, mac from case_event
  order by office_id, case_id, seq) to stdout (format binary)`;
const ROWS = `copy (select office_id, case_id, version, head_mac, row_key_id, row_mac, changed_at, ${SEALED_LINE_SQL},
  sha256(convert_to(state::text, 'UTF8')) from complaint_case order by office_id, case_id) to stdout (format binary)`;

type KeyFinder = (id: Buffer) => KeyObject | null;

/** Chain keys by the bytes of their id; a million look-ups must not make a million strings. */
function chainKeys(keyring: Keyring): KeyFinder {
  const known = keyring.all.map((key) => ({ id: Buffer.from(key.id), key: key.forUse('chain') }));
  return (id) => known.find((one) => one.id.equals(id))?.key ?? null;
}

function chainWalker(
  keys: KeyFinder,
  report: (rule: ChainRule, place: Place, seq: number | null) => void,
  onEnd: (ending: Ending) => void,
): {
  readonly entry: (fields: readonly (Buffer | null)[]) => void;
  readonly end: () => void;
  readonly entries: () => number;
} {
  const caseBytes = Buffer.alloc(18);
  let place: Place | null = null;
  let seq = 0;
  let lastAt = 0;
  const mac = Buffer.alloc(32);
  let entries = 0;

  const end = (): void => {
    if (place !== null) onEnd({ place, seq, recordedAt: lastAt, mac: Buffer.from(mac) });
  };
  const entry = (fields: readonly (Buffer | null)[]): void => {
    const [office, caseId, number, recordedAt, keyId, body, link] = fields;
    if (!office || !caseId || !number || !recordedAt || !keyId || !body || !link) {
      throw new Error('An entry of the history has an empty column');
    }
    entries += 1;
    if (
      place === null ||
      caseBytes.compare(office, 0, 2, 0, 2) !== 0 ||
      caseBytes.compare(caseId, 0, 16, 2) !== 0
    ) {
      end();
      office.copy(caseBytes, 0);
      caseId.copy(caseBytes, 2);
      place = { officeId: office.readInt16BE(0), caseId: uuidText(caseId) };
      seq = 0;
      CHAIN_START.copy(mac);
    }
    const here = number.readInt32BE(0);
    for (let missing = seq + 1; missing < here; missing++) report('entry-missing', place, missing);
    const gap = here !== seq + 1;
    seq = here;
    lastAt = timestampMs(recordedAt);
    const key = keys(keyId);
    if (key === null) {
      report('key-missing', place, here);
    } else if (!gap) {
      // After a gap the link before is unknown: that entry cannot be judged, the next one can.
      const { officeId, caseId: id } = place;
      const right = entryMac(key, mac, { officeId, caseId: id, seq: here, recordedAt: lastAt }, body);
      if (!right.equals(link)) report('entry-changed', place, here);
    }
    if (link.length === 32) link.copy(mac);
    else mac.fill(0);
  };
  return { entry, end, entries: () => entries };
}

function rowEnding(fields: readonly (Buffer | null)[], keys: KeyFinder): RowEnding {
  const [office, caseId, version, headMac, keyId, mac, changedAt, line, stateHash] = fields;
  if (!office || !caseId || !version || !headMac || !keyId || !mac || !changedAt || !line || !stateHash) {
    throw new Error('A current row has an empty column');
  }
  const key = keys(keyId);
  return {
    place: { officeId: office.readInt16BE(0), caseId: uuidText(caseId) },
    version: version.readInt32BE(0),
    headMac: Buffer.from(headMac),
    changedAt: timestampMs(changedAt),
    keyMissing: key === null,
    sealed: key !== null && rowMac(key, headMac, line.toString('utf8'), stateHash).equals(mac),
  };
}

/** The order in which both streams come: uuid text sorts as its bytes do. */
function comparePlaces(a: Place, b: Place): number {
  if (a.officeId !== b.officeId) return a.officeId - b.officeId;
  return a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0;
}

/** Feeds a stream's chunks to a reader; while `mayGoOn` says no, the stream waits for the other to catch up. */
async function pump(
  stream: AsyncIterable<Buffer>,
  push: (chunk: Buffer) => void,
  mayGoOn: () => boolean,
  settle: () => void,
): Promise<void> {
  for await (const chunk of stream) {
    push(chunk);
    settle();
    while (!mayGoOn()) await new Promise((resolve) => setImmediate(resolve));
  }
}
