import { CHAIN_START, entryParts, rowParts } from '../../../platform/chain.ts';
import { sha256 } from '../../../platform/crypto.ts';
import type { CopiedRows } from '../../../platform/database/copied-rows.ts';
import { ENTRY, ROW } from './case-streams.ts';
import type { CasePlace } from './open-case-rows.ts';
import type { Mac, Macs } from './verify-keys.ts';

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

/** Judges one chain after the other: `begin`, its entries in their order, its row if there is one, `end`. */
export type ChainJudge = {
  readonly begin: (place: CasePlace) => void;
  readonly entry: (rows: CopiedRows) => void;
  /** Comes after the entries. Whether the row's seal holds. */
  readonly row: (rows: CopiedRows) => boolean;
  readonly end: () => void;
  /** Whether nothing was found in this chain so far. */
  readonly isWhole: () => boolean;
  readonly entries: () => number;
};

/** What is known of the chain at hand. */
type Chain = {
  readonly place: CasePlace;
  /** Of its last entry. */
  seq: number;
  recordedAt: number;
  row: { readonly version: number; readonly isHead: boolean } | null;
  isWhole: boolean;
};

/** Holds every link, the seal of each current row and the head that it names against the keys. */
export function openChainJudge(
  macs: Pick<Macs, 'find' | 'currentId'>,
  report: (rule: ChainRule, place: CasePlace, seq: number | null) => void,
): ChainJudge {
  let entries = 0;
  let chain = begun({ officeId: 0, caseId: '' });
  /** Of the last entry; kept over all chains, since there are millions of entries. */
  const link = Buffer.alloc(32);

  function found(rule: ChainRule, seq: number | null): void {
    chain.isWhole = false;
    report(rule, chain.place, seq);
  }

  function entry(rows: CopiedRows): void {
    const seq = rows.int32(ENTRY.seq);
    for (let missing = chain.seq + 1; missing < seq; missing += 1) found('entry-missing', missing);
    const isNext = seq === chain.seq + 1;
    entries += 1;
    chain.seq = seq;
    chain.recordedAt = rows.instant(ENTRY.recordedAt);
    const mac = macs.find(rows.latin1(ENTRY.keyId));
    if (mac === null) found('key-missing', seq);
    // After a gap the link before is unknown: that entry cannot be judged, the next one can.
    else if (isNext && !isLinked(mac, rows)) found('entry-changed', seq);
    link.fill(0);
    link.set(rows.bytes(ENTRY.mac).subarray(0, link.length));
  }

  function isLinked(mac: Mac, rows: CopiedRows): boolean {
    const { place, seq, recordedAt } = chain;
    const { officeId, caseId } = place;
    const parts = entryParts(link, { officeId, caseId, seq, recordedAt }, rows.bytes(ENTRY.body));
    return mac(...parts) === rows.latin1(ENTRY.mac);
  }

  function row(rows: CopiedRows): boolean {
    const head = rows.bytes(ROW.headMac);
    const keyId = rows.latin1(ROW.keyId);
    const mac = macs.find(keyId);
    const parts = rowParts(head, rows.bytes(ROW.line), sha256(rows.bytes(ROW.state)));
    const isSealed = mac !== null && keyId === macs.currentId && mac(...parts) === rows.latin1(ROW.mac);
    if (!isSealed) found(mac === null ? 'key-missing' : 'row-changed', null);
    // When it last changed is not under its own seal, but under that entry's.
    const isHead = link.equals(head) && rows.instant(ROW.changedAt) === chain.recordedAt;
    chain.row = { version: rows.int32(ROW.version), isHead };
    return isSealed;
  }

  return {
    begin: (place) => {
      chain = begun(place);
      CHAIN_START.copy(link);
    },
    entry,
    row,
    end: () => {
      const { seq, row } = chain;
      if (row === null) {
        if (seq > 0) found('row-missing', null);
      } else if (seq === 0) found('history-missing', null);
      else if (row.version > seq) found('tail-cut', seq);
      else if (row.version < seq) found('row-behind', seq);
      else if (!row.isHead) found('row-changed', seq);
    },
    isWhole: () => chain.isWhole,
    entries: () => entries,
  };
}

function begun(place: CasePlace): Chain {
  return { place, seq: 0, recordedAt: 0, row: null, isWhole: true };
}
