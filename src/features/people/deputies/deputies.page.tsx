import type { Handler } from 'hono';
import { parseTypedDay } from '../../../domain/calendar/parse-typed-day.ts';
import { isDeputyCapacity } from '../../../domain/people/deputation.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { uuidv7 } from '../../../platform/ids.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { wordsFor } from '../../offices/public-desk.ts';
import { administering, todayOf } from '../accounts.page.tsx';
import { provedPage } from '../prove.page.tsx';
import type { AtWork, StaffDesk } from '../staff-desk.tsx';
import { type DeputiseResult, deputise } from './deputise.ts';
import { endDeputation } from './end-deputation.ts';
import { recordDecree } from './record-decree.ts';
import { showTeam } from './team.page.tsx';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const LONGEST = 200;

/** The form of deputies: who stands in for whom, as what, from when to when. */
export function sendDeputation(desk: StaffDesk): Handler {
  return provedPage(desk, ['account/administer'], async (c, work) => {
    const words = wordsFor(c);
    const { officeId, data } = work.office;
    const today = todayOf(desk, work);
    const values = (await readForm(c))?.values ?? {};
    const { account = '', deputyFor = '', capacity = '', from = '', to, decree } = values;
    const errors: Record<string, string> = {};
    if (!UUID.test(deputyFor)) errors.deputyFor = words('form.choose');
    if (!UUID.test(account)) errors.account = words('form.choose');
    if (parseTypedDay(from) === null) errors.from = words('form.invalid-date');
    if (to !== undefined && parseTypedDay(to) === null) errors.to = words('form.invalid-date');
    if (!isDeputyCapacity(capacity)) errors.capacity = words('form.choose');
    const fail = (told: Readonly<Record<string, string>>) =>
      showTeam(c, desk, work, { failed: { form: 'deputy', values, errors: told } });
    if (Object.keys(errors).length > 0 || !isDeputyCapacity(capacity)) return fail(errors);
    const command = {
      ...{ account, deputyFor, capacity, from, to: to ?? null, today },
      decree: decree?.slice(0, LONGEST).toWellFormed() ?? null,
    };
    const result = await withOffice(desk.pool, officeId, (tx) =>
      deputise(tx, officeId, data.roles, command, acting(desk, work)),
    );
    if (result.ok) return seeOther('/petugas/tim?tersimpan');
    return fail({ [FIELD_OF[result.refusal]]: words(`account.${result.refusal}`) });
  });
}

const FIELD_OF: Readonly<Record<Extract<DeputiseResult, { readonly ok: false }>['refusal'], string>> = {
  'account-unknown': 'deputyFor',
  'deputy-self': 'account',
  'own-roles': 'account',
  'role-dates': 'from',
  'deputy-last-day': 'to',
  'deputy-no-role': 'deputyFor',
  'deputy-taken': 'deputyFor',
  'deputy-chain': 'account',
  'roles-refused-pair': 'account',
};

export function sendEndDeputation(desk: StaffDesk): Handler {
  return provedPage(desk, ['account/administer'], async (c, work) => {
    const { officeId } = work.office;
    const { deputation = '', last } = (await readForm(c))?.values ?? {};
    const to = last !== undefined && parseTypedDay(last) !== null ? last : null;
    const command = { id: deputation, to, today: todayOf(desk, work) };
    const result = UUID.test(deputation)
      ? await withOffice(desk.pool, officeId, (tx) =>
          endDeputation(tx, officeId, command, acting(desk, work)),
        )
      : ({ ok: false, refusal: 'deputy-unknown' } as const);
    if (result.ok) return seeOther('/petugas/tim?tersimpan');
    const errors = { '': wordsFor(c)(`account.${result.refusal}`) };
    return showTeam(c, desk, work, { failed: { form: 'end', values: {}, errors } });
  });
}

/** The form of decrees: number, day and what it is about. */
export function sendDecree(desk: StaffDesk): Handler {
  return provedPage(desk, ['account/administer'], async (c, work) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const { number = '', on = '', title = '' } = values;
    const errors: Record<string, string> = {};
    if (number === '') errors.number = words('decree.number-required');
    if (parseTypedDay(on) === null) errors.on = words('form.invalid-date');
    if (title === '') errors.title = words('decree.title-required');
    if (Object.keys(errors).length > 0)
      return showTeam(c, desk, work, { failed: { form: 'decree', values, errors } });
    const decree = {
      number: number.slice(0, LONGEST).toWellFormed(),
      on,
      title: title.slice(0, 500).toWellFormed(),
    };
    const { officeId } = work.office;
    await withOffice(desk.pool, officeId, (tx) => recordDecree(tx, officeId, decree, acting(desk, work)));
    return seeOther('/petugas/tim?tersimpan');
  });
}

function acting(desk: StaffDesk, work: AtWork) {
  return { ...administering(desk, work), newId: uuidv7 };
}
