import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { erasePersonalData } from '../cases/personal-data/erase-personal-data.ts';
import { readPeople } from '../cases/vault/read-people.ts';
import { importRegister } from './import-register.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);

test('what a row says of people is sealed with the first of them, and erasing him leaves nothing of it', async () => {
  const given =
    'No,Tanggal,Nama,No HP,Keperluan,Paraf\n1,20 April 2023,Orang Hapus,0812-90; 081200000077,Kartu mati,Dewi Paraf\n';
  const source = { bytes: new TextEncoder().encode(given), name: 'hapus.csv' };
  const done = await importRegister(
    desk,
    {
      ...{ office, source, period: aPeriod('2023'), dryRun: false, account: null },
      choice: { channel: null, acceptSuggestions: false },
    },
    MORNING,
  );
  assert.ok(done.ok && done.written === 1, JSON.stringify(done));
  const { rows } = await db.owner.query<{ caseId: string; identity: string }>(
    `select r.case_id "caseId", i.identity_id identity from register_import_row r
      join register_import b using (office_id, import_id) join identity i using (office_id, case_id)
      where b.file_name = 'hapus.csv'`,
  );
  assert.equal(rows.length, 1);
  const { caseId = '', identity = '' } = rows[0] ?? {};
  const texts = async () => {
    const read = await db.owner.query<{ body: string | null }>(
      'select body from case_text where case_id = $1',
      [caseId],
    );
    return read.rows.map(({ body }) => body ?? '').join('\n');
  };
  assert.match(await texts(), /Paraf: Dewi Paraf/);
  assert.doesNotMatch(await texts(), /Orang Hapus|0812-90|081200000077/);
  const [person] = await withOffice(desk.pool, office.officeId, (tx) =>
    readPeople(tx, desk.keyring, office.officeId, caseId),
  );
  assert.match(person?.person?.written ?? '', /Tertulis: “0812-90”/);
  const actor = aStaffActor();
  const request = { office, ref: { caseId }, subject: { identity }, ground: 'permintaan', actor };
  assert.ok((await erasePersonalData(desk, request, MORNING)).ok);
  assert.doesNotMatch(await texts(), /Dewi/);
});
