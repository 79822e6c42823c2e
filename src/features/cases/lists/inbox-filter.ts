import {
  CHANNELS,
  type Channel,
  SEVERITIES,
  type Severity,
  STATUSES,
  type Status,
} from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import type { Office } from '../../offices/office.read.ts';
import { MARKS_FILTERED, type MarkFiltered } from './list-inbox.read.ts';

export const QUEUES = ['saya', 'bidang', 'semua'] as const;
export type Queue = (typeof QUEUES)[number];

/** What the address of the inbox asks for. */
export type InboxAsked = {
  readonly queue: Queue;
  readonly q: string;
  readonly status: Status | null;
  readonly unit: string | null;
  readonly channel: Channel | null;
  readonly service: string | null;
  readonly severity: Severity | null;
  readonly mark: MarkFiltered | null;
  readonly owner: string | null;
  readonly late: boolean;
  /** As the address has it; empty = from the top. */
  readonly cursor: string;
};

/** The fields by which the inbox is filtered, beside words that are searched for. */
export const FILTERS = ['status', 'unit', 'channel', 'service', 'severity', 'mark', 'owner', 'late'] as const;

/** Names in the address, which stay. */
const NAMES = {
  queue: 'antrean',
  q: 'q',
  status: 'status',
  unit: 'unit',
  channel: 'saluran',
  service: 'layanan',
  severity: 'kelas',
  mark: 'tanda',
  owner: 'pemegang',
  late: 'terlambat',
  cursor: 'cursor',
} as const satisfies Readonly<Record<keyof InboxAsked, string>>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an address asks for; what the office does not have is not asked for. */
export function readInboxAsked(
  query: (name: string) => string | undefined,
  actor: CaseActor,
  { data }: Office,
): InboxAsked {
  const of = (field: keyof InboxAsked): string => query(NAMES[field]) ?? '';
  const keyIn = (items: readonly { readonly key: string }[], key: string) =>
    items.find((one) => one.key === key)?.key ?? null;
  const usual: Queue = actor.units.length > 0 && !actor.may.has('dispose') ? 'bidang' : 'semua';
  const q = of('q').replaceAll('\0', '').trim().slice(0, 200);
  const owner = of('owner').toLowerCase();
  return {
    q,
    // A search goes through everybody's cases, so no narrower queue stands marked over what it finds.
    queue: q === '' ? (QUEUES.find((one) => one === of('queue')) ?? usual) : 'semua',
    status: STATUSES.find((one) => one === of('status')) ?? null,
    unit: keyIn(data.units, of('unit')),
    channel: CHANNELS.find((one) => one === of('channel')) ?? null,
    service: keyIn(data.services, of('service')),
    severity: SEVERITIES.find((one) => one === of('severity')) ?? null,
    mark: MARKS_FILTERED.find((one) => one === of('mark')) ?? null,
    owner: UUID.test(owner) ? owner : null,
    late: of('late') === 'ya',
    cursor: of('cursor'),
  };
}

/** The query of the address that asks for this; without what was not asked. */
export function inboxQuery(asked: InboxAsked): string {
  const query = new URLSearchParams();
  for (const field of ['queue', 'q', ...FILTERS, 'cursor'] as const) {
    const value = asked[field];
    if (value === true) query.set(NAMES[field], 'ya');
    else if (typeof value === 'string' && value !== '') query.set(NAMES[field], value);
  }
  return query.toString();
}

/** The same address with a change, from the top of the list. */
export function inboxHref(asked: InboxAsked, change: Partial<InboxAsked>): string {
  return `/petugas?${inboxQuery({ ...asked, cursor: '', ...change })}`;
}

export function isFiltered(asked: InboxAsked): boolean {
  return FILTERS.some((field) => asked[field] !== null && asked[field] !== false);
}
