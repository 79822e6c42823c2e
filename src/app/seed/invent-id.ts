import type { Random } from '../invented/open-random.ts';

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODES = 30n ** 8n;
/** Has no divisor in common with 30, so that no two numbers give one code. */
const STEP = 400_000_000_001n * 7n;

/** A UUID version 7 of that millisecond whose random bits come from the seed. */
export function inventId(random: Random, ms: number): string {
  const time = Math.max(ms, 0).toString(16).padStart(12, '0');
  const [a, b, c] = [random.whole(0x1000), random.whole(0x4000), random.whole(0x1_0000_0000)];
  const rest = random.whole(0x1_0000).toString(16).padStart(4, '0');
  const variant = (0x8000 | b).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(a, 3)}-${variant}-${rest}${hex(c, 8)}`;
}

/** The ticket of the nth case: different for every n, and not to be guessed from its neighbours at a glance. */
export function inventTicket(prefix: string, ordinal: number, seed: number): string {
  let code = (BigInt(ordinal) * STEP + BigInt(seed)) % CODES;
  let letters = '';
  for (let place = 0; place < 8; place += 1) {
    letters += LETTERS[Number(code % 30n)];
    code /= 30n;
  }
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0');
}
