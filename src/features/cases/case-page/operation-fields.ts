import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { CaseOperation } from '../../../domain/complaint/operation-table.ts';
import { ANSWER_WAYS, type Outcome } from '../../../domain/complaint/vocabulary.ts';
import type { WordKey } from '../../../platform/words/words.ts';

/** Lists that a field may choose from: the office's own, its staff, or words of the interface. */
export type Choices =
  | 'kinds'
  | 'services'
  | 'categories'
  | 'places'
  | 'channels'
  | 'units'
  | 'other-units'
  | 'bodies'
  | 'classes'
  | 'desk-outcomes'
  | 'staff'
  | readonly (readonly [value: string, word: WordKey])[];

/** What one field of an operation's form asks. */
export type FieldPlan = {
  readonly name: string;
  readonly control: 'text' | 'area' | 'select' | 'radio' | 'check' | 'many' | 'date' | 'datetime-local';
  readonly label: WordKey;
  readonly choices?: Choices;
  /** What a list begins with where nothing is chosen. */
  readonly none?: 'form.not-chosen' | 'field.no-change';
  readonly hint?: (state: CaseState) => WordKey | null;
  /** What stands there first. */
  readonly start?: string | ((state: CaseState) => string | null);
};

/** Outcomes that `close` may give; the others have an operation of their own (rule 26). */
const CLOSING = [
  'resolved',
  'explained',
  'pending-elsewhere',
  'not-proven',
  'declined',
  'out-of-authority',
] as const satisfies readonly Outcome[];

const REASON = area('reason', 'field.reason');
const OWNER = select('owner', 'field.owner', 'staff');
const OUTCOME = 'field.outcome';
const DRAFTED = area('text', 'field.text-answer');

