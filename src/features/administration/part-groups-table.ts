/**
 * Headings of the page of the office, with the parts under each in their order: keys of `EDIT_SECTIONS`, and those with pages
 * of their own: `lambang`, `kalender`, `sop`, `laporan`.
 */
export const PART_GROUPS = [
  { group: 'office', parts: ['identitas', 'lambang', 'zona', 'bidang', 'peran', 'pejabat', 'loket-luar'] },
  { group: 'time', parts: ['jam', 'ramadan', 'hari', 'kalender'] },
  {
    group: 'intake',
    parts: ['kanal', 'jenis', 'kategori', 'layanan', 'wilayah', 'lembaga', 'dijawab-di-tempat', 'nomor'],
  },
  { group: 'limits', parts: ['kelas', 'batas', 'aturan', 'pengingat', 'kewajiban'] },
  { group: 'words', parts: ['kalimat', 'dasar-hukum', 'sop', 'laporan', 'judul-laporan'] },
] as const;
