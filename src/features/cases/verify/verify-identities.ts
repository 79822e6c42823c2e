import type { CopiedRows } from '../../../platform/database/copied-rows.ts';
import { holdsIdentity } from '../vault/vault.ts';
import { type CasePlace, uuidText } from './open-case-rows.ts';
import type { ChainKeys } from './verify-keys.ts';

export type IdentityRule =
  /** The seal over a person or over his key does not open: changed, moved from another, or of a key that is not here. */
  'identity-broken';
export type IdentityFinding = {
  readonly rule: IdentityRule;
  readonly officeId: number;
  readonly caseId: string;
  readonly identityId: string;
};

/** The columns that an identity judge reads of `identity`. */
export const IDENTITY_COLUMNS: readonly string[] = ['identity_id', 'key_id', 'wrapped_key', 'sealed'];

/** Opens the seal of each person who was not erased and looks at nobody; `at`: where IDENTITY_COLUMNS begin. */
export function openIdentityJudge(
  keys: ChainKeys,
  report: (finding: IdentityFinding) => void,
): (rows: CopiedRows, at: number, place: CasePlace) => void {
  const wrapping = new Map(keys.map(({ id, wrap }) => [id, wrap]));
  return (rows, at, { officeId, caseId }) => {
    // Half an identity is counted with the whole store.
    if (rows.isNull(at + 2) || rows.isNull(at + 3)) return;
    const identityId = uuidText(rows.bytes(at));
    const wrap = wrapping.get(rows.latin1(at + 1));
    if (
      wrap !== undefined &&
      holdsIdentity(wrap, officeId, identityId, rows.bytes(at + 2), rows.bytes(at + 3))
    )
      return;
    report({ rule: 'identity-broken', officeId, caseId, identityId });
  };
}
