import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cells, CONTEXT, HEAD, imported, line, sheet } from '../../../test/a-register-sheet.ts';
import { importReport } from './import-report.ts';
import { readRegister } from './read-register.ts';

test('every row of the sheet stands in exactly one list: taken, joined or ignored with its reason', () => {
  const lines: Record<number, Cells> = {
    1: ['BUKU PENGADUAN'],
    2: ['BULAN JANUARI TAHUN 2023'],
    4: HEAD,
    5: ['1', '2', '3', '4', '5', '6', '7'],
    6: line('1', '2 Januari 2023', 'Elok', 'Bantuan berhenti'),
    7: line('2', '3 Januari 2023', 'Fatia', 'Kartu hilang'),
    8: HEAD,
    9: ['1', '2', '3', '4', '5', '6', '7'],
    10: line('3', '4 Januari 2023', 'Gantari', 'Pindah alamat dari'),
    11: [null, null, null, null, 'desa lain', null, 'Lanjut.'],
    13: ['JUMLAH', '3'],
    15: [null, null, null, null, null, 'Rekaan, 31 Januari 2023'],
    16: [null, null, null, null, null, 'KEPALA DINAS SOSIAL'],
    20: [null, null, null, null, null, 'NIP. 0'],
  };
  const reading = readRegister([sheet('Januari', lines)], CONTEXT);
  const places = [
    ...reading.rows.flatMap((row) => [row.row, ...row.joined]),
    ...reading.ignored.map((each) => each.row),
  ];
  assert.deepEqual(
    places.sort((a, b) => a - b),
    Object.keys(lines).map(Number),
  );
  assert.deepEqual(
    reading.ignored.map((each) => `${each.row} ${each.reason}`),
    [
      '1 title',
      '2 title',
      '4 header',
      '5 column-numbers',
      '8 repeated-header',
      '9 column-numbers',
      '13 total',
      '15 signature',
      '16 signature',
      '20 signature',
    ],
  );
  const last = reading.rows.at(-1);
  assert.ok(last?.verdict === 'imported');
  assert.equal(last.matter, 'Pindah alamat dari desa lain');
  assert.equal(last.narrative, 'Dijelaskan. Lanjut.');
  assert.deepEqual(last.joined, [11]);
});

test('two months below each other on one sheet keep their own period', () => {
  const rows = imported(
    {
      1: ['BULAN JANUARI TAHUN 2023'],
      2: HEAD,
      3: line('1', '2 Januari 2023', 'Elok', 'Bantuan berhenti'),
      5: [null, null, null, null, null, 'KEPALA DINAS'],
      7: ['BULAN FEBRUARI TAHUN 2023'],
      8: HEAD,
      9: line('1', 'Kamis 2', 'Fatia', 'Kartu hilang'),
    },
    'Rekap',
  );
  assert.deepEqual(
    rows.map((row) => row.receipt.on),
    ['2023-01-02', '2023-02'],
  );
});

test('a numbered row without content and a row whose month nobody knows are skipped with their reason', () => {
  const reading = readRegister(
    [
      sheet('Rekap', {
        1: HEAD,
        2: line('1', 'kemarin', 'Elok', 'Bantuan berhenti'),
        3: ['2', null, null, null, null, null, null],
        4: line('3', '2 Mei 2023', 'Fatia', 'Kartu hilang'),
      }),
    ],
    CONTEXT,
  );
  const report = importReport(reading);
  assert.deepEqual([report.rows, report.imported, report.skipped], [3, 1, 2]);
  assert.deepEqual(
    report.skippedRows.map((row) => row.row),
    [2, 3],
  );
  assert.match(report.skippedRows[0]?.reason ?? '', /Tanggal tidak dapat dibaca/);
  assert.match(report.skippedRows[1]?.reason ?? '', /tanpa isi/);
  // Whoever decides about a row that is left out reads what stands in it.
  assert.deepEqual(
    report.skippedRows.map((row) => row.text),
    ['1 | kemarin | Elok | Ds Melati | Bantuan berhenti | Selesai | Dijelaskan.', '2'],
  );
});

