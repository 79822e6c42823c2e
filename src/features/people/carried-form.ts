import { DAY_MS } from '../../domain/calendar/instant.ts';
import { open, seal } from '../../platform/crypto.ts';
import { Fault } from '../../platform/errors.ts';
import type { FormFields } from '../../platform/http/read-form.ts';
import { BODY_BYTES } from '../../platform/http/request-limits.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { trustedJson } from '../../platform/trusted-json.ts';

/** Fields of a form that could not be taken because nobody was signed in, with where it goes; the order is kept. */
export type CarriedForm = {
  readonly to: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

/** The field in which a form travels, sealed, through the sign-in form and that of a one-time password. */
export const CARRIED = 'isian';
/** Sealed and written as letters it is a third longer, and comes back in one body with the rest of the sign-in form. */
const MOST_CARRIED_BYTES = (BODY_BYTES * 3) / 4 - 20_000;

/**
 * What is carried of a posted form, sealed so that the account that typed it alone gets it back: at a shared counter PC
 * another may be the next to sign in (rule 35). Null when it is empty or too large to come back.
 */
export function carryForm(
  keyring: Keyring,
  account: string,
  { values, all }: FormFields,
  to: string,
): string | null {
  const fields = Object.keys(values).flatMap((name) =>
    isSecret(name) ? [] : all(name).map((value) => [name, value] as const),
  );
  const carried = Buffer.from(JSON.stringify({ to, fields } satisfies CarriedForm));
  if (fields.length === 0 || carried.length > MOST_CARRIED_BYTES) return null;
  return seal(keyring.current.forUse('cookie'), carried, contextOf(account)).toString('base64url');
}

/** The same form for the account that typed it; null for everybody else. */
export function carriedForm(keyring: Keyring, account: string, sealed: string): CarriedForm | null {
  return opened(keyring, sealed, contextOf(account));
}

/** The account that a browser was at work for last, and since when (milliseconds): both name the browser for that account. */
export type KnownDevice = { readonly account: string; readonly at: number };

/** So long a browser is known by its cookie. */
export const DEVICE_DAYS = 30;

/** Several clerks share a counter PC (rule 35): it is known for each of so many, and of no more, since a cookie is short. */
export const MOST_KNOWN = 8;

/** The cookie that says which accounts a browser was at work for, the last of them first. */
export function sealDevices(keyring: Keyring, devices: readonly KnownDevice[]): string {
  const kept = JSON.stringify(devices.slice(0, MOST_KNOWN));
  return seal(keyring.current.forUse('cookie'), kept, 'last-at-work').toString('base64url');
}

/** What such a cookie says, without what is too old at `now`; nothing when it is none of ours. */
export function devicesOfCookie(keyring: Keyring, cookie: string, now: number): readonly KnownDevice[] {
  const devices = opened<KnownDevice | readonly KnownDevice[]>(keyring, cookie, 'last-at-work');
  return devices === null ? [] : [devices].flat().filter(({ at }) => now - at < DEVICE_DAYS * DAY_MS);
}

function contextOf(account: string): string {
  return `carried/${account}`;
}

/** What a browser brings back may be anything: what this key did not seal for this place is nothing. */
function opened<T>(keyring: Keyring, sealed: string, context: string): T | null {
  try {
    return trustedJson<T>(
      open(keyring.current.forUse('cookie'), Buffer.from(sealed, 'base64url'), context).toString(),
    );
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** A password never goes back to a browser, nor does the `current` one of the password page. */
function isSecret(name: string): boolean {
  return /password|sandi|^current$/i.test(name);
}
