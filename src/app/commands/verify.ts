import { filesFolder, openFileStore } from '../../adapters/storage/file-store.ts';
import { exitCode } from '../../platform/errors.ts';
import { loadKeyring } from '../../platform/keyring.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { type StoreFinding, verifyStore } from '../verify-store.ts';
import { lookIntoSystem, print, tell } from './run-in-system.ts';

/** What each finding means, for whoever has to look into it. */
const MEANINGS: Readonly<Record<StoreFinding['rule'], string>> = {
  'entry-changed': 'Satu entri riwayat tidak sama dengan yang ditulis.',
  'entry-missing': 'Satu entri di tengah riwayat hilang.',
  'tail-cut': 'Riwayat terpotong di ujungnya.',
  'row-behind': 'Riwayat lebih panjang daripada yang diketahui baris kasus.',
  'row-changed': 'Baris kasus diubah di luar Tanggap.',
  'row-missing': 'Ada riwayat tanpa baris kasus.',
  'history-missing': 'Ada kasus tanpa riwayat.',
  'key-missing': 'Dibuat dengan kunci yang tidak ada di sini.',
  'anchor-changed': 'Sebuah jangkar tidak sama dengan yang ditulis.',
  'anchor-missing': 'Sebuah jangkar hilang.',
  'anchor-torn': 'Baris terakhir jangkar terputus (listrik padam); jangkar berikutnya akan menutupnya.',
  'not-anchored': 'Riwayat belum dijangkarkan: pekerja latar tidak berjalan, atau penjangkaran dihentikan.',
  'anchor-mirror': 'Jangkar pada disk berbeda dengan catatannya dalam basis data.',
  'anchored-entry': 'Riwayat tidak lagi memuat yang pernah dijangkarkan.',
  'fact-differs': 'Angka laporan berbeda dengan kasusnya.',
  'fact-missing': 'Ada kasus yang tidak masuk hitungan laporan.',
  'fact-without-case': 'Ada hitungan laporan tanpa kasus.',
  'register-gap': 'Nomor register tidak berurutan.',
  'register-differs': 'Nomor register berbeda dengan kasusnya.',
  'account-differs': 'Akun, peran, atau token diubah di luar Tanggap.',
  'office-differs': 'Data kantor diubah di luar Tanggap.',
  'calendar-differs': 'Kalender berbeda dengan yang dibawa Tanggap.',
  'program-differs':
    'Fungsi, pemicu, kebijakan, hak, atau aturan dalam basis data berbeda dengan yang dibuat Tanggap.',
  'import-differs': 'Baris register lama tidak lagi tercatat sudah diimpor, atau tercatat lain.',
  'text-changed': 'Sebuah teks bukan yang ditulis.',
  'text-half-erased': 'Sebuah teks hilang tanpa dihapus menurut aturan.',
  'people-changed':
    'Pelapor, terlapor, atau yang bersangkutan pada satu kasus diubah, ditambahkan, atau diambil di luar Tanggap.',
  'text-missing': 'Teks yang dirujuk kasus tidak ada.',
  'erasure-unrecorded': 'Ada yang terhapus tanpa catatan penghapusan.',
  'erasure-undone': 'Ada yang tercatat terhapus tetapi masih ada.',
  'erasure-unknown': 'Ada yang terhapus tanpa entri dalam riwayat kasusnya.',
  'state-unreadable': 'Isi baris kasus tidak dapat dibaca basis data.',
  'column-differs': 'Kolom baris kasus berbeda dengan isinya.',
  'fact-history': 'Riwayat angka laporan bercelah atau bertumpuk.',
  'people-differ': 'Terlapor atau pembaca khusus berbeda dengan kasusnya.',
  'search-differs': 'Kasus atau orang tidak ditemukan lagi dengan kata atau datanya.',
  'file-missing': 'Sebuah berkas lampiran tidak ada di folder data.',
  'file-changed': 'Sebuah berkas lampiran, atau barisnya, bukan yang dikirim.',
  'file-unnamed': 'Sebuah lampiran terletak pada kasus yang riwayatnya tidak menyebutnya.',
  'file-unbound': 'Riwayat menyebut lampiran yang tidak terletak pada kasusnya.',
  'paper-differs': 'Sebuah surat yang diterbitkan, atau keterangannya, diubah di luar Tanggap.',
  'paper-gap': 'Nomor tanda terima atau formulir tidak berurutan.',
  dangling: 'Ada data yang tidak dimiliki kasus mana pun.',
};

/** Exit 1 as soon as anything is wrong. */
export function verify(given: Given): Promise<number> {
  return lookIntoSystem(async ({ config, database, keyring }) => {
    const newest = loadKeyring(config.dataFolder, config.masterKey).current.id;
    if (newest !== keyring.current.id)
      tell(
        `Kunci ${newest} belum dipakai: semuanya masih tersegel dengan kunci ${keyring.current.id} dan diperiksa dengannya. ` +
          'Disegel kembali ketika Tanggap dinyalakan.',
      );
    const files = openFileStore(filesFolder(config.dataFolder));
    const verdict = await verifyStore(
      database.locateOwner,
      keyring,
      config.anchorFolder,
      Date.now(),
      undefined,
      files,
    );
    if (given.json) printJson(verdict);
    else {
      for (const finding of verdict.findings.slice(0, 100)) {
        const { part, rule, ...place } = finding;
        print(`${MEANINGS[rule]} ${JSON.stringify(place)}`);
      }
      print(
        `${verdict.cases} kasus, ${verdict.entries} entri riwayat, ${verdict.anchors} jangkar, ${verdict.texts} teks, ${verdict.files} berkas diperiksa; ` +
          `${verdict.findings.length} temuan.`,
      );
    }
    return verdict.ok ? exitCode.done : exitCode.refused;
  });
}
