import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';

/**
 * The rules of who may do what with a case, written out by hand from rules 5, 6, 21, 23, 27 and 28: the code under test is
 * asked for nothing here. `test/permission-matrix.test.ts` and `.http.test.ts` hold both against each other.
 */

/**
 * `anywhere`: whoever holds the permission, whatever his unit. `work`: the unit that has the case, those above the units and
 * those who dispose. `decision`: the same, and the front office, which verifies. `reviewers`, `investigators`: those whom
 * the case itself names.
 */
type Where = 'anywhere' | 'work' | 'decision' | 'reviewers' | 'investigators';

type Rule = {
  /** One of these is enough. */
  readonly needs: readonly string[];
  readonly where: Where;
  /** Shows nothing of what a protected case says: done by whoever may not read it, too (rules 5, 6). */
  readonly unread?: true;
  /** No program does it beside whoever made its token (decision 0025). */
  readonly byPerson?: true;
};

const anywhere = (...needs: readonly string[]): Rule => ({ needs, where: 'anywhere' });
const work = (...needs: readonly string[]): Rule => ({ needs, where: 'work' });
const decision = (...needs: readonly string[]): Rule => ({ needs, where: 'decision' });

export const RULES: Readonly<Record<CaseOperation, Rule>> = {
  register: { needs: ['register'], where: 'anywhere', unread: true },
  verify: anywhere('verify'),
  acknowledge: anywhere('acknowledge'),
  classify: decision('classify'),
  forward: anywhere('forward'),
  dispose: anywhere('dispose'),
  'hand-over': work('hand-over'),
  'change-owner': work('hand-over', 'dispose'),
  'follow-up': work('follow-up'),
  ask: work('ask'),
  'submit-answer': work('submit-answer'),
  answer: decision('answer'),
  'answer-at-desk': anywhere('answer-at-desk'),
  close: decision('close'),
  confirm: decision('confirm'),
  reopen: decision('reopen'),
  refer: decision('refer'),
  withdraw: decision('withdraw'),
  archive: decision('archive'),
  merge: decision('merge'),
  unmerge: decision('unmerge'),
  correct: decision('correct'),
  cancel: decision('cancel'),
  mark: anywhere('mark'),
  'accept-urgent': { needs: ['accept-urgent'], where: 'anywhere', unread: true },
  'review/start': anywhere('review/start'),
  'review/recommend': { needs: ['review/recommend'], where: 'reviewers' },
  'review/decide': anywhere('review/decide'),
  'investigation/assess': { needs: ['investigation/assess'], where: 'investigators' },
  'investigation/assign': anywhere('investigation/assign'),
  'investigation/find': { needs: ['investigation/find'], where: 'investigators' },
  'investigation/sanction': anywhere('investigation/sanction'),
  file: decision('file'),
  reply: work('ask'),
  'send-message': work('ask'),
  'return-answer': decision('answer'),
  'approve-answer': decision('answer'),
  'acknowledge-desk-answer': anywhere('desk/acknowledge-day'),
  'confirm-transfer': decision('refer'),
  // Of a notice that something lacks; of an answer it is asked of who answers.
  'prove-notice': decision('verify'),
  'settle-respondent': { needs: ['dispose'], where: 'anywhere', byPerson: true },
  'set-safe-contact': anywhere('mark'),
  'fulfil-duty': work('follow-up'),
  // No text waits in these cases: beside one it is held by `decide-approve-duty.test.ts`.
  'approve-duty': anywhere('publication/approve'),
  'extend-request': decision('answer'),
  'take-to-ombudsman': decision('correct'),
  object: decision('correct'),
  'give-direction': anywhere('dispose', 'review/decide'),
  'read-back': anywhere('correct'),
};

/**
 * In which case a role meets: one of its own unit, or of another, or as one that stands above the units. The case is open
 * but in those that say otherwise; whose lane is closed names the holder, or others only.
 */
export const SITUATIONS = [
  'own-unit',
  'other-unit',
  'above-units',
  'protected-own-unit',
  'protected-other-unit',
  'protected-above-units',
  'restricted-named',
  'restricted-not-named',
  'terlapor',
  'terlapor-among-readers',
  'deputy-of-terlapor',
  'terlapor-undecided',
  'other-office',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** `yes`; `no`: told that he may not; `hidden`: the case is not there for him. */
export type Expected = 'yes' | 'no' | 'hidden';

/** Whether somebody with this one role may open the case (rules 6, 27, 28). */
export function mayOpen(may: readonly string[], situation: Situation): boolean {
  const has = (permission: string) => may.includes(permission);
  switch (situation) {
    case 'own-unit':
    case 'other-unit':
    case 'above-units':
      return has('case/read-open');
    case 'protected-own-unit':
      return has('case/read-protected');
    // Its handlers only: whoever disposes gave it to the unit.
    case 'protected-other-unit':
    case 'protected-above-units':
      return has('case/read-protected') && has('dispose');
    case 'restricted-named':
      return true;
    // Nobody said who is meant: those who dispose say it.
    case 'terlapor-undecided':
      return has('dispose');
    case 'restricted-not-named':
    case 'terlapor':
    case 'terlapor-among-readers':
    case 'deputy-of-terlapor':
    case 'other-office':
      return false;
  }
}

/** What the rules say of this operation, for somebody with this one role. */
export function expected(
  may: readonly string[],
  operation: CaseOperation,
  situation: Situation,
  by: 'staff' | 'token' = 'staff',
): Expected {
  const rule = RULES[operation];
  const opens = mayOpen(may, situation);
  const permitted = rule.needs.some((one) => may.includes(one));
  if (!opens && isWalled(situation) && !(rule.unread === true && situation.startsWith('protected')))
    return 'hidden';
  if (!permitted || (rule.byPerson === true && by === 'token')) return 'no';
  if (!opens && rule.unread !== true) return 'no';
  // Not to be read, and still done: of a protected case, and of an open one by who reads no open case.
  return isThere(rule.where, may, situation) ? 'yes' : 'no';
}

/** Behind a wall nobody learns that the case is there. */
function isWalled(situation: Situation): boolean {
  return !['own-unit', 'other-unit', 'above-units'].includes(situation);
}

function isThere(where: Where, may: readonly string[], situation: Situation): boolean {
  const ofOtherUnit = situation === 'other-unit' || situation === 'protected-other-unit';
  switch (where) {
    case 'anywhere':
      return true;
    case 'work':
      return !ofOtherUnit || may.includes('dispose');
    case 'decision':
      return !ofOtherUnit || may.includes('dispose') || may.includes('verify');
    // In these cases nobody but those of `restricted-named` is named.
    case 'reviewers':
    case 'investigators':
      return situation === 'restricted-named';
  }
}
