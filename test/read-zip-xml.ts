import { strFromU8, unzipSync } from 'fflate';

/** The XML parts of a DOCX or XLSX by their path, for tests that read a file back. */
export function readZipXml(file: Uint8Array): ReadonlyMap<string, string> {
  const parts = unzipSync(file, { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The text between XML tags with its entities read. */
export function xmlText(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9A-Fa-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
