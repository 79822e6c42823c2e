import type { Block, DocumentTree } from '../documents/blocks.ts';
import { type CaseRecord, classificationOf, type PrintedPerson } from './case-record.ts';
import { type PaperFrame, paperTree } from './paper-frame.ts';
import { field, strong, text, titleLines } from './paper-parts.ts';
import { plainSigner } from './signature-block.ts';

/** Formulir pengaduan: what was written down at the counter, to be read back and signed or thumb-printed (rule 7). */
export function buildComplaintForm(frame: PaperFrame, record: CaseRecord): DocumentTree {
  const reporter = record.reporters[0];
  return paperTree(
    frame,
    { id: `formulir-pengaduan/${record.ticket}`, title: 'Formulir Pengaduan', subject: record.ticket },
    [
      titleLines('Formulir Pengaduan', true),
      {
        type: 'fields',
        items: [
          field('Nomor tiket', record.ticket),
          field('Nomor register', record.registerNo, 24),
          field('Diterima', `${record.received} (saluran: ${record.channel})`),
          ...(record.sourceNumber === null ? [] : [field('Nomor asal', record.sourceNumber)]),
        ],
      },
      heading('A. Pelapor'),
      ...peopleFields(record.reporters),
      ...(record.concerns.length === 0
        ? []
        : [heading('B. Yang bersangkutan'), ...peopleFields(record.concerns)]),
      heading(record.concerns.length === 0 ? 'B. Isi pengaduan' : 'C. Isi pengaduan'),
      {
        type: 'fields',
        items: [
          field('Jenis, layanan', [record.kind, record.service].filter(Boolean).join(', ')),
          field('Kategori', record.category),
          field('Tempat kejadian', record.place),
          happened(record.happenedOn),
          field('Yang diadukan', respondentWords(record.respondents), 50),
        ],
      },
      ...matterOf(record.matter),
      { type: 'room', label: 'Penyelesaian yang diminta:', lines: 2 },
      heading(record.concerns.length === 0 ? 'C. Berkas yang dibawa' : 'D. Berkas yang dibawa'),
      ...documentsOf(record),
      heading('Pernyataan'),
      {
        type: 'ticks',
        across: 1,
        items: [
          tick(
            record.readBack === 'signed',
            'Isi formulir sudah dibacakan kembali dan saya benarkan dengan tanda tangan.',
          ),
          tick(
            record.readBack === 'thumb-printed',
            'Isi formulir sudah dibacakan kembali dan saya benarkan dengan cap jempol.',
          ),
          tick(
            record.readBack === 'by-phone',
            'Isi formulir sudah dibacakan kembali melalui telepon dan dibenarkan pelapor.',
          ),
        ],
      },
      {
        type: 'lines',
        align: 'right',
        lines: [[text(`${frame.office.seat}, `), { type: 'date', date: frame.dated, style: 'long' }]],
      },
      {
        type: 'columns',
        columns: [
          {
            weight: 1,
            blocks: [
              {
                type: 'boxes',
                height: 26,
                items: [{ label: 'Cap jempol pelapor', below: 'bila tidak menandatangani' }],
              },
            ],
          },
          {
            weight: 3,
            blocks: [
              {
                type: 'signature',
                place: frame.office.seat,
                date: frame.dated,
                opening: 'none',
                signers: [
                  plainSigner('Pelapor', reporter?.name ?? null),
                  plainSigner('Pendamping', null),
                  plainSigner('Petugas penerima', record.receivedBy),
                ],
              },
            ],
          },
        ],
      },
    ],
    { looks: { ...classificationOf(record), compact: true } },
  );
}

function heading(title: string): Block {
  return { type: 'heading', text: title, align: 'left' };
}

function tick(ticked: boolean, said: string) {
  return { ticked, inlines: [text(said)] };
}

function happened(on: string | null) {
  return on === null
    ? field('Waktu kejadian', null)
    : { label: 'Waktu kejadian', inlines: [{ type: 'date', date: on, style: 'weekday' } as const] };
}

/** The first with all that is known; of the others name, address and number. */
function peopleFields(people: readonly PrintedPerson[]): readonly Block[] {
  const [first, ...others] = people;
  return [
    {
      type: 'fields',
      items: [
        field('Nama', first?.name, 60),
        field('NIK', first?.nik, 34),
        field('Alamat', first?.address, 60),
        field('Telepon, surel', [first?.phone, first?.email].filter(Boolean).join(', '), 60),
        field('Sebagai', first?.as, 34),
      ],
    },
    ...(others.length === 0
      ? []
      : [
          {
            type: 'list',
            ordered: true,
            items: others.map((one) => [
              text([one.name ?? '……………………', one.as, one.address, one.phone].filter(Boolean).join(', ')),
            ]),
          } as const,
        ]),
  ];
}

function respondentWords(respondents: readonly PrintedPerson[]): string | null {
  const named = respondents
    .map((one) => [one.name, one.as].filter(Boolean).join(', '))
    .filter((one) => one !== '');
  return named.length === 0 ? null : named.join('; ');
}

function matterOf(matter: string | null): readonly Block[] {
  const asked = 'Apa yang terjadi, siapa yang terkait, bagaimana terjadinya, dan apa buktinya:';
  if (matter === null) return [{ type: 'room', label: asked, lines: 8 }];
  return [
    { type: 'lines', align: 'left', lines: [[text(asked)]] },
    { type: 'frame', blocks: [{ type: 'lines', align: 'left', lines: [[text(matter)]] }] },
  ];
}

/** Ticked when it is there; what somebody still brings is said with his name (rule 23). */
function documentsOf({ documents, toBring }: CaseRecord): readonly Block[] {
  const known = documents.map(({ name, deferredBy }) => ({
    ticked: deferredBy === null,
    inlines: deferredBy === null ? [text(name)] : [text(`${name}, menyusul oleh `), strong(deferredBy)],
  }));
  const asked = toBring
    .filter((name) => documents.every((one) => one.name !== name))
    .map((name) => tick(false, name));
  const items = [...known, ...asked];
  return items.length === 0
    ? [{ type: 'room', label: null, lines: 2 }]
    : [{ type: 'ticks', across: items.every(({ inlines }) => inlines.length < 2) ? 2 : 1, items }];
}
