import { createHash } from 'node:crypto';

/** Chance that can be repeated: the same seed gives the same row of numbers on every machine. Never for secrets. */
export type Random = {
  /** 0 ≤ x < 1. */
  readonly share: () => number;
  /** 0 ≤ n < `below`. */
  readonly whole: (below: number) => number;
  readonly isTrue: (chance: number) => boolean;
  readonly pick: <T>(values: readonly T[]) => T;
  /** Picks by weight; weights need not add up to one. */
  readonly pickWeighted: <T>(values: readonly (readonly [weight: number, value: T])[]) => T;
};

/** sfc32, seeded by SHA-256 of the text. */
export function openRandom(seed: string): Random {
  const hash = createHash('sha256').update(seed).digest();
  let a = hash.readInt32LE(0);
  let b = hash.readInt32LE(4);
  let c = hash.readInt32LE(8);
  let counter = hash.readInt32LE(12);

  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  const share = (): number => next() / 4_294_967_296;
  const whole = (below: number): number => Math.floor(share() * below);
  const pick = <T>(values: readonly T[]): T => must(values[whole(values.length)]);
  return {
    share,
    whole,
    pick,
    isTrue: (chance) => share() < chance,
    pickWeighted: (values) => {
      let left = share() * values.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of values) {
        left -= weight;
        if (left < 0) return value;
      }
      return must(values.at(-1))[1];
    },
  };
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('Nothing to pick from');
  return value;
}