test('a row with any content beside its number and date is taken, whatever column holds it', () => {
  const head = ['NO', 'TANGGAL', 'NAMA', 'ADUAN', 'STATUS', 'LAYANAN', 'NIK', 'EMAIL', 'PARAF'];
  const nobody = [null, null, null];
  const rows = imported({
    1: head,
    2: ['1', ...nobody, 'Selesai', 'PKH', '6300000000000001', 'a@contoh.id'],
    3: ['2', ...nobody, null, null, '6300000000000002', 'b@contoh.id'],
    4: ['3', '4 Januari 2023', null, null, null, null, null, null, 'rk'],
    5: ['4', '5 Januari 2023', null, '-'],
  });
  assert.deepEqual(
    rows.map((row) => [row.row, row.receipt.on, row.matter]),
    [
      [2, '2023-01', ''],
      [3, '2023-01', ''],
      [4, '2023-01-04', ''],
    ],
  );
  assert.ok(rows.every((row) => row.doubts.some(({ rule }) => rule === 'missing-matter')));
});

test('an unknown column is reported once and kept under its own heading in every row', () => {
  const lines = {
    1: [...HEAD, 'WARNA MAP'],
    2: [...line('1', '2 Januari 2023', 'Elok', 'Bantuan'), 'merah'],
  };
  const reading = readRegister([sheet('Januari', lines)], CONTEXT);
  assert.deepEqual(
    reading.doubts
      .filter((doubt) => doubt.rule === 'unknown-column')
      .map((doubt) => [doubt.row, doubt.written]),
    [[1, 'WARNA MAP']],
  );
  const [row] = reading.rows;
  assert.deepEqual(row?.verdict === 'imported' ? row.kept : null, [{ heading: 'WARNA MAP', text: 'merah' }]);
});

test('a sheet without a head is listed whole and said, never guessed at', () => {
  const reading = readRegister(
    [sheet('Catatan', { 1: ['Jangan lupa'], 2: ['beli kertas', 'tinta'] })],
    CONTEXT,
  );
  assert.deepEqual(
    reading.doubts.map((doubt) => doubt.rule),
    ['no-table'],
  );
  assert.deepEqual(
    reading.ignored.map((each) => each.reason),
    ['no-table', 'no-table'],
  );
});

test('hidden sheets and rows are read and said', () => {
  const made = sheet('Januari', { 1: HEAD, 2: line('1', '2 Januari 2023', 'Elok', 'Bantuan') }, [2]);
  const rules = readRegister([{ ...made, hidden: true }], CONTEXT).doubts.map((doubt) => doubt.rule);
  assert.ok(rules.includes('hidden-sheet') && rules.includes('hidden-row'));
});

test('a stored value of a formula is taken and said; a formula without one is named with its cell', () => {
  const reading = readRegister(
    [
      sheet('Januari', {
        1: HEAD,
        2: [
          { text: '1', formula: 'stored-value' },
          '2 Januari 2023',
          'Elok',
          'Ds Melati',
          { text: '', formula: 'no-value' },
          'Selesai',
          { text: '#REF!', error: true },
        ],
      }),
    ],
    CONTEXT,
  );
  assert.deepEqual(reading.formulasWithoutValue, ['Januari!E2']);
  const rules = reading.doubts.map((doubt) => `${doubt.field} ${doubt.rule}`);
  assert.ok(rules.includes('number formula') && rules.includes('narrative cell-error'));
});

test('TINDAK LANJUT is a status where it holds statuses and a narrative where it tells a story', () => {
  const head = ['NO', 'TANGGAL', 'NAMA', 'ADUAN', 'TINDAK LANJUT'];
  const [status] = imported({ 1: head, 2: ['1', '2 Januari 2023', 'Elok', 'Bantuan', 'Selesai'] });
  assert.deepEqual([status?.status, status?.narrative], ['closed', '']);
  const [story] = imported({
    1: head,
    2: ['1', '2 Januari 2023', 'Elok', 'Bantuan', 'Pelapor diberi penjelasan tentang syarat yang berlaku.'],
  });
  assert.deepEqual([story?.status, story?.statusWritten], [null, null]);
  assert.match(story?.narrative ?? '', /penjelasan/);
});

