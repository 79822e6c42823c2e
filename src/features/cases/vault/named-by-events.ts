import type { Actor, ComplaintEvent } from '../../../domain/complaint/event.ts';
import type { Keeper, NewText } from './keeper.ts';

type Kept = Pick<Keeper, 'texts' | 'identities'>;

/**
 * The first text put away in an act that none of its entries names, or null: it would stand in the store and in no
 * history, and nobody would ever read it again (law 1).
 */
export function unnamedText(
  { texts }: Kept,
  events: readonly ComplaintEvent[],
  { insteadOf }: Pick<Actor, 'insteadOf'> = {},
): NewText | null {
  if (texts.length === 0) return null;
  const told = JSON.stringify([events, insteadOf]);
  return texts.find(({ textId }) => !told.includes(textId)) ?? null;
}

/** The same of people and texts where an act is saved: whoever decided it forgot one, which is a fault. */
export function allNamed(
  kept: Kept,
  events: readonly ComplaintEvent[],
  by: Pick<Actor, 'insteadOf'> = {},
): void {
  const told = kept.identities.length === 0 ? '' : JSON.stringify(events);
  const person = kept.identities.find(({ identityId }) => !told.includes(identityId));
  if (person !== undefined) throw new Error(`No entry names the person ${person.identityId}`);
  const text = unnamedText(kept, events, by);
  if (text !== null) throw new Error(`No entry names the ${text.purpose} ${text.textId}`);
}

/** Where a text stands in what was sent, such as `attempts.0.how`; empty where it does not. */
export function placeOfText(sent: unknown, text: string): string {
  return placesOf(sent, text).join('.');
}

function placesOf(sent: unknown, text: string): readonly string[] {
  if (typeof sent !== 'object' || sent === null) return [];
  for (const [name, value] of Object.entries(sent)) {
    if (value === text) return [name];
    const inner = placesOf(value, text);
    if (inner.length > 0) return [name, ...inner];
  }
  return [];
}
