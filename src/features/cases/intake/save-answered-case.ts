import type { Pool } from 'pg';
import type { RegisterCommand } from '../../../domain/complaint/decide-register.ts';
import type { Refused } from '../../../domain/complaint/decision.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { Office } from '../../offices/office.read.ts';
import { readLastYear, takeRegisterNumber } from '../acts/take-register-number.ts';
import type { NewCaseParts } from './new-case.ts';
import { recordNewCase } from './record-new-case.ts';

type Answered<A> = Refused | { readonly ok: true; readonly answer: A; readonly parts: NewCaseParts };

/**
 * Commits a new case that takes its register number in the same act: the number comes when only the saving is
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
      const lastYear = await readLastYear(tx, office, now);
      const built = build({ ...(await takeRegisterNumber(tx, office, now)), lastYear });
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
