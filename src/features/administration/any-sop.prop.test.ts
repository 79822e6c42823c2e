import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { aComplaint, anActor, type ComplaintBuilder, wita } from '../../../test/a-complaint.ts';
import { anOffice, officeCalendar } from '../../../test/an-office.ts';
import { decideAcknowledge } from '../../domain/complaint/decide-acknowledge.ts';
import { gate } from '../../domain/complaint/gate.ts';
import type { Operation } from '../../domain/complaint/vocabulary.ts';
import type { OfficeData, OfficeRole, Sop, SopStep } from '../../domain/office/office-data.ts';
import { permissionsOf } from '../../domain/people/case-actor.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import { sopComparison } from '../../domain/sop/sop-comparison.ts';
import { checkSops } from '../offices/check-sops.ts';
import { loadOffice } from '../offices/load-office.ts';

/** The life of a complaint in its order, an operation each; those that every life passes, and those that an SOP may add. */
const LIFE = [
  'intake',
  'register',
  'verify',
  'acknowledge',
  'classify',
  'forward',
  'dispose',
  'follow-up',
  'submit-answer',
  'answer',
  'close',
  'file',
] as const satisfies readonly Operation[];
type Lived = (typeof LIFE)[number];
const ALWAYS: ReadonlySet<Lived> = new Set<Lived>([
  'intake',
  'register',
  'verify',
  'dispose',
  'answer',
  'close',
  'file',
]);

const ACTS: Readonly<Record<Exclude<Lived, 'intake'>, (one: ComplaintBuilder) => ComplaintBuilder>> = {
  register: (one) => one.registered(),
  verify: (one) => one.verified(),
  acknowledge: (one) =>
    one.does((state, context) => decideAcknowledge(state, { channel: state.channel }, context)),
  classify: (one) => one.classified(),
  forward: (one) => one.forwarded(),
  dispose: (one) => one.disposed(),
  'follow-up': (one) => one.followedUp(),
  'submit-answer': (one) => one.submitted(),
  answer: (one) => one.answered(),
  close: (one) => one.closed(),
  file: (one) => one.filed(),
};

const sentences: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../locales/id.json', import.meta.url)), 'utf8'),
);

/** Somebody who holds this role of the office and nothing else, in the unit that the case goes to. */
function holderOf(office: OfficeData, role: OfficeRole, unit: string) {
  return anActor({
    account: `pemegang-${role.key}`,
    role: role.key,
    may: permissionsOf([role.key], office),
    units: [unit],
  });
}

/** Which role does a step; null: somebody outside the office, for whom whoever may acts. */
function roleOf(office: OfficeData, sop: Sop, step: SopStep): OfficeRole | null {
  const actor = sop.actors.find(({ key }) => key === step.actor);
  return office.roles.find(({ key }) => key === actor?.role) ?? null;
}

/**
 * Walks a complaint through an SOP that only data defines: each step by its own role, refused to every role that may not do it.
 * What the life requires and no step names is done by somebody who may everything.
 */
function walk(office: OfficeData, sop: Sop): ComplaintBuilder {
  const [unit = { key: '' }] = office.units;
  const everybody = anActor({ units: [unit.key] });
  const channel = office.channels.find((one) => one.sop === sop.id)?.key ?? 'loket';
  const service = office.services[0]?.key ?? null;
  let life = aComplaint({ office, actor: everybody }).received({
    ...{ channel, service },
    ...{ formOpenedAt: wita('2026-03-02T08:50'), writingBeganAt: wita('2026-03-02T08:54') },
  });
  for (const operation of LIFE) {
    if (operation === 'intake') continue;
    const steps = sop.steps.filter((step) => step.operation === operation);
    if (steps.length === 0 && ALWAYS.has(operation)) life = life.by(everybody);
    if (steps.length === 0 && !ALWAYS.has(operation)) continue;
    for (const step of steps.length === 0 ? [null] : steps) {
      const role = step === null ? null : roleOf(office, sop, step);
      for (const other of office.roles) {
        if (other.may.includes(operation)) continue;
        const refused = gate(life.state(), operation, holderOf(office, other, unit.key));
        assert.ok(refused !== null, `${other.key} does ${operation}`);
        assert.match(sentences[`refusal.${refused.refusal}`] ?? '', /\w.*\./, 'a sentence');
      }
      life = life.by(role === null ? everybody : holderOf(office, role, unit.key));
      life = operation === 'dispose' ? life.disposed({ unit: unit.key }) : ACTS[operation](life);
    }
  }
  return life;
}

/** Every step is finished, and the stopwatch of each begins where the one before ended: no minute is lost or counted twice. */
function holdsWholeStopwatches(life: ComplaintBuilder, sop: Sop): void {
  const { steps } = life.state().sop;
  assert.deepEqual(
    steps.map(({ operation }) => operation),
    sop.steps.map(({ operation }) => operation),
  );
  const closedAt = life.state().closed?.at ?? null;
  for (const [at, step] of steps.entries()) {
    const name = `${at + 1} ${step.operation}`;
    if (step.operation === 'issue-report') continue;
    assert.ok(step.finishedAt !== null, `${name} is not finished`);
    const before = steps[at - 1];
    if (step.operation === 'intake' || before === undefined) continue;
    if (step.operation === 'file') assert.equal(step.startedAt, closedAt, name);
    else if (before.operation !== 'intake') assert.equal(step.startedAt, before.finishedAt, name);
    assert.ok(step.startedAt !== null && step.startedAt <= step.finishedAt, name);
  }
  const rows = sopComparison(life.state().sop, sop, officeCalendar);
  for (const row of rows) {
    if (row.no === null || row.operation === 'issue-report' || row.mark !== null) continue;
    assert.notEqual(row.actual, null, `${row.no} has no time`);
  }
}

