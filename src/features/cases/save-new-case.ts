import type { Pool } from 'pg';
import type { RegisterCommand } from '../../domain/complaint/decide-register.ts';
import type { Refused } from '../../domain/complaint/decision.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { Fault } from '../../platform/errors.ts';
import type { Keyring } from '../../platform/keyring.ts';
import type { Office } from '../offices/office.read.ts';
import type { NewCaseParts } from './new-case.ts';
import { recordNewCase } from './record-new-case.ts';
import { insertNewCase, type NewCase } from './save-new-case.store.ts';
import { takeRegisterNumber } from './take-register-number.ts';

/**
 * Commits a new case: opening, statement and commit travel together, so on a pipelined connection an intake is one
 * journey. False when its idempotency key is taken; then nothing was written.
 */
export async function saveNewCase(pool: Pool, record: NewCase): Promise<boolean> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    const [, saved, end] = await Promise.allSettled([
      tx.query(`BEGIN; SET LOCAL app.office_id = '${Number(record.officeId)}'`),
      insertNewCase(tx, record),
      tx.query('COMMIT'),
    ]);
    // A failed statement turns the commit into a rollback, which is answered without an error.
    if (saved.status === 'rejected') throw saved.reason;
    if (end.status === 'rejected') throw end.reason;
    if (end.value.command !== 'COMMIT') throw new Fault('not-committed', 'Pengaduan belum tersimpan.');
    return saved.value;
  } catch (error) {
    if (tx.getTransactionStatus() !== 'I') broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    tx.release(broken);
  }
}

type Answered<A> = Refused | { readonly ok: true; readonly answer: A; readonly parts: NewCaseParts };

/**
 * The same for a case that takes its register number in the same act: the number comes when only the saving is
 * left, and goes back when the key turns out to be taken (null) or the decision refuses.
 */
export async function saveAnsweredCase<A>(
  pool: Pool,
  keyring: Keyring,
  office: Office,
  now: number,
  build: (register: RegisterCommand) => Answered<A>,
): Promise<Refused | { readonly ok: true; readonly answer: A } | null> {
  try {
    return await withOffice(pool, office.officeId, async (tx) => {
      const built = build(await takeRegisterNumber(tx, office, now));
      if (!built.ok) throw new GivenBack(built);
      if (!(await recordNewCase(tx, keyring, office, built.parts))) throw new GivenBack(null);
      return { ok: true, answer: built.answer };
    });
  } catch (error) {
    if (error instanceof GivenBack) return error.refused;
    throw error;
  }
}

/** Rolls the transaction back, so that the number is free again. */
class GivenBack extends Error {
  readonly refused: Refused | null;

  constructor(refused: Refused | null) {
    super('register number given back');
    this.refused = refused;
  }
}