/** What each operation asks for on the case page, in order. Names are those of the API's body. */
export const OPERATION_FIELDS: { readonly [O in CaseOperation]: readonly FieldPlan[] } = {
  register: [],
  verify: [
    radio(
      'completeness',
      'field.completeness',
      [
        ['complete', 'field.complete'],
        ['incomplete', 'field.incomplete'],
      ],
      'complete',
    ),
    area('missing', 'field.missing'),
    radio(
      'authority',
      'field.authority',
      [
        ['own', 'field.own'],
        ['other', 'field.other'],
      ],
      'own',
    ),
  ],
  acknowledge: [area('text', 'field.text-note')],
  classify: [
    chosen('kind', 'fact.kind', 'kinds', (state) => state.kind),
    select('service', 'fact.service', 'services', (state) => state.service),
    select('about', 'fact.category', 'categories', (state) => state.category),
    select('severity', 'field.severity', 'classes', (state) => state.severity.now),
  ],
  forward: [],
  dispose: [select('unit', 'field.unit', 'units'), OWNER, area('instructions', 'field.instructions')],
  'hand-over': [select('toUnit', 'field.toUnit', 'other-units'), OWNER, REASON],
  'follow-up': [
    chosen(
      'entry',
      'field.entry',
      said(
        ['note', 'field-check', 'shelter', 'aid', 'coordination', 'evidence', 'safe-handover'],
        (entry) => `field.entry.${entry}`,
      ),
      'note',
    ),
    area('text', 'field.text-entry'),
    line('place', 'field.place'),
  ],
  ask: [area('text', 'field.text-question')],
  'submit-answer': [DRAFTED],
  answer: [
    { ...DRAFTED, hint: ({ draftAnswer }) => (draftAnswer === null ? null : 'field.text-answer-hint') },
    radio(
      'way',
      'field.way',
      said(ANSWER_WAYS, (way) => `way.${way}`),
      'oral',
    ),
    select('channel', 'field.channel', 'channels', (state) => state.channel),
    { name: 'delivered', control: 'check', label: 'field.delivered' },
    date('attemptOn', 'field.attemptOn'),
    line('attemptHow', 'field.attemptHow'),
    line('undeliverableReason', 'field.undeliverableReason'),
  ],
  'answer-at-desk': [
    area('text', 'counter.desk-text'),
    radio(
      'way',
      'field.way',
      said(['oral', 'letter', 'channel'], (way) => `way.${way}`),
      'oral',
    ),
    select('outcome', OUTCOME, 'desk-outcomes'),
    area('narrative', 'field.narrative'),
  ],
  close: [
    select(
      'outcome',
      OUTCOME,
      said(CLOSING, (outcome) => `outcome.${outcome}`),
    ),
    area('narrative', 'field.narrative'),
    select('body', 'field.pending-body', 'bodies'),
    line('reference', 'field.pending-reference'),
    date('lookAgainOn', 'field.lookAgainOn'),
  ],
  confirm: [],
  reopen: [REASON],
  refer: [
    select('body', 'field.body', 'bodies'),
    radio(
      'way',
      'field.refer-way',
      said(['directed', 'forwarded', 'transferred'], (way) => `field.refer.${way}`),
      'directed',
    ),
    area('text', 'field.text-answer'),
    line('reference', 'field.pending-reference'),
  ],
  withdraw: [REASON],
  archive: [
    radio(
      'outcome',
      OUTCOME,
      said(['archived-invalid', 'archived-duplicate'], (one) => `field.archive.${one}`),
    ),
    REASON,
  ],
  merge: [line('into', 'field.into'), REASON],
  unmerge: [REASON],
  correct: [
    mended('kind', 'fact.kind', 'kinds'),
    mended('service', 'fact.service', 'services'),
    mended('about', 'fact.category', 'categories'),
    mended('place', 'fact.place', 'places'),
    mended('channel', 'fact.channel', 'channels'),
    { name: 'receivedAt', control: 'datetime-local', label: 'field.receivedAt' },
    date('occurredOn', 'field.occurredOn'),
    line('sourceNumber', 'fact.source'),
    area('text', 'field.text-matter'),
    REASON,
  ],
  cancel: [REASON],
  mark: [
    chosen(
      'mark',
      'field.mark',
      said(['urgent', 'protected', 'restricted', 'anonymous', 'secret'], (mark) => `mark.${mark}`),
      'urgent',
    ),
    radio(
      'on',
      'field.mark-do',
      [
        ['ya', 'field.mark-on'],
        ['tidak', 'field.mark-off'],
      ],
      'ya',
    ),
    REASON,
  ],
  'accept-urgent': [OWNER],
  'review/start': [many('reviewers', 'field.reviewers')],
  'review/recommend': [
    radio(
      'recommendation',
      'field.recommendation',
      said(['unit', 'audit', 'stop'], (one) => `field.recommend.${one}`),
    ),
    area('text', 'field.text-review'),
  ],
  'review/decide': [
    radio(
      'decision',
      'field.decision',
      said(['unit', 'audit', 'stop', 'inspectorate'], (one) => `field.recommend.${one}`),
    ),
    area('directions', 'field.directions'),
    many('readers', 'field.readers'),
  ],
  'investigation/assess': [
    radio('worthy', 'field.worthy', [
      ['ya', 'field.worthy-yes'],
      ['tidak', 'field.worthy-no'],
    ]),
    area('grounds', 'field.grounds'),
  ],
  'investigation/assign': [
    many('investigators', 'field.investigators'),
    date('from', 'field.from'),
    date('to', 'field.to'),
    line('letterNumber', 'field.letterNumber'),
  ],
  'investigation/find': [
    radio(
      'finding',
      'field.finding',
      said(['proven', 'not-proven', 'below-standard'], (one) => `field.finding.${one}`),
    ),
    area('text', 'field.text-finding'),
  ],
  'investigation/sanction': [
    line('number', 'field.sanction-number'),
    date('sanctionOn', 'field.sanction-on'),
    line('authority', 'field.sanction-authority'),
    chosen(
      'degree',
      'field.sanction-degree',
      said(['light', 'moderate', 'severe'], (one) => `field.degree.${one}`),
      'light',
    ),
  ],
  file: [line('box', 'field.box'), line('classification', 'field.classification')],
};

function line(name: string, label: WordKey): FieldPlan {
  return { name, control: 'text', label };
}

function area(name: string, label: WordKey): FieldPlan {
  return { name, control: 'area', label };
}

function date(name: string, label: WordKey): FieldPlan {
  return { name, control: 'date', label };
}

function many(name: string, label: WordKey): FieldPlan {
  return { name, control: 'many', label, choices: 'staff' };
}

function select(
  name: string,
  label: WordKey,
  choices: Choices,
  start: NonNullable<FieldPlan['start']> = '',
): FieldPlan {
  return { name, control: 'select', label, choices, none: 'form.not-chosen', start };
}

/** A list in which something is always chosen. */
function chosen(
  name: string,
  label: WordKey,
  choices: Choices,
  start: NonNullable<FieldPlan['start']>,
): FieldPlan {
  return { name, control: 'select', label, choices, start };
}

/** A value of `correct`: nothing chosen leaves it as it is. */
function mended(name: string, label: WordKey, choices: Choices): FieldPlan {
  return { name, control: 'select', label, choices, none: 'field.no-change' };
}

function radio(name: string, label: WordKey, choices: Choices, start = ''): FieldPlan {
  return { name, control: 'radio', label, choices, start };
}

/** Values of a closed list, each with its word. */
function said<V extends string>(values: readonly V[], word: (value: V) => WordKey): Choices {
  return values.map((value) => [value, word(value)] as const);
}
