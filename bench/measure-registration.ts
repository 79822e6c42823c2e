import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atTheConsole } from '../src/app/commands/run-in-system.ts';
import { OFFICES_FOLDER, openSystem } from '../src/app/open-system.ts';
import { runOperation } from '../src/features/cases/acts/run-operation.ts';
import { intakeComplaint } from '../src/features/cases/intake/intake-complaint.ts';
import { applyOffice } from '../src/features/offices/apply-office.ts';
import { loadOffice } from '../src/features/offices/load-office.ts';
import type { Office } from '../src/features/offices/office.read.ts';
import { readConfig } from '../src/platform/config.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { BENCH_NOW, BENCH_READER } from './bench-register.ts';
import { least, type Report } from './figure.ts';
import { latencies, median } from './statistics.ts';

const OFFICES = ['tabalong', 'kutai-kartanegara'];

/** Writing cases into the register with their gap-free numbers: eight clients in one office, then in two. */
export async function measureRegistration(report: Report, quick: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-register-'));
  const system = await openSystem(BENCH_NOW, readConfig({ TANGGAP_DATA: folder }));
  try {
    const offices: Office[] = [];
    for (const slug of OFFICES) {
      const { office } = await loadOffice(join(OFFICES_FOLDER, slug));
      if (office === null) throw new Error(`${slug} does not load`);
      await applyOffice(system.database.owner, office, atTheConsole(system, BENCH_NOW));
      system.offices.forget();
      const applied = await system.offices.bySlug(slug, BENCH_NOW);
      if (applied !== undefined) offices.push(applied);
    }
    const desk = { pool: system.database.app, keyring: system.keyring, newId: uuidv7 };
    const count = quick ? 400 : 2_000;
    const rounds = quick ? 2 : 4;
    const measured = async (of: readonly Office[]): Promise<number> => {
      const rates: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const cases: { office: Office; ticket: string }[] = [];
        await latencies(
          async (run) => {
            const office = of[run % of.length];
            if (office === undefined) return;
            const taken = await intakeComplaint(
              desk,
              {
                ...{ office, actor: BENCH_READER, idempotency: null },
                command: (keep) => ({
                  kind: 'pengaduan',
                  channel: 'loket',
                  matter: keep.text('matter', 'Bantuan belum masuk.'),
                }),
              },
              BENCH_NOW,
            );
            if (taken.ok) cases[run] = { office, ticket: taken.answer.ticket };
          },
          { clients: 8, count, warm: 0 },
        );
        const started = performance.now();
        await latencies(
          async (run) => {
            const one = cases[run];
            if (one === undefined) throw new Error('A case was not taken in');
            const done = await runOperation(
              desk,
              {
                ...{
                  office: one.office,
                  ref: { ticket: one.ticket },
                  operation: 'register',
                  actor: BENCH_READER,
                },
                ...{ command: () => ({}), expectedVersion: null, idempotency: null },
              },
              BENCH_NOW,
            );
            if (!done.ok) throw new Error(JSON.stringify(done));
          },
          { clients: 8, count, warm: 0 },
        );
        rates.push((count / (performance.now() - started)) * 1000);
      }
      return median(rates);
    };
    const one = await measured(offices.slice(0, 1));
    const two = await measured(offices);
    const note = `median of ${rounds} rounds of ${count}, 8 clients in one process`;
    report({ what: 'registration, one office', value: one, unit: 'a second', target: least(300), note });
    report({ what: 'registration, two offices together', value: two, unit: 'a second', target: null, note });
    report({
      what: 'two offices ÷ one office',
      value: two / one,
      unit: '',
      target: null,
      note: 'two queues instead of one on the same cores',
    });
  } finally {
    await system.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
