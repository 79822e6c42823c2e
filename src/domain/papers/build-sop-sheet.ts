import { formatDate } from '../calendar/format-date.ts';
import type { Block, DocumentTree, Row } from '../documents/blocks.ts';
import type { OfficeData, Sop, SopApproval } from '../office/office-data.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { field, orPen, strong, text } from './paper-parts.ts';
import { postOf } from './signature-block.ts';
import { flowTables } from './sop-sheet-flow.ts';

/** Room between the margins of a lying sheet (`assets/typst/report.typ`). */
const ROOM = { A4: { width: 257, height: 158 }, F4: { width: 290, height: 163 } } as const;

/**
 * The SOP sheet after PermenPANRB 35/2012 as the offices fill it (rule 34): its box, what it rests on, who is fit for it, what
 * belongs to it, who made, checked and approved it, and the steps as swim lanes with *mutu baku*. The pair that Tanggap lends
 * to an office without its own bears *Bawaan, belum ditetapkan* across every page and no date of force (rule 21).
 */
export function buildSopSheet(frame: PaperFrame & { readonly paper: 'A4' | 'F4' }, sop: Sop): DocumentTree {
  const approval = approvalOf(frame.office, sop);
  const { acknowledged } = approval;
  const closing = acknowledged.length === 0 ? 0 : 54;
  return paperTree(
    frame,
    { id: `sop/${sop.id}`, title: sop.title, subject: sop.number ?? sop.title },
    [
      head(frame.office, sop, approval),
      boxes('syarat', [
        ['Dasar hukum', basesOf(frame.office, sop)],
        ['Kualifikasi pelaksana', numbered(sop.qualifications)],
        ['Keterkaitan', numbered(sop.related)],
      ]),
      boxes('bekal', [
        ['Peralatan dan perlengkapan', numbered(sop.equipment)],
        ['Peringatan', sop.warning],
        ['Pencatatan dan pendataan', sop.recording],
      ]),
      approvalTable(frame.office, sop, approval),
      { type: 'page-break' },
      { type: 'lines', align: 'centre', lines: [[strong(`Alur ${sop.title}`.toUpperCase())]] },
      ...flowTables(sop, { ...ROOM[frame.paper], title: 13, closing }),
      ...(acknowledged.length === 0 ? [] : [acknowledgement(frame.office, sop, acknowledged)]),
    ],
    {
      looks: {
        orientation: 'landscape',
        ...(sop.undetermined ? { across: 'Bawaan, belum ditetapkan' } : {}),
      },
    },
  );
}

/** As the office's file has it; where it says nothing, who disposes checks it and who is responsible approves it. */
function approvalOf(office: OfficeData, { approval }: Sop): SopApproval {
  return (
    approval ?? {
      made: null,
      checked: postOf(office, office.clocks.disposedBy),
      approved: postOf(office, office.roles[0]?.key ?? null),
      acknowledged: [],
    }
  );
}

function head(office: OfficeData, sop: Sop, approval: SopApproval): Block {
  const day = (value: string | null): string | null => (value === null ? null : formatDate(value, 'long'));
  const { lines } = office.letterhead;
  return {
    type: 'frame',
    blocks: [
      {
        type: 'columns',
        columns: [
          {
            weight: 5,
            blocks: [{ type: 'lines', align: 'centre', lines: lines.map((one) => [strong(one)]) }],
          },
          {
            weight: 6,
            blocks: [
              {
                type: 'fields',
                items: [
                  field('Nomor SOP', sop.number),
                  field('Tanggal pembuatan', day(sop.madeOn)),
                  field(
                    'Tanggal revisi',
                    sop.revisedOn === null && sop.madeOn !== null ? '–' : day(sop.revisedOn),
                  ),
                  field('Tanggal efektif', sop.undetermined ? 'belum ditetapkan' : day(sop.inForceFrom)),
                  {
                    label: 'Disahkan oleh',
                    inlines: [orPen(approval.approved), ...namedIn(office, approval.approved)],
                  },
                  field('Nama SOP', sop.title),
                ],
              },
            ],
          },
        ],
      },
    ],
  };
}

