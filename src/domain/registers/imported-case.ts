import { parseIsoDate } from '../calendar/epoch-day.ts';
import { startOfDay } from '../calendar/instant.ts';
import type { Zone } from '../calendar/zone.ts';
import type { ComplaintEvent, Received, TextId } from '../complaint/event.ts';
import { instantOf } from '../complaint/instant-ms.ts';
import type { Channel } from '../complaint/vocabulary.ts';
import type { OfficeData } from '../office/office-data.ts';
import type { ImportedRow } from './register-row.ts';

/** Ids under which the texts and people of a row were put away. */
export type ImportedRefs = {
  readonly ticket: string;
  readonly batch: string;
  /** Keyed hash of the row: names it in the history without telling anything of it. */
  readonly row: string;
  readonly matter: TextId;
  readonly narrative: TextId | null;
  readonly statusWritten: TextId | null;
  readonly remarks: TextId | null;
  readonly reporters: Received['reporters'];
  readonly concerns: Received['concerns'];
};

export type ImportChoice = {
  /** Channel that a person named for the whole file; else what the register says (rule 37). */
  readonly channel: Channel | null;
  /** Takes the suggested service; kinds are never taken from a suggestion. */
  readonly acceptSuggestions: boolean;
};

/**
 * The history of a case that comes from an old register, exactly as the book says it (rule 37): its status with
 * outcome `not-recorded`, no date and no number that the book does not have, no limit and no stopwatch.
 */
export function importedEvents(
  row: ImportedRow,
  refs: ImportedRefs,
  choice: ImportChoice,
  office: OfficeData,
  zone: Zone,
): readonly ComplaintEvent[] {
  const receivedAt = receiptInstant(row, zone);
  const service = row.service ?? (choice.acceptSuggestions ? suggestedService(row) : null);
  const received: Received = {
    type: 'received',
    at: receivedAt,
    ticket: refs.ticket,
    kind: row.kind,
    channel: choice.channel ?? row.channel,
    receivedAt,
    precision: row.receipt.precision,
    happenedOn: null,
    receivedBy: null,
    lateEntryReason: null,
    sourceNumber: row.sourceNumber,
    matter: refs.matter,
    category: row.category,
    service,
    place: row.place,
    reporters: refs.reporters,
    concerns: refs.concerns,
    respondents: [],
    anonymous: row.anonymous,
    secret: row.secret,
    urgentAsked: false,
    urgent: false,
    protected: office.services.find((one) => one.key === service)?.protected ?? false,
    safeContact: null,
    provenance: 'register-lama',
    sop: '',
    sopVersion: 0,
    sopSteps: [],
    formOpenedAt: null,
    writingBeganAt: null,
    readBack: null,
    due: [],
    attachments: [],
  };
  const status = row.status ?? 'not-recorded';
  const events: ComplaintEvent[] = [
    received,
    {
      type: 'imported-from-register',
      at: receivedAt,
      batch: refs.batch,
      row: refs.row,
      status,
      statusWritten: refs.statusWritten,
      narrative: refs.narrative,
      remarks: refs.remarks,
      outcome: status === 'closed' ? 'not-recorded' : null,
    },
  ];
  if (row.severity !== null) {
    events.push({
      type: 'classified',
      at: receivedAt,
      kind: received.kind,
      service: received.service,
      category: received.category,
      severity: row.severity,
      oversight: false,
      form: null,
      deviation: null,
      reason: null,
      due: [],
    });
  }
  return events;
}

export function suggestedService({ suggestions }: Pick<ImportedRow, 'suggestions'>): string | null {
  return suggestions.find((one) => one.field === 'service')?.value ?? null;
}

/** Known to the day or the month only: it stands at the beginning of it, and its precision says so. */
function receiptInstant(row: ImportedRow, zone: Zone): string {
  const { on, precision } = row.receipt;
  const day = parseIsoDate(precision === 'month' ? `${on}-01` : on);
  if (day === null) throw new RangeError(`A register row was received on ${on}`);
  return instantOf(startOfDay(day, zone));
}
