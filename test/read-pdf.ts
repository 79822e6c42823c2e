import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Text of a PDF, one entry a page, and the sizes of its pages in millimetres. */
export async function readPdf(file: Uint8Array): Promise<{
  readonly pages: readonly string[];
  readonly sizes: readonly (readonly [width: number, height: number])[];
}> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const sizes: [number, number][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
    const [, , width = 0, height = 0] = page.view;
    sizes.push([Math.round((width * 25.4) / 72), Math.round((height * 25.4) / 72)]);
  }
  await task.destroy();
  return { pages, sizes };
}

/** Printed texts lose their spacing on the way back: compare without any, nor the places where long words may break. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u200B\u00AD]+/g, '');
}
