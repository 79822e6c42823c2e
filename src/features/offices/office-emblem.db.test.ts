import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { actingIn, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { applyOffice } from './apply-office.ts';
import { exportEmblem } from './export-emblem.ts';
import { exportOffice } from './export-office.ts';
import { loadOfficeFolder } from './load-office.ts';
import { type OfficeFolder, readOfficeFolder } from './read-office-folder.ts';

const plain = await readOfficeFolder(fileURLToPath(new URL('../../../offices/tabalong', import.meta.url)));
const drawn = readFileSync(new URL('../../../assets/emblem/placeholder.svg', import.meta.url));
const png = new Resvg(drawn.toString()).render().asPng();

/** Tabalong's folder with an emblem of these bytes in it. */
function folderWith(path: string, bytes: Uint8Array): OfficeFolder {
  const files = plain.files.map((file) =>
    file.path === 'office.yaml'
      ? { ...file, text: file.text.replace('  address:\n', `  emblem: ${path}\n  address:\n`) }
      : file,
  );
  return { ...plain, files, pictures: [{ path, bytes }] };
}

const db = await openTestDatabase({ after });
const { desk, offices, office } = await openOfficeDesk(db);

test('an emblem goes with its office through the database and comes back as its file', async () => {
  for (const [path, bytes] of [
    ['lambang.png', png],
    ['lambang.svg', drawn],
  ] as const) {
    const loaded = loadOfficeFolder(folderWith(path, bytes));
    assert.ok(loaded.office, JSON.stringify(loaded.findings));
    await applyOffice(db.owner, loaded.office, actingIn(desk, MORNING));
    offices.forget();
    const stored = await offices.byId(office.officeId, MORNING);
    assert.ok(stored);
    assert.equal(stored.data.letterhead.emblemSvg, loaded.office.letterhead.emblemSvg);
    const emblem = exportEmblem(stored.data);
    assert.ok(emblem);
    if (path === 'lambang.png') assert.ok(Buffer.from(emblem.bytes).equals(png));
    const files = exportOffice(stored.data);
    assert.doesNotMatch(files.map((file) => file.text).join(''), /emblemSvg|base64/);
    const again = loadOfficeFolder({ name: 'tabalong', files, pictures: [emblem], findings: [] });
    assert.deepEqual(again.office, loaded.office);
  }
});

test('an office whose emblem could run or fetch something is not loaded, and is told why', () => {
  const hostile = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>',
  );
  const { office: refused, findings } = loadOfficeFolder(folderWith('lambang.svg', hostile));
  assert.equal(refused, null);
  const [found] = findings.filter((one) => one.rule === 'emblem');
  assert.equal(found?.severity, 'error');
  assert.equal(found?.file, 'office.yaml');
  assert.match(found?.message ?? '', /lambang\.svg.*<script>/);
});

test('a picture that the office does not name is said to be drawn nowhere', () => {
  const loaded = loadOfficeFolder({ ...plain, pictures: [{ path: 'foto.png', bytes: png }] });
  assert.notEqual(loaded.office, null);
  assert.ok(
    loaded.findings.some(({ rule, severity }) => rule === 'emblem' && severity === 'warning'),
    'no warning',
  );
});
