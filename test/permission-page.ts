import { isShutOut, personGate } from '../src/domain/complaint/gate.ts';
import { CASE_OPERATIONS, type CaseOperation } from '../src/domain/complaint/operation-table.ts';
import type { OfficeData, OfficeRole } from '../src/domain/office/office-data.ts';
import { mayRead } from '../src/domain/people/may.ts';
import { wordsOf } from '../src/platform/words/words.ts';
import { officeFromFiles } from './a-counted-report.ts';
import { meeting } from './permission-cases.ts';
import { DOORS, type Door } from './permission-doors.ts';
import type { Situation } from './permission-rules.ts';

const OFFICES = ['tabalong', 'kutai-kartanegara', 'karangasem', 'kalimantan-barat', 'buru-selatan'];
const words = wordsOf('id');

/** The letter of a cell for each situation in which it is allowed. */
const LETTERS: readonly (readonly [letter: string, situation: Situation, meaning: string])[] = [
  ['B', 'own-unit', 'pengaduan bidangnya sendiri'],
  ['L', 'other-unit', 'pengaduan bidang lain'],
  ['A', 'above-units', 'pengaduan mana pun, bila perannya diberikan tanpa bidang'],
  ['D', 'protected-own-unit', 'pengaduan dilindungi di bidangnya'],
  ['d', 'protected-other-unit', 'pengaduan dilindungi di bidang lain'],
  ['a', 'protected-above-units', 'pengaduan dilindungi, bila perannya tanpa bidang'],
  ['T', 'restricted-named', 'pengaduan terbatas yang menyebut namanya'],
  ['U', 'terlapor-undecided', 'pengaduan yang terlapornya belum dipastikan'],
];
const NEVER: readonly Situation[] = [
  'restricted-not-named',
  'terlapor',
  'terlapor-among-readers',
  'deputy-of-terlapor',
];

/** `docs/izin.md`: what the code lets every role of every office do, and whom every door lets in. */
export async function permissionPage(): Promise<string> {
  const offices = await Promise.all(OFFICES.map(officeFromFiles));
  return [
    '# Siapa boleh apa',
    '',
    'Halaman ini ditulis oleh program (`node scripts/write-permissions.ts`) dari kode dan berkas kantor, dan `npm test`',
    'menolaknya bila basi. Aturannya sendiri, ditulis tangan, ada di `test/permission-rules.ts`; `npm test` mencocokkan setiap',
    'peran, setiap tindakan, dan setiap pintu dengannya, juga lewat HTTP.',
    '',
    '## Berlaku bagi semua peran',
    '',
    '- Terlapor dan penggantinya (Plh., Plt., a.n.) tidak menemukan pengaduannya: alamatnya menjawab seperti pengaduan yang tidak ada.',
    '- Pengaduan terbatas hanya ada bagi orang yang disebut namanya di dalamnya.',
    '- Pengaduan kantor lain tidak ada.',
    '- Administrator saja tidak membuka pengaduan; catatan akses hanya dibaca pemeriksanya, yang tidak merangkap administrator.',
    '- Pengganti memegang peran orang yang digantikannya pada hari-hari penggantian saja.',
    '',
    '## Pintu',
    '',
    '| pintu | siapa |',
    '| --- | --- |',
    ...Object.entries(DOORS).map(([door, who]) => `| \`${door}\` | ${whom(who)} |`),
    '',
    '## Tindakan menurut peran',
    '',
    ...LETTERS.map(([letter, , meaning]) => `- **${letter}**: ${meaning}`),
    '- **–**: tidak pernah',
    '',
    'Apakah suatu tindakan dapat dilakukan sekarang masih bergantung pada keadaan pengaduannya.',
    '',
    ...offices.flatMap(section),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function whom(who: Door): string {
  switch (who) {
    case 'anybody':
      return 'siapa pun';
    case 'staff':
      return 'petugas yang masuk';
    case 'case':
      return 'petugas yang boleh membuka pengaduannya';
    case 'record':
      return 'petugas yang boleh melihat catatan yang disebut alamatnya';
    case 'program':
      return 'program dengan token, atau pemegang kode tiket';
    default:
      return who.map((permission) => `\`${permission}\``).join(' atau ');
  }
}

function section(office: OfficeData): readonly string[] {
  const { roles } = office;
  const row = (name: string, cells: readonly string[]) => `| ${name} | ${cells.join(' | ')} |`;
  return [
    `### ${office.name}`,
    '',
    ...roles.map(({ key, title }) => `- \`${key}\`: ${title}`),
    '',
    row(
      'tindakan',
      roles.map(({ key }) => `\`${key}\``),
    ),
    row(
      '---',
      roles.map(() => '---'),
    ),
    row(
      'membuka pengaduan',
      roles.map((role) => cell(office, role, ({ state, actor }) => mayRead(actor, state))),
    ),
    ...CASE_OPERATIONS.map((operation) =>
      row(
        words(`op.${operation}`),
        roles.map((role) => cell(office, role, (met) => isDone(operation, met))),
      ),
    ),
    '',
  ];
}

type Met = ReturnType<typeof meeting>;

function isDone(operation: CaseOperation, { state, actor }: Met): boolean {
  return !isShutOut(state, operation, actor) && personGate(state, operation, actor) === null;
}

function cell(office: OfficeData, role: OfficeRole, allows: (met: Met) => boolean): string {
  const wrong = NEVER.find((situation) => allows(meeting(office, role, situation)));
  if (wrong !== undefined) throw new Error(`${office.slug}: ${role.key} ${wrong}`);
  const letters = LETTERS.filter(([, situation]) => allows(meeting(office, role, situation)));
  return letters.length === 0 ? '–' : letters.map(([letter]) => letter).join('');
}
