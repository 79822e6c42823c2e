import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newTicket, newTicketSecret, normalTicket, normalTicketSecret } from './ticket.ts';

test('a ticket carries its office and no letter that can be misread', () => {
  for (let i = 0; i < 200; i++) {
    assert.match(newTicket('TAB'), /^TAB-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  }
});

test('a ticket is understood however people type it', () => {
  const ticket = newTicket('BSL');
  assert.equal(normalTicket(ticket.toLowerCase().replaceAll('-', ' ')), ticket);
  assert.equal(normalTicket(ticket.replaceAll('-', '')), ticket);
});

test('what cannot be a ticket or a secret is told apart before any look-up', () => {
  for (const typed of ['', 'TAB', 'TAB-0000-0000', 'TAB-2222-222', `TAB-2222-2222'--`]) {
    assert.equal(normalTicket(typed), null);
  }
  assert.equal(normalTicketSecret('2222-2222-222'), null);
});

test('a secret is understood however people type it', () => {
  const secret = newTicketSecret();
  assert.equal(normalTicketSecret(` ${secret.toLowerCase()} `), secret);
});
