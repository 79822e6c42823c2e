import { writeCsv } from '../../adapters/documents/spreadsheet/write-csv.ts';
import { cleanText } from '../../domain/documents/clean-text.ts';
import type { CaseActor } from '../../domain/people/case-actor.ts';
import { type RegisterEntry, registerTable } from '../../domain/registers/register-columns.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import { type Tx, withOffice } from '../../platform/database/transaction.ts';
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

export type ExportedRegister = {
  readonly bytes: Uint8Array;
  /** Rows of the file that show nothing but their number (rules 6, 27). */
  readonly withheld: { readonly protected: number; readonly restricted: number };
  /** Rows of the edition *arsip* that are whole but for their people (rule 32). */
  readonly guarded: number;
  /** Rows left out of the edition *arsip*: whoever asks, or somebody he stands in for, is complained of (rule 28). */
  readonly complainedOf: number;
};

/** The register of a period as a file. Each unmasked export is logged with its reason (rule 32). `now` in milliseconds. */
export async function exportRegister(
  desk: CaseDesk,
  request: ExportRequest,
  now: number,
): Promise<ExportedRegister> {
  const { office, period, unmask } = request;
  const readEntries = async (tx: Tx) => {
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
    const edition = unmask === null ? 'publik' : 'arsip';
    return readRegisterEntries(tx, desk.keyring, office, period, { viewer: unmask?.actor ?? null, edition });
  };
  const { entries, complainedOf } = await withOffice(desk.pool, office.officeId, readEntries, { long: true });
  const table = registerTable(entries, unmask === null ? 'publik' : 'arsip').map((row) => row.map(cleanText));
  const { withheld, guarded } = withheldOf(entries, unmask !== null);
  if (request.format === 'csv') {
    return { bytes: Buffer.from(writeCsv(table)), withheld, guarded, complainedOf };
  }
  const { writeTable } = await import('../../adapters/documents/xlsx/write-table.ts');
  const note = withheldNote({ withheld, guarded, complainedOf });
  const bytes = await writeTable(note === null ? table : [...table, [], ['', note]], {
    title: `Register pengaduan ${period.label}`,
    creator: office.data.name,
    madeAt: new Date(now),
  });
  return { bytes, withheld, guarded, complainedOf };
}

/** What rows of a register do not show, by why. */
export function withheldOf(entries: readonly RegisterEntry[], unmasked: boolean) {
  const withheld = {
    protected: countWithheld(entries, 'protected'),
    restricted: countWithheld(entries, 'restricted'),
  };
  return { withheld, guarded: unmasked ? entries.filter(peopleWithheld).length : 0 };
}

/** Indonesian, for below the table and for whoever asked; null when every row is whole. */
export function withheldNote({
  withheld,
  guarded,
  complainedOf,
}: Omit<ExportedRegister, 'bytes'>): string | null {
  const said = [
    ...(withheld.protected > 0 ? [`${withheld.protected} laporan dilindungi`] : []),
    ...(withheld.restricted > 0 ? [`${withheld.restricted} laporan terbatas`] : []),
  ];
  const notes = [
    ...(said.length > 0 ? [`Hanya bernomor, tanpa isi: ${said.join(' dan ')}.`] : []),
    ...(guarded > 0 ? [`Tanpa orang dan uraiannya: ${guarded} laporan anonim atau rahasia.`] : []),
    ...(complainedOf > 0 ? [`Tidak dimuat bagi akun ini: ${complainedOf} laporan.`] : []),
  ];
  return notes.length === 0 ? null : notes.join(' ');
}

function peopleWithheld({ guarded, withheld, cancelled }: RegisterEntry): boolean {
  return guarded && withheld === null && !cancelled;
}

function countWithheld(entries: readonly RegisterEntry[], by: RegisterEntry['withheld']): number {
  return entries.filter((entry) => entry.withheld === by && !entry.cancelled).length;
}
