import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNameCell } from './read-name-cell.ts';

type Case = readonly [string, readonly string[], readonly string[], boolean];
const CASES: readonly Case[] = [
  ['Vinda dan Wulan Angan', ['Vinda self', 'Wulan Angan self'], [], false],
  ['Utari, Wening, Yekti', ['Utari self', 'Wening self', 'Yekti self'], [], false],
  ['Gilang Contoh, S.Sos', ['Gilang Contoh, S.Sos self'], [], false],
  ['Ibu Elok Tiruan', ['Elok Tiruan self'], [], false],
  ['UTARI, SITI DAN DEWI', ['UTARI self', 'SITI self', 'DEWI self'], [], false],
  ['Utari, M. Asih', ['Utari self', 'M. Asih self'], [], false],
  ['GILANG CONTOH, S.SOS., MSI', ['GILANG CONTOH, S.SOS., MSI self'], [], false],
  ['1. Utari 2. Wening', ['Utari self', 'Wening self'], [], false],
  ['1) Utari\n2) Wening dan Yekti', ['Utari self', 'Wening self', 'Yekti self'], [], false],
  ['Bagja a.n. 1. Citra 2. Wulan', ['Bagja proxy'], ['Citra', 'Wulan'], false],
  ['Bagja a.n. CITRA, SITI', ['Bagja proxy'], ['CITRA', 'SITI'], false],
  ['Bagja a.n. Citra Uji, S.Sos dan Wulan', ['Bagja proxy'], ['Citra Uji, S.Sos', 'Wulan'], false],
  ['Warga RT 2. Melati', ['Warga RT 2. Melati group'], [], false],
  ['Bagja a.n. Citra Uji', ['Bagja proxy'], ['Citra Uji'], false],
  ['a.n. Bagja Contoh', [], ['Bagja Contoh'], false],
  ['Bapak/Ibu Elok', ['Elok self'], [], false],
  ['Bpk./Ibu. Elok Tiruan', ['Elok Tiruan self'], [], false],
  ['Bapak dan Ibu Elok', ['Elok self'], [], false],
  ['Sdr/Sdri Elok', ['Elok self'], [], false],
  ['Tn. / Ny. Elok', ['Elok self'], [], false],
  ['Bapak/Ibu', [], [], false],
  ['Bagja a.n. Bapak/Ibu Elok', ['Bagja proxy'], ['Elok'], false],
  ['Anonim', [], [], true],
  ['ANONIM (tidak mau disebutkan)', [], [], true],
  ['Hamba Allah', [], [], true],
  ...[
    'Budi (identitas dirahasiakan)',
    'Budi (Anonim)',
    'Budi / Anonim',
    'Siti - dirahasiakan',
    'Siti (minta namanya tidak disebutkan)',
    'Siti (identitas tidak ingin diketahui)',
    'Siti (jangan disebut namanya)',
    'Siti (bukan nama sebenarnya)',
    'Siti (mohon dijaga kerahasiaannya)',
    'Siti (jgn disebut namanya)',
    'Siti (gak mau disebut namanya)',
    'Siti (menolak disebut namanya)',
    'Siti (tidak ingin dipublikasikan)',
    'Siti (tidak menyebutkan nama)',
    'Anonim (Wening Contoh)',
    'Anonim (perempuan, 30 th)',
  ].map((cell): Case => [cell, [`${cell} self`], [], true]),
  ['Budi A/N Siti (dirahasiakan)', ['Budi A/N Siti (dirahasiakan) proxy'], ['Siti'], true],
  ['Anonim a.n. Budi', ['Anonim a.n. Budi proxy'], ['Budi'], true],
  ['Nama dirahasiakan', [], [], true],
  ['Pelapor anonim', [], [], true],
  ['Tidak mau menyebutkan nama', [], [], true],
  ['Siti atas nama Budi (tidak bisa hadir)', ['Siti proxy'], ['Budi'], false],
  ['Siti (alamat tidak diketahui)', ['Siti (alamat tidak diketahui) self'], [], false],
  ['Siti (tidak menyebutkan alamat)', ['Siti (tidak menyebutkan alamat) self'], [], false],
  ['Nama tidak jelas', ['Nama tidak jelas self'], [], false],
  ['Samariah', ['Samariah self'], [], false],
  ['-', [], [], false],
  ['', [], [], false],
  ['Warga Desa Melati', ['Warga Desa Melati group'], [], false],
  ['Panti Contoh Kasih', ['Panti Contoh Kasih institution'], [], false],
  ['Jaka (Kepala Desa Seruni)', ['Jaka (Kepala Desa Seruni) official'], [], false],
];

for (const [cell, people, concerns, anonymous] of CASES) {
  test(`the name cell «${cell}» holds [${people.join('; ')}]${concerns.length > 0 ? ` for ${concerns.join(', ')}` : ''}`, () => {
    const read = readNameCell(cell);
    assert.deepEqual(
      read.people.map((each) => `${each.name} ${each.as}`),
      people,
    );
    assert.deepEqual(
      read.concerns.map((each) => each.name),
      concerns,
    );
    assert.equal(read.anonymous, anonymous);
  });
}
