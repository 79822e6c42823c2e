/**
 * A path of this server that a `Location` may hold, or null: a browser takes "//name" and "/\name" for another server,
 * and what is not plain ASCII cannot stand in a header.
 */
export function ownPath(path: string): string | null {
  return /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path) ? path : null;
}
