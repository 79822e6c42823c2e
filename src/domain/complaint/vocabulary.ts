/** The closed vocabularies that all offices share, so that figures can be added up. Labels are each office's own. */

/** Rule 2: five kinds, kept apart in every table. */
export const KINDS = [
  'pengaduan',
  'aspirasi',
  'permintaan-informasi',
  'permohonan-layanan',
  'whistleblowing',
] as const;
export type Kind = (typeof KINDS)[number];

/** `tidak-tercatat` belongs to imported rows only; the public may use `website` only. */
export const CHANNELS = [
  'loket',
  'surat',
  'kotak-saran',
  'telepon',
  'faks',
  'sms',
  'whatsapp',
  'telegram',
  'website',
  'email',
  'facebook',
  'instagram',
  'x',
  'youtube',
  'tiktok',
  'linkedin',
  'aplikasi-chat',
  'ppid',
  'sp4n-lapor',
  'kunjungan',
  'lain',
  'tidak-tercatat',
] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Where the case stands. How it ended is the outcome, a different fact (design law 4). `not-recorded` belongs to imported
 * rows only, whose old register does not tell (rule 37).
 */
export const STATUSES = [
  'received',
  'awaiting-completion',
  'verified',
  'disposed',
  'in-progress',
  'answered',
  'closed',
  'filed',
  'not-recorded',
] as const;
export type Status = (typeof STATUSES)[number];

/** Rule 26. `not-recorded` belongs to imported rows only. */
export const OUTCOMES = [
  'resolved',
  'explained',
  'pending-elsewhere',
  'not-proven',
  'declined',
  'out-of-authority',
  'referred',
  'withdrawn',
  'deemed-withdrawn',
  'archived-invalid',
  'archived-duplicate',
  'not-recorded',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Rule 25: an answer is given in one of five ways. */
/** Where whoever passes by reads what is answered: a neutral sentence there, the content by direct message (rule 25). */
export const PUBLIC_THREADS: readonly Channel[] = [
  'facebook',
  'instagram',
  'x',
  'youtube',
  'tiktok',
  'linkedin',
];
export const ANSWER_WAYS = ['channel', 'letter', 'oral', 'published', 'undeliverable'] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];

export const CLOSED_BY = ['complainant', 'office', 'silence'] as const;
export type ClosedBy = (typeof CLOSED_BY)[number];

/** Rules 13–14: clocks never mix; each case carries those of its kind. */
export const CLOCKS = [
  'statute-response',
  'statute-completion',
  'statute-decision',
  'statute-notice',
  'ppid',
  'sp4n',
  'office',
] as const;
export type Clock = (typeof CLOCKS)[number];

/** Rule 3: as whom a complainant stands. */
export const REPORTER_ROLES = ['self', 'proxy', 'group', 'institution', 'official'] as const;
export type ReporterRole = (typeof REPORTER_ROLES)[number];

/** Rule 28: whether the person complained of works at this office, as far as whoever complains knows. */
export const WORKS_HERE = ['yes', 'no', 'unknown'] as const;
export type WorksHere = (typeof WORKS_HERE)[number];

/** Severity classes; an office uses those that its papers name. */
export const SEVERITIES = ['light', 'moderate', 'severe', 'very-severe', 'special', 'single'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where an imported row rests on the office's old register (rule 37). */
export const PROVENANCES = ['tanggap', 'register-lama'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** How exactly the receipt of a case is known (rule 37). */
export const PRECISIONS = ['instant', 'day', 'month'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Rule 24: the three ways out of house. */
export const REFERRAL_WAYS = ['directed', 'forwarded', 'transferred'] as const;
export type ReferralWay = (typeof REFERRAL_WAYS)[number];

/** Why an open limit came to fall on another instant. */
export const MOVE_CAUSES = [
  'calendar',
  'office-hours',
  'calendar-or-hours',
  'ppid-extension',
  'merge',
  'unmerge',
  'correction',
] as const;
export type MoveCause = (typeof MOVE_CAUSES)[number];

/** The operations of the contract; an SOP step is bound to one of them (or to `intake`, `issue-report`). */
export const OPERATIONS = [
  'intake',
  'register',
  'verify',
  'acknowledge',
  'classify',
  'forward',
  'dispose',
  'hand-over',
  'follow-up',
  'ask',
  'submit-answer',
  'answer',
  'answer-at-desk',
  'close',
  'confirm',
  'reopen',
  'refer',
  'withdraw',
  'archive',
  'merge',
  'unmerge',
  'correct',
  'cancel',
  'mark',
  'accept-urgent',
  'review/start',
  'review/recommend',
  'review/decide',
  'investigation/assess',
  'investigation/assign',
  'investigation/find',
  'investigation/sanction',
  'file',
  'issue-report',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/**
 * Smaller acts beside the operations: each asks for the permission of one of those (`permissionsFor`), and no SOP step
 * is bound to it.
 */
export const SMALLER_ACTS = [
  'reply',
  'send-message',
  'return-answer',
  'approve-answer',
  'acknowledge-desk-answer',
  'confirm-transfer',
  'prove-notice',
  'settle-respondent',
  'set-safe-contact',
  'fulfil-duty',
  'extend-request',
  'take-to-ombudsman',
  'give-direction',
  'read-back',
  'change-owner',
  'object',
  'approve-duty',
] as const;
export type SmallerAct = (typeof SMALLER_ACTS)[number];
