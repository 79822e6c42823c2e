import { emblemFile } from '../../adapters/documents/emblem/read-emblem.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import type { OfficePicture } from './read-office-folder.ts';

/** The emblem's own file; null where the office has none. */
export function exportEmblem({ letterhead }: OfficeData): OfficePicture | null {
  const { emblem, emblemSvg } = letterhead;
  return emblem === null || emblemSvg === undefined ? null : { path: emblem, bytes: emblemFile(emblemSvg) };
}
