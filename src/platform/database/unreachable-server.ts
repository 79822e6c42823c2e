import { errorCode, Fault } from '../errors.ts';

const NETWORK =
  'Pastikan PostgreSQL itu menyala dan dapat dicapai dari mesin ini; periksa nama server dan port dalam';
const LOGIN =
  'Periksa nama dan sandi, dan apakah server menerima login itu dari mesin ini (pg_hba.conf), dalam';

/** By the code of the system or of PostgreSQL: what to look at, before the name of the setting. */
const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: NETWORK,
  ECONNRESET: NETWORK,
  ENOTFOUND: NETWORK,
  EAI_AGAIN: NETWORK,
  ETIMEDOUT: NETWORK,
  EHOSTUNREACH: NETWORK,
  ENETUNREACH: NETWORK,
  '28P01': LOGIN,
  '28000': LOGIN,
  '3D000': 'Buat basis data itu (CREATE DATABASE), atau periksa namanya dalam',
  '53300':
    'Server kehabisan sambungan: tutup yang tidak dipakai atau naikkan max_connections; server itu yang ada dalam',
  '57P03': 'Server itu sedang dinyalakan atau dimatikan: coba lagi sebentar. Alamatnya yang ada dalam',
};

/**
 * A connection that could not be made, as Fault 'database-unreachable' with its remedy; anything else stays as it was.
 * The address is told without its login. `setting` is the variable that holds `url`.
 */
export function tellUnreachable(
  error: unknown,
  url: string,
  setting: 'DATABASE_URL' | 'DATABASE_OWNER_URL',
): unknown {
  const code = errorCode(error) ?? '';
  const remedy = REMEDIES[code];
  if (error instanceof Fault || remedy === undefined) return error;
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}:${port || '5432'}${pathname}`;
  return new Fault('database-unreachable', `Basis data ${place} tidak dapat dihubungi (${code}).`, {
    remedy: `${remedy} ${setting}.`,
    cause: error,
  });
}
