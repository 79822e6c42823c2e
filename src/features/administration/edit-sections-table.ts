import { isZone, ZONES, zoneAbbreviation } from '../../domain/calendar/zone.ts';
import { CLOSING_OUTCOMES } from '../../domain/complaint/closed-event.ts';
import { CHANNELS, KINDS, SEVERITIES } from '../../domain/complaint/vocabulary.ts';
import { reminderRulesOf } from '../../domain/notices/reminder-rules.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Option } from '../../platform/views/fields.view.tsx';
import type { Words } from '../../platform/words/words.ts';
import type { EditField, EditSection } from './edit-section.ts';
import { permissionOptions } from './permission-groups-table.ts';

const NONE = (words: Words): Option => ({ value: '', label: words('admin.none') });
const ALL = (words: Words): Option => ({ value: 'all', label: words('admin.all') });
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

/** A limit as the office's paper says it. */
const limitFields = (name: string): readonly EditField[] => [
  { name: `${name}.limit`, kind: 'line', label: 'admin.f.limit', hint: 'admin.h.limit' },
  {
    name: `${name}.printed`,
    kind: 'line',
    label: 'admin.f.printed',
    hint: 'admin.h.printed',
    optional: true,
  },
  { name: `${name}.basis`, kind: 'line', label: 'admin.f.basis' },
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
    ...{ key: 'loket-luar', title: 'admin.s.outside', lead: 'admin.l.outside', path: ['hours', 'places'] },
    optionalWeeks: ['hours'],
    fields: [
      label,
      ...service('hours').map((field) => ({ ...field, hint: 'admin.h.outside-hours' as const })),
      key,
    ],
  },
  {
    ...RECORD,
    ...{ key: 'zona', title: 'admin.s.zone', lead: 'admin.l.zone', path: [], movesDeadlines: true },
    derive: ({ zone }) => ({
      zone,
      zoneLabel: typeof zone === 'string' && isZone(zone) ? zoneAbbreviation(zone) : undefined,
    }),
    fields: [
      {
        ...{ name: 'zone', kind: 'choice', label: 'admin.f.zone', hint: 'admin.h.zone' },
        options: (_office, words) =>
          ZONES.map((value) => ({
            value,
            label: words('admin.o.zone', { zone: zoneAbbreviation(value), city: value.replace('Asia/', '') }),
          })),
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
    name: 'title',
    fields: [
      { name: 'title', kind: 'line', label: 'admin.f.title' },
      { name: 'heldBy', kind: 'lines', label: 'admin.f.held-by', hint: 'admin.h.held-by' },
      { name: 'team', kind: 'tick', label: 'admin.f.team', hint: 'admin.h.team' },
      {
        ...{ name: 'may', kind: 'choices', label: 'admin.f.may', hint: 'admin.h.may' },
        options: (_office, words) => permissionOptions(words),
      },
      key,
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
    ...RECORD,
    ...{ key: 'batas', title: 'admin.s.limit', lead: 'admin.l.limit', path: [], movesDeadlines: true },
    fields: limitFields('singleLimit'),
  },
  {
    ...LIST,
    ...{ key: 'jenis', title: 'admin.s.kinds', lead: 'admin.l.kinds', path: ['kinds'], movesDeadlines: true },
    ...{ mayAdd: false, mayRemove: false, optionalGroups: ['limit'] },
    fields: [
      label,
      ...limitFields('limit').map((field) => ({ ...field, optional: true as const })),
      { name: 'keywords', kind: 'lines', label: 'admin.f.keywords', hint: 'admin.h.kind-keywords' },
    ],
  },
  {
    ...RECORD,
    ...{ key: 'aturan', title: 'admin.s.rules', lead: 'admin.l.rules', path: [], movesDeadlines: true },
    fields: [
      {
        ...{ name: 'clocks.disposedBy', kind: 'choice', label: 'admin.f.disposed-by' },
        options: ({ roles }) => roles.map((one) => ({ value: one.key, label: one.title })),
      },
      {
        ...{
          name: 'clocks.confirmationWindow',
          kind: 'line',
          label: 'admin.f.window',
          hint: 'admin.h.window',
        },
      },
      {
        ...{ name: 'clocks.sp4n', kind: 'choice', label: 'admin.f.sp4n' },
        options: (_office, words) => [
          { value: 'own-channel', label: words('admin.o.sp4n-own') },
          { value: 'all', label: words('admin.o.sp4n-all') },
        ],
      },
      { name: 'review.firstLook', kind: 'tick', label: 'admin.f.first-look', hint: 'admin.h.first-look' },
    ],
  },
  {
    ...RECORD,
    ...{ key: 'dijawab-di-tempat', title: 'admin.s.at-desk', lead: 'admin.l.at-desk', path: ['atDesk'] },
    fields: [
      {
        ...{ name: 'kinds', kind: 'choices', label: 'admin.f.kinds' },
        options: ({ kinds }) => listed(kinds),
      },
      {
        ...{ name: 'services', kind: 'choices', label: 'admin.f.services', all: 'all' },
        options: ({ services }, words) => [ALL(words), ...listed(services)],
      },
      {
        ...{ name: 'severities', kind: 'choices', label: 'admin.f.classes', all: 'all' },
        options: ({ classes }, words) => [ALL(words), ...listed(classes)],
      },
      {
        ...{ name: 'outcomes', kind: 'choices', label: 'admin.f.outcomes' },
        options: (_office, words) =>
          CLOSING_OUTCOMES.map((value) => ({ value, label: words(`outcome.${value}`) })),
      },
    ],
  },
  {
    ...RECORD,
    ...{ key: 'pengingat', title: 'admin.s.reminders', lead: 'admin.l.reminders', path: [] },
    usual: (office) => {
      const { escalation, ...reminders } = reminderRulesOf(office);
      return { reminders, escalation };
    },
    fields: [
      { name: 'reminders.before', kind: 'numbers', label: 'admin.f.before', hint: 'admin.h.before' },
      { name: 'reminders.after', kind: 'numbers', label: 'admin.f.after', hint: 'admin.h.after' },
      {
        ...{ name: 'reminders.urgentEveryMinutes', kind: 'number', label: 'admin.f.urgent-every' },
        hint: 'admin.h.urgent-every',
      },
      {
        ...{ name: 'escalation', kind: 'steps', label: 'admin.f.escalation', hint: 'admin.h.escalation' },
        options: ({ roles }) =>
          roles
            .filter(({ may }) => may.includes('case/read-open'))
            .map((one) => ({ value: one.key, label: one.title })),
      },
    ],
  },
  {
    ...LIST,
    ...{ key: 'kewajiban', title: 'admin.s.duties', lead: 'admin.l.duties', path: ['duties'] },
    fields: [
      label,
      { name: 'within', kind: 'line', label: 'admin.f.within', hint: 'admin.h.within', optional: true },
      key,
    ],
  },
  {
    ...LIST,
    ...{ key: 'dasar-hukum', title: 'admin.s.bases', lead: 'admin.l.bases', path: ['legalBases'] },
    ...{ ids: ['id'], name: 'title' },
    fields: [
      { name: 'title', kind: 'text', label: 'admin.f.base-title' },
      {
        name: 'inForceFrom',
        kind: 'line',
        label: 'admin.f.base-from',
        hint: 'admin.h.base-day',
        optional: true,
      },
      { name: 'inForceTo', kind: 'line', label: 'admin.f.base-to', hint: 'admin.h.base-day', optional: true },
      {
        ...{ name: 'replacedBy', kind: 'choice', label: 'admin.f.replaced-by', optional: true },
        options: ({ legalBases }, words) => [
          NONE(words),
          ...legalBases.map(({ id, title }) => ({ value: id, label: title })),
        ],
      },
      { name: 'note', kind: 'text', label: 'admin.f.note', optional: true },
      { ...key, name: 'id' },
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
  {
    ...LIST,
    ...{
      key: 'judul-laporan',
      title: 'admin.s.report-titles',
      lead: 'admin.l.report-titles',
      path: ['reports'],
    },
    ...{ ids: ['kind'], name: 'title', mayAdd: false, mayRemove: false, isApproved: true },
    fields: [{ name: 'title', kind: 'line', label: 'admin.f.name-of-report' }],
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
  if (name === 'batas') return singleLimit !== null;
  return name !== 'kelas' || singleLimit === null;
}
