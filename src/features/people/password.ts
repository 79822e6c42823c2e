import { hash, verify } from '@node-rs/argon2';
import { sha256 } from '../../platform/crypto.ts';
import { randomCode } from '../../platform/random-code.ts';
import type { PasswordDigest } from '../offices/append-office-event.ts';
import { LONGEST_PASSWORD } from './password-fault.ts';

// argon2id (the library's default) with OWASP's second choice: 19 MiB, two passes; about 30 ms, so that a counter does
// not wait.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

const FEWEST_LETTERS = 5;

/** 'x7kd-22mp-q9ra': easy to say on the telephone, 58 bits. */
export function oneTimePassword(): string {
  const code = [randomCode(4), randomCode(4), randomCode(4)].join('-').toLowerCase();
  // One in some thousands is nearly all figures, which no new password may be.
  return code.replaceAll(/[^a-z]/g, '').length < FEWEST_LETTERS ? oneTimePassword() : code;
}

/** What the office's chain keeps of a stored hash. */
export function digestOfHash(stored: string): PasswordDigest {
  return sha256(stored).toString('hex');
}

/** Without a stored hash the same work is done and refused, so that time does not tell which accounts exist. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  if (password.length > LONGEST_PASSWORD) return false;
  const right = await verify(stored ?? (await placeholder()), password);
  return stored !== null && right;
}

let made: Promise<string> | undefined;
function placeholder(): Promise<string> {
  made ??= hashPassword('a password that nobody holds');
  return made;
}
