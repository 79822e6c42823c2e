import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { verifyStore } from '../../src/app/verify-store.ts';
import { availableActions } from '../../src/domain/complaint/available-actions.ts';
import type { CaseState } from '../../src/domain/complaint/case-state.ts';
import { foldCase } from '../../src/domain/complaint/fold-case.ts';
import { CASE_OPERATIONS, type CaseOperation } from '../../src/domain/complaint/operation-table.ts';
import { type CaseActor, COMPLAINANT_ACTOR, PUBLIC_ACTOR } from '../../src/domain/people/case-actor.ts';
import { isRespondent, isWithheld, mayRead } from '../../src/domain/people/may.ts';
import { runBody } from '../../src/features/cases/acts/run-body.ts';
import { intakeComplaint } from '../../src/features/cases/intake/intake-complaint.ts';
import { type LoadedCase, lockCase } from '../../src/features/cases/store/load-case.read.ts';
import { createAccount } from '../../src/features/people/create-account.ts';
import { withOffice } from '../../src/platform/database/transaction.ts';
import { pickSeeded } from '../case-walk.ts';
import { holdsTheLaws } from '../laws-of-a-state.ts';
import { actingIn, anActorAs, aStaffActor, MORNING, openOfficeDesk } from '../office-desk.ts';
import type { Pick } from '../operation-call.ts';
import { randomBody } from '../random-body.ts';
import { openTestDatabase } from '../test-database.ts';

// Commands through the door that pages and API share, whether or not the case allows them: two thirds of them what somebody's
// buttons offer, the others anything by anybody. What is refused has written nothing; after whatever is done the row is the fold of
// its history, and keeps the laws.
const SEED = Number(process.env.TANGGAP_SEED ?? 20_261_123);
const COMMANDS = Number(process.env.TANGGAP_COMMANDS ?? 100_000);
const CASES_AT_ONCE = 8;
const COMMANDS_A_CASE = 100;

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const { data, officeId } = office;
const unit = data.units.map(({ key }) => key);

async function account(roles: readonly string[], ofUnit: string | null = null): Promise<string> {
  const command = {
    ...{ name: 'Pegawai Contoh', email: `${crypto.randomUUID()}@contoh.id`, password: crypto.randomUUID() },
    ...{ roles, unit: ofUnit, fromOn: '2020-01-01' },
  };
  const made = await withOffice(db.app, officeId, (tx) =>
    createAccount(tx, officeId, data.roles, command, actingIn(desk, MORNING)),
  );
  if (!made.ok) throw new Error(made.refusal);
  return made.account;
}

type Person = { readonly roles: readonly string[]; readonly unit: string | null; readonly deputyOf?: number };
const PEOPLE: readonly Person[] = [
  ...[
    ['petugas-loket'],
    ['front-office'],
    ['koordinator'],
    ['penanggung-jawab'],
    ['tim-penelaah'],
    ['tim-audit'],
  ].map((roles) => ({ roles, unit: null })),
  { roles: ['kepala-bidang'], unit: unit[1] ?? null },
  { roles: ['kepala-bidang'], unit: unit[2] ?? null },
  { roles: ['staf-bidang'], unit: unit[1] ?? null },
  { roles: ['koordinator', 'petugas-loket', 'kepala-bidang'], unit: null },
  { roles: ['administrator'], unit: null },
  // Whoever stands in for the head of a unit, of whom some complaints complain.
  { roles: ['koordinator'], unit: null, deputyOf: 6 },
];
const accounts: string[] = [];
for (const { roles, unit: ofUnit } of PEOPLE) accounts.push(await account(roles, ofUnit));
const TERLAPOR = accounts[6] ?? '';
const ACTORS: readonly CaseActor[] = [
  ...PEOPLE.map(({ roles, unit: ofUnit, deputyOf }, at): CaseActor => {
    const { may, role } = anActorAs(office, ...roles);
    const deputy = deputyOf === undefined ? [] : (accounts[deputyOf] ?? []);
    return aStaffActor({
      ...{ account: accounts[at] ?? '', role, may, units: ofUnit === null ? [] : [ofUnit] },
      deputyOf: [deputy].flat(),
    });
  }),
  COMPLAINANT_ACTOR,
];

