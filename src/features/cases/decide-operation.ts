import type { CaseState } from '../../domain/complaint/case-state.ts';
import type { Context } from '../../domain/complaint/context.ts';
import { type AnswerCommand, decideAnswer } from '../../domain/complaint/decide-answer.ts';
import {
  type AnswerAtDeskCommand,
  decideAnswerAtDesk,
} from '../../domain/complaint/decide-answer-at-desk.ts';
import { type CloseCommand, decideClose } from '../../domain/complaint/decide-close.ts';
import { type DisposeCommand, decideDispose } from '../../domain/complaint/decide-dispose.ts';
import { decideFile, type FileCommand } from '../../domain/complaint/decide-file.ts';
import { decideForward, type ForwardCommand } from '../../domain/complaint/decide-forward.ts';
import { decideRegister, type RegisterCommand } from '../../domain/complaint/decide-register.ts';
import { decideSubmitAnswer, type SubmitAnswerCommand } from '../../domain/complaint/decide-submit-answer.ts';
import type { Decision } from '../../domain/complaint/decision.ts';

/** What each operation asks for. The register number is not asked: the store gives it. */
export interface Commands {
  readonly register: Readonly<Record<never, never>>;
  readonly forward: ForwardCommand;
  readonly dispose: DisposeCommand;
  readonly 'submit-answer': SubmitAnswerCommand;
  readonly answer: AnswerCommand;
  readonly 'answer-at-desk': Omit<AnswerAtDeskCommand, 'register'>;
  readonly close: CloseCommand;
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
  forward: decideForward,
  dispose: decideDispose,
  'submit-answer': decideSubmitAnswer,
  answer: decideAnswer,
  'answer-at-desk': (state, command, context, register) =>
    decideAnswerAtDesk(state, state.register === null ? { ...command, register } : command, context),
  close: decideClose,
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
