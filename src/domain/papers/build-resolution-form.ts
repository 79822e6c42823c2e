import type { Block, DocumentTree, Table } from '../documents/blocks.ts';
import { type CaseRecord, classificationOf } from './case-record.ts';
import { numberedTable } from './numbered-table.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { field, text, titleLines } from './paper-parts.ts';
import { plainSigner, signerOf } from './signature-block.ts';

/** Formulir penyelesaian: what the unit did, what it answered and what came of it; whatever is still to come is left free. */
export function buildResolutionForm(frame: PaperFrame, record: CaseRecord): DocumentTree {
  const { office } = frame;
  const unit = office.units.find(({ label }) => label === record.disposition?.unit);
  return paperTree(
    frame,
    {
      id: `formulir-penyelesaian/${record.ticket}`,
      title: 'Formulir Penyelesaian Pengaduan',
      subject: record.ticket,
    },
    [
      titleLines('Formulir Penyelesaian Pengaduan', true),
      {
        type: 'fields',
        items: [
          field('Nomor tiket', record.ticket),
          field('Nomor register', record.registerNo, 24),
          field('Diterima', record.received),
          field('Jenis dan layanan', [record.kind, record.service].filter((one) => one !== null).join(', ')),
          field('Bidang', record.disposition?.unit),
          field('Petugas', record.disposition?.owner),
        ],
      },
      { type: 'heading', text: 'Pokok pengaduan', align: 'left' },
      boxed(record.matter, 4),
      { type: 'heading', text: 'Tindak lanjut', align: 'left' },
      stepsTable(record),
      { type: 'heading', text: 'Jawaban kepada pelapor', align: 'left' },
      boxed(record.answer?.text ?? record.draft, 5),
      {
        type: 'fields',
        items: [
          field(
            'Disampaikan',
            record.answer === null ? null : `${record.answer.wayPrinted}, ${record.answer.on}`,
          ),
          field('Hasil', record.outcome),
          field('Dinyatakan selesai', record.closedOn),
        ],
      },
      ...(record.narrative === null
        ? []
        : [
            { type: 'heading', text: 'Catatan register', align: 'left' } as const,
            boxed(record.narrative, 2),
          ]),
      {
        type: 'signature',
        place: office.seat,
        date: frame.dated,
        signers: [
          signerOf(office, frame.signer ?? office.clocks.disposedBy, frame.deputies, 'Mengetahui,'),
          plainSigner(unit?.head ?? 'Kepala Bidang', null),
        ],
      },
    ],
    { looks: { ...classificationOf(record), compact: true } },
  );
}

function boxed(value: string | null, lines: number): Block {
  return value === null
    ? { type: 'room', label: null, lines }
    : { type: 'frame', blocks: [{ type: 'lines', align: 'left', lines: [[text(value)]] }] };
}

const EMPTY_ROWS = 3;

function stepsTable({ steps }: CaseRecord): Table {
  const columns = [
    { key: 'date', label: 'Waktu', weight: 22 },
    { key: 'text', label: 'Uraian', weight: 50 },
    { key: 'by', label: 'Petugas', weight: 20 },
  ];
  const title = 'Tindak lanjut';
  if (steps.length === 0) {
    return numberedTable(
      'tindak-lanjut',
      title,
      columns,
      Array.from({ length: EMPTY_ROWS }, () => ['', '', '']),
      9,
    );
  }
  return numberedTable(
    'tindak-lanjut',
    title,
    columns,
    steps.map((step) => [
      step.on,
      step.text === null ? step.what : `${step.what}: ${step.text}`,
      step.by ?? '',
    ]),
  );
}
