import type { CaseState } from './case-state.ts';
import { FINISHED } from './status-sets.ts';

/** Where a telaah or an examination stands, and so who is awaited (rules 27–30); in the order in which they come. */
export const LANE_STAGES = [
  'recommend',
  'decide',
  'inspectorate',
  'assign',
  'assess',
  'not-worthy',
  'examine',
  'sanction',
  'duties',
  'answer',
  'over',
] as const;
export type LaneStage = (typeof LANE_STAGES)[number];

/** What comes next in the telaah or the closed lane of a case; null for one that neither has, or that left by a decision. */
export function laneStage({ review, investigation, duties, status }: CaseState): LaneStage | null {
  if (review === null) return null;
  if (review.decision === null) return review.recommendation === null ? 'recommend' : 'decide';
  const finished = FINISHED.includes(status);
  if (review.decision === 'inspectorate') return finished ? 'over' : 'inspectorate';
  if (review.decision !== 'audit') return null;
  const { investigators = [], worthy = null, finding = null, sanctioned = null } = investigation ?? {};
  if (finding === null && !finished) {
    if (investigators.length === 0) return 'assign';
    if (worthy === null) return 'assess';
    return worthy ? 'examine' : 'not-worthy';
  }
  // A decree may come after the answer: it is awaited until somebody records it, or that there is none (rule 29).
  if (finding !== null && finding !== 'not-proven' && sanctioned === null) return 'sanction';
  if (duties.some(({ fulfilled }) => !fulfilled)) return 'duties';
  return finished || status === 'answered' ? 'over' : 'answer';
}
