import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { atTheConsole } from '../src/app/commands/run-in-system.ts';
import { STATUSES, type Status } from '../src/domain/complaint/vocabulary.ts';
import { vocabularyCode } from '../src/features/cases/store/vocabulary-code.ts';
import { createAccount } from '../src/features/people/create-account.ts';
import { openSession } from '../src/features/people/sessions/session.ts';
import { withOffice } from '../src/platform/database/transaction.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import type { OpenRegister } from './bench-register.ts';
import { most, type Report } from './figure.ts';
import { portOf } from './measure-intake.ts';
import { startProgram, stopProgram } from './run-command.ts';
import { median, quantile } from './statistics.ts';

const STAFF = 200;
const A_SECOND = 40;
/** Who is at work: for each of ten, a role and whether it is one unit's. */
const ROLES = [
  ...['petugas-loket', 'petugas-loket', 'front-office', 'petugas-loket', 'koordinator'].map((role) => ({
    ...{ role, ofUnit: false },
  })),
  ...['kepala-bidang', 'staf-bidang', 'staf-bidang', 'staf-bidang', 'kepala-bidang'].map((role) => ({
    ...{ role, ofUnit: true },
  })),
] as const;

type Worker = {
  readonly cookie: string;
  readonly unit: string | null;
  readonly searches: boolean;
  readonly followsUp: boolean;
};
type Asked = {
  readonly kind: 'list' | 'case' | 'operation';
  readonly path: string;
  readonly cookie: string;
  readonly form: string | null;
};

/**
 * A day's work of two hundred people over HTTP, pages drawn: forty requests a second, of which seven of ten open a list, two
 * a case and one does an operation. They come by the clock, whether or not those before are answered; a request's time
 * begins when it was due.
 */
export async function measureStaff(
  { system, office }: OpenRegister,
  folder: string,
  cases: number,
  report: Report,
  quick: boolean,
): Promise<void> {
  const child = startProgram('src/app/main-web.ts', [], {
    TANGGAP_DATA: folder,
    PORT: '0',
    HOST: '127.0.0.1',
  });
  try {
    const port = await portOf(child);
    const staff = await atWork({ system, office }, quick ? 20 : STAFF);
    const tickets = await openTickets({ system, office });
    const asked = (run: number): Asked => askedAt(run, staff, tickets);
    // Before it is counted everybody has opened a page: connections, plans and the register's busy pages are there.
    await workFor(port, asked, quick ? 5 : 20);
    const answers = await workFor(port, asked, quick ? 10 : 90);
    for (const kind of ['list', 'case', 'operation', null] as const) {
      const times = answers.filter((one) => kind === null || one.kind === kind).map(({ ms }) => ms);
      const what =
        kind === null ? 'all requests' : { list: 'lists', case: 'case pages', operation: 'operations' }[kind];
      report({
        what: `${STAFF} staff, ${A_SECOND} requests a second, ${cases} cases, ${what}: p99`,
        value: quantile(times, 0.99),
        unit: 'ms',
        target: kind === null && cases === 1_000_000 ? most(100) : null,
        note: `p50 ${median(times).toFixed(1)} ms, ${times.length} requests`,
      });
    }
  } finally {
    await stopProgram(child);
  }
}

async function atWork({ system, office }: OpenRegister, count: number): Promise<readonly Worker[]> {
  const { database, keyring } = system;
  const { officeId, data } = office;
  const now = Date.now();
  const staff: Worker[] = [];
  for (let n = 0; n < count; n += 1) {
    const { role, ofUnit } = ROLES[n % ROLES.length] ?? { role: 'petugas-loket', ofUnit: false };
    const unit = ofUnit ? (data.units[n % data.units.length]?.key ?? null) : null;
    const email = `${uuidv7()}@contoh.id`;
    const command = {
      name: `Pegawai ${n + 1}`,
      email,
      password: uuidv7(),
      roles: [role],
      unit,
      fromOn: '2020-01-01',
    };
    const made = await withOffice(database.app, officeId, (tx) =>
      createAccount(tx, officeId, data.roles, command, atTheConsole(system, now)),
    );
    if (!made.ok) throw new Error(made.refusal);
    const session = await openSession(database.app, keyring, {
      ...{ officeId, account: made.account, now, factor: 'proven' as const },
      place: { browser: 'Chromium', network: '127.0.0' },
    });
    const may = data.roles.find(({ key }) => key === role)?.may ?? [];
    const [searches, followsUp] = [may.includes('case/search'), may.includes('follow-up')];
    staff.push({ cookie: `sesi=${session}`, unit, searches, followsUp });
  }
  return staff;
}

