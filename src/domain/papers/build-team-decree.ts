import { formatDate } from '../calendar/format-date.ts';
import type { DocumentTree, Inline } from '../documents/blocks.ts';
import { isInForce } from '../office/legal-basis.ts';
import type { OfficeData, OfficeRole } from '../office/office-data.ts';
import { copies } from './letter-head.ts';
import { numberedTable } from './numbered-table.ts';
import { headRole, type PaperFrame, paperTree } from './paper-frame.ts';
import { strong, text } from './paper-parts.ts';
import { postOf, signatureBlock } from './signature-block.ts';

export type TeamMember = {
  readonly name: string;
  /** Keys of the roles that he holds on the day of the decree. */
  readonly roles: readonly string[];
  readonly post: string | null;
  /** For which unit and how long he holds each, where a decree that was written down says so. */
  readonly terms?: readonly RoleTerm[];
};
export type RoleTerm = {
  readonly role: string;
  /** As printed; null = above the units. */
  readonly unit: string | null;
  /** ISO days, both included; without a last one, until it is ended. */
  readonly from: string;
  readonly to: string | null;
};
export type DecreeWriting = {
  readonly year: number;
  /** As the decree was written down: what follows *tentang*. Null: the usual title. */
  readonly title?: string | null;
  readonly members: readonly TeamMember[];
  readonly copies: readonly string[];
};

/** Keputusan about the complaint team: dictum, duties of each role as the office's own file has them, and the annex of people. */
export function buildTeamDecree(frame: PaperFrame, writing: DecreeWriting): DocumentTree {
  const { office } = frame;
  const signer = frame.signer ?? headRole(office);
  const decider = postOf(office, signer).toUpperCase();
  const subject = writing.title ?? `Tim Pengelola Pengaduan pada ${office.name} Tahun ${writing.year}`;
  const founded = subject.replace(/^(?:keputusan\b.*?\btentang|pembentukan|penetapan)\s+/i, '');
  const team = office.roles.filter(({ team: isTeam }) => isTeam);
  const sign = () =>
    signatureBlock(office, { role: signer, dated: frame.dated, deputies: frame.deputies, opening: 'decree' });
  return paperTree(
    frame,
    { id: `sk-tim/${writing.year}`, title: `Keputusan tentang ${subject}`, subject: String(writing.year) },
    [
      {
        type: 'lines',
        align: 'centre',
        lines: [[strong(`KEPUTUSAN ${decider}`)], [text('NOMOR '), { type: 'paper-number' }]],
      },
      { type: 'lines', align: 'centre', lines: [[text('TENTANG')], [strong(subject.toUpperCase())]] },
      { type: 'lines', align: 'centre', lines: [[strong(`${decider},`)]] },
      {
        type: 'dictum',
        items: [
          { label: 'Menimbang', parts: lettered(considerations(office)) },
          { label: 'Mengingat', parts: numbered(bases(office, frame.dated)) },
        ],
      },
      { type: 'lines', align: 'centre', lines: [[strong('MEMUTUSKAN:')]] },
      {
        type: 'dictum',
        items: [
          { label: 'Menetapkan', parts: [whole(`KEPUTUSAN ${decider} TENTANG ${subject.toUpperCase()}.`)] },
          {
            label: 'KESATU',
            parts: [
              whole(
                `Membentuk ${founded} dengan susunan sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.`,
              ),
            ],
          },
          {
            label: 'KEDUA',
            parts: [
              whole(
                `Tim sebagaimana dimaksud dalam diktum KESATU terdiri atas ${listed(team.map(({ title }) => title))}.`,
              ),
            ],
          },
          {
            label: 'KETIGA',
            parts: [
              whole('Tugas tim sebagaimana dimaksud dalam diktum KESATU:'),
              ...lettered(team.map(dutiesOf)),
            ],
          },
          {
            label: 'KEEMPAT',
            parts: [
              whole(
                `Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada dokumen pelaksanaan anggaran ${office.name}.`,
              ),
            ],
          },
          { label: 'KELIMA', parts: [whole('Keputusan ini mulai berlaku pada tanggal ditetapkan.')] },
        ],
      },
      sign(),
      ...copies(writing.copies),
    ],
    {
      appendices: [
        {
          id: 'susunan-tim',
          title: `Susunan ${founded}`,
          subtitle: [],
          orientation: 'portrait',
          decree: {
            heading: `Lampiran Keputusan ${postOf(office, signer)}`,
            items: [
              { label: 'Nomor', inlines: [{ type: 'paper-number' }] },
              { label: 'Tanggal', inlines: [{ type: 'date', date: frame.dated, style: 'long' }] },
              { label: 'Tentang', inlines: [text(subject)] },
            ],
          },
          blocks: [membersTable(office, writing.members), sign()],
        },
      ],
    },
  );
}

