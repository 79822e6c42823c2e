import type { Pool } from 'pg';
import { SEALED_LINE_SQL } from '../src/features/cases/store/case-row.ts';
import { rowMac } from '../src/platform/chain.ts';
import { sha256 } from '../src/platform/crypto.ts';
import type { Keyring } from '../src/platform/keyring.ts';

/** Sets a mark as an act would leave the row, seal and all, where no act sets it; `columns` that follow from it, in SQL. */
export async function markStoredCase(
  owner: Pool,
  keyring: Keyring,
  caseId = '',
  mark = '',
  columns = 'ticket = ticket',
): Promise<void> {
  const { rows } = await owner.query<{ head_mac: Buffer; line: string; state: string }>(
    `update complaint_case set ${columns}, state = jsonb_set(state::jsonb, '{marks,${mark}}', 'true')::json
      where case_id = $1 returning head_mac, ${SEALED_LINE_SQL} as line, state::text as state`,
    [caseId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`No case ${caseId}`);
  const mac = rowMac(keyring.current.forUse('chain'), row.head_mac, row.line, sha256(row.state));
  await owner.query('update complaint_case set row_mac = $2, row_key_id = $3 where case_id = $1', [
    caseId,
    mac,
    keyring.current.id,
  ]);
}
