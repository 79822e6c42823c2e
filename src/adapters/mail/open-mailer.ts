import { createTransport } from 'nodemailer';
import { errorCode } from '../../platform/errors.ts';
import { isMailAddress, type MailSetting } from '../../platform/mail-setting.ts';

export type OutgoingMail = {
  /** Stays the same however often this mail is sent: mail servers know a message by it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/**
 * What became of a mail. `refused` and `put-off` by the server with its number; `not-reached` before anything was handed over;
 * `unknown` when the connection broke after the server had asked for the text: it may have taken it.
 */
export type MailOutcome =
  | { readonly is: 'sent' | 'refused' | 'put-off'; readonly reply: number }
  | { readonly is: 'not-reached' | 'unknown' };

export type Mailer = { readonly send: (mail: OutgoingMail) => Promise<MailOutcome> };

/** Sends by one SMTP server, a connection a mail: each either goes or tells why not. Nothing is read from files or the net. */
export function openMailer(setting: MailSetting): Mailer {
  return { send: (mail) => sendOne(setting, mail) };
}

/** Null when the server can be reached and takes our name; else what stood in the way. */
export async function probeMailServer(setting: MailSetting): Promise<string | null> {
  const transport = transportOf(setting, () => undefined);
  try {
    await transport.verify();
    return null;
  } catch (error) {
    return errorCode(error) === 'EAUTH' ? 'EAUTH' : (errorCode(error) ?? 'UNKNOWN');
  } finally {
    transport.close();
  }
}

async function sendOne(setting: MailSetting, { id, to, subject, text }: OutgoingMail): Promise<MailOutcome> {
  if (!isMailAddress(to)) return { is: 'refused', reply: 0 };
  let asked = false;
  const transport = transportOf(setting, (line) => {
    // 354: the server waits for the text; from here on nobody knows before it has answered.
    if (/^354/.test(line)) asked = true;
  });
  try {
    const { response } = await transport.sendMail({
      from: setting.from,
      // As an object it is one address, whatever stands in it.
      to: { name: '', address: to },
      messageId: `<${id}@${setting.from.address.split('@')[1]}>`,
      subject,
      text,
      // Nobody's automatic answer answers this (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
    return { is: 'sent', reply: numberOf(response) };
  } catch (error) {
    return outcomeOf(error, asked);
  } finally {
    transport.close();
  }
}

function outcomeOf(error: unknown, asked: boolean): MailOutcome {
  const { responseCode, code } = failureOf(error);
  if (responseCode !== null && responseCode >= 400) {
    // Who may not sign in is mended in the settings: the mail waits for it.
    if (code === 'EAUTH') return { is: 'not-reached' };
    return { is: responseCode >= 500 ? 'refused' : 'put-off', reply: responseCode };
  }
  return asked ? { is: 'unknown' } : { is: 'not-reached' };
}

function failureOf(error: unknown): {
  readonly responseCode: number | null;
  readonly code: string | undefined;
} {
  const code = errorCode(error);
  if (typeof error !== 'object' || error === null || !('responseCode' in error))
    return { responseCode: null, code };
  return { responseCode: typeof error.responseCode === 'number' ? error.responseCode : null, code };
}

function numberOf(response: string): number {
  return Number(/^\d{3}/.exec(response)?.[0] ?? 250);
}

function transportOf(setting: MailSetting, heard: (line: string) => void) {
  const { host, port, secure, user, password } = setting;
  const quiet = () => undefined;
  const debug = (data: unknown, line: unknown) => {
    if (typeof data === 'object' && data !== null && 'tnx' in data && data.tnx === 'server')
      heard(String(line));
  };
  return createTransport({
    ...{ host, port, secure },
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    // A password goes over the net under TLS or not at all; this machine is no net.
    requireTLS: user !== null && !['localhost', '127.0.0.1', '::1'].includes(host),
    ...{ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
    debug: true,
    logger: { trace: quiet, debug, info: quiet, warn: quiet, error: quiet, fatal: quiet },
  });
}
