import { approversOf } from '../../../domain/complaint/answer-approval.ts';
import { type LaneStage, laneStage } from '../../../domain/complaint/lane-stage.ts';
import type { CaseOperation } from '../../../domain/complaint/operation-table.ts';
import type { OfficeData } from '../../../domain/office/office-data.ts';
import { awaitsRespondent } from '../../../domain/people/may.ts';
import type { CaseReading } from './read-case.read.ts';

/**
 * The one thing to do now: an urgent case is taken in hand first, then it is said who is complained of (rule 28), then what
 * a telaah or an examination waits for (rule 27); a draft waits to be approved and answered; what a finding leaves to do
 * holds nothing up (rules 29, 30); else the act that the next step of the case's SOP is bound to, else the first that the
 * core says comes next.
 */
export function nextOperation(
  { actions, state }: Pick<CaseReading, 'actions' | 'state'>,
  data: OfficeData,
): string | null {
  const asksApproval = state.draftAnswer !== null && approversOf(state, null, data).length > 0;
  const may = (operation: string | undefined) => actions.some((one) => one.operation === operation);
  const step = state.sop.steps.find((one) => one.finishedAt === null && one.mark === null);
  const stage = laneStage(state);
  const wanted = [
    'accept-urgent',
    ...(awaitsRespondent(state) ? ['settle-respondent'] : []),
    ...(stage === null ? [] : (HELD_UP_BY[stage] ?? [])),
    ...(asksApproval ? ['approve-answer'] : []),
    ...(state.draftAnswer !== null && state.answer === null ? ['answer'] : []),
    ...(state.status === 'answered' ? ['close'] : []),
    ...(stage === null ? [] : (LEFT_TO_DO[stage] ?? [])),
    ...(step === undefined ? [] : [step.operation]),
  ];
  return wanted.find(may) ?? actions.find((one) => one.primary)?.operation ?? null;
}

type ActsOfStages = Readonly<Partial<Record<LaneStage, readonly CaseOperation[]>>>;
const HELD_UP_BY: ActsOfStages = {
  recommend: ['review/recommend'],
  decide: ['review/decide'],
  assign: ['investigation/assign'],
  assess: ['investigation/assess'],
  examine: ['investigation/find'],
};
const LEFT_TO_DO: ActsOfStages = { sanction: ['investigation/sanction'], duties: ['fulfil-duty'] };
