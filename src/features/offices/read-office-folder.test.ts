import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readOfficeFolder } from './read-office-folder.ts';

const root = await mkdtemp(join(tmpdir(), 'tanggap-office-'));
after(() => rm(root, { recursive: true, force: true }));

async function folderWith(name: string, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = join(root, name);
  await mkdir(join(folder, 'sop'), { recursive: true });
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
  return folder;
}

describe("an office's folder is read, and nothing beyond it", () => {
  it('gives the texts of the folder, of sop/ and of reports/, and its pictures', async () => {
    const folder = await folderWith('plain', {
      'office.yaml': 'slug: plain',
      'sop/langsung.yaml': 'id: langsung',
      'lambang.svg': '<svg/>',
      'SOURCE.md': '# Asal',
    });
    const read = await readOfficeFolder(folder);
    assert.deepEqual(
      read.files.map((file) => file.path),
      ['SOURCE.md', 'office.yaml', 'sop/langsung.yaml'],
    );
    assert.deepEqual(
      read.pictures.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]),
      [['lambang.svg', '<svg/>']],
    );
    assert.deepEqual(read.findings, []);
    assert.equal(read.name, 'plain');
  });

  it('a link out of the folder is an error and is not followed', async () => {
    const folder = await folderWith('link', {});
    const secret = join(root, 'secret.yaml');
    await writeFile(secret, 'slug: secret');
    await symlink(secret, join(folder, 'office.yaml'));
    await symlink(root, join(folder, 'reports'));
    const { files, findings } = await readOfficeFolder(folder);
    assert.deepEqual(files, []);
    assert.deepEqual(
      findings.map(({ file, rule }) => ({ file, rule })),
      [
        { file: 'office.yaml', rule: 'hostile-file' },
        { file: 'reports', rule: 'hostile-file' },
      ],
    );
  });

  it('a file over 256 KB is an error and is not read', async () => {
    const folder = await folderWith('huge', { 'office.yaml': 'a'.repeat(257 * 1024) });
    const { files, findings } = await readOfficeFolder(folder);
    assert.deepEqual(files, []);
    assert.match(findings[0]?.message ?? '', /256 KB/);
  });

  it('a file that is not UTF-8 text is an error', async () => {
    const folder = await folderWith('binary', {
      'office.yaml': Buffer.from([0xff, 0xfe, 0x00, 0x41]),
      'classes.yaml': Buffer.from('a: \0'),
    });
    const { files, findings } = await readOfficeFolder(folder);
    assert.deepEqual(files, []);
    assert.deepEqual(
      findings.map((one) => one.rule),
      ['hostile-file', 'hostile-file'],
    );
  });

  it('a file that nobody knows is a warning', async () => {
    const folder = await folderWith('odd', { 'ofice.yml': 'a: 1' });
    const { findings } = await readOfficeFolder(folder);
    assert.deepEqual(
      findings.map(({ file, severity, rule }) => ({ file, severity, rule })),
      [{ file: 'ofice.yml', severity: 'warning', rule: 'unknown-file' }],
    );
  });

  it('more files than an office can have are not read', async () => {
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`sop/a${i}.yaml`, 'id: a']));
    const { files, findings } = await readOfficeFolder(await folderWith('many', many));
    assert.equal(files.length, 64);
    assert.equal(findings.at(-1)?.rule, 'hostile-file');
  });
});
