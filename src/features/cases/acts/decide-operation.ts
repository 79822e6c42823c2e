import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Context } from '../../../domain/complaint/context.ts';
import { type AcknowledgeCommand, decideAcknowledge } from '../../../domain/complaint/decide-acknowledge.ts';
import { decideAcknowledgeDeskAnswer } from '../../../domain/complaint/decide-acknowledge-desk-answer.ts';
import { type AnswerCommand, decideAnswer } from '../../../domain/complaint/decide-answer.ts';
import {
  type AnswerAtDeskCommand,
  decideAnswerAtDesk,
} from '../../../domain/complaint/decide-answer-at-desk.ts';
import { decideApproveDuty } from '../../../domain/complaint/decide-approve-duty.ts';
import { type ArchiveCommand, decideArchive } from '../../../domain/complaint/decide-archive.ts';
import {
  type AskCommand,
  decideAsk,
  decideReply,
  type ReplyCommand,
} from '../../../domain/complaint/decide-ask.ts';
import { type CancelCommand, decideCancel } from '../../../domain/complaint/decide-cancel.ts';
import { decideChangeOwner } from '../../../domain/complaint/decide-change-owner.ts';
import { type ClassifyCommand, decideClassify } from '../../../domain/complaint/decide-classify.ts';
import { type CloseCommand, decideClose } from '../../../domain/complaint/decide-close.ts';
import { type ConfirmCommand, decideConfirm } from '../../../domain/complaint/decide-confirm.ts';
import { type CorrectCommand, decideCorrect } from '../../../domain/complaint/decide-correct.ts';
import { type DisposeCommand, decideDispose } from '../../../domain/complaint/decide-dispose.ts';
import { decideApproveAnswer, decideReturnAnswer } from '../../../domain/complaint/decide-draft.ts';
import { decideExtendRequest } from '../../../domain/complaint/decide-extend-request.ts';
import { decideFile, type FileCommand } from '../../../domain/complaint/decide-file.ts';
import { decideFollowUp, type FollowUpCommand } from '../../../domain/complaint/decide-follow-up.ts';
import { decideForward, type ForwardCommand } from '../../../domain/complaint/decide-forward.ts';
import { decideGiveDirection } from '../../../domain/complaint/decide-give-direction.ts';
import { decideHandOver, type HandOverCommand } from '../../../domain/complaint/decide-hand-over.ts';
import {
  type AssignInvestigationCommand,
  decideAssessInvestigation,
  decideAssignInvestigation,
  decideFind,
  decideFulfilDuty,
  decideRecordSanction,
  type FindCommand,
} from '../../../domain/complaint/decide-investigation.ts';
import {
  type AcceptUrgentCommand,
  decideAcceptUrgent,
  decideMark,
  decideSetSafeContact,
  type MarkCommand,
} from '../../../domain/complaint/decide-mark.ts';
import { decideObject, type ObjectCommand } from '../../../domain/complaint/decide-object.ts';
import { decideTakenToOmbudsman, type OmbudsmanCommand } from '../../../domain/complaint/decide-ombudsman.ts';
import { decideReadBack, type ReadBackCommand } from '../../../domain/complaint/decide-papers.ts';
import {
  type ConfirmTransferCommand,
  decideConfirmTransfer,
  decideRefer,
  type ReferCommand,
} from '../../../domain/complaint/decide-refer.ts';
import { decideRegister, type RegisterCommand } from '../../../domain/complaint/decide-register.ts';
import { decideReopen, type ReopenCommand } from '../../../domain/complaint/decide-reopen.ts';
import {
  decideReviewDecide,
  decideReviewRecommend,
  decideReviewStart,
  type ReviewDecideCommand,
} from '../../../domain/complaint/decide-review.ts';
import { decideSendMessage, type SendMessageCommand } from '../../../domain/complaint/decide-send-message.ts';
import {
  decideSubmitAnswer,
  type SubmitAnswerCommand,
} from '../../../domain/complaint/decide-submit-answer.ts';
import {
  decideProveNotice,
  decideVerify,
  type ProveNoticeCommand,
  type VerifyCommand,
} from '../../../domain/complaint/decide-verify.ts';
import { decideWithdraw, type WithdrawCommand } from '../../../domain/complaint/decide-withdraw.ts';
import type { Decision } from '../../../domain/complaint/decision.ts';
import {
  decideSettleRespondent,
  type SettleRespondentCommand,
} from '../../../domain/complaint/undecided-respondent.ts';

type Nothing = Readonly<Record<never, never>>;

/**
 * What each operation asks for: those of the contract (merge and unmerge touch two cases, see `joinCases`) and the
 * smaller acts beside them. The register number is not asked: the store gives it.
 */
