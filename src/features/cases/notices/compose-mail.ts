import { mayMailComplainant } from '../../../domain/notices/may-mail-complainant.ts';
import { noticeStands } from '../../../domain/notices/notice-stands.ts';
import { COMPLAINANT_MAILS, type MailReason } from '../../../domain/notices/notice-vocabulary.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import { isMailAddress } from '../../../platform/mail-setting.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { isRowWhole } from '../../people/row-seal.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, sealedAccount } from '../../people/store-password.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { readStaffOfDay } from '../store/those-above.read.ts';
import { complainantMail } from './complainant-mail.presenter.ts';
import type { ClaimedMail } from './mail-queue.store.ts';
import { readNoticeItems } from './notice-items.read.ts';
import { findReachable } from './reachable.read.ts';
import { openNoticedCases } from './read-noticed-cases.read.ts';
import {
  digestMail,
  type MailText,
  type ReadableItem,
  restrictedMail,
  urgentMail,
} from './staff-mail.presenter.ts';

export type ComposedMail = ({ readonly ok: true; readonly to: string } & MailText) | Dropped;
type Dropped = { readonly ok: false; readonly why: MailReason };

/**
 * Writes a mail at the moment of its sending: only what its reader may read now and what is still so goes into it (rules 6,
 * 27, 28), or it is dropped and says why. `now` in milliseconds.
 */
export async function composeMail(
  desk: CaseDesk,
  office: Office,
  mail: ClaimedMail,
  publicUrl: string | null,
  now: number,
): Promise<ComposedMail> {
  const kind = COMPLAINANT_MAILS.find((one) => one === mail.kind);
  if (kind === undefined) return composeForStaff(desk, office, mail, publicUrl, now);
  const [reached] = mail.caseId === null ? [] : await findReachable(desk, office.officeId, [mail.caseId]);
  if (reached === undefined || reached.identity !== mail.person) return drop('no-address');
  const { state, address, safeWay } = reached;
  if (!mayMailComplainant(state, kind, address, safeWay)) return drop('not-allowed');
  return { ok: true, to: address, ...complainantMail(kind, state, office, publicUrl) };
}

function drop(why: MailReason): Dropped {
  return { ok: false, why };
}

async function composeForStaff(
  desk: CaseDesk,
  office: Office,
  mail: ClaimedMail,
  publicUrl: string | null,
  now: number,
): Promise<ComposedMail> {
  const { officeId } = office;
  const { kind, noticeId } = mail;
  const { reader, actor, items, round } = await withOffice(
    desk.pool,
    officeId,
    async (tx) => ({
      reader: await readReader(tx, desk, officeId, mail.person),
      actor: (await readStaffOfDay(tx, desk.keyring, office, now)).find(
        ({ account }) => account === mail.person,
      ),
      items: noticeId === null ? [] : await readNoticeItems(tx, officeId, [noticeId]),
      round: noticeId === null ? 1 : await readRound(tx, officeId, noticeId),
    }),
    { readOnly: true },
  );
  if (reader === null || !isMailAddress(reader.email)) return drop('no-address');
  if (actor === undefined) return drop('not-allowed');
  if (kind !== 'urgent' && !reader.wantsMail) return drop('not-wanted');
  const named = [
    ...items.flatMap(({ caseId }) => caseId ?? []),
    ...(mail.caseId === null ? [] : [mail.caseId]),
  ];
  const states = new Map(
    (await openNoticedCases(desk, officeId, [...new Set(named)])).map((one) => [one.caseId, one.state]),
  );
  const readable = items.flatMap((item): readonly ReadableItem[] => {
    if (item.caseId === null) return [{ item, state: null }];
    const state = states.get(item.caseId);
    return state !== undefined && mayRead(actor, state) && noticeStands(item, state) ? [{ item, state }] : [];
  });
  const around = { office, words: wordsOf('id'), publicUrl };
  const own = mail.caseId === null ? undefined : states.get(mail.caseId);
  if (kind === 'urgent') {
    // Each round is a mail of its own, whatever day its notice is of.
    const waits = own !== undefined && noticeStands({ cause: 'urgent', clock: null, dueAt: null }, own);
    if (own === undefined || !mayRead(actor, own)) return drop('not-allowed');
    if (!waits) return drop('nothing-left');
    return { ok: true, to: reader.email, ...urgentMail(reader.name, { state: own, round }, around) };
  }
  if (readable.length === 0)
    return drop(named.length > 0 && items.length > 0 ? 'nothing-left' : 'not-allowed');
  const text =
    kind === 'restricted' ? restrictedMail(reader.name, around) : digestMail(reader.name, readable, around);
  return { ok: true, to: reader.email, ...text };
}

/** Name and address of an open account whose row is whole, and whether it wants mail. */
async function readReader(
  tx: Tx,
  { keyring }: Pick<CaseDesk, 'keyring'>,
  officeId: number,
  account: string,
): Promise<{ readonly name: string; readonly email: string; readonly wantsMail: boolean } | null> {
  const { rows } = await tx.query<StoredAccount>(
    `select ${ACCOUNT_COLUMNS} from account where office_id = $1 and account_id = $2 and disabled_at is null`,
    [officeId, account],
  );
  const [row] = rows;
  if (row === undefined || !isRowWhole(keyring, sealedAccount({ officeId, account }, row), row.mac))
    return null;
  const setting = await tx.query<{ by_email: boolean }>(
    'select by_email from notice_setting where office_id = $1 and account_id = $2',
    [officeId, account],
  );
  return { name: row.name, email: row.email, wantsMail: setting.rows[0]?.by_email ?? true };
}

async function readRound(tx: Tx, officeId: number, noticeId: string): Promise<number> {
  const { rows } = await tx.query<{ round: number }>(
    'select round from notice where office_id = $1 and notice_id = $2',
    [officeId, noticeId],
  );
  return rows[0]?.round ?? 1;
}
