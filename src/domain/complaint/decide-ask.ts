import type { CaseState } from './case-state.ts';
import { PAUSABLE_CLOCKS } from './clocks.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { AttachmentId, Replied, TextId } from './event.ts';
import { gate } from './gate.ts';
import { unknownBody } from './office-words.ts';
import type { Clock } from './vocabulary.ts';
import { askedBodies } from './wait-for-reply.ts';
import { withDue } from './with-due.ts';

export type AskCommand = WrittenLater & {
  readonly to: 'complainant' | 'body';
  readonly body?: string | null;
  readonly text: TextId;
  /** Clocks that shall wait for the reply; only those whose own rule lets them (design: clocks never mix). */
  readonly pauses?: readonly Clock[];
};

/** A question to the complainant or to another body. No clock of law or promise waits for the reply. */
export function decideAsk(state: CaseState, command: AskCommand, context: Context): Decision {
  const closed = gate(state, 'ask', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const { to, body = null, text, pauses = [] } = command;
  if (to === 'complainant' && state.marks.protected && state.safeContact === null) {
    return refuse({ refusal: 'no-safe-contact' });
  }
  const unknown = to === 'body' ? unknownBody(body ?? '', context.office) : null;
  if (unknown !== null) return unknown;
  const running = new Set(state.due.map((limit) => limit.clock));
  const still = pauses.find((clock) => !PAUSABLE_CLOCKS.has(clock) || !running.has(clock));
  if (still !== undefined) return refuse({ refusal: 'clock-does-not-pause', clock: still });
  return accept({ type: 'asked', ...time.said, to, body: to === 'body' ? body : null, text, pauses });
}

export type ReplyCommand = WrittenLater & {
  readonly from: 'complainant' | 'body';
  /** Which body; needs no telling where one alone was asked. */
  readonly body?: string | null;
  readonly text: TextId;
  readonly attachments?: readonly AttachmentId[];
};

/**
 * The complainant's or a body's message; clocks that waited for it run on. Welcome in every status of a case that counts: the
 * complainant by his secret, staff who write it down need the permission to ask.
 */
export function decideReply(state: CaseState, command: ReplyCommand, context: Context): Decision {
  const { actor } = context;
  const closed = gate(state, 'reply', actor);
  if (closed !== null) return closed;
  if (actor.by === 'complainant' && command.from !== 'complainant') {
    return refuse({ refusal: 'not-permitted', operation: 'reply' });
  }
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const { from, text, attachments = [] } = command;
  const body = from === 'body' ? (command.body ?? onlyOne(askedBodies(state))) : null;
  const unknown = from === 'body' ? unknownBody(body ?? '', context.office) : null;
  if (unknown !== null) return unknown;
  const brought = attachments.length === 0 ? {} : { attachments };
  const replied: Replied = { type: 'replied', ...time.said, from, body, text, due: [], ...brought };
  return accept(withDue(state, replied, context));
}

function onlyOne(asked: readonly string[]): string | null {
  return asked.length === 1 ? (asked[0] ?? null) : null;
}
