import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx';
import type { ResolvedAppendix, ResolvedDocument } from '../../../domain/documents/resolved-document.ts';
import { type DocxContext, docxBlocks } from './docx-blocks.ts';
import { FONT, INK, lineSpacing, millimetres, SIZE, sheetOf } from './docx-measures.ts';
import { docxPageNumbers } from './docx-page-numbers.ts';
import { bookmarkNames, marked, plainRuns, textRuns } from './docx-text.ts';

/** A document as DOCX for Word and LibreOffice: what the PDF shows, to be worked on. */
export async function drawDocx(document: ResolvedDocument): Promise<Uint8Array> {
  const { meta } = document;
  const names = bookmarkNames();
  const upright: DocxContext = { document, sheet: sheetOf(meta, false), names };
  const body = { ...upright, sheet: sheetOf(meta, meta.orientation === 'landscape') };
  const covers = document.front.filter((block) => block.type === 'cover');
  const front = document.front.filter((block) => block.type !== 'cover');
  const numbered = document.front.length > 0;
  const sections: ISectionOptions[] = [];
  if (covers.length > 0) sections.push(section(upright, docxBlocks(covers, upright), null));
  if (front.length > 0) {
    sections.push(section(upright, docxBlocks(front, upright), { format: 'roman', start: 1, shown: true }));
  }
  if (document.body.length > 0) {
    const pages: Pages = { format: 'arabic', start: 1, shown: numbered };
    sections.push(section(body, docxBlocks(document.body, body), pages));
  }
  for (const appendix of document.appendices) {
    const sheet = sheetOf(meta, appendix.orientation === 'landscape');
    sections.push(appendixSection(appendix, { ...upright, sheet }));
  }
  const file = new Document({
    title: meta.title,
    creator: meta.office.name,
    lastModifiedBy: meta.office.name,
    description: meta.period,
    keywords: `${meta.edition}; ${meta.id}`,
    features: { updateFields: false },
    pageNumbers: () => docxPageNumbers(document, names),
    styles: stylesOf(meta),
    sections,
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const EDGE = { style: BorderStyle.SINGLE, size: 6, color: INK, space: 20 };
const FRAME = {
  pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.PAGE },
  pageBorderTop: EDGE,
  pageBorderRight: EDGE,
  pageBorderBottom: EDGE,
  pageBorderLeft: EDGE,
};

type Pages = { readonly format: 'roman' | 'arabic'; readonly start: number | null; readonly shown: boolean };

function section(
  { document, sheet }: DocxContext,
  children: ReturnType<typeof docxBlocks>,
  pages: Pages | null,
): ISectionOptions {
  const { width, height, margin, lying } = sheet;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width, height, orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...margin, footer: 560 },
        ...(document.meta.framed === true ? { borders: FRAME } : {}),
        ...(pages === null
          ? {}
          : {
              pageNumbers: {
                formatType: pages.format === 'roman' ? NumberFormat.LOWER_ROMAN : NumberFormat.DECIMAL,
                ...(pages.start === null ? {} : { start: pages.start }),
              },
            }),
      },
    },
    ...(document.meta.classification === undefined && document.meta.across === undefined
      ? {}
      : { headers: { default: header(document) } }),
    footers: { default: footer(document, pages?.shown === true) },
    children: [...children],
  };
}

function appendixSection(appendix: ResolvedAppendix, context: DocxContext): ISectionOptions {
  const title = plainRuns(appendix.title.toUpperCase(), { bold: true, size: SIZE.text, color: INK });
  const head = [
    ...annexHead(appendix),
    new Paragraph({
      heading: 'Heading1',
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 0, after: 60 },
      children: [...marked(appendix.anchor, context.names, title)],
    }),
    ...appendix.subtitle.map(
      (line) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 0, after: 60 },
          children: [...plainRuns(line.toUpperCase(), { bold: true })],
        }),
    ),
    new Paragraph({ keepNext: true, spacing: { before: 0, after: 60 }, children: [] }),
  ];
  const pages: Pages = { format: 'arabic', start: null, shown: true };
  return section(context, [...head, ...docxBlocks(appendix.blocks, context)], pages);
}

