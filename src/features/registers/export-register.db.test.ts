import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { readSpreadsheetBytes } from '../../adapters/documents/spreadsheet/read-spreadsheet-bytes.ts';
import { SPREADSHEET_LIMITS } from '../../adapters/documents/spreadsheet/spreadsheet-limits.ts';
import { intakeComplaint } from '../cases/intake/intake-complaint.ts';
import { exportRegister, withheldNote } from './export-register.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);

test('rule 28: the archive edition of whoever is complained of, or of his deputy, leaves that complaint out and says how many', async () => {
  const accused = aStaffActor();
  const take = (words: string, account: string | null) =>
    intakeComplaint(
      desk,
      {
        office,
        actor: aStaffActor(),
        command: (keep) => ({
          kind: 'pengaduan',
          channel: 'loket',
          matter: keep.text('matter', words),
          respondents: account === null ? [] : [{ identity: null, account, unit: null }],
        }),
        idempotency: { key: words, body: '{}' },
      },
      MORNING,
    );
  assert.ok((await take('Kartu rusak.', null)).ok);
  assert.ok((await take('Dimintai uang.', accused.account)).ok);
  const exported = async (actor: typeof accused) => {
    const unmask = { actor, reason: 'Penjilidan register tahunan' };
    const request = { office, period: aPeriod('2026'), format: 'csv', unmask } as const;
    const { bytes, ...left } = await exportRegister(desk, request, MORNING);
    return { text: Buffer.from(bytes).toString('utf8'), left };
  };
  const deputy = aStaffActor({ deputyOf: [accused.account ?? ''] });
  for (const actor of [accused, deputy]) {
    const { text, left } = await exported(actor);
    assert.match(text, /Kartu rusak/);
    assert.doesNotMatch(text, /Dimintai uang/);
    assert.equal(left.complainedOf, 1);
    assert.equal(withheldNote(left), 'Tidak dimuat bagi akun ini: 1 laporan.');
  }
  const { text, left } = await exported(aStaffActor());
  assert.match(text, /Dimintai uang/);
  assert.deepEqual([left.complainedOf, withheldNote(left)], [0, null]);
});

test('what no paper may print, and what turns the direction of reading, is in no cell of an exported register', async () => {
  const written = 'Kartu\uffff rusak \u202etidak dibayar\u202c.';
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: aStaffActor(),
      command: (keep) => ({ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', written) }),
      idempotency: { key: written, body: '{}' },
    },
    MORNING,
  );
  assert.ok(taken.ok);
  for (const format of ['xlsx', 'csv'] as const) {
    const unmask = { actor: aStaffActor(), reason: 'Penjilidan register tahunan' };
    const request = { office, period: aPeriod('2026'), format, unmask };
    const { bytes } = await exportRegister(desk, request, MORNING);
    const read = readSpreadsheetBytes(bytes, 'register', SPREADSHEET_LIMITS);
    assert.ok(read.ok, format);
    const cells = JSON.stringify(read.workbook);
    assert.match(cells, /Kartu rusak tidak dibayar\./, format);
    assert.doesNotMatch(cells, /[\uffff\u202e\u202c]/, format);
  }
});

test('rule 6: neither edition is written over a row that was changed in the database: a mark taken off there publishes nobody', async () => {
  const unmask = { actor: aStaffActor(), reason: 'Penjilidan register tahunan' };
  const request = { office, period: aPeriod('2026'), format: 'csv' } as const;
  await db.owner.query('update complaint_case set protected = not protected');
  for (const edition of [null, unmask]) {
    await assert.rejects(exportRegister(desk, { ...request, unmask: edition }, MORNING), {
      code: 'row-forged',
      message: /^Catatan kasus [\da-f-]{36} diubah di luar Tanggap/,
    });
  }
});
