import { toIsoDate } from '../../domain/calendar/epoch-day.ts';
import { localDay, MINUTE_MS } from '../../domain/calendar/instant.ts';
import { decideAnswer } from '../../domain/complaint/decide-answer.ts';
import { decideClassify } from '../../domain/complaint/decide-classify.ts';
import { decideClose } from '../../domain/complaint/decide-close.ts';
import { decideDispose } from '../../domain/complaint/decide-dispose.ts';
import { decideFollowUp } from '../../domain/complaint/decide-follow-up.ts';
import { decideIntake, type IntakeCommand } from '../../domain/complaint/decide-intake.ts';
import { decideAcceptUrgent } from '../../domain/complaint/decide-mark.ts';
import { decideRegister, registrationYear } from '../../domain/complaint/decide-register.ts';
import { instantOf } from '../../domain/complaint/instant-ms.ts';
import type { Channel, Outcome } from '../../domain/complaint/vocabulary.ts';
import { writeAnswer, writeEntry, writeMatter, writeReason } from '../invented/invented-matters.ts';
import { inventPerson } from '../invented/invented-people.ts';
import * as reasons from '../invented/invented-reasons.ts';
import { CITIZEN, duringHours, openDayAfter, overNight, STAFF, type StorySetting } from './story-setting.ts';
import type { Pen } from './write-history.ts';

/** Stand in a history until a case made after it gets its own; `name` as the pen's. */
export const PLACEHOLDER = {
  caseId: (name: string): string => `@c${name}@`,
  ticket: (name: string): string => `@k${name}@`,
  printed: (name: string): string => `@n${name}@`,
  registerNo: (name: string): number => 987_654_321 + name.charCodeAt(0) - 'a'.charCodeAt(0),
};

/** Working days to the answer: most within a few, some far beyond every limit. */
const DAYS_TO_ANSWER = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 10, 13, 18, 30, 45];
export const CONVERSATIONS: readonly Channel[] = ['loket', 'telepon', 'kunjungan'];

const OUTCOME_WEIGHTS: readonly (readonly [number, Outcome])[] = [
  [58, 'explained'],
  [20, 'resolved'],
  [14, 'pending-elsewhere'],
  [5, 'declined'],
  [3, 'out-of-authority'],
];

/** Nothing waits elsewhere in an office that names no other body. */
export function outcomesOf({ office }: StorySetting): typeof OUTCOME_WEIGHTS {
  return office.bodies.length > 0
    ? OUTCOME_WEIGHTS
    : OUTCOME_WEIGHTS.filter(([, outcome]) => outcome !== 'pending-elsewhere');
}

/** Gives the instant of registration, on the setting's day. */
export function receiveAndRegister(
  pen: Pen,
  setting: StorySetting,
  marks: Partial<IntakeCommand> = {},
  name = 'a',
): number {
  const { channel } = setting;
  const conversation = CONVERSATIONS.includes(channel);
  // Staff mark, and who reports from inside comes to staff (rule 2).
  const byStaff = marks.protected === true || marks.urgent === true || setting.kind === 'whistleblowing';
  const byCitizen = channel === 'website' && !byStaff;
  const received = conversation ? duringHours(setting, setting.day) : overNight(setting);
  const recorded = conversation || byCitizen ? received : duringHours(setting, setting.day);
  const intake = intakeOf(pen, setting, marks, name);
  if (recorded > received) {
    const reason = pen.text('reason', (random) => writeReason(random, reasons.LATE_ENTRY_REASONS));
    const late = { ...intake, receivedAt: instantOf(received), lateEntryReason: reason };
    pen.begin(recorded, STAFF, (context) => decideIntake(late, context));
  } else {
    pen.begin(recorded, byCitizen ? CITIZEN : STAFF, (context) => decideIntake(intake, context));
  }
  const registered = duringHours(setting, setting.day, recorded);
  const at = conversation ? recorded + (1 + setting.random.whole(12)) * MINUTE_MS : registered;
  pen.act(at, STAFF, (state, context) => decideRegister(state, registerOf(context, name), context));
  return at;
}

/** From receipt to Selesai by way of a unit; gives the instant of closing. */
export function walkThroughTheUnit(pen: Pen, setting: StorySetting, marks: Partial<IntakeCommand>): number {
  const { random, office } = setting;
  const unit = setting.unit ?? office.units[0]?.key;
  let at = receiveAndRegister(pen, setting, marks);
  if (marks.urgent === true) {
    at += 2 * MINUTE_MS;
    pen.act(at, STAFF, (state, context) => decideAcceptUrgent(state, {}, context));
  }
  if (office.classes.length > 0) {
    const classes = office.classes.map(({ key }, index) => [1 / (index + 1), key] as const);
    const severity = random.pickWeighted(classes);
    at += (3 + random.whole(30)) * MINUTE_MS;
    pen.act(at, STAFF, (state, context) => decideClassify(state, { severity }, context));
  }
  if (unit !== undefined) {
    at += (1 + random.whole(20)) * MINUTE_MS;
    pen.act(at, STAFF, (state, context) => decideDispose(state, { unit }, context));
  }
  at = laterDay(setting, at, random.whole(4));
  const entry = marks.urgent === true ? 'aid' : random.pick(['note', 'field-check', 'coordination'] as const);
  const text = pen.text('entry', writeEntry);
  pen.act(at, STAFF, (state, context) => decideFollowUp(state, { entry, text }, context));
  return answerAndClose(pen, setting, at);
}

