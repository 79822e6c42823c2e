import { existsSync, rmdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesFolder } from '../../adapters/storage/file-store.ts';
import { LEAST_FREE_BYTES } from '../../features/cases/attachments/read-uploads.read.ts';
import { isMusl } from '../../platform/database/postgres-binaries.ts';
import { findChromium } from '../../platform/find-chromium.ts';
import { isKeyFileOpen, keyFileName } from '../../platform/keyring.ts';
import { type FolderSetting, makeFolder, probeFolder } from '../../platform/make-folder.ts';
import { type Finding, lack, lackOf, note, ok } from './finding.ts';

/** What of the machine the checks look at; tests put their own in. */
export interface Machine {
  readonly nodeVersion: string;
  readonly isMusl: boolean;
  readonly now: number;
  readonly chromium: string | undefined;
  /** Bytes free for us on the disk of a folder. */
  readonly freeBytes: (folder: string) => number;
  /** Loads a package with native code; rejects when it does not run here. */
  readonly load: (name: string) => Promise<unknown>;
}

export function thisMachine(now: number): Machine {
  return {
    nodeVersion: process.versions.node,
    isMusl: isMusl(),
    now,
    chromium: findChromium(),
    freeBytes: (folder) => {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    load: (name) => import(name),
  };
}

/** Node, C library, native packages, and whether browser tests could run. */
export async function examineMachine(machine: Machine): Promise<Finding[]> {
  const newEnough = Number(machine.nodeVersion.split('.')[0]) >= 24;
  return [
    newEnough
      ? ok('node', `Node.js ${machine.nodeVersion}.`)
      : lack(
          'node',
          `Node.js ${machine.nodeVersion} terlalu lama.`,
          'Pasang Node.js 24 atau yang lebih baru.',
        ),
    machine.isMusl
      ? lack(
          'libc',
          'Sistem ini memakai musl (misalnya Alpine); PostgreSQL dan Node bawaan memerlukan glibc.',
          'Pakai Debian, Ubuntu, atau Linux lain dengan glibc; atau pasang Node 24 dan PostgreSQL sendiri lalu isi DATABASE_URL.',
        )
      : ok('libc', process.platform === 'linux' ? 'Pustaka C: glibc.' : `Sistem: ${process.platform}.`),
    await examineAddons(machine),
    machine.chromium
      ? ok('chromium', `Chromium untuk uji peramban: ${machine.chromium}.`)
      : note(
          'chromium',
          'Chromium tidak ada; hanya diperlukan untuk "npm test".',
          '"npm test" memasangnya sendiri; atau sebagai root: apt-get install chromium.',
        ),
  ];
}

const addons = ['@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js', '@node-rs/argon2', 'esbuild'];

async function examineAddons(machine: Machine): Promise<Finding> {
  const results = await Promise.allSettled(addons.map((name) => machine.load(name)));
  const broken = addons.filter((_, index) => results[index]?.status === 'rejected');
  if (broken.length === 0) return ok('addons', 'Pembuat PDF, gambar, dan sandi dapat dijalankan.');
  return lack(
    'addons',
    `Paket ini tidak dapat dijalankan di sini: ${broken.join(', ')}.`,
    'Hapus folder node_modules lalu jalankan lagi; pada sistem yang sangat lama, perbarui sistemnya (glibc 2.28 ke atas).',
  );
}

/** May the data folder be written, is there room, is the key kept from others, does the clock of the files agree. */
export function examineData(dataFolder: string, machine: Machine): Finding[] {
  const writable = examineFolder(dataFolder);
  if (writable.state === 'lack') return [writable];
  if (writable.state === 'note') return [writable, examineDisk(dirname(dataFolder), machine)];
  return [
    writable,
    examineDisk(dataFolder, machine),
    examineFiles(dataFolder, machine),
    examineKeyFile(dataFolder),
    examineFileClock(dataFolder, machine),
  ];
}

/** Whether anchors can be written: without them the end of the history has no witness outside the database. */
export function examineAnchors(folder: string): Finding {
  try {
    if (!existsSync(folder)) {
      tryFolder(folder, 'TANGGAP_ANCHORS');
      return note('anchor-folder', `Folder jangkar ${folder} belum ada; dibuat pada start pertama.`);
    }
    probeFolder(folder, 'TANGGAP_ANCHORS', 0o700);
    return ok('anchor-folder', `Folder jangkar: ${folder}.`);
  } catch (error) {
    return lackOf('anchor-folder', error);
  }
}

function examineFolder(dataFolder: string): Finding {
  try {
    if (!existsSync(dataFolder)) {
      tryFolder(dataFolder, 'TANGGAP_DATA');
      return note('data-folder', `Folder data ${dataFolder} belum ada; dibuat pada start pertama.`);
    }
    const { uid } = statSync(dataFolder);
    if (process.getuid?.() === 0 && uid !== 0) return foreignFolder(dataFolder, uid);
    probeFolder(dataFolder, 'TANGGAP_DATA', 0o711);
    return ok('data-folder', `Folder data: ${dataFolder}.`);
  } catch (error) {
    return lackOf('data-folder', error);
  }
}

/** Whether it could be made; nothing stays, since whoever runs the doctor may not be who runs the server. */
function tryFolder(folder: string, setting: FolderSetting): void {
  makeFolder(folder, setting, 0o700);
  rmdirSync(folder);
}

function foreignFolder(dataFolder: string, uid: number): Finding {
  return lack(
    'data-folder',
    `Folder data ${dataFolder} milik pengguna lain (nomor ${uid}), sedangkan Anda root.`,
    `Jalankan sebagai pengguna itu: sudo -u '#${uid}' npm run doctor. Berkas yang dibuat root tidak dapat ditulisi server.`,
  );
}

const gigabyte = 1_073_741_824;

function examineDisk(dataFolder: string, machine: Machine): Finding {
  const free = machine.freeBytes(dataFolder);
  const words = `Ruang disk tersisa ${(free / gigabyte).toLocaleString('id-ID', { maximumFractionDigits: 1 })} GB.`;
  if (free < gigabyte / 4) {
    return lack(
      'disk',
      words,
      'Disk hampir penuh: pengaduan baru bisa ditolak. Kosongkan sebagian atau pindahkan folder data.',
    );
  }
  return free < 2 * gigabyte
    ? note('disk', words, 'Siapkan ruang tambahan dalam waktu dekat.')
    : ok('disk', words);
}

/** Whether files that people bring can be kept. */
function examineFiles(dataFolder: string, machine: Machine): Finding {
  const folder = filesFolder(dataFolder);
  if (!existsSync(folder)) {
    return note('files', `Folder lampiran ${folder} belum ada; dibuat dengan lampiran pertama.`);
  }
  try {
    probeFolder(folder, 'TANGGAP_DATA', 0o700);
  } catch (error) {
    return lackOf('files', error);
  }
  if (machine.freeBytes(folder) >= LEAST_FREE_BYTES) return ok('files', `Folder lampiran: ${folder}.`);
  return lack(
    'files',
    `Lampiran baru ditolak: disk folder ${folder} hampir penuh.`,
    `Sediakan sedikitnya ${LEAST_FREE_BYTES / 1_000_000} MB; pengaduan tanpa lampiran masih diterima.`,
  );
}

function examineKeyFile(dataFolder: string): Finding {
  const file = join(dataFolder, keyFileName);
  if (isKeyFileOpen(dataFolder)) {
    return lack(
      'key-file',
      `Berkas kunci ${file} dapat dibaca pengguna lain.`,
      `Jalankan: chmod 600 ${file}`,
    );
  }
  return existsSync(file)
    ? ok('key-file', `Berkas kunci ${file} hanya dapat dibaca pemiliknya. Simpan salinannya di tempat lain.`)
    : note('key-file', 'Berkas kunci belum ada; dibuat pada start pertama.');
}

/** A file written now must carry now: on a network disk it may not. */
function examineFileClock(dataFolder: string, machine: Machine): Finding {
  const probe = join(dataFolder, `.jam-${process.pid}`);
  writeFileSync(probe, '');
  const apart = Math.abs(statSync(probe).mtimeMs - machine.now) / 1000;
  rmSync(probe);
  return clockFinding(apart, 'jam berkas di folder data');
}

/** `apart` in seconds. */
export function clockFinding(apart: number, other: string): Finding {
  if (apart <= 60) return ok('clock', `Jam mesin ini sama dengan ${other}.`);
  return lack(
    'clock',
    `Jam mesin ini berbeda ${Math.round(apart)} detik dari ${other}; batas waktu akan salah hitung.`,
    'Nyalakan penyamaan waktu (timedatectl set-ntp true), lalu jalankan lagi.',
  );
}
