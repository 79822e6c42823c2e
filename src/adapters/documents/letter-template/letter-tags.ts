/** Tags of a paragraph, whole however Word has cut them into runs. One that is never closed is given with its brace. */
export function readLetterTags(text: string): readonly string[] {
  const [, ...begun] = text.split('{');
  return begun.map((piece) => {
    const end = piece.indexOf('}');
    return end === -1 ? `{${piece.slice(0, 40)}` : piece.slice(0, end).trim();
  });
}
