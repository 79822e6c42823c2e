import { CHANNELS, KINDS, SEVERITIES } from '../../domain/complaint/vocabulary.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Option } from '../../platform/views/fields.view.tsx';
import type { Words } from '../../platform/words/words.ts';
import type { EditField, EditSection } from './edit-section.ts';

const NONE = (words: Words): Option => ({ value: '', label: words('admin.none') });
const listed = (list: readonly { readonly key: string; readonly label: string }[]): readonly Option[] =>
  list.map(({ key, label }) => ({ value: key, label }));
const plain = (keys: readonly string[]): readonly Option[] => keys.map((key) => ({ value: key, label: key }));

const key: EditField = {
  ...{ name: 'key', kind: 'line', label: 'admin.f.key', hint: 'admin.h.key' },
  ...{ optional: true, onlyNew: true },
};
const label: EditField = { name: 'label', kind: 'line', label: 'admin.f.label' };
const ADMINISTRATOR = { needs: ['office/administer'], isApproved: false, movesDeadlines: false } as const;
const LIST = { ids: ['key'], name: 'label', mayAdd: true, mayRemove: true, ...ADMINISTRATOR } as const;
const RECORD = { ids: null, name: '', mayAdd: false, mayRemove: false, ...ADMINISTRATOR } as const;
const service = (name: string): readonly EditField[] => [
  { name: `${name}.service`, kind: 'week', label: 'admin.f.service-hours', hint: 'admin.h.hours' },
  { name: `${name}.work`, kind: 'week', label: 'admin.f.work-hours', hint: 'admin.h.work-hours' },
];