const KINDS = ['pengaduan', 'aspirasi', 'permohonan-layanan'] as const;
const CHANNELS = ['loket', 'whatsapp', 'sp4n-lapor'] as const;
const NAMED = { name: 'Seorang Petugas', phone: null, email: null, address: null, nik: null };

type Life = { readonly caseId: string; now: number };

async function takeIn(pick: Pick): Promise<Life> {
  const byPublic = pick(4) === 0;
  const now = MORNING + pick(60 * 24 * 60) * 60_000;
  const clerk = ACTORS[0] ?? PUBLIC_ACTOR;
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: byPublic ? PUBLIC_ACTOR : clerk, idempotency: null },
      command: (keep) => ({
        kind: byPublic ? 'pengaduan' : (KINDS[pick(KINDS.length)] ?? 'pengaduan'),
        channel: byPublic ? 'website' : (CHANNELS[pick(CHANNELS.length)] ?? 'loket'),
        matter: keep.text('matter', 'Bantuan belum sampai.'),
        service: data.services[pick(data.services.length)]?.key ?? null,
        urgent: !byPublic && pick(8) === 0,
        anonymous: pick(6) === 0,
        secret: pick(8) === 0,
        respondents:
          pick(4) > 0
            ? []
            : byPublic
              ? [
                  {
                    identity: keep.person('respondent', NAMED),
                    account: null,
                    unit: null,
                  },
                ]
              : [{ identity: null, account: TERLAPOR, unit: unit[1] ?? null }],
      }),
    },
    now,
  );
  if (!taken.ok) throw new Error(JSON.stringify(taken));
  return { caseId: taken.answer.caseId, now };
}

async function load(caseId: string): Promise<LoadedCase> {
  const loaded = await withOffice(db.app, officeId, (tx) => lockCase(tx, desk.keyring, officeId, { caseId }));
  assert.ok(loaded);
  return loaded;
}

const tickets: string[] = [];
const done = new Map<CaseOperation, number>();
const refusals = new Map<string, number>();

async function command(life: Life, before: LoadedCase, pick: Pick): Promise<LoadedCase> {
  const { state } = before.head;
  const actor = ACTORS[pick(ACTORS.length)] ?? PUBLIC_ACTOR;
  const offers = availableActions(state, actor, data).map(({ operation }) => operation);
  const wanted = pick(3) > 0 && offers.length > 0 ? offers : CASE_OPERATIONS;
  const operation = wanted[pick(wanted.length)] ?? 'follow-up';
  const lists = {
    data,
    staff: accounts,
    people: state.people.reporters.map(({ identity }) => identity),
    tickets,
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
  const afterwards = await load(life.caseId);
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
  const lane = async (seed: number): Promise<void> => {
    const pick = pickSeeded(seed);
    while (left > 0) {
      const life = await takeIn(pick);
      let loaded = await load(life.caseId);
      if (tickets.length < 400) tickets.push(loaded.head.state.ticket);
      for (let turn = 0; turn < COMMANDS_A_CASE && left > 0; turn += 1) {
        left -= 1;
        loaded = await command(life, loaded, pick);
      }
    }
  };
  await Promise.all(Array.from({ length: CASES_AT_ONCE }, (_, at) => lane(SEED * 31 + at * 7919)));
  const rare = COMMANDS < 50_000 ? 30 : 34;
  assert.ok(done.size >= rare, `only ${[...done.keys()].join(' ')} were done`);
  assert.ok(refusals.size >= 15, `only ${[...refusals.keys()].join(' ')} was refused`);
});

test('and verify finds nothing in what they left', async () => {
  const { findings } = await verifyStore(db.locateOwner, desk.keyring, '/nonexistent', 0);
  assert.deepEqual(findings, []);
});
