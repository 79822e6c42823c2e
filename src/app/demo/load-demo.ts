import type { Pool } from 'pg';
import { actorOfHistory, SYSTEM_ACTOR } from '../../domain/people/case-actor.ts';
import { applyOffice } from '../../features/offices/apply-office.ts';
import { EXAMPLE_SLUG } from '../../features/offices/example-office.ts';
import { savePublication } from '../../features/reports/publication.store.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { Fault } from '../../platform/errors.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { System } from '../open-system.ts';
import { castDemo, type DemoAccount } from './demo-cast.ts';
import { demoOffice } from './demo-office.ts';
import { type DemoAct, demoDays } from './demo-stage.ts';
import { demoStories } from './demo-stories.ts';
import { everydayCases } from './everyday-cases.ts';

export type LoadedDemo =
  /** Passwords are in here and nowhere else. */
  | {
      readonly loaded: true;
      readonly office: string;
      readonly cases: number;
      readonly accounts: readonly DemoAccount[];
    }
  | { readonly loaded: false; readonly office: string };

/**
 * The example office with invented people and the year up to `now` (milliseconds), made by the real operations with
 * a clock set by hand. A second call changes nothing. Throws Fault 'demo-incomplete' when an earlier call broke off, and
 * 'office-in-use' beside an office that has cases or accounts, unless `force`.
 */
export async function loadDemo(
  system: Pick<System, 'database' | 'keyring' | 'offices'>,
  now: number,
  force = false,
): Promise<LoadedDemo> {
  const { database, keyring, offices } = system;
  const { rows } = await database.owner.query<{ done: boolean }>(
    `select exists (select from installation where name = $2) as done from office where slug = $1`,
    [EXAMPLE_SLUG, MARK],
  );
  const [before] = rows;
  if (before?.done === true) return { loaded: false, office: EXAMPLE_SLUG };
  if (before !== undefined) {
    throw new Fault('demo-incomplete', 'Kantor contoh ada, tetapi pemuatannya dahulu terputus.', {
      remedy: 'Muat ke folder data yang baru (TANGGAP_DATA).',
    });
  }
  if (!force) await refuseBesideOffice(database.owner);
  const actor = actorOfHistory(SYSTEM_ACTOR);
  await applyOffice(database.owner, await demoOffice(), { keyring, actor, now });
  offices.forget();
  const office = await offices.bySlug(EXAMPLE_SLUG, now);
  if (office === undefined) throw new Error('The example office was applied and is not there');
  const on = demoDays(office, now);
  const { cast, accounts } = await withOffice(database.owner, office.officeId, (tx) =>
    castDemo(tx, office, {
      ...{ keyring, actor, now: on(259, 7) },
      newId: uuidv7,
    }),
  );
  const set = { cast, on, zone: office.zone };
  const told = [...everydayCases(office, cast, on), ...demoStories(set)];
  const acts = told.flatMap((teller) => inOrder(teller.acts())).filter(({ at }) => at <= now);
  const stage = { desk: { pool: database.app, keyring, newId: uuidv7 }, office };
  for (const act of acts.sort((a, b) => a.at - b.at)) await act.play(stage);
  const shelf = { pool: database.app, keyring };
  await savePublication(shelf, office.officeId, cast.coordinator, true, on(200, 9));
  await database.owner.query('insert into installation (name, value, written_at) values ($1, $2, $3)', [
    ...[MARK, JSON.stringify({ office: EXAMPLE_SLUG, cases: told.length }), new Date(now)],
  ]);
  return { loaded: true, office: EXAMPLE_SLUG, cases: told.length, accounts };
}

const MARK = 'demo';

/** Twelve accounts with printed passwords have no place where real people work. */
async function refuseBesideOffice(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ slug: string }>(
    `select slug from office o where exists (select from complaint_case c where c.office_id = o.office_id)
        or exists (select from account a where a.office_id = o.office_id) order by slug limit 1`,
  );
  const [inUse] = rows;
  if (inUse === undefined) return;
  throw new Fault('office-in-use', `Kantor ${inUse.slug} sudah dipakai; kantor contoh tidak dimuat.`, {
    remedy:
      'Muat ke folder data yang baru (TANGGAP_DATA), atau tambahkan --force bila memang hanya untuk latihan.',
  });
}

/** No act of a story comes before the one that it follows. */
function inOrder(acts: readonly DemoAct[]): readonly DemoAct[] {
  let latest = 0;
  return acts.map((act) => {
    latest = Math.max(latest, act.at);
    return { ...act, at: latest };
  });
}
