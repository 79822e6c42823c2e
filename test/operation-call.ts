import type { CaseState } from '../src/domain/complaint/case-state.ts';
import type { Context } from '../src/domain/complaint/context.ts';
import { decideAcknowledge } from '../src/domain/complaint/decide-acknowledge.ts';
import { decideAcknowledgeDeskAnswer } from '../src/domain/complaint/decide-acknowledge-desk-answer.ts';
import { decideAnswer } from '../src/domain/complaint/decide-answer.ts';
import { decideAnswerAtDesk } from '../src/domain/complaint/decide-answer-at-desk.ts';
import { decideApproveDuty, isPublic } from '../src/domain/complaint/decide-approve-duty.ts';
import { decideArchive } from '../src/domain/complaint/decide-archive.ts';
import { decideAsk, decideReply } from '../src/domain/complaint/decide-ask.ts';
import { decideCancel } from '../src/domain/complaint/decide-cancel.ts';
import { decideChangeOwner } from '../src/domain/complaint/decide-change-owner.ts';
import { decideClassify } from '../src/domain/complaint/decide-classify.ts';
import { decideClose } from '../src/domain/complaint/decide-close.ts';
import { decideConfirm } from '../src/domain/complaint/decide-confirm.ts';
import { decideCorrect } from '../src/domain/complaint/decide-correct.ts';
import { decideDispose } from '../src/domain/complaint/decide-dispose.ts';
import { decideApproveAnswer, decideReturnAnswer } from '../src/domain/complaint/decide-draft.ts';
import { decideExtendRequest } from '../src/domain/complaint/decide-extend-request.ts';
import { decideFile } from '../src/domain/complaint/decide-file.ts';
import { decideFollowUp } from '../src/domain/complaint/decide-follow-up.ts';
import { decideForward } from '../src/domain/complaint/decide-forward.ts';
import { decideGiveDirection } from '../src/domain/complaint/decide-give-direction.ts';
import { decideHandOver } from '../src/domain/complaint/decide-hand-over.ts';
import {
  decideAssessInvestigation,
  decideAssignInvestigation,
  decideFind,
  decideFulfilDuty,
  decideRecordSanction,
} from '../src/domain/complaint/decide-investigation.ts';
import { decideAcceptUrgent, decideMark, decideSetSafeContact } from '../src/domain/complaint/decide-mark.ts';
import { decideMerge, decideUnmerge } from '../src/domain/complaint/decide-merge.ts';
import { decideObject } from '../src/domain/complaint/decide-object.ts';
import { decideTakenToOmbudsman } from '../src/domain/complaint/decide-ombudsman.ts';
import { decideReadBack } from '../src/domain/complaint/decide-papers.ts';
import { decideConfirmTransfer, decideRefer } from '../src/domain/complaint/decide-refer.ts';
import { decideRegister, registrationYear } from '../src/domain/complaint/decide-register.ts';
import { decideReopen } from '../src/domain/complaint/decide-reopen.ts';
import {
  decideReviewDecide,
  decideReviewRecommend,
  decideReviewStart,
} from '../src/domain/complaint/decide-review.ts';
import { decideSendMessage } from '../src/domain/complaint/decide-send-message.ts';
import { decideSubmitAnswer } from '../src/domain/complaint/decide-submit-answer.ts';
import { decideProveNotice, decideVerify } from '../src/domain/complaint/decide-verify.ts';
import { decideWithdraw } from '../src/domain/complaint/decide-withdraw.ts';
import type { Decision, Refused } from '../src/domain/complaint/decision.ts';
import type { WrittenLater } from '../src/domain/complaint/effective-time.ts';
import type { Corrected } from '../src/domain/complaint/event.ts';
import { noticeOnItsWay } from '../src/domain/complaint/notice-on-its-way.ts';
import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';
import { decideSettleRespondent } from '../src/domain/complaint/undecided-respondent.ts';
import { isUndecided } from '../src/domain/people/may.ts';
import { aComplaint } from './a-complaint.ts';

/** Chooses one of `n`, 0 … n − 1; the only source of chance. */
export type Pick = (n: number) => number;

const REASON = 'alasan-1';
const TEXT = 'teks-1';
export const SELF = 'kasus-1';
const OTHER = 'kasus-2';

/**
 * What a sensible person would enter for this operation on this case, and what the core decides about it. `pick`
 * varies what may vary; the second side of a merge is a case of its own that is not kept. `later`: when the act itself
 * was done, for those of the unit and the answer that are written down afterwards.
 */
