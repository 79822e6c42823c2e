import { setImmediate } from 'node:timers/promises';
import { localDate } from '../../domain/calendar/instant.ts';
import type { CaseState } from '../../domain/complaint/case-state.ts';
import { entriesOfClosedLane } from '../../domain/complaint/closed-lane.ts';
import { identitiesOfCase } from '../../domain/complaint/identities-of-case.ts';
import { instantMs } from '../../domain/complaint/instant-ms.ts';
import { needsSecondPerson } from '../../domain/complaint/opening-consent.ts';
import type { CaseActor } from '../../domain/people/case-actor.ts';
import { isRespondent, isWithheld } from '../../domain/people/may.ts';
import type { RegisterEntry } from '../../domain/registers/register-columns.ts';
import { publicSourceNumber } from '../../domain/reports/public-source-number.ts';
import { restsOnOldRegister } from '../../domain/reports/report-cell.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import { kindLabel, outcomeLabel, registerStatusLabel } from '../../domain/reports/table-shapes.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { OPENED_COLUMNS, openState, type SealedCaseRow } from '../cases/store/open-state.ts';
import { readHistories, type SealedHead } from '../cases/store/read-history.read.ts';
import { type OpenedPerson, readPeopleOf } from '../cases/vault/read-people.ts';
import { readTextsOf } from '../cases/vault/read-texts.ts';
import type { Office } from '../offices/office.read.ts';
import { IS_BATAL } from '../reports/packed-cut.ts';

/** Ids of the texts of a row, then the texts themselves; null where they do not come along. */
type Texts = { readonly matter: string | null; readonly narrative: string | null };
const ROWS_IN_A_ROW = 200;

type EntryRow = SealedHead & { readonly texts: Texts };
export type RegisterReading = {
  /** Whoever reads at a page; null = nobody's page, such as the command line of the edition *publik*. */
  readonly viewer: CaseActor | null;
  readonly edition: 'arsip' | 'publik';
};

/** Whether the register of a period has more rows than these, without reading them. */
export async function isLongerThan(
  tx: Tx,
  { officeId }: Office,
  { from, to }: ReportPeriod,
  rows: number,
): Promise<boolean> {
  const beyond = await tx.query({
    text: `select from report_fact f
      where f.office_id = $1 and f.received_on between $2 and $3 and (f.counted or ${IS_BATAL}) offset $4 limit 1`,
    values: [officeId, from, to, rows],
    name: '',
  });
  return beyond.rows.length > 0;
}

/**
 * The register of a period as entries, in the order of receipt; cancelled numbers among them (what was cancelled
 * without one is in no register), merged cases in the one they live on in. In the edition *arsip* persons and texts come
 * along; for *publik* neither is read.
 * Of protected and restricted cases (rules 6, 27) nothing but the number is read, of anonymous and secret ones nobody:
 * those take a second person, which no export has (rule 32). Where the viewer is complained of, the row is left out of either
 * edition and counted (rule 28). Every row stands under its seal; throws Faults 'row-forged' and 'key-missing'.
 */
