/** Most bytes of a request: the longest text fits with each of its letters written as an escape. */
export const BODY_BYTES = 1_000_000;

/** Most bytes of bodies that are being received or worked on at a time: of all clients, and of one address. */
export const BODIES_BYTES = 64_000_000;
export const BODIES_OF_CLIENT_BYTES = 4_000_000;

/** What a declared body holds before any of it has come: of all connections together a quarter of the room. */
export const AT_ONCE_BYTES = 8_000;

/** Milliseconds within which a body has arrived; an uploaded register has as long as a request has. */
export const BODY_MS = 30_000;

/** Milliseconds for the head of a request, and for all of one: 20 MB over a line of 0.6 Mbit/s. */
export const HEAD_MS = 20_000;
export const REQUEST_MS = 300_000;

/**
 * Most connections at a time, of all and of one address, which may be a whole village's; what comes beyond is closed at
 * once.
 */
export const CONNECTIONS = 2_000;
export const CONNECTIONS_OF_CLIENT = 250;

/** Most bytes of an upload of an old register: 20 MB of file, and the form around it. */
export const FILE_BYTES = 21_000_000;

/** A form with files: ten of 20 MB, and what is typed beside them. */
export const UPLOAD_BYTES = 202_000_000;
/** The same of all that is under way at a time, and of one address: it goes to the disk as it comes. */
export const UPLOADS_BYTES = 1_000_000_000;
export const UPLOADS_OF_CLIENT_BYTES = 250_000_000;

/** Most letters of one text that a person writes. */
export const LONGEST_TEXT = 20_000;
