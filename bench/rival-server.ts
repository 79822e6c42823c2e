import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { openSystem } from '../src/app/open-system.ts';
import { decideIntake } from '../src/domain/complaint/decide-intake.ts';
import { PUBLIC_ACTOR } from '../src/domain/people/case-actor.ts';
import { contextOf } from '../src/features/cases/doors/case-desk.ts';
import { newCase } from '../src/features/cases/intake/new-case.ts';
import type { NewCase } from '../src/features/cases/intake/save-new-case.store.ts';
import { CASE_COLUMNS } from '../src/features/cases/store/case-row.ts';
import { columnNames, parameters } from '../src/features/cases/store/columns.ts';
import { CURRENT_FACT_COLUMNS } from '../src/features/cases/store/step-fact-row.ts';
import { newTicket } from '../src/features/cases/store/ticket.ts';
import { openKeeper } from '../src/features/cases/vault/keeper.ts';
import { splitHashes } from '../src/features/cases/vault/vault.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { stopOnSignals } from '../src/platform/stop-on-signals.ts';
import { BENCH_OFFICE } from './bench-register.ts';

// What intake is measured against, in a process of its own: `bare` is Hono with one INSERT, `hand-made` writes the very
// rows of an intake by awaited named statements and works nothing out. Prints {"port":…} and ends on SIGTERM.
const mode = process.argv[2] === 'hand-made' ? 'hand-made' : 'bare';
const now = Date.now();
const system = await openSystem(now);
const { app: pool, owner } = system.database;
const office = await system.offices.bySlug(BENCH_OFFICE, now);
if (office === undefined) throw new Error('The office of the bench is not loaded');
await owner.query(
  'create table if not exists bench_bare (id uuid primary key, body text not null, at timestamptz not null)',
);
await owner.query('grant insert on bench_bare to tanggap_app');

const caseId = uuidv7();
const keeper = openKeeper(system.keyring, { officeId: office.officeId, caseId }, uuidv7);
const context = contextOf(office, PUBLIC_ACTOR, now);
const decided = decideIntake(
  {
    ...{ kind: 'pengaduan', channel: 'website', ticket: newTicket(office.ticketPrefix) },
    matter: keeper.text('matter', 'Bantuan sembako bulan ini belum masuk, saldo kartu masih nol.'),
    reporters: [
      {
        identity: keeper.person('reporter', {
          ...{ name: 'Warga Contoh', phone: '0812-0000-0011', email: null, address: null, nik: null },
        }),
        as: 'self',
      },
    ],
  },
  context,
);
if (!decided.ok) throw new Error(JSON.stringify(decided));
const { record } = newCase(system.keyring, office, {
  ...{ caseId, events: decided.events, actor: PUBLIC_ACTOR, recordedAt: context.now, keeper },
  ...{ secretHash: Buffer.alloc(32), kept: null },
});

const app = new Hono();
app.post('/complaints', async (c) => {
  const body = await c.req.json();
  if (mode === 'bare') {
    const id = uuidv7();
    await pool.query('insert into bench_bare (id, body, at) values ($1, $2, $3)', [
      id,
      JSON.stringify(body),
      new Date(),
    ]);
    return c.json({ id }, 201);
  }
  const ticket = await insertByHand(record);
  return c.json({ ticket }, 201);
});

async function insertByHand(one: NewCase): Promise<string> {
  const place = [one.officeId, uuidv7()];
  const ticket = newTicket(office?.ticketPrefix ?? 'XXX');
  const tx = await pool.connect();
  try {
    await tx.query('begin');
    await tx.query(`set local app.office_id = '${one.officeId}'`);
    await tx.query(
      `insert into complaint_case (office_id, case_id, secret_hash, ${columnNames(CASE_COLUMNS)})
       values ($1, $2, $3, ${parameters(CASE_COLUMNS, 4)})`,
      [...place, one.secretHash, ticket, ...one.row.slice(1)],
    );
    for (const entry of one.entries) {
      await tx.query(
        'insert into case_event (office_id, case_id, seq, recorded_at, key_id, body, mac) values ($1, $2, $3, $4, $5, $6, $7)',
        [...place, entry.seq, one.recordedAt, one.keyId, entry.body, entry.mac],
      );
      await tx.query(
        'insert into outbox (office_id, case_id, seq, event_type, mac, recorded_at) values ($1, $2, $3, $4, $5, $6)',
        [...place, entry.seq, entry.type, entry.mac, one.recordedAt],
      );
    }
    for (const text of one.texts) {
      await tx.query(
        'insert into case_text (office_id, case_id, text_id, purpose, body, written_at) values ($1, $2, $3, $4, $5, $6)',
        [...place, uuidv7(), text.purpose, text.body, one.recordedAt],
      );
    }
    await tx.query(
      'insert into case_search (office_id, case_id, received_at, words) values ($1, $2, $3, array_to_tsvector($4::text[]))',
      [...place, one.receivedAt, one.words],
    );
    for (const person of one.identities) {
      const identityId = uuidv7();
      await tx.query(
        `insert into identity (office_id, case_id, identity_id, part, key_id, wrapped_key, sealed, hashes, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[...place, identityId, person.part, person.keyId, person.wrappedKey, person.sealed],
          ...[person.hashes, one.recordedAt],
        ],
      );
      for (const hash of splitHashes(person.hashes)) {
        await tx.query(
          'insert into identity_index (office_id, case_id, hash, identity_id) values ($1, $2, $3, $4)',
          [...place, hash, identityId],
        );
      }
    }
    await tx.query(
      `insert into report_fact (office_id, case_id, effective_from, recorded_from, ${columnNames(CURRENT_FACT_COLUMNS)})
       values ($1, $2, $3, $4, ${parameters(CURRENT_FACT_COLUMNS, 5)})`,
      [...place, one.effectiveFrom, one.recordedAt, ...one.fact],
    );
    await tx.query(
      'insert into kept_answer (office_id, key_hash, body_hash, sealed, case_id, kept_at) values ($1, $2, $3, $4, $5, $6)',
      [one.officeId, Buffer.from(uuidv7()), Buffer.alloc(32), Buffer.alloc(300), place[1], one.recordedAt],
    );
    await tx.query('commit');
  } catch (error) {
    await tx.query('rollback');
    throw error;
  } finally {
    tx.release();
  }
  return ticket;
}

const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, '127.0.0.1', () => {
  const at = server.address();
  console.log(JSON.stringify({ port: typeof at === 'object' && at !== null ? at.port : 0 }));
});
stopOnSignals(
  async () => {
    server.close();
    await system.close();
  },
  (error) => console.error(error),
);
