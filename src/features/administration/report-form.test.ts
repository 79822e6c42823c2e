import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { judgeOfficeValues } from '../offices/judge-office-values.ts';
import { loadOffice } from '../offices/load-office.ts';
import { isRecord } from '../offices/office-edit.ts';
import { officeValues } from '../offices/office-values.ts';
import { nodesOfRows, type ReportRow, readRows, reshapeRows, rowsOfNode } from './report-form.ts';

const OFFICES = ['tabalong', 'karangasem', 'kalimantan-barat', 'buru-selatan', '_blank'];
const row = (type: ReportRow['type'], depth: number, text = ''): ReportRow => ({
  type,
  depth,
  fields: { text, when: '' },
});

describe('the text of a report as rows of a form', () => {
  it('makes every chapter of every office again as it was, and fits into a form', async () => {
    for (const slug of OFFICES) {
      const { office } = await loadOffice(
        fileURLToPath(new URL(`../../../offices/${slug}`, import.meta.url)),
      );
      assert.ok(office, slug);
      const values = officeValues(office);
      const reports = values.reports.flatMap((report) => {
        if (!isRecord(report) || !Array.isArray(report.body)) return [];
        const rows = report.body.map((node) => rowsOfNode(node));
        for (const chapter of rows) {
          const inputs = chapter.flatMap(({ fields }) => ['t', ...Object.keys(fields)]);
          assert.ok(inputs.length < 450, `${slug}: ${inputs.length} inputs`);
          const sent = new Map<string, string>(
            chapter.flatMap(({ type, depth, fields }, at) => [
              [`b.${at}.t`, `${type}:${depth}`] as const,
              ...Object.entries(fields).map(([name, said]) => [`b.${at}.${name}`, said] as const),
            ]),
          );
          assert.deepEqual(
            readRows((name) => [sent.get(name) ?? '']),
            chapter,
          );
        }
        return [{ ...report, body: rows.flatMap((one) => nodesOfRows(one)) }];
      });
      assert.equal(reports.length, office.reports.length);
      const judged = judgeOfficeValues({ ...values, reports }, office);
      assert.deepEqual(
        JSON.parse(JSON.stringify(judged.office?.reports)),
        JSON.parse(JSON.stringify(office.reports)),
        slug,
      );
    }
  });

  it('takes a row away with all that belongs to it, never the chapter', () => {
    const rows = [row('section', 0), row('section', 1), row('paragraph', 2, 'a'), row('paragraph', 1, 'b')];
    const gone = reshapeRows(rows, 'hapus:1', { type: '', after: 0 });
    assert.deepEqual(
      gone?.map(({ fields }) => fields.text),
      ['', 'b'],
    );
    assert.equal(reshapeRows(rows, 'hapus:0', { type: '', after: 0 }), rows);
    assert.equal(reshapeRows(rows, 'periksa', { type: '', after: 0 }), null);
  });

  it('puts a row into a section, after its neighbour, or after the list of an item', () => {
    const rows = [row('section', 0), row('list', 1), row('item', 2, 'a'), row('paragraph', 1, 'b')];
    const types = (type: string, after: number) =>
      reshapeRows(rows, 'tambah', { type, after })
        ?.map((one) => `${one.type}${one.depth}`)
        .join(' ');
    assert.equal(types('paragraph', 0), 'section0 paragraph1 list1 item2 paragraph1');
    assert.equal(types('item', 1), 'section0 list1 item2 item2 paragraph1');
    assert.equal(types('item', 2), 'section0 list1 item2 item2 paragraph1');
    assert.equal(types('paragraph', 2), 'section0 list1 item2 paragraph1 paragraph1');
    assert.equal(types('list', 3), 'section0 list1 item2 paragraph1 list1 item2');
  });

  it('lifts a row over its neighbour with all that belongs to both', () => {
    const rows = [row('section', 0), row('list', 1), row('item', 2, 'a'), row('paragraph', 1, 'b')];
    const lifted = reshapeRows(rows, 'naik:3', { type: '', after: 0 });
    assert.deepEqual(
      lifted?.map(({ type }) => type),
      ['section', 'paragraph', 'list', 'item'],
    );
    assert.equal(reshapeRows(rows, 'naik:1', { type: '', after: 0 }), rows, 'the first of its section stays');
  });
});
