import type { ResolvedBlock, ResolvedDocument, Run } from '../documents/resolved-document.ts';

/** Every tag that an office's own letter may hold, as {nomor}. */
export const LETTER_TAGS = [
  'nomor',
  'tanggal',
  'sifat',
  'lampiran',
  'hal',
  'kepada',
  'isi',
  'jabatan',
  'nama',
  'pangkat',
  'tembusan',
  'kantor',
  'sidik',
] as const;
export type LetterTag = (typeof LETTER_TAGS)[number];
export type LetterValues = Readonly<Record<LetterTag, string>>;

/**
 * What a letter says, tag by tag, read out of the letter itself: an office's own paper can say nothing that the issued one does
 * not. Null of a paper that is no letter.
 */
export function letterValues(document: ResolvedDocument): LetterValues | null {
  const { body, meta } = document;
  const head = body.findIndex(({ type }) => type === 'columns');
  const sign = body.findIndex(({ type }) => type === 'signature');
  const columns = body[head];
  const signature = body[sign];
  if (columns?.type !== 'columns' || signature?.type !== 'signature' || sign < head) return null;
  const inside = columns.columns.flatMap(({ blocks }) => blocks);
  const fields = inside.flatMap((block) => (block.type === 'fields' ? block.items : []));
  const field = (label: string) => joined(fields.find((one) => one.label === label)?.runs ?? []);
  const [signer] = signature.signers;
  return {
    nomor: field('Nomor'),
    tanggal: linesOf(body.slice(0, head)),
    sifat: field('Sifat'),
    lampiran: field('Lampiran'),
    hal: field('Hal'),
    kepada: linesOf(inside),
    isi: body
      .slice(head + 1, sign)
      .flatMap(textOf)
      .join('\n\n'),
    jabatan: (signer?.above ?? []).join('\n'),
    nama: signer?.name ?? '',
    pangkat: (signer?.below ?? []).join('\n'),
    tembusan: linesOf(body.slice(sign + 1)),
    kantor: meta.office.name,
    sidik: meta.footLine ?? '',
  };
}

function linesOf(blocks: readonly ResolvedBlock[]): string {
  return blocks.flatMap((block) => (block.type === 'lines' ? block.lines.map(joined) : [])).join('\n');
}

function textOf(block: ResolvedBlock): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return [joined(block.runs)];
    case 'fields':
      return [block.items.map(({ label, runs }) => `${label}: ${joined(runs)}`).join('\n')];
    case 'list':
      return [block.items.map(joined).join('\n')];
    case 'lines':
      return [block.lines.map(joined).join('\n')];
    case 'room':
      return ['……………………………………'];
    default:
      return [];
  }
}

function joined(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
