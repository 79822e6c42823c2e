import type { AnswerWay } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Office } from '../../offices/office.read.ts';
import { type BodyResult, runBody } from '../acts/run-body.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import type { Member } from './read-group.ts';

export type GroupAnswer = {
  readonly text: string;
  readonly way: AnswerWay;
  readonly channel: string | null;
  readonly delivered: boolean;
};
export type AnsweredMember = { readonly member: Member; readonly result: BodyResult };

/**
 * One answer to all of a rombongan (rule 3): given to each case by itself, so that each history holds it, and one that cannot take
 * it does not hold up the others. By word of mouth it is told to the first complainant of each. Repeated with the same key,
 * each case answers as before. `now` in milliseconds.
 */
export async function answerGroup(
  desk: CaseDesk,
  { office, actor }: { readonly office: Office; readonly actor: CaseActor },
  members: readonly Member[],
  answer: GroupAnswer,
  key: string,
  now: number,
): Promise<readonly AnsweredMember[]> {
  const answered: AnsweredMember[] = [];
  for (const member of members) {
    const { caseId, state } = member;
    const { text, way, channel, delivered } = answer;
    const first = state.people.reporters[0]?.identity;
    const body = {
      ...{ text, way, delivered },
      ...(way === 'channel' ? { channel: channel ?? state.channel } : {}),
      ...(way === 'oral' && first !== undefined ? { toldTo: first } : {}),
    };
    const idempotency = { key: `${key}-${state.ticket}`, body: JSON.stringify(body) };
    const result = await runBody(
      desk,
      { office, actor, ref: { caseId }, operation: 'answer', body, expectedVersion: null, idempotency },
      now,
    );
    answered.push({ member, result });
  }
  return answered;
}