export function answerAndClose(pen: Pen, setting: StorySetting, after: number): number {
  const { random } = setting;
  const days = random.pick(DAYS_TO_ANSWER);
  const text = pen.text('answer', (chance) => writeAnswer(chance, setting.topic));
  const answered = laterDay(setting, after, days);
  const way = pen.state().marks.protected ? spokenTo(pen) : wayOf(setting);
  pen.act(answered, STAFF, (state, context) => decideAnswer(state, { ...way, text }, context));
  const outcome = random.pickWeighted(outcomesOf(setting));
  const closed = random.isTrue(0.6)
    ? answered + (1 + random.whole(50)) * MINUTE_MS
    : laterDay(setting, answered, 2);
  const day = openDayAfter(setting.calendar, setting.day, days + 30);
  pen.act(closed, STAFF, (state, context) =>
    decideClose(state, { outcome, pending: pendingOf(setting, outcome, day) }, context),
  );
  return closed;
}

/** `days` working days after the day of `after`, in service hours; the same day a little later for 0. */
export function laterDay(setting: StorySetting, after: number, days: number): number {
  if (days === 0) return after + (5 + setting.random.whole(25)) * MINUTE_MS;
  const { calendar } = setting;
  return duringHours(setting, openDayAfter(calendar, localDay(after, calendar.zone), days), after);
}

export function intakeOf(
  pen: Pen,
  setting: StorySetting,
  marks: Partial<IntakeCommand>,
  name = 'a',
): IntakeCommand {
  const { random, topic, placeLabel } = setting;
  // A protected case is answered by word of mouth: there is somebody to speak to (rule 6).
  const spoken = marks.protected === true || isProtectedService(setting);
  const anonymous = marks.anonymous ?? (random.isTrue(0.06) && !spoken);
  const drawn = anonymous
    ? 0
    : random.pickWeighted([
        [86, 1],
        [9, 2],
        [2, 3],
        [3, 0],
      ] as const);
  const count = spoken ? Math.max(1, drawn) : drawn;
  const role = random.pickWeighted([
    [80, 'self'],
    [12, 'proxy'],
    [5, 'official'],
    [3, 'group'],
  ] as const);
  return {
    ticket: PLACEHOLDER.ticket(name),
    kind: setting.kind,
    channel: setting.channel,
    matter: pen.text('matter', (chance) => writeMatter(chance, topic, placeLabel)),
    service: setting.service,
    category: setting.category,
    place: setting.place,
    sopVersion: setting.officeVersion,
    reporters: Array.from({ length: count }, (_, index) => ({
      identity: pen.person('reporter', (chance) => inventPerson(chance, placeLabel)),
      as: index === 0 ? role : 'self',
    })),
    concerns:
      role === 'proxy' && count > 0
        ? [
            {
              identity: pen.person('concern', (chance) => inventPerson(chance, placeLabel)),
              relation: 'keluarga',
            },
          ]
        : [],
    anonymous,
    ...marks,
  };
}

export function wayOf({ channel }: StorySetting) {
  return CONVERSATIONS.includes(channel) || ['surat', 'kotak-saran', 'faks'].includes(channel)
    ? ({ way: 'channel', channel } as const)
    : ({ way: 'channel', channel, delivered: true } as const);
}

/** A protected case is answered by word of mouth, to the complainant (rule 6). */
function spokenTo(pen: Pen) {
  return { way: 'oral', toldTo: pen.state().people.reporters[0]?.identity ?? null } as const;
}

export function pendingOf({ office, random }: StorySetting, outcome: Outcome, day: number) {
  if (outcome !== 'pending-elsewhere') return null;
  return { body: random.pick(office.bodies).key, reference: null, lookAgainOn: toIsoDate(day + 120) };
}

export function registerOf(context: Parameters<typeof registrationYear>[0], name: string) {
  return {
    year: registrationYear(context),
    no: PLACEHOLDER.registerNo(name),
    printed: PLACEHOLDER.printed(name),
  };
}

export function isProtectedService({ office, service }: StorySetting): boolean {
  return office.services.some((one) => one.key === service && one.protected);
}

export function spokenChannel({ office, channel }: StorySetting): Channel {
  return office.channels.some(({ key }) => key === 'loket') ? 'loket' : channel;
}
