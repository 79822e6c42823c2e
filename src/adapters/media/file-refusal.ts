/** Why a file is not taken; each has a sentence that says what to do (`file.refused.…`). */
export const FILE_REFUSALS = [
  'empty',
  'too-large',
  /** None of those that are taken, whatever its name says. */
  'type-not-taken',
  /** A photo of an iPhone as it lies there: it says where it was taken, in a form that we cannot clean. */
  'heic',
  /** It breaks off, or is not built as its beginning says. */
  'broken',
  /** An Office document that can run something. */
  'macros',
  /** An archive that says that it is far larger than it is. */
  'bomb',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** Thrown by who reads a file, and caught where it was taken in. */
export class FileStop extends Error {
  override readonly name = 'FileStop';
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}
