import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { PAGES } from '../e2e/page-table.ts';
import { picturesOf, screensPage } from './screens-page.ts';
import { readPng, smallPng } from './small-png.ts';

const folder = new URL('../docs/screens/', import.meta.url);
/** What a clone is asked to carry. */
const MOST_BYTES = 12_000_000;

test('a picture of few colours keeps every pixel, whichever way its lines were foretold', () => {
  const before = readPng(readFileSync(new URL('beranda.png', folder)));
  const small = smallPng(smallPng(readFileSync(new URL('beranda.png', folder))));
  const after = readPng(small);
  assert.deepEqual([after.width, after.height], [before.width, before.height]);
  assert.deepEqual(after.pixels, before.pixels);
  assert.throws(() => smallPng(Buffer.from('GIF89a, and no PNG')), /No PNG/);
});

test('docs/screens shows every page of the application, names each picture, and stays small', () => {
  const files = readdirSync(folder);
  const pictures = files.filter((name) => name.endsWith('.png'));
  const wanted = [...PAGES.flatMap(picturesOf), ...PAPERS];
  assert.deepEqual(pictures.toSorted(), wanted.toSorted(), 'npm run screens takes them anew');
  assert.equal(readFileSync(new URL('README.md', folder), 'utf8'), screensPage());
  const bytes = files.reduce((sum, name) => sum + statSync(new URL(name, folder)).size, 0);
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
});
const PAPERS = ['laporan-tahunan-sampul.png', 'laporan-tahunan-tabel.png', 'laporan-tahunan-register.png'];
