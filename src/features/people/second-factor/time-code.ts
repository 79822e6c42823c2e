import { generateSync, generateURI, ScureBase32Plugin, verifySync } from 'otplib';

/** Seconds that one code is good for (RFC 6238). */
const STEP_SECONDS = 30;

/**
 * The time step of which this is the code, or null. A telephone's clock may differ by one step either way. `now` in
 * milliseconds.
 */
export function findTimeStep(secret: Uint8Array, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now / 1000);
  const verdict = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  return verdict.valid && 'timeStep' in verdict ? verdict.timeStep : null;
}

/** The step that `now` (milliseconds) lies in. */
export function timeStepAt(now: number): number {
  return Math.floor(now / 1000 / STEP_SECONDS);
}

/** The code of that moment, as an authenticator shows it. */
export function timeCodeAt(secret: Uint8Array, now: number): string {
  return generateSync({ secret, epoch: Math.floor(now / 1000) });
}

/** The secret as an authenticator takes it by hand, in groups of four letters. */
export function secretInLetters(secret: Uint8Array): string {
  return (base32(secret).match(/.{1,4}/g) ?? []).join(' ');
}

/** What the picture holds: whose codes they are, and the secret. */
export function secretAddress(
  secret: Uint8Array,
  { office, email }: { readonly office: string; readonly email: string },
): string {
  return generateURI({ issuer: `Tanggap ${office}`, label: email, secret: base32(secret) });
}

function base32(secret: Uint8Array): string {
  return new ScureBase32Plugin().encode(secret);
}
