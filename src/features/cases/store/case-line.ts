import {
  CHANNELS,
  type Channel,
  CLOCKS,
  type Clock,
  KINDS,
  type Kind,
  SEVERITIES,
  type Severity,
  STATUSES,
  type Status,
} from '../../../domain/complaint/vocabulary.ts';
import { isoInstant } from '../../../platform/database/read-instant.ts';
import type { OfficeCodes } from '../../offices/office-codes.ts';
import { vocabularyWord } from './vocabulary-code.ts';

/** One line of a list. No name, no text: those come with the case. ISO instants. */
export type CaseLine = {
  readonly caseId: string;
  readonly ticket: string;
  readonly version: number;
  readonly status: Status;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly service: string | null;
  readonly category: string | null;
  readonly severity: Severity | null;
  readonly unit: string | null;
  readonly place: string | null;
  readonly owner: string | null;
  readonly receivedAt: string;
  readonly changedAt: string;
  /** The one date that binds next; null = nothing binds, or it waits for its calendar (rule 14). */
  readonly dueAt: string | null;
  readonly dueClock: Clock | null;
  readonly registerNumber: string | null;
  readonly isOpen: boolean;
  readonly urgent: boolean;
  readonly protected: boolean;
  readonly restricted: boolean;
};

/** What a list selects of complaint_case `c`, for `caseLine` to read; never the state, whose text is read as a whole. */
export const LINE_COLUMNS = `c.case_id, c.ticket, c.version, c.status, c.kind, c.channel, c.service, c.category, c.severity,
  c.unit, c.place, c.owner, c.received_at::text, c.changed_at::text, nullif(c.due_at, 'infinity')::text as due_at, c.due_clock,
  c.is_open, c.urgent, c.protected, c.restricted,
  (select e.printed from register_entry e
    where e.office_id = c.office_id and e.year = c.register_year and e.no = c.register_no) as printed`;

export type LineRow = {
  readonly case_id: string;
  readonly ticket: string;
  readonly version: number;
  readonly status: number;
  readonly kind: number;
  readonly channel: number;
  readonly service: number | null;
  readonly category: number | null;
  readonly severity: number | null;
  readonly unit: number | null;
  readonly place: number | null;
  readonly owner: string | null;
  readonly received_at: string;
  readonly changed_at: string;
  readonly due_at: string | null;
  readonly due_clock: number | null;
  readonly is_open: boolean;
  readonly urgent: boolean;
  readonly protected: boolean;
  readonly restricted: boolean;
  readonly printed: string | null;
};

export function caseLine(row: LineRow, { keyOf }: OfficeCodes): CaseLine {
  return {
    caseId: row.case_id,
    ticket: row.ticket,
    version: row.version,
    status: vocabularyWord(STATUSES, row.status),
    kind: vocabularyWord(KINDS, row.kind),
    channel: vocabularyWord(CHANNELS, row.channel),
    service: keyOf('service', row.service),
    category: keyOf('category', row.category),
    severity: row.severity === null ? null : vocabularyWord(SEVERITIES, row.severity),
    unit: keyOf('unit', row.unit),
    place: keyOf('place', row.place),
    owner: row.owner,
    receivedAt: isoInstant(row.received_at),
    changedAt: isoInstant(row.changed_at),
    dueAt: row.due_at === null ? null : isoInstant(row.due_at),
    dueClock: row.due_clock === null ? null : vocabularyWord(CLOCKS, row.due_clock),
    registerNumber: row.printed,
    isOpen: row.is_open,
    urgent: row.urgent,
    protected: row.protected,
    restricted: row.restricted,
  };
}
