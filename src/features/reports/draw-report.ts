import type { ReplacedCharacter } from '../../adapters/documents/pdf/filter-glyphs.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import type { ResolvedDocument } from '../../domain/documents/resolved-document.ts';
import { splitVolumes } from '../../domain/reports/split-volumes.ts';
import type { BuiltReport } from './build-report.ts';
import { type ReportAbout, reportJson } from './report-json.ts';

export const REPORT_FORMATS = ['json', 'html', 'pdf', 'docx', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export function isReportFormat(text: string): text is ReportFormat {
  return REPORT_FORMATS.some((format) => format === text);
}

export type DrawnReport = {
  /** The file; a PDF whose registers are too long for one book has further volumes behind it. */
  readonly files: readonly Uint8Array[];
  /** Characters that no font of ours has, printed as □ (PDF); empty nearly always. */
  readonly replaced: readonly ReplacedCharacter[];
};

/**
 * A built report as files. `volume`, from 1, draws that one alone; a number that the report does not have gives none.
 * The web page and DOCX of a report with long registers are its first volume, XLSX has every row. The interpreters are
 * only loaded when they are needed: a server that prints nothing does not carry them.
 */
export async function drawReport(
  built: BuiltReport,
  format: ReportFormat,
  about: ReportAbout,
  volume: number | null = null,
): Promise<DrawnReport> {
  if (format === 'pdf') {
    const { drawPdfVolumes } = await import('../../adapters/documents/pdf/draw-pdf-volumes.ts');
    const volumes = splitVolumes(resolveTree(built.tree));
    return drawPdfVolumes(volume === null ? volumes : volumes.slice(volume - 1, volume));
  }
  const files = volume === null || volume === 1 ? [await drawWhole(built, format, about)] : [];
  return { files, replaced: [] };
}

async function drawWhole(
  built: BuiltReport,
  format: Exclude<ReportFormat, 'pdf'>,
  about: ReportAbout,
): Promise<Uint8Array> {
  switch (format) {
    case 'json':
      return Buffer.from(`${JSON.stringify(reportJson(built, about))}\n`);
    case 'html': {
      const { drawHtml } = await import('../../adapters/documents/web/draw-html.ts');
      return Buffer.from(drawHtml(firstVolume(built)));
    }
    case 'docx': {
      const { drawDocx } = await import('../../adapters/documents/docx/draw-docx.ts');
      return drawDocx(firstVolume(built));
    }
    case 'xlsx': {
      const { drawXlsx } = await import('../../adapters/documents/xlsx/draw-xlsx.ts');
      return drawXlsx(resolveTree(built.tree));
    }
  }
}

/** The report itself, with its registers where they fit into it. */
function firstVolume({ tree }: BuiltReport): ResolvedDocument {
  const document = resolveTree(tree);
  return splitVolumes(document)[0] ?? document;
}
