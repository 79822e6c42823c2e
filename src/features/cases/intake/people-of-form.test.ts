import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formNameOf, namesMorePeople, peopleOfForm } from './people-of-form.ts';

test('rule 3: several reporters, people concerned and respondents come from one form, each in his place', () => {
  const people = peopleOfForm({
    name: 'Sari Contoh',
    as: 'self',
    'as-2': 'self',
    'name-3': 'Dewi Contoh',
    'as-3': 'group',
    concernName: 'Budi Contoh',
    concernRelation: 'anak',
    'respondentStaff-2': '0198c5c4-0000-7000-8000-000000000001',
  });
  assert.deepEqual(people, {
    reporters: [{ name: 'Sari Contoh', as: 'self' }, { as: 'self' }, { name: 'Dewi Contoh', as: 'group' }],
    concerns: [{ name: 'Budi Contoh', relation: 'anak' }],
    respondents: [{}, { staffId: '0198c5c4-0000-7000-8000-000000000001' }],
  });
});

test('a form in which nobody is named names nobody', () => {
  assert.deepEqual(peopleOfForm({ as: 'self', 'as-2': 'self' }), {
    reporters: [],
    concerns: [],
    respondents: [],
  });
});

test('a finding about the second reporter stands at the field of the second', () => {
  assert.equal(formNameOf('reporters.0.phone'), 'phone');
  assert.equal(formNameOf('reporters.1.phone'), 'phone-2');
  assert.equal(formNameOf('concerns.0.nik'), 'concernNik');
  assert.equal(formNameOf('respondents.1.name'), 'respondent-2');
  assert.equal(formNameOf('text'), null);
});

test('the folded part opens for what was typed there and stays shut for a short visit', () => {
  assert.equal(namesMorePeople(['name', 'phone', 'concernName', 'respondent', 'text']), false);
  assert.equal(namesMorePeople(['concernNik']), true);
  assert.equal(namesMorePeople(['phone-2']), true);
});
