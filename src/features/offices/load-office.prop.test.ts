import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { loadOfficeFolder } from './load-office.ts';
import { readOfficeFolder } from './read-office-folder.ts';

const whole = await readOfficeFolder(fileURLToPath(new URL('../../../offices/karangasem', import.meta.url)));
const yaml = whole.files.filter((file) => file.path.endsWith('.yaml')).map((file) => file.path);

const scrap = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '\n',
    '  ',
    '- ',
    ': ',
    '"',
    '&a ',
    '*a',
    '!!x ',
    '{',
    '[',
    '---\n',
    '#',
    '\t',
    '__proto__: 1\n',
    '? ',
    '|',
  ),
);

describe('an office whose files have been damaged anywhere', () => {
  it('is answered with findings that name an existing line, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...yaml),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        scrap,
        (path, where, cut, inserted) => {
          const files = whole.files.map((file) => {
            if (file.path !== path) return file;
            const at = Math.floor(where * file.text.length);
            return { ...file, text: file.text.slice(0, at) + inserted + file.text.slice(at + cut) };
          });
          const { office, findings } = loadOfficeFolder({ ...whole, files });
          const errors = findings.filter((finding) => finding.severity === 'error');
          assert.equal(office === null, errors.length > 0);
          for (const { file, line, column, message, remedy } of findings) {
            const text = files.find((one) => one.path === file)?.text ?? '';
            assert.ok(line >= 1 && line <= text.split('\n').length + 1, `${file}:${line}`);
            assert.ok(column >= 1 && message.length > 0 && remedy.length > 0);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
