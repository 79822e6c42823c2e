import { Resvg } from '@resvg/resvg-js';
import { AlignmentType, ImageRun, Paragraph } from 'docx';
import type { ResolvedChart } from '../../../domain/documents/resolved-document.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { fontFiles } from '../pdf/font-files.ts';
import { lineSpacing } from './docx-measures.ts';
import { type BookmarkNames, marked, plainRuns } from './docx-text.ts';

/** The chart as a picture with its words for those who do not see it, its caption below; never torn apart. */
export function docxChart(
  chart: ResolvedChart,
  textWidth: number,
  names: BookmarkNames,
): readonly Paragraph[] {
  const text = plainRuns(`${chart.number}  ${chart.title}`);
  const name = `${chart.number} ${chart.title}`.slice(0, 250);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 200, after: 60, ...lineSpacing(1) },
      children: [
        picture(
          drawChart(chart),
          { width: Math.min((textWidth / 15) * 0.94, 640), height: Number.POSITIVE_INFINITY },
          name,
          chart.alternative,
        ),
      ],
    }),
    new Paragraph({
      style: 'Judul',
      spacing: { before: 0, after: 280 },
      children: [...marked(chart.anchor, names, text)],
    }),
  ];
}

// Charts have no italics; each font file is read anew for each picture.
const UPRIGHT = fontFiles().text.filter((file) => !file.includes('Italic'));

/** Pixels of the picture to one of the page. */
const SHARPNESS = 1.75;

/** SVG text as a PNG run, sharp enough for print; `size` in px of 96 to the inch, in which the picture lies whole. */
export function picture(
  svg: string,
  size: { readonly width: number; readonly height: number },
  title: string,
  description: string,
): ImageRun {
  const font = { loadSystemFonts: false, fontFiles: [...UPRIGHT], defaultFontFamily: 'Arimo' };
  const own = new Resvg(svg, { font });
  const width = Math.min(size.width, (size.height * own.width) / own.height);
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(width * SHARPNESS) },
    font,
  }).render();
  const ratio = drawn.width / drawn.height;
  return new ImageRun({
    type: 'png',
    data: drawn.asPng(),
    transformation: { width: Math.round(width), height: Math.round(width / ratio) },
    altText: { name: title, title, description },
  });
}
