import { resolveTree } from '../../domain/reports/resolve-tree.ts';
import type { BuiltReport } from './build-report.ts';
import { type ReportAbout, reportJson } from './report-json.ts';

export const REPORT_FORMATS = ['json', 'html', 'pdf', 'docx', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export function isReportFormat(text: string): text is ReportFormat {
  return REPORT_FORMATS.some((format) => format === text);
}

/**
 * A built report as a file. The interpreters are only loaded when they are needed: a server that prints nothing does
 * not carry them.
 */
export async function drawReport(
  built: BuiltReport,
  format: ReportFormat,
  about: ReportAbout,
): Promise<Uint8Array> {
  switch (format) {
    case 'json':
      return Buffer.from(`${JSON.stringify(reportJson(built, about))}\n`);
    case 'html': {
      const { drawHtml } = await import('../../adapters/documents/web/draw-html.ts');
      return Buffer.from(drawHtml(resolveTree(built.tree)));
    }
    case 'pdf': {
      const { drawPdf } = await import('../../adapters/documents/pdf/draw-pdf.ts');
      return (await drawPdf(resolveTree(built.tree))).file;
    }
    case 'docx': {
      const { drawDocx } = await import('../../adapters/documents/docx/draw-docx.ts');
      return drawDocx(resolveTree(built.tree));
    }
    case 'xlsx': {
      const { drawXlsx } = await import('../../adapters/documents/xlsx/draw-xlsx.ts');
      return drawXlsx(resolveTree(built.tree));
    }
  }
}
