import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { CaseOperation } from '../../../domain/complaint/operation-table.ts';
import { ANSWER_WAYS, OUTCOMES, type Outcome } from '../../../domain/complaint/vocabulary.ts';
import type { OfficeData } from '../../../domain/office/office-data.ts';
import type { Option } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import type { ActionField } from './case.view.tsx';

export type FormSetting = {
  readonly data: OfficeData;
  readonly state: CaseState;
  readonly words: Words;
  /** Staff of the office: account and name. */
  readonly staff: readonly Option[];
};

/** Outcomes that `close` may give; the others have an operation of their own (rule 26). */
const CLOSING: readonly Outcome[] = [
  'resolved',
  'explained',
  'pending-elsewhere',
  'not-proven',
  'declined',
  'out-of-authority',
];

/** What each operation asks for on the case page. Names are those of the API's body. */
export const OPERATION_FIELDS: {
  readonly [O in CaseOperation]: (setting: FormSetting) => readonly ActionField[];
} = {
  register: () => [],
  verify: ({ words }) => [
    radio(
      words('field.completeness'),
      'completeness',
      [
        { value: 'complete', label: words('field.complete') },
        { value: 'incomplete', label: words('field.incomplete') },
      ],
      'complete',
    ),
    { name: 'missing', control: 'area', label: words('field.missing') },
    radio(
      words('field.authority'),
      'authority',
      [
        { value: 'own', label: words('field.own') },
        { value: 'other', label: words('field.other') },
      ],
      'own',
    ),
  ],
  acknowledge: ({ words }) => [{ name: 'text', control: 'area', label: words('field.text-note') }],
  classify: ({ data, state, words }) => [
    select(words('fact.kind'), 'kind', data.kinds.map(option), state.kind),
    select(words('fact.service'), 'service', optional(words, data.services.map(option)), state.service),
    ...(data.categories.length === 0
      ? []
      : [
          select(
            words('fact.category'),
            'about',
            optional(words, data.categories.map(option)),
            state.category,
          ),
        ]),
    ...(data.classes.length === 0
      ? []
      : [
          select(
            words('field.severity'),
            'severity',
            optional(
              words,
              data.classes.map((one) => ({ value: one.key, label: `${one.label} (${one.printed})` })),
            ),
            state.severity.now,
          ),
        ]),
  ],
  forward: () => [],
  dispose: ({ data, words, staff }) => [
    select(words('field.unit'), 'unit', optional(words, data.units.map(option)), null),
    select(words('field.owner'), 'owner', optional(words, staff), null),
    { name: 'instructions', control: 'area', label: words('field.instructions') },
  ],
  'hand-over': ({ data, state, words, staff }) => [
    select(
      words('field.toUnit'),
      'toUnit',
      optional(words, data.units.filter((unit) => unit.key !== state.unit).map(option)),
      null,
    ),
    select(words('field.owner'), 'owner', optional(words, staff), null),
    reason(words),
  ],
  'follow-up': ({ words }) => [
    select(
      words('field.entry'),
      'entry',
      (['note', 'field-check', 'shelter', 'aid', 'coordination', 'evidence', 'safe-handover'] as const).map(
        (value) => ({
          value,
          label: words(`field.entry.${value}`),
        }),
      ),
      'note',
    ),
    { name: 'text', control: 'area', label: words('field.text-entry') },
    { name: 'place', control: 'text', label: words('field.place') },
  ],
  ask: ({ words }) => [{ name: 'text', control: 'area', label: words('field.text-question') }],
  'submit-answer': ({ words }) => [{ name: 'text', control: 'area', label: words('field.text-answer') }],
  answer: ({ data, state, words }) => [
    {
      name: 'text',
      control: 'area',
      label: words('field.text-answer'),
      ...(state.draftAnswer === null ? {} : { hint: words('field.text-answer-hint') }),
    },
    radio(
      words('field.way'),
      'way',
      ANSWER_WAYS.map((value) => ({ value, label: words(`way.${value}`) })),
      'oral',
    ),
    select(words('field.channel'), 'channel', optional(words, data.channels.map(option)), state.channel),
    { name: 'delivered', control: 'check', label: words('field.delivered') },
    { name: 'attemptOn', control: 'date', label: words('field.attemptOn') },
    { name: 'attemptHow', control: 'text', label: words('field.attemptHow') },
    { name: 'undeliverableReason', control: 'text', label: words('field.undeliverableReason') },
  ],
  'answer-at-desk': ({ data, words }) => [
    { name: 'text', control: 'area', label: words('counter.desk-text') },
    radio(
      words('field.way'),
      'way',
      [
        { value: 'oral', label: words('way.oral') },
        { value: 'letter', label: words('way.letter') },
        { value: 'channel', label: words('way.channel') },
      ],
      'oral',
    ),
    select(words('field.outcome'), 'outcome', optional(words, outcomes(words, data.atDesk.outcomes)), null),
    { name: 'narrative', control: 'area', label: words('field.narrative') },
  ],
  close: ({ data, words }) => [
    select(words('field.outcome'), 'outcome', optional(words, outcomes(words, CLOSING)), null),
    { name: 'narrative', control: 'area', label: words('field.narrative') },
    select(words('field.pending-body'), 'body', optional(words, data.bodies.map(option)), null),
    { name: 'reference', control: 'text', label: words('field.pending-reference') },
    { name: 'lookAgainOn', control: 'date', label: words('field.lookAgainOn') },
  ],
  confirm: () => [],
  reopen: ({ words }) => [reason(words)],
  refer: ({ data, words }) => [
    select(words('field.body'), 'body', optional(words, data.bodies.map(option)), null),
    radio(
      words('field.refer-way'),
      'way',
      (['directed', 'forwarded', 'transferred'] as const).map((value) => ({
        value,
        label: words(`field.refer.${value}`),
      })),
      'directed',
    ),
    { name: 'text', control: 'area', label: words('field.text-answer') },
    { name: 'reference', control: 'text', label: words('field.pending-reference') },
  ],
  withdraw: ({ words }) => [reason(words)],
  archive: ({ words }) => [
    radio(
      words('field.outcome'),
      'outcome',
      (['archived-invalid', 'archived-duplicate'] as const).map((value) => ({
        value,
        label: words(`field.archive.${value}`),
      })),
      '',
    ),
    reason(words),
  ],
  merge: ({ words }) => [{ name: 'into', control: 'text', label: words('field.into') }, reason(words)],
  unmerge: ({ words }) => [reason(words)],
  correct: ({ data, words }) => [
    select(words('fact.kind'), 'kind', unchanged(words, data.kinds.map(option)), null),
    select(words('fact.service'), 'service', unchanged(words, data.services.map(option)), null),
    ...(data.categories.length === 0
      ? []
      : [select(words('fact.category'), 'about', unchanged(words, data.categories.map(option)), null)]),
    ...(data.places.length === 0
      ? []
      : [select(words('fact.place'), 'place', unchanged(words, data.places.map(option)), null)]),
    select(words('fact.channel'), 'channel', unchanged(words, data.channels.map(option)), null),
    { name: 'occurredOn', control: 'date', label: words('field.occurredOn') },
    { name: 'sourceNumber', control: 'text', label: words('fact.source') },
    { name: 'text', control: 'area', label: words('field.text-matter') },
    reason(words),
  ],
  cancel: ({ words }) => [reason(words)],
  mark: ({ words }) => [
    select(
      words('field.mark'),
      'mark',
      (['urgent', 'protected', 'restricted', 'anonymous', 'secret'] as const).map((value) => ({
        value,
        label: words(`mark.${value}`),
      })),
      'urgent',
    ),
    radio(
      words('field.mark-do'),
      'on',
      [
        { value: 'ya', label: words('field.mark-on') },
        { value: 'tidak', label: words('field.mark-off') },
      ],
      'ya',
    ),
    reason(words),
  ],
  'accept-urgent': ({ words, staff }) => [
    select(words('field.owner'), 'owner', optional(words, staff), null),
  ],
  'review/start': ({ words, staff }) => [
    { name: 'reviewers', control: 'many', label: words('field.reviewers'), options: staff },
  ],
  'review/recommend': ({ words }) => [
    radio(words('field.recommendation'), 'recommendation', recommended(words, ['unit', 'audit', 'stop']), ''),
    { name: 'text', control: 'area', label: words('field.text-review') },
  ],
  'review/decide': ({ words, staff }) => [
    radio(
      words('field.decision'),
      'decision',
      recommended(words, ['unit', 'audit', 'stop', 'inspectorate']),
      '',
    ),
    { name: 'directions', control: 'area', label: words('field.directions') },
    { name: 'readers', control: 'many', label: words('field.readers'), options: staff },
  ],
  'investigation/assess': ({ words }) => [
    radio(
      words('field.worthy'),
      'worthy',
      [
        { value: 'ya', label: words('field.worthy-yes') },
        { value: 'tidak', label: words('field.worthy-no') },
      ],
      '',
    ),
    { name: 'grounds', control: 'area', label: words('field.grounds') },
  ],
  'investigation/assign': ({ words, staff }) => [
    { name: 'investigators', control: 'many', label: words('field.investigators'), options: staff },
    { name: 'from', control: 'date', label: words('field.from') },
    { name: 'to', control: 'date', label: words('field.to') },
    { name: 'letterNumber', control: 'text', label: words('field.letterNumber') },
  ],
  'investigation/find': ({ words }) => [
    radio(
      words('field.finding'),
      'finding',
      (['proven', 'not-proven', 'below-standard'] as const).map((value) => ({
        value,
        label: words(`field.finding.${value}`),
      })),
      '',
    ),
    { name: 'text', control: 'area', label: words('field.text-finding') },
  ],
  'investigation/sanction': ({ words }) => [
    { name: 'number', control: 'text', label: words('field.sanction-number') },
    { name: 'sanctionOn', control: 'date', label: words('field.sanction-on') },
    { name: 'authority', control: 'text', label: words('field.sanction-authority') },
    select(
      words('field.sanction-degree'),
      'degree',
      (['light', 'moderate', 'severe'] as const).map((value) => ({
        value,
        label: words(`field.degree.${value}`),
      })),
      'light',
    ),
  ],
  file: ({ words }) => [
    { name: 'box', control: 'text', label: words('field.box') },
    { name: 'classification', control: 'text', label: words('field.classification') },
  ],
};

function option(item: { readonly key: string; readonly label: string }): Option {
  return { value: item.key, label: item.label };
}

function optional(words: Words, options: readonly Option[]): readonly Option[] {
  return [{ value: '', label: words('form.not-chosen') }, ...options];
}

function unchanged(words: Words, options: readonly Option[]): readonly Option[] {
  return [{ value: '', label: words('field.no-change') }, ...options];
}

function select(label: string, name: string, options: readonly Option[], value: string | null): ActionField {
  return { name, control: 'select', label, options, ...(value === null ? {} : { value }) };
}

function radio(label: string, name: string, options: readonly Option[], value: string): ActionField {
  return { name, control: 'radio', label, options, value };
}

function reason(words: Words): ActionField {
  return { name: 'reason', control: 'area', label: words('field.reason') };
}

function outcomes(words: Words, allowed: readonly Outcome[]): readonly Option[] {
  return OUTCOMES.filter((one) => allowed.includes(one)).map((value) => ({
    value,
    label: words(`outcome.${value}`),
  }));
}

function recommended(
  words: Words,
  values: readonly ('unit' | 'audit' | 'stop' | 'inspectorate')[],
): readonly Option[] {
  return values.map((value) => ({ value, label: words(`field.recommend.${value}`) }));
}
