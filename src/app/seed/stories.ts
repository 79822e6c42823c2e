import { MINUTE_MS } from '../../domain/calendar/instant.ts';
import { decideIntakeAtDesk } from '../../domain/complaint/decide-answer-at-desk.ts';
import { decideArchive } from '../../domain/complaint/decide-archive.ts';
import { decideCancel } from '../../domain/complaint/decide-cancel.ts';
import { decideFile } from '../../domain/complaint/decide-file.ts';
import { decideMark } from '../../domain/complaint/decide-mark.ts';
import { decideMerge } from '../../domain/complaint/decide-merge.ts';
import { decideRefer } from '../../domain/complaint/decide-refer.ts';
import { decideReopen } from '../../domain/complaint/decide-reopen.ts';
import { decideVerify } from '../../domain/complaint/decide-verify.ts';
import { decideWithdraw } from '../../domain/complaint/decide-withdraw.ts';
import { instantOf } from '../../domain/complaint/instant-ms.ts';
import { writeAnswer, writeReason } from '../invented/invented-matters.ts';
import * as reasons from '../invented/invented-reasons.ts';
import {
  answerAndClose,
  CONVERSATIONS,
  intakeOf,
  isProtectedService,
  laterDay,
  outcomesOf,
  PLACEHOLDER,
  pendingOf,
  receiveAndRegister,
  registerOf,
  spokenChannel,
  walkThroughTheUnit,
  wayOf,
} from './story-parts.ts';
import { duringHours, openDayAfter, STAFF, type StorySetting } from './story-setting.ts';
import { takePen, type WrittenCase } from './write-history.ts';

/** The cases of one story: one, or two where one is merged into the other. */
export type Story = (setting: StorySetting) => readonly WrittenCase[];

/** Share of each story; together they leave a little more than five entries a case. */
export const STORIES: readonly (readonly [weight: number, story: Story])[] = [
  [40, answeredAtDesk],
  [37, answeredByTheFrontOffice],
  [10, throughTheUnit],
  [1.5, reopened],
  [2.5, directedElsewhere],
  [2, withdrawn],
  [2, archived],
  [1.2, cancelled],
  [0.8, enteredTwice],
  [1.4, protectedCase],
  [0.8, urgentCase],
  [0.6, incompleteFirst],
  [0.2, restrictedCase],
];

/** Those that somebody may leave lying on the way. */
export const STORIES_THAT_STALL: typeof STORIES = [
  [2, answeredByTheFrontOffice],
  [3, throughTheUnit],
];

function answeredAtDesk(setting: StorySetting): readonly WrittenCase[] {
  const { office, random } = setting;
  const { atDesk } = office;
  const fits =
    CONVERSATIONS.includes(setting.channel) &&
    atDesk.kinds.includes(setting.kind) &&
    setting.kind !== 'whistleblowing' &&
    atDesk.severities === 'all' &&
    !isProtectedService(setting) &&
    (atDesk.services === 'all' || (setting.service !== null && atDesk.services.includes(setting.service)));
  const outcomes = outcomesOf(setting).filter(([, outcome]) => atDesk.outcomes.includes(outcome));
  if (!fits || outcomes.length === 0) return answeredByTheFrontOffice(setting);
  const pen = takePen('a', office, setting.calendar);
  const at = duringHours(setting, setting.day);
  const outcome = random.pickWeighted(outcomes);
  const intake = intakeOf(pen, setting, {});
  const answer = {
    text: pen.text('answer', (chance) => writeAnswer(chance, setting.topic)),
    way: 'oral',
    outcome,
    pending: pendingOf(setting, outcome, setting.day),
  } as const;
  pen.begin(at, STAFF, (context) => {
    const register = registerOf(context, 'a');
    return decideIntakeAtDesk(intake, { ...answer, register }, context);
  });
  return [pen.written()];
}

function answeredByTheFrontOffice(setting: StorySetting): readonly WrittenCase[] {
  const pen = takePen('a', setting.office, setting.calendar);
  const registered = receiveAndRegister(pen, setting);
  const verified = registered + (2 + setting.random.whole(40)) * MINUTE_MS;
  pen.act(verified, STAFF, (state, context) =>
    decideVerify(state, { completeness: 'complete', authority: 'own' }, context),
  );
  answerAndClose(pen, setting, verified);
  return [pen.written()];
}

function throughTheUnit(setting: StorySetting): readonly WrittenCase[] {
  const pen = takePen('a', setting.office, setting.calendar);
  const closed = walkThroughTheUnit(pen, setting, {});
  if (setting.random.isTrue(0.5)) {
    const filed = duringHours(setting, openDayAfter(setting.calendar, setting.day, 5), closed);
    pen.act(Math.max(filed, closed + MINUTE_MS), STAFF, (state, context) => decideFile(state, {}, context));
  }
  return [pen.written()];
}

function reopened(setting: StorySetting): readonly WrittenCase[] {
  const pen = takePen('a', setting.office, setting.calendar);
  const closed = walkThroughTheUnit(pen, setting, {});
  const again = laterDay(setting, closed, 3);
  const reason = pen.text('reason', (random) => writeReason(random, reasons.REOPEN_REASONS));
  pen.act(again, STAFF, (state, context) => decideReopen(state, { reason }, context));
  answerAndClose(pen, setting, again);
  return [pen.written()];
}

