import { CHANNELS, STATUSES } from '../../../domain/complaint/vocabulary.ts';
import type { Option } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { type InboxAsked, inboxHref } from './inbox-filter.ts';
import type { FilterField, FilterProps } from './inbox-filter.view.tsx';
import { labelOf } from './labels.presenter.ts';
import { MARKS_FILTERED } from './list-inbox.read.ts';

type Setting = {
  readonly office: Office;
  readonly words: Words;
  readonly colleagues: readonly Option[];
  readonly searchError: string | undefined;
};

/** The filter as a form and as chips. A search goes by status and unit only: then the others are not shown as used. */
export function inboxFilter(asked: InboxAsked, setting: Setting): FilterProps {
  const { office, words, colleagues, searchError } = setting;
  const { data } = office;
  const items = (list: readonly { readonly key: string; readonly label: string }[]): readonly Option[] =>
    list.map(({ key, label }) => ({ value: key, label }));
  const field = (
    name: string,
    label: string,
    value: string | null,
    options: readonly Option[],
  ): FilterField => ({
    ...{ name, label, options },
    value: value ?? '',
  });
  const offered = CHANNELS.filter((channel) => data.channels.some(({ key }) => key === channel));
  const fields = [
    field(
      'status',
      words('inbox.status'),
      asked.status,
      STATUSES.map((status) => ({ value: status, label: words(`status.${status}`) })),
    ),
    field('unit', words('inbox.unit'), asked.unit, items(data.units)),
  ];
  const more = [
    field(
      'saluran',
      words('fact.channel'),
      asked.channel,
      offered.map((key) => ({ value: key, label: labelOf(data.channels, key) })),
    ),
    field('layanan', words('fact.service'), asked.service, items(data.services)),
    field(
      'kelas',
      words('fact.severity'),
      asked.severity,
      data.classes.map(({ key, label }) => ({ value: key, label })),
    ),
    field(
      'tanda',
      words('work.mark'),
      asked.mark,
      MARKS_FILTERED.map((mark) => ({ value: mark, label: words(`mark.${mark}`) })),
    ),
    field('pemegang', words('field.owner'), asked.owner, colleagues),
  ].filter(({ options }) => options.length > 0);
  return {
    queue: asked.queue,
    q: asked.q,
    searchError,
    fields,
    more: asked.q === '' ? more : more.map((one) => ({ ...one, value: '' })),
    late: asked.late && asked.q === '',
    chips: chipsOf(asked, [...fields, ...more], words),
  };
}

const TAKES_OFF = {
  status: { status: null },
  unit: { unit: null },
  saluran: { channel: null },
  layanan: { service: null },
  kelas: { severity: null },
  tanda: { mark: null },
  pemegang: { owner: null },
} as const satisfies Readonly<Record<string, Partial<InboxAsked>>>;

function chipsOf(asked: InboxAsked, fields: readonly FilterField[], words: Words): FilterProps['chips'] {
  const searched = ['status', 'unit'];
  const used = fields.flatMap(({ name, label, value, options }) => {
    const off = Object.entries(TAKES_OFF).find(([key]) => key === name)?.[1];
    if (value === '' || off === undefined || (asked.q !== '' && !searched.includes(name))) return [];
    const chosen = options.find((one) => one.value === value)?.label ?? value;
    return [{ label: `${label}: ${chosen}`, href: inboxHref(asked, off) }];
  });
  return [
    ...(asked.q === '' ? [] : [{ label: `“${asked.q}”`, href: inboxHref(asked, { q: '' }) }]),
    ...used,
    ...(asked.late && asked.q === ''
      ? [{ label: words('work.late-only'), href: inboxHref(asked, { late: false }) }]
      : []),
  ];
}
