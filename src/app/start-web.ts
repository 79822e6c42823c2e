import type { AddressInfo } from 'node:net';
import type { ServerType } from '@hono/node-server';
import type { Pool } from 'pg';
import { hasAccounts } from '../features/people/list-accounts.read.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { errorCode, Fault } from '../platform/errors.ts';
import { errorFields, type Log } from '../platform/log.ts';
import { randomCode } from '../platform/random-code.ts';
import { keepTlsFresh } from '../platform/tls/keep-tls-fresh.ts';
import { openTls } from '../platform/tls/open-tls.ts';
import { prepareAssets } from '../platform/views/built-assets.ts';
import { compose } from './compose.ts';
import { openServer } from './open-server.ts';
import { openSystem } from './open-system.ts';
import { probeFolders } from './probe-folders.ts';
import { CLOCKS_APART, readNewestWriting } from './read-newest-writing.ts';
import { routes } from './routes.ts';
import type { RunningWorker } from './start-worker.ts';

export type RunningWeb = {
  /** "http://127.0.0.1:3000" */
  readonly address: string;
  /** What whoever started it should do next; may be empty. */
  readonly hint: string;
  readonly stop: () => Promise<void>;
};

/** Database, migrations and calendar first, styles beside them, then the port is opened. Throws a Fault with its remedy. */
export async function startWeb(
  config: Config,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<RunningWeb> {
  probeFolders(config);
  const building = prepareAssets(config.dataFolder);
  // Told when it is awaited; until then a failure of the database goes first.
  building.catch(() => undefined);
  const system = await openSystem(clock(), config);
  const open: { doors: () => Promise<void>; worker: RunningWorker | null } = {
    doors: () => Promise.resolve(),
    worker: null,
  };
  const stop = async () => {
    await open.doors();
    await open.worker?.stop();
    await system.close();
  };
  try {
    const openAgain = () =>
      openTls(config.tls, config.dataFolder, {
        host: config.host,
        onNewAuthority: (file) => log.warn('tls-authority-renewed', { message: AUTHORITY_RENEWED, file }),
      });
    const tls = openAgain();
    const firstVisitCode = randomCode(12);
    const desk = compose(system, {
      clock,
      log,
      assets: await building,
      tls: tls !== undefined,
      trustedProxies: config.trustedProxies,
      secondFactor: config.secondFactor,
      signOn: config.signOn,
      mail: config.mail,
      publicUrl: config.publicUrl,
      firstVisitCode,
      loadDemo: async () => {
        // A year of made-up cases is only read by an installation that asks for it.
        const { loadDemo } = await import('./demo/load-demo.ts');
        return loadDemo(system, clock());
      },
    });
    const app = routes(desk);
    const server = openServer(app.fetch, { tls, trustedProxies: config.trustedProxies, log });
    const stopRenewing =
      'setSecureContext' in server
        ? keepTlsFresh(server, openAgain, {
            onError: (error) => log.error('tls-renewal', errorFields(error)),
          })
        : () => undefined;
    open.doors = () => {
      stopRenewing();
      return closeServer(server);
    };
    const port = await listen(server, config.port, config.host);
    await warnOfClock(system.database.owner, clock(), log);
    // Read only now: the doors stand open before the work behind them is loaded.
    const { startWorker } = await import('./start-worker.ts');
    open.worker = await startWorker(system, { clock, log, anchorFolder: config.anchorFolder });
    const name = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
    const address = `${tls === undefined ? 'http' : 'https'}://${name.includes(':') ? `[${name}]` : name}:${port}`;
    return {
      address,
      hint: (await hasAccounts(system.database.owner)) ? '' : firstHint(address, firstVisitCode),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const AUTHORITY_RENEWED =
  'Otoritas sertifikat yang lama sudah berakhir; dibuat yang baru. Tiap komputer loket harus mengenalnya lagi: npm run doctor.';

/** What was recorded later than now: due dates and numbers of today would be wrong. Complaints are taken all the same. */
async function warnOfClock(owner: Pool, now: number, log: Log): Promise<void> {
  const newest = await readNewestWriting(owner);
  if (newest <= now + CLOCKS_APART) return;
  log.error('clock-behind', {
    message: 'Jam mesin ini tertinggal dari catatan terakhir di basis data; batas waktu akan salah hitung.',
    lastRecordedAt: new Date(newest).toISOString(),
    remedy:
      'Nyalakan penyamaan waktu (timedatectl set-ntp true), lalu nyalakan Tanggap lagi; periksa dengan npm run doctor.',
  });
}

function firstHint(address: string, code: string): string {
  const link = `${address}/mulai?kode=${code.replaceAll(/.{4}(?=.)/g, '$&-')}`;
  return [
    `Buka ${link}`,
    'untuk memilih kantor dan membuat akun pertama. Kode di ujungnya ditanyakan kepada siapa pun yang membuka halaman itu.',
  ].join('\n');
}

function listen(server: ServerType, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const taken = errorCode(cause) === 'EADDRINUSE';
      reject(
        new Fault(
          taken ? 'port-taken' : 'port-closed',
          `Port ${port} di ${host} ${taken ? 'sudah dipakai' : 'tidak dapat dibuka'}.`,
          {
            remedy: 'Pilih yang lain, misalnya: PORT=3001 npm start',
            cause,
          },
        ),
      );
    });
    server.listen(port, host, () => {
      const at = server.address();
      resolve(isPort(at) ? at.port : port);
    });
  });
}

function isPort(at: AddressInfo | string | null): at is AddressInfo {
  return at !== null && typeof at === 'object';
}

/** Requests that are under way are answered; connections that only wait are closed. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, 5_000).unref();
  });
}
