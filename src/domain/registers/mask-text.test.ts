import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskText } from './mask-text.ts';

test('names, numbers and addresses of mail leave the text, the rest stays', () => {
  assert.equal(
    maskText('Loket menerima aduan dari ibu Elok Tiruan (0812-0000-0021) tentang BPNT bulan Mei 2023', [
      'Elok Tiruan',
    ]),
    'Loket menerima aduan dari ibu (nama) ((nomor)) tentang BPNT bulan Mei 2023',
  );
  assert.equal(maskText('kartu atas nama Yekti hilang', []), 'kartu atas nama (nama) hilang');
  assert.equal(maskText('surat ke elok@contoh.id', []), 'surat ke (surel)');
  assert.equal(maskText('Tirta datang lagi, ibu Tirta', ['Tirta Dumi']), '(nama) datang lagi, ibu (nama)');
});
