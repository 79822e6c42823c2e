import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { verifyStore } from '../../src/app/verify-store.ts';
import { availableActions } from '../../src/domain/complaint/available-actions.ts';
import type { CaseState } from '../../src/domain/complaint/case-state.ts';
import { foldCase } from '../../src/domain/complaint/fold-case.ts';
import { CASE_OPERATIONS, type CaseOperation } from '../../src/domain/complaint/operation-table.ts';
import { KINDS } from '../../src/domain/complaint/vocabulary.ts';
import {
  type CaseActor,
  COMPLAINANT_ACTOR,
  PUBLIC_ACTOR,
  SYSTEM_ACTOR,
} from '../../src/domain/people/case-actor.ts';
import { isRespondent, isWithheld, mayRead } from '../../src/domain/people/may.ts';
import type { Permission } from '../../src/domain/people/permissions.ts';
import { runBody } from '../../src/features/cases/acts/run-body.ts';
import { intakeComplaint } from '../../src/features/cases/intake/intake-complaint.ts';
import { type LoadedCase, lockCase } from '../../src/features/cases/store/load-case.read.ts';
import { createAccount } from '../../src/features/people/create-account.ts';
import { withOffice } from '../../src/platform/database/transaction.ts';
import type { Keyring } from '../../src/platform/keyring.ts';
import { pickSeeded } from '../case-walk.ts';
import { holdsTheLaws } from '../laws-of-a-state.ts';
import { actingIn, anActorAs, aStaffActor, MORNING, openOfficeDesk } from '../office-desk.ts';
import type { Pick } from '../operation-call.ts';
import { randomBody } from '../random-body.ts';
import { openTestDatabase } from '../test-database.ts';

// Commands through the door that pages and API share, whether or not the case allows them: two thirds of them what somebody's
// buttons offer and was tried least, the others anything by anybody. What is refused has written nothing; after whatever is done the row is the fold of
// its history, and keeps the laws.
const SEED = Number(process.env.TANGGAP_SEED ?? 20_261_123);
const COMMANDS = Number(process.env.TANGGAP_COMMANDS ?? 100_000);
const LANES_AN_OFFICE = 3;
const COMMANDS_A_CASE = 100;

const db = await openTestDatabase({ after });

/** An office with its people at work: each role once, those of a unit in two of them. */
type World = Awaited<ReturnType<typeof openWorld>>;

async function openWorld(slug: string, keyring?: Keyring) {
  const { desk, office } = await openOfficeDesk(db, slug, MORNING, keyring);
  const { data, officeId } = office;
  const unit = data.units.map(({ key }) => key);
  const people: Person[] = [
    ...data.roles
      .map(({ key }) => key)
      .flatMap((role): Person[] =>
        OF_A_UNIT.includes(role)
          ? [1, 2].map((at) => ({ roles: [role], unit: unit[at] ?? null }))
          : [{ roles: [role], unit: null }],
      ),
    { roles: ['koordinator', 'petugas-loket', 'kepala-bidang'], unit: null },
  ];
  const accounts: string[] = [];
  const account = async ({ roles, unit: ofUnit }: Person): Promise<string> => {
    const command = {
      ...{ name: 'Pegawai Contoh', email: `${crypto.randomUUID()}@contoh.id`, password: crypto.randomUUID() },
      ...{ roles, unit: ofUnit, fromOn: '2020-01-01' },
    };
    const made = await withOffice(db.app, officeId, (tx) =>
      createAccount(tx, officeId, data.roles, command, actingIn(desk, MORNING)),
    );
    if (!made.ok) throw new Error(made.refusal);
    return made.account;
  };
  for (const person of people) accounts.push(await account(person));
  const terlapor = accounts[people.findIndex(({ roles }) => roles.includes('kepala-bidang'))] ?? '';
  // Whoever stands in for the head of a unit, of whom some complaints complain.
  const deputy: Person = { roles: ['koordinator'], unit: null };
  const standsIn = await account(deputy);
  const actorOf = (
    { roles, unit: ofUnit }: Person,
    id: string,
    deputyOf: readonly string[] = [],
  ): CaseActor => {
    const { may, role } = anActorAs(office, ...roles);
    return aStaffActor({ account: id, role, may, units: ofUnit === null ? [] : [ofUnit], deputyOf });
  };
  const actors: readonly CaseActor[] = [
    ...people.map((person, at) => actorOf(person, accounts[at] ?? '')),
    actorOf(deputy, standsIn, [terlapor]),
    COMPLAINANT_ACTOR,
    SYSTEM_ACTOR,
  ];
  return { desk, office, unit, accounts: [...accounts, standsIn], terlapor, actors, tickets: [] as string[] };
}

