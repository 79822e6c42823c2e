import { WITH_THE_UNIT } from '../../../domain/complaint/status-sets.ts';
import { OUTCOMES, PROVENANCES, STATUSES, type Status } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Permission } from '../../../domain/people/permissions.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';

/** What may wait for somebody, in the order in which a day's page shows it. */
export const WAITS = [
  'urgent',
  'mine-due',
  'decide',
  'review',
  'investigate',
  'register',
  'verify',
  'dispose',
  'about-head',
  'safe-referral',
  'drafts',
  'approved',
  'unit-due',
  'unit-new',
  'pending',
  'answered',
] as const;
/** What the page of the head counts. */
export const HEAD_COUNTS = ['late', 'at-risk', 'new-week', 'answered-week', 'urgent-hour', 'decide'] as const;
export type Wait = (typeof WAITS)[number] | (typeof HEAD_COUNTS)[number];

/** Names of the moments and people that a condition speaks of: columns of one row `a`. */
export const ASKED = `select $8::timestamptz as now, $9::uuid as account, $10::smallint[] as units, $11::text as today,
  $12::timestamptz as day_end, $13::timestamptz as risk_end, $14::timestamptz as week_start, $15::timestamptz as hour_ago,
  $16::text[] as heads`;

type WaitRule = {
  /** Who is asked: one of these is enough. */
  readonly needs: readonly Permission[];
  /** Only for who works in a unit. */
  readonly ofUnits?: true;
  /** A condition on complaint_case `c` and the asked `a`. */
  readonly where: string;
  /** Where not all open cases are asked: a FROM item that gives the ids. */
  readonly among?: string;
};

const code = (status: Status): number => vocabularyCode(STATUSES, status);
const withUnit = `c.status in (${WITH_THE_UNIT.map(code).join(', ')})`;
const unread = `c.status < ${code('answered')}`;
const inOwnUnits = '(cardinality(a.units) = 0 or c.unit = any (a.units))';
/** Whether the case ever had such a text, by the small index of these: its state is read only where it had. */
const hadText = (purpose: 'draft-answer' | 'review') =>
  `exists (select from case_text t where t.office_id = $1 and t.case_id = c.case_id and t.purpose = '${purpose}')`;
const isNamed = (path: string) =>
  `exists (select from json_array_elements_text(c.state #> '${path}') named where named = a.account::text)`;

/**
 * The rules of what waits. Each is answered by an index of the few open cases that it speaks of; what only the state tells
 * (a draft, a telaah) is looked up in the cases of those statuses alone.
 */
