import { open, seal } from '../../../platform/crypto.ts';
import { Fault } from '../../../platform/errors.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import type { SignOnFlow } from './identity-provider.ts';

/** What for somebody was sent to the provider, kept sealed in his own browser until he comes back. */
export type SignOnErrand = {
  readonly flow: SignOnFlow;
  /** Signing in, or the account that he binds himself to. */
  readonly linkTo: string | null;
  readonly next: string;
  /** Milliseconds. */
  readonly at: number;
};
/** Whom the provider vouched for, between the page that asks whether to bind him and the answer. */
export type SignOnOffer = {
  readonly account: string;
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly at: number;
};

/** So long somebody may take at the provider, or to answer. */
export const ERRAND_MS = 10 * 60_000;

export function sealErrand(keyring: Keyring, errand: SignOnErrand): string {
  return sealed(keyring, errand, 'sign-on/errand');
}

/** Null when it is none of ours, or too old at `now`. */
export function openErrand(keyring: Keyring, text: string, now: number): SignOnErrand | null {
  return opened<SignOnErrand>(keyring, text, 'sign-on/errand', now);
}

export function sealOffer(keyring: Keyring, offer: SignOnOffer): string {
  return sealed(keyring, offer, 'sign-on/offer');
}

export function openOffer(keyring: Keyring, text: string, now: number): SignOnOffer | null {
  return opened<SignOnOffer>(keyring, text, 'sign-on/offer', now);
}

function sealed(keyring: Keyring, value: unknown, context: string): string {
  return seal(keyring.current.forUse('cookie'), JSON.stringify(value), context).toString('base64url');
}

function opened<T extends { readonly at: number }>(
  keyring: Keyring,
  text: string,
  context: string,
  now: number,
): T | null {
  if (text.length > 4_000) return null;
  try {
    const bytes = open(keyring.current.forUse('cookie'), Buffer.from(text, 'base64url'), context);
    const value = trustedJson<T>(bytes.toString());
    return now - value.at < ERRAND_MS ? value : null;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
