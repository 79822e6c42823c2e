import { formatDate } from '../../../domain/calendar/format-date.ts';
import { formatElapsed } from '../../../domain/calendar/format-elapsed.ts';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { isOlderThanThirtyDays } from '../../../domain/complaint/older-than-thirty-days.ts';
import type { CaseOperation } from '../../../domain/complaint/operation-table.ts';
import { FINISHED } from '../../../domain/complaint/status-sets.ts';
import { PUBLIC_THREADS } from '../../../domain/complaint/vocabulary.ts';
import type { OfficeService } from '../../../domain/office/office-data.ts';
import { absentRole } from '../../../domain/people/absent-role.ts';
import { awaitsRespondent, hasSettled } from '../../../domain/people/may.ts';
import type { Option } from '../../../platform/views/fields.view.tsx';
import { isWordKey, type Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { sopOf } from '../../offices/sop-of-version.ts';
import type { ToldBeside } from '../doors/told-beside.ts';
import { derivedFace } from '../intake/derived.presenter.ts';
import { channelLabel, labelOf } from '../lists/labels.presenter.ts';
import type { ActionField, ActionForm } from './act.view.tsx';
import { GROUP_OF } from './action-groups.ts';
import { approvalWords } from './approval-words.presenter.ts';
import type { CaseProps } from './case.view.tsx';
import { clockFaces } from './clocks.presenter.ts';
import type { FactValue } from './event-fact.ts';
import { type FactSetting, factWords } from './fact-words.presenter.ts';
import { fileFaces } from './file-faces.presenter.ts';
import { nextOperation } from './next-operation.ts';
import { operationForm } from './operation-form.presenter.ts';
import { type PeopleSetting, peopleFaces } from './people.presenter.ts';
import type { CaseReading } from './read-case.read.ts';
import { receivedWords } from './received-words.presenter.ts';
import { safeReferralWords } from './safe-referral-words.presenter.ts';
import { answerAnchor, sheetText } from './service-sheet.presenter.ts';
import { sopProgress } from './sop-progress.presenter.ts';
import { timelineEntries } from './timeline.presenter.ts';
import type { TimelineEntry } from './timeline.view.tsx';

export type CasePageSetting = PeopleSetting & {
  /** Roles that the reader holds today, those of whom he stands in for included. */
  readonly ownRoles: readonly (string | null)[];
  readonly failed: CaseProps['failed'];
  readonly done: string | null;
  readonly saved: boolean;
  /** Number of the entry before which the timeline begins; null = at the newest. */
  readonly before: number | null;
  /** What other chains tell of the case: its papers. */
  readonly beside: readonly ToldBeside[];
};

export function casePage(setting: CasePageSetting): Omit<CaseProps, 'idempotencyKey'> {
  const { reading, office, words } = setting;
  const { state } = reading;
  const service = office.data.services.find((one) => one.key === state.service);
  const saying = sayingOf(setting);
  const text = (id: string | null) => (id === null ? null : saying.textOf(id));
  const timeline = timelineEntries(
    reading.timeline,
    { ...saying, now: state, withheld: reading.withheld, beside: setting.beside },
    setting.before,
  );
  const clocks = clockFaces(state, office, setting.now, words);
  const actions = actionsOf(setting);
  return {
    staff: setting.staff,
    ticket: state.ticket,
    version: reading.version,
    title:
      state.register === null
        ? words('case.page', { ticket: state.ticket })
        : words('case.register-no', { no: state.register.printed }),
    status: statusWords(state, words),
    marks: marksOf(state, office, words),
    restricted: state.marks.restricted,
    leftAlone: reading.leftAlone,
    respondentUndecided: awaitsRespondent(state),
    approval: approvalWords(state, office.named, words),
    thread: threadSentence(state, words),
    safeReferral: safeReferralWords(state, office, setting.colleagues, words),
    settledByReader: !FINISHED.includes(state.status) && hasSettled(setting, state),
    matter: text(state.matter),
    files: fileFaces(reading, words),
    inGroup: state.group !== null,
    facts: factsOf(setting, saying),
    draft: state.answer === null ? text(state.draftAnswer?.text ?? null) : null,
    answer: text(state.answer?.text ?? null),
    directed: state.referral?.way === 'directed',
    actions,
    failed: setting.failed,
    clocks,
    nextLimit: clocks.find(({ key }) => key === reading.nearestDue?.clock) ?? null,
    sop: sopProgress(state, office, setting.now, words),
    people: peopleFaces({ ...setting, mayCorrect: mayCorrect(reading) }),
    mayCorrect: mayCorrect(reading),
    colleagues: setting.colleagues,
    mayErase: setting.staff.may.has('identity/erase'),
    timeline,
    service: service === undefined ? null : serviceAside(service, state.ticket, actions, setting),
    insertInto: null,
    done: setting.saved ? savedWords(setting, timeline.shown) : setting.done,
  };
}

/** What may stand in the public thread where it was written: nothing about a person (rule 25). */
function threadSentence({ channel, status, ticket }: CaseState, words: Words): string | null {
  if (!PUBLIC_THREADS.includes(channel) || FINISHED.includes(status)) return null;
  return words('case.thread-sentence', { ticket });
}

/** The sheet of its service beside the case; it is put into an answer where one can be written now (rule 8). */
function serviceAside(
  service: OfficeService,
  ticket: string,
  actions: CaseProps['actions'],
  { office, words }: CasePageSetting,
): CaseProps['service'] {
  const anchor = answerAnchor(actions);
  return {
    label: service.label,
    bring: service.bring,
    sheet: sheetText(service, words),
    href: `/layanan/${office.slug}/${service.key}`,
    insertHref: anchor === null ? null : `/petugas/kasus/${ticket}?sisip=layanan${anchor}`,
  };
}

/** What this reader wrote last, by the entries of that act: others may have acted since, and an act may do several things. */
function savedWords(
  { reading, account, words }: CasePageSetting,
  timeline: readonly TimelineEntry[],
): string | null {
  const own = reading.timeline.filter(({ actor }) => actor.account === account);
  const last = own.at(-1);
  const act = own.filter(({ recordedAt }) => recordedAt === last?.recordedAt).map(({ seq }) => String(seq));
  const told = timeline.filter(({ key, quiet }) => act.includes(key) && !quiet).toReversed();
  return told.length === 0 ? null : words('case.done', { what: told.map(({ what }) => what).join('; ') });
}

/** Exactly the buttons that the core allows, in its order; the first primary one is the step to take. */
function actionsOf(setting: CasePageSetting): readonly ActionForm[] {
  const { reading, office, words, colleagues } = setting;
  const form = {
    data: office.data,
    state: reading.state,
    words,
    staff: colleagues,
    people: listeners(setting),
    respondents: respondentsOf(setting),
    mayClassify: reading.actions.some(({ operation }) => operation === 'classify'),
  };
  const derived = derivedFace(reading.state, reading.state, office.data, words);
  const next = nextOperation(reading, office.data);
  const inThread = PUBLIC_THREADS.includes(reading.state.channel);
  return reading.actions.map(({ operation }) => {
    const own = operationForm(operation, form).filter(({ name }) => name !== 'threadProof' || inThread);
    const fields = [...own, ...standingIn(operation, setting)];
    return {
      operation,
      primary: operation === next,
      title: words(`op.${operation}`),
      lead: leadOf(operation, setting),
      // The summary above it says what: here only that it is done.
      submit: words(fields.length === 0 ? 'form.do' : 'form.record'),
      group: GROUP_OF[operation],
      fields,
      derived,
    };
  });
}

/** Asked where the SOP of the case gives this step to a role that he does not hold (rule 23). */
function standingIn(
  operation: CaseOperation,
  { reading, office, words, ownRoles }: CasePageSetting,
): readonly ActionField[] {
  const absent = absentRole(sopOf(office, reading.state.sop), operation, ownRoles);
  if (absent === null) return [];
  const role = office.named.roles.find(({ key }) => key === absent)?.title ?? absent;
  const under = words('instead.title', { role });
  return [
    { name: 'insteadOf', control: 'check', label: words('instead.check', { role }), under },
    { name: 'insteadOfReason', control: 'area', label: words('instead.reason'), under },
  ];
}

/** What the facts of an entry are said with; somebody of the case is named as he stands in `people`. */
export function factSetting(
  reading: CaseReading,
  office: Office,
  words: Words,
  staff: readonly Option[],
  people: readonly Option[],
): FactSetting {
  const labelIn = (options: readonly Option[]) => (value: string) =>
    options.find((one) => one.value === value)?.label ?? null;
  return {
    office,
    words,
    textOf: (id) => {
      const text = reading.texts.get(id);
      return text === undefined ? words('fact.withheld') : text.body;
    },
    seesContacts: reading.handlesIt,
    fileOf: (id) => {
      const name = reading.files.get(id)?.name ?? null;
      return name === '' ? words('file.unnamed') : name;
    },
    nameOf: labelIn(staff),
    personOf: labelIn(people),
    ticketOf: (caseId) => reading.otherTickets.get(caseId) ?? null,
  };
}

/** Whoever was just let see a complainant sees with him how he may be reached. */
function sayingOf(setting: CasePageSetting): FactSetting {
  const { reading, office, words, colleagues, opened } = setting;
  const { reporters } = reading.state.people;
  const opensReporter = reporters.some(({ identity }) => identity === opened?.identityId);
  const saying = factSetting(reading, office, words, colleagues, listeners(setting));
  return { ...saying, seesContacts: saying.seesContacts || opensReporter };
}

/** Whom somebody may have told: complainants and those it concerns, named no more openly than beside (rule 32). */
export function listeners({
  reading,
  contacts,
  words,
}: Pick<CasePageSetting, 'reading' | 'contacts' | 'words'>): readonly Option[] {
  const { reporters, concerns } = reading.state.people;
  return [...reporters, ...concerns].map(({ identity }) => {
    const masked = reading.people.find((one) => one.identityId === identity);
    const open = contacts?.find((one) => one.identityId === identity)?.person ?? masked?.masked ?? null;
    const role = words(masked === undefined ? 'person.reporter' : `person.${masked.part}`);
    return { value: identity, label: open?.name === undefined ? role : `${open.name} (${role})` };
  });
}

/** Rule 28: of whom it is to be said who they are, by their place, what was settled and what a first person said. */
function respondentsOf({ reading, contacts, words, colleagues }: CasePageSetting): readonly Option[] {
  const named = (account: string) =>
    colleagues.find(({ value }) => value === account)?.label ?? words('fact.former-staff');
  return reading.state.people.respondents.map(({ identity, account, standing, said }, place) => {
    const masked = reading.people.find(({ identityId }) => identityId === identity)?.masked;
    const open = contacts?.find(({ identityId }) => identityId === identity)?.person ?? masked ?? null;
    const nobody = account === null ? words('fact.past-front-office') : named(account);
    const name = open?.name ?? (identity === null ? nobody : words('case.hidden-person'));
    const who = account === null ? words('fact.respondent-not-staff') : named(account);
    const unsaid = account === null && standing !== 'not-staff';
    const settled = unsaid || name === who ? name : words('case.settled-as', { name, who });
    const value = String(place + 1);
    if (said === undefined) return { value, label: settled };
    const by = named(said.by);
    if (said.staff.length === 0) return { value, label: words('case.not-staff-once', { name: settled, by }) };
    const staff = said.staff.map(named).join(', ');
    return { value, label: words('case.staff-once', { name: settled, by, staff }) };
  });
}

/** Filing is called the last step of an SOP only where the case walks one that has it. */
function leadOf(operation: string, { office, reading, words }: CasePageSetting): string {
  const { data } = office;
  const isStep = reading.state.sop.steps.some((step) => step.operation === operation);
  const key = operation === 'file' && !isStep ? 'lead.file-without-step' : `lead.${operation}`;
  if (!isWordKey(key)) return '';
  const role = data.roles.find((one) => one.key === data.clocks.disposedBy)?.title ?? data.clocks.disposedBy;
  return words(key, { role });
}

/** A cancelled or merged case has no status that anybody works by. */
function statusWords(state: CaseState, words: Words): string {
  if (state.cancelled) return words('mark.cancelled');
  return words(state.mergedInto === null ? `status.${state.status}` : 'mark.merged');
}

function marksOf(state: CaseState, { zone }: Office, words: Words): CaseProps['marks'] {
  const { marks } = state;
  return [
    ...(marks.urgent ? [{ label: words('mark.urgent'), tone: 'overdue' as const }] : []),
    ...(marks.urgentAsked && !marks.urgent
      ? [{ label: words('mark.urgent-asked'), tone: 'attention' as const }]
      : []),
    ...(['protected', 'restricted', 'anonymous', 'secret'] as const)
      .filter((mark) => marks[mark])
      .map((mark) => ({ label: words(`mark.${mark}`), tone: 'attention' as const })),
    ...(isOlderThanThirtyDays(state, zone)
      ? [{ label: words('mark.older-than-thirty-days'), tone: 'plain' as const }]
      : []),
    ...(state.provenance === 'register-lama'
      ? [{ label: words('mark.old-register'), tone: 'plain' as const }]
      : []),
  ];
}

/** A row of an old register keeps the number of its book and gets none of ours. */
function registerWords({ register, provenance }: CaseState, words: Words): string {
  return register?.printed ?? (provenance === 'register-lama' ? '' : words('case.no-register'));
}

function factsOf(
  { reading, office, words, colleagues }: CasePageSetting,
  saying: FactSetting,
): CaseProps['facts'] {
  const { state, timeline, origin } = reading;
  const said = (values: readonly FactValue[]) => values.map((one) => factWords(one, saying)).join('; ');
  const missing = state.verification.completeness === 'incomplete' ? state.verification.missing : [];
  const { named: data, zone } = office;
  const received = timeline.map(({ event }) => event).find((event) => event.type === 'received');
  const receivedBy = received?.receivedBy ?? null;
  const readBack = received?.readBack ?? null;
  const when = (at: string) => formatInstant(Date.parse(at), zone, words.language);
  const severity = data.classes.find((one) => one.key === state.severity.now);
  const facts: readonly (readonly [label: string, value: string])[] = [
    [words('fact.register'), registerWords(state, words)],
    [words('fact.kind'), labelOf(data.kinds, state.kind)],
    [words('fact.service'), labelOf(data.services, state.service)],
    [words('fact.category'), labelOf(data.categories, state.category)],
    [words('fact.severity'), severity === undefined ? '' : `${severity.label} (${severity.printed})`],
    [words('field.oversight'), state.oversight ? words('field.oversight.ya') : ''],
    [words('field.form'), state.form === null ? '' : words(`field.form.${state.form}`)],
    [words('field.deviation'), state.deviation === null ? '' : words(`field.deviation.${state.deviation}`)],
    [words('fact.missing'), said(missing.map((id) => ({ as: 'text', id })))],
    [words('fact.unit'), labelOf(data.units, state.unit)],
    [words('field.otherUnits'), state.otherUnits.map((unit) => labelOf(data.units, unit)).join('; ')],
    [words('field.owner'), said(state.owner === null ? [] : [{ as: 'account', account: state.owner }])],
    [words('fact.channel'), channelLabel(data, state.channel, words)],
    [words('fact.place'), labelOf(data.places, state.place)],
    [words('fact.received'), receivedWords(state, zone, words)],
    [words('fact.recorded'), state.recordedAt === state.receivedAt ? '' : when(state.recordedAt)],
    [words('fact.gap'), receiptGap(state, words)],
    [words('fact.received-by'), colleagues.find((one) => one.value === receivedBy)?.label ?? ''],
    [words('counter.read-back'), readBack === null ? '' : words(`counter.read-back-${readBack}`)],
    [
      words('fact.happened'),
      state.happenedOn === null ? '' : formatDate(state.happenedOn, 'weekday', words.language),
    ],
    [
      words('fact.safe-contact'),
      said(state.safeContact === null ? [] : [{ as: 'contact', id: state.safeContact }]),
    ],
    [words('fact.source'), state.sourceNumber ?? ''],
    [words('fact.origin'), origin === null ? '' : words('fact.origin-row', { ...origin, doubts: '' })],
    [words('import.doubt-count'), doubtWords(origin?.doubts ?? 0, words)],
    [
      words('fact.merged-into'),
      said(state.mergedInto === null ? [] : [{ as: 'case', caseId: state.mergedInto }]),
    ],
    [words('fact.outcome'), state.outcome === null ? '' : words(`outcome.${state.outcome}`)],
  ];
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

/** The doubts themselves are told on the timeline, where the row was moved. */
function doubtWords(doubts: number, words: Words): string {
  return doubts === 0 ? '' : words('fact.doubts', { count: doubts });
}

/** Rule 1: how long after its receipt the case was written down; a receipt known by its day only has no such time. */
function receiptGap({ ownReceipt, recordedAt }: CaseState, { language }: Words): string {
  if (ownReceipt.precision !== 'instant') return '';
  return formatElapsed(Date.parse(recordedAt) - Date.parse(ownReceipt.at), language);
}

function mayCorrect({ actions }: CaseReading): boolean {
  return actions.some(({ operation }) => operation === 'correct');
}
