import type { Context, Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { parseTypedDay } from '../../../domain/calendar/parse-typed-day.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { todayOf } from '../accounts.page.tsx';
import { listAccounts } from '../list-accounts.read.ts';
import { isProved } from '../prove.page.tsx';
import { type AtWork, PROVE_AGAIN, type StaffDesk, staffPage } from '../staff-desk.tsx';
import { listDeputations } from './list-deputations.read.ts';
import { type ShownTeam, TeamView } from './team.view.tsx';
import { type TeamOfDay, teamDecree } from './team-decree.read.ts';

type Told = {
  /** Which form was refused, what was typed into it, and why. */
  readonly failed?: {
    readonly form: 'deputy' | 'decree' | 'end';
    readonly values: Readonly<Record<string, string>>;
    readonly errors: FieldErrors;
  };
};

/** `/petugas/tim?tanggal=`: who holds what on a day, by which decree, and who stands in for whom (rules 21, 33). */
export function teamPage(desk: StaffDesk): Handler {
  return staffPage(desk, [], (c, work) => showTeam(c, desk, work));
}

export async function showTeam(
  c: Context,
  desk: StaffDesk,
  work: AtWork,
  { failed }: Told = {},
): Promise<Response> {
  const words = wordsFor(c);
  const { officeId } = work.office;
  const today = todayOf(desk, work);
  const asked = c.req.query('tanggal') ?? '';
  const day = parseTypedDay(asked) === null ? today : asked;
  const mayAdminister = work.actor.may.has('account/administer');
  // What gives somebody another's roles is offered to whoever proved lately who he is; what he filled in is taken longer.
  const administers = mayAdminister && (failed !== undefined || isProved(desk, work));
  const { team, deputations } = await withOffice(desk.pool, officeId, async (tx) => ({
    team: await teamDecree(tx, desk.keyring, work.office, day),
    deputations: administers ? await listDeputations(tx, desk.keyring, officeId, today) : [],
  }));
  const accounts = administers ? await listAccounts(desk.pool, desk.keyring, officeId, today) : [];
  const nameOf = new Map(accounts.map(({ account, name }) => [account, name]));
  const done = c.req.query('tersimpan');
  const body = (
    <TeamView
      staff={work.face}
      day={day}
      dayError={asked !== '' && asked !== day ? words('form.invalid-date') : null}
      team={shownTeam(team, work, words)}
      forms={
        administers
          ? {
              deputations: deputations.map((one) => ({
                id: one.id,
                text: words('team.deputation', {
                  name: nameOf.get(one.account) ?? '',
                  capacity: words(`deputy.${one.capacity}`),
                  holder: nameOf.get(one.deputyFor) ?? '',
                }),
                roles: one.roles.map(({ role }) => titleOf(role, work)).join(', '),
                period: periodOf(one, words),
              })),
              people: accounts
                .filter(({ disabled }) => !disabled)
                .map(({ account, name }) => ({ value: account, label: name })),
              holders: accounts.map(({ account, name, disabled }) => ({
                value: account,
                label: disabled ? words('team.closed-account', { name }) : name,
              })),
              decrees: team.decrees.map(({ number, on, title }) => ({
                number,
                title: words('team.decree-line', {
                  number,
                  title,
                  on: formatDate(on, 'long', words.language),
                }),
              })),
              today,
              failed: failed ?? null,
            }
          : null
      }
      proveHref={
        mayAdminister && !administers ? `${PROVE_AGAIN}?ke=${encodeURIComponent('/petugas/tim')}` : null
      }
      done={failed === undefined && done !== undefined ? words('team.saved') : null}
    />
  );
  return page(c, desk, { title: words('team.title'), failed: failed !== undefined }, body, {
    status: failed === undefined ? 200 : 422,
  });
}

function shownTeam(team: TeamOfDay, work: AtWork, words: Words): ShownTeam {
  const unitOf = (unit: string | null) =>
    work.office.named.units.find(({ key }) => key === unit)?.label ?? '';
  return {
    decree:
      team.decree === null
        ? null
        : words('team.decree-line', {
            ...{ number: team.decree.number, title: team.decree.title },
            on: formatDate(team.decree.on, 'long', words.language),
          }),
    printHref: !work.actor.may.has('letter/issue')
      ? null
      : `/petugas/surat/baru/sk-tim${team.decree === null ? '' : `?${new URLSearchParams({ sk: team.decree.number })}`}`,
    roles: team.roles.map(({ role, title, members }) => ({
      ...{ role, title },
      members: members.map((one) => ({
        key: `${one.account} ${one.unit ?? ''} ${one.from}`,
        name: one.name,
        unit: unitOf(one.unit),
        period: periodOf(one, words),
        decree: one.decree === null ? '' : words('account.by-decree', { decree: one.decree }),
        deputies: one.deputies.map((deputy) =>
          words('team.stands-in', {
            ...{ name: deputy.name, capacity: words(`deputy.${deputy.capacity}`) },
            period: periodOf(deputy, words),
          }),
        ),
      })),
    })),
  };
}

function periodOf({ from, to }: { readonly from: string; readonly to: string | null }, words: Words): string {
  const first = formatDate(from, 'long', words.language);
  if (to === null) return words('account.period-open', { first });
  return words('account.period-until', { first, last: formatDate(to, 'long', words.language) });
}

function titleOf(role: string, { office }: AtWork): string {
  return office.named.roles.find(({ key }) => key === role)?.title ?? role;
}
