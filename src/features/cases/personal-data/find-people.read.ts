import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { needsSecondPerson } from '../../../domain/complaint/opening-consent.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { logAccess } from '../vault/access-log.store.ts';
import { keepOfficeText } from '../vault/office-text.store.ts';
import { nameTokens, normalEmail, normalNik, normalPhone, type PersonField } from '../vault/person.ts';
import { lookupHashes } from '../vault/vault.ts';

export type PeopleSearch = {
  /** A telephone number, an e-mail, a NIK or words of a name. */
  readonly typed: string;
  readonly reason: string;
};
export type PeopleFound =
  | { readonly ok: true; readonly lines: readonly CaseLine[] }
  | { readonly ok: false; readonly refusal: 'not-permitted' | 'reason-required' | 'nothing-to-find' };

/**
 * Cases behind which a person stands, found through the blind indexes without opening anybody: by telephone number,
 * e-mail, NIK, or every word of a name. Only cases that the reader may see, the newest 100. It reaches across cases, so
 * that it takes a permission and a reason, and is logged; the reason stands where it can be erased. Cases that take a
 * second person are neither a hit nor counted for anybody, since that says who stands behind them; by their terlapor only
 * whoever may agree to opening finds cases (rules 28, 32).
 * `now` in milliseconds.
 */
export async function findCasesOfPerson(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  { typed, reason }: PeopleSearch,
  now: number,
): Promise<PeopleFound> {
  const { officeId, codes } = office;
  if (!actor.may.has('case/search')) return { ok: false, refusal: 'not-permitted' };
  const wanted = wantedValues(typed).map(({ field, value }) =>
    lookupHashes(desk.keyring, officeId, field, value),
  );
  if (wanted.length === 0) return { ok: false, refusal: 'nothing-to-find' };
  if (reason.trim() === '') return { ok: false, refusal: 'reason-required' };
  return withOffice(desk.pool, officeId, async (tx) => {
    const textId = desk.newId();
    const kept = { textId, purpose: 'reason', body: reason.trim(), author: actor.account, at: now } as const;
    await keepOfficeText(tx, desk.keyring, officeId, kept);
    const access = {
      accessId: desk.newId(),
      at: now,
      actor,
      action: 'people-searched',
      reason: textId,
    } as const;
    await logAccess(tx, officeId, access);
    const values: unknown[] = [officeId, ...viewerParameters(viewerOf(actor, codes))];
    // Every word of a name must belong to one person, not to two of one case.
    const sameIdentity = wanted.map((hashes) => {
      values.push(hashes);
      return `select case_id, identity_id from identity_index where office_id = $1 and hash = any ($${values.length}::bytea[])`;
    });
    const asTerlapor = actor.may.has('identity/approve') ? '' : `and i.part <> 'respondent'`;
    const { rows } = await tx.query<LineRow & SealedCaseRow>(
      `select ${OPENED_COLUMNS}, ${LINE_COLUMNS} from complaint_case c
        where c.office_id = $1 and ${visibleTo(2)} and not ${GUARDED} and c.case_id in (
          select i.case_id from (${sameIdentity.join(' intersect ')}) found
            join identity i on i.office_id = $1 and i.case_id = found.case_id and i.identity_id = found.identity_id
           ${asTerlapor})
        order by c.received_at desc, c.case_id desc limit 100`,
      values,
    );
    const lines = rows
      .filter((row) => isHit(openStateBeside(desk.keyring, row), actor))
      .map((row) => caseLine(row, codes));
    return { ok: true, lines };
  });
}

/** By the sealed state: the columns by which a case is found are no wall against whoever writes in them. */
function isHit(state: CaseState | null, actor: CaseActor): boolean {
  return state !== null && mayRead(actor, state) && !needsSecondPerson(state);
}

/** `needsSecondPerson` for complaint_case `c`. */
const GUARDED = `(c.restricted or (c.state #>> '{marks,anonymous}')::boolean
  or (c.state #>> '{marks,secret}')::boolean or (c.state ->> 'everGuarded') is not null
  or exists (select from json_array_elements(c.state #> '{people,respondents}') r
    where r ->> 'standing' = 'undecided'))`;

/** What was typed, as the one thing it can be: e-mail, NIK, telephone number, else the words of a name. */
function wantedValues(typed: string): readonly { readonly field: PersonField; readonly value: string }[] {
  const email = normalEmail(typed);
  if (email !== null) return [{ field: 'email', value: email }];
  if (/^[\d\s+().-]+$/.test(typed.trim())) {
    const nik = normalNik(typed);
    if (nik !== null) return [{ field: 'nik', value: nik }];
    const phone = normalPhone(typed);
    return phone === null ? [] : [{ field: 'phone', value: phone }];
  }
  return nameTokens(typed).map((value) => ({ field: 'name', value }));
}
