/**
 * The number a closed vocabulary's word is stored as: its position in the list. Lists only grow at the end.
 * Throws when the word is not in the list, which the types should have made impossible.
 */
export function vocabularyCode<W extends string>(words: readonly W[], word: W): number {
  const code = words.indexOf(word);
  if (code < 0) throw new Error(`"${word}" is not in the vocabulary`);
  return code;
}

/** The word of a stored number; throws on a number that the list does not have (a newer store). */
export function vocabularyWord<W extends string>(words: readonly W[], code: number): W {
  const word = words[code];
  if (word === undefined) throw new Error(`No word of the vocabulary has the number ${code}`);
  return word;
}
