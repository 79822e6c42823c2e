import { existsSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { actorOfHistory, SYSTEM_ACTOR } from '../../domain/people/case-actor.ts';
import type { OfficeActContext } from '../../features/offices/append-office-event.ts';
import { applyOffice } from '../../features/offices/apply-office.ts';
import { loadOffice } from '../../features/offices/load-office.ts';
import type { Office } from '../../features/offices/office.read.ts';
import { systemClock } from '../../platform/clock.ts';
import { readConfig } from '../../platform/config.ts';
import { describeError, errorCode, exitCode, Fault } from '../../platform/errors.ts';
import { type NewId, uuidv7 } from '../../platform/ids.ts';
import { anchorWritten } from '../anchor-written.ts';
import type { Given } from '../command-line.ts';
import { OFFICES_FOLDER, openSystem, type System } from '../open-system.ts';
import { printFailure } from '../print-json.ts';

type Work = (system: System, now: number) => Promise<number>;

/** Runs the work of one command with the installation open, anchors what it wrote, and closes it whatever happens. */
export function runInSystem(work: Work): Promise<number> {
  return workIn({}, async (system, now) => {
    try {
      return await work(system, now);
    } finally {
      // The work is done and said: that it waits for the server's next anchor does not undo it.
      await anchorWritten(system, system.config.anchorFolder, systemClock()).catch((error: unknown) =>
        tell(`Riwayat belum dijangkarkan; dijangkarkan saat server menyala. ${describeError(error)}`),
      );
    }
  });
}

/** The same for a command that must leave the installation as it is: its seals, and what waits for an anchor. */
export function lookIntoSystem(work: Work): Promise<number> {
  return workIn({ asItStands: true }, work);
}

async function workIn(opening: { readonly asItStands?: boolean }, work: Work): Promise<number> {
  const now = systemClock();
  const system = await openSystem(now, readConfig(), opening);
  try {
    return await work(system, now);
  } finally {
    await system.close();
  }
}

/**
 * The office by its short name. One that Tanggap brings as files and that nobody loaded yet is loaded, which is said;
 * any other name is a fault that says what there is.
 */
export async function requireOffice(system: System, slug: string, now: number): Promise<Office> {
  const known = await system.offices.bySlug(slug, now);
  if (known !== undefined) return known;
  const folder = join(OFFICES_FOLDER, slug);
  if (/^[a-z0-9-]+$/.test(slug) && existsSync(join(folder, 'office.yaml'))) {
    const { office } = await loadOffice(folder);
    if (office !== null) {
      await applyOffice(system.database.owner, office, atTheConsole(system, now));
      tell(`Kantor ${slug} belum dimuat; dimuat dari berkasnya.`);
      system.offices.forget();
      const applied = await system.offices.bySlug(slug, now);
      if (applied !== undefined) return applied;
    }
  }
  throw new Fault('office-unknown', `Kantor "${slug}" tidak ada.`, {
    remedy: 'Lihat yang tersedia dengan: tanggap office list',
  });
}

/** Who acts by a command: whoever holds the machine, without an account. */
export function atTheConsole({ keyring }: System, now: number): OfficeActContext & { readonly newId: NewId } {
  return { keyring, actor: actorOfHistory(SYSTEM_ACTOR), now, newId: uuidv7 };
}

/** A path as the caller means it: relative to where the command was typed. */
export function fromCaller(path: string): string {
  return resolve(process.env.TANGGAP_FROM ?? process.cwd(), path);
}

/** What `--out` says for standard output. */
export const STANDARD_OUTPUT = '-';

/**
 * Writes a result to where the caller asked, `STANDARD_OUTPUT` or a file; `secret` for what only he may read (mode 0600, also when the file was there
 * before). Throws a Fault when the folder is missing, or the path is a folder or closed to him.
 */
export async function writeResult(
  path: string,
  bytes: Uint8Array | string,
  { secret = false }: { readonly secret?: boolean } = {},
): Promise<void> {
  if (path === STANDARD_OUTPUT) {
    process.stdout.write(bytes);
    return;
  }
  const file = fromCaller(path);
  try {
    if (secret && existsSync(file)) await chmod(file, 0o600);
    await writeFile(file, bytes, secret ? { mode: 0o600 } : {});
  } catch (cause) {
    throw new Fault('file-not-written', `Berkas ${file} tidak dapat ditulis: ${whyNotWritten(file, cause)}`, {
      remedy: 'Sebutkan berkas lain dengan --out.',
      cause,
    });
  }
}

function whyNotWritten(file: string, cause: unknown): string {
  switch (errorCode(cause)) {
    case 'ENOENT':
      return `folder ${dirname(file)} tidak ada.`;
    case 'ENOTDIR':
      return `${dirname(file)} bukan folder.`;
    case 'EISDIR':
      return 'yang disebut adalah folder.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'Anda tidak berhak menulis di sana.';
    case 'ENOSPC':
      return 'disk penuh.';
    default:
      return 'sistem menolaknya.';
  }
}

/** What a command that cannot be done says, in the form that was asked for; gives its exit code. */
export function refused(given: Given, code: string, message: string, remedy: string | null = null): number {
  if (given.json) printFailure({ code, message, remedy });
  tell(remedy === null ? message : `${message} ${remedy}`);
  return exitCode.refused;
}

/** The same for a command that was written wrongly. */
export function wrongUse(given: Pick<Given, 'json'>, why: string): number {
  if (given.json) printFailure({ code: 'wrong-use', message: why });
  tell(why);
  return exitCode.wrongUse;
}

export function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** For the person who watches; standard output stays the command's own. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
