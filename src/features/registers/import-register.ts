import { basename } from 'node:path';
import type { SpreadsheetSource } from '../../adapters/documents/spreadsheet/load-spreadsheet.ts';
import type { SpreadsheetRefusal } from '../../adapters/documents/spreadsheet/spreadsheet-refusal.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import { instantOf } from '../../domain/complaint/instant-ms.ts';
import { IMPORT_ACTOR } from '../../domain/people/case-actor.ts';
import { type ImportChoice, importedEvents } from '../../domain/registers/imported-case.ts';
import { addDoubts } from '../../domain/registers/read-register.ts';
import type { ImportedRow, RegisterReading } from '../../domain/registers/register-row.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import { advisoryLock } from '../../platform/database/advisory-locks.ts';
import { type Tx, withOffice } from '../../platform/database/transaction.ts';
import type { CaseDesk } from '../cases/doors/case-desk.ts';
import { recordNewCase } from '../cases/intake/record-new-case.ts';
import { newTicket } from '../cases/store/ticket.ts';
import { type Keeper, openKeeper } from '../cases/vault/keeper.ts';
import type { Office } from '../offices/office.read.ts';
import { acceptSuggestions, findWithoutService } from './accept-suggestions.ts';
import { readEarlierRows } from './earlier-rows.read.ts';
import { type FreshRow, findFreshRows } from './find-fresh-rows.read.ts';
import { readRegisterFile } from './read-register-file.ts';
import { plainRowNumber, rowRemarks } from './row-remarks.ts';

export type ImportRequest = {
  readonly office: Office;
  readonly source: SpreadsheetSource;
  readonly period: ReportPeriod;
  readonly choice: ImportChoice;
  /** Reads and judges, writes nothing. */
  readonly dryRun: boolean;
  /** Who imports, when somebody is signed in. */
  readonly account: string | null;
};

export type ImportCounts = {
  /** Cases written now, or that would be written without `dryRun`. */
  readonly written: number;
  /** Rows that an earlier import had written already. */
  readonly known: number;
  /** Known rows that got their suggested service now, and those that still have none though one is suggested. */
  readonly accepted: number;
  readonly withoutService: number;
};

export type ImportResult =
  | (ImportCounts & { readonly ok: true; readonly reading: RegisterReading })
  | SpreadsheetRefusal;

/** Two imports into one office go one after the other, and so does whoever takes one back. */
export const IMPORT_LOCK = advisoryLock('register-import');

/**
 * Moves an old register into the office's own: every row that can be read becomes a case as the book says it
 * (rule 37), in one transaction. The same rows again, from whatever file, change nothing, but with `acceptSuggestions`
 * they get the suggested service where they still have none. Refuses what cannot be read safely. `now` in milliseconds.
 */
export async function importRegister(
  desk: CaseDesk,
  request: ImportRequest,
  now: number,
): Promise<ImportResult> {
  const { office, source, period, choice, dryRun } = request;
  const file = await readRegisterFile(source, {
    office: office.slug,
    period,
    today: localDate(now, office.zone),
    services: office.data.services,
    kinds: office.data.kinds,
    categories: office.data.categories,
    places: office.data.places,
    classes: office.data.classes.map(({ key }) => key),
    earlier: await readEarlierRows(desk.pool, office),
  });
  if (!file.ok) return file;
  const { fileHash } = file;
  const rows = file.reading.rows.filter((row) => row.verdict === 'imported');
  const write = async (tx: Tx): Promise<ImportResult> => {
    await tx.query('select pg_advisory_xact_lock($1, $2)', [IMPORT_LOCK, office.officeId]);
    const { fresh, known, doubts } = await findFreshRows(tx, desk, office, rows);
    const reading = addDoubts(file.reading, doubts);
    const open = await findWithoutService(tx, office, known);
    const counts = { ok: true, reading, written: fresh.length, known: known.length } as const;
    if (dryRun) return { ...counts, accepted: 0, withoutService: open.length };
    if (fresh.length > 0) {
      const batch = desk.newId();
      await insertBatch(tx, request, { batch, fileHash }, now);
      for (const row of fresh) await insertRow(tx, desk, request, { batch, ...row }, now);
    }
    const accepted = choice.acceptSuggestions
      ? await acceptSuggestions(tx, desk, office, { ...IMPORT_ACTOR, account: request.account }, open, now)
      : 0;
    return { ...counts, accepted, withoutService: open.length - accepted };
  };
  return withOffice(desk.pool, office.officeId, write, { long: true });
}

