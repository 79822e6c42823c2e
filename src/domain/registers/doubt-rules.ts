/**
 * Every doubt that reading an old register can raise, in one closed list (issue 2 point 5; domain.md 7.6).
 * `ask` wants a person's eye; `note` only says what was normalised or kept aside.
 */
export const DOUBT_RULES = {
  'weekday-mismatch': 'ask',
  'date-glued': 'note',
  'date-without-year': 'ask',
  'date-outside-period': 'ask',
  'date-invalid': 'ask',
  'date-missing': 'ask',
  order: 'note',
  'row-number-odd': 'note',
  'row-number-repeated': 'note',
  homoglyph: 'note',
  'name-mismatch': 'ask',
  'name-spelling': 'ask',
  'missing-name': 'ask',
  'missing-address': 'note',
  'missing-matter': 'ask',
  'status-vs-narrative': 'ask',
  'status-unclear': 'ask',
  'probable-duplicate': 'ask',
  'shared-phone': 'note',
  'several-phones': 'note',
  'phone-invalid': 'ask',
  'phone-repaired': 'note',
  'nik-invalid': 'ask',
  'channel-unclear': 'note',
  'value-unknown': 'note',
  'meaning-unclear': 'note',
  'kind-suggested': 'note',
  formula: 'note',
  'cell-error': 'ask',
  'merged-cell': 'note',
  'row-joined': 'note',
  'hidden-row': 'note',
  'hidden-sheet': 'ask',
  'unknown-column': 'note',
  'no-table': 'ask',
  'period-unclear': 'ask',
  'status-missing': 'ask',
} as const satisfies Readonly<Record<string, 'ask' | 'note'>>;

export type DoubtRule = keyof typeof DOUBT_RULES;

/** The part of a row that a doubt or a suggestion speaks of. */
export type RegisterField =
  | 'number'
  | 'date'
  | 'name'
  | 'nik'
  | 'phone'
  | 'email'
  | 'address'
  | 'matter'
  | 'narrative'
  | 'status'
  | 'severity'
  | 'category'
  | 'service'
  | 'channel'
  | 'kind'
  | 'unit'
  | 'received-time'
  | 'other'
  | 'row'
  | 'sheet';

/** What was written, what was taken and why. `why` is an Indonesian sentence without anybody's name or number. */
export type Doubt = {
  readonly sheet: string;
  /** As Excel shows it. */
  readonly row: number;
  readonly field: RegisterField;
  readonly written: string;
  readonly rule: DoubtRule;
  readonly candidates: readonly string[];
  /** What the import goes on with; null when nothing was taken. */
  readonly taken: string | null;
  readonly why: string;
};
