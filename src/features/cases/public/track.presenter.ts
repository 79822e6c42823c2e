import { formatDue, formatInstant } from '../../../domain/calendar/format-instant.ts';
import { FINISHED } from '../../../domain/complaint/status-sets.ts';
import type { WordKey, Words } from '../../../platform/words/words.ts';
import { dueLines } from '../case-page/due-words.presenter.ts';
import type { TimelineEntry } from '../case-page/timeline.view.tsx';
import { timelinePage } from '../case-page/timeline-page.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import type { TrackedCase } from './track.view.tsx';
import type { TrackedComplaint, TrackedStep } from './track-complaint.read.ts';

/**
 * A case in words that its complainant understands: no office jargon, no names of staff. Its steps from the newest, or
 * from an older page on where `before` says so. `now` in milliseconds.
 */
export function trackedCase(
  tracked: TrackedComplaint,
  words: Words,
  now: number,
  before: number | null = null,
): TrackedCase {
  const { office, status, objectUntil } = tracked;
  const said = (at: string) => formatInstant(Date.parse(at), office.zone, words.language);
  const open = !FINISHED.includes(status);
  const due = tracked.due === null ? undefined : dueLines([tracked.due], office, words)[0];
  // Counted among his own steps: how many entries he is not shown is not his to know.
  const steps = timelinePage(
    tracked.steps.map((step, index) => ({ ...step, seq: index + 1 })),
    before,
  );
  const lastAnswer = tracked.steps.findLast((step) => step.type === 'answered');
  return {
    ticket: tracked.ticket,
    status: statusWords(tracked, words),
    tone:
      status === 'awaiting-completion' || tracked.asked
        ? 'attention'
        : status === 'answered' || !open
          ? 'done'
          : 'calm',
    meaning: words(`meaning.${tracked.asked ? 'awaiting-completion' : status}`),
    receivedAt: said(tracked.receivedAt),
    registerNo: tracked.registerNumber,
    nextDue: due === undefined || !open ? null : { label: due.label, when: due.when },
    missing: tracked.missing,
    matter: tracked.steps.find((step) => step.type === 'received')?.text ?? null,
    answer: lastAnswer?.text ?? null,
    timeline: { ...steps, shown: steps.shown.map((step) => entry(step, tracked, words)) },
    mayReply: open,
    mayConfirm:
      lastAnswer !== undefined && !tracked.confirmed && tracked.outcome !== 'withdrawn' && status !== 'filed',
    mayReopen:
      (status === 'answered' || status === 'closed') &&
      (objectUntil === null || now <= Date.parse(objectUntil)),
    mayWithdraw: open,
    completes: status === 'awaiting-completion',
    follows: whatFollows(tracked, words, now),
  };
}

/** What happens if he does nothing, and until when he can still do something. */
function whatFollows(
  { office, status, objectUntil, closesBySilence, deemedAfter, confirmed }: TrackedComplaint,
  words: Words,
  now: number,
): string | null {
  const said = (at: string) => formatDue(Date.parse(at), office.zone, words.language);
  if (deemedAfter !== null) return words('track.follows-deemed', { when: said(deemedAfter) });
  if (objectUntil === null) return status === 'answered' ? words('track.follows-answered') : null;
  const over = now > Date.parse(objectUntil);
  const when = said(objectUntil);
  if (status === 'answered' && !over && !confirmed)
    return words(closesBySilence ? 'track.follows-silence' : 'track.follows-object', { when });
  if (status !== 'closed') return null;
  return words(over ? 'track.follows-over' : 'track.follows-object', { when });
}

function statusWords({ status, outcome, steps, office }: TrackedComplaint, words: Words): string {
  const { units, bodies } = office.named;
  if (outcome === 'withdrawn') return words('status.public.withdrawn');
  if (outcome === 'deemed-withdrawn') return words('outcome.deemed-withdrawn');
  if (outcome === 'referred') {
    const body = steps.findLast((step) => step.type === 'referred')?.detail ?? null;
    return words('status.public.referred', { body: labelOf(bodies, body) });
  }
  const unit =
    steps.findLast((step) => step.type === 'disposed' || step.type === 'handed-over')?.detail ?? null;
  return words(`status.public.${status}`, { unit: labelOf(units, unit) || words('status.public.unit') });
}

function entry(
  step: TrackedStep & { readonly seq: number },
  { office }: TrackedComplaint,
  words: Words,
): TimelineEntry {
  return {
    key: String(step.seq),
    what: stepWords(step, office.named, words),
    when: formatInstant(Date.parse(step.at), office.zone, words.language),
    who: '',
    // What he told us stands below, and our answer above: the line of the timeline only says that it was.
    text: step.type === 'received' || step.type === 'answered' ? null : step.text,
    facts: [],
    late: null,
    clock: null,
    quiet: false,
  };
}

function stepWords(
  { type, key, detail }: TrackedStep,
  data: TrackedComplaint['office']['data'],
  words: Words,
): string {
  if (type === 'disposed' || type === 'handed-over') {
    return words('status.public.disposed', { unit: labelOf(data.units, detail) });
  }
  if (type === 'closed') return words('status.public.closed');
  if (type === 'answered' && key !== 'event.answered.undeliverable') return words('status.public.answered');
  return words(TO_HIMSELF[key] ?? key, { detail: labelOf(data.bodies, detail) });
}

/** Where staff read of the complainant, he reads of himself; what else an entry holds is not his to know. */
const TO_HIMSELF: Partial<Record<WordKey, WordKey>> = {
  'event.asked.complainant': 'track.step.asked',
  'event.asked.body': 'track.step.asked-body',
  'event.replied.complainant': 'track.step.replied',
  'event.completed': 'track.step.completed',
  'event.confirmed': 'track.step.confirmed',
  'event.followed-up': 'track.step.followed-up',
  'event.merged': 'track.step.merged',
  'event.message-sent': 'track.step.message',
  'event.reopened.complainant': 'track.step.reopened',
  'event.reopened.office': 'track.step.reopened',
};
