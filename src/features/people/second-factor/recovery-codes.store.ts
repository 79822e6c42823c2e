import type { Tx } from '../../../platform/database/transaction.ts';
import { blindIndexes, type Keyring } from '../../../platform/keyring.ts';
import { normaliseCode, randomCode } from '../../../platform/random-code.ts';
import { isRowWhole, type SealedRow, sealRow } from '../row-seal.ts';

type Whose = { readonly officeId: number; readonly account: string };

const HOW_MANY = 10;
/** 49 bits each: nobody guesses one within the limits of sign-in, and no stored hash tells it without the master key. */
const HALF = 5;

/** Ten new ones, 'AB2CD-EF3GH', which are told this once; those of before open nothing any more. */
export async function makeRecoveryCodes(
  tx: Tx,
  keyring: Keyring,
  whose: Whose,
  now: number,
): Promise<readonly string[]> {
  await endRecoveryCodes(tx, keyring, whose, now);
  const codes = Array.from({ length: HOW_MANY }, () => `${randomCode(HALF)}-${randomCode(HALF)}`);
  for (const code of codes) {
    const [codeHash] = hashesOf(keyring, whose, code);
    if (codeHash === undefined) throw new Error('A keyring has a current key');
    const mac = sealRow(keyring, sealed(whose, { codeHash, madeAt: now, endedAt: null }));
    await tx.query(
      `insert into recovery_code (office_id, account_id, code_hash, made_at, mac) values ($1, $2, $3, $4, $5)`,
      [whose.officeId, whose.account, codeHash, new Date(now), mac],
    );
  }
  return codes;
}

/** Takes a code once: true where it stood open, and never again. One that other hands wrote is none. */
export async function spendRecoveryCode(
  tx: Tx,
  keyring: Keyring,
  whose: Whose,
  typed: string,
  now: number,
): Promise<boolean> {
  const { rows } = await tx.query<StoredCode>(
    `select ${CODE_COLUMNS} from recovery_code
      where office_id = $1 and account_id = $2 and code_hash = any ($3) and ended_at is null for update`,
    [whose.officeId, whose.account, hashesOf(keyring, whose, typed)],
  );
  const row = rows.find((one) => isRowWhole(keyring, sealedCode(whose, one), one.mac));
  if (row === undefined) return false;
  await end(tx, keyring, whose, row, now);
  return true;
}

/** With the second factor its codes end. */
export async function endRecoveryCodes(tx: Tx, keyring: Keyring, whose: Whose, now: number): Promise<void> {
  const { rows } = await tx.query<StoredCode>(
    `select ${CODE_COLUMNS} from recovery_code
      where office_id = $1 and account_id = $2 and ended_at is null for update`,
    [whose.officeId, whose.account],
  );
  for (const row of rows) await end(tx, keyring, whose, row, now);
}

/** How many are left to its holder. */
export async function countRecoveryCodes(tx: Tx, { officeId, account }: Whose): Promise<number> {
  const { rows } = await tx.query<{ left: number }>(
    `select count(*)::int as left from recovery_code
      where office_id = $1 and account_id = $2 and ended_at is null`,
    [officeId, account],
  );
  return rows[0]?.left ?? 0;
}

export type StoredCode = {
  readonly codeHash: Buffer;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
  readonly mac: Buffer;
};
export const CODE_COLUMNS = `code_hash "codeHash", made_at "madeAt", ended_at "endedAt", mac`;

/** What the seal of such a row is over. */
export function sealedCode(whose: Whose, { codeHash, madeAt, endedAt }: StoredCode): SealedRow {
  return sealed(whose, { codeHash, madeAt: madeAt.getTime(), endedAt: endedAt?.getTime() ?? null });
}

function sealed(
  { officeId, account }: Whose,
  row: { readonly codeHash: Buffer; readonly madeAt: number; readonly endedAt: number | null },
): SealedRow {
  return { kind: 'recovery_code', officeId, account, ...row };
}

/** What other hands wrote is ended as it stands, and found by its seal as before. */
async function end(tx: Tx, keyring: Keyring, whose: Whose, row: StoredCode, now: number): Promise<void> {
  const { codeHash, madeAt, mac } = row;
  const whole = isRowWhole(keyring, sealedCode(whose, row), mac);
  const ended = sealed(whose, { codeHash, madeAt: madeAt.getTime(), endedAt: now });
  await tx.query(
    `update recovery_code set ended_at = $4, mac = $5 where office_id = $1 and account_id = $2 and code_hash = $3`,
    [whose.officeId, whose.account, codeHash, new Date(now), whole ? sealRow(keyring, ended) : mac],
  );
}

/** Under each key of the ring, since keys change and a printed sheet does not. */
function hashesOf(keyring: Keyring, { officeId, account }: Whose, code: string): Buffer[] {
  return blindIndexes(keyring, officeId, `recovery-code/${account}`, normaliseCode(code));
}