type Person = { readonly roles: readonly string[]; readonly unit: string | null };
const OF_A_UNIT = ['kepala-bidang', 'staf-bidang'];

// Tabalong has the whole team, Kalimantan Barat promised duties, Buru Selatan requests that come by its PPID.
const tabalong = await openWorld('tabalong');
const WORLDS = [
  tabalong,
  await openWorld('kalimantan-barat', tabalong.desk.keyring),
  await openWorld('buru-selatan', tabalong.desk.keyring),
];

const CHANNELS = ['loket', 'whatsapp', 'sp4n-lapor', 'ppid'] as const;

const NAMED = { name: 'Seorang Petugas', phone: null, email: null, address: null, nik: null };

/** `tickets`: of earlier lives of the same lane, so that nobody merges into a case at which another lane looks. */
type Life = {
  readonly world: World;
  readonly caseId: string;
  readonly tickets: readonly string[];
  now: number;
};

async function takeIn(world: World, tickets: readonly string[], pick: Pick): Promise<Life> {
  const { desk, office, unit } = world;
  const byPublic = pick(4) === 0;
  const channels = CHANNELS.filter((channel) => office.data.channels.some(({ key }) => key === channel));
  const now = MORNING + pick(60 * 24 * 60) * 60_000;
  const clerk = world.actors.find(({ role }) => role === 'petugas-loket') ?? PUBLIC_ACTOR;
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: byPublic ? PUBLIC_ACTOR : clerk, idempotency: null },
      command: (keep) => ({
        kind: byPublic ? 'pengaduan' : (KINDS[pick(KINDS.length)] ?? 'pengaduan'),
        channel: byPublic ? 'website' : (channels[pick(channels.length)] ?? 'loket'),
        matter: keep.text('matter', 'Bantuan belum sampai.'),
        service: office.data.services[pick(office.data.services.length)]?.key ?? null,
        urgent: !byPublic && pick(8) === 0,
        anonymous: pick(6) === 0,
        secret: pick(8) === 0,
        respondents:
          pick(4) > 0
            ? []
            : byPublic
              ? [{ identity: keep.person('respondent', NAMED), account: null, unit: null }]
              : [{ identity: null, account: world.terlapor, unit: unit[1] ?? null }],
      }),
    },
    now,
  );
  if (!taken.ok) throw new Error(JSON.stringify(taken));
  return { world, caseId: taken.answer.caseId, tickets, now };
}

/**
 * The way into the examination, as the people of the office go it; whatever refuses leaves the case where it is. At random only one
 * case in thousands comes so far, and finding, sanction and duties lie behind it.
 */
async function intoTheLane(life: Life): Promise<void> {
  const { desk, office, actors } = life.world;
  const holds = (permission: Permission, but: CaseActor | null = null) =>
    actors.find(
      (one) => one !== but && one.account !== null && one.deputyOf.length === 0 && one.may.has(permission),
    ) ?? null;
  const reviewer = holds('review/recommend');
  const examiner = holds('investigation/find', reviewer);
  const head = holds('review/decide', examiner);
  const day = new Date(life.now).toISOString().slice(0, 10);
  const steps: readonly [CaseActor | null, CaseOperation, unknown][] = [
    [holds('review/start'), 'review/start', { reviewers: [reviewer?.account] }],
    [reviewer, 'review/recommend', { recommendation: 'audit', text: 'Perlu diperiksa.' }],
    [head, 'review/decide', { decision: 'audit', directions: 'Periksa.', readers: [reviewer?.account] }],
    [head, 'investigation/assign', { investigators: [{ account: examiner?.account }], from: day, to: day }],
    [examiner, 'investigation/assess', { worthy: true, grounds: 'Cukup bukti.' }],
  ];
  for (const [actor, operation, body] of steps) {
    if (actor === null) return;
    life.now += 60_000;
    const request = { office, ref: { caseId: life.caseId }, operation, body, actor };
    await runBody(desk, { ...request, expectedVersion: null, idempotency: null }, life.now);
  }
}

async function load({ world: { desk, office }, caseId }: Life): Promise<LoadedCase> {
  const { officeId } = office;
  const loaded = await withOffice(db.app, officeId, (tx) => lockCase(tx, desk.keyring, officeId, { caseId }));
  assert.ok(loaded);
  return loaded;
}

const done = new Map<CaseOperation, number>();
const attempts = new Map<CaseOperation, number>();
const refusals = new Map<string, number>();

type Try = { readonly actor: CaseActor; readonly operation: CaseOperation };