type Batch = { readonly batch: string; readonly fileHash: Buffer };

async function insertBatch(
  tx: Tx,
  { office, source, period, account }: ImportRequest,
  { batch, fileHash }: Batch,
  now: number,
): Promise<void> {
  await tx.query(
    `insert into register_import
       (office_id, import_id, file_name, file_hash, period, imported_at, imported_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      office.officeId,
      batch,
      'path' in source ? basename(source.path) : source.name,
      fileHash,
      period.text,
      new Date(now),
      account,
    ],
  );
}

/** One row with its case. Doubts keep their rule and field here; what was written stands in the case's own texts. */
async function insertRow(
  tx: Tx,
  desk: CaseDesk,
  { office, choice, account }: ImportRequest,
  { batch, row, hash, like }: FreshRow & { readonly batch: string },
  now: number,
): Promise<void> {
  const caseId = desk.newId();
  const keeper = openKeeper(desk.keyring, { officeId: office.officeId, caseId }, desk.newId);
  const { remarks, ofPeople } = rowRemarks(row);
  const refs = {
    ticket: newTicket(office.ticketPrefix),
    batch,
    row: hash.toString('hex').slice(0, 32),
    matter: keeper.text('matter', row.matter) ?? keeper.text('matter', '(tidak tertulis dalam register)'),
    narrative: keeper.text('narrative', row.narrative),
    statusWritten: keeper.text('note', row.statusWritten),
    remarks: keeper.text('remarks', remarks),
    ...keepPeople(keeper, row, ofPeople),
  };
  await recordNewCase(tx, desk.keyring, office, {
    caseId,
    events: importedEvents(
      { ...row, sourceNumber: plainRowNumber(row) },
      refs,
      choice,
      office.data,
      office.zone,
    ),
    actor: { ...IMPORT_ACTOR, account },
    recordedAt: instantOf(now),
    keeper,
    secretHash: null,
    kept: null,
  });
  await tx.query(
    `insert into register_import_row
       (office_id, row_hash, import_id, case_id, sheet, row_no, doubts, like_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      office.officeId,
      hash,
      batch,
      caseId,
      row.sheet,
      row.row,
      JSON.stringify(row.doubts.map(({ field, rule }) => ({ field, rule }))),
      like,
    ],
  );
}

/**
 * The first complainant is the one written to (rule 3): he gets the numbers and the address of the row, and what else
 * its cells say of people; where nobody complains, the first whom it concerns gets that.
 */
function keepPeople(keeper: Keeper, row: ImportedRow, ofPeople: string) {
  const nobody = { name: null, phone: null, email: null, address: null, nik: null };
  const contact = {
    phone: row.phones.length === 0 ? null : row.phones.join(', '),
    email: row.email,
    address: row.address,
    nik: row.nik,
  };
  const written = ofPeople === '' ? {} : { written: ofPeople };
  const people =
    row.people.length === 0 && Object.values(contact).some((one) => one !== null) ? [null] : row.people;
  return {
    reporters: people.map((person, index) => ({
      identity: keeper.person('reporter', {
        ...nobody,
        ...(index === 0 ? { ...contact, ...written } : {}),
        name: person?.name ?? null,
      }),
      as: person?.as ?? ('self' as const),
    })),
    concerns: row.concerns.map((concern, index) => ({
      identity: keeper.person('concern', {
        ...nobody,
        ...(people.length === 0 && index === 0 ? written : {}),
        name: concern.name,
      }),
      relation: null,
    })),
  };
}
