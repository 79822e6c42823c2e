import { test } from 'node:test';
import { lookAtPages } from './look-at-pages.ts';
import { PAPER_PAGES } from './page-table.ts';

test('pages of papers, reports and personal data', (t) => lookAtPages(t, PAPER_PAGES));
