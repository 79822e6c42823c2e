import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { openSystem } from '../src/app/open-system.ts';
import { decideIntake } from '../src/domain/complaint/decide-intake.ts';
import { PUBLIC_ACTOR } from '../src/domain/people/case-actor.ts';
import { contextOf } from '../src/features/cases/doors/case-desk.ts';
import { newCase } from '../src/features/cases/intake/new-case.ts';
import { newTicket } from '../src/features/cases/store/ticket.ts';
import { openKeeper } from '../src/features/cases/vault/keeper.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { stopOnSignals } from '../src/platform/stop-on-signals.ts';
import { BENCH_OFFICE } from './bench-register.ts';
import { copyOfCase, insertByHand } from './insert-by-hand.ts';

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
  const ticket = newTicket(office.ticketPrefix);
  await insertByHand(pool, copyOfCase(record, ticket));
  return c.json({ ticket }, 201);
});

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
