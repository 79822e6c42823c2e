import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hmac } from './crypto.ts';
import { errorCode, Fault } from './errors.ts';
import { makeFolder } from './make-folder.ts';

/** What a key is used for: each use has its own key, derived from the master key. */
export type KeyUse = 'chain' | 'wrap' | 'index' | 'seal' | 'cookie' | 'people';

export interface MasterKey {
  /** Eight hexadecimal digits, derived from the key: two different keys never carry one name. */
  readonly id: string;
  /** The derived key of one use; the same object each time. */
  readonly forUse: (use: KeyUse) => KeyObject;
}

/** The master keys of an installation. New things are made with `current`; the others only open and verify. */
export interface Keyring {
  readonly current: MasterKey;
  readonly all: readonly MasterKey[];
  /** Throws Fault 'key-missing' when this installation does not hold the key that something was made with. */
  readonly find: (id: string) => MasterKey;
}

/** Name of the key file in the data folder. It is never part of a backup. */
export const keyFileName = 'master.key';

/**
 * The keyring: of TANGGAP_KEY when it is set, else of the key file in `dataFolder`, which is made at the first
 * start. Both hold one key or several (separated by commas or line ends): the first one is the current.
 */
export function loadKeyring(dataFolder: string, fromEnvironment: string | undefined): Keyring {
  if (fromEnvironment !== undefined) return openKeyring(fromEnvironment);
  const file = join(dataFolder, keyFileName);
  return openKeyring(readKeyFile(file) ?? createKeyFile(dataFolder, file));
}

/** Whether `loadKeyring` would make a new key: neither the environment nor the data folder holds one. */
export function lacksKey(dataFolder: string, fromEnvironment: string | undefined): boolean {
  return fromEnvironment === undefined && readKeyFile(join(dataFolder, keyFileName)) === undefined;
}

/** A keyring of texts, each 32 bytes in base64url. Throws Fault 'key-invalid'. */
export function openKeyring(text: string): Keyring {
  const keys = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(openMasterKey);
  const [current] = keys;
  if (!current) throw new Fault('key-invalid', 'Kunci induk kosong.');
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    current,
    all: keys,
    find: (id) => {
      const key = byId.get(id);
      if (key) return key;
      throw new Fault('key-missing', `Kunci ${id} tidak ada di sini; data dibuat dengan kunci itu.`, {
        remedy: `Kembalikan berkas ${keyFileName} (atau TANGGAP_KEY) yang dipakai ketika data dibuat.`,
      });
    },
  };
}

/** A new master key as text, to be put in front of the others when keys rotate. */
export function newMasterKeyText(): string {
  return randomBytes(32).toString('base64url');
}

function openMasterKey(text: string): MasterKey {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 32 || !/^[\w-]{43}=?$/.test(text)) {
    throw new Fault('key-invalid', 'Kunci induk rusak: seharusnya 32 bita dalam base64url (43 huruf).');
  }
  const derived = new Map<string, KeyObject>();
  const derive = (use: string): KeyObject => {
    const known = derived.get(use);
    if (known) return known;
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', bytes, '', `tanggap/${use}`, 32)));
    derived.set(use, key);
    return key;
  };
  return { id: hmac(derive('name'), 'id').toString('hex').slice(0, 8), forUse: derive };
}

function readKeyFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw new Fault('key-unreadable', `Berkas kunci ${file} tidak dapat dibaca.`, {
      remedy: 'Jalankan sebagai pengguna pemilik berkas itu.',
      cause,
    });
  }
}

/** Two first starts at once must agree on one key: whoever links first wins, both read what stands there. */
function createKeyFile(dataFolder: string, file: string): string {
  const draft = `${file}.${process.pid}`;
  makeFolder(dataFolder, 'TANGGAP_DATA', 0o711);
  try {
    writeFileSync(draft, `${newMasterKeyText()}\n`, { mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (cause) {
    if (errorCode(cause) !== 'EEXIST') {
      throw new Fault('key-not-written', `Berkas kunci ${file} tidak dapat dibuat.`, {
        remedy: 'Beri izin tulis pada folder data, atau isi TANGGAP_KEY.',
        cause,
      });
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}

/** True when others than the owner may read the key file; `mend` takes that right away. */
export function isKeyFileOpen(dataFolder: string, mend = false): boolean {
  const file = join(dataFolder, keyFileName);
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  if (mode === undefined || process.platform === 'win32' || (mode & 0o077) === 0) return false;
  if (mend) chmodSync(file, 0o600);
  return true;
}

/**
 * Blind index of a personal value: a keyed hash by which a row is found without opening the vault. One hash for
 * each key, the current first: write the first, search with all. `value` is already normalised by the caller.
 */
export function blindIndexes(keyring: Keyring, officeId: number, field: string, value: string): Buffer[] {
  return keyring.all.map((key) => hmac(key.forUse('index'), `${officeId}\0${field}\0${value}`));
}
