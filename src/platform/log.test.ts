import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { Fault } from './errors.ts';
import { errorFields, openLog } from './log.ts';

function written(fields: Record<string, string | number>, human = false): string {
  const lines: string[] = [];
  openLog({ write: (line) => lines.push(line), human, clock: () => 0 }).info('contoh', fields);
  return lines.join('');
}

test('an entry is one line of JSON', () => {
  const line = written({ teks: 'dua\nbaris', jumlah: 2 });
  assert.equal(
    line,
    '{"at":"1970-01-01T00:00:00.000Z","level":"info","event":"contoh","teks":"dua\\nbaris","jumlah":2}\n',
  );
});

test('a phone number, an NIK and an e-mail address never reach the log', () => {
  const text = written({
    a: 'telp 0812-0000-0042',
    b: 'nik 6309000000000001',
    c: 'a.b@contoh.example',
    d: '+62812 0000 0042',
  });
  assert.doesNotMatch(text, /0042|6309|contoh\.example/);
  assert.match(text, /telp \[nomor\].*nik \[nomor\].*\[surel\]/);
});

test('an id keeps its digits', () => {
  const id = '0193a1b2-0812-7000-8000-081200000042';
  assert.match(written({ id }), new RegExp(id));
});

test('of a foreign error only its code and place are kept, of a fault its message too', () => {
  const foreign = Object.assign(new Error('Key (name)=(Budi) exists'), { code: '23505', detail: 'Budi' });
  assert.equal(errorFields(foreign).code, '23505');
  assert.doesNotMatch(JSON.stringify(errorFields(foreign)), /Budi/);
  assert.equal(errorFields(new Fault('x', 'Disk penuh.')).message, 'Disk penuh.');
});

test('lines stand on stderr in their order, also those of a process that ends in the same turn', () => {
  const program = `import { openLog } from ${JSON.stringify(new URL('./log.ts', import.meta.url).href)};
    const log = openLog({ human: false });
    log.info('satu');
    await new Promise(setImmediate);
    log.info('dua');
    log.error('tiga');
    process.exit(0);`;
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  const events = ran.stderr.trim().split('\n');
  assert.deepEqual(
    events.map((line) => JSON.parse(line).event),
    ['satu', 'dua', 'tiga'],
  );
});
