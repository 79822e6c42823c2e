import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { TlsSetting } from '../config.ts';
import { Fault } from '../errors.ts';
import {
  authorityHostName,
  type CertificateAndKey,
  makeAuthority,
  makeCertificate,
} from './make-certificate.ts';
import { isCovered } from './name-constraints.ts';

export interface TlsFiles extends CertificateAndKey {
  /** The file that a PC has to trust; undefined with a certificate of the office's own. */
  readonly authorityFile: string | undefined;
  /** Names and addresses under which the certificate holds. */
  readonly names: readonly string[];
  readonly validTo: Date;
}

export interface TlsOptions {
  readonly host: string;
  readonly now?: number;
  /** Of this machine, unless told (tests). */
  readonly hostName?: string;
  readonly addresses?: readonly string[];
  /** Told when the authority was over and another one stands in its place: every PC has to trust that one anew. */
  readonly onNewAuthority?: (file: string) => void;
}

const renewBefore = 30 * 86_400_000;

/**
 * Certificate and key for https, or undefined with TANGGAP_TLS=off. With "auto" an authority and a certificate are
 * made in `dataFolder`/tls; the certificate is made anew 30 days before its end, and when the machine's name or
 * address is another. Call it again each day. Throws Fault 'tls-unusable' for files that are broken or do not fit, and
 * for an authority that is there and cannot be used: another one in its place would be trusted by no PC.
 */
export function openTls(setting: TlsSetting, dataFolder: string, options: TlsOptions): TlsFiles | undefined {
  if (setting.kind === 'off') return undefined;
  if (setting.kind === 'files') return readOwn(setting.certificateFile, setting.keyFile);
  return openAutomatic(dataFolder, options);
}

/** Where the authority of TANGGAP_TLS=auto stands. */
export function authorityFileOf(dataFolder: string): string {
  return join(dataFolder, 'tls', 'tanggap-ca.crt');
}

function readOwn(certificateFile: string, keyFile: string): TlsFiles {
  try {
    const certificate = readFileSync(certificateFile, 'utf8');
    const key = readFileSync(keyFile, 'utf8');
    const parsed = new X509Certificate(certificate);
    if (!parsed.checkPrivateKey(createPrivateKey(key))) throw new Error('key and certificate differ');
    return describe({ certificate, key }, undefined);
  } catch (cause) {
    throw new Fault('tls-unusable', `Sertifikat ${certificateFile} atau kuncinya tidak dapat dipakai.`, {
      remedy:
        'cert.pem memuat sertifikat lengkap dengan rantainya, key.pem kunci pasangannya tanpa kata sandi.',
      cause,
    });
  }
}

function openAutomatic(dataFolder: string, options: TlsOptions): TlsFiles {
  const now = options.now ?? Date.now();
  const hostName = (options.hostName ?? hostname()).toLowerCase().replaceAll(/[^a-z0-9.-]/g, '-');
  const authorityFile = authorityFileOf(dataFolder);
  const folder = dirname(authorityFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = openAuthority(authorityFile, hostName, now, options.onNewAuthority);
  const names = listNames(authority, hostName, options);
  const [certificateFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const present = readPair(certificateFile, keyFile, now + renewBefore);
  if (present && isFor(present, authority, names)) return describe(present, authorityFile);
  return describe(writePair(certificateFile, keyFile, makeCertificate(authority, names, now)), authorityFile);
}

/** The authority as it stands; made where there is none yet, and anew once its ten years are over. */
function openAuthority(
  file: string,
  hostName: string,
  now: number,
  onNewAuthority: TlsOptions['onNewAuthority'],
): CertificateAndKey {
  const keyFile = join(dirname(file), 'tanggap-ca.key');
  const make = () => writePair(file, keyFile, makeAuthority(hostName, now));
  if (!existsSync(file)) return make();
  const present = requirePair(file, keyFile);
  if (Date.parse(new X509Certificate(present.certificate).validTo) > now) return present;
  const made = make();
  onNewAuthority?.(file);
  return made;
}

function requirePair(file: string, keyFile: string): CertificateAndKey {
  try {
    const pair = { certificate: readFileSync(file, 'utf8'), key: readFileSync(keyFile, 'utf8') };
    if (new X509Certificate(pair.certificate).checkPrivateKey(createPrivateKey(pair.key))) return pair;
    throw new Error('key and certificate differ');
  } catch (cause) {
    throw new Fault('tls-unusable', `Otoritas sertifikat ${file} atau kuncinya tidak dapat dipakai.`, {
      remedy: `Kembalikan ${basename(file)} dan ${basename(keyFile)} dari cadangan folder data, terbaca oleh pengguna Tanggap. Bila memang hilang, hapus keduanya: Tanggap membuat otoritas baru, dan tiap komputer loket harus mengenalnya lagi.`,
      cause,
    });
  }
}

/** Names of this machine for which the authority may speak; localhost always. */
function listNames(authority: CertificateAndKey, hostName: string, options: TlsOptions): string[] {
  const bound = authorityHostName(new X509Certificate(authority.certificate));
  const wildcard = ['0.0.0.0', '::', ''].includes(options.host);
  const all = [
    'localhost',
    '127.0.0.1',
    '::1',
    hostName,
    `${hostName.split('.')[0]}.local`,
    ...(wildcard ? [] : [options.host]),
    ...(options.addresses ?? ownAddresses()),
  ];
  return [...new Set(all)].filter((name) => isCovered(name, bound));
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => !address.internal && !address.address.startsWith('fe80'))
    .map((address) => address.address)
    .sort();
}

/** A pair that still holds at `until`, or undefined. */
function readPair(certificateFile: string, keyFile: string, until: number): CertificateAndKey | undefined {
  try {
    const pair = { certificate: readFileSync(certificateFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
    const parsed = new X509Certificate(pair.certificate);
    const holds = Date.parse(parsed.validTo) > until && parsed.checkPrivateKey(createPrivateKey(pair.key));
    return holds ? pair : undefined;
  } catch {
    return undefined;
  }
}

function isFor(pair: CertificateAndKey, authority: CertificateAndKey, names: readonly string[]): boolean {
  const parsed = new X509Certificate(pair.certificate);
  const issued = parsed.verify(new X509Certificate(authority.certificate).publicKey);
  const held = namesOf(parsed);
  return issued && names.every((name) => held.includes(name));
}

/** The key first: a certificate without its key would be worse than an old pair. */
function writePair(certificateFile: string, keyFile: string, pair: CertificateAndKey): CertificateAndKey {
  for (const [file, text, mode] of [
    [keyFile, pair.key, 0o600],
    [certificateFile, pair.certificate, 0o644],
  ] as const) {
    writeFileSync(`${file}.${process.pid}`, text, { mode, flush: true });
    renameSync(`${file}.${process.pid}`, file);
  }
  return pair;
}

function describe(pair: CertificateAndKey, authorityFile: string | undefined): TlsFiles {
  const parsed = new X509Certificate(pair.certificate);
  return { ...pair, authorityFile, names: namesOf(parsed), validTo: new Date(parsed.validTo) };
}

function namesOf(certificate: X509Certificate): string[] {
  return (certificate.subjectAltName ?? '')
    .split(', ')
    .map((entry) => compact(entry.replace(/^(DNS|IP Address):/, '')));
}

/** OpenSSL writes 0:0:0:0:0:0:0:1 where others write ::1. */
function compact(name: string): string {
  return name.includes(':') ? (URL.parse(`http://[${name}]`)?.hostname.slice(1, -1) ?? name) : name;
}
