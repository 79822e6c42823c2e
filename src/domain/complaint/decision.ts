import type { ComplaintEvent } from './event.ts';
import type { Refusal } from './refusal.ts';

/** What a decide function gives: the entries to append, or the refusal with its fields. */
export type Decision = Accepted | Refused;
export type Accepted = { readonly ok: true; readonly events: readonly ComplaintEvent[] };
export type Refused = { readonly ok: false } & Refusal;

export function accept(...events: readonly ComplaintEvent[]): Accepted {
  return { ok: true, events };
}

export function refuse(refusal: Refusal): Refused {
  return { ok: false, ...refusal };
}
