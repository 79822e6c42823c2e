import { randomBytes } from 'node:crypto';
import { sha256 } from '../../../platform/crypto.ts';

/** A counter PC as its cookie names it: of one office, whose clerks work there with PINs. */
export type CounterDevice = { readonly officeId: number; readonly secret: string };

/** '3.<256 random bits>' */
export function newCounterDevice(officeId: number): CounterDevice {
  return { officeId, secret: randomBytes(32).toString('base64url') };
}

export function counterDeviceText({ officeId, secret }: CounterDevice): string {
  return `${officeId}.${secret}`;
}

/** What a cookie says; null when it is none of ours. */
export function readCounterDevice(text: string | undefined): CounterDevice | null {
  const [, office, secret] = /^(\d{1,4})\.([\w-]{43})$/.exec(text ?? '') ?? [];
  return office === undefined || secret === undefined ? null : { officeId: Number(office), secret };
}

/** Only the hash is stored: whoever reads the table has no such PC. */
export function counterDeviceHash({ secret }: CounterDevice): Buffer {
  return sha256(secret);
}