function considerations({ name }: OfficeData): readonly string[] {
  return [
    `bahwa setiap pengaduan masyarakat atas pelayanan ${name} wajib diterima, ditangani, dan dijawab dalam batas waktu yang ditetapkan peraturan perundang-undangan;`,
    'bahwa untuk menjamin penanganan pengaduan yang cepat, tuntas, dan dapat dipertanggungjawabkan perlu dibentuk tim pengelola pengaduan;',
    'bahwa berdasarkan pertimbangan sebagaimana dimaksud pada huruf a dan huruf b, perlu menetapkan Keputusan tentang Tim Pengelola Pengaduan;',
  ];
}

/** Only rules that hold on the day of the decree: one that was replaced is no ground (domain 7.6). */
function bases({ legalBases }: OfficeData, dated: string): readonly string[] {
  const held = legalBases.filter((basis) => isInForce(basis, dated, legalBases) !== 'no');
  return held.map(({ title }, at) => `${title}${at === held.length - 1 ? '.' : ';'}`);
}

function dutiesOf({ title, may }: OfficeRole): string {
  const duties = DUTIES.filter(([permission]) => may.includes(permission)).map(([, said]) => said);
  return duties.length === 0 ? `${title}: membantu pelaksanaan tugas tim;` : `${title}: ${listed(duties)};`;
}

/** What a permission is called where a decree gives it; in the order of the work. */
const DUTIES: readonly (readonly [permission: string, said: string])[] = [
  ['intake', 'menerima dan mencatat pengaduan'],
  ['register', 'mengelola buku register'],
  ['verify', 'memeriksa kelengkapan dan kewenangan'],
  ['classify', 'menetapkan jenis dan kelas pengaduan'],
  ['review/recommend', 'menelaah pengaduan, mengumpulkan bukti awal, dan memberi rekomendasi'],
  ['dispose', 'mendisposisikan pengaduan kepada bidang'],
  ['follow-up', 'menindaklanjuti pengaduan'],
  ['answer', 'menyampaikan jawaban kepada pelapor'],
  ['review/decide', 'memutuskan pengaduan yang dilanjutkan dengan pemeriksaan'],
  ['investigation/assess', 'menyatakan layak atau tidak layak diperiksa'],
  ['investigation/find', 'memeriksa pengaduan dan menyusun temuannya'],
  ['publication/approve', 'menyetujui informasi yang dipublikasikan'],
  ['report/issue', 'menyusun dan menerbitkan laporan berkala'],
  ['log/read', 'memeriksa catatan pembukaan data pribadi'],
];

/** Who is what in the team; of a decree that was written down only whom it names, and for how long. */
function membersTable(office: OfficeData, members: readonly TeamMember[]) {
  const isDated = members.some(({ terms }) => terms !== undefined);
  // What a decree names stands in its annex, also where the office's files no longer count the role to the team.
  const inAnnex = office.roles.filter(
    ({ key, team }) => team || (isDated && members.some(({ roles }) => roles.includes(key))),
  );
  const lines = inAnnex.flatMap((role): readonly (readonly string[])[] => {
    const post = role.heldBy[0] ?? '';
    const held = members.filter(({ roles }) => roles.includes(role.key));
    if (held.length === 0) return isDated ? [] : [['(nama pejabat)', role.title, post, '']];
    return held.flatMap((one) => {
      const terms = (one.terms ?? []).filter((term) => term.role === role.key);
      const line = (unit: string | null, term: string) => [
        ...[one.name, unit === null ? role.title : `${role.title}, ${unit}`, one.post ?? post, term],
      ];
      return terms.length === 0 ? [line(null, '')] : terms.map((term) => line(term.unit, termWords(term)));
    });
  });
  const columns = [
    { key: 'label', label: 'Nama', weight: 30 },
    { key: 'role', label: 'Jabatan dalam tim', weight: 28 },
    { key: 'post', label: 'Jabatan dalam dinas', weight: isDated ? 24 : 36 },
    { key: 'term', label: 'Masa tugas', weight: 24 },
  ];
  const shown = isDated ? columns : columns.slice(0, 3);
  return numberedTable(
    'susunan',
    'Susunan tim',
    shown,
    lines.map((line) => line.slice(0, shown.length)),
  );
}

/** "1 Januari 2026 s.d. 31 Desember 2026"; "sejak 1 Januari 2026". */
function termWords({ from, to }: RoleTerm): string {
  const first = formatDate(from, 'long');
  return to === null ? `sejak ${first}` : `${first} s.d. ${formatDate(to, 'long')}`;
}

type Part = { readonly sign: string | null; readonly inlines: readonly Inline[] };

function whole(said: string): Part {
  return { sign: null, inlines: [text(said)] };
}

function lettered(points: readonly string[]): readonly Part[] {
  return points.map((point, at) => ({ sign: `${String.fromCharCode(97 + at)}.`, inlines: [text(point)] }));
}

function numbered(points: readonly string[]): readonly Part[] {
  if (points.length === 0) return [{ sign: null, inlines: [{ type: 'blank', letters: 60 }] }];
  return points.map((point, at) => ({ sign: `${at + 1}.`, inlines: [text(point)] }));
}

/** "a, b, dan c". */
function listed(items: readonly string[]): string {
  if (items.length < 3) return items.join(' dan ');
  return `${items.slice(0, -1).join(', ')}, dan ${items.at(-1)}`;
}
