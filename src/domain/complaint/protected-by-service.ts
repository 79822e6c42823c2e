import type { OfficeData } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';
import type { EntryTime } from './effective-time.ts';
import type { Marked } from './event.ts';
import { findService } from './office-words.ts';

/** Whether a case comes, with this service, under one that is protected by itself (rule 6). */
export function protectedByService(before: string | null, after: string | null, office: OfficeData): boolean {
  return after !== before && findService(office, after)?.protected === true;
}

/**
 * What puts the mark on a case that gets such a service; what was taken off with a reason stays off where the service
 * stays.
 */
export function markByService(
  { service: before, marks }: CaseState,
  after: string | null,
  said: EntryTime,
  office: OfficeData,
): readonly Marked[] {
  if (marks.protected || !protectedByService(before, after, office)) return [];
  return [{ type: 'marked', ...said, mark: 'protected', on: true, reason: null }];
}
