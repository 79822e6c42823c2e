import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { type AccessAction, logAccess } from '../vault/access-log.store.ts';
import { readOfficeTexts } from '../vault/office-text.store.ts';
import { readTextsOf } from '../vault/read-texts.ts';

export type LogFilter = {
  readonly account: string | null;
  /** A whole ticket. */
  readonly ticket: string | null;
  readonly action: AccessAction | null;
  /** Instants in milliseconds, the last one not included. */
  readonly from: number | null;
  readonly until: number | null;
};

/** Where a page ends: the instant and the id of its last line. */
export type LogPlace = { readonly at: string; readonly accessId: string };

export type LogLine = LogPlace & {
  readonly action: AccessAction;
  /** Null = whoever holds the machine. */
  readonly who: string | null;
  readonly ticket: string | null;
  /** As what the person stands in the case whose data were opened: reporter, respondent …; never a name. */
  readonly part: string | null;
  /** What was given as the reason; null where none is asked, or it was erased. */
  readonly reason: string | null;
};

export type LogPage = {
  readonly lines: readonly LogLine[];
  readonly next: LogPlace | null;
  /** Lines about cases in which the reader is himself complained of: their number only (rule 28). */
  readonly withheld: number;
};

type Row = {
  readonly id: string;
  readonly at: Date;
  readonly action: AccessAction;
  readonly who: string | null;
  readonly caseId: string | null;
  readonly ticket: string | null;
  readonly part: string | null;
  readonly reasonId: string | null;
  readonly ground: string | null;
  readonly own: boolean;
};

/** `$1` office, `$2` persons of the reader, `$3` … `$7` the filter, `$8` and `$9` the place from which to go on. */
const LINES = `select l.access_id id, l.at, l.action, coalesce(a.name, k.name) who, l.case_id "caseId", c.ticket, i.part,
    l.reason "reasonId", e.ground, exists (select from case_respondent t
      where t.office_id = l.office_id and t.case_id = l.case_id and t.account_id = any ($2::uuid[])) own
  from access_log l
  left join complaint_case c on c.office_id = l.office_id and c.case_id = l.case_id
  left join account a on a.office_id = l.office_id and a.account_id = l.account_id
  left join api_token k on k.office_id = l.office_id and k.token_id = l.account_id
  left join identity i on i.office_id = l.office_id and i.case_id = l.case_id and i.identity_id = l.identity_id
  left join erasure_ledger e on e.office_id = l.office_id and e.erasure_id::text = l.reason
  where l.office_id = $1 and ($3::uuid is null or l.account_id = $3)
    and ($4::text is null or l.case_id = (select case_id from complaint_case where office_id = $1 and ticket = $4))
    and ($5::text is null or l.action = $5) and ($6::timestamptz is null or l.at >= $6)
    and ($7::timestamptz is null or l.at < $7)
    and ($8::timestamptz is null or (l.at, l.access_id) < ($8, $9::uuid))
  order by l.at desc, l.access_id desc limit $10`;

/**
 * Lines of the access log, newest first (design law 5, rules 23, 32), and writes down that it was read. The auditor sees no
 * name of a citizen: as what somebody stands in which case, and why he was opened. `now` in milliseconds.
 */
export async function readAccessLog(
  desk: CaseDesk,
  officeId: number,
  actor: CaseActor,
  asked: { readonly filter: LogFilter; readonly after: LogPlace | null; readonly limit: number },
  as: 'log-read' | 'log-exported',
  now: number,
): Promise<LogPage> {
  const { filter, after, limit } = asked;
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms));
  const persons = [...(actor.account === null ? [] : [actor.account]), ...actor.deputyOf];
  const parameters = [
    ...[officeId, persons, filter.account, filter.ticket, filter.action],
    ...[instant(filter.from), instant(filter.until)],
  ];
  return withOffice(desk.pool, officeId, async (tx) => {
    const { rows } = await tx.query<Row>(LINES, [
      ...parameters,
      ...[after?.at ?? null, after?.accessId ?? null, limit + 1],
    ]);
    const accessId = desk.newId();
    await logAccess(tx, officeId, { accessId, at: now, actor, action: as });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const open = shown.filter(({ own }) => !own);
    const reasonOf = await reasons(tx, desk.keyring, officeId, open);
    return {
      lines: open.map((row) => ({
        ...{ accessId: row.id, at: row.at.toISOString(), action: row.action, who: row.who },
        ...{ ticket: row.ticket, part: row.part, reason: reasonOf(row) },
      })),
      next: rows.length > limit && last ? { at: last.at.toISOString(), accessId: last.id } : null,
      withheld: shown.length - open.length,
    };
  });
}

async function reasons(
  tx: Tx,
  keyring: Keyring,
  officeId: number,
  rows: readonly Row[],
): Promise<(row: Row) => string | null> {
  const named = rows.flatMap(({ caseId, reasonId, ground }) =>
    reasonId === null || ground !== null ? [] : [{ caseId, textId: reasonId }],
  );
  const ofCases = named.flatMap(({ caseId, textId }) => (caseId === null ? [] : [{ caseId, textId }]));
  const ofOffice = named.flatMap(({ caseId, textId }) => (caseId === null ? [textId] : []));
  const texts = await readTextsOf(tx, keyring, officeId, ofCases);
  const own = await readOfficeTexts(tx, keyring, officeId, ofOffice);
  return ({ reasonId, ground }) =>
    ground ?? (reasonId === null ? null : (texts.get(reasonId)?.body ?? own.get(reasonId) ?? null));
}
