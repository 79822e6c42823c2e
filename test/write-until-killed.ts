// Writes rows one after the other and prints each id once its commit came back; for the crash rounds.
// Use: node test/write-until-killed.ts <data folder> <round>
import { writeSync } from 'node:fs';
import { ensureEmbeddedDatabase } from '../src/platform/database/embedded-database.ts';
import { joinEmbeddedServer } from '../src/platform/database/embedded-server.ts';
import { openPool } from '../src/platform/database/pool.ts';

const [folder = '', round = '0'] = process.argv.slice(2);
const server = await joinEmbeddedServer(folder);
const owner = openPool((await ensureEmbeddedDatabase(server)).owner);

for (let n = 0; n < 100_000; n += 1) {
  const id = Number(round) * 100_000 + n;
  try {
    await owner.query('INSERT INTO written (id, round) VALUES ($1, $2)', [id, Number(round)]);
    writeSync(1, `${id}\n`);
  } catch {
    // Not acknowledged: it may stand or not. The next id follows, on a server that is coming back.
  }
}
