import type { OfficeData } from '../../domain/office/office-data.ts';

/** What everybody can guess who knows where somebody works: no password may be made of it. */
export function officeWords({
  name,
  shortName,
  slug,
  government,
}: Pick<OfficeData, 'name' | 'shortName' | 'slug' | 'government'>): readonly string[] {
  return [name, shortName, slug, government];
}
