import type { Pool } from 'pg';
import type { CaseState } from '../src/domain/complaint/case-state.ts';
import { SEALED_LINE_SQL } from '../src/features/cases/store/case-row.ts';
import { rowMac } from '../src/platform/chain.ts';
import { sha256 } from '../src/platform/crypto.ts';
import type { Keyring } from '../src/platform/keyring.ts';

/**
 * Leaves a stored case in another state, seal and all, where only a long life would bring it there: for doors that ask the
 * sealed state alone. What lists find by, history and facts stay behind.
 */
export async function putState(
  owner: Pool,
  keyring: Keyring,
  caseId: string,
  changed: (state: CaseState) => CaseState,
): Promise<void> {
  type Row = { readonly head_mac: Buffer; readonly line: string; readonly state: CaseState };
  const { rows } = await owner.query<Row>(
    `select head_mac, ${SEALED_LINE_SQL} line, state from complaint_case where case_id = $1`,
    [caseId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`No case ${caseId}`);
  const state = JSON.stringify(changed(row.state));
  const mac = rowMac(keyring.current.forUse('chain'), row.head_mac, row.line, sha256(state));
  await owner.query(
    'update complaint_case set state = $4::json, row_mac = $2, row_key_id = $3 where case_id = $1',
    [caseId, mac, keyring.current.id, state],
  );
}
