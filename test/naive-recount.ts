import type { RecordedEvent } from '../src/domain/complaint/event.ts';
import type { Axis } from '../src/domain/reports/report-cell.ts';
import type { ReportPeriod } from '../src/domain/reports/report-period.ts';
import {
  daysToAnswer,
  daysToWrite,
  endOfDate,
  endOfWork,
  firstOf,
  lineOf,
  roughly,
  witaClock,
  witaDay,
} from './naive-calendar.ts';

/** Where a case stands in each table. */
export type NaiveRow = Readonly<Record<Axis | 'kind', string | null>> & { readonly imported: boolean };

/**
 * What a clerk would count with a pencil: the entries of each case read one after the other, without fold, timeline,
 * facts, the code's calendar or SQL, along every axis of the tables. `at` is the instant of reading (ISO); for
 * `anOffice`, in WITA.
 */
export function naiveRows(
  histories: readonly (readonly RecordedEvent[])[],
  period: ReportPeriod,
  at: string,
): readonly NaiveRow[] {
  return histories.flatMap((history) => {
    const life = readLife(history, at);
    const day = witaDay(earliest(life).at);
    return life.away || day < period.from || day > period.to ? [] : [rowOf(life, at)];
  });
}

type Receipt = { readonly at: string; readonly precision: string };
type Life = ReturnType<typeof begin>;

function begin() {
  return {
    // What the case is: as it is known now (rule 36).
    kind: '',
    channel: '',
    service: null as string | null,
    category: null as string | null,
    place: null as string | null,
    firstClass: null as string | null,
    severity: null as string | null,
    protected: false,
    old: false,
    away: false,
    own: { at: '', precision: '' } as Receipt,
    writtenAt: '',
    /** Taken by a person in conversation, who reacted by it. */
    spoken: false,
    absorbed: new Map<string, Receipt>(),
    /** Working days promised for an answer, and their end on the wall clock. */
    promised: undefined as number | undefined,
    limit: null as string | null,
    completeAt: null as string | null,
    /** Handled in Tanggap; a row of an old book from its verification, its class or its reopening on. */
    takenUp: false,
    everAnswered: false,
    judged: false,
    /** The limit that had passed when it became another kind, its working days where the office had promised it, and by when. */
    missed: null as string | null,
    missedDays: undefined as number | undefined,
    missedBy: '',
    /** As the history tells it up to the line that is read. */
    over: { answeredAt: null as string | null, closedAt: null as string | null },
    /** The statute's end for the answer that is judged. */
    statute: null as string | null,
    // How it stood at the moment of reading.
    status: 'received',
    outcome: null as string | null,
    /** Of the last answer (rule 25). */
    way: null as string | null,
    unit: null as string | null,
    /** Where its verification left it. */
    before: 'received',
    classThen: null as string | null,
    reactedAt: null as string | null,
    answeredAt: null as string | null,
    closedAt: null as string | null,
  };
}

function readLife(history: readonly RecordedEvent[], at: string): Life {
  const life = begin();
  const [first] = history;
  life.writtenAt = first?.recordedAt ?? '';
  life.spoken = first !== undefined && isConversation(first);
  for (const line of history) {
    keepWhatPassed(life, line);
    readWhatItIs(life, line.event);
  }
  const notYet = history.findIndex((_, line) => !hadHappened(history, line, at));
  for (const line of history.slice(0, notYet === -1 ? history.length : notYet)) {
    readHowItStood(life, line.event);
    if (life.status === 'not-recorded' && isTakenUp(life, line)) life.status = 'received';
    if (line.event.type === 'classified') life.classThen = line.event.severity;
    if (isReaction(line)) life.reactedAt = firstOf(life.reactedAt, line.event.at);
  }
  if (life.spoken) life.reactedAt = life.own.at;
  return life;
}

