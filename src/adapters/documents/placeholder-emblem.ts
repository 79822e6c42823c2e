import { readFileSync } from 'node:fs';

let known: string | null = null;

/** The neutral drawn emblem that stands until the office sets its own: a shield of nobody. SVG text. */
export function placeholderEmblem(): string {
  known ??= readFileSync(new URL('../../../assets/emblem/placeholder.svg', import.meta.url), 'utf8');
  return known;
}
