import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { exportOffice } from '../offices/export-office.ts';
import { judgeOfficeValues } from '../offices/judge-office-values.ts';
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
function editOf({ section, item, isNew, removes, inputs }: Change) {
  const values = officeValues(tabalong);
  const items = section.ids === null ? [] : itemsAt(values, section.path);
  const chosen =
    section.ids === null || (isNew && section.mayAdd) ? null : items[item % Math.max(1, items.length)];
  const key = chosen == null || section.ids === null ? null : itemKey(chosen, section.ids);
  const part = { path: section.path, ids: section.ids, item: key };
  const old = section.ids === null ? (partOf(values, part) ?? {}) : (chosen ?? null);
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

describe('whatever is typed into the forms of an office', () => {
  it('is refused, or is an office that is written out as files and loaded again as the same', () => {
    let taken = 0;
    fc.assert(
      fc.property(change, (drawn) => {
        const edit = editOf(drawn);
        const judged = judgeOfficeValues(applyEdit(officeValues(tabalong), edit), tabalong);
        if (judged.office === null) {
          assert.ok(judged.remarks.some(({ message, remedy }) => message !== '' && remedy !== ''));
          return;
        }
        taken += 1;
        const plain: unknown = JSON.parse(JSON.stringify(judged.office));
        const files = exportOffice(judged.office);
        const again = loadOfficeFolder({ name: tabalong.slug, files, pictures: [], findings: [] });
        assert.deepEqual(
          again.findings.filter(({ severity }) => severity === 'error'),
          [],
        );
        assert.deepEqual(JSON.parse(JSON.stringify(again.office)), plain);
        // The same files once more take nothing of it away.
        assert.deepEqual(
          JSON.parse(JSON.stringify(mergeOffice(tabalong, judged.office, tabalong).merged)),
          plain,
        );
      }),
      { numRuns: 40 },
    );
    assert.ok(taken > 5, `${taken} were taken`);
  });
});
