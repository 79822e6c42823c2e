import http from 'node:http';
import https from 'node:https';
import { createServer } from 'node:net';
import type { Config } from '../../platform/config.ts';
import { errorCode } from '../../platform/errors.ts';
import { openTls } from '../../platform/tls/open-tls.ts';
import { type Finding, lack, lackOf, note, ok } from './finding.ts';

/** Whether the server could take its port; one of ours that already runs there is no lack. */
export async function examinePort(config: Pick<Config, 'host' | 'port'>): Promise<Finding> {
  const place = `${config.host}:${config.port}`;
  const code = await tryListen(config.host, config.port);
  switch (code) {
    case undefined:
      return ok('port', `Alamat ${place} bebas.`);
    case 'EADDRINUSE':
      if (await isTanggap(config)) return ok('port', `Tanggap sedang berjalan di ${place}.`);
      return lack(
        'port',
        `Port ${config.port} sudah dipakai program lain.`,
        `Hentikan program itu, atau pilih port lain: PORT=${config.port + 1} npm start`,
      );
    case 'EACCES':
      return lack(
        'port',
        `Port ${config.port} hanya untuk root.`,
        'Pilih port di atas 1023, misalnya PORT=3000.',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return lack(
        'port',
        `Alamat ${config.host} bukan milik mesin ini.`,
        'Isi HOST dengan 127.0.0.1, 0.0.0.0, atau alamat mesin ini.',
      );
    default:
      return lack('port', `Alamat ${place} tidak dapat dipakai (${code}).`, 'Periksa HOST dan PORT.');
  }
}

function tryListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.on('error', (error) => done(errorCode(error) ?? 'UNKNOWN'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => done(undefined)));
  });
}

/** Tanggap names every answer by an id. It may speak https with a certificate that this machine does not trust. */
async function isTanggap(config: Pick<Config, 'host' | 'port'>): Promise<boolean> {
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host;
  const place = { host, port: config.port, path: '/healthz', timeout: 2000, rejectUnauthorized: false };
  return (await answersByName(http.get(place))) || (await answersByName(https.get(place)));
}

function answersByName(asked: http.ClientRequest): Promise<boolean> {
  return new Promise((done) => {
    asked.on('response', (answer) => {
      answer.resume();
      done(answer.headers['x-request-id'] !== undefined);
    });
    asked
      .on('timeout', () => asked.destroy())
      .on('error', () => done(false))
      .on('close', () => done(false));
  });
}

const day = 86_400_000;

/** Certificate, its end, and how a PC comes to trust it. */
export function examineTls(config: Pick<Config, 'tls' | 'dataFolder' | 'host'>, now: number): Finding {
  let isNewAuthority = false;
  const onNewAuthority = () => {
    isNewAuthority = true;
  };
  try {
    const tls = openTls(config.tls, config.dataFolder, { host: config.host, now, onNewAuthority });
    if (!tls) return examinePlainHttp(config.host);
    const left = Math.floor((tls.validTo.getTime() - now) / day);
    if (left < 0) return lack('tls', 'Sertifikat https sudah berakhir.', 'Pasang sertifikat yang baru.');
    if (!tls.authorityFile) {
      const words = `Sertifikat https berlaku ${left} hari lagi untuk ${tls.names.join(', ')}.`;
      return left < 30 ? note('tls', words, 'Siapkan sertifikat yang baru.') : ok('tls', words);
    }
    const since = isNewAuthority ? ' Otoritas sertifikat yang lama sudah berakhir; dibuat yang baru.' : '';
    return note('tls', `https aktif untuk ${tls.names.join(', ')}.${since}`, howToTrust(tls.authorityFile));
  } catch (error) {
    return lackOf('tls', error);
  }
}

/** Whose word about a client's address counts. */
export function examineProxies({ trustedProxies }: Pick<Config, 'trustedProxies'>): Finding {
  const named = trustedProxies.join(', ');
  return ok(
    'proxy',
    `Alamat pengirim dari proksi (X-Forwarded-For, X-Forwarded-Proto) dipercaya dari mesin ini${named === '' ? ' saja.' : ` dan ${named}.`}`,
  );
}

function examinePlainHttp(host: string): Finding {
  if (['127.0.0.1', 'localhost', '::1'].includes(host))
    return ok('tls', 'Tanpa https; hanya mesin ini yang dilayani.');
  return note(
    'tls',
    'Tanpa https: komputer lain di jaringan tidak dapat memakai loket luring dan kunci masuk.',
    'Isi TANGGAP_TLS=auto, atau taruh Tanggap di belakang proksi yang memakai https (di mesin lain: isi juga TANGGAP_TRUST_PROXY).',
  );
}

function howToTrust(file: string): string {
  return [
    `Salin ${file} ke tiap komputer loket (sekali saja), lalu:`,
    '- Windows: klik dua kali, Instal Sertifikat, Mesin Lokal, Otoritas Sertifikasi Akar Tepercaya.',
    '- Debian/Ubuntu: salin ke /usr/local/share/ca-certificates/, lalu sudo update-ca-certificates.',
    '- Firefox: Pengaturan, Privasi & Keamanan, Sertifikat, Otoritas, Impor.',
    '- Android: Setelan, Keamanan, Kredensial, Instal sertifikat CA.',
    'Sertifikat itu hanya berlaku untuk nama lokal dan alamat jaringan kantor.',
  ].join('\n');
}
