import type { ComplaintEvent } from '../../../domain/complaint/event.ts';
import type { Columns } from './columns.ts';
import { hashLines, openLines, type RowLine, sortLines } from './row-lines.ts';

/** A person of the vault as his row keeps him; null where he was erased. `createdAt` ISO. */
export type PersonRow = {
  readonly identityId: string;
  readonly part: string;
  readonly keyId: string;
  readonly wrappedKey: Buffer | null;
  readonly sealed: Buffer | null;
  readonly hashes: Buffer | null;
  readonly createdAt: string;
};

/**
 * What the seal of a case's row holds of its people: every row of identity, none more and none less. When somebody was
 * erased stands in the history.
 */
export const PERSON_LINE: Columns = [
  ['identity_id', 'uuid'],
  ['part', 'text'],
  ['key_id', 'text'],
  ['wrapped_key', 'bytea'],
  ['sealed', 'bytea'],
  ['hashes', 'bytea'],
  ['created_at', 'timestamptz'],
];

const personLine = openLines(PERSON_LINE);

/** What a person's row holds, in the order of `PERSON_LINE`. */
export function personValues(one: PersonRow): readonly unknown[] {
  return [one.identityId, one.part, one.keyId, one.wrappedKey, one.sealed, one.hashes, one.createdAt];
}

/** 16 bytes, also where the case has nobody. */
export function hashPeople(people: readonly PersonRow[]): Buffer {
  return hashPersonLines(people.map((one) => personLine(personValues(one))));
}

/** The same of rows as the database copies them, in any order. */
export function hashPersonLines(lines: readonly RowLine[]): Buffer {
  return hashLines(sortLines(lines));
}

/** The people of a case after an act: those it erases lose their content, those it brings stand beside them. */
export function peopleAfter(
  former: readonly PersonRow[],
  events: readonly ComplaintEvent[],
  added: readonly PersonRow[],
): readonly PersonRow[] {
  const erased = new Set(events.flatMap((event) => (event.type === 'identity-erased' ? event.identity : [])));
  const left = former.map((one) =>
    erased.has(one.identityId) ? { ...one, wrappedKey: null, sealed: null, hashes: null } : one,
  );
  return [...left, ...added];
}
