import type { ClientBase } from 'pg';
import { OFFICE_CHAIN } from '../../../platform/chain.ts';
import { copiedRows } from '../../../platform/database/copied-rows.ts';
import { ENTRY_SQL } from './case-streams.ts';
import { type ChainFinding, openChainJudge } from './verify-chains.ts';
import { type ChainKeys, openMacs } from './verify-keys.ts';

/**
 * Holds every link of the chains of the offices themselves (approvals of public figures), one short chain an office. No
 * row stands over them: where they end, only an anchor tells. Run as the owner.
 */
export async function verifyOfficeEvents(
  owner: ClientBase,
  keys: ChainKeys,
): Promise<readonly ChainFinding[]> {
  const findings: ChainFinding[] = [];
  const judge = openChainJudge(openMacs(keys), (rule, place, seq) => findings.push({ rule, ...place, seq }));
  let officeId: number | null = null;
  const columns = `office_id, '${OFFICE_CHAIN}'::uuid, ${ENTRY_SQL}`;
  const rows = copiedRows(owner, `select ${columns} from office_event order by office_id, seq`);
  for (let step = rows.step(); step !== 'end'; step = rows.step()) {
    if (step === 'wait') {
      await rows.more();
      continue;
    }
    if (rows.int16(0) !== officeId) {
      officeId = rows.int16(0);
      judge.begin({ officeId, caseId: OFFICE_CHAIN });
    }
    judge.entry(rows);
  }
  return findings;
}
