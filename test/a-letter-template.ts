import { Document, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';

/** A letter as an office writes it in Word: its tags, one of them cut into runs as Word does. */
export async function aLetterTemplate(lines: readonly string[] = USUAL): Promise<Uint8Array> {
  const file = new Document({
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun('KOP KANTOR SENDIRI')] }),
          ...lines.map((line) => new Paragraph({ children: [new TextRun(line)] })),
          new Paragraph({ children: [new TextRun('Nomor {no'), new TextRun({ text: 'mor}', bold: true })] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
const USUAL = ['{tanggal}', 'Yth. {kepada}', 'Hal: {hal}', '{isi}', '{jabatan}', '{nama}', '{tembusan}'];

/** The same file with parts added or changed. */
export async function aTamperedTemplate(
  change: (parts: Record<string, Uint8Array>) => void,
  lines?: readonly string[],
): Promise<Uint8Array> {
  const parts = unzipSync(await aLetterTemplate(lines));
  change(parts);
  return zipSync(parts);
}

/** Replaces text within a part of the file. */
export function replaceIn(
  parts: Record<string, Uint8Array>,
  name: string,
  from: string | RegExp,
  to: string,
): void {
  const text = new TextDecoder().decode(parts[name]);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${name} does not hold ${from}`);
  parts[name] = strToU8(changed);
}