type OpenTicket = { readonly ticket: string; readonly unit: string | null };

/** Cases with a unit that everybody there may read and write to. */
async function openTickets({ system, office }: OpenRegister): Promise<readonly OpenTicket[]> {
  const codes = (['disposed', 'in-progress'] as readonly Status[]).map((one) =>
    vocabularyCode(STATUSES, one),
  );
  const { rows } = await system.database.owner.query<{ ticket: string; unit: number }>(
    `select ticket, unit from complaint_case
      where office_id = $1 and is_open and status = any ($2) and not restricted and not protected and unit is not null
      order by due_at limit 4000`,
    [office.officeId, codes],
  );
  if (rows.length === 0) throw new Error('The register has no open case');
  return rows.map(({ ticket, unit }) => ({ ticket, unit: office.codes.keyOf('unit', unit) ?? null }));
}

function askedAt(run: number, staff: readonly Worker[], tickets: readonly OpenTicket[]): Asked {
  const kind = run % 10 < 7 ? 'list' : run % 10 < 9 ? 'case' : 'operation';
  const able = kind === 'operation' ? staff.filter(({ followsUp }) => followsUp) : staff;
  const worker = able[(run * 7) % able.length];
  if (worker === undefined) throw new Error('Nobody is at work');
  const own = tickets.filter(({ unit }) => worker.unit === null || unit === worker.unit);
  const { ticket } = own[(run * 13) % own.length] ?? { ticket: '' };
  const { cookie } = worker;
  const page = `/petugas/kasus/${ticket}`;
  if (kind === 'list') return { kind, path: listAt(run, worker), cookie, form: null };
  if (kind === 'case') return { kind, path: page, cookie, form: null };
  const form = new URLSearchParams({ entry: 'note', text: `Ditelusuri bersama petugas desa (${run}).` });
  return { kind, path: `${page}/follow-up`, cookie, form: form.toString() };
}

/** The last two are searches. */
const LISTS = [
  '?antrean=semua',
  '?antrean=saya',
  '?antrean=bidang',
  '?antrean=semua&status=received',
  '?antrean=semua&q=bantuan',
  '?antrean=semua&q=kartu+hilang',
] as const;

function listAt(run: number, { unit, searches }: Worker): string {
  const list = LISTS[run % (searches ? LISTS.length : LISTS.length - 2)] ?? '';
  return `/petugas${unit !== null && list === '?antrean=semua' ? `?antrean=semua&unit=${unit}` : list}`;
}

type Answered = { readonly kind: Asked['kind']; readonly ms: number };

async function workFor(
  port: number,
  asked: (run: number) => Asked,
  seconds: number,
): Promise<readonly Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: STAFF });
  const started = performance.now();
  const under: Promise<Answered>[] = [];
  try {
    for (let run = 0; run < seconds * A_SECOND; run += 1) {
      const due = started + (run * 1000) / A_SECOND;
      const early = due - performance.now();
      if (early > 0) await sleep(early);
      const one = asked(run);
      const answered = send(agent, port, one).then(() => ({ kind: one.kind, ms: performance.now() - due }));
      // What fails is told at the end.
      answered.catch(() => undefined);
      under.push(answered);
    }
    return await Promise.all(under);
  } finally {
    agent.destroy();
  }
}

/** Reads the whole answer; a page that is not shown and an operation that is refused are faults. */
function send(agent: Agent, port: number, { path, cookie, form }: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      ...(form === null
        ? {}
        : {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': Buffer.byteLength(form),
            origin: `http://127.0.0.1:${port}`,
          }),
    };
    const method = form === null ? 'GET' : 'POST';
    const sent = request({ agent, port, path, host: '127.0.0.1', method, headers }, (answer) => {
      let read = '';
      answer.on('data', (chunk) => (read += chunk));
      answer.on('end', () =>
        answer.statusCode === (form === null ? 200 : 303)
          ? resolve()
          : reject(new Error(`${method} ${path}: ${answer.statusCode} ${read.slice(0, 300)}`)),
      );
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(form ?? '');
  });
}
