import type {
  AccountId,
  AttachmentId,
  CaseId,
  ComplaintEvent,
  Day,
  EventType,
  IdentityId,
  Instant,
  TextId,
} from '../../../domain/complaint/event.ts';
import type { Precision, Severity } from '../../../domain/complaint/vocabulary.ts';
import type { WordKey } from '../../../platform/words/words.ts';

/** A value that an entry of the history holds, not yet in words. */
export type FactValue =
  | { readonly as: 'word'; readonly key: WordKey }
  | { readonly as: 'plain'; readonly value: string | number }
  | { readonly as: 'day'; readonly day: Day }
  | { readonly as: 'received'; readonly at: Instant; readonly precision: Precision }
  /** The end of a limit; null while its calendar is not loaded. */
  | { readonly as: 'due'; readonly at: Instant | null }
  | { readonly as: 'listed'; readonly list: FactList; readonly key: string }
  | { readonly as: 'class'; readonly severity: Severity }
  | { readonly as: 'text'; readonly id: TextId }
  /** Words that may hold a name or a number: for those who handle the case (rule 32). */
  | { readonly as: 'contact'; readonly id: TextId }
  | { readonly as: 'file'; readonly id: AttachmentId }
  | { readonly as: 'account'; readonly account: AccountId }
  | { readonly as: 'person'; readonly identity: IdentityId }
  | { readonly as: 'case'; readonly caseId: CaseId }
  | { readonly as: 'joined'; readonly values: readonly FactValue[] };

/** Lists of the office whose label stands for a key. */
export type FactList =
  | 'kinds'
  | 'services'
  | 'categories'
  | 'places'
  | 'channels'
  | 'units'
  | 'roles'
  | 'bodies'
  | 'duties';

/** Where a field of an entry is told. */
export type Field =
  /** In its sentence: it chooses the sentence, or fills the detail. */
  | { readonly in: 'sentence'; readonly detail: FactValue | null }
  /** What was written, under the sentence. */
  | { readonly in: 'text'; readonly id: TextId | null }
  | { readonly in: 'facts'; readonly label: WordKey; readonly values: readonly FactValue[] }
  | { readonly in: 'nothing'; readonly why: string };

type Parts = { readonly in: 'parts'; readonly parts: Readonly<Record<string, Field>> };
type OwnFields<E> = Exclude<keyof E, 'type' | 'at' | 'lateEntryReason'>;

/** An entry told: its sentence, and where each of its fields is told. */
export type ToldEvent = { readonly key: WordKey; readonly fields: Readonly<Record<string, Field>> };

/** How entries of each type are told; none is left out. */
export type Tellers = { readonly [T in EventType]: TellerOf<T> };
export type TellerOf<T extends EventType> = (
  event: Extract<ComplaintEvent, { readonly type: T }>,
) => ToldEvent;

/** The compiler asks for every field of the entry, and for none that it has not. */
export function told<E extends ComplaintEvent>(
  _event: E,
  key: WordKey,
  fields: { readonly [K in OwnFields<E>]-?: Field | Parts },
): ToldEvent {
  const all = Object.entries<Field | Parts>(fields);
  const flat = all.flatMap(([name, field]) =>
    field.in === 'parts' ? Object.entries(field.parts) : [[name, field] as const],
  );
  return { key, fields: Object.fromEntries(flat) };
}

export function said(detail: FactValue | null = null): Field {
  return { in: 'sentence', detail };
}

export function written(id: TextId | null | undefined): Field {
  return { in: 'text', id: id ?? null };
}

/** Nothing is shown of what nobody gave. */
export function fact(label: WordKey, value: FactValue | null | readonly FactValue[]): Field {
  const values = value === null ? [] : 'as' in value ? [value] : value;
  return { in: 'facts', label, values };
}

export function hidden(why: string): Field {
  return { in: 'nothing', why };
}

export const due: Field = hidden('told as the limit of the entry');
export const ofMachine: Field = hidden('a key of the installation');

export function parts(of: Readonly<Record<string, Field>>): Parts {
  return { in: 'parts', parts: of };
}

export const word = (key: WordKey): FactValue => ({ as: 'word', key });
export const listed = (list: FactList, key: string | null | undefined): FactValue | null =>
  key == null ? null : { as: 'listed', list, key };
export const plain = (value: string | number | null | undefined): FactValue | null =>
  value == null ? null : { as: 'plain', value };
export const day = (on: Day | null | undefined): FactValue | null =>
  on == null ? null : { as: 'day', day: on };
export const textOf = (id: TextId | null | undefined): FactValue | null =>
  id == null ? null : { as: 'text', id };
export const contactOf = (id: TextId | null): FactValue | null =>
  id === null ? null : { as: 'contact', id };
export const accountOf = (account: AccountId | null): FactValue | null =>
  account === null ? null : { as: 'account', account };
export const classOf = (severity: Severity | null): FactValue | null =>
  severity === null ? null : { as: 'class', severity };
/** Files that an entry brings, by their names. */
export const files = (ids: AttachmentId | null | undefined | readonly AttachmentId[]): Field =>
  fact(
    'fact.files',
    (typeof ids === 'string' ? [ids] : (ids ?? [])).map((id) => ({ as: 'file', id })),
  );
export const everybody = (accounts: readonly AccountId[]): readonly FactValue[] =>
  accounts.map((account) => ({ as: 'account', account }));
