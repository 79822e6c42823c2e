/** Milliseconds since 1970-01-01T00:00:00Z. Handed to whatever needs the time, so that tests set it by hand. */
export type Clock = () => number;

/** The clock of the machine. */
export const systemClock: Clock = () => Date.now();
