import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { ResolvedAppendix, ResolvedDocument } from '../../../domain/documents/resolved-document.ts';
import { type DocxContext, docxBlocks } from './docx-blocks.ts';
import { FONT, INK, lineSpacing, SIZE, sheetOf } from './docx-measures.ts';
import { docxPageNumbers } from './docx-page-numbers.ts';
import { bookmarkNames, marked, plainRuns } from './docx-text.ts';

/** A document as DOCX for Word and LibreOffice: what the PDF shows, to be worked on. */
export async function drawDocx(document: ResolvedDocument): Promise<Uint8Array> {
  const { meta } = document;
  const names = bookmarkNames();
  const upright: DocxContext = { document, sheet: sheetOf(meta.paper, false), names };
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
    sections.push(section(upright, docxBlocks(document.body, upright), pages));
  }
  for (const appendix of document.appendices) {
    const sheet = sheetOf(meta.paper, appendix.orientation === 'landscape');
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
    styles: stylesOf(meta.language),
    sections,
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

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
    footers: { default: footer(document, pages?.shown === true) },
    children: [...children],
  };
}

function appendixSection(appendix: ResolvedAppendix, context: DocxContext): ISectionOptions {
  const title = plainRuns(appendix.title.toUpperCase(), { bold: true, size: SIZE.text, color: INK });
  const head = [
    new Paragraph({
      spacing: { before: 0, after: 200 },
      children: [...plainRuns(appendix.number, { size: 20 })],
    }),
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

function footer({ meta, words }: ResolvedDocument, shown: boolean): Footer {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 18 })],
  });
  const hash = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 40, after: 0 },
    children: [
      new TextRun({
        text: `${meta.edition} · ${words.figuresHash} ${meta.figuresHash ?? ''}`,
        size: 14,
        color: '595959',
      }),
    ],
  });
  if (!shown) return new Footer({ children: [new Paragraph({ children: [] })] });
  return new Footer({ children: meta.figuresHash === null ? [number] : [number, hash] });
}

function stylesOf(language: 'id' | 'en'): NonNullable<ConstructorParameters<typeof Document>[0]['styles']> {
  const run = {
    font: FONT,
    size: SIZE.text,
    color: INK,
    language: { value: language === 'id' ? 'id-ID' : 'en-GB' },
  };
  const heading = { run: { font: FONT, color: INK, bold: true, size: SIZE.text } };
  return {
    default: {
      document: {
        run,
        paragraph: { spacing: { before: 0, after: 140, ...lineSpacing(1.3) } },
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