/** "Lampiran 1", or of a decree its heading with number, date and subject in the right half. */
function annexHead({ number, decree }: ResolvedAppendix): readonly Paragraph[] {
  if (decree === null) {
    return [
      new Paragraph({ spacing: { before: 0, after: 200 }, children: [...plainRuns(number, { size: 20 })] }),
    ];
  }
  const left = millimetres(74);
  const [colon, value] = [left + millimetres(22), left + millimetres(26)];
  return [
    new Paragraph({
      spacing: { before: 0, after: 40 },
      indent: { left },
      children: [...plainRuns(decree.heading.toUpperCase(), { size: 20 })],
    }),
    ...decree.items.map(
      ({ label, runs }, at) =>
        new Paragraph({
          spacing: { before: 0, after: at === decree.items.length - 1 ? 360 : 20 },
          indent: { left: value, hanging: value - left },
          tabStops: [
            { type: TabStopType.LEFT, position: colon },
            { type: TabStopType.LEFT, position: value },
          ],
          children: [
            new TextRun({ text: `${label.toUpperCase()}\t:\t`, size: 20 }),
            ...textRuns(runs, { size: 20 }),
          ],
        }),
    ),
  ];
}

function header({ meta }: ResolvedDocument): Header {
  const lines = [meta.classification, meta.across].flatMap((line) => (line === undefined ? [] : line));
  return new Header({
    children: lines.map(
      (line) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: 0, after: 60 },
          children: [...plainRuns(line.toUpperCase(), { bold: true })],
        }),
    ),
  });
}

function footer({ meta, words }: ResolvedDocument, shown: boolean): Footer {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 18 })],
  });
  const hash = smallLine(`${meta.edition} · ${words.figuresHash} ${meta.figuresHash ?? ''}`);
  const from = meta.footLine === undefined ? [] : [smallLine(meta.footLine)];
  if (!shown) return new Footer({ children: from.length === 0 ? [new Paragraph({ children: [] })] : from });
  return new Footer({ children: meta.figuresHash === null ? [number, ...from] : [number, hash, ...from] });
}

function smallLine(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 40, after: 0 },
    children: [...plainRuns(text, { size: 14, color: '595959' })],
  });
}

function stylesOf({
  language,
  compact,
}: ResolvedDocument['meta']): NonNullable<ConstructorParameters<typeof Document>[0]['styles']> {
  const run = {
    font: FONT,
    size: compact === true ? SIZE.table : SIZE.text,
    color: INK,
    language: { value: language === 'id' ? 'id-ID' : 'en-GB' },
  };
  const heading = { run: { font: FONT, color: INK, bold: true, size: SIZE.text } };
  return {
    default: {
      document: {
        run,
        paragraph: {
          spacing: {
            before: 0,
            after: compact === true ? 90 : 140,
            ...lineSpacing(compact === true ? 1.1 : 1.3),
          },
        },
      },
      heading1: heading,
      heading2: heading,
      heading3: heading,
      heading4: heading,
      heading5: heading,
      heading6: heading,
    },
    paragraphStyles: [
      {
        // Letters of one point, so that a picture in its line is no higher than itself.
        id: 'Gambar',
        name: 'Gambar dalam tabel',
        basedOn: 'Normal',
        run: { size: 2 },
        paragraph: { spacing: { before: 0, after: 0, ...lineSpacing(1) } },
      },
      {
        id: 'Judul',
        name: 'Judul tabel dan grafik',
        basedOn: 'Normal',
        run: { bold: true, size: SIZE.caption },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { before: 240, after: 120, ...lineSpacing(1.1) },
        },
      },
      {
        id: 'Catatan',
        name: 'Catatan tabel',
        basedOn: 'Normal',
        run: { size: SIZE.small },
        paragraph: { spacing: { before: 60, after: 0, ...lineSpacing(1.05) } },
      },
      {
        id: 'JudulBagian',
        name: 'Judul bagian depan',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 360 } },
      },
    ],
  };
}
