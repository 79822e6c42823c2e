import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OfficeSchedule } from './calendar.ts';
import { DEFAULT_HOURS, defaultSchedule } from './default-schedule.ts';
import { scheduleProblems } from './schedule-problems.ts';

const sound = defaultSchedule('Asia/Makassar', [
  { year: 2026, from: '2026-02-19', to: '2026-03-20', note: '' },
]);

function pathsOf(changes: Partial<OfficeSchedule>): readonly string[] {
  return scheduleProblems({ ...sound, ...changes }).map((problem) => problem.path);
}

test('the default schedule is sound', () => {
  assert.deepEqual(scheduleProblems(sound), []);
});

test('hours that close before they open, overlap or leave the day are named by weekday', () => {
  const service = {
    ...DEFAULT_HOURS.service,
    mon: [[960, 450]] as const,
    tue: [
      [450, 720],
      [700, 960],
    ] as const,
    wed: [[450, 1500]] as const,
    thu: [
      [450, 720],
      [720, 960],
    ] as const,
  };
  assert.deepEqual(pathsOf({ normal: { ...DEFAULT_HOURS, service } }), [
    'normal.service.mon',
    'normal.service.tue',
    'normal.service.wed',
  ]);
});

test('a schedule in which no day is both served and worked would count for ever', () => {
  const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  assert.deepEqual(pathsOf({ normal: { ...DEFAULT_HOURS, service: never } }), ['normal']);
  const places = [{ key: 'mpp', label: 'MPP', hours: { ...DEFAULT_HOURS, service: never } }];
  assert.deepEqual(pathsOf({ places }), ['places[0].hours']);
});

test('dates of Ramadan and of days off must exist and stand in order', () => {
  const [period] = sound.ramadan;
  assert.ok(period);
  assert.deepEqual(pathsOf({ ramadan: [{ ...period, from: '2026-03-21' }] }), ['ramadan[0]']);
  assert.deepEqual(pathsOf({ ramadan: [{ ...period, year: 2027 }] }), ['ramadan[0]']);
  const extraDays = [
    { date: '2026-02-30', kind: 'penutupan' as const, name: 'A', decree: 'SK', announcedOn: '2026-01-01' },
  ];
  assert.deepEqual(pathsOf({ extraDays }), ['extraDays[0]']);
});
