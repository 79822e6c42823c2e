import type { Handler } from 'hono';
import { withOffice } from '../../../platform/database/transaction.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { uuidv7 } from '../../../platform/ids.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import type { OfficeActContext } from '../../offices/append-office-event.ts';
import { provedPage } from '../prove.page.tsx';
import type { AtWork, StaffDesk } from '../staff-desk.tsx';
import { sendAway } from './sign-on.page.tsx';
import { openOffer } from './sign-on-flow.ts';
import { endSignOnLink, putSignOnLink } from './sign-on-links.store.ts';

const SECURITY = '/petugas/keamanan';

/** `/petugas/keamanan/masuk-tunggal`: to the provider, to come back as whom one is there. */
export function ownSignOnPage(desk: StaffDesk): Handler {
  return provedPage(desk, [], (c, work) =>
    desk.signOn === null
      ? c.notFound()
      : sendAway(c, desk, desk.signOn, { linkTo: work.staff.account, next: SECURITY, anew: false }),
  );
}

/** Binds the person who was offered. */
export function sendOwnSignOn(desk: StaffDesk): Handler {
  return provedPage(desk, [], async (c, work) => {
    const { offer = '' } = (await readForm(c))?.values ?? {};
    const person = openOffer(desk.keyring, offer, desk.clock());
    const { officeId, account } = work.staff;
    if (person === null || person.account !== account) return seeOther(`${SECURITY}?tautan-gagal`);
    const { issuer, subject, email } = person;
    const result = await withOffice(desk.pool, officeId, (tx) =>
      putSignOnLink(
        tx,
        { officeId, account },
        { id: uuidv7(), issuer, subject, email },
        asHolder(desk, work),
      ),
    );
    return seeOther(`${SECURITY}?${result === 'linked' ? 'ditautkan' : 'tautan-dipakai'}`);
  });
}

export function sendEndOwnSignOn(desk: StaffDesk): Handler {
  return provedPage(desk, [], async (c, work) => {
    const { link = '' } = (await readForm(c))?.values ?? {};
    const { officeId, account } = work.staff;
    await withOffice(desk.pool, officeId, (tx) =>
      endSignOnLink(tx, { officeId, account }, link, asHolder(desk, work)),
    );
    return seeOther(`${SECURITY}?tautan-dilepas`);
  });
}

function asHolder(desk: StaffDesk, { staff }: AtWork): OfficeActContext {
  const actor = { by: 'staff', account: staff.account, role: staff.roles[0]?.role ?? null } as const;
  return { keyring: desk.keyring, actor, now: desk.clock() };
}
