import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Resvg } from '@resvg/resvg-js';
import { emblemFile, readEmblem } from './read-emblem.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const drawing = (inside: string, root = 'viewBox="0 0 10 10"'): Uint8Array =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>`);
const aPng = new Resvg(
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>',
)
  .render()
  .asPng();

function svgOf(file: Uint8Array): string {
  const read = readEmblem(file);
  assert.ok(read.ok, JSON.stringify(read));
  return read.svg;
}

test('an emblem drawn of shapes, gradients, clips and classes stays what it was, and cleaning twice changes nothing', () => {
  const placeholder = readFileSync(new URL('../../../../assets/emblem/placeholder.svg', import.meta.url));
  const rich = drawing(
    '<style>.a{fill:url(#warna)}</style><defs><linearGradient id="dasar"><stop offset="0" stop-color="red"/></linearGradient><linearGradient id="warna" xlink:href="#dasar"/><clipPath id="potong"><circle r="4"/></clipPath></defs><g clip-path="url(#potong)"><path class="a" d="M0 0h9v9z"/></g>',
  );
  for (const file of [placeholder, rich]) {
    const once = svgOf(file);
    assert.equal(svgOf(bytes(once)), once);
    assert.ok(new Resvg(once).render().width > 0);
  }
  assert.match(svgOf(rich), /<linearGradient id="warna" href="#dasar">/);
});

test('notes of drawing programs, comments and a DOCTYPE are left out', () => {
  const svg = svgOf(
    bytes(
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="x" width="210mm" height="297mm"><!-- catatan --><metadata><rdf:RDF/></metadata><sodipodi:namedview/><path inkscape:label="a" d="M0 0h9"/></svg>',
    ),
  );
  assert.equal(
    svg,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${(210 * 96) / 25.4} ${(297 * 96) / 25.4}" width="${(210 * 96) / 25.4}" height="${(297 * 96) / 25.4}"><path d="M0 0h9"></path></svg>`,
  );
});

test('whatever runs, fetches, writes letters or unfolds without end is refused by its name', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<script>alert(1)</script>', 'unsafe-element'],
    ['<foreignObject><p/></foreignObject>', 'unsafe-element'],
    ['<a href="https://contoh.example"><path/></a>', 'unsafe-element'],
    ['<animate attributeName="x"/>', 'unsafe-element'],
    ['<image href="https://contoh.example/a.png"/>', 'unsafe-element'],
    ['<path onload="alert(1)"/>', 'unsafe-attribute'],
    ['<use href="https://contoh.example/a.svg#b"/>', 'outside-reference'],
    ['<use xlink:href="file:///etc/passwd"/>', 'outside-reference'],
    ['<path fill="url(https://contoh.example/a)"/>', 'outside-reference'],
    ['<path style="fill:url( \'//contoh.example\')"/>', 'outside-reference'],
    ['<style>@import "https://contoh.example/a.css";</style>', 'unsafe-attribute'],
    ['<style>.a{background:url(//contoh.example)}</style>', 'outside-reference'],
    ['<text>Dinas</text>', 'letters'],
    [
      '<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#c"/></g><g id="c"/><use href="#a"/>',
      'nested-reference',
    ],
    ['<g id="a"><use href="#a"/></g>', 'nested-reference'],
    ['<path d="M0', 'broken'],
    ['&jumlah;', 'broken'],
  ];
  for (const [inside, refusal] of cases) {
    const read = readEmblem(drawing(inside));
    assert.equal(read.ok ? 'taken' : read.refusal, refusal, inside);
  }
  const without = readEmblem(drawing('<path/>', ''));
  assert.equal(without.ok ? 'taken' : without.refusal, 'no-size');
  const html = readEmblem(bytes('<html></html>'));
  assert.equal(html.ok ? 'taken' : html.refusal, 'not-an-svg');
});

test('a PNG is held whole in its SVG, and comes back byte by byte', () => {
  const svg = svgOf(aPng);
  assert.match(
    svg,
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 30 20" width="30" height="20"><image /,
  );
  assert.ok(Buffer.from(emblemFile(svg)).equals(aPng));
  const drawn = new Resvg(svg).render();
  assert.equal(drawn.pixels[3], 255, 'the picture in it is drawn');
  const plain = svgOf(drawing('<path d="M0 0h9"/>'));
  assert.equal(Buffer.from(emblemFile(plain)).toString(), plain);
});

test('a PNG that is cut, changed, or larger than a paper needs is refused', () => {
  const changed = Buffer.from(aPng);
  changed[40] = (changed[40] ?? 0) ^ 1;
  for (const broken of [
    aPng.subarray(0, aPng.length - 5),
    changed,
    Buffer.concat([aPng, Buffer.from('ekor')]),
  ]) {
    const read = readEmblem(broken);
    assert.equal(read.ok ? 'taken' : read.refusal, 'broken');
  }
  const huge = new Resvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="2001" height="1"><path d="M0 0h1v1z"/></svg>',
  );
  const read = readEmblem(huge.render().asPng());
  assert.equal(read.ok ? 'taken' : read.refusal, 'too-many-pixels');
});
