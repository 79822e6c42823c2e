import type { EmblemRefusal } from '../../adapters/documents/emblem/emblem-refusal.ts';
import { type ReadEmblem, readEmblem } from '../../adapters/documents/emblem/read-emblem.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Remark } from './office-finding.ts';
import type { OfficePicture } from './read-office-folder.ts';

/** The emblem that an office names, read from the pictures of its folder; null when it names none or it is not there. */
export function findEmblem(
  { letterhead }: OfficeData,
  pictures: readonly OfficePicture[],
): ReadEmblem | null {
  const picture = pictures.find(({ path }) => path === letterhead.emblem);
  return picture === undefined ? null : readEmblem(picture.bytes);
}

/** The emblem's file must be there and safe to draw; another picture in the folder is drawn nowhere, which is said. */
export function checkEmblem(office: OfficeData, pictures: readonly OfficePicture[]): readonly Remark[] {
  const { emblem } = office.letterhead;
  const unused = pictures.filter(({ path }) => path !== emblem);
  const remarks = unused.map(
    ({ path }): Remark => ({
      severity: 'warning',
      at: ['letterhead'],
      message: `Gambar "${path}" tidak dipakai.`,
      remedy: `Tulis emblem: ${path} pada letterhead, atau hapus berkasnya.`,
      rule: 'emblem',
    }),
  );
  if (emblem === null) return remarks;
  const at = ['letterhead', 'emblem'];
  const read = findEmblem(office, pictures);
  if (read === null) {
    const message = `Berkas lambang "${emblem}" tidak ada di folder ini.`;
    const remedy = 'Taruh berkas .svg atau .png itu di folder kantor, atau hapus baris emblem.';
    return [...remarks, { at, message, remedy, rule: 'file-missing' }];
  }
  if (read.ok) return remarks;
  const { message, remedy } = explainEmblem(read);
  return [...remarks, { at, message: `Lambang "${emblem}" ${message}`, remedy, rule: 'emblem' }];
}

/** Why a picture is no emblem, as the end of a sentence about it, and what would be right. */
export function explainEmblem({ refusal, detail }: EmblemRefusal): {
  readonly message: string;
  readonly remedy: string;
} {
  const again = 'Simpan ulang gambarnya sebagai SVG polos atau PNG.';
  switch (refusal) {
    case 'broken':
      return { message: `tidak terbaca (${detail}).`, remedy: again };
    case 'too-many-pixels':
      return {
        message: `terlalu besar: ${detail} piksel.`,
        remedy: 'Perkecil sampai sisi terpanjangnya 2000 piksel.',
      };
    case 'no-size':
      return { message: 'tidak menyebut ukurannya.', remedy: 'Beri unsur svg atribut viewBox.' };
    case 'not-an-svg':
      return { message: `bukan SVG: diawali <${detail}>.`, remedy: again };
    case 'letters':
      return {
        message: `memuat tulisan (<${detail}>).`,
        remedy: 'Ubah tulisannya menjadi garis (path) sebelum disimpan.',
      };
    case 'unsafe-element':
      return { message: `memuat <${detail}>, yang tidak diterima.`, remedy: again };
    case 'unsafe-attribute':
      return { message: `memuat ${detail}, yang tidak diterima.`, remedy: again };
    case 'outside-reference':
      return {
        message: `mengambil sesuatu dari luar: ${detail}.`,
        remedy: 'Lambang harus utuh dalam berkasnya sendiri.',
      };
    case 'nested-reference':
      return {
        message: `memakai bagian yang bersusun (${detail}).`,
        remedy: 'Uraikan salinan (use) dan potongan (clipPath) yang bersusun.',
      };
  }
}