function directedElsewhere(setting: StorySetting): readonly WrittenCase[] {
  const { office, random } = setting;
  const body = office.bodies.length > 0 ? random.pick(office.bodies).key : null;
  if (body === null || isProtectedService(setting)) return answeredByTheFrontOffice(setting);
  const pen = takePen('a', office, setting.calendar);
  const registered = receiveAndRegister(pen, setting);
  const text = pen.text('answer', (chance) => writeAnswer(chance, setting.topic));
  const answer = { ...wayOf(setting), text };
  pen.act(registered + 5 * MINUTE_MS, STAFF, (state, context) =>
    decideRefer(state, { way: 'directed', body, answer }, context),
  );
  return [pen.written()];
}

function withdrawn(setting: StorySetting): readonly WrittenCase[] {
  const pen = takePen('a', setting.office, setting.calendar);
  const registered = receiveAndRegister(pen, setting);
  const reason = pen.text('reason', (random) => writeReason(random, reasons.WITHDRAW_REASONS));
  pen.act(laterDay(setting, registered, setting.random.whole(6)), STAFF, (state, context) =>
    decideWithdraw(state, { reason }, context),
  );
  return [pen.written()];
}

function archived(setting: StorySetting): readonly WrittenCase[] {
  const pen = takePen('a', setting.office, setting.calendar);
  const registered = receiveAndRegister(pen, setting);
  const reason = pen.text('reason', (random) => writeReason(random, reasons.ARCHIVE_REASONS));
  pen.act(laterDay(setting, registered, setting.random.whole(4)), STAFF, (state, context) =>
    decideArchive(state, { outcome: 'archived-invalid', reason }, context),
  );
  return [pen.written()];
}

function cancelled(setting: StorySetting): readonly WrittenCase[] {
  const pen = takePen('a', setting.office, setting.calendar);
  const registered = receiveAndRegister(pen, setting);
  const reason = pen.text('reason', (random) => writeReason(random, reasons.CANCEL_REASONS));
  pen.act(registered + 30 * MINUTE_MS, STAFF, (state, context) => decideCancel(state, { reason }, context));
  return [pen.written()];
}

/** The same matter over two channels: the first case lives on in the second. */
function enteredTwice(setting: StorySetting): readonly WrittenCase[] {
  const first = takePen('a', setting.office, setting.calendar);
  const second = takePen('b', setting.office, setting.calendar);
  receiveAndRegister(first, setting);
  // Only alike are they merged (rule 32).
  const { anonymous } = first.state().marks;
  const registered = receiveAndRegister(second, setting, { anonymous }, 'b');
  const at = laterDay(setting, registered, 1);
  const reason = first.text('reason', (random) => writeReason(random, reasons.MERGE_REASONS));
  const { office, calendar } = setting;
  const join = decideMerge(
    first.state(),
    second.state(),
    { self: PLACEHOLDER.caseId('a'), into: PLACEHOLDER.caseId('b'), reason },
    { now: instantOf(at), office, calendar, actor: STAFF },
  );
  if (!join.ok) throw new Error(`An invented merge was refused: ${JSON.stringify(join)}`);
  first.append(at, STAFF, join.events);
  second.append(at, STAFF, join.other);
  const verified = at + 10 * MINUTE_MS;
  second.act(verified, STAFF, (state, context) =>
    decideVerify(state, { completeness: 'complete', authority: 'own' }, context),
  );
  answerAndClose(second, setting, verified);
  return [first.written(), second.written()];
}

function protectedCase(setting: StorySetting): readonly WrittenCase[] {
  const pen = takePen('a', setting.office, setting.calendar);
  const safeContact = pen.text('safe-contact', (random) => writeReason(random, reasons.SAFE_CONTACTS));
  walkThroughTheUnit(pen, { ...setting, channel: spokenChannel(setting) }, { protected: true, safeContact });
  return [pen.written()];
}

function urgentCase(setting: StorySetting): readonly WrittenCase[] {
  const pen = takePen('a', setting.office, setting.calendar);
  walkThroughTheUnit(pen, { ...setting, channel: spokenChannel(setting) }, { urgent: true });
  return [pen.written()];
}

function restrictedCase(setting: StorySetting): readonly WrittenCase[] {
  const pen = takePen('a', setting.office, setting.calendar);
  const registered = receiveAndRegister(pen, setting);
  const reason = pen.text('reason', (random) => writeReason(random, reasons.MARK_REASONS));
  pen.act(registered + 20 * MINUTE_MS, STAFF, (state, context) =>
    decideMark(state, { mark: 'restricted', on: true, reason }, context),
  );
  return [pen.written()];
}

function incompleteFirst(setting: StorySetting): readonly WrittenCase[] {
  const pen = takePen('a', setting.office, setting.calendar);
  const registered = receiveAndRegister(pen, setting);
  const told = registered + 15 * MINUTE_MS;
  const missing = pen.text('note', () => 'Kartu Keluarga');
  pen.act(told, STAFF, (state, context) =>
    decideVerify(state, { completeness: 'incomplete', authority: 'own', missing: [missing] }, context),
  );
  const complete = laterDay(setting, told, 2 + setting.random.whole(8));
  pen.act(complete, STAFF, (state, context) =>
    decideVerify(state, { completeness: 'complete', authority: 'own' }, context),
  );
  answerAndClose(pen, setting, complete);
  return [pen.written()];
}
