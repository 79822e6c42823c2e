import { timeCodeAt } from '../src/features/people/second-factor/time-code.ts';
import { formPost, type WebKit } from './web-kit.ts';

/** The authenticator of somebody, as his telephone holds it. */
export type Authenticator = { readonly secret: Buffer };

/**
 * Somebody whose roles ask for it (rule 35) sets up a second factor in the session of `cookie`, as the page asks him to.
 * Gives the cookie that he goes on with, his authenticator, and his recovery codes.
 */
export async function setUpSecondFactor(
  { app, clock }: Pick<WebKit, 'app' | 'clock'>,
  cookie: string,
): Promise<{
  readonly cookie: string;
  readonly authenticator: Authenticator;
  readonly codes: readonly string[];
}> {
  const path = '/petugas/keamanan/faktor-kedua';
  const html = await (await app.request(path, { headers: { cookie } })).text();
  const secret = secretOn(html);
  const answer = await app.request(path, formPost({ code: timeCodeAt(secret, clock.now) }, cookie));
  const codes = [...(await answer.text()).matchAll(/<code>([\w-]{11})<\/code>/g)].map(
    ([, code = '']) => code,
  );
  if (codes.length === 0) throw new Error(`No second factor was set up: ${answer.status}`);
  return { cookie: sessionCookieOf(answer), authenticator: { secret }, codes };
}

/**
 * The second step at the door, for the session that awaits its code; gives the cookie that goes on. A code is taken once, so
 * the clock goes on to the next one.
 */
export async function passSecondFactor(
  { app, clock }: Pick<WebKit, 'app' | 'clock'>,
  cookie: string,
  { secret }: Authenticator,
): Promise<string> {
  clock.now += 30_000;
  const typed = formPost({ code: timeCodeAt(secret, clock.now) }, cookie);
  const answer = await app.request('/petugas/masuk/kode', typed);
  if (answer.status !== 303) throw new Error(`The code was not taken: ${answer.status}`);
  return sessionCookieOf(answer);
}

/** The secret that a page of the set-up shows in letters. */
export function secretOn(html: string): Buffer {
  const [, letters = ''] = /<code class="tg-secret">([A-Z2-7 ]+)<\/code>/.exec(html) ?? [];
  const bits = [...letters.replaceAll(' ', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The session that an answer gives to the browser: 'sesi=…', to be sent back. */
export function sessionCookieOf(answer: Response): string {
  const own = answer.headers.getSetCookie().find((one) => /^(?:__Host-)?sesi=/.test(one));
  return own?.split(';')[0] ?? '';
}
