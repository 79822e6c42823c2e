import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readZipXml, xmlText } from '../test/read-zip-xml.ts';

type Kind = 'PDF' | 'DOCX' | 'XLSX' | 'JSON';

/** How many cases a downloaded annual report says that the office received, read as a reader of its kind reads it. */
export async function totalIn(path: string, kind: Kind): Promise<number> {
  const file = new Uint8Array(readFileSync(path));
  const [, total] = /menerima(\d+)\(/.exec((await TEXTS[kind](file)).replace(/\s+/g, '')) ?? [];
  return Number(total);
}

const TEXTS: Readonly<Record<Kind, (file: Uint8Array) => string | Promise<string>>> = {
  PDF: pdfText,
  DOCX: (file) => xmlText(readZipXml(file).get('word/document.xml') ?? ''),
  XLSX: async (file) => {
    const { sheets } = await readXlsx(file);
    const row = sheets.flatMap(({ rows }) => rows).find(([id]) => id === 'register/total');
    return `menerima ${row?.[1]} (`;
  },
  JSON: (file) => `menerima ${JSON.parse(Buffer.from(file).toString('utf8')).register.total} (`,
};

async function pdfText(file: Uint8Array): Promise<string> {
  const task = getDocument({ data: file, verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await task.destroy();
  return pages.join('');
}
