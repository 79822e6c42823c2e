import assert from 'node:assert/strict';
import test from 'node:test';
import { PERMISSIONS } from '../../domain/people/permissions.ts';
import { staffRooms } from './staff-rooms.ts';

test('seven doors at most stand in the row, the others are found once each under a heading', () => {
  const { row, more } = staffRooms(new Set(PERMISSIONS));
  const folded = more.flatMap(({ doors }) => doors);
  assert.equal(row.length, 6, 'six, and the one that opens the others');
  assert.ok(folded.length > 0);
  const rooms = [...row, ...folded].map(({ room }) => room);
  assert.equal(new Set(rooms).size, rooms.length);
});

test('who may do little has his few doors in the row and nothing folded', () => {
  const { row, more } = staffRooms(new Set(['case/read-open', 'intake']));
  assert.deepEqual(more, []);
  assert.ok(row.some(({ room }) => room === 'counter'));
  assert.ok(!row.some(({ room }) => room === 'accounts'));
});
