import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The identity provider of an installation, by OpenID Connect. */
export type SignOnSetting = {
  /** As it names itself; https, or http on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client, by PKCE alone. */
  readonly clientSecret: string | null;
  /** Values of `amr` or `acr` that tell of a second factor; without one of them ours follows. */
  readonly secondFactors: readonly string[];
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Null where none is named. What is wrong is added to `problems`; a secret is never repeated. */
export function readSignOnSetting(
  env: Environment,
  folder: string,
  problems: string[],
): SignOnSetting | null {
  const issuer = env.TANGGAP_OIDC_ISSUER || undefined;
  const clientId = env.TANGGAP_OIDC_CLIENT_ID || undefined;
  if (issuer === undefined) {
    if (clientId !== undefined)
      problems.push('TANGGAP_OIDC_CLIENT_ID diisi tetapi TANGGAP_OIDC_ISSUER kosong; isi keduanya.');
    return null;
  }
  if (!isIssuer(issuer))
    problems.push(
      `TANGGAP_OIDC_ISSUER berisi "${issuer}"; seharusnya alamat https penyedia identitas, misalnya https://sso.contoh.go.id (http hanya untuk penyedia di mesin ini).`,
    );
  if (clientId === undefined)
    problems.push('TANGGAP_OIDC_CLIENT_ID kosong; isi nama klien yang didaftarkan pada penyedia identitas.');
  const clientSecret = readSecret(env, folder, problems);
  const secondFactors = (env.TANGGAP_OIDC_SECOND_FACTOR ?? '').split(/[\s,]+/).filter((one) => one !== '');
  return { issuer, clientId: clientId ?? '', clientSecret, secondFactors };
}

/** A provider on this machine is for trials. */
export function isOnThisMachine(issuer: string): boolean {
  const url = URL.parse(issuer);
  return url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isOnThisMachine(text));
}

function readSecret(env: Environment, folder: string, problems: string[]): string | null {
  const file = env.TANGGAP_OIDC_CLIENT_SECRET_FILE || undefined;
  if (file === undefined) return env.TANGGAP_OIDC_CLIENT_SECRET || null;
  try {
    const secret = readFileSync(resolve(folder, file), 'utf8').trim();
    if (secret !== '') return secret;
  } catch {
    // Whatever keeps it from being read, the same has to be mended.
  }
  problems.push(
    `TANGGAP_OIDC_CLIENT_SECRET_FILE menunjuk "${file}", yang tidak dapat dibaca atau kosong; isinya rahasia klien.`,
  );
  return null;
}
