import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { exportOffice } from '../offices/export-office.ts';
import { judgeOfficeValues } from '../offices/judge-office-values.ts';
import { keepEdits } from '../offices/keep-edits.ts';
import { loadOffice, loadOfficeFolder } from '../offices/load-office.ts';
import { mergeOffice } from '../offices/merge-office.ts';
import { applyEdit, itemKey, itemsAt, partOf } from '../offices/office-edit.ts';
import { officeValues } from '../offices/office-values.ts';
import { EDIT_SECTIONS } from './edit-sections-table.ts';
import { type FormValues, formOfPart, inputsOf, partOfForm } from './part-form.ts';

const { office } = await loadOffice(fileURLToPath(new URL('../../../offices/tabalong', import.meta.url)));
assert.ok(office);
const tabalong = office;

/** What people type: words that trouble a file format, hours, limits, keys, nothing. */
const typed = fc.oneof(
  fc.constantFrom(
    '',
    'yes',
    'null',
    '- x',
    ': y',
    '# z',
    '"',
    '3 hari kerja',
    '07.30-16.00',
    '2026-05-01',
    '2026: 88',
  ),
  fc.constantFrom(
    'Bidang Baru',
    'a: b: c',
    'Satu\nDua',
    '0',
    '{ticket}',
    'sekretariat',
    'Nilai {ticket} ini',
    'Asia/Jayapura',
    '1, 2',
    'koordinator',
    'case/read-open',
  ),
  fc.string({ maxLength: 30 }).map((text) => text.replace(/[^\n\x20-\x7e]/g, '').trim()),
);
const change = fc.record({
  section: fc.constantFrom(...EDIT_SECTIONS),
  item: fc.nat(20),
  isNew: fc.boolean(),
  removes: fc.boolean(),
  inputs: fc.array(fc.record({ at: fc.nat(40), said: typed }), { maxLength: 4 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** The edit that a form would send after these inputs were typed over. */
function editOf(office: OfficeData, { section, item, isNew, removes, inputs }: Change) {
  const values = officeValues(office);
  const items = section.ids === null ? [] : itemsAt(values, section.path);
  const chosen =
    section.ids === null || (isNew && section.mayAdd) ? null : items[item % Math.max(1, items.length)];
  const key = chosen == null || section.ids === null ? null : itemKey(chosen, section.ids);
  const part = { path: section.path, ids: section.ids, item: key };
  const stands = { ...section.usual?.(office), ...JSON.parse(JSON.stringify(partOf(values, part) ?? {})) };
  const old = section.ids === null ? stands : (chosen ?? null);
  if (removes && section.mayRemove && key !== null) return { part, value: null };
  const names = section.fields.flatMap(inputsOf);
  const form: FormValues = {
    ...formOfPart(section, old),
    ...Object.fromEntries(
      inputs.map(({ at, said }) => [names[at % names.length] ?? '', said === '' ? [] : [said]]),
    ),
  };
  return { part, value: partOfForm(section, form, old) };
}

const plainOf = (office: unknown): unknown => JSON.parse(JSON.stringify(office));

describe('whatever is typed into the forms of an office', () => {
  it('is refused, or is an office that is written out as files and loaded again as the same', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (drawn) => {
        let now: OfficeData = tabalong;
        const edits: { readonly before: OfficeData; readonly after: OfficeData }[] = [];
        for (const one of drawn) {
          const judged = judgeOfficeValues(applyEdit(officeValues(now), editOf(now, one)), now);
          if (judged.office === null) {
            assert.ok(judged.remarks.some(({ message, remedy }) => message !== '' && remedy !== ''));
            continue;
          }
          taken += 1;
          edits.push({ before: now, after: judged.office });
          now = judged.office;
        }
        const files = exportOffice(now);
        const again = loadOfficeFolder({ name: tabalong.slug, files, pictures: [], findings: [] });
        assert.deepEqual(
          again.findings.filter(({ severity }) => severity === 'error'),
          [],
        );
        assert.deepEqual(plainOf(again.office), plainOf(now));
        // The files of before, once more: before what was edited was written out as files, and after that.
        const former = edits[0]?.before ?? now;
        assert.deepEqual(plainOf(mergeOffice(former, now, former).merged), plainOf(now));
        const older = mergeOffice(now, now, former).merged;
        assert.deepEqual(plainOf(keepEdits(older, now, edits).merged), plainOf(now));
      }),
      { numRuns: 12 },
    );
    assert.ok(taken > 4, `${taken} were taken`);
  });
});
