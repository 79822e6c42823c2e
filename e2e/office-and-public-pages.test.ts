import { test } from 'node:test';
import { lookAtPages } from './look-at-pages.ts';
import { OFFICE_PAGES, PUBLIC_PAGES } from './page-table.ts';

test('pages of the office, its people and the public', (t) =>
  lookAtPages(t, [...OFFICE_PAGES, ...PUBLIC_PAGES]));
