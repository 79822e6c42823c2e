import { writeCsv } from '../../adapters/documents/spreadsheet/write-csv.ts';
import type { CaseActor } from '../../domain/people/case-actor.ts';
import {
  REGISTER_COLUMNS,
  type RegisterColumnKey,
  registerTable,
} from '../../domain/registers/register-columns.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { CaseDesk } from '../cases/doors/case-desk.ts';
import { logAccess } from '../cases/vault/access-log.store.ts';
import { keepOfficeText } from '../cases/vault/office-text.store.ts';
import type { Office } from '../offices/office.read.ts';
import { readRegisterEntries } from './register-entries.read.ts';

export type ExportRequest = {
  readonly office: Office;
  readonly period: ReportPeriod;
  readonly format: 'xlsx' | 'csv';
  /** The edition *arsip*, with persons and texts; null is the edition *publik*. */
  readonly unmask: { readonly actor: CaseActor; readonly reason: string } | null;
};

/** Names hidden in free text cannot be masked with certainty, so the public edition has none (decision 6). */
const PERSONAL: ReadonlySet<RegisterColumnKey> = new Set(['phone', 'matter', 'narrative']);

/** The register of a period as a file. Each unmasked export is logged with its reason (rule 32). `now` in milliseconds. */
export async function exportRegister(
  desk: CaseDesk,
  request: ExportRequest,
  now: number,
): Promise<Uint8Array> {
  const { office, period, unmask } = request;
  const entries = await withOffice(desk.pool, office.officeId, async (tx) => {
    if (unmask !== null) {
      const { actor, reason } = unmask;
      const textId = desk.newId();
      const text = { textId, purpose: 'reason', body: reason, author: actor.account, at: now } as const;
      await keepOfficeText(tx, desk.keyring, office.officeId, text);
      await logAccess(tx, office.officeId, {
        accessId: desk.newId(),
        at: now,
        actor,
        action: 'export-unmasked',
        reason: textId,
      });
    }
    return readRegisterEntries(tx, office, period, unmask === null ? null : desk.keyring);
  });
  const columns =
    unmask === null ? REGISTER_COLUMNS.filter(({ key }) => !PERSONAL.has(key)) : REGISTER_COLUMNS;
  const table = registerTable(entries, columns, unmask !== null);
  if (request.format === 'csv') return Buffer.from(writeCsv(table));
  const { writeTable } = await import('../../adapters/documents/xlsx/write-table.ts');
  return writeTable(table, {
    title: `Register pengaduan ${period.label}`,
    creator: office.data.name,
    madeAt: new Date(now),
  });
}
