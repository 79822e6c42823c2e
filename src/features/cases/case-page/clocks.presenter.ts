import { computeDue } from '../../../domain/calendar/compute-due.ts';
import type { DueNote, DueStep } from '../../../domain/calendar/due.ts';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { formatDue, formatInstant } from '../../../domain/calendar/format-instant.ts';
import { sayLimit } from '../../../domain/calendar/format-limit.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { standingLimits } from '../../../domain/complaint/deadlines-of-case.ts';
import { withPauses } from '../../../domain/complaint/due-dates.ts';
import type { DueDate } from '../../../domain/complaint/event.ts';
import { isCounted } from '../../../domain/complaint/is-counted.ts';
import { promisedLength } from '../../../domain/complaint/promised-length.ts';
import { isWordKey, type Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { timeLeft } from '../lists/time-left.presenter.ts';
import type { ClockFace } from '../lists/time-left.view.tsx';

/** The open limits of a case, the nearest first, each with the days that led to it; none of a merged or cancelled one. */
export function clockFaces(
  state: CaseState,
  office: Office,
  now: number,
  words: Words,
): readonly ClockFace[] {
  if (!isCounted(state)) return [];
  return standingLimits(state)
    .toSorted((a, b) => (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'))
    .map((one) => ({
      key: one.clock,
      label: state.missed?.some((limit) => limit === one)
        ? words('clock.missed', { clock: words(`clock.${one.clock}`) })
        : words(`clock.${one.clock}`),
      limit: sayLimit(one.limit, words.language),
      basis: one.basis,
      left: timeLeft(
        {
          dueAt: one.dueAt === null ? null : Date.parse(one.dueAt),
          from: Date.parse(one.from),
          now,
          unit: promisedLength(one).unit,
          waiting: one.waiting !== null,
        },
        office.calendar,
        words,
      ),
      arithmetic: arithmetic(one, state, office, words),
    }));
}

/** More days than this are told by their days off only. */
const LISTED_DAYS = 25;

/** *Mengapa tanggal ini?* Only where counting gives the very date that stands there. */
function arithmetic(one: DueDate, state: CaseState, office: Office, words: Words): readonly string[] {
  if (one.dueAt === null) return [];
  const promised = promisedLength(one);
  const start = one.from;
  const limit = withPauses({ clock: one.clock, limit: promised }, state, office.calendar);
  if (limit === null) return [];
  const counted = computeDue(office.calendar, Date.parse(start), limit);
  if (!counted.ok || counted.due !== Date.parse(one.dueAt)) return [];
  const told =
    counted.steps.length > LISTED_DAYS ? counted.steps.filter((step) => !step.counted) : counted.steps;
  const paused = limit.count - promised.count;
  const begins = start === state.reopenedAt ? 'clock.from.reopened' : (`clock.from.${one.clock}` as const);
  return [
    words(begins, { when: formatInstant(Date.parse(start), office.zone, words.language) }),
    ...(paused > 0 ? [words('clock.paused', { days: paused })] : []),
    ...told.map((step) => stepWords(step, words)),
    words('clock.end', { when: formatDue(counted.due, office.zone, words.language) }),
    ...counted.notes.map((note) => noteWords(note, office, words)),
  ];
}

/** What shaped the date besides its days: hours not set, Ramadan with or without its circular (rule 18). */
function noteWords(note: DueNote, { zone }: Office, words: Words): string {
  switch (note.code) {
    case 'received-at-next-opening':
      return words(`due-note.${note.code}`, { when: formatInstant(note.at, zone, words.language) });
    case 'last-working-day':
      return words(`due-note.${note.code}`, { date: formatDate(note.date, 'weekday', words.language) });
    case 'ramadan-hours':
      return words(`due-note.${note.code}`, { circular: note.circular });
    case 'ramadan-without-circular':
    case 'last-working-day-unknown':
      return words(`due-note.${note.code}`, { year: String(note.year) });
    default:
      return words(`due-note.${note.code}`);
  }
}

function stepWords(step: DueStep, words: Words): string {
  const date = formatDate(step.date, 'weekday', words.language);
  if (step.counted) return words('clock.day-counted', { date });
  const key = `day.${step.kind}`;
  const kind = words(isWordKey(key) ? key : 'day.other');
  const named =
    step.name === undefined
      ? kind
      : `${kind}: ${step.name}${step.decree === undefined ? '' : ` (${step.decree})`}`;
  return words('clock.day-off', { date, reason: named });
}
