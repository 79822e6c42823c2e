// The oracle that walks minute by minute, over four times as many random cases as `npm test` takes.
import { test } from 'node:test';
import {
  provesAnsweringDays,
  provesElapsedTime,
  provesLastYear,
  provesLimits,
  provesSeconds,
} from '../deadline-properties.ts';

test('40,000 random limits of every unit and zone end where a walk minute by minute ends', () => {
  provesLimits(40_000);
});

test('limits received within a minute end where a walk second by second ends', () => {
  provesSeconds(1_000);
});

test('elapsed service time is the number of open minutes that a walk passes', () => {
  provesElapsedTime(4_000);
});

test('answering time in working days is the shortest working-day limit that the answer keeps', () => {
  provesAnsweringDays(4_000);
});

test('an answer after the last end of work of the last loaded year keeps the limit that ends in the next', () => {
  provesLastYear(2_000);
});
