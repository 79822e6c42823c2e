import { localDate } from '../../domain/calendar/instant.ts';
import type { DocumentTree } from '../../domain/documents/blocks.ts';
import { buildRegisterVolumes, ROWS_OF_VOLUME } from '../../domain/papers/build-register-page.ts';
import type { LetterheadChoice } from '../../domain/papers/paper-frame.ts';
import type { CaseActor } from '../../domain/people/case-actor.ts';
import {
  REGISTER_COLUMN_KEYS,
  type RegisterColumn,
  USUAL_COLUMNS,
} from '../../domain/registers/register-columns.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { CaseDesk } from '../cases/doors/case-desk.ts';
import { logAccess } from '../cases/vault/access-log.store.ts';
import { keepOfficeText } from '../cases/vault/office-text.store.ts';
import type { Office } from '../offices/office.read.ts';
import { readSigningDeputies } from '../people/deputies/signing-deputies.read.ts';
import { type ExportedRegister, withheldNote, withheldOf } from './export-register.ts';
import { isLongerThan, readRegisterEntries } from './register-entries.read.ts';

export type PrintRequest = {
  readonly office: Office;
  readonly period: ReportPeriod;
  readonly paper: 'A4' | 'F4';
  readonly letterhead: LetterheadChoice;
  /** Who prints: a case of which he is the terlapor is in neither edition of his (rule 28). */
  readonly actor: CaseActor;
  /** Why the edition *arsip*, with persons and texts; null is the edition *publik*. */
  readonly unmask: { readonly reason: string } | null;
};

export type PrintedRegister = Omit<ExportedRegister, 'bytes'> & {
  /** One tree a volume. */
  readonly volumes: readonly DocumentTree[];
};

/** More rows than this are printed by months: twenty books. */
export const MOST_PRINTED = 20 * ROWS_OF_VOLUME;

/**
 * The paper register of a period, in volumes where it is long; null when it has more rows than are printed at once. Printing the
 * edition *arsip* is logged with its reason before anything is read (rules 12, 32). `now` in milliseconds.
 */
export function printRegister(
  desk: CaseDesk,
  { office, period, paper, letterhead, actor, unmask }: PrintRequest,
  now: number,
): Promise<PrintedRegister | null> {
  const { officeId, zone } = office;
  const dated = localDate(now, zone);
  return withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      if (unmask !== null) {
        const { reason } = unmask;
        const textId = desk.newId();
        const text = { textId, purpose: 'reason', body: reason, author: actor.account, at: now } as const;
        await keepOfficeText(tx, desk.keyring, officeId, text);
        const access = { accessId: desk.newId(), at: now, actor, action: 'register-printed' } as const;
        await logAccess(tx, officeId, { ...access, reason: textId });
      }
      const edition = unmask === null ? 'publik' : 'arsip';
      const reading = { viewer: actor, edition } as const;
      if (await isLongerThan(tx, office, period, MOST_PRINTED)) return null;
      const { entries, complainedOf } = await readRegisterEntries(tx, desk.keyring, office, period, reading);
      const left = { ...withheldOf(entries, unmask !== null), complainedOf };
      const frame = {
        ...{ office: office.named, dated, madeAt: new Date(now).toISOString(), paper, letterhead },
        ...{ number: null, signer: null },
        deputies: await readSigningDeputies(tx, desk.keyring, officeId, dated),
      };
      const volumes = buildRegisterVolumes(frame, {
        ...{ period: period.label, edition, entries },
        columns: columnsOf(office),
        note: withheldNote(left),
      });
      return { volumes, ...left };
    },
    { long: true },
  );
}

/** The office's own columns, or the usual ones. */
function columnsOf({ data }: Office): readonly RegisterColumn[] {
  const own = (data.registerColumns ?? []).flatMap(({ key, heading }) => {
    const known = REGISTER_COLUMN_KEYS.find((one) => one === key);
    return known === undefined ? [] : [{ key: known, heading }];
  });
  return own.length === 0 ? PRINTED : own;
}

/** What fits across a sheet of the columns that an office without its own has. */
const PRINTED = USUAL_COLUMNS.filter(({ key }) =>
  [
    'number',
    'received',
    'name',
    'phone',
    'address',
    'matter',
    'service',
    'channel',
    'status',
    'narrative',
  ].includes(key),
);
