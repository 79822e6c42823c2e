import { CASE_PAGES, OFFICE_PAGES, PAPER_PAGES, type PageEntry, PUBLIC_PAGES } from '../e2e/page-table.ts';

const PARTS = [
  ['Umum dan pintu masuk', PUBLIC_PAGES],
  ['Menangani kasus', CASE_PAGES],
  ['Surat, laporan, dan data pribadi', PAPER_PAGES],
  ['Kantor dan petugasnya', OFFICE_PAGES],
] as const;

/** Pictures of a page: at a desk, and on a phone where it is used there. */
export function picturesOf({ name, onPhone }: PageEntry): readonly string[] {
  return onPhone ? [`${name}.png`, `${name}-360.png`] : [`${name}.png`];
}

/** `docs/screens/README.md`: what each picture shows. */
export function screensPage(): string {
  const parts = PARTS.map(([title, entries]) => `## ${title}\n\n${entries.map(lineOf).join('\n')}\n`);
  return `# Gambar layar

Setiap halaman Tanggap, diambil dari kantor contoh dengan orang-orang rekaan. Daftar ini dan gambarnya dibuat oleh
\`npm run screens\` dari \`e2e/page-table.ts\`; \`npm test\` menolak halaman yang tidak ada di dalamnya.

${parts.join('\n')}
## Kertas laporan tahunan

- [Sampul](laporan-tahunan-sampul.png)
- [Tabel dan diagram](laporan-tahunan-tabel.png)
- [Lampiran register bulanan](laporan-tahunan-register.png)
`;
}

function lineOf(entry: PageEntry): string {
  const [wide = '', narrow] = picturesOf(entry);
  const phone = narrow === undefined ? '' : ` · [di telepon genggam](${narrow})`;
  return `- [${entry.about}](${wide})${phone} – \`${entry.door}\``;
}