export async function readRegisterEntries(
  tx: Tx,
  keyring: Keyring,
  office: Office,
  period: ReportPeriod,
  { viewer, edition }: RegisterReading,
): Promise<{ readonly entries: readonly RegisterEntry[]; readonly complainedOf: number }> {
  const withPeople = edition === 'arsip';
  const { rows: stored } = await tx.query<SealedCaseRow & Pick<Texts, 'narrative'>>({
    text: `select c.*, n.text_id as narrative
      from report_fact f
      join (select ${OPENED_COLUMNS}, protected, restricted, register_year, register_no, recorded_at
        from complaint_case where office_id = $1) c on c.case_id = f.case_id
      left join lateral (select text_id from case_text t where $4 and not (c.protected or c.restricted) and t.office_id = $1 and t.case_id = c.case_id
        and t.purpose = 'narrative' order by written_at desc limit 1) n on true
      where f.office_id = $1 and f.received_on between $2 and $3 and (f.counted or ${IS_BATAL})
      order by f.received_on, c.register_year, c.register_no, c.recorded_at, c.case_id`,
    values: [office.officeId, period.from, period.to, withPeople],
    name: '',
  });
  const all: (EntryRow & { readonly caseId: string })[] = [];
  for (const [n, row] of stored.entries()) {
    // Each row is hashed and parsed: a long book lets others have the thread in between.
    if (n % ROWS_IN_A_ROW === ROWS_IN_A_ROW - 1) await setImmediate();
    const { case_id: caseId, head_mac: mac, narrative } = row;
    const state = openState(keyring, row);
    const isRead = withPeople && withheldBy(state) === null;
    all.push({ caseId, head: { state, mac }, texts: { matter: isRead ? state.matter : null, narrative } });
  }
  const rows = all.filter(({ head }) => viewer === null || !isRespondent(viewer, head.state));
  const open = rows.filter(({ head: { state } }) => withheldBy(state) === null && !needsSecondPerson(state));
  const ids = open.map(({ caseId }) => caseId);
  const people = withPeople ? await readPeopleOf(tx, keyring, office.officeId, ids) : null;
  const inLane = await writtenInLane(tx, keyring, office, rows);
  const texts = await readTextsOf(
    tx,
    keyring,
    office.officeId,
    rows.flatMap(({ caseId, texts: { matter, narrative } }) =>
      [matter, narrative].flatMap((textId) => (textId === null ? [] : [{ caseId, textId }])),
    ),
  );
  const bodyOf = (textId: string | null) => (textId === null ? null : (texts.get(textId)?.body ?? null));
  const entries = rows.map((row) => {
    const { matter, narrative } = row.texts;
    const standing = identitiesOfCase(row.head.state);
    const current = (people?.get(row.caseId) ?? []).filter(({ identityId }) => standing.has(identityId));
    const told = {
      matter: bodyOf(matter),
      narrative: inLane.has(row.caseId) ? null : bodyOf(narrative),
    };
    return entryOf(row.head.state, told, current, office);
  });
  return { entries, complainedOf: all.length - rows.length };
}

function withheldBy(state: CaseState): RegisterEntry['withheld'] {
  if (isWithheld(state)) return 'restricted';
  return state.marks.protected ? 'protected' : null;
}

/**
 * Rule 27: the cases whose narrative was written while they were *terbatas*: it is for those who read them then, and no
 * book is.
 */
async function writtenInLane(
  tx: Tx,
  keyring: Keyring,
  { officeId }: Office,
  rows: readonly EntryRow[],
): Promise<ReadonlySet<string>> {
  const asked = rows.flatMap(({ caseId, head, texts: { narrative } }) =>
    head.state.everGuarded === true && narrative !== null ? [{ caseId, head, narrative }] : [],
  );
  if (asked.length === 0) return new Set();
  const histories = await readHistories(tx, keyring, officeId, asked);
  const written = asked.filter(({ caseId, narrative }) => {
    const history = histories.get(caseId) ?? [];
    const lane = entriesOfClosedLane(history);
    return JSON.stringify(history.filter(({ seq }) => lane.has(seq))).includes(narrative);
  });
  return new Set(written.map(({ caseId }) => caseId));
}

function entryOf(
  state: CaseState,
  { matter, narrative }: Texts,
  people: readonly OpenedPerson[],
  { named: data, zone }: Office,
): RegisterEntry {
  const day = localDate(instantMs(state.receivedAt), zone);
  const of = (part: string) =>
    people.flatMap((one) => (one.part === part && one.person !== null ? [one.person] : []));
  const reporters = of('reporter');
  const label = (list: readonly { key: string; label: string }[], key: string | null): string =>
    list.find((one) => one.key === key)?.label ?? key ?? '';
  return {
    number:
      state.register?.printed ??
      (people.length > 0 ? state.sourceNumber : publicSourceNumber(state.sourceNumber)),
    receivedOn: state.precision === 'month' ? day.slice(0, 7) : day,
    precision: state.precision,
    // Without the vault their number is known all the same.
    people:
      reporters.length > 0 ? reporters.map((one) => one.name ?? '') : state.people.reporters.map(() => ''),
    anonymous: state.marks.anonymous,
    guarded: needsSecondPerson(state),
    concerns: of('concern').map((one) => one.name ?? ''),
    phones: reporters.flatMap((one) => one.phone ?? []),
    address: reporters.find((one) => one.address !== null)?.address ?? null,
    place: label(data.places, state.place),
    matter: matter ?? '',
    narrative: narrative ?? '',
    status: registerStatusLabel(state.status, restsOnOldRegister(state)),
    outcome: state.outcome === null ? '' : outcomeLabel(state.outcome),
    kind: kindLabel(data, state.kind),
    service: label(data.services, state.service),
    severity: label(data.classes, state.severity.now),
    channel: state.channel === 'tidak-tercatat' ? 'tidak tercatat' : label(data.channels, state.channel),
    unit: label(data.units, state.unit),
    withheld: withheldBy(state),
    cancelled: state.cancelled,
  };
}
