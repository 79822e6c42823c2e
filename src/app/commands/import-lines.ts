import type { ImportReport } from '../../domain/registers/import-report.ts';
import type { IgnoredRow } from '../../domain/registers/register-row.ts';
import type { ImportCounts } from '../../features/registers/import-register.ts';

const REASONS: Readonly<Record<IgnoredRow['reason'], string>> = {
  title: 'judul',
  header: 'kepala tabel',
  'repeated-header': 'kepala tabel yang berulang',
  'column-numbers': 'nomor kolom',
  signature: 'blok tanda tangan',
  total: 'baris jumlah',
  note: 'garis atau catatan di luar tabel',
  'no-table': 'lembar tanpa tabel register',
};

/** What `register import` tells a person: every doubt, every row that was not taken and why, and what was written. */
export function importLines(
  report: ImportReport,
  { written, known, accepted, withoutService, dryRun }: ImportCounts & { readonly dryRun: boolean },
): readonly string[] {
  const services = report.suggestions.filter((one) => one.field === 'service').length;
  const kinds = report.suggestions.length - services;
  return [
    ...report.doubts.map((doubt) => `${doubt.sheet} baris ${doubt.row}: ${doubt.why}`),
    ...report.skippedRows.map((row) => `${row.sheet} baris ${row.row} dilewati: ${row.reason}`),
    ...ignoredLines(report.ignored),
    `${report.rows} baris dibaca, ${report.imported} dapat dipindahkan, ${report.skipped} dilewati; ${report.ignored.length} baris di luar tabel diabaikan.`,
    dryRun
      ? `${written} kasus akan ditulis, ${known} sudah ada sebelumnya. Ini hanya pemeriksaan; tidak ada yang disimpan.`
      : `${written} kasus baru ditulis, ${known} sudah ada sebelumnya.`,
    `${report.doubts.length} keraguan, ${services} saran layanan, ${kinds} saran jenis (jenis hanya diubah oleh petugas).`,
    ...(accepted > 0 ? [`Layanan ${accepted} kasus yang sudah ada diisi menurut saran.`] : []),
    ...(withoutService > 0
      ? [
          `${withoutService} kasus yang sudah ada masih tanpa layanan; untuk menerima sarannya, impor lagi dengan --accept-suggestions.`,
        ]
      : []),
  ];
}

/** One line a sheet: *Januari: diabaikan baris 1–2 (judul), 22–23, 27 (blok tanda tangan).* */
function ignoredLines(ignored: ImportReport['ignored']): readonly string[] {
  return [...Map.groupBy(ignored, ({ sheet }) => sheet)].map(([sheet, ofSheet]) => {
    const parts = [...Map.groupBy(ofSheet, ({ reason }) => reason)].map(
      ([reason, rows]) => `${ranges(rows.map(({ row }) => row))} (${REASONS[reason]})`,
    );
    return `${sheet}: diabaikan baris ${parts.join('; ')}.`;
  });
}

function ranges(rows: readonly number[]): string {
  const spans: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last !== undefined && row === last.to + 1) last.to = row;
    else spans.push({ from: row, to: row });
  }
  return spans.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
