import type { Context, Handler } from 'hono';
import { withOffice } from '../../platform/database/transaction.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { uuidv7 } from '../../platform/ids.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { AccountSignInView } from './account-sign-in.view.tsx';
import { administering, todayOf } from './accounts.page.tsx';
import { type AccountRow, listAccounts } from './list-accounts.read.ts';
import { provedPage } from './prove.page.tsx';
import { removeSecondFactor } from './second-factor/set-second-factor.ts';
import { endSessionsOf } from './sessions/end-sessions.ts';
import { listSessions } from './sessions/list-sessions.read.ts';
import { endSignOnLink, listSignOnLinks, putSignOnLink } from './single-sign-on/sign-on-links.store.ts';
import type { AtWork, StaffDesk } from './staff-desk.tsx';

/** What was done, by the name in the address after it. */
const DONE = {
  'faktor-dihapus': 'sign-in-of.factor-removed',
  'sesi-berakhir': 'sign-in-of.sessions-ended',
  diizinkan: 'sign-in-of.allowed',
  dilepas: 'sign-in-of.unlinked',
} as const;

/** `/petugas/akun/:account/masuk`: what an administrator may do about how somebody signs in. */
export function accountSignInPage(desk: StaffDesk): Handler {
  return forOther(desk, (c, work, account) => show(c, desk, work, account, null));
}

async function show(
  c: Context,
  desk: StaffDesk,
  work: AtWork,
  account: AccountRow,
  failed: string | null,
): Promise<Response> {
  const words = wordsFor(c);
  const whose = { officeId: work.office.officeId, account: account.account };
  const links = await withOffice(desk.pool, whose.officeId, (tx) => listSignOnLinks(tx, desk.keyring, whose));
  const done = Object.entries(DONE).find(([name]) => c.req.query(name) !== undefined)?.[1];
  const body = (
    <AccountSignInView
      staff={work.face}
      account={account}
      own={account.account === work.staff.account}
      sessions={(await listSessions(desk.pool, whose, desk.clock())).length}
      signOn={desk.signOn?.issuer ?? null}
      links={links.map(({ id, issuer, subject, email }) => ({
        id,
        issuer,
        person: email ?? subject ?? '',
        waits: subject === null,
      }))}
      done={failed !== null || done === undefined ? null : words(done)}
      failed={failed}
    />
  );
  const title = words('sign-in-of.title', { name: account.name });
  return page(c, desk, { title, failed: failed !== null }, body, { status: failed === null ? 200 : 422 });
}

/** For whoever lost telephone and recovery codes: at the next sign-in he sets up another. */
export function sendResetFactor(desk: StaffDesk): Handler {
  return forOther(desk, async (c, work, account) => {
    const whose = { officeId: work.office.officeId, account: account.account };
    const result = await withOffice(desk.pool, whose.officeId, (tx) =>
      removeSecondFactor(tx, whose, administering(desk, work)),
    );
    if (result.ok) return seeOther(`${pathOf(account)}?faktor-dihapus`);
    return show(c, desk, work, account, wordsFor(c)(`account.${result.refusal}`));
  });
}

export function sendEndSessionsOf(desk: StaffDesk): Handler {
  return forOther(desk, async (_, work, account) => {
    const whose = { officeId: work.office.officeId, account: account.account };
    await withOffice(desk.pool, whose.officeId, (tx) => endSessionsOf(tx, whose, administering(desk, work)));
    return seeOther(`${pathOf(account)}?sesi-berakhir`);
  });
}

/** Whoever comes with the verified e-mail of this account is let in, and bound to it. Not for one's own account. */
export function sendAllowSignOn(desk: StaffDesk): Handler {
  return forOther(desk, async (c, work, account) => {
    const { signOn } = desk;
    if (signOn === null) return c.notFound();
    const whose = { officeId: work.office.officeId, account: account.account };
    if (whose.account === work.staff.account) return seeOther('/petugas/keamanan');
    const link = { id: uuidv7(), issuer: signOn.issuer, subject: null, email: account.email };
    await withOffice(desk.pool, whose.officeId, async (tx) => {
      const waiting = await listSignOnLinks(tx, desk.keyring, whose);
      if (!waiting.some(({ subject, issuer }) => subject === null && issuer === link.issuer))
        await putSignOnLink(tx, whose, link, administering(desk, work));
    });
    return seeOther(`${pathOf(account)}?diizinkan`);
  });
}

export function sendEndSignOn(desk: StaffDesk): Handler {
  return forOther(desk, async (c, work, account) => {
    const { link = '' } = (await readForm(c))?.values ?? {};
    const whose = { officeId: work.office.officeId, account: account.account };
    await withOffice(desk.pool, whose.officeId, (tx) =>
      endSignOnLink(tx, whose, link, administering(desk, work)),
    );
    return seeOther(`${pathOf(account)}?dilepas`);
  });
}

function pathOf({ account }: AccountRow): string {
  return `/petugas/akun/${account}/masuk`;
}

/** Open accounts only. */
function forOther(
  desk: StaffDesk,
  answer: (c: Context, work: AtWork, account: AccountRow) => Promise<Response>,
): Handler {
  return provedPage(desk, ['account/administer'], async (c, work) => {
    const all = await listAccounts(desk.pool, desk.keyring, work.office.officeId, todayOf(desk, work));
    const account = all.find((one) => one.account === c.req.param('account') && !one.disabled);
    return account === undefined ? c.notFound() : answer(c, work, account);
  });
}
