import type { CountedTable } from './count-table.ts';

/**
 * Rule 11: what stands between the numbers that the office gave in a period and the cases that it received in it.
 * Numbers given − cancelled − merged − received elsewhere + numbered elsewhere + imported + not yet registered =
 * received.
 */
export type Reconciliation = {
  /** Register numbers whose registration day lies in the period, *BATAL* included; from the register's own entries. */
  readonly numbersGiven: number;
  /** Received in the period, stand in its register as *BATAL*, whenever their number was given. */
  readonly cancelled: number;
  /** Of the numbers given: their case lives on in another. */
  readonly merged: number;
  /** Of the numbers given: their case was received in another period. */
  readonly receivedElsewhere: number;
  /** Received in the period, numbered in another one; *BATAL* included. */
  readonly numberedElsewhere: number;
  /** Received in the period, rows of the old register, which keep their book's number and take none (rule 9). */
  readonly imported: number;
  /** Received in the period, without a number at the moment of reading. */
  readonly notYetRegistered: number;
};

/** Work done in a period, whenever the cases were received (rule 36). */
export type Balance = {
  readonly opening: number;
  readonly received: number;
  /** Received before; finished, of unrecorded status or in no count when the period began; open at its end. */
  readonly reopened: number;
  readonly finished: number;
  /** Finished according to the old register, which gives no date (rule 37). */
  readonly oldRegister: number;
  /** Of these the old register does not tell whether they are open (rule 37). */
  readonly notRecorded: number;
  readonly closing: number;
  readonly reconciliation: Reconciliation;
};

/** The cases received that the numbers given lead to; equals `received` unless something is wrong. */
export function reconciledReceived(given: Reconciliation): number {
  return (
    given.numbersGiven -
    given.cancelled -
    given.merged -
    given.receivedElsewhere +
    given.numberedElsewhere +
    given.imported +
    given.notYetRegistered
  );
}

/** The lines of the balance, in the order in which they add up. */
export const BALANCE_LABELS = {
  opening: 'Sisa dari periode sebelumnya',
  received: 'Diterima dalam periode ini',
  reopened: 'Terbuka lagi pada akhir periode',
  finished: 'Selesai dalam periode ini',
  'old-register': 'Selesai menurut register lama, tanpa tanggal',
  'not-recorded': 'Status tidak tercatat dalam register lama',
  closing: 'Sisa pada akhir periode',
} as const;

/** The table `balance`; its lines are no shares of anything. */
export function balanceTable(balance: Balance): CountedTable {
  const line = (key: keyof typeof BALANCE_LABELS, count: number): CountedTable['rows'][number] => ({
    key,
    label: BALANCE_LABELS[key],
    count,
    imported: 0,
    tenths: null,
  });
  return {
    id: 'balance',
    rows: [
      line('opening', balance.opening),
      line('received', balance.received),
      line('reopened', balance.reopened),
      line('finished', balance.finished),
      line('old-register', balance.oldRegister),
      line('not-recorded', balance.notRecorded),
      line('closing', balance.closing),
    ],
    total: balance.closing,
    denominator: 0,
    imported: 0,
    unrecorded: 0,
    kinds: [],
    ofCases: false,
  };
}
