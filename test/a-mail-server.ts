import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailSetting } from '../src/platform/mail-setting.ts';

export type TakenMail = { readonly to: readonly string[]; readonly id: string; readonly text: string };
export type MailServer = {
  readonly setting: MailSetting;
  /** What it took, in order; each time that it took it. */
  readonly taken: readonly TakenMail[];
};
type Options = {
  /** Numbers with which it answers to these recipients. */
  readonly answerTo?: Readonly<Record<string, number>>;
  /** Milliseconds that it thinks before it says that it took the text. */
  readonly thinks?: number;
};

/** A real SMTP server on this machine that keeps what it takes; closed after the test. */
export async function aMailServer(
  t: { after(close: () => Promise<void>): void },
  { answerTo = {}, thinks = 0 }: Options = {},
): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = answerTo[address];
      done(responseCode === undefined ? null : Object.assign(new Error('Tidak'), { responseCode }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const id = /^Message-ID: <([^@>]+)@/im.exec(text)?.[1] ?? '';
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), id, text });
        setTimeout(() => done(null), thinks);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = addressOf(server.server.address());
  const from = { name: 'Dinas Sosial Contoh', address: 'pengaduan@contoh.id' };
  return { setting: { host: '127.0.0.1', port, secure: false, user: null, password: null, from }, taken };
}

function addressOf(at: AddressInfo | string | null): AddressInfo {
  if (at === null || typeof at === 'string') throw new Error('The server listens on no port');
  return at;
}