export interface Commands {
  readonly register: Nothing;
  readonly verify: VerifyCommand;
  readonly acknowledge: AcknowledgeCommand;
  readonly classify: ClassifyCommand;
  readonly forward: ForwardCommand;
  readonly dispose: DisposeCommand;
  readonly 'hand-over': HandOverCommand;
  readonly 'follow-up': FollowUpCommand;
  readonly ask: AskCommand;
  readonly reply: ReplyCommand;
  readonly 'send-message': SendMessageCommand;
  readonly 'submit-answer': SubmitAnswerCommand;
  readonly 'return-answer': Parameters<typeof decideReturnAnswer>[1];
  readonly 'approve-answer': Nothing;
  readonly answer: AnswerCommand;
  readonly 'answer-at-desk': Omit<AnswerAtDeskCommand, 'register'>;
  readonly 'acknowledge-desk-answer': Nothing;
  readonly close: CloseCommand;
  readonly confirm: ConfirmCommand;
  readonly reopen: ReopenCommand;
  readonly refer: ReferCommand;
  readonly 'confirm-transfer': ConfirmTransferCommand;
  readonly 'prove-notice': ProveNoticeCommand;
  readonly withdraw: WithdrawCommand;
  readonly archive: ArchiveCommand;
  readonly correct: CorrectCommand;
  readonly cancel: CancelCommand;
  readonly mark: MarkCommand;
  readonly 'accept-urgent': AcceptUrgentCommand;
  readonly 'settle-respondent': SettleRespondentCommand;
  readonly 'set-safe-contact': Parameters<typeof decideSetSafeContact>[1];
  readonly 'review/start': Parameters<typeof decideReviewStart>[1];
  readonly 'review/recommend': Parameters<typeof decideReviewRecommend>[1];
  readonly 'review/decide': ReviewDecideCommand;
  readonly 'investigation/assess': Parameters<typeof decideAssessInvestigation>[1];
  readonly 'investigation/assign': AssignInvestigationCommand;
  readonly 'investigation/find': FindCommand;
  readonly 'investigation/sanction': Parameters<typeof decideRecordSanction>[1];
  readonly 'fulfil-duty': Parameters<typeof decideFulfilDuty>[1];
  readonly 'approve-duty': Parameters<typeof decideApproveDuty>[1];
  readonly 'give-direction': Parameters<typeof decideGiveDirection>[1];
  readonly 'change-owner': Parameters<typeof decideChangeOwner>[1];
  readonly 'extend-request': Nothing;
  readonly 'take-to-ombudsman': OmbudsmanCommand;
  readonly object: ObjectCommand;
  readonly 'read-back': ReadBackCommand;
  readonly file: FileCommand;
}
export type RunnableOperation = keyof Commands;

type Decide<C> = (
  state: CaseState,
  command: C,
  context: Context,
  /** For the two operations that write the case into the register. */
  register: RegisterCommand,
) => Decision;

const DECISIONS: { readonly [O in RunnableOperation]: Decide<Commands[O]> } = {
  register: (state, _command, context, register) => decideRegister(state, register, context),
  verify: decideVerify,
  acknowledge: decideAcknowledge,
  classify: decideClassify,
  forward: decideForward,
  dispose: decideDispose,
  'hand-over': decideHandOver,
  'follow-up': decideFollowUp,
  ask: decideAsk,
  reply: decideReply,
  'send-message': decideSendMessage,
  'submit-answer': decideSubmitAnswer,
  'return-answer': decideReturnAnswer,
  'approve-answer': (state, _command, context) => decideApproveAnswer(state, context),
  answer: decideAnswer,
  'answer-at-desk': (state, command, context, register) =>
    decideAnswerAtDesk(state, state.register === null ? { ...command, register } : command, context),
  'acknowledge-desk-answer': (state, _command, context) => decideAcknowledgeDeskAnswer(state, context),
  close: decideClose,
  confirm: decideConfirm,
  reopen: decideReopen,
  refer: decideRefer,
  'confirm-transfer': decideConfirmTransfer,
  'prove-notice': decideProveNotice,
  withdraw: decideWithdraw,
  archive: decideArchive,
  correct: decideCorrect,
  cancel: decideCancel,
  mark: decideMark,
  'accept-urgent': decideAcceptUrgent,
  'settle-respondent': decideSettleRespondent,
  'set-safe-contact': decideSetSafeContact,
  'review/start': decideReviewStart,
  'review/recommend': decideReviewRecommend,
  'review/decide': decideReviewDecide,
  'investigation/assess': decideAssessInvestigation,
  'investigation/assign': decideAssignInvestigation,
  'investigation/find': decideFind,
  'investigation/sanction': decideRecordSanction,
  'fulfil-duty': decideFulfilDuty,
  'approve-duty': decideApproveDuty,
  'give-direction': decideGiveDirection,
  'change-owner': decideChangeOwner,
  'extend-request': (state, _command, context) => decideExtendRequest(state, context),
  'take-to-ombudsman': decideTakenToOmbudsman,
  object: decideObject,
  'read-back': decideReadBack,
  file: decideFile,
};

/** One door to every decision of the core: pure. */
export function decideOperation<O extends RunnableOperation>(
  operation: O,
  state: CaseState,
  command: Commands[O],
  context: Context,
  register: RegisterCommand,
): Decision {
  return DECISIONS[operation](state, command, context, register);
}

/** Whether this operation writes the case into the register as it stands. */
export function takesNumber(operation: RunnableOperation, state: CaseState): boolean {
  return state.register === null && (operation === 'register' || operation === 'answer-at-desk');
}