/** Rule 37: what the book leaves open is open once somebody here works on it; mending its record is no work on it. */
function isTakenUp({ classThen }: Life, { event, actor }: RecordedEvent): boolean {
  if (event.type === 'classified') return actor.by !== 'import' && event.severity !== classThen;
  if (event.type === 'marked') return event.mark === 'urgent' && event.on;
  const words = ['acknowledged', 'asked', 'replied', 'message-sent'];
  return [...words, 'forwarded', 'followed-up', 'referred', 'review-started', 'absorbed'].includes(
    event.type,
  );
}

/** Rule 36: who is spoken to has had his first reaction, unless a clerk copied it from a book or knows the day only. */
function isConversation({ event, actor }: RecordedEvent): boolean {
  return (
    event.type === 'received' &&
    ['loket', 'telepon', 'kunjungan'].includes(event.channel) &&
    event.provenance === 'tanggap' &&
    event.precision === 'instant' &&
    actor.by === 'staff'
  );
}

function isReaction({ event, actor }: RecordedEvent): boolean {
  if (actor.by !== 'staff' && actor.by !== 'token') return false;
  if (event.type === 'answered') return event.delivered || event.way === 'oral';
  if (event.type === 'asked') return event.to === 'complainant';
  return event.type === 'message-sent' || (event.type === 'acknowledged' && !event.automatic);
}

/**
 * Read from the top, how a case stood ends at the first line that had not happened. A line had happened when it says so,
 * or when an answer or an end written below it says so of its own time: these presuppose what stands above them.
 */
function hadHappened(history: readonly RecordedEvent[], line: number, at: string): boolean {
  const presupposes = ['answered', 'closed', 'withdrawn', 'archived', 'reopened'];
  return history
    .slice(line)
    .some(({ event }, below) =>
      below === 0
        ? event.at <= at || event.type === 'received' || event.type === 'imported-from-register'
        : presupposes.includes(event.type) && event.at <= at,
    );
}

function readWhatItIs(life: Life, event: RecordedEvent['event']): void {
  switch (event.type) {
    case 'received':
      life.kind = event.kind;
      life.channel = event.channel;
      life.service = event.service;
      life.category = event.category;
      life.place = event.place;
      life.protected = event.protected;
      life.old = event.provenance === 'register-lama';
      life.own = { at: event.receivedAt, precision: event.precision };
      life.takenUp = !life.old;
      if (life.takenUp) promiseAnew(life);
      return;
    case 'classified':
      life.kind = event.kind;
      life.service = event.service;
      life.category = event.category;
      life.takenUp ||= event.severity !== life.severity;
      life.severity = event.severity;
      life.firstClass ??= event.severity;
      if (life.takenUp) promiseAnew(life);
      return;
    case 'corrected': {
      const { receivedAt, precision, ...plain } = event.changes;
      life.own = { at: receivedAt ?? life.own.at, precision: precision ?? life.own.precision };
      if (plain.kind !== undefined) life.kind = plain.kind;
      if (plain.channel !== undefined) life.channel = plain.channel;
      if (plain.service !== undefined) life.service = plain.service;
      if (plain.category !== undefined) life.category = plain.category;
      if (plain.place !== undefined) life.place = plain.place;
      // It mends a promise; a row of an old book that nobody has taken up gets none by it.
      if (life.takenUp) promiseAnew(life);
      moveThePromise(life);
      return;
    }
    case 'absorbed':
      life.absorbed.set(event.other, { at: event.otherReceivedAt, precision: event.otherPrecision });
      moveThePromise(life);
      return;
    case 'released':
      life.absorbed.delete(event.other);
      moveThePromise(life);
      return;
    case 'verified':
      // Taken up in Tanggap, a row of an old book is owed an answer by its old receipt (rule 37).
      if (!life.takenUp) promiseAnew(life);
      life.takenUp = true;
      life.completeAt = event.completeness === 'complete' ? (life.completeAt ?? event.at) : null;
      return;
    case 'completed':
      life.completeAt = event.at;
      return;
    case 'marked':
      if (event.mark === 'protected') life.protected = event.on;
      return;
    case 'cancelled':
    case 'merged':
      life.away = true;
      return;
    case 'unmerged':
      life.away = false;
      return;
    case 'answered':
      life.everAnswered = true;
      return;
    case 'reopened':
      // The first answer stays judged as it was; who had none is owed one by the promise of his receipt.
      life.statute = statuteUntil(life);
      life.judged ||= life.everAnswered;
      life.takenUp = true;
      promiseAnew(life);
  }
}

