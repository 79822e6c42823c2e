import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { Actor, ComplaintEvent, RecordedEvent } from '../../../domain/complaint/event.ts';
import { CAPACITY_LABEL } from '../../../domain/people/deputation.ts';
import type { ToldBeside } from '../doors/told-beside.ts';
import { dueLines } from './due-words.presenter.ts';
import { eventWords, type Standing } from './event-words.presenter.ts';
import type { FactSetting } from './fact-words.presenter.ts';
import { receivedWords } from './received-words.presenter.ts';
import { standsBeside } from './stands-beside.ts';
import type { TimelineEntry } from './timeline.view.tsx';
import type { WithheldEntry } from './timeline-for-reader.ts';
import { type TimelinePage, timelinePage } from './timeline-page.ts';

type Setting = FactSetting & {
  readonly now: Standing;
  readonly withheld: readonly WithheldEntry[];
  /** What other chains tell of the case. */
  readonly beside: readonly ToldBeside[];
};

/** Written down later than this after it happened is told with both times (rule 1). */
const WRITTEN_LATER_MS = 10 * 60_000;

/**
 * What happened to a case, newest first, as staff read it; from an older page on where `before` says so. What stands beside an
 * entry is told right after it, and withheld with it, as is what is told later of the same thing (rule 27).
 */
export function timelineEntries(
  history: readonly RecordedEvent[],
  setting: Setting,
  before: number | null = null,
): TimelinePage<TimelineEntry> {
  const all: readonly (RecordedEvent | WithheldEntry)[] = [...history, ...setting.withheld];
  const page = timelinePage(all, before);
  const beside = Map.groupBy(setting.beside, ({ at }) => standsBeside(all, at)?.seq ?? 0);
  const isWithheld = ({ begins }: ToldBeside): boolean => {
    const origin = standsBeside(all, begins);
    return origin !== null && !('event' in origin);
  };
  const tell = (other: ToldBeside): TimelineEntry =>
    isWithheld(other) ? withheldEntry(other.key, other.at, setting) : besideEntry(other, setting);
  return {
    ...page,
    shown: page.shown.flatMap((one) => {
      const others = (beside.get(one.seq) ?? []).toSorted((a, b) => b.at - a.at);
      return 'event' in one
        ? [...others.map(tell), entry(one, setting)]
        : [
            ...others.map(({ key, at }) => withheldEntry(key, at, setting)),
            withheldEntry(String(one.seq), Date.parse(one.recordedAt), setting),
          ];
    }),
  };
}

function besideEntry({ key, at, begins: _, actor, ...told }: ToldBeside, setting: Setting): TimelineEntry {
  const { office, words } = setting;
  return {
    ...told,
    key,
    when: formatInstant(at, office.zone, words.language),
    who: whoWords(actor, setting),
    late: null,
    clock: null,
    quiet: false,
  };
}

function withheldEntry(key: string, at: number, { office, words }: Setting): TimelineEntry {
  return {
    key,
    what: words('event.withheld'),
    when: formatInstant(at, office.zone, words.language),
    who: '',
    text: null,
    facts: [],
    late: null,
    clock: null,
    quiet: true,
  };
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
  const limits = 'due' in event ? dueLines(event.due ?? [], office, words) : [];
  const nearest = limits[0];
  const { what, text, facts } = eventWords(event, setting, setting.now);
  return {
    key: String(seq),
    what,
    when,
    who: whoWords(actor, setting),
    text,
    facts,
    late: lateWords(event, setting),
    clock:
      nearest === undefined ? null : words('timeline.limit', { what: `${nearest.label} ${nearest.when}` }),
    quiet: QUIET.has(event.type),
  };
}

function whoWords(actor: Actor, setting: Setting): string {
  const role = roleWords(actor, setting) ?? setting.words(`actor.${actor.by}`);
  const name = actor.account === null ? null : setting.nameOf(actor.account);
  return name === null ? role : `${name}, ${role}`;
}

/** As what somebody acted: his role, that of whom he stands in for (rule 33), or one that he did for an absent holder (rule 23). */
function roleWords({ role, insteadOf }: Actor, { office, words, textOf: read }: Setting): string | undefined {
  const titleOf = (key: string | null) => office.named.roles.find((one) => one.key === key)?.title;
  const title = titleOf(role);
  if (insteadOf === undefined) return title;
  const instead = titleOf(insteadOf.role) ?? insteadOf.role;
  if ('capacity' in insteadOf) return `${CAPACITY_LABEL[insteadOf.capacity]} ${instead}`;
  const why = read(insteadOf.reason);
  const said =
    why === null
      ? words('timeline.instead-of', { role: instead })
      : words('timeline.instead-of-why', { role: instead, why });
  return title === undefined ? said : `${title}, ${said}`;
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
