/** The mail server that takes Tanggap's mail, and from whom it comes. */
export type MailSetting = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps); else it is asked for where the server offers it. */
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string | null;
  /** Name as people see it, and the address. */
  readonly from: { readonly name: string; readonly address: string };
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `TANGGAP_SMTP_URL` (smtp://name:password@server:587, or smtps://…:465) with `TANGGAP_MAIL_FROM`; null without the first. What
 * is wrong goes into `problems`; a password is never repeated.
 */
export function readMailSetting(env: Environment, problems: string[]): MailSetting | null {
  const text = env.TANGGAP_SMTP_URL || undefined;
  const from = readFrom(env.TANGGAP_MAIL_FROM ?? '');
  if (text === undefined) {
    if (env.TANGGAP_MAIL_FROM) {
      problems.push(
        'TANGGAP_MAIL_FROM diisi tetapi TANGGAP_SMTP_URL kosong; isi keduanya, atau kosongkan keduanya.',
      );
    }
    return null;
  }
  const url = URL.parse(text);
  const isMail = url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
  if (!isMail || (url.pathname !== '' && url.pathname !== '/') || url.search !== '') {
    problems.push('TANGGAP_SMTP_URL bukan alamat server surel; bentuknya smtp://nama:sandi@server:587.');
    return null;
  }
  if (from === null) {
    problems.push(
      'TANGGAP_MAIL_FROM harus memuat alamat pengirim, misalnya Dinas Sosial <pengaduan@contoh.go.id>.',
    );
    return null;
  }
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    user: url.username === '' ? null : decoded(url.username),
    password: url.password === '' ? null : decoded(url.password),
    from,
  };
}

/** One address and nothing that a list or a header could be made of. */
export function isMailAddress(text: string): boolean {
  return /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$/.test(text);
}

function readFrom(text: string): MailSetting['from'] | null {
  const [, name = '', address = ''] = /^\s*(?:([^<>\r\n"]*?)\s*<([^<>\s]+)>)\s*$/.exec(text) ?? [
    '',
    '',
    text.trim(),
  ];
  return isMailAddress(address) ? { name: name.trim(), address } : null;
}

/** A sign that is no whole escape stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
