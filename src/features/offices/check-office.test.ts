import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { OFFICE_ERRORS, OFFICE_WARNINGS, type OfficeFault } from '../../../test/office-fault-table.ts';
import { compileCalendar } from '../../domain/calendar/compile-calendar.ts';
import { epochDayOf } from '../../domain/calendar/epoch-day.ts';
import { loadOfficeFolder } from './load-office.ts';
import type { OfficeFinding } from './office-finding.ts';
import { type OfficeFolder, readOfficeFolder } from './read-office-folder.ts';

const whole = await readOfficeFolder(fileURLToPath(new URL('../../../offices/tabalong', import.meta.url)));

describe('office check answers every fault with file, line, what is wrong and what would be right', () => {
  for (const one of OFFICE_ERRORS) {
    it(`${one.fault} is an error of ${one.file}`, () => {
      const found = faultIn(one);
      assert.equal(found.severity, 'error');
      assert.match(found.message, one.message);
      assert.match(found.remedy, one.remedy ?? /\S/);
    });
  }
});

describe('office check warns, and still loads the office, of', () => {
  for (const one of OFFICE_WARNINGS) {
    it(one.fault, () => {
      const { office } = loadOfficeFolder(broken(one));
      assert.notEqual(office, null);
      assert.match(faultIn(one).message, one.message);
      assert.match(faultIn(one).remedy, one.remedy ?? /\S/);
      assert.equal(faultIn(one).severity, 'warning');
    });
  }
});

describe('a closure that was called off', () => {
  const closure = (withdrawnOn: string) =>
    `    - { date: 2026-08-18, kind: penutupan, name: Banjir, decree: SK Contoh, announcedOn: 2026-08-18${withdrawnOn} }\n`;
  const calledOff = closure(', withdrawnOn: 2026-08-18');
  const rulesOf = (...closures: readonly string[]) => {
    const to = `  extraDays:\n${closures.join('')}  normal:\n`;
    const { office, findings } = loadOfficeFolder(broken({ file: 'office.yaml', from: '  normal:\n', to }));
    return { office, errors: findings.filter((one) => one.severity === 'error').map(({ rule }) => rule) };
  };

  it('may be entered again for the same day, on the same day', () => {
    const { office, errors } = rulesOf(calledOff, calledOff, closure(''));
    assert.deepEqual(errors, []);
    assert.ok(office);
    const day = compileCalendar({
      reference: {
        holidays: [
          {
            date: '2026-01-01',
            kind: 'libur_nasional',
            name: 'Tahun Baru',
            decree: 'SKB',
            announcedOn: '2025-09-01',
            withdrawnOn: null,
          },
        ],
        ramadan: [],
      },
      schedule: { zone: 'Asia/Makassar', ...office.hours },
      asOf: Date.parse('2026-08-18T04:00:00.000Z'),
    }).days[epochDayOf(2026, 8, 18) - epochDayOf(2026, 1, 1)];
    assert.equal(day?.kind, 'penutupan');
  });

  it('stands once: two closures of one day that nobody called off are an error', () => {
    assert.deepEqual(rulesOf(closure(''), closure('')).errors, ['duplicate-key']);
  });
});

describe('a report text may name only the figures that are allowed', () => {
  it('takes the list as an argument', () => {
    const figures = new Set(['period.label']);
    const { office, findings } = loadOfficeFolder(whole, { figures });
    assert.equal(office, null);
    assert.ok(findings.some((one) => one.rule === 'unknown-figure' && /register\.total/.test(one.message)));
  });
});

describe('a file that cannot be read', () => {
  it('is told alone: what refers to it is not called absent', () => {
    const from = 'operation: register';
    const fault = { file: 'sop/langsung.yaml', from, to: 'operation: registr' };
    const { findings } = loadOfficeFolder(broken(fault));
    const errors = findings.filter((one) => one.severity === 'error');
    assert.deepEqual(
      errors.map(({ file, rule }) => [file, rule]),
      [['sop/langsung.yaml', 'step-without-operation']],
    );
  });

  it('is not called missing beside its own fault', () => {
    const files = whole.files.filter((file) => file.path !== 'classes.yaml');
    const place = { file: 'classes.yaml', line: 1, column: 1 };
    const said = { message: 'Berkas ini bukan teks UTF-8.', remedy: 'Ganti.' };
    const refused = { severity: 'error', ...place, ...said, rule: 'hostile-file' } as const;
    const { findings } = loadOfficeFolder({ ...whole, files, findings: [refused] });
    assert.deepEqual(findings, [refused]);
  });
});

describe('an office that lacks a file', () => {
  for (const path of ['office.yaml', 'classes.yaml', 'services.yaml', 'legal-bases.yaml', 'SOURCE.md']) {
    it(`is told that ${path} is missing`, () => {
      const files = whole.files.filter((file) => file.path !== path);
      const { office, findings } = loadOfficeFolder({ ...whole, files });
      assert.equal(office, null);
      assert.deepEqual(
        findings.filter((one) => one.severity === 'error').map(({ file, rule }) => ({ file, rule })),
        [{ file: path, rule: 'file-missing' }],
      );
    });
  }
});

function broken({ file, from, to }: Pick<OfficeFault, 'file' | 'from' | 'to'>): OfficeFolder {
  const files = whole.files.map((one) => {
    if (one.path !== file) return one;
    assert.ok(one.text.includes(from), `${file} no longer holds ${JSON.stringify(from)}`);
    return { ...one, text: one.text.replace(from, () => to) };
  });
  return { ...whole, files };
}

/** The finding that stands exactly where the fault was put. */
function faultIn(fault: OfficeFault): OfficeFinding {
  const folder = broken(fault);
  const text = folder.files.find((one) => one.path === fault.file)?.text ?? '';
  const offset = text.indexOf(fault.at ?? fault.to);
  assert.ok(offset >= 0, `${fault.file} holds no ${JSON.stringify(fault.at ?? fault.to)}`);
  const before = text.slice(0, offset).split('\n');
  const line = before.length;
  const { findings } = loadOfficeFolder(folder);
  const found = findings.find(
    (one) =>
      one.file === fault.file &&
      one.line === line &&
      one.rule === fault.rule &&
      fault.message.test(one.message),
  );
  assert.ok(
    found,
    `expected ${fault.rule} at ${fault.file}:${line}, got ${JSON.stringify(
      findings.filter((one) => one.severity === 'error' || one.rule === fault.rule),
      null,
      1,
    )}`,
  );
  assert.equal(found.column, (before.at(-1)?.length ?? 0) + 1, 'column');
  return found;
}
