import type { Pool } from 'pg';
import { FOLD, foldCase } from '../../../domain/complaint/fold-case.ts';
import { SYSTEM_ACTOR } from '../../../domain/people/case-actor.ts';
import { readInstallation, writeInstallation } from '../../../platform/database/installation.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { Fault } from '../../../platform/errors.ts';
import type { Office, Offices } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { lockCase } from '../store/load-case.read.ts';
import { saveAsFolded } from './append-to-case.ts';

const FOLDED_AS = 'folded-as';
/** What an installation that remembers no fold was made with. */
const FIRST_FOLD = 1;
const PAGE = 500;

type Desk = Pick<CaseDesk, 'pool' | 'keyring'>;

/**
 * Once behind a fold that gives other states or figures (`FOLD`): every case is folded from its history, and its row,
 * figures and seal are written as they would stand had it always been folded so. Before any door opens, since lists
 * read the rows alone. A crash half way and an office that cannot be read are made good by the next start. `now` in
 * milliseconds.
 */
export async function refoldCases(
  desk: Desk,
  owner: Pool,
  offices: Offices,
  now: number,
  fold = FOLD,
): Promise<void> {
  if ((await readFoldedAs(owner)) >= fold) return;
  const readable = await offices.all(now);
  for (const office of readable) await refoldOffice(desk, office, now);
  const { rows } = await owner.query<{ all: number }>('select count(*)::int as all from office');
  if (rows[0]?.all === readable.length) await writeInstallation(owner, FOLDED_AS, { fold }, now);
}

async function readFoldedAs(owner: Pool): Promise<number> {
  const stored = await readInstallation(owner, FOLDED_AS);
  return typeof stored === 'object' && stored !== null && 'fold' in stored ? Number(stored.fold) : FIRST_FOLD;
}

async function refoldOffice(desk: Desk, office: Office, now: number): Promise<void> {
  let last: string | undefined = '00000000-0000-0000-0000-000000000000';
  while (last !== undefined) {
    const page: readonly string[] = await readCaseIds(desk.pool, office.officeId, last);
    for (const caseId of page) await refoldCase(desk, office, caseId, now);
    last = page.at(-1);
  }
}

function readCaseIds(pool: Pool, officeId: number, after: string): Promise<readonly string[]> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<{ case_id: string }>(
        `select case_id from complaint_case where office_id = $1 and case_id > $2 order by case_id limit ${PAGE}`,
        [officeId, after],
      );
      return rows.map(({ case_id }) => case_id);
    },
    { readOnly: true },
  );
}

/** A row that other hands changed is left to `verify`: no door opens it either. */
async function refoldCase(
  { pool, keyring }: Desk,
  office: Office,
  caseId: string,
  now: number,
): Promise<void> {
  try {
    await withOffice(pool, office.officeId, async (tx) => {
      const loaded = await lockCase(tx, keyring, office.officeId, { caseId });
      if (loaded === null) return;
      const recordedAt = new Date(Math.max(now, Date.parse(loaded.changedAt))).toISOString();
      const act = { events: [], actor: SYSTEM_ACTOR, recordedAt, keeper: null };
      const as = { entries: [], head: { state: foldCase(loaded.events), mac: loaded.head.mac } };
      await saveAsFolded(tx, keyring, office, loaded, as, act).saving;
    });
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'row-forged')) throw error;
  }
}