/** Every part of an office that has a form, in the order of the page. */
export const EDIT_SECTIONS: readonly EditSection[] = [
  {
    ...RECORD,
    ...{ key: 'identitas', title: 'admin.s.identity', lead: 'admin.l.identity', path: [] },
    fields: [
      { name: 'name', kind: 'line', label: 'admin.f.name' },
      { name: 'shortName', kind: 'line', label: 'admin.f.short-name' },
      { name: 'government', kind: 'line', label: 'admin.f.government' },
      { name: 'seat', kind: 'line', label: 'admin.f.seat' },
      { name: 'letterhead.lines', kind: 'lines', label: 'admin.f.letterhead-lines', hint: 'admin.h.lines' },
      {
        name: 'letterhead.address',
        kind: 'lines',
        label: 'admin.f.letterhead-address',
        hint: 'admin.h.lines',
      },
      {
        ...{ name: 'emergency', kind: 'pairs', label: 'admin.f.emergency', hint: 'admin.h.emergency' },
        pair: ['name', 'number'],
      },
    ],
  },
  {
    ...RECORD,
    ...{ key: 'jam', title: 'admin.s.hours', lead: 'admin.l.hours', path: ['hours'], movesDeadlines: true },
    optionalWeeks: ['ramadanPattern'],
    fields: [
      { name: 'undetermined', kind: 'tick', label: 'admin.f.undetermined', hint: 'admin.h.undetermined' },
      { name: 'basis', kind: 'line', label: 'admin.f.basis' },
      ...service('normal'),
      {
        name: 'ramadanPattern.service',
        kind: 'week',
        label: 'admin.f.ramadan-service',
        hint: 'admin.h.ramadan-hours',
      },
      {
        name: 'ramadanPattern.work',
        kind: 'week',
        label: 'admin.f.ramadan-work',
        hint: 'admin.h.ramadan-hours',
      },
    ],
  },
  {
    ...LIST,
    ...{ key: 'ramadan', title: 'admin.s.ramadan', lead: 'admin.l.ramadan', path: ['hours', 'ramadan'] },
    ...{ ids: ['year'], name: 'year', movesDeadlines: true, optionalWeeks: ['hours'] },
    fields: [
      { name: 'year', kind: 'number', label: 'admin.f.year', onlyNew: true },
      { name: 'circular', kind: 'line', label: 'admin.f.circular', optional: true },
      { name: 'announcedOn', kind: 'date', label: 'admin.f.circular-day', optional: true },
      {
        name: 'from',
        kind: 'date',
        label: 'admin.f.first-day',
        hint: 'admin.h.ramadan-days',
        optional: true,
      },
      { name: 'to', kind: 'date', label: 'admin.f.last-day', optional: true },
      ...service('hours').map((field) => ({ ...field, hint: 'admin.h.ramadan-own' as const })),
    ],
  },
  {
    ...LIST,
    ...{ key: 'hari', title: 'admin.s.days', lead: 'admin.l.days', path: ['hours', 'extraDays'] },
    ...{ ids: ['date', 'announcedOn'], name: 'name', mayRemove: false, movesDeadlines: true },
    fields: [
      { name: 'date', kind: 'date', label: 'admin.f.date', onlyNew: true },
      {
        ...{ name: 'kind', kind: 'choice', label: 'admin.f.day-kind' },
        options: (_office, words) => [
          { value: 'libur_daerah', label: words('admin.o.regional-day') },
          { value: 'penutupan', label: words('admin.o.closure') },
        ],
      },
      { name: 'name', kind: 'line', label: 'admin.f.day-name' },
      { name: 'decree', kind: 'line', label: 'admin.f.decree' },
      { name: 'announcedOn', kind: 'date', label: 'admin.f.announced', onlyNew: true },
      {
        name: 'withdrawnOn',
        kind: 'date',
        label: 'admin.f.withdrawn',
        hint: 'admin.h.withdrawn',
        optional: true,
      },
    ],
  },
  {
    ...LIST,
    ...{ key: 'bidang', title: 'admin.s.units', lead: 'admin.l.units', path: ['units'] },
    fields: [label, { name: 'head', kind: 'line', label: 'admin.f.head', optional: true }, key],
  },
  {
    ...LIST,
    ...{ key: 'peran', title: 'admin.s.roles', lead: 'admin.l.roles', path: ['roles'] },
    ...{ name: 'title', mayAdd: false, mayRemove: false },
    fields: [
      { name: 'title', kind: 'line', label: 'admin.f.title' },
      { name: 'heldBy', kind: 'lines', label: 'admin.f.held-by', hint: 'admin.h.held-by' },
    ],
  },
  {
    ...LIST,
    ...{ key: 'pejabat', title: 'admin.s.officials', lead: 'admin.l.officials', path: ['officials'] },
    ...{ ids: ['role'], name: 'name' },
    fields: [
      {
        ...{ name: 'role', kind: 'choice', label: 'admin.f.role', onlyNew: true },
        options: ({ roles }) => roles.map((one) => ({ value: one.key, label: one.title })),
      },
      { name: 'name', kind: 'line', label: 'admin.f.person' },
      { name: 'rank', kind: 'line', label: 'admin.f.rank', optional: true },
      { name: 'nip', kind: 'line', label: 'admin.f.nip', optional: true },
    ],
  },
  {
    ...LIST,
    ...{ key: 'kanal', title: 'admin.s.channels', lead: 'admin.l.channels', path: ['channels'] },
    fields: [
      {
        ...{ name: 'key', kind: 'choice', label: 'admin.f.channel', onlyNew: true },
        options: ({ channels }) =>
          plain(
            CHANNELS.filter(
              (one) => one !== 'tidak-tercatat' && !channels.some(({ key: had }) => had === one),
            ),
          ),
      },
      label,
      { name: 'address', kind: 'line', label: 'admin.f.address', optional: true },
      {
        ...{ name: 'sop', kind: 'choice', label: 'admin.f.sop' },
        options: ({ sops }) => sops.map(({ id, title }) => ({ value: id, label: title })),
      },
      {
        name: 'reportLabel',
        kind: 'line',
        label: 'admin.f.report-label',
        hint: 'admin.h.report-label',
        optional: true,
      },
    ],
  },
  {
    ...LIST,
    ...{ key: 'layanan', title: 'admin.s.services', lead: 'admin.l.services', path: ['services'] },
    ...{ needs: ['office/administer', 'answer-at-desk'], isApproved: true },
    fields: [
      label,
      { name: 'what', kind: 'text', label: 'admin.f.what' },
      { name: 'who', kind: 'text', label: 'admin.f.who' },
      { name: 'bring', kind: 'lines', label: 'admin.f.bring', hint: 'admin.h.lines' },
      { name: 'how', kind: 'text', label: 'admin.f.how' },
      { name: 'howLong', kind: 'line', label: 'admin.f.how-long', optional: true },
      { name: 'fee', kind: 'line', label: 'admin.f.fee' },
      {
        ...{ name: 'unit', kind: 'choice', label: 'admin.f.unit', optional: true },
        options: ({ units }, words) => [NONE(words), ...listed(units)],
      },
      {
        ...{ name: 'severity', kind: 'choice', label: 'admin.f.class', optional: true },
        options: ({ classes }, words) => [NONE(words), ...listed(classes)],
      },
      { name: 'protected', kind: 'tick', label: 'admin.f.protected', hint: 'admin.h.protected' },
      {
        name: 'reportLabel',
        kind: 'line',
        label: 'admin.f.report-label',
        hint: 'admin.h.report-label',
        optional: true,
      },
      { name: 'keywords', kind: 'lines', label: 'admin.f.keywords', hint: 'admin.h.keywords' },
      key,
    ],
  },
  {
    ...LIST,
    ...{ key: 'kategori', title: 'admin.s.categories', lead: 'admin.l.categories', path: ['categories'] },
    fields: [
      label,
      {
        ...{ name: 'kinds', kind: 'choices', label: 'admin.f.kinds' },
        options: ({ kinds }) =>
          KINDS.flatMap((one) => kinds.filter((kind) => kind.key === one)).map((one) => ({
            value: one.key,
            label: one.label,
          })),
      },
      { name: 'oversight', kind: 'tick', label: 'admin.f.oversight', hint: 'admin.h.oversight' },
      {
        ...{
          name: 'severity',
          kind: 'choice',
          label: 'admin.f.class',
          hint: 'admin.h.by-rule',
          optional: true,
        },
        options: ({ classes }, words) => [NONE(words), ...listed(classes)],
      },
      {
        ...{ name: 'form', kind: 'choice', label: 'field.form', hint: 'admin.h.by-rule', optional: true },
        options: (_office, words) => [
          NONE(words),
          ...(['a', 'b', 'c'] as const).map((one) => ({ value: one, label: words(`field.form.${one}`) })),
        ],
      },
      {
        ...{ name: 'deviation', kind: 'choice', label: 'field.deviation', hint: 'admin.h.by-rule' },
        optional: true,
        options: (_office, words) => [
          NONE(words),
          ...(['informatif', 'penyimpangan'] as const).map((one) => ({
            value: one,
            label: words(`field.deviation.${one}`),
          })),
        ],
      },
      key,
    ],
  },
  {
    ...LIST,
    ...{
      key: 'kelas',
      title: 'admin.s.classes',
      lead: 'admin.l.classes',
      path: ['classes'],
      movesDeadlines: true,
    },
    fields: [
      {
        ...{ name: 'key', kind: 'choice', label: 'admin.f.class-key', onlyNew: true },
        options: ({ classes }) =>
          plain(SEVERITIES.filter((one) => !classes.some(({ key: had }) => had === one))),
      },
      label,
      { name: 'limit', kind: 'line', label: 'admin.f.limit', hint: 'admin.h.limit' },
      { name: 'printed', kind: 'line', label: 'admin.f.printed', hint: 'admin.h.printed', optional: true },
      { name: 'basis', kind: 'line', label: 'admin.f.basis' },
      { name: 'criteria', kind: 'text', label: 'admin.f.criteria', optional: true },
      { name: 'examples', kind: 'lines', label: 'admin.f.examples', hint: 'admin.h.examples' },
    ],
  },
  {
    ...LIST,
    ...{ key: 'lembaga', title: 'admin.s.bodies', lead: 'admin.l.bodies', path: ['bodies'] },
    fields: [
      label,
      { name: 'address', kind: 'line', label: 'admin.f.body-address', hint: 'admin.h.body', optional: true },
      { name: 'contact', kind: 'line', label: 'admin.f.body-contact', optional: true },
      { name: 'hours', kind: 'line', label: 'admin.f.body-hours', optional: true },
      { name: 'bring', kind: 'lines', label: 'admin.f.bring', hint: 'admin.h.lines' },
      key,
    ],
  },
  {
    ...LIST,
    ...{ key: 'wilayah', title: 'admin.s.places', lead: 'admin.l.places', path: ['places'] },
    fields: [label, key],
  },
  {
    ...RECORD,
    ...{ key: 'nomor', title: 'admin.s.numbers', lead: 'admin.l.numbers', path: ['numbers'] },
    fields: [
      {
        ...{ name: 'startAt', kind: 'pairs', label: 'admin.f.start-at', hint: 'admin.h.start-at' },
        ...{ pair: ['year', 'next'], numbers: true },
      },
      { name: 'registerPattern', kind: 'line', label: 'admin.f.pattern', hint: 'admin.h.pattern' },
      {
        ...{ name: 'printedBy', kind: 'choice', label: 'admin.f.printed-by' },
        options: (_office, words) => [
          { value: 'year', label: words('admin.o.by-year') },
          { value: 'month', label: words('admin.o.by-month') },
        ],
      },
      { name: 'letterClassification', kind: 'line', label: 'admin.f.classification' },
    ],
  },
  {
    ...RECORD,
    ...{ key: 'kalimat', title: 'admin.s.sentences', lead: 'admin.l.sentences', path: ['sentences'] },
    isApproved: true,
    fields: [
      {
        name: 'acknowledged',
        kind: 'text',
        label: 'admin.f.acknowledged',
        hint: 'admin.h.acknowledged',
        optional: true,
      },
      { name: 'asked', kind: 'text', label: 'admin.f.asked', hint: 'admin.h.asked', optional: true },
      { name: 'answered', kind: 'text', label: 'admin.f.answered', hint: 'admin.h.answered', optional: true },
      { name: 'closed', kind: 'text', label: 'admin.f.closed', hint: 'admin.h.closed', optional: true },
    ],
  },
];

export function findSection(key: string | undefined): EditSection | undefined {
  return EDIT_SECTIONS.find((one) => one.key === key);
}

/** Whether the office lists such a section at all: one with a single limit has no classes. */
export function hasSection(
  { singleLimit }: Pick<OfficeData, 'singleLimit'>,
  { key: name }: EditSection,
): boolean {
  return name !== 'kelas' || singleLimit === null;
}
