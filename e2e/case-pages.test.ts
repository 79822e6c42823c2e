import { test } from 'node:test';
import { lookAtPages } from './look-at-pages.ts';
import { CASE_PAGES } from './page-table.ts';

test('pages of the work on cases', (t) => lookAtPages(t, CASE_PAGES));
