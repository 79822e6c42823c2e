import type { Handler } from 'hono';
import { withOffice } from '../../platform/database/transaction.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { listPinHolders } from './counter-pin/counter-pin.store.ts';
import { deviceOf } from './counter-pin/switch.page.tsx';
import { countRecoveryCodes } from './second-factor/recovery-codes.store.ts';
import { SecurityView } from './security.view.tsx';
import { listSessions } from './sessions/list-sessions.read.ts';
import { listSignOnLinks } from './single-sign-on/sign-on-links.store.ts';
import { requiresSecondFactor, type StaffDesk, staffPage } from './staff-desk.tsx';

/** What was done, by the name in the address after it. */
const DONE = {
  'pin-dibuat': 'security.pin-made',
  'faktor-dihapus': 'security.factor-removed',
  ditautkan: 'security.linked',
  'tautan-dilepas': 'security.unlinked',
} as const;
const FAILED = { 'tautan-dipakai': 'sign-on.taken', 'tautan-gagal': 'sign-on.failed' } as const;

/** `/petugas/keamanan`: password, second factor, sessions, single sign-on and PIN of one's own, in one place. */
export function securityPage(desk: StaffDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const words = wordsFor(c);
    const { staff, face } = work;
    const [codesLeft, links] = await withOffice(desk.pool, staff.officeId, async (tx) => [
      staff.hasSecondFactor ? await countRecoveryCodes(tx, staff) : 0,
      await listSignOnLinks(tx, desk.keyring, staff),
    ]);
    const device = deviceOf(c, desk);
    const clerks = device === null ? [] : await listPinHolders(desk.pool, device, desk, desk.clock());
    const told = <Keys extends string>(among: Readonly<Record<string, Keys>>): Keys | null =>
      Object.entries(among).find(([name]) => c.req.query(name) !== undefined)?.[1] ?? null;
    const [done, failed] = [told(DONE), told(FAILED)];
    const required = requiresSecondFactor(desk, work);
    const body = (
      <SecurityView
        staff={face}
        done={done === null ? null : words(done)}
        failed={failed === null ? null : words(failed)}
        factor={staff.hasSecondFactor ? { codesLeft } : null}
        required={required}
        sessions={(await listSessions(desk.pool, staff, desk.clock())).length}
        signOn={desk.signOn?.issuer ?? null}
        links={links.map(({ id, issuer, subject, email }) => ({
          id,
          issuer,
          person: email ?? subject ?? '',
          waits: subject === null,
        }))}
        pin={{
          allowed: !required,
          here: clerks.some(({ account }) => account === staff.account),
        }}
      />
    );
    return page(c, desk, { title: words('security.title') }, body);
  });
}
