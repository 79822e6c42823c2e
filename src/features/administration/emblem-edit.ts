import { createHash } from 'node:crypto';
import type { OfficeEdit } from '../offices/office-edit.ts';

/** The emblem is a part of its own, though it stands in the letterhead. */
export const EMBLEM_PART: OfficeEdit['part'] = {
  ...{ path: ['letterhead'], ids: null, item: null, keys: ['emblem'] },
};

/** An emblem as it was read, under a name that tells its content: two who bring one at once are told. Null takes it away. */
export function emblemEdit(read: { readonly svg: string; readonly isPng: boolean } | null): OfficeEdit {
  if (read === null) return { part: EMBLEM_PART, value: { emblem: null } };
  const mark = createHash('sha256').update(read.svg).digest('hex').slice(0, 10);
  return {
    part: EMBLEM_PART,
    value: { emblem: `lambang-${mark}.${read.isPng ? 'png' : 'svg'}`, emblemSvg: read.svg },
  };
}

/** The picture that a change brings, for an `<img>`; null where it brings none. */
export function pictureOfEdit({ value }: OfficeEdit): string | null {
  const svg = value?.emblemSvg;
  return typeof svg === 'string' ? svgSource(svg) : null;
}

/** SVG text as the source of an `<img>`, which runs nothing in it. */
export function svgSource(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
