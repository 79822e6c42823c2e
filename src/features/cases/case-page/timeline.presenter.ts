import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { ComplaintEvent, RecordedEvent, TextId } from '../../../domain/complaint/event.ts';
import type { WordKey, Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { dueLines } from './due-words.presenter.ts';
import { receivedWords } from './received-words.presenter.ts';
import type { TimelineEntry } from './timeline.view.tsx';

type Setting = {
  readonly office: Office;
  readonly words: Words;
  /** Text of an id; null when it was erased or is not for this reader. */
  readonly textOf: (id: TextId) => string | null;
  readonly nameOf: (account: string) => string | null;
};

/** Written down later than this after it happened is told with both times (rule 1). */
const WRITTEN_LATER_MS = 10 * 60_000;

/** What happened to a case, newest first, as staff read it. */
export function timelineEntries(
  history: readonly RecordedEvent[],
  setting: Setting,
): readonly TimelineEntry[] {
  return history.map((recorded) => entry(recorded, setting)).toReversed();
}

function entry({ seq, recordedAt, actor, event }: RecordedEvent, setting: Setting): TimelineEntry {
  const { office, words } = setting;
  const said = (at: string) => formatInstant(Date.parse(at), office.zone, words.language);
  const later = Date.parse(recordedAt) - Date.parse(event.at) > WRITTEN_LATER_MS;
  const happened = event.type === 'received' ? receivedWords(event, office.zone, words) : said(event.at);
  // An import tells when it was done; the day of the old book stands at the receipt.
  const when =
    event.type === 'imported-from-register' || !later
      ? said(later ? recordedAt : event.at)
      : `${happened} (${words('timeline.recorded', { when: said(recordedAt) })})`;
  const role = office.data.roles.find((one) => one.key === actor.role)?.title;
  const name = actor.account === null ? null : setting.nameOf(actor.account);
  const limits = 'due' in event && event.due.length > 0 ? dueLines(event.due, office, words) : [];
  const nearest = limits[0];
  const text = textOf(event);
  return {
    key: String(seq),
    what: eventWords(event, office, words),
    when,
    who: [name, role ?? words(`actor.${actor.by}`)].filter((part) => part !== null).join(', '),
    text: text === null ? null : setting.textOf(text),
    late: lateWords(event, setting),
    clock:
      nearest === undefined ? null : words('timeline.limit', { what: `${nearest.label} ${nearest.when}` }),
    quiet: QUIET.has(event.type),
  };
}

/** Why it was written down only afterwards (rule 1). */
function lateWords(event: ComplaintEvent, { words, textOf: read }: Setting): string | null {
  const why = 'lateEntryReason' in event ? (event.lateEntryReason ?? null) : null;
  if (why === null) return null;
  const said = read(why);
  return said === null ? words('timeline.late-erased') : words('timeline.late', { why: said });
}

const QUIET: ReadonlySet<ComplaintEvent['type']> = new Set([
  'deadline-moved',
  'clock-paused',
  'clock-resumed',
  'identity-opened',
  'reported-in-period',
]);

/** One event in words, with the detail that its sentence asks for. */
export function eventWords(event: ComplaintEvent, office: Office, words: Words): string {
  const key: WordKey = `event.${event.type}`;
  return words(key, { detail: detailOf(event, office, words) });
}

function detailOf(event: ComplaintEvent, { data }: Office, words: Words): string {
  switch (event.type) {
    case 'registered':
      return event.printed;
    case 'forwarded':
      return data.roles.find((role) => role.key === event.toRole)?.title ?? event.toRole;
    case 'disposed':
      return labelOf(data.units, event.unit);
    case 'handed-over':
      return labelOf(data.units, event.toUnit);
    case 'answered':
      return words(`way.${event.way}`);
    case 'closed':
      return words(`outcome.${event.outcome}`);
    case 'referred':
    case 'transfer-confirmed':
      return labelOf(data.bodies, event.body);
    case 'marked':
      return `${words(`mark.${event.mark}`)} ${words(event.on ? 'timeline.mark-on' : 'timeline.mark-off')}`;
    default:
      return '';
  }
}

/** The text that belongs under an entry. */
function textOf(event: ComplaintEvent): TextId | null {
  switch (event.type) {
    case 'received':
      return null;
    case 'disposed':
      return event.instructions;
    case 'closed':
      return event.narrative;
    case 'review-decided':
      return event.directions;
    case 'investigation-assessed':
      return event.grounds;
    default:
      if ('text' in event && event.type !== 'text-erased') return event.text;
      return 'reason' in event && event.type !== 'clock-paused' ? event.reason : null;
  }
}
