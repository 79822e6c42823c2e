import { PAPER_RULES, type PaperKind } from '../../domain/papers/paper-kind.ts';
import type { CaseActor } from '../../domain/people/case-actor.ts';
import { type AtWork, actingAs } from '../people/staff-desk.tsx';

/** Whoever issues, numbers or signs such a paper, under the role by which he may. */
export function issuingAs(work: AtWork, kind: PaperKind): CaseActor {
  const by = PAPER_RULES[kind].issuedBy.find((one) => work.actor.may.has(one));
  return by === undefined ? work.actor : actingAs(work, by);
}
