import type { OfficeData } from '../../domain/office/office-data.ts';

/** The lists whose keys cases, accounts and entries bear. */
const LISTS = [
  'services',
  'categories',
  'places',
  'units',
  'channels',
  'classes',
  'bodies',
  'roles',
] as const;
export type OfficeLists = Pick<OfficeData, (typeof LISTS)[number]>;

/** The lists of every version, the newest first. */
export const LISTS_OF_VERSIONS = `select jsonb_build_object(${LISTS.map((list) => `'${list}', data -> '${list}'`).join(', ')}) as lists
  from office_version where office_id = $1 order by version desc`;

/**
 * The office with every key that it ever had, for whoever shows what a case bears: what the lists in force no longer
 * have stands behind them under the label of the last version that had it, and its label says so. Nobody chooses from it.
 */
export function withFormer(data: OfficeData, versions: readonly OfficeLists[]): OfficeData {
  return {
    ...data,
    services: [
      ...data.services,
      ...gone(data, versions, ({ services }) => services).map((one) => ({
        ...one,
        label: markGone(one.label),
        reportLabel: one.reportLabel === null ? null : markGone(one.reportLabel),
      })),
    ],
    channels: [
      ...data.channels,
      ...gone(data, versions, ({ channels }) => channels).map((one) => ({
        ...one,
        label: markGone(one.label),
        reportLabel: one.reportLabel === null ? null : markGone(one.reportLabel),
      })),
    ],
    categories: [...data.categories, ...gone(data, versions, ({ categories }) => categories).map(marked)],
    places: [...data.places, ...gone(data, versions, ({ places }) => places).map(marked)],
    units: [...data.units, ...gone(data, versions, ({ units }) => units).map(marked)],
    classes: [...data.classes, ...gone(data, versions, ({ classes }) => classes).map(marked)],
    bodies: [...data.bodies, ...gone(data, versions, ({ bodies }) => bodies).map(marked)],
    roles: [
      ...data.roles,
      ...gone(data, versions, ({ roles }) => roles).map((one) => ({ ...one, title: markGone(one.title) })),
    ],
  };
}

/** Each item as the last version had it that knew its key, by key. */
function gone<T extends { readonly key: string }>(
  data: OfficeLists,
  versions: readonly OfficeLists[],
  listOf: (lists: OfficeLists) => readonly T[],
): readonly T[] {
  const living = new Set(listOf(data).map(({ key }) => key));
  const former = new Map<string, T>();
  for (const one of versions.flatMap(listOf)) {
    if (!living.has(one.key) && !former.has(one.key)) former.set(one.key, one);
  }
  return [...former.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function marked<T extends { readonly label: string }>(one: T): T {
  return { ...one, label: markGone(one.label) };
}

function markGone(label: string): string {
  return `${label} (tidak lagi dalam daftar)`;
}
