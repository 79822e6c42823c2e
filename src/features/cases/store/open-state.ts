import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { rowMac } from '../../../platform/chain.ts';
import { isEqualSecret, sha256 } from '../../../platform/crypto.ts';
import { Fault } from '../../../platform/errors.ts';
import type { Keyring, MasterKey } from '../../../platform/keyring.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import { SEALED_LINE_SQL } from './case-row.ts';

/** What of complaint_case a single case is opened by: its seal, and all that the seal covers. */
export type SealedCaseRow = {
  readonly case_id: string;
  readonly head_mac: Buffer;
  readonly row_key_id: string;
  readonly row_mac: Buffer;
  readonly line: string;
  /** As it was written. */
  readonly state: string;
};
/** The same without the state itself, for whoever needs a few columns or members of many rows. */
export type HashedCaseRow = Omit<SealedCaseRow, 'state'> & { readonly state_hash: Buffer };

export const OPENED_COLUMNS = `case_id, head_mac, row_key_id, row_mac, ${SEALED_LINE_SQL} as line, state::text as state`;
export const HASHED_COLUMNS = `case_id, head_mac, row_key_id, row_mac, ${SEALED_LINE_SQL} as line,
  sha256(convert_to(state::text, 'UTF8')) as state_hash`;

/**
 * The state of a case under its seal. Throws Fault 'row-forged' where the row is not what Tanggap wrote: the next act
 * would seal it anew, and nothing would ever find it. Throws Fault 'key-missing'.
 */
export function openState(keyring: Keyring, row: SealedCaseRow): CaseState {
  checkSeal(keyring, hashed(row));
  return parseState(row);
}

/** Throws as `openState` does. */
export function checkSeal(keyring: Keyring, row: HashedCaseRow): void {
  keyring.find(row.row_key_id);
  if (!isRowSealed(keyring, row)) throw rowForged(row.case_id);
}

/** The same for a case beside the one that is opened: null where its row is not what Tanggap wrote. */
export function openStateBeside(keyring: Keyring, row: SealedCaseRow): CaseState | null {
  return isRowSealed(keyring, hashed(row)) ? parseState(row) : null;
}

export function rowForged(caseId: string): Fault {
  return new Fault('row-forged', `Catatan kasus ${caseId} diubah di luar Tanggap; tidak ada yang disimpan.`, {
    remedy: 'Jalankan verify, lalu pulihkan basis data dari cadangan yang masih bersih.',
  });
}

function hashed(row: SealedCaseRow): HashedCaseRow {
  return { ...row, state_hash: sha256(row.state) };
}

/** Under the current key alone: what a former one sealed was sealed anew when the key was changed (`resealCases`). */
function isRowSealed(keyring: Keyring, row: HashedCaseRow): boolean {
  return isSealedUnder(keyring.current, row);
}

export function isSealedUnder(key: MasterKey, row: HashedCaseRow): boolean {
  return row.row_key_id === key.id && isEqualSecret(rowSeal(key, row), row.row_mac);
}

export function rowSeal(key: MasterKey, row: HashedCaseRow): Buffer {
  return rowMac(key.forUse('chain'), row.head_mac, row.line, row.state_hash);
}

function parseState({ state }: SealedCaseRow): CaseState {
  return trustedJson<CaseState>(state);
}