/** Rule 15: what had passed when it became another kind stays what it is judged by. */
function keepWhatPassed(life: Life, { event, recordedAt }: RecordedEvent): void {
  const { over } = life;
  if (event.type === 'answered') over.answeredAt = firstOf(over.answeredAt, event.at);
  if (event.type === 'reopened') over.closedAt = null;
  if (['closed', 'withdrawn', 'archived'].includes(event.type)) over.closedAt ??= event.at;
  const kind =
    event.type === 'classified' ? event.kind : event.type === 'corrected' ? event.changes.kind : null;
  const isKnown = [life.own, ...life.absorbed.values()].some(({ precision }) => precision !== 'month');
  if (kind == null || kind === life.kind || life.judged || brokenPromise(life) !== null || !isKnown) return;
  const limit = life.limit ?? statuteUntil(life);
  const end = over.answeredAt ?? over.closedAt ?? recordedAt;
  if (limit === null || witaClock(end) <= limit) return;
  life.missed = limit;
  life.missedBy = end;
  life.missedDays = life.limit === null ? undefined : life.promised;
}

/** By a receipt that was mended meanwhile it may not have passed at all. */
function brokenPromise({ missed, missedBy }: Life): string | null {
  return missed !== null && witaClock(missedBy) > missed ? missed : null;
}

/** Rules 14–16: by the first class, until there is one by the longest, which only these kinds have. */
function promiseAnew(life: Life): void {
  if (life.judged) return;
  const classes: Readonly<Record<string, number>> = { light: 3, moderate: 7, special: 14 };
  const classed = ['pengaduan', 'whistleblowing'].includes(life.kind);
  life.promised = life.firstClass === null ? (classed ? 14 : undefined) : classes[life.firstClass];
  life.limit = promisedUntil(life);
}

/** Another receipt moves the date of a promise, also of one kept or broken: what is counted once is counted from one day. It makes none. */
function moveThePromise(life: Life): void {
  const moved = promisedUntil(life);
  if (life.limit !== null && moved !== null) life.limit = moved;
  const missed = promisedUntil({ ...life, promised: life.missedDays });
  if (missed !== null) life.missed = missed;
}

function promisedUntil(life: Life): string | null {
  const exact = [life.own, ...life.absorbed.values()].filter(({ precision }) => precision !== 'month');
  const receivedAt = exact.map(({ at }) => at).toSorted()[0];
  return life.promised === undefined || receivedAt === undefined
    ? null
    : endOfWork(receivedAt, life.promised);
}

/** Rule 36: where the office promised nothing, the 60 calendar days of UU 25/2009 for pengaduan. */
function statuteUntil({ kind, completeAt, judged, statute }: Life): string | null {
  if (judged) return statute;
  return kind === 'pengaduan' && completeAt !== null ? endOfDate(completeAt, 60) : null;
}

function readHowItStood(life: Life, event: RecordedEvent['event']): void {
  const early = ['received', 'not-recorded', 'awaiting-completion', 'verified'].includes(life.status);
  switch (event.type) {
    case 'imported-from-register':
      life.status = event.status;
      life.outcome = event.outcome;
      return;
    case 'verified':
      life.before =
        event.completeness === 'incomplete' && event.authority === 'own' ? 'awaiting-completion' : 'verified';
      if (early) life.status = life.before;
      return;
    case 'completed':
      life.before = 'verified';
      if (early) life.status = life.before;
      return;
    case 'disposed':
      life.status = 'disposed';
      life.unit = event.unit;
      return;
    case 'handed-over':
      life.status = 'disposed';
      life.unit = event.toUnit;
      return;
    case 'followed-up':
    case 'asked':
    case 'answer-submitted':
      if (life.status === 'disposed') life.status = 'in-progress';
      return;
    case 'answered':
      life.status = 'answered';
      life.way = event.way;
      life.answeredAt = firstOf(life.answeredAt, event.at);
      return;
    case 'closed':
      end(life, life.closedAt ?? event.at, event.outcome);
      return;
    case 'withdrawn':
      end(life, event.at, event.deemed ? 'deemed-withdrawn' : 'withdrawn');
      return;
    case 'archived':
      end(life, event.at, event.outcome);
      return;
    case 'filed':
      life.status = 'filed';
      return;
    case 'reopened':
      life.status = life.unit === null ? life.before : 'in-progress';
      life.outcome = null;
      life.closedAt = null;
  }
}

