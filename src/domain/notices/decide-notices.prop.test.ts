import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wita } from '../../../test/a-complaint.ts';
import { anOffice, officeCalendar } from '../../../test/an-office.ts';
import { pickSeeded, someSeed, WALKERS, walkCase } from '../../../test/case-walk.ts';
import { localDate } from '../calendar/instant.ts';
import { instantMs } from '../complaint/instant-ms.ts';
import { isRespondent, mayRead } from '../people/may.ts';
import { decideNotices } from './decide-notices.ts';
import { gatherMessages, messageKey, toldKey } from './gather-messages.ts';
import { urgentRecipients } from './urgent-call.ts';

const office = anOffice();
const staff = WALKERS.filter(({ by }) => by === 'staff');
const start = instantMs(wita('2026-03-02T07:30'));
const HOUR = 3_600_000;

/** Moments in any order: a clock that is set forwards and back, by hours and by months. */
const jumps = fc.array(fc.integer({ min: -40 * 24, max: 200 * 24 }), { minLength: 2, maxLength: 40 });

test('rule 20: however the clock jumps, a person has one digest a day and is told nothing twice', () => {
  fc.assert(
    fc.property(someSeed, fc.nat(40), jumps, (seed, length, hours) => {
      const pick = pickSeeded(seed);
      const cases = [1, 2, 3, 4].map((no) => ({
        caseId: `kasus-${no}`,
        state: walkCase(length, pick).state,
      }));
      const told = new Set<string>();
      for (const hour of hours) {
        const now = start + hour * HOUR;
        const dues = decideNotices({
          cases,
          staff,
          office,
          calendar: officeCalendar,
          waitingForCalendar: 0,
          now,
        });
        const day = localDate(now, officeCalendar.zone);
        const messages = gatherMessages(dues, day, told);
        // What comes later on that day goes into the one that is there (the key), and no second mail follows it.
        assert.equal(new Set(messages.map(messageKey)).size, messages.length);
        const digests = messages.filter(({ kind }) => kind === 'digest').map(({ account }) => account);
        assert.equal(new Set(digests).size, digests.length, 'two digests for one person');
        for (const message of messages) {
          assert.ok(message.items.length > 0, 'nobody is sent an empty message');
          for (const item of message.items) {
            assert.ok(!told.has(toldKey(item)), `${toldKey(item)} was told before`);
            told.add(toldKey(item));
          }
        }
        // The same moment again, as by a second worker or after a crash, has nothing new.
        assert.deepEqual(gatherMessages(dues, day, told), []);
      }
    }),
    { numRuns: 150 },
  );
});

test('rules 6, 27, 28: nobody is ever told of a case that he may not read, by a reminder or a call', () => {
  fc.assert(
    fc.property(someSeed, fc.nat(60), fc.integer({ min: 0, max: 200 * 24 }), (seed, length, hour) => {
      const { state } = walkCase(length, pickSeeded(seed));
      const cases = [{ caseId: 'kasus-1', state }];
      const now = start + hour * HOUR;
      const told = [
        ...decideNotices({ cases, staff, office, calendar: officeCalendar, waitingForCalendar: 0, now })
          .filter(({ caseId }) => caseId !== null)
          .map(({ account }) => account),
        ...urgentRecipients(state, staff, office),
      ];
      for (const account of told) {
        const actors = staff.filter((one) => one.account === account);
        assert.ok(
          actors.some((one) => mayRead(one, state)),
          `${account} may not read it`,
        );
        assert.ok(!actors.every((one) => isRespondent(one, state)), `${account} is complained of`);
      }
    }),
    { numRuns: 300 },
  );
});
