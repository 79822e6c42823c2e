import type { FileStore } from '../../../adapters/storage/file-store.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { retentionOfCase } from '../../../domain/complaint/retention-of-case.ts';
import { SYSTEM_ACTOR } from '../../../domain/people/case-actor.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import { listOfficeEntries } from '../../offices/list-office-entries.read.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { erasePapers } from '../personal-data/erase-papers.store.ts';
import { type ErasureRequest, erasePersonalData } from '../personal-data/erase-personal-data.ts';
import { findCase } from '../store/load-case.read.ts';

export type DestroyedFiles = {
  /** How many cases have nothing left now. */
  readonly destroyed: number;
  /** Those that could not be done, by id, each with its fault; the others went on. */
  readonly failed: readonly { readonly caseId: string; readonly fault: unknown }[];
};

/**
 * Destroys what the berita acara of an office name: the keys of people and files, and every text (design law 7); numbers,
 * dates and figures stay. Each thing by an erasure of its own, so that a crash or a second worker goes on where it stood. What
 * has come to be held back since it was decided is left alone. `now` in milliseconds.
 */
export async function destroyFiles(
  desk: CaseDesk,
  files: Pick<FileStore, 'remove'>,
  office: Office,
  now: number,
): Promise<DestroyedFiles> {
  const failed: { caseId: string; fault: unknown }[] = [];
  let destroyed = 0;
  for (const { destruction, number, caseId } of await leftToDo(desk, office)) {
    try {
      if (await isHeld(desk, office, caseId, now)) continue;
      const ground = `Berita acara pemusnahan ${number}`;
      for (const subject of await thingsLeft(desk, office.officeId, caseId)) {
        const request = { office, ref: { caseId }, subject, ground, actor: SYSTEM_ACTOR };
        const erased = await erasePersonalData(desk, request, now);
        // What went with another of the same case is gone already.
        for (const id of erased.ok ? erased.files : []) await files.remove({ officeId: office.officeId, id });
      }
      const scans = await withOffice(desk.pool, office.officeId, async (tx) => {
        // Also those in which no text of the case stands.
        const of = { officeId: office.officeId, caseId, at: new Date(now).toISOString(), which: null };
        const gone = await erasePapers(tx, desk, { ...of, ground, actor: SYSTEM_ACTOR });
        await tx.query(
          `insert into destroyed_case (office_id, destruction_id, case_id, done_at) values ($1, $2, $3, $4)
           on conflict do nothing`,
          [office.officeId, destruction, caseId, new Date(now)],
        );
        return gone;
      });
      for (const id of scans) await files.remove({ officeId: office.officeId, id });
      destroyed += 1;
    } catch (fault) {
      failed.push({ caseId, fault });
    }
  }
  return { destroyed, failed };
}

type Left = { readonly destruction: string; readonly number: string; readonly caseId: string };

function leftToDo({ pool, keyring }: CaseDesk, { officeId }: Office): Promise<readonly Left[]> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const decided = await listOfficeEntries(tx, keyring, officeId, ['destruction-decided']);
      const { rows } = await tx.query<{ id: string }>(
        `select destruction_id || ' ' || case_id id from destroyed_case where office_id = $1`,
        [officeId],
      );
      const done = new Set(rows.map(({ id }) => id));
      return decided.flatMap(({ event: { destruction, number, cases } }) =>
        cases
          .filter((caseId) => !done.has(`${destruction} ${caseId}`))
          .map((caseId) => ({ destruction, number, caseId })),
      );
    },
    { readOnly: true },
  );
}

/** A case that was opened again, went to the Ombudsman or came into the lane since is kept. */
function isHeld({ pool, keyring }: CaseDesk, office: Office, caseId: string, now: number): Promise<boolean> {
  return withOffice(
    pool,
    office.officeId,
    async (tx) => {
      const found = await findCase(tx, keyring, office.officeId, { caseId });
      if (found === null) return true;
      const { data, zone } = office;
      return retentionOfCase(found.head.state, data, zone, localDate(now, zone)).hold !== null;
    },
    { readOnly: true },
  );
}

function thingsLeft(
  { pool }: CaseDesk,
  officeId: number,
  caseId: string,
): Promise<readonly ErasureRequest['subject'][]> {
  const read = async (tx: Tx, text: string): Promise<readonly string[]> => {
    const { rows } = await tx.query<{ id: string }>(text, [officeId, caseId]);
    return rows.map(({ id }) => id);
  };
  return withOffice(
    pool,
    officeId,
    async (tx) => [
      ...(
        await read(
          tx,
          'select identity_id id from identity where office_id = $1 and case_id = $2 and wrapped_key is not null',
        )
      ).map((identity) => ({ identity })),
      ...(
        await read(
          tx,
          'select text_id id from case_text where office_id = $1 and case_id = $2 and body is not null',
        )
      ).map((text) => ({ text })),
      ...(
        await read(
          tx,
          `select a.attachment_id id from case_attachment b
             join attachment a on a.office_id = b.office_id and a.attachment_id = b.attachment_id
            where b.office_id = $1 and b.case_id = $2 and a.erased_at is null`,
        )
      ).map((attachment) => ({ attachment })),
    ],
    { readOnly: true },
  );
}
