/** Where a page of a list ends: the row's instant (ISO, or `infinity` where nothing binds) and its id. */
export type ListPlace = { readonly at: string; readonly caseId: string };

/** A place as an opaque word for an address. */
export function cursorOf({ at, caseId }: ListPlace): string {
  return Buffer.from(`${at}|${caseId}`).toString('base64url');
}

/** The place that a cursor means; null for anything that `cursorOf` did not make. */
export function readCursor(cursor: string): ListPlace | null {
  const [at = '', caseId = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  const known = at === 'infinity' || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at);
  const whole = rest.length === 0 && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(caseId);
  return known && whole && !Number.isNaN(at === 'infinity' ? 0 : Date.parse(at)) ? { at, caseId } : null;
}