export function decideSensibly(
  operation: CaseOperation,
  state: CaseState,
  context: Context,
  pick: Pick,
  later: WrittenLater = {},
): Decision {
  const one = <const T extends readonly unknown[]>(choices: T): T[number] =>
    choices[pick(choices.length)] ?? choices[0];
  const { office, actor } = context;
  const unit = one(['linjamsos', 'rehsos']);
  const account = actor.account ?? 'petugas-1';
  const toldTo = 'pelapor-1';
  switch (operation) {
    case 'register': {
      const year = registrationYear(context);
      return decideRegister(state, { year, no: 1 + pick(900), printed: `1/${year}` }, context);
    }
    case 'verify': {
      const complete = state.status === 'awaiting-completion' || pick(4) > 0;
      const authority = one(['own', 'own', 'other']);
      return decideVerify(
        state,
        { completeness: complete ? 'complete' : 'incomplete', authority, missing: ['KK'], ...later },
        context,
      );
    }
    case 'acknowledge':
      return decideAcknowledge(state, { channel: one(['whatsapp', 'email']), text: TEXT }, context);
    case 'classify': {
      const severity = one(['light', 'moderate', 'special']);
      const kind = one([state.kind, state.kind, 'aspirasi', 'pengaduan']);
      return decideClassify(
        state,
        { severity, kind, service: one(['pbi-jk', 'pkh']), reason: REASON, ...later },
        context,
      );
    }
    case 'forward':
      return decideForward(state, {}, context);
    case 'dispose':
      return decideDispose(state, { unit, owner: one([null, account]), ...later }, context);
    case 'hand-over':
      return decideHandOver(
        state,
        { toUnit: state.unit === 'rehsos' ? 'linjamsos' : 'rehsos', reason: REASON, ...later },
        context,
      );
    case 'follow-up':
      return decideFollowUp(state, { entry: one(['note', 'field-check', 'aid']), text: TEXT }, context);
    case 'ask':
      return decideAsk(
        state,
        {
          ...{ to: one(['complainant', 'body']), body: one(['kemensos', 'inspektorat']), text: TEXT },
          pauses: state.due.some(({ clock }) => clock === 'sp4n') ? ['sp4n'] : [],
        },
        context,
      );
    case 'submit-answer':
      return decideSubmitAnswer(state, { text: TEXT, ...later }, context);
    case 'answer': {
      const said = { text: TEXT, ...later };
      if (pick(3) === 0)
        return decideAnswer(state, { way: 'channel', channel: 'whatsapp', ...said }, context);
      return decideAnswer(state, { way: 'oral', toldTo, ...said }, context);
    }
    case 'answer-at-desk':
      return decideAnswerAtDesk(
        state,
        { way: 'oral', toldTo, text: TEXT, outcome: 'explained', ...later },
        context,
      );
    case 'close': {
      const outcome = one(['resolved', 'explained', 'not-proven', 'pending-elsewhere']);
      const lookAgainOn = `${registrationYear(context) + 1}-12-31`;
      const closedBy =
        actor.by === 'system' ? 'silence' : state.confirmedAt === null ? 'office' : 'complainant';
      const elsewhere = { body: 'kemensos', reference: null, lookAgainOn };
      const pending = outcome === 'pending-elsewhere' ? elsewhere : null;
      return decideClose(state, { outcome, closedBy, pending, ...later }, context);
    }
    case 'confirm':
      return decideConfirm(state, {}, context);
    case 'reopen':
      return decideReopen(state, { reason: REASON }, context);
    case 'refer': {
      const way = one(['directed', 'forwarded', 'transferred']);
      const answer = { way: 'oral' as const, toldTo, text: TEXT };
      return decideRefer(state, { way, body: 'kemensos', answer }, context);
    }
    case 'withdraw':
      return decideWithdraw(state, { reason: REASON, deemed: actor.by === 'system', ...later }, context);
    case 'archive':
      return decideArchive(
        state,
        { outcome: one(['archived-invalid', 'archived-duplicate']), reason: REASON, ...later },
        context,
      );
    case 'merge':
      return oneSide(
        decideMerge(state, otherCase(state, false), { self: SELF, into: OTHER, reason: REASON }, context),
      );
    case 'unmerge':
      return oneSide(decideUnmerge(state, otherCase(state, true), { self: SELF, reason: REASON }, context));
    case 'correct': {
      const channel = state.channel === 'loket' ? 'surat' : 'loket';
      const place = state.place === 'utara' ? 'selatan' : 'utara';
      const earlier = new Date(Date.parse(state.ownReceipt.at) - 86_400_000).toISOString();
      const changes: Corrected['changes'] = one([
        { channel },
        { place },
        { receivedAt: earlier },
        { channel, place },
        { service: state.service === 'pkh' ? 'pbi-jk' : 'pkh' },
        { happenedOn: earlier.slice(0, 10) },
        { kind: state.kind === 'pengaduan' ? 'aspirasi' : 'pengaduan' },
        { respondents: [{ identity: null, account: 'terlapor-1', unit: 'rehsos' }] },
      ]);
      return decideCorrect(state, { changes, reason: REASON }, context);
    }
    case 'cancel':
      return decideCancel(state, { reason: REASON }, context);
    case 'mark': {
      const mark = one(['urgent', 'protected', 'anonymous', 'secret']);
      const unmarks = actor.may.has('case/unmark');
      const on = !state.marks[mark];
      if (on || unmarks) return decideMark(state, { mark, on, reason: REASON }, context);
      const unset = (['urgent', 'protected', 'anonymous', 'secret'] as const).find(
        (name) => !state.marks[name],
      );
      return decideMark(state, { mark: unset ?? mark, on: true, reason: REASON }, context);
    }
    case 'accept-urgent':
      return decideAcceptUrgent(state, {}, context);
    case 'review/start':
      return decideReviewStart(state, { reviewers: [account] }, context);
    case 'review/recommend':
      return decideReviewRecommend(
        state,
        { recommendation: one(['unit', 'audit', 'stop']), text: TEXT },
        context,
      );
    case 'review/decide': {
      const decision = one(['audit', 'audit', 'unit', 'stop', 'inspectorate']);
      return decideReviewDecide(
        state,
        { decision, readers: decision === 'audit' ? ['auditor-1'] : [] },
        context,
      );
    }
    case 'investigation/assign':
      return decideAssignInvestigation(
        state,
        { investigators: [{ account: 'auditor-1' }], from: '2026-03-03', to: '2026-04-03' },
        context,
      );
    case 'investigation/assess':
      return decideAssessInvestigation(state, { worthy: pick(3) > 0, grounds: TEXT }, context);
    case 'investigation/find':
      return decideFind(
        state,
        { finding: one(['proven', 'not-proven', 'below-standard']), text: TEXT },
        context,
      );
    case 'investigation/sanction': {
      const decree = { number: '800/1', on: '2026-01-05', authority: 'Bupati', degree: 'light' } as const;
      return decideRecordSanction(state, { sanction: one([null, decree]) }, context);
    }
    case 'file':
      return decideFile(state, { box: `${office.slug}-1`, ...later }, context);
    case 'reply':
      return decideReply(
        state,
        actor.by === 'complainant' || pick(2) === 0
          ? { from: 'complainant', text: TEXT }
          : { from: 'body', body: one(['kemensos', 'inspektorat']), text: TEXT },
        context,
      );
    case 'send-message':
      return decideSendMessage(state, { channel: one(['whatsapp', 'email']), text: TEXT }, context);
    case 'return-answer':
      return decideReturnAnswer(state, { reason: REASON }, context);
    case 'approve-answer':
      return decideApproveAnswer(state, context);
    case 'acknowledge-desk-answer':
      return decideAcknowledgeDeskAnswer(state, context);
    case 'confirm-transfer':
      return decideConfirmTransfer(state, { answer: { way: 'oral', toldTo, text: TEXT } }, context);
    case 'prove-notice':
      return decideProveNotice(state, { notice: noticeOnItsWay(state)?.notice ?? 'incomplete' }, context);
    case 'set-safe-contact':
      return decideSetSafeContact(state, { text: TEXT }, context);
    case 'settle-respondent': {
      const { respondents } = state.people;
      const place = Math.max(0, respondents.findIndex(isUndecided));
      const said = respondents[place]?.said;
      // Whoever said it already says another thing, a second the same.
      const anew = said === undefined ? pick(2) === 0 : said.staff.length > 0;
      const staff = said !== undefined && said.by !== actor.account ? said.staff : anew ? [] : ['terlapor-1'];
      const command = { respondent: place + 1, staff, notStaff: staff.length === 0, reason: REASON };
      const above = [{ ...actor, account: 'di-atas' }];
      const two = { isOneHandWith: () => false, isClosed: () => false };
      return decideSettleRespondent(state, command, { ...context, above, ...two });
    }
    case 'fulfil-duty': {
      const unmet = state.duties.filter(({ fulfilled }) => !fulfilled);
      const free = unmet.find((one) => one.approved !== undefined || !isPublic(one.duty, context.office));
      const open = free ?? unmet[0];
      return decideFulfilDuty(state, { duty: open?.duty ?? '', text: TEXT }, context);
    }
    case 'approve-duty': {
      const open = state.duties.find(({ fulfilled }) => !fulfilled);
      return decideApproveDuty(state, { duty: open?.duty ?? '', text: TEXT }, context);
    }
    case 'extend-request':
      return decideExtendRequest(state, context);
    case 'take-to-ombudsman':
      return decideTakenToOmbudsman(state, { returned: state.marks.atOmbudsman }, context);
    case 'object':
      return decideObject(state, { text: TEXT }, context);
    case 'change-owner': {
      const next = one([account, 'auditor-1']);
      return decideChangeOwner(
        state,
        { owner: next === state.owner ? null : next, reason: REASON },
        { ...context, worksOnCases: () => true },
      );
    }
    case 'give-direction':
      return decideGiveDirection(state, { text: TEXT }, context);
    case 'read-back':
      return decideReadBack(state, { way: one(['signed', 'by-phone']) }, context);
  }
}

/** A second case about the same people and with the same marks, so that a join takes no wall away. */
function otherCase({ people, marks, review, everGuarded }: CaseState, absorbed: boolean): CaseState {
  const guarded = everGuarded === true ? { everGuarded } : {};
  const state = { ...aComplaint().received().state(), people, marks, review, ...guarded };
  return absorbed ? { ...state, absorbed: [SELF] } : state;
}

function oneSide(joined: Refused | Extract<ReturnType<typeof decideMerge>, { readonly ok: true }>): Decision {
  return joined.ok ? { ok: true, events: joined.events } : joined;
}
