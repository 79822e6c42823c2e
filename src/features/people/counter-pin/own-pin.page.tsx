import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { provedPage } from '../prove.page.tsx';
import {
  type AtWork,
  counterCookie,
  counterCookieName,
  requiresSecondFactor,
  type StaffDesk,
} from '../staff-desk.tsx';
import { counterDeviceText, newCounterDevice, readCounterDevice } from './counter-device.ts';
import { putCounterPin } from './counter-pin.store.ts';
import { findPinFault } from './find-pin-fault.ts';
import { OwnPinView } from './own-pin.view.tsx';

/** `/petugas/keamanan/pin`: a PIN for this PC and this day (rule 35). */
export function ownPinPage(desk: StaffDesk): Handler {
  return provedPage(desk, [], (c, work) => show(c, desk, work, {}));
}

function show(c: Context, desk: StaffDesk, work: AtWork, errors: FieldErrors): Response {
  const words = wordsFor(c);
  const failed = Object.keys(errors).length > 0;
  const body = (
    <OwnPinView
      staff={work.face}
      allowed={!requiresSecondFactor(desk, work)}
      until={formatInstant(endOfToday(desk, work) - 60_000, work.office.zone, words.language)}
      errors={errors}
    />
  );
  return page(c, desk, { title: words('pin.title'), failed }, body, { status: failed ? 422 : 200 });
}

export function sendOwnPin(desk: StaffDesk): Handler {
  return provedPage(desk, [], async (c, work) => {
    const words = wordsFor(c);
    if (requiresSecondFactor(desk, work)) return show(c, desk, work, { '': words('pin.not-for-role') });
    const { pin = '' } = (await readForm(c))?.values ?? {};
    const fault = findPinFault(pin);
    if (fault !== null) return show(c, desk, work, { pin: words(`pin.${fault}`) });
    const { officeId, account } = work.staff;
    const known = readCounterDevice(getCookie(c, counterCookieName(c, desk)));
    const device = known?.officeId === officeId ? known : newCounterDevice(officeId);
    const times = { now: desk.clock(), until: endOfToday(desk, work) };
    await withOffice(desk.pool, officeId, (tx) =>
      putCounterPin(tx, desk.keyring, device, { account, pin }, times),
    );
    const answer = seeOther('/petugas/keamanan?pin-dibuat');
    answer.headers.append('set-cookie', counterCookie(c, desk, counterDeviceText(device)));
    return answer;
  });
}

/** Midnight in the office's zone: tomorrow somebody signs in fully again. */
function endOfToday(desk: StaffDesk, { office }: AtWork): number {
  return startOfDay(localDay(desk.clock(), office.zone) + 1, office.zone);
}
