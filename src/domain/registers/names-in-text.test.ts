import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesInText } from './names-in-text.ts';

const CASES: readonly (readonly [string, boolean, readonly string[]])[] = [
  ['Loket menerima aduan dari bapak Bagja Contoh Terkait bantuan', false, ['guest Bagja Contoh']],
  ['menerima tamu atas nama Ibu Elok Tiruan yang datang', false, ['guest Elok Tiruan']],
  ['dari ibu Vinda dan Ibu Wulan Angan yang menunggak', false, ['guest Vinda', 'guest Wulan Angan']],
  ['kartu KKS atas nama Anggun Mardi hilang, pemohon diarahkan', false, ['behalf Anggun Mardi']],
  ['meminta data atas nama pemilik tersebut', false, []],
  ['belum masuk ke rekening atas nama penerima, lalu', false, []],
  ['berkoordinasi dengan bapak Kepala Desa', false, []],
  ['bertanya kepada pendamping PKH ibu Rina', false, ['official Rina']],
  ['dari aparat desa Seruni yakni bapak Jaka Andai, lalu', false, ['guest Jaka Andai']],
  ['Mengaktifkan A.n Indra Percobaan', true, ['behalf Indra Percobaan']],
  ['Mengaktifkan a. n Juwta Sari', true, ['behalf Juwta Sari']],
  ['Mengaktifkan a/n Juwta Sari', true, ['behalf Juwta Sari']],
  ['Mengaktifkan an. Juwta Sari', true, ['behalf Juwta Sari']],
  ['Bantuan PKH a.n Mekarsari Tidak Masuk', true, ['behalf Mekarsari']],
  ['Atas Nama Citra Uji Perkasa Penerima Bantuan', true, ['behalf Citra Uji Perkasa']],
  ['atas Nama Utari,wening Asih,Yekti', true, ['behalf Utari', 'behalf wening Asih', 'behalf Yekti']],
  ['ATAS NAMA CITRA UJI DAN YEKTI', true, ['behalf CITRA UJI', 'behalf YEKTI']],
  ['mengaktifkan bpjs atas nama yekti', true, ['behalf yekti']],
  ['Atas Nama Gantari Desa Melati Rt 02', true, ['behalf Gantari']],
  ['Datang ke Kantor An Nur', true, []],
];

for (const [text, loose, names] of CASES) {
  test(`«${text}» names [${names.join(', ')}]`, () => {
    assert.deepEqual(
      namesInText(text, loose).map((each) => `${each.as} ${each.name}`),
      names,
    );
  });
}