test('rule 37: a register without a column of statuses states none, and each of its rows is doubted', () => {
  const head = ['NO', 'TANGGAL', 'NAMA', 'ADUAN'];
  const [row] = imported({ 1: head, 2: ['1', '2 Januari 2023', 'Elok', 'Bantuan berhenti'] });
  assert.deepEqual([row?.status, row?.statusWritten], [null, null]);
  assert.ok(row?.doubts.some(({ rule, taken }) => rule === 'status-missing' && taken === null));
});

test('the service column leads where it names a service; where it names none the matter is asked', () => {
  const head = ['NO', 'TANGGAL', 'NAMA', 'ADUAN', 'LAYANAN'];
  const row = (service: string) => ['1', '2 Januari 2023', 'Elok', 'Masalah BPNT', service];
  const services = ['pkh', 'bpnt', 'lain-lain'].map((key) => ({ key, label: key, keywords: [key] }));
  const suggested = (service: string) => {
    const book = sheet('Januari', { 1: head, 2: row(service) });
    return readRegister([book], { ...CONTEXT, services }).suggestions[0];
  };
  const named = suggested('PKH');
  assert.deepEqual([named?.value, named?.confidence], ['pkh', 0.99]);
  assert.equal(named?.why, 'Kolom layanan register menyebutnya. Kata yang menunjuk: pkh.');
  assert.equal(suggested('Entah apa')?.value, 'bpnt');
});

test('equal rows are told apart by their order, and keep their name in another file, place or sheet name', () => {
  const same = line('1', '2 Januari 2023', 'Elok', 'Bantuan berhenti');
  const first = imported({ 1: ['BULAN JANUARI TAHUN 2023'], 3: HEAD, 4: same, 5: same }, 'Januari');
  const again = imported({ 1: ['BULAN JANUARI TAHUN 2023'], 9: HEAD, 12: same, 13: same }, 'Salinan');
  const names = first.map((row) => row.fingerprint);
  assert.equal(new Set(names).size, 2);
  assert.deepEqual(
    again.map((row) => row.fingerprint),
    names,
  );
});

test('an SP4N export is read by its own headings: number without its decimal, channel, anonymous and secret, stated kind', () => {
  const head = [
    'Tracking ID',
    'Tanggal Laporan Masuk',
    'Nama Pelapor',
    'Klasifikasi Laporan',
    'Judul Laporan',
    'Isi Laporan Awal',
    'Tipe Laporan',
    'Status Laporan',
    'Rating',
  ];
  const rows = imported(
    {
      1: ['Judul Laporan', 'Rekap'],
      2: ['Nama Instansi', 'Dinas Rekaan'],
      4: head,
      5: [
        '1234567.0',
        '3 Jan 2023',
        'Elok',
        'PENGADUAN',
        'Bantuan',
        'Bantuan berhenti',
        'Rahasia',
        'Ditutup oleh Admin',
        '5',
      ],
      6: [
        '1234568.0',
        '4 Jan 2023',
        'Fatia',
        'PERMINTAAN INFORMASI',
        'Syarat',
        'Apa syaratnya',
        'Anonim',
        'Diarsipkan oleh Admin',
        null,
      ],
    },
    'Export',
  );
  assert.deepEqual(
    rows.map((row) => row.sourceNumber),
    ['1234567', '1234568'],
  );
  assert.deepEqual(
    rows.map((row) => row.channel),
    ['sp4n-lapor', 'sp4n-lapor'],
  );
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['pengaduan', 'permintaan-informasi'],
  );
  assert.deepEqual(
    rows.map((row) => [row.anonymous, row.secret]),
    [
      [false, true],
      [true, false],
    ],
  );
  assert.deepEqual(
    rows.map((row) => row.status),
    ['closed', null],
  );
  assert.equal(rows[0]?.matter, 'Bantuan. Bantuan berhenti');
});