function end(life: Life, at: string, outcome: string): void {
  life.status = 'closed';
  life.outcome = outcome;
  life.closedAt = at;
}

/** A case that absorbed others counts once, on the earliest of their dates (rule 38). */
function earliest({ own, absorbed }: Life): Receipt {
  return [own, ...absorbed.values()].toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))[0] ?? own;
}

function rowOf(life: Life, at: string): NaiveRow {
  const { kind, channel, service, category, severity, status, outcome, unit } = life;
  return {
    ...{ kind, channel, service, category, severity, status, outcome, unit },
    month: witaDay(earliest(life).at).slice(0, 7),
    // Rule 6: a protected case is a number without its village.
    place: life.protected ? null : life.place,
    imported: ofTheBookAlone(life),
    ...answering(life, at),
    ...otherTimes(life),
    way: life.way ?? (ofTheBookAlone(life) && untoldByBook(life) ? 'not-recorded' : 'unanswered'),
    change: severity === null ? 'unclassed' : severity === life.firstClass ? 'same' : 'changed',
  };
}

/** Rule 37: known from the old book alone. What ended there has no outcome; another outcome was given here. */
function ofTheBookAlone({ old, answeredAt, outcome }: Life): boolean {
  return old && answeredAt === null && (outcome === null || outcome === 'not-recorded');
}

function untoldByBook({ status }: Life): boolean {
  return ['closed', 'filed', 'not-recorded'].includes(status);
}

/** Rules 36 and 37: how long the answer took, and whether the promise was kept. */
function answering(life: Life, at: string): { readonly response: string; readonly promise: string } {
  const { at: received, precision } = earliest(life);
  const { answeredAt, closedAt } = life;
  const limit = brokenPromise(life) ?? life.limit ?? statuteUntil(life);
  const untold = ['closed', 'filed', 'not-recorded'].includes(life.status);
  if (precision === 'month' || (ofTheBookAlone(life) && untold)) {
    return { response: 'not-recorded', promise: 'not-recorded' };
  }
  const response = answeredAt === null ? 'unanswered' : lineOf(daysToAnswer(received, answeredAt));
  if (limit === null) return { response, promise: 'unlimited' };
  if (answeredAt !== null) return { response, promise: witaClock(answeredAt) <= limit ? 'on-time' : 'late' };
  // Withdrawn or archived in time: nothing was owed any more.
  if (closedAt !== null && witaClock(closedAt) <= limit) return { response, promise: 'unlimited' };
  return { response, promise: limit <= witaClock(at) ? 'late' : 'not-yet-due' };
}

/** Rules 1 and 36: how long it took to write it down, to react to it and to finish it. */
function otherTimes(life: Life): Readonly<Record<'recording' | 'reaction' | 'finish', string>> {
  const { old, own, writtenAt, reactedAt, closedAt, status } = life;
  const { at: received, precision } = earliest(life);
  const ended = ['closed', 'filed', 'not-recorded'].includes(status);
  const untold = precision === 'month' || (ofTheBookAlone(life) && ended);
  const took = (until: string | null): string => {
    if (untold) return 'not-recorded';
    return until === null ? 'not-yet' : roughly(daysToAnswer(received, until));
  };
  return {
    recording: old || own.precision === 'month' ? 'not-recorded' : roughly(daysToWrite(own.at, writtenAt)),
    reaction: took(reactedAt),
    finish: took(closedAt),
  };
}
