import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aReportTree } from '../../../../test/a-report-tree.ts';
import { resolveTree } from '../../../domain/documents/resolve-tree.ts';
import type { ResolvedChart } from '../../../domain/documents/resolved-document.ts';
import { drawChart } from './draw-chart.ts';

const charts = resolveTree(aReportTree()).body.flatMap((block) => (block.type === 'chart' ? [block] : []));
const kinds = ['bar', 'column', 'line', 'share'] as const;

function aChart(
  kind: ResolvedChart['kind'],
  values: readonly (number | null)[],
  name = 'Layanan',
): ResolvedChart {
  return {
    type: 'chart',
    id: 'x',
    anchor: 'grafik-x',
    kind,
    number: 'Grafik 1',
    title: name,
    alternative: `${name}.`,
    points: values.map((value, index) => ({
      key: String(index),
      label: `${name} ${index}`,
      value,
      printed: value === null ? '–' : String(value),
      share: null,
      rows: null,
    })),
  };
}

test('every chart says itself in words and labels every value directly', () => {
  assert.equal(charts.length, 4);
  for (const chart of charts) {
    const svg = drawChart(chart);
    assert.match(svg, /role="img" aria-labelledby="grafik-[a-z-]+-judul grafik-[a-z-]+-uraian"/);
    assert.match(svg, /<title id="[^"]+">Grafik 2\.\d /);
    for (const point of chart.points)
      assert.ok(svg.includes(point.printed), `${chart.id} lacks ${point.printed}`);
  }
});

test('no chart carries a style, a script or a link that the site would refuse', () => {
  for (const chart of charts) assert.doesNotMatch(drawChart(chart), / style=|<script|href=| on[a-z]+=/);
});

test('a chart of nothing, of zeros and of unknown values is drawn without broken numbers', () => {
  for (const kind of kinds) {
    for (const values of [[], [0], [0, 0, 0], [null, 0, null], [null], [5]]) {
      assert.doesNotMatch(drawChart(aChart(kind, values)), /NaN|Infinity|undefined|"-\d/);
    }
  }
});

test('a lying bar is drawn for what counts; zeros stand in the table, and alone only where all are zero', () => {
  const svg = drawChart(aChart('bar', [0, 43, 0]));
  assert.match(svg, /Layanan 1/);
  assert.doesNotMatch(svg, /Layanan [02]/);
  assert.match(drawChart(aChart('bar', [0, 0])), /Layanan 0/);
});

test('whatever a label says stays text', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...kinds), (name, kind) => {
      const svg = drawChart(aChart(kind, [1, 2], `<b>"'&${name}`));
      assert.doesNotMatch(svg, /<b>/);
      assert.equal(svg.match(/<svg/g)?.length, 1);
    }),
  );
});

test('a label of ten thousand letters keeps the chart in its frame and is quick', () => {
  const svg = drawChart(aChart('bar', [1, 2], 'x'.repeat(10_000)));
  assert.ok(svg.length < 60_000);
});

test('a chart of hundreds of rows stays on one page and says how many it leaves to its table', () => {
  for (const kind of kinds) {
    const svg = drawChart(
      aChart(
        kind,
        Array.from({ length: 300 }, (_, index) => index + 1),
      ),
    );
    const [, height = '0'] = /viewBox="0 0 640 (\d+)"/.exec(svg) ?? [];
    assert.ok(Number(height) < 700, `${kind} is ${height} high`);
    for (const [, size] of svg.matchAll(/font-size="([\d.]+)"/g))
      assert.ok(Number(size) >= 10, `${kind}: ${size}`);
    if (kind !== 'line') assert.match(svg, />… \+280</);
  }
});

test('columns of a quarter stay columns, and a share names no part that is not there', () => {
  const widths = [...drawChart(aChart('column', [7, 7, 8])).matchAll(/<rect [^>]*width="([\d.]+)"/g)];
  assert.equal(widths.length, 3);
  for (const [, width] of widths) assert.ok(Number(width) <= 72, `${width} wide`);
  const shares = (kept: number) =>
    drawChart({
      ...aChart('share', [kept, 0, 0]),
      points: aChart('share', [kept, 0, 0]).points.map((point, index) => ({
        ...point,
        share: { tenths: index === 0 && kept > 0 ? 1000 : 0, printed: index === 0 ? '100,0%' : '0,0%' },
      })),
    });
  assert.match(shares(3), />Layanan 0: 3/);
  assert.doesNotMatch(shares(3), />Layanan 1: 0/);
  assert.match(shares(0), />Layanan 1: 0/, 'of nothing all names are told');
});
