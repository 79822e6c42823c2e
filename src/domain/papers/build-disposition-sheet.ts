import type { DocumentTree } from '../documents/blocks.ts';
import { type CaseRecord, caseNumber, classificationOf } from './case-record.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { field, text, titleLines } from './paper-parts.ts';
import { signatureBlock } from './signature-block.ts';

/**
 * Formulir penyaluran, which is the lembar disposisi of a complaint: where it came from, to which unit it goes and what is
 * asked of it. Before the disposisi it is a form for the pen.
 */
export function buildDispositionSheet(frame: PaperFrame, record: CaseRecord): DocumentTree {
  const { office } = frame;
  const given = record.disposition;
  const secret = record.protected || record.restricted;
  const to = given === null ? [] : [given.unit, ...given.otherUnits];
  return paperTree(
    frame,
    {
      id: `formulir-penyaluran/${record.ticket}`,
      title: 'Formulir Penyaluran dan Lembar Disposisi',
      subject: record.ticket,
    },
    [
      titleLines('Formulir Penyaluran Pengaduan (Lembar Disposisi)', true),
      {
        type: 'frame',
        blocks: [
          {
            type: 'columns',
            columns: [
              {
                weight: 1,
                blocks: [
                  {
                    type: 'fields',
                    items: [
                      field(
                        'Dari',
                        secret ? 'pelapor (dirahasiakan)' : (record.reporters[0]?.name ?? null),
                        24,
                      ),
                      field('Saluran', record.channel),
                      field('Nomor asal', record.sourceNumber, 20),
                      field('Diterima', record.received),
                    ],
                  },
                ],
              },
              {
                weight: 1,
                blocks: [
                  {
                    type: 'fields',
                    items: [
                      field('Nomor tiket', record.ticket),
                      field('Nomor register', record.registerNo, 20),
                      field('Kelas', record.severity, 20),
                      field('Batas waktu', record.due[0]?.when, 24),
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: 'ticks',
            across: 3,
            items: [
              { ticked: record.urgent, inlines: [text('Sangat segera')] },
              { ticked: false, inlines: [text('Segera')] },
              { ticked: secret, inlines: [text('Rahasia')] },
            ],
          },
        ],
      },
      {
        type: 'fields',
        items: [
          {
            label: 'Hal',
            inlines: [
              text(
                `${record.kind}${record.service === null ? '' : ` tentang ${record.service}`}, ${caseNumber(record)}`,
              ),
            ],
          },
          field('Pokok isi', record.restricted ? 'dibaca dalam berkas tertutup' : record.matter, 160),
        ],
      },
      { type: 'heading', text: 'Diteruskan kepada', align: 'left' },
      {
        type: 'ticks',
        across: 2,
        items: office.units.map(({ label }) => ({ ticked: to.includes(label), inlines: [text(label)] })),
      },
      ...(given?.owner == null
        ? []
        : [{ type: 'fields', items: [field('Penanggung jawab', given.owner)] } as const]),
      { type: 'heading', text: 'Dengan hormat harap', align: 'left' },
      {
        type: 'ticks',
        across: 3,
        items: ['Tanggapan dan saran', 'Proses lebih lanjut', 'Koordinasi atau konfirmasi'].map((asked) => ({
          ticked: given !== null && asked === 'Proses lebih lanjut',
          inlines: [text(asked)],
        })),
      },
      { type: 'heading', text: 'Catatan', align: 'left' },
      given?.instructions == null
        ? { type: 'room', label: null, lines: 4 }
        : { type: 'frame', blocks: [{ type: 'lines', align: 'left', lines: [[text(given.instructions)]] }] },
      {
        type: 'columns',
        columns: [
          {
            weight: 1,
            blocks: [
              {
                type: 'boxes',
                height: 30,
                items: [{ label: 'Diterima bidang', below: 'nama, paraf, dan tanggal' }],
              },
            ],
          },
          {
            weight: 1,
            blocks: [
              signatureBlock(office, {
                role: frame.signer ?? office.clocks.disposedBy,
                dated: frame.dated,
                deputies: frame.deputies,
              }),
            ],
          },
        ],
      },
    ],
    { looks: { ...classificationOf(record), compact: true } },
  );
}