const RULES: Readonly<Record<Wait, WaitRule>> = {
  urgent: {
    needs: ['accept-urgent'],
    where: `c.is_open and c.urgent and c.state #>> '{marks,urgentAcceptedAt}' is null`,
  },
  'mine-due': {
    needs: ['case/read-open'],
    where: 'c.is_open and c.owner = a.account and c.due_at < a.day_end',
  },
  decide: {
    needs: ['review/decide'],
    where: `c.is_open and ${unread} and ${hadText('review')}
      and c.state #>> '{review,recommendation}' is not null and c.state #>> '{review,decision}' is null`,
  },
  review: {
    needs: ['review/recommend'],
    // A text without this is nearly every one's, and is told without taking it apart.
    where: `c.is_open and ${unread} and position('"review":null' in c.state::text) = 0
      and c.state #>> '{review,decision}' is null and c.state #>> '{review,recommendation}' is null and ${isNamed('{review,reviewers}')}`,
  },
  investigate: {
    needs: ['investigation/assess', 'investigation/find'],
    where: `c.is_open and c.restricted and c.state #>> '{investigation,finding}' is null
      and ${isNamed('{investigation,investigators}')}`,
  },
  register: {
    needs: ['register'],
    where: `c.is_open and c.status = ${code('received')} and c.register_no is null
      and c.provenance = ${vocabularyCode(PROVENANCES, 'tanggap')}`,
  },
  verify: { needs: ['verify'], where: `c.is_open and c.status = ${code('received')}` },
  dispose: { needs: ['dispose'], where: `c.is_open and c.status = ${code('verified')} and c.unit is null` },
  // Rule 28: it goes to the Inspektorat through who reads it besides; the terlapor and his deputy are never among them.
  'about-head': {
    needs: ['dispose', 'refer'],
    among: `(select t.case_id from case_respondent t join account_role r using (office_id, account_id), a
      where t.office_id = $1 and r.role = any (a.heads) and r.from_on <= a.today::date and (r.to_on is null or r.to_on >= a.today::date))`,
    where: `c.is_open and c.state #>> '{referral,confirmedAt}' is null`,
  },
  // Rule 6: the same day, by a hand-over that was confirmed.
  'safe-referral': {
    needs: ['follow-up'],
    where: `c.is_open and c.protected and ${unread} and ${inOwnUnits} and c.state #>> '{safeReferral,handedOverAt}' is null`,
  },
  drafts: {
    needs: ['answer'],
    where: `c.is_open and ${withUnit} and ${inOwnUnits} and ${hadText('draft-answer')}
      and c.state #>> '{draftAnswer,text}' is not null and c.state ->> 'decidedAt' is null`,
  },
  approved: {
    needs: ['answer'],
    where: `c.is_open and ${withUnit} and ${inOwnUnits} and ${hadText('draft-answer')}
      and c.state #>> '{draftAnswer,text}' is not null and c.state ->> 'decidedAt' is not null`,
  },
  'unit-due': {
    needs: ['follow-up'],
    ofUnits: true,
    where: `c.is_open and ${withUnit} and c.unit = any (a.units) and c.due_at < a.day_end`,
  },
  'unit-new': {
    needs: ['follow-up'],
    ofUnits: true,
    where: `c.is_open and c.status = ${code('disposed')} and c.unit = any (a.units)`,
  },
  pending: {
    needs: ['close'],
    among: '(select w.case_id from case_watch w where w.office_id = $1)',
    where: `c.outcome = ${vocabularyCode(OUTCOMES, 'pending-elsewhere')} and c.counted and ${inOwnUnits}
      and c.state #>> '{closed,pending,lookAgainOn}' <= a.today`,
  },
  answered: { needs: ['close'], where: `c.is_open and c.status = ${code('answered')} and ${inOwnUnits}` },
  late: {
    needs: ['review/decide', 'dispose'],
    where: `c.is_open and c.due_at < a.now and c.status <> ${code('not-recorded')}`,
  },
  'at-risk': {
    needs: ['review/decide', 'dispose'],
    where: `c.is_open and c.due_at >= a.now and c.due_at < a.risk_end and c.status <> ${code('not-recorded')}`,
  },
  'new-week': {
    needs: ['review/decide', 'dispose'],
    among: `(select s.case_id from case_search s, a where s.office_id = $1 and s.received_at >= a.week_start)`,
    where: `c.counted and c.provenance = ${vocabularyCode(PROVENANCES, 'tanggap')}`,
  },
  'answered-week': {
    needs: ['review/decide', 'dispose'],
    among: `(select t.case_id from case_text t, a
      where t.office_id = $1 and t.purpose = 'answer' and t.written_at >= a.week_start)`,
    where: `c.counted and c.state #>> '{answer,at}' is not null`,
  },
  'urgent-hour': {
    needs: ['review/decide', 'dispose'],
    where: `c.is_open and c.urgent and ${unread} and c.changed_at < a.hour_ago`,
  },
};

/** Whether this may wait for him at all. */
export function waitsFor({ may, units }: CaseActor, wait: Wait): boolean {
  const { needs, ofUnits } = RULES[wait];
  return needs.some((one) => may.has(one)) && (ofUnits === undefined || units.length > 0);
}

export function isWait(word: string): word is Wait {
  return Object.hasOwn(RULES, word);
}

/** The condition of a wait on `c` and `a`, and where its cases are looked for. */
export function waitSql(wait: Wait): { readonly where: string; readonly among: string | null } {
  const { where, among = null } = RULES[wait];
  return { where, among };
}
