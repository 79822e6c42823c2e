import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { aReportTree } from '../../../../test/a-report-tree.ts';
import { hostileTexts } from '../../../../test/hostile-texts.ts';
import { resolveTree } from '../../../domain/documents/resolve-tree.ts';
import { drawHtml, drawPaper } from './draw-html.ts';

const report = resolveTree(aReportTree({ meta: { figuresHash: 'abc123', edition: 'Terbitan pertama' } }));

test('every number that has rows is a link to them and keeps the id of its fact', () => {
  const html = drawPaper(report, { rowsHref: (rows) => `/baris?${new URLSearchParams(rows)}` });
  assert.match(
    html,
    /<a href="\/baris\?period=2031&amp;by-service=jaminan" data-figure="by-service\/jaminan\/count">12<span class="paper__hidden"> \(lihat baris register\)<\/span><\/a>/,
  );
  assert.match(html, /data-figure="register\/total">43 \(empat puluh tiga\)/);
  const alone = drawPaper(report);
  assert.match(alone, /data-figure="by-service\/jaminan\/count"/);
  assert.doesNotMatch(alone, /<a [^>]*data-figure|lihat baris register/);
});

test('tables have captions and headers of columns and rows, and can be scrolled by keyboard', () => {
  const html = drawPaper(report);
  assert.match(
    html,
    /<div class="paper__table" id="tabel-by-service" tabindex="0" role="region" aria-labelledby="tabel-by-service-judul">/,
  );
  assert.match(html, /<caption id="tabel-by-service-judul">Tabel 2\.1 Pengaduan menurut layanan<\/caption>/);
  assert.match(html, /<th scope="col">Uraian<\/th>/);
  assert.match(html, /<th scope="row">Pengaktifan kembali kartu jaminan kesehatan<\/th>/);
  assert.match(html, /<tfoot><tr><th scope="row" colspan="2" class="paper__mid">Jumlah<\/th>/);
});

test('the paper carries no style, script or handler of its own and every link of the contents arrives', () => {
  const html = drawPaper(report);
  assert.doesNotMatch(html, /<style|<script| style=| on[a-z]+=|javascript:/);
  for (const [, target = ''] of html.matchAll(/href="#([^"]+)"/g))
    assert.ok(html.includes(`id="${target}"`), target);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.doesNotMatch(html, /<h1/, 'the page that it lies in has one');
});

test('a page that stands alone is one file with its styles and the hash of its figures', () => {
  const html = drawHtml(report);
  assert.match(html, /^<!doctype html>\n<html lang="id">/);
  assert.equal(html.match(/<h1/g)?.length, 1);
  assert.match(html, /Sidik angka abc123/);
  assert.doesNotMatch(html, /<script|<link|src="http/);
});

test('whatever citizens write is text', () => {
  for (const text of hostileTexts()) {
    const html = drawPaper(resolveTree(aReportTree({ text, registerRows: 2 })));
    assert.doesNotMatch(html, /<script|<img src=x|<b>|<label>/);
    const strict = html.replace(/<br>/g, '<br/>').replace(/<img ([^>]*)>/g, '<img $1/>');
    new SaxesParser().write(strict).close();
  }
});
