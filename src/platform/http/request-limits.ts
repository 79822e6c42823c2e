/** Most bytes of a request: the longest text fits with each of its letters written as an escape. */
export const BODY_BYTES = 1_000_000;

/** Most bytes of an upload of an old register: 20 MB of file, and the form around it. */
export const FILE_BYTES = 21_000_000;

/** Most letters of one text that a person writes. */
export const LONGEST_TEXT = 20_000;
