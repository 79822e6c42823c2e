import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { actingIn, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { applyOffice } from './apply-office.ts';
import { changeOffice } from './change-office.ts';
import { exportOffice } from './export-office.ts';
import { loadOfficeFolder } from './load-office.ts';
import { readDifferingOffices } from './office-digest.ts';
import { type OfficeEdit, partMark } from './office-edit.ts';
import { officeValues } from './office-values.ts';

const db = await openTestDatabase({ after });
const { desk, data, offices } = await openOfficeDesk(db);
const acting = actingIn(desk, MORNING);
const change = (edit: OfficeEdit, seen: string | null = null) =>
  inTransaction(db.owner, (tx) => changeOffice(tx, data.slug, edit, seen, acting));
const unit = (item: string | null, value: Record<string, unknown> | null): OfficeEdit => ({
  part: { path: ['units'], ids: ['key'], item },
  value,
});

test('a change is a version of the office in its own chain, and gives a new key its number', async () => {
  const made = await change(unit(null, { key: 'humas', label: 'Humas', head: null }));
  assert.ok(made.ok && made.changed);
  assert.equal(made.version, 2);
  offices.forget();
  const office = await offices.bySlug(data.slug, MORNING);
  assert.equal(office?.data.units.at(-1)?.label, 'Humas');
  assert.notEqual(office?.codes.codeOf('unit', 'humas'), null);
  const { rows } = await db.owner.query(
    'select source, files_data from office_version order by version desc limit 1',
  );
  assert.deepEqual(rows, [{ source: 'application', files_data: null }]);
  assert.deepEqual(await readDifferingOffices(db.owner), [], 'the chain tells of it');
});

test('what `office check` refuses is refused, with its sentence and its place', async () => {
  const refused = await change({
    part: { path: ['services'], ids: ['key'], item: data.services[0]?.key ?? '' },
    value: { unit: 'perlindungan-jaminan-sosail' },
  });
  assert.ok(!refused.ok);
  const [remark] = refused.judged?.remarks.filter(({ severity }) => severity !== 'warning') ?? [];
  assert.deepEqual(remark?.at, ['services', 0, 'unit']);
  assert.match(remark?.remedy ?? '', /Apakah maksud Anda "perlindungan-jaminan-sosial"\?/);
  const hours = await change({
    part: { path: ['hours'], ids: null, item: null },
    value: { normal: { service: { mon: ['16.00-07.30'] }, work: { mon: ['07.30-16.00'] } } },
  });
  assert.ok(!hours.ok);
  assert.equal(hours.judged?.remarks[0]?.rule, 'hours-reversed');
});

test('of two who change the same part the second is told, and nothing of the first is lost', async () => {
  const seen = partMark(officeValues(data), { path: ['units'], ids: ['key'], item: 'sekretariat' });
  const first = await change(unit('sekretariat', { label: 'Sekretariat Dinas' }), seen);
  assert.ok(first.ok);
  const second = await change(unit('sekretariat', { label: 'Sekretariat Umum' }), seen);
  assert.ok(!second.ok);
  assert.equal(second.refusal, 'changed-meanwhile');
});

test('the next `office apply` keeps what the application changed, and takes what only the files changed', async () => {
  const files = { ...data, seat: 'Kota lain' };
  const applied = await applyOffice(db.owner, files, acting);
  assert.equal(applied.data.seat, 'Kota lain');
  assert.deepEqual(
    applied.data.units.filter(({ key }) => ['sekretariat', 'humas'].includes(key)).map(({ label }) => label),
    ['Sekretariat Dinas', 'Humas'],
  );
  assert.deepEqual(applied.kept, [], 'the files say nothing else of these');
  const contrary = {
    ...files,
    units: files.units.map((one) => (one.key === 'sekretariat' ? { ...one, label: 'Dari berkas' } : one)),
  };
  const again = await applyOffice(db.owner, contrary, acting);
  assert.deepEqual(
    again.kept.map(({ path, application }) => [path, application]),
    [['units[sekretariat].label', 'Sekretariat Dinas']],
  );
  const forced = await applyOffice(db.owner, contrary, { ...acting, force: true });
  assert.equal(forced.data.units.find(({ key }) => key === 'sekretariat')?.label, 'Dari berkas');
});

test('an office changed here is written out as files that load as the same office', async () => {
  await change({
    part: { path: ['hours', 'extraDays'], ids: ['date', 'announcedOn'], item: null },
    value: {
      date: '2026-08-10',
      kind: 'penutupan',
      name: 'Banjir',
      decree: 'Surat Edaran 4/2026',
      announcedOn: '2026-04-06',
      withdrawnOn: null,
    },
  });
  offices.forget();
  const office = await offices.bySlug(data.slug, MORNING);
  assert.ok(office);
  const files = exportOffice(office.data);
  const again = loadOfficeFolder({ name: data.slug, files, pictures: [], findings: [] });
  assert.deepEqual(again.office, office.data);
});

test('rule 9: a register that began keeps its first number', async () => {
  await db.owner.query(
    'insert into register_counter (office_id, year, first_no, next_no) values (1, 2026, 1, 5)',
  );
  const refused = await change({
    part: { path: ['numbers'], ids: null, item: null },
    value: { startAt: [{ year: 2026, next: 88 }] },
  });
  assert.ok(!refused.ok);
  assert.deepEqual(refused.started, [{ year: 2026, next: 88, firstNo: 1 }]);
});
