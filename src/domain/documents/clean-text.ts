/**
 * Text from outside made fit for any paper: characters that no paper can print go. Control characters, lone halves
 * of surrogate pairs and non-characters (illegal in XML, so in DOCX and XLSX) and the invisible orders that turn the
 * direction of writing (a name could be made to read as another). Everything else stays as it was written; line ends
 * become "\n", other white space of one line becomes a space.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNPRINTABLE, '');
}

/** Cleaned and on one line: headings, labels, cells of registers' headers. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

// Cc except \n; bidi marks, embeddings and isolates; interlinear and tag characters; BOM; non-characters of all planes.
const UNPRINTABLE =
  /(?!\n)\p{Cc}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFC]|[\u{E0000}-\u{E007F}]|\p{Noncharacter_Code_Point}/gu;
