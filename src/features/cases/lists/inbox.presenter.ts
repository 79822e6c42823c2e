import { formatElapsed } from '../../../domain/calendar/format-elapsed.ts';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { limitUnitOf } from '../../../domain/complaint/limit-unit-of.ts';
import { FINISHED } from '../../../domain/complaint/status-sets.ts';
import type { Option } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseLine } from '../store/case-line.ts';
import type { OpenLines } from '../vault/open-lines.read.ts';
import type { InboxGroup, InboxProps } from './inbox.view.tsx';
import type { InboxRow } from './inbox-row.view.tsx';
import { channelLabel, labelOf } from './labels.presenter.ts';
import type { UrgentWithheld } from './list-urgent-withheld.read.ts';
import { timeGroupOf, timeLeft } from './time-left.presenter.ts';

type Setting = Pick<OpenLines<CaseLine>, 'matters' | 'states'> & {
  readonly now: number;
  readonly office: Office;
  readonly words: Words;
  /** Results of a search stand in one group, newest first. */
  readonly found: boolean;
  /** Cases that have come to this reader past whoever usually disposes; they stand first, in a group of their own. */
  readonly passedOn: (OpenLines<CaseLine> & { readonly count: number }) | null;
  /** Staff of the office: account and name. */
  readonly colleagues: readonly Option[];
};

/** Lines in their order, gathered under the headings of time left. */
export function inboxGroups(lines: readonly CaseLine[], setting: Setting): readonly InboxGroup[] {
  const { now, office, found, passedOn } = setting;
  const apart = new Set(passedOn?.lines.map(({ caseId }) => caseId));
  const groups = new Map<InboxGroup['key'], InboxRow[]>();
  for (const line of lines.filter(({ caseId }) => !apart.has(caseId))) {
    const due = line.dueAt === null ? null : Date.parse(line.dueAt);
    const key = found ? 'found' : timeGroupOf(due, now, office.zone);
    const rows = groups.get(key) ?? [];
    rows.push(inboxRow(line, setting));
    groups.set(key, rows);
  }
  const first = {
    key: 'passed-on' as const,
    rows: passedOn?.lines.map((line) => inboxRow(line, { ...setting, ...passedOn })) ?? [],
    count: passedOn?.count ?? 0,
  };
  return [first, ...[...groups].map(([key, rows]) => ({ key, rows }))];
}

/** Urgent cases that this reader cannot open, with the time that they have waited. */
export function urgentRows(
  { lines, count }: UrgentWithheld,
  { now, office, words }: Pick<Setting, 'now' | 'office' | 'words'>,
): InboxProps['urgent'] {
  const rows = lines.map(({ ticket, receivedAt }) => ({
    ticket,
    received: formatInstant(Date.parse(receivedAt), office.zone, words.language),
    waited: formatElapsed(now - Date.parse(receivedAt), words.language),
  }));
  return { rows, count };
}

/** One line of a list in words. */
export function inboxRow(line: CaseLine, setting: Omit<Setting, 'found' | 'passedOn'>): InboxRow {
  const { matters, states, now, office, words, colleagues } = setting;
  const { data, calendar } = office;
  const state = states.get(line.caseId);
  const dueAt = line.dueAt === null ? null : Date.parse(line.dueAt);
  const unit = line.dueClock === null ? 'calendar-day' : limitUnitOf(line.dueClock, line, data);
  return {
    ticket: line.ticket,
    registerNo: line.registerNumber,
    left: timeLeft({ dueAt, from: Date.parse(line.receivedAt), now, unit }, calendar, words),
    matter: matters.get(line.caseId) ?? null,
    kind: labelOf(data.kinds, line.kind),
    place: labelOf(office.named.places, line.place),
    channel: channelLabel(office.named, line.channel, words),
    status: words(isSetAside(line) ? 'status.set-aside' : `status.${line.status}`),
    step: state === undefined || !line.isOpen ? '' : stepWords(state.sop, words),
    unit: labelOf(office.named.units, line.unit),
    owner: colleagues.find(({ value }) => value === line.owner)?.label ?? '',
    urgent: line.urgent,
    protected: line.protected,
    restricted: line.restricted,
    pick: `${line.ticket}.${line.version}`,
  };
}

/** The first step that nobody has finished; nothing where the SOP names none, or the case walks no SOP. */
function stepWords({ steps }: CaseState['sop'], words: Words): string {
  const running = steps.find((step) => step.finishedAt === null && step.mark === null);
  return running === undefined ? '' : words('work.step', { no: running.no, of: steps.length });
}

/** No longer open, and neither closed nor filed: cancelled, or merged into another. */
function isSetAside({ isOpen, status }: CaseLine): boolean {
  return !isOpen && !FINISHED.includes(status);
}
