import type { Context } from 'hono';
import { seeOther } from '../../platform/views/html-reply.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { goOn, type WayOn } from './go-on.page.tsx';
import { PasswordView } from './password.view.tsx';
import { isProved } from './prove.page.tsx';
import { CodeView } from './second-factor/code.view.tsx';
import { showSetUp } from './second-factor/set-up.page.tsx';
import {
  findSignedIn,
  lacksSecondFactor,
  OWN_SECOND_FACTOR,
  PROVE_AGAIN,
  type StaffDesk,
  sessionCookie,
} from './staff-desk.tsx';

/**
 * Gives a browser its new session and leads it to what comes next on the way in: the code, a password of one's own, a
 * second factor where the roles ask for one, and then where somebody was going.
 */
export async function enterWith(c: Context, desk: StaffDesk, token: string, way: WayOn): Promise<Response> {
  const answer = await nextStation(c, desk, token, way);
  answer.headers.append('set-cookie', sessionCookie(c, desk, token));
  return answer;
}

async function nextStation(c: Context, desk: StaffDesk, token: string, way: WayOn): Promise<Response> {
  const words = wordsFor(c);
  const work = await findSignedIn(c, desk, token);
  if (work === null) return seeOther('/petugas/masuk');
  const { staff } = work;
  if (staff.session?.factor === 'awaited')
    return page(c, desk, { title: words('factor.code-page') }, <CodeView errors={{}} way={way} />);
  if (staff.oneTimePassword) {
    const body = <PasswordView staff={null} errors={{}} next={way.next} carried={way.carried} />;
    return page(c, desk, { title: words('password.page') }, body);
  }
  if (lacksSecondFactor(desk, work))
    return isProved(desk, work)
      ? showSetUp(c, desk, work, token, way)
      : seeOther(`${PROVE_AGAIN}?ke=${encodeURIComponent(OWN_SECOND_FACTOR)}`);
  return goOn(c, desk, staff.account, way);
}
