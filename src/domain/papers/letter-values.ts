import { cleanLine } from '../documents/clean-text.ts';
import type {
  ResolvedAppendix,
  ResolvedBlock,
  ResolvedCell,
  ResolvedDocument,
  ResolvedSignature,
  Run,
} from '../documents/resolved-document.ts';
import { PAPER_KINDS, PAPER_RULES, type PaperKind } from './paper-kind.ts';

/** Every tag that an office's own letter may hold, as {nomor}. */
export const LETTER_TAGS = [
  'nomor',
  'tanggal',
  'sifat',
  'lampiran',
  'hal',
  'kepada',
  'isi',
  'isi_lampiran',
  'jabatan',
  'nama',
  'pangkat',
  'tembusan',
  'kantor',
  'sidik',
] as const;
export type LetterTag = (typeof LETTER_TAGS)[number];
export type LetterValues = Readonly<Record<LetterTag, string>>;

/** Kinds that an office may bring its own paper for: all that leave the house under a number of its agenda (rule 10). */
export const LETTER_KINDS: readonly PaperKind[] = PAPER_KINDS.filter(
  (kind) => PAPER_RULES[kind].series === 'agenda',
);

/** Tags without which a letter would lose what the issued paper says. */
export function neededTags(kind: PaperKind): readonly LetterTag[] {
  return kind === 'sk-tim' || kind === 'undangan' ? ['isi', 'isi_lampiran'] : ['isi'];
}

/**
 * What a letter says, tag by tag, read out of the letter itself: an office's own paper can say nothing that the issued one does
 * not. What has no tag of its own stands in the body. Null of a paper that nobody signs.
 */
export function letterValues({ body, meta, appendices }: ResolvedDocument): LetterValues | null {
  const sign = body.findIndex((block) => signatureIn(block) !== null);
  const signature = body[sign] === undefined ? null : signatureIn(body[sign]);
  if (signature === null) return null;
  const [signer, ...others] = signature.signers;
  const head = body.slice(0, sign).findIndex(({ type }) => type === 'columns');
  const columns = body[head];
  const inside = columns?.type === 'columns' ? columns.columns.flatMap(({ blocks }) => blocks) : [];
  const fields = inside.flatMap((block) => (block.type === 'fields' ? block.items : []));
  const field = (label: string) => joined(fields.find((one) => one.label === label)?.runs ?? []);
  const isLetter = head !== -1;
  return {
    nomor: isLetter ? field('Nomor') : (meta.number ?? NO_NUMBER),
    tanggal: isLetter ? linesOf(body.slice(0, head)) : signature.opening.join('\n') || meta.datedPrinted,
    sifat: isLetter ? field('Sifat') : (meta.classification ?? ''),
    lampiran: field('Lampiran'),
    hal: isLetter ? field('Hal') : cleanLine(meta.title),
    kepada: linesOf(inside),
    isi: [
      ...(isLetter ? body.slice(head + 1, sign) : belowTitle(body.slice(0, sign))).flatMap(textOf),
      ...others.map(({ above, name, below }) => [...above, name, ...below].join('\n')),
    ].join('\n\n'),
    isi_lampiran: appendices.flatMap(annexText).join('\n\n'),
    jabatan: (signer?.above ?? []).join('\n'),
    nama: signer?.name ?? '',
    pangkat: (signer?.below ?? []).join('\n'),
    tembusan: linesOf(body.slice(sign + 1)),
    kantor: meta.office.name,
    sidik: meta.footLine ?? '',
  };
}

const NO_NUMBER = '……………………';

function signatureIn(block: ResolvedBlock): ResolvedSignature | null {
  if (block.type === 'signature') return block;
  if (block.type !== 'columns') return null;
  const inside = block.columns.flatMap(({ blocks }) => blocks);
  return inside.find((one) => one.type === 'signature') ?? null;
}

/** Letterhead and title stand on the office's own paper already. */
function belowTitle(blocks: readonly ResolvedBlock[]): readonly ResolvedBlock[] {
  const first = blocks.findIndex(({ type }) => type !== 'letterhead' && type !== 'lines');
  return first === -1 ? [] : blocks.slice(first);
}

function annexText({ decree, title, subtitle, blocks }: ResolvedAppendix): readonly string[] {
  const head =
    decree === null
      ? []
      : [decree.heading, ...decree.items.map(({ label, runs }) => `${label}: ${joined(runs)}`)];
  return [[...head, title, ...subtitle].join('\n'), ...blocks.flatMap(textOf)];
}

function linesOf(blocks: readonly ResolvedBlock[]): string {
  return blocks.flatMap((block) => (block.type === 'lines' ? block.lines.map(joined) : [])).join('\n');
}

function textOf(block: ResolvedBlock): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return [joined(block.runs)];
    case 'heading':
      return [block.title];
    case 'fields':
      return [block.items.map(({ label, runs }) => `${label}: ${joined(runs)}`).join('\n')];
    case 'list':
      return [
        block.items.map((runs, at) => `${block.ordered ? `${at + 1}.` : '–'} ${joined(runs)}`).join('\n'),
      ];
    case 'lines':
      return [block.lines.map(joined).join('\n')];
    case 'dictum':
      return block.items.map(({ label, parts }) =>
        [
          `${label}:`,
          ...parts.map(({ sign, runs }) => `${sign === null ? '' : `${sign} `}${joined(runs)}`),
        ].join('\n'),
      );
    case 'table':
      return [block.rows.map(({ cells }) => rowText(cells)).join('\n')];
    case 'columns':
      return block.columns.flatMap(({ blocks }) => blocks.flatMap(textOf));
    case 'frame':
      return block.blocks.flatMap(textOf);
    case 'room':
      return ['……………………………………'];
    default:
      return [];
  }
}

/** "1. Dewi Contoh – Kepala Bidang" */
function rowText(cells: readonly ResolvedCell[]): string {
  const said = (one: ResolvedCell) => one.kind !== 'ordinal' && one.text !== '';
  const no = cells.find(({ kind }) => kind === 'ordinal')?.text;
  const rest = cells
    .filter(said)
    .map(({ text }) => text)
    .join(' – ');
  return no === undefined ? rest : `${no}. ${rest}`;
}

function joined(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
