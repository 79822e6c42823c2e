import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Fault } from './errors.ts';
import { isProxySetting } from './http/is-proxy-setting.ts';
import { openKeyring } from './keyring.ts';
import { type MailSetting, readMailSetting } from './mail-setting.ts';
import { readSignOnSetting, type SignOnSetting } from './sign-on-setting.ts';

export type DatabaseSetting =
  | { readonly kind: 'embedded' }
  /** `ownerUrl` equals `appUrl` when only one of them is given: then the grant wall is missing. */
  | { readonly kind: 'server'; readonly appUrl: string; readonly ownerUrl: string };

export type TlsSetting =
  | { readonly kind: 'off' }
  | { readonly kind: 'auto' }
  | { readonly kind: 'files'; readonly certificateFile: string; readonly keyFile: string };

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** Absolute path of the folder of anchors: best on another disk, else within the data folder. */
  readonly anchorFolder: string;
  readonly database: DatabaseSetting;
  readonly tls: TlsSetting;
  /** Value of TANGGAP_KEY, already checked in form; undefined = the key file of the data folder. */
  readonly masterKey: string | undefined;
  /** Addresses and networks of proxies on other machines, whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** The mail server; null = none, and mail waits. */
  readonly mail: MailSetting | null;
  /** Whether roles that need a second factor must have one here; `offered` is for practice only. */
  readonly secondFactor: 'required' | 'offered';
  /** The identity provider; null: staff sign in by password only. */
  readonly signOn: SignOnSetting | null;
  /** Under which address people reach this installation, without a slash at its end; null = mail bears no links. */
  readonly publicUrl: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings of Tanggap from the environment (names: contract). Paths are resolved against `folder`.
 * Throws one Fault 'config-invalid' that names every wrong variable, what it holds and what it should hold;
 * the values of secrets are never repeated.
 */
export function readConfig(env: Environment = process.env, folder: string = process.cwd()): Config {
  const problems: string[] = [];
  const dataFolder = resolve(folder, env.TANGGAP_DATA || 'data');
  const config: Config = {
    port: readPort(env, problems),
    host: readHost(env, problems),
    dataFolder,
    anchorFolder: resolve(folder, env.TANGGAP_ANCHORS || join(dataFolder, 'anchors')),
    database: readDatabase(env, problems),
    tls: readTls(env, folder, problems),
    masterKey: readMasterKey(env, problems),
    trustedProxies: readTrustedProxies(env, problems),
    mail: readMailSetting(env, problems),
    secondFactor: readSecondFactor(env, problems),
    signOn: readSignOnSetting(env, folder, problems),
    publicUrl: readPublicUrl(env, problems),
  };
  if (problems.length > 0) {
    throw new Fault('config-invalid', `Pengaturan belum benar:\n${problems.map((p) => `- ${p}`).join('\n')}`);
  }
  return config;
}

function readPort(env: Environment, problems: string[]): number {
  const text = env.PORT || '3000';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    problems.push(`PORT berisi "${text}"; seharusnya angka 0 sampai 65535, misalnya 3000.`);
  }
  return port;
}

function readHost(env: Environment, problems: string[]): string {
  const host = env.HOST || '127.0.0.1';
  if (!/^[0-9A-Za-z.:_-]+$/.test(host)) {
    problems.push(
      `HOST berisi "${host}"; seharusnya nama atau alamat, misalnya 127.0.0.1 atau 0.0.0.0 (semua jaringan).`,
    );
  }
  return host;
}

function readDatabase(env: Environment, problems: string[]): DatabaseSetting {
  const app = env.DATABASE_URL || undefined;
  const owner = env.DATABASE_OWNER_URL || undefined;
  for (const [name, url] of [
    ['DATABASE_URL', app],
    ['DATABASE_OWNER_URL', owner],
  ] as const) {
    if (url !== undefined && !isPostgresUrl(url)) {
      problems.push(
        `${name} bukan alamat PostgreSQL; bentuknya postgres://nama:sandi@server:5432/basisdata.`,
      );
    }
  }
  if (app === undefined && owner !== undefined) {
    problems.push(
      'DATABASE_OWNER_URL diisi tetapi DATABASE_URL kosong; isi keduanya, atau kosongkan keduanya.',
    );
  }
  return app === undefined ? { kind: 'embedded' } : { kind: 'server', appUrl: app, ownerUrl: owner ?? app };
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    (url.protocol === 'postgres:' || url.protocol === 'postgresql:') &&
    /^\/./.test(url.pathname)
  );
}

function readTls(env: Environment, folder: string, problems: string[]): TlsSetting {
  const text = env.TANGGAP_TLS || 'off';
  if (text === 'off') return { kind: 'off' };
  if (text === 'auto') return { kind: 'auto' };
  const path = resolve(folder, text);
  const files = {
    kind: 'files',
    certificateFile: join(path, 'cert.pem'),
    keyFile: join(path, 'key.pem'),
  } as const;
  if (!isFile(files.certificateFile) || !isFile(files.keyFile)) {
    problems.push(
      `TANGGAP_TLS berisi "${text}"; seharusnya "auto", "off", atau folder yang memuat cert.pem dan key.pem.`,
    );
  }
  return files;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readMasterKey(env: Environment, problems: string[]): string | undefined {
  const text = env.TANGGAP_KEY || undefined;
  if (text === undefined) return undefined;
  try {
    openKeyring(text);
  } catch {
    problems.push(
      'TANGGAP_KEY bukan kunci 32 bita dalam base64url (43 huruf); pakai isi berkas kunci yang dibuat Tanggap.',
    );
  }
  return text;
}

function readTrustedProxies(env: Environment, problems: string[]): readonly string[] {
  const proxies = (env.TANGGAP_TRUST_PROXY ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const wrong = proxies.filter((one) => !isProxySetting(one));
  if (wrong.length > 0) {
    problems.push(
      `TANGGAP_TRUST_PROXY berisi "${wrong.join(', ')}"; seharusnya alamat atau jaringan proksi, misalnya 10.0.0.5 atau 10.0.0.0/24.`,
    );
  }
  return proxies;
}

function readPublicUrl(env: Environment, problems: string[]): string | null {
  const text = env.TANGGAP_URL || undefined;
  if (text === undefined) return null;
  const url = URL.parse(text);
  const isOurs = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
  if (isOurs && url.username === '' && url.hash === '') return url.origin;
  problems.push(
    `TANGGAP_URL berisi "${text}"; seharusnya alamat halaman depan, misalnya https://lapor.contoh.go.id.`,
  );
  return null;
}

function readSecondFactor(env: Environment, problems: string[]): Config['secondFactor'] {
  const text = env.TANGGAP_SECOND_FACTOR || 'required';
  if (text !== 'required' && text !== 'offered') {
    problems.push(
      `TANGGAP_SECOND_FACTOR berisi "${text}"; seharusnya "required" (wajib bagi peran yang memerlukannya) atau "offered" (hanya untuk latihan).`,
    );
  }
  return text === 'offered' ? 'offered' : 'required';
}
