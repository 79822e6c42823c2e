import type { Block, DocumentTree } from '../documents/blocks.ts';
import { type CaseRecord, caseNumber, classificationOf } from './case-record.ts';
import { headRole, type PaperFrame, paperTree } from './paper-frame.ts';
import { field, paragraphsOf, text, titleLines } from './paper-parts.ts';
import { plainSigner, postOf } from './signature-block.ts';

export type ReviewWriting = {
  readonly assumptions: string | null;
  readonly analysis: string | null;
  readonly conclusion: string | null;
};

const RECOMMENDED = {
  unit: 'Pengaduan ditindaklanjuti oleh bidang yang membidangi.',
  audit: 'Pengaduan dilanjutkan dengan pemeriksaan (audit) oleh tim pemeriksa.',
  stop: 'Pengaduan dihentikan.',
} as const;

/** Telaahan staf: matter, assumptions, facts, analysis, conclusion and advice, in the order of tata naskah dinas (rule 27). */
export function buildStaffReview(
  frame: PaperFrame,
  record: CaseRecord,
  writing: ReviewWriting,
): DocumentTree {
  const { office } = frame;
  const { review } = record;
  const recommendation = review?.recommendation ?? null;
  const facts = record.steps.map((step) =>
    step.text === null ? `${step.on}: ${step.what}` : `${step.on}: ${step.what}. ${step.text}`,
  );
  return paperTree(
    frame,
    { id: `telaahan-staf/${record.ticket}`, title: 'Telaahan Staf', subject: record.ticket },
    [
      titleLines('Telaahan Staf', false),
      {
        type: 'fields',
        items: [
          field('Kepada', `Yth. ${postOf(office, headRole(office))}`),
          field(
            'Dari',
            review === null || review.reviewers.length === 0
              ? 'Tim Penelaah'
              : `Tim Penelaah: ${review.reviewers.join(', ')}`,
          ),
          { label: 'Tanggal', inlines: [{ type: 'date', date: frame.dated, style: 'long' }] },
          { label: 'Nomor', inlines: [{ type: 'paper-number' }] },
          field('Hal', `Telaahan atas pengaduan ${caseNumber(record)}`),
        ],
      },
      ...part('I. Persoalan', record.matter, 5),
      ...part('II. Praanggapan', writing.assumptions, 3),
      { type: 'heading', text: 'III. Fakta yang memengaruhi', align: 'left' },
      facts.length === 0
        ? { type: 'room', label: null, lines: 4 }
        : { type: 'list', ordered: true, items: facts.map((fact) => [text(fact)]) },
      ...part('IV. Analisis', writing.analysis ?? review?.text ?? null, 6),
      ...part('V. Simpulan', writing.conclusion, 3),
      ...part('VI. Saran', recommendation === null ? null : RECOMMENDED[recommendation], 2),
      {
        type: 'columns',
        columns: [
          {
            weight: 1,
            blocks: [
              {
                type: 'boxes',
                height: 34,
                items: [
                  { label: 'Disposisi pimpinan: bidang, audit, atau dihentikan', below: 'paraf dan tanggal' },
                ],
              },
            ],
          },
          {
            weight: 1,
            blocks: [
              {
                type: 'signature',
                place: office.seat,
                date: frame.dated,
                signers: [plainSigner('Penelaah', review?.reviewers[0] ?? null)],
              },
            ],
          },
        ],
      },
    ],
    { looks: classificationOf(record) },
  );
}

function part(title: string, written: string | null, lines: number): readonly Block[] {
  return [
    { type: 'heading', text: title, align: 'left' },
    ...(written === null || written.trim() === ''
      ? [{ type: 'room', label: null, lines } as const]
      : paragraphsOf(written)),
  ];
}
