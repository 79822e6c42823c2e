import { laneHeads } from '../src/adapters/documents/lane-heads.ts';
import type {
  ResolvedAppendix,
  ResolvedBlock,
  ResolvedDocument,
  ResolvedField,
  ResolvedTable,
  Run,
} from '../src/domain/documents/resolved-document.ts';

/** Everything that a resolved paper says, in the order in which its PDF tells it; marks of lists are left out. */
export function toldText(document: ResolvedDocument): string {
  const head = document.meta.letterhead;
  const ofBlock = (block: ResolvedBlock): readonly string[] =>
    block.type === 'letterhead' ? [...(head?.lines ?? []), ...(head?.address ?? [])] : told(block);
  return [
    ...document.front.flatMap(ofBlock),
    ...document.body.flatMap(ofBlock),
    ...document.appendices.flatMap(toldAppendix),
  ].join(' ');
}

function toldAppendix({ number, title, subtitle, decree, blocks }: ResolvedAppendix): readonly string[] {
  const above =
    decree === null
      ? [number]
      : [
          decree.heading.toUpperCase(),
          ...toldFields(decree.items.map((item) => ({ ...item, label: item.label.toUpperCase() }))),
        ];
  return [
    ...above,
    title.toUpperCase(),
    ...subtitle.map((line) => line.toUpperCase()),
    ...blocks.flatMap(told),
  ];
}

function told(block: ResolvedBlock): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'note':
      return [said(block.runs)];
    case 'heading':
      return [block.number ?? '', block.title];
    case 'list':
      return block.items.map(said);
    case 'fields':
      return toldFields(block.items);
    case 'table':
      return toldTable(block);
    case 'lane-table':
      return [
        ...laneHeads(block).flatMap((row) => row.map(({ label }) => label)),
        ...block.rows.flatMap(({ before, after }) => [...before, ...after]),
      ];
    case 'signature':
      return [
        ...block.signers.flatMap(({ above }, at) =>
          at === block.signers.length - 1 ? [...block.opening, ...above] : above,
        ),
        ...block.signers.flatMap(({ name, below }) => [name, ...below]),
      ];
    case 'lines':
      return block.lines.map(said);
    case 'ticks':
      return block.items.flatMap(({ ticked, runs }) => [ticked ? 'X' : '', said(runs)]);
    case 'room':
      return [block.label ?? ''];
    case 'boxes':
      return [...block.items.map(({ label }) => label), ...block.items.map(({ below }) => below ?? '')];
    case 'dictum':
      return block.items.flatMap(({ label, parts }) => [
        label,
        ':',
        ...parts.flatMap(({ sign, runs }) => [sign ?? '', said(runs)]),
      ]);
    case 'frame':
      return block.blocks.flatMap(told);
    case 'columns':
      return block.columns.flatMap(({ blocks }) => blocks.flatMap(told));
    case 'page-break':
    case 'letterhead':
      return [];
    case 'cover':
    case 'contents':
    case 'chart':
      throw new Error(`No letter or form has a ${block.type}`);
  }
}

function toldTable({ columns, columnNumbers, rows, total, notes }: ResolvedTable): readonly string[] {
  return [
    ...columns.map(({ label }) => label),
    ...(columnNumbers ?? []),
    ...[...rows, ...(total === null ? [] : [total])].flatMap(({ cells }) => cells.map(({ text }) => text)),
    ...notes.map(said),
  ];
}

function toldFields(items: readonly ResolvedField[]): readonly string[] {
  return items.flatMap(({ label, runs }) => [label, ':', said(runs)]);
}

function said(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