test('rule 37: a.n. and joined names raise no doubt and no channel is invented', () => {
  const rows = imported({
    1: HEAD,
    2: line('1', '2 Januari 2023', 'Vinda dan Wulan', 'Mengaktifkan kartu a.n Yekti'),
    3: line('2', '3 Januari 2023', 'Taruna', 'Mengaktifkan kartu atas nama Utari,wening Asih,Yekti'),
  });
  assert.deepEqual(
    rows.map((row) => row.people.map((each) => each.name)),
    [['Vinda', 'Wulan'], ['Taruna']],
  );
  assert.deepEqual(
    rows.map((row) => row.concerns.map((each) => each.name)),
    [['Yekti'], ['Utari', 'wening Asih', 'Yekti']],
  );
  assert.deepEqual(
    rows.map((row) => row.channel),
    ['tidak-tercatat', 'tidak-tercatat'],
  );
  assert.deepEqual(
    rows.flatMap((row) => row.doubts.filter((doubt) => doubt.rule.startsWith('name'))),
    [],
  );
});

test('weekday and date in two columns are one date, and a number beside the name is a phone', () => {
  const head = ['NO', 'HARI', 'TANGGAL', 'NAMA DAN NO HP', 'ISI PENGADUAN'];
  const rows = imported({
    1: head,
    2: ['1', 'Rabu', '4 Januari 2023', 'Elok Tiruan (HP 0812-0000-0021)', 'Bantuan berhenti'],
    3: ['2', 'Rabu', { text: '2023-01-05', date: '2023-01-05', number: true }, 'Fatia', 'Kartu hilang'],
  });
  assert.deepEqual(
    rows.map((row) => row.receipt.on),
    ['2023-01-04', '2023-01-05'],
  );
  assert.deepEqual(rows[0]?.people, [{ name: 'Elok Tiruan', as: 'self' }]);
  assert.deepEqual(rows[0]?.phones, ['081200000021']);
  assert.deepEqual(
    rows.map((row) => row.doubts.some((doubt) => doubt.rule === 'weekday-mismatch')),
    [false, true],
  );
});

test('a list of names and signatures is no register', () => {
  const reading = readRegister(
    [sheet('Hadir', { 1: ['NO', 'NAMA', 'INSTANSI', 'TANDA TANGAN'], 2: ['1', 'Elok', 'Dinas', null] })],
    CONTEXT,
  );
  assert.deepEqual([reading.rows.length, reading.doubts[0]?.rule], [0, 'no-table']);
});

test('a signature block with two signers side by side is no row, whatever columns it stands in', () => {
  const reading = readRegister(
    [
      sheet('Januari', {
        1: HEAD,
        2: line('1', '2 Januari 2023', 'Elok', 'Bantuan berhenti'),
        4: [null, 'Mengetahui', null, null, 'Rekaan, 31 Januari 2023'],
        5: [null, 'Kepala Dinas', null, null, 'Petugas Loket'],
        8: [null, 'Nama Kepala', null, null, 'Nama Petugas'],
        9: [null, 'NIP. 0', null, null, 'NIP. 0'],
      }),
    ],
    CONTEXT,
  );
  assert.equal(reading.rows.length, 1);
  assert.deepEqual(
    reading.ignored.map((each) => each.reason),
    ['header', 'signature', 'signature', 'signature', 'signature'],
  );
});

test('a register without a column of numbers keeps rows without a date as rows of their own', () => {
  const head = ['TANGGAL', 'NAMA', 'ADUAN', 'JAWABAN'];
  const rows = imported({
    1: head,
    2: ['2 Januari 2023', 'Elok', 'Bantuan berhenti', 'Dijelaskan'],
    3: [null, 'Fatia', 'Kartu hilang', 'Diarahkan'],
  });
  assert.deepEqual(
    rows.map((row) => [row.people[0]?.name, row.receipt.on]),
    [
      ['Elok', '2023-01-02'],
      ['Fatia', '2023-01'],
    ],
  );
  assert.ok(rows[1]?.doubts.some((doubt) => doubt.rule === 'date-missing'));
});