function namedIn(office: OfficeData, post: string | null): readonly ReturnType<typeof text>[] {
  const name = nameOf(office, post);
  return name === '' ? [] : [text(`, ${name}`)];
}

function basesOf({ legalBases }: OfficeData, { basis }: Sop): string {
  return numbered(basis.map((id) => legalBases.find((one) => one.id === id)?.title ?? id));
}

function numbered(points: readonly string[]): string {
  return points.length === 0 ? '–' : points.map((point, at) => `${at + 1}. ${point}`).join('\n');
}

/** Boxes side by side, each under its heading. */
function boxes(id: string, parts: readonly (readonly [string, string])[]): Block {
  return {
    type: 'table',
    id,
    title: parts.map(([label]) => label).join('; '),
    numbered: false,
    columns: parts.map(([label], at) => ({
      key: `kotak-${at + 1}`,
      label,
      kind: 'text',
      weight: at === 0 ? 4 : 3,
    })),
    columnNumbers: false,
    rows: [
      row(
        id,
        parts.map(([, said]) => said),
      ),
    ],
    total: null,
    denominator: null,
    source: null,
    notes: [],
  };
}

function row(key: string, cells: readonly string[]): Row {
  return { key, cells: cells.map((value) => ({ kind: 'text', text: value })) };
}

function approvalTable(office: OfficeData, sop: Sop, { made, checked, approved }: SopApproval): Block {
  const dated = (post: string | null): string =>
    post === null || sop.undetermined || sop.inForceFrom === null ? '' : formatDate(sop.inForceFrom, 'long');
  const signer = (label: string, post: string | null): Row =>
    row(label, [label, post ?? '', nameOf(office, post), '', dated(post)]);
  return {
    type: 'table',
    id: 'pengesahan',
    title: 'Pengesahan',
    numbered: false,
    columns: [
      { key: 'label', label: 'Pengesahan', kind: 'text', weight: 16 },
      { key: 'jabatan', label: 'Jabatan', kind: 'text', weight: 34 },
      { key: 'nama', label: 'Nama', kind: 'text', weight: 24 },
      { key: 'paraf', label: 'Paraf', kind: 'text', weight: 12 },
      { key: 'tanggal', label: 'Tanggal', kind: 'text', weight: 14 },
    ],
    columnNumbers: false,
    rowRoom: 6,
    rows: [signer('Dibuat oleh', made), signer('Diperiksa oleh', checked), signer('Disahkan oleh', approved)],
    total: null,
    denominator: null,
    source: null,
    notes: [],
  };
}

/** Empty where the office's file names nobody, or where several hold the post's role: room for a pen. */
function nameOf({ roles, officials }: OfficeData, post: string | null): string {
  const role = roles.find(({ heldBy }) => heldBy.length === 1 && heldBy[0] === post);
  return officials.find((one) => one.role === role?.key)?.name ?? '';
}

function acknowledgement(office: OfficeData, sop: Sop, posts: readonly string[]): Block {
  return {
    type: 'signature',
    place: office.seat,
    date: sop.undetermined ? null : sop.inForceFrom,
    signers: posts.map((post) => ({
      role: 'Mengetahui',
      capacity: 'self',
      principal: null,
      position: [post],
      name: nameOf(office, post) === '' ? '(nama pejabat)' : nameOf(office, post),
      rank: null,
      nip: officialNip(office, post),
    })),
  };
}

function officialNip({ roles, officials }: OfficeData, post: string): string | null {
  const role = roles.find(({ heldBy }) => heldBy.length === 1 && heldBy[0] === post);
  return officials.find((one) => one.role === role?.key)?.nip ?? '(NIP)';
}