const roles = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 5 });
const shape = fc.record({
  keys: roles,
  steps: fc.array(
    fc.record({
      operation: fc.constantFrom(...LIFE),
      role: fc.nat(5),
      times: fc.integer({ min: 1, max: 3 }),
      standard: fc.option(
        fc.record({
          count: fc.integer({ min: 1, max: 90 }),
          unit: fc.constantFrom('service-minute' as const, 'service-hour' as const, 'working-day' as const),
        }),
      ),
    }),
    { minLength: 1, maxLength: 14 },
  ),
});

/** What may be done more than once in one life. */
const AGAIN: ReadonlySet<Lived> = new Set<Lived>(['intake', 'follow-up']);

type Drawn = typeof shape extends fc.Arbitrary<infer T> ? T : never;

function officeOf({ keys, steps }: Drawn): {
  readonly office: OfficeData;
  readonly sop: Sop;
} {
  const inOrder = LIFE.flatMap((operation) => {
    const [first] = steps.filter((step) => step.operation === operation);
    if (first === undefined) return [];
    return Array.from({ length: AGAIN.has(operation) ? first.times : 1 }, () => first);
  });
  const own = inOrder.map(({ operation, role, standard }, at): SopStep & { readonly held: string | null } => {
    const held = keys[role] ?? null;
    return {
      ...{ no: at + 1, activity: `Kegiatan ${at + 1}`, operation, requires: [], standard, held },
      ...{ actor: held ?? 'luar', standardPrinted: null, output: null },
    };
  });
  const sop: Sop = {
    ...{ id: 'sendiri', title: 'SOP sendiri', number: null, undetermined: false },
    ...{ madeOn: null, revisedOn: null, inForceFrom: null, basis: [], qualifications: [], related: [] },
    ...{ equipment: [], warning: 'Segera.', recording: 'Dicatat.' },
    actors: [
      { key: 'luar', label: 'Luar', role: null },
      ...keys.map((key) => ({ key, label: key, role: key })),
    ],
    steps: own.map(({ held: _held, ...step }) => step),
  };
  const base = anOffice();
  const may = (key: string): readonly Permission[] => [
    'case/read-open',
    ...new Set(own.filter(({ held }) => held === key).map(({ operation }) => operation)),
  ];
  const office: OfficeData = {
    ...base,
    roles: [
      ...base.roles,
      ...keys.map((key) => ({ key, title: key, heldBy: ['Jabatan'], team: true, may: may(key) })),
    ],
    channels: base.channels.map((one) => ({ ...one, sop: 'sendiri' })),
    sops: [sop],
  };
  return { office, sop };
}

describe('rule 17: an SOP that only data defines', () => {
  it('is walked to its end by the roles that it names, each stopwatch whole, and refused to every other role', () => {
    fc.assert(
      fc.property(shape, (drawn) => {
        const { office, sop } = officeOf(drawn);
        assert.deepEqual(
          checkSops(office).filter(({ severity }) => severity !== 'warning'),
          [],
          'a valid one',
        );
        holdsWholeStopwatches(walk(office, sop), sop);
      }),
      { numRuns: 150 },
    );
  });
});

/** Tabalong's own words of its annual report, part 2.2: six stages, none of which is in a program. */
const SIX_STAGES: readonly (readonly [string, Lived, string])[] = [
  ['Pengaduan diterima petugas', 'intake', 'petugas-loket'],
  ['Verifikasi dan klasifikasi pengaduan', 'verify', 'verifikator'],
  ['Disposisi kepada bidang terkait', 'dispose', 'koordinator'],
  ['Tindak lanjut penyelesaian', 'follow-up', 'kepala-bidang'],
  ['Penyampaian hasil tindak lanjut kepada pelapor', 'answer', 'front-office'],
  ['Dokumentasi dan arsip pengaduan', 'file', 'front-office'],
];

async function officeFromFolder(slug: string): Promise<OfficeData> {
  const { office } = await loadOffice(fileURLToPath(new URL(`../../../offices/${slug}`, import.meta.url)));
  assert.ok(office);
  return office;
}

test('the six stages that Tabalong tells of itself run on the same engine', async () => {
  const tabalong = await officeFromFolder('tabalong');
  const [first] = tabalong.sops;
  assert.ok(first);
  const sop: Sop = {
    ...first,
    id: 'enam-tahap',
    title: 'SOP Enam Tahap',
    actors: tabalong.roles.map(({ key, title }) => ({ key, label: title, role: key })),
    steps: SIX_STAGES.map(([activity, operation, actor], at) => ({
      ...{ no: at + 1, activity, operation, actor, requires: [], output: null },
      ...{ standard: { count: 1, unit: 'working-day' as const }, standardPrinted: '1 hari kerja' },
    })),
  };
  const office = {
    ...tabalong,
    sops: [sop],
    channels: tabalong.channels.map((one) => ({ ...one, sop: sop.id })),
  };
  assert.deepEqual(
    checkSops(office).filter(({ severity }) => severity !== 'warning'),
    [],
  );
  const life = walk(office, sop);
  holdsWholeStopwatches(life, sop);
  assert.equal(life.state().sop.steps[3]?.by?.role, 'kepala-bidang');
});

test('both SOPs of the decree of Kutai Kartanegara, and every other office’s pair, run on the same engine', async () => {
  for (const slug of ['kutai-kartanegara', 'tabalong', 'karangasem', 'buru-selatan', 'kalimantan-barat']) {
    const office = await officeFromFolder(slug);
    for (const sop of office.sops) holdsWholeStopwatches(walk(office, sop), sop);
  }
});
