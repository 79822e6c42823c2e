import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { availableActions } from '../src/domain/complaint/available-actions.ts';
import { isShutOut, personGate } from '../src/domain/complaint/gate.ts';
import { CASE_OPERATIONS } from '../src/domain/complaint/operation-table.ts';
import { rightsOf } from '../src/domain/people/case-actor.ts';
import { isRespondent, mayRead } from '../src/domain/people/may.ts';
import { holdsRefusedPair } from '../src/domain/people/permissions.ts';
import { officeFromFiles } from './a-counted-report.ts';
import { anOffice } from './an-office.ts';
import { walkCase } from './case-walk.ts';
import { meeting } from './permission-cases.ts';
import { type Expected, expected, mayOpen, RULES, SITUATIONS } from './permission-rules.ts';

const OFFICES = ['tabalong', 'kutai-kartanegara', 'karangasem', 'kalimantan-barat', 'buru-selatan'];
const ADMINISTRATION = ['office/administer', 'account/administer', 'token/administer'];
const INSIDE = SITUATIONS.filter((one) => one !== 'other-office');

for (const slug of OFFICES) {
  const office = await officeFromFiles(slug);
  test(`rules 6, 27, 28: every role of ${slug} does in every case what the rules let it do, and nothing else`, () => {
    const wrong = office.roles.flatMap((role) =>
      INSIDE.flatMap((situation) => {
        const { actor, state } = meeting(office, role, situation);
        const reads = mayRead(actor, state) ? 'opens' : 'does not open';
        const should = mayOpen(role.may, situation) ? 'opens' : 'does not open';
        const acts = CASE_OPERATIONS.flatMap((operation) => {
          const hidden = isShutOut(state, operation, actor);
          const may = personGate(state, operation, actor) === null;
          const found: Expected = hidden ? 'hidden' : may ? 'yes' : 'no';
          const wanted = expected(role.may, operation, situation);
          return found === wanted
            ? []
            : [`${role.key} ${situation} ${operation}: ${found}, should be ${wanted}`];
        });
        return reads === should ? acts : [`${role.key} ${situation}: ${reads}, should: ${should}`, ...acts];
      }),
    );
    assert.deepEqual(wrong, []);
  });

  test(`the buttons that ${slug} shows are none but what the rules let their reader do`, () => {
    for (const role of office.roles) {
      for (const situation of INSIDE) {
        const { actor, state } = meeting(office, role, situation);
        for (const { operation } of availableActions(state, actor, office)) {
          assert.equal(
            expected(role.may, operation, situation),
            'yes',
            `${role.key} ${situation} ${operation}`,
          );
        }
      }
    }
  });

  test(`administration alone opens no case of ${slug}, and the auditor of the log opens none either (rule 23)`, () => {
    const alone = office.roles.filter(
      ({ may }) => may.includes('log/read') || may.includes('account/administer'),
    );
    assert.equal(alone.length, 2);
    for (const role of alone) {
      for (const situation of INSIDE.filter((one) => one !== 'restricted-named')) {
        const { actor, state } = meeting(office, role, situation);
        assert.equal(mayRead(actor, state), false, `${role.key} ${situation}`);
        assert.deepEqual(availableActions(state, actor, office), []);
      }
    }
    const readers = office.roles.filter(({ may }) => may.includes('log/read'));
    assert.ok(readers.every(({ may }) => ADMINISTRATION.every((one) => !may.includes(one))));
  });
}

test('rule 23: no part of administration goes with the log, whatever else somebody holds', () => {
  for (const one of ADMINISTRATION) {
    assert.equal(holdsRefusedPair(['case/read-open', 'log/read', one]), true, one);
    assert.equal(holdsRefusedPair([one, 'dispose']), false, one);
  }
});

test('every operation has its rule, and every rule its operation', () => {
  assert.deepEqual(Object.keys(RULES).sort(), [...CASE_OPERATIONS].sort());
});

const office = anOffice();
const units = office.units.map(({ key }) => key);
const aHeldRole = fc.record({
  role: fc.constantFrom(...office.roles.map(({ key }) => key)),
  unit: fc.constantFrom(null, ...units),
});
const aPick = fc.infiniteStream(fc.nat(1_000_000)).map((numbers) => (n: number) => {
  const { value } = numbers.next();
  return Number(value) % n;
});

test('rules 23, 28: whatever roles somebody holds and whatever happened to a case, he does nothing beyond all that his roles let him do', () => {
  fc.assert(
    fc.property(
      fc.array(aHeldRole, { minLength: 1, maxLength: 3 }),
      fc.nat(12),
      aPick,
      (held, steps, pick) => {
        const { state } = walkCase(steps, pick);
        const actor = {
          ...({ by: 'staff', account: 'siapa-pun', deputyOf: [] } as const),
          ...rightsOf(held, office),
        };
        const may = new Set(
          held.flatMap(({ role }) => office.roles.find(({ key }) => key === role)?.may ?? []),
        );
        for (const { operation } of availableActions(state, actor, office)) {
          const needs = operation === 'prove-notice' ? ['answer', 'verify'] : RULES[operation].needs;
          assert.ok(
            needs.some((one) => may.has(one)),
            `${operation} without a permission for it`,
          );
        }
        for (const { account } of state.people.respondents) {
          if (account === null) continue;
          for (const shut of [
            { ...actor, account },
            { ...actor, deputyOf: [account] },
          ]) {
            assert.ok(isRespondent(shut, state));
            assert.equal(mayRead(shut, state), false);
            assert.deepEqual(availableActions(state, shut, office), []);
            assert.ok(CASE_OPERATIONS.every((operation) => isShutOut(state, operation, shut)));
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('more roles never take away what fewer gave, but a role for one unit gives nothing in another', () => {
  fc.assert(
    fc.property(aHeldRole, aHeldRole, fc.nat(12), aPick, (one, more, steps, pick) => {
      const { state } = walkCase(steps, pick);
      const by = { by: 'staff', account: 'siapa-pun', deputyOf: [] } as const;
      const fewer = availableActions(state, { ...by, ...rightsOf([one], office) }, office);
      const all = availableActions(state, { ...by, ...rightsOf([one, more], office) }, office);
      const names = all.map(({ operation }) => operation);
      for (const { operation } of fewer) assert.ok(names.includes(operation), operation);
    }),
    { numRuns: 200 },
  );
});
