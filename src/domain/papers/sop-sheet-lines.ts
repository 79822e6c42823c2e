const POINT = 25.4 / 72;

/**
 * How many lines a text takes in a column so wide (millimetres), rather one too many: no font is at hand here, so letters
 * count by how broad they are in Arimo, and words are not torn.
 */
export function linesIn(text: string, width: number, size: number): number {
  const room = width / (size * POINT * 1.04);
  return text.split('\n').reduce((lines, part) => lines + linesOfPart(part, room), 0);
}

function linesOfPart(part: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of part.split(/[ \t]+/)) {
    const long = broad(word);
    if (used > 0 && used + SPACE + long > room) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? SPACE : 0) + long;
    // A word longer than the column is broken inside.
    while (used > room) {
      lines += 1;
      used -= room;
    }
  }
  return lines;
}

const SPACE = 0.28;

function broad(word: string): number {
  let ems = 0;
  for (const sign of word) {
    if (/[ijlftrI.,:;'|!()[\]/-]/.test(sign)) ems += 0.3;
    else if (/[mwMW@%]/.test(sign)) ems += 0.88;
    else if (/[A-Z]/.test(sign)) ems += 0.69;
    else ems += sign > 'ÿ' ? 1.05 : 0.56;
  }
  return ems;
}