/** Of all that somebody's buttons offer here what was done least so far: what lies deep in the lane is reached, too. */
function leastDone({ actors, office }: World, state: CaseState): Try | null {
  const tries = actors.flatMap((actor) =>
    availableActions(state, actor, office.data).map(({ operation }): Try => ({ actor, operation })),
  );
  const tried = ({ operation }: Try): number => attempts.get(operation) ?? 0;
  const [first] = tries.toSorted((a, b) => tried(a) - tried(b));
  return first ?? null;
}

function anything(actors: readonly CaseActor[], pick: Pick): Try {
  const actor = actors[pick(actors.length)] ?? PUBLIC_ACTOR;
  return { actor, operation: CASE_OPERATIONS[pick(CASE_OPERATIONS.length)] ?? 'follow-up' };
}

async function command(life: Life, before: LoadedCase, pick: Pick): Promise<LoadedCase> {
  const { state } = before.head;
  const { desk, office, accounts, actors } = life.world;
  const { data } = office;
  const { actor, operation } = (pick(3) > 0 ? leastDone(life.world, state) : null) ?? anything(actors, pick);
  attempts.set(operation, (attempts.get(operation) ?? 0) + 1);
  const lists = {
    data,
    staff: accounts,
    people: state.people.reporters.map(({ identity }) => identity),
    tickets: life.tickets,
  };
  const body = randomBody(operation, state, lists, pick);
  life.now += 60_000 * (1 + pick(pick(6) === 0 ? 20_000 : 200));
  const result = await runBody(
    desk,
    {
      office,
      ref: { caseId: life.caseId },
      operation,
      body,
      actor,
      expectedVersion: null,
      idempotency: null,
    },
    life.now,
  );
  const told = `${operation} by ${actor.role ?? actor.by} ${JSON.stringify(body)}`;
  const afterwards = await load(life);
  if (!result.ok) {
    const code = 'refusal' in result ? result.refusal : 'body';
    refusals.set(code, (refusals.get(code) ?? 0) + 1);
    assert.equal(afterwards.version, before.version, `what was refused was written: ${told}`);
    return afterwards;
  }
  done.set(operation, (done.get(operation) ?? 0) + 1);
  judge({ actor, operation, before: state, after: afterwards, told });
  return afterwards;
}

type Judged = {
  readonly actor: CaseActor;
  readonly operation: CaseOperation;
  readonly before: CaseState;
  readonly after: LoadedCase;
  readonly told: string;
};

function judge({ actor, operation, before, after: written, told }: Judged): void {
  const { head, events, version } = written;
  assert.ok(!isRespondent(actor, before), `rule 28: the terlapor acted: ${told}`);
  // A number and taking an urgent case in hand show nothing of a protected one (rules 5, 6).
  const unread = ['register', 'accept-urgent'].includes(operation) && !isWithheld(before);
  assert.ok(unread || mayRead(actor, before), `rules 6, 27: a wall was stepped over: ${told}`);
  assert.equal(events.length, version, told);
  assert.deepEqual(foldCase(events), head.state, `the row is not the fold of its history: ${told}`);
  holdsTheLaws(head.state);
}

test(`${COMMANDS} legal and illegal commands reach no forbidden state, and after each the row is the fold of its history`, async () => {
  let left = COMMANDS;
  const lane = async (world: World, seed: number): Promise<void> => {
    const pick = pickSeeded(seed);
    const tickets: string[] = [];
    while (left > 0) {
      const life = await takeIn(world, tickets, pick);
      if (pick(8) === 0) await intoTheLane(life);
      let loaded = await load(life);
      for (let turn = 0; turn < COMMANDS_A_CASE && left > 0; turn += 1) {
        left -= 1;
        loaded = await command(life, loaded, pick);
        // What is cancelled or merged refuses nearly everything: a few tries are enough.
        if ((loaded.head.state.cancelled || loaded.head.state.mergedInto !== null) && pick(5) === 0) break;
      }
      if (!loaded.head.state.cancelled && loaded.head.state.mergedInto === null)
        tickets.push(loaded.head.state.ticket);
    }
  };
  await Promise.all(
    Array.from({ length: LANES_AN_OFFICE }, (_, at) =>
      WORLDS.map((world, n) => lane(world, SEED * 31 + (at * WORLDS.length + n) * 7919)),
    ).flat(),
  );
  if (COMMANDS >= Number(process.env.TANGGAP_ALL ?? 50_000)) {
    const never = CASE_OPERATIONS.filter((operation) => !done.has(operation));
    assert.deepEqual(never, [], 'operations that never succeeded');
  }
  assert.ok(refusals.size >= 15, `only ${[...refusals.keys()].join(' ')} was refused`);
});

test('and verify finds nothing in what they left', async () => {
  const { findings } = await verifyStore(db.locateOwner, tabalong.desk.keyring, '/nonexistent', 0);
  assert.deepEqual(findings, []);
});
