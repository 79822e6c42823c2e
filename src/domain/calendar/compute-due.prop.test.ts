import { test } from 'node:test';
import {
  provesAnsweringDays,
  provesElapsedTime,
  provesLastYear,
  provesLimits,
  provesSeconds,
} from '../../../test/deadline-properties.ts';

test('10,000 random limits of every unit and zone end where a walk minute by minute ends', () => {
  provesLimits(10_000);
});

test('limits received within a minute end where a walk second by second ends', () => {
  provesSeconds(250);
});

test('elapsed service time is the number of open minutes that a walk passes', () => {
  provesElapsedTime(1_000);
});

test('answering time in working days is the shortest working-day limit that the answer keeps', () => {
  provesAnsweringDays(1_000);
});

test('an answer after the last end of work of the last loaded year keeps the limit that ends in the next', () => {
  provesLastYear(500);
});
