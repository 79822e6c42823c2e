import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { isMailAddress } from '../../../platform/mail-setting.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { normalEmail } from '../vault/person.ts';
import { readPeopleOf } from '../vault/read-people.ts';
import { readTextsOf } from '../vault/read-texts.ts';
import { openNoticedCases } from './read-noticed-cases.read.ts';

export type Reachable = {
  readonly caseId: string;
  readonly state: CaseState;
  readonly identity: string;
  readonly address: string;
  /** The safe way as it was written down, where there is one (rule 6). */
  readonly safeWay: string | null;
};

/**
 * The complainants who are written to, the first of each of these cases, with the address that he left; who left none, was
 * erased, or whose case other hands changed is not among them. Only for a machine that writes to them: nobody sees it.
 */
export async function findReachable(
  desk: Pick<CaseDesk, 'pool' | 'keyring'>,
  officeId: number,
  caseIds: readonly string[],
): Promise<readonly Reachable[]> {
  const cases = await openNoticedCases(desk, officeId, caseIds);
  return withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      const people = await readPeopleOf(tx, desk.keyring, officeId, caseIds);
      const reached = cases.flatMap(({ caseId, state }) => {
        const identity = state.people.reporters[0]?.identity ?? null;
        const person = people.get(caseId)?.find((one) => one.identityId === identity)?.person;
        const address = normalEmail(person?.email ?? null);
        if (identity === null || address === null || !isMailAddress(address)) return [];
        return [{ caseId, state, identity, address }];
      });
      const named = reached.flatMap(({ caseId, state: { safeContact } }) =>
        safeContact === null ? [] : [{ caseId, textId: safeContact }],
      );
      const texts = await readTextsOf(tx, desk.keyring, officeId, named);
      return reached.map((one) => ({
        ...one,
        safeWay: texts.get(one.state.safeContact ?? '')?.body ?? null,
      }));
    },
    { readOnly: true },
  );
}
