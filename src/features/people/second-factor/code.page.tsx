import type { Handler } from 'hono';
import { readForm } from '../../../platform/http/read-form.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { enterWith } from '../enter-with.page.tsx';
import { safePath, wayOn } from '../go-on.page.tsx';
import { renewOwn } from '../sessions/renew-own.page.ts';
import { knownAs } from '../sign-in.ts';
import { findSignedIn, knownHere, type StaffDesk, sessionToken } from '../staff-desk.tsx';
import { checkCode } from './check-code.ts';
import { CodeView } from './code.view.tsx';
import { codeError } from './code-error.ts';

/** `/petugas/masuk/kode`: the password was right, the code is to come. */
export function codePage(desk: StaffDesk): Handler {
  return async (c) => {
    const work = await findSignedIn(c, desk, sessionToken(c, desk));
    if (work?.staff.session?.factor !== 'awaited') return seeOther('/petugas');
    const way = { next: safePath(c.req.query('ke')), carried: null };
    return page(c, desk, { title: wordsFor(c)('factor.code-page') }, <CodeView errors={{}} way={way} />);
  };
}

export function sendCode(desk: StaffDesk): Handler {
  return async (c) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const way = wayOn(values);
    const work = await findSignedIn(c, desk, sessionToken(c, desk));
    if (work?.staff.session?.factor !== 'awaited') return seeOther('/petugas/masuk');
    const { officeId, account, email } = work.staff;
    const result = await checkCode(
      desk.pool,
      {
        ...{ officeId, account, email, typed: values.code ?? '' },
        address: desk.clientAddress(c) ?? '',
        own: knownAs(knownHere(c, desk), account),
      },
      { now: desk.clock(), pepper: desk.pepper, keyring: desk.keyring, log: desk.log },
    );
    if (!result.ok) {
      const { sentence, status } = codeError(words, result);
      const body = <CodeView errors={{ code: sentence }} way={way} />;
      return page(c, desk, { title: words('factor.code-page'), failed: true }, body, { status });
    }
    const token = await renewOwn(c, desk, work.staff, 'proven');
    return token === null ? seeOther('/petugas/masuk') : enterWith(c, desk, token, way);
  };
}
