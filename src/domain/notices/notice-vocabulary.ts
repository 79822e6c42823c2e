/** Why somebody is told something; what stands in a list of notices. */
export const NOTICE_CAUSES = [
  'limit-before',
  'limit-at',
  'limit-after',
  'escalated',
  'look-again',
  'papers-deferred',
  'duty-before',
  'duty-at',
  'duty-after',
  'window-over',
  'calendar-missing',
  'recap-due',
  'urgent',
  'urgent-idle',
  'safe-referral',
] as const;
export type NoticeCause = (typeof NOTICE_CAUSES)[number];

/** One a person and day; one a case that few may read, beside it; calls for an urgent case, until somebody accepts it. */
export const NOTICE_KINDS = ['digest', 'restricted', 'urgent'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a letter to a complainant tells of. */
export const COMPLAINANT_MAILS = ['acknowledged', 'asked', 'answered', 'closed'] as const;
export type ComplainantMail = (typeof COMPLAINANT_MAILS)[number];

export const MAIL_KINDS = [...NOTICE_KINDS, ...COMPLAINANT_MAILS] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** `unsure`: handed over, and nobody knows whether it was taken; it is not sent again by itself (decision 0030). */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'dropped', 'unsure'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Why a mail waits, or did not go. */
export const MAIL_REASONS = [
  'no-smtp',
  'not-reached',
  'put-off',
  'refused',
  'stale',
  'not-allowed',
  'no-address',
  'not-wanted',
  'nothing-left',
  'unknown-outcome',
  'discarded',
] as const;
export type MailReason = (typeof MAIL_REASONS)[number];
