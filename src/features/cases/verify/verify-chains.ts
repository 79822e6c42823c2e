import { hash } from 'node:crypto';
import { CHAIN_START, entryParts, rowParts } from '../../../platform/chain.ts';
import type { CopiedRows } from '../../../platform/database/copied-rows.ts';
import type { CasePlace } from './open-case-rows.ts';
import type { MacFinder } from './verify-keys.ts';

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

/** The columns that `entry` reads of case_event, after office and case. */
export const ENTRY_COLUMNS: readonly string[] = ['seq', 'recorded_at', 'key_id', 'body', 'mac'];
/** The columns that `row` reads of complaint_case, after office and case; `line` is SEALED_LINE_SQL. */
export const SEALED_ROW_COLUMNS: readonly string[] = [
  ...['version', 'head_mac', 'row_key_id', 'row_mac', 'changed_at', 'line', 'state'],
];

/** Judges one case after the other: `begin`, its entries in their order, its row if there is one, `end`. */
export type ChainJudge = {
  readonly begin: (place: CasePlace) => void;
  readonly entry: (rows: CopiedRows) => void;
  /** Whether the row's seal holds. */
  readonly row: (rows: CopiedRows) => boolean;
  readonly end: () => void;
  readonly entries: () => number;
};

/** Holds every link, the seal of each current row and the head that it names against the keys. */
export function openChainJudge(
  macs: MacFinder,
  report: (rule: ChainRule, place: CasePlace, seq: number | null) => void,
): ChainJudge {
  let place: CasePlace = { officeId: 0, caseId: '' };
  let seq = 0;
  let lastAt = 0;
  let entries = 0;
  let row: { readonly version: number; readonly isHead: boolean } | null = null;
  const link = Buffer.alloc(32);

  function entry(rows: CopiedRows): void {
    entries += 1;
    const here = rows.int32(2);
    for (let missing = seq + 1; missing < here; missing += 1) report('entry-missing', place, missing);
    const gap = here !== seq + 1;
    seq = here;
    lastAt = rows.instant(3);
    const mac = macs(rows.latin1(4));
    if (mac === null) report('key-missing', place, here);
    // After a gap the link before is unknown: that entry cannot be judged, the next one can.
    else if (!gap) {
      const { officeId, caseId } = place;
      const parts = entryParts(link, { officeId, caseId, seq, recordedAt: lastAt }, rows.bytes(5));
      if (mac(...parts) !== rows.latin1(6)) report('entry-changed', place, here);
    }
    link.fill(0);
    link.set(rows.bytes(6).subarray(0, link.length));
  }

  /** Comes after the entries, so that `link` is the head. */
  function takeRow(rows: CopiedRows): boolean {
    const head = rows.bytes(3);
    const mac = macs(rows.latin1(4));
    const parts = rowParts(head, rows.bytes(7), hash('sha256', rows.bytes(8), 'buffer'));
    const isSealed = mac !== null && mac(...parts) === rows.latin1(5);
    if (!isSealed) report(mac === null ? 'key-missing' : 'row-changed', place, null);
    // When it last changed is not under its own seal, but under that entry's.
    row = { version: rows.int32(2), isHead: link.equals(head) && rows.instant(6) === lastAt };
    return isSealed;
  }

  return {
    begin: (next) => {
      place = next;
      seq = 0;
      lastAt = 0;
      row = null;
      CHAIN_START.copy(link);
    },
    entry,
    row: takeRow,
    end: () => {
      if (row === null) {
        if (seq > 0) report('row-missing', place, null);
      } else if (seq === 0) report('history-missing', place, null);
      else if (row.version > seq) report('tail-cut', place, seq);
      else if (row.version < seq) report('row-behind', place, seq);
      else if (!row.isHead) report('row-changed', place, seq);
    },
    entries: () => entries,
  };
}
