import type { IsoDate } from '../calendar/epoch-day.ts';
import type { AccountId } from '../complaint/event.ts';
import type { NoticeDue } from './notice-due.ts';

/** One message to one person: what is new in it, and whether it is there already, told earlier on that day. */
export type Message = {
  readonly account: AccountId;
  readonly kind: NoticeDue['kind'];
  readonly day: IsoDate;
  /** The case of a restricted one; null of a digest. */
  readonly caseId: string | null;
  readonly items: readonly NoticeDue[];
};

/** What names a message: a person has one digest a day, and one a day of each restricted case (rule 20). */
export function messageKey({ account, kind, day, caseId }: Omit<Message, 'items'>): string {
  return [account, kind, day, caseId ?? ''].join('/');
}

/** The messages of a day from what is due, without what somebody was told before (`told`: account and key, by `toldKey`). */
export function gatherMessages(
  dues: readonly NoticeDue[],
  day: IsoDate,
  told: ReadonlySet<string>,
): readonly Message[] {
  const fresh = new Map(dues.filter((one) => !told.has(toldKey(one))).map((one) => [toldKey(one), one]));
  const named = [...fresh.values()].map((item) => ({
    item,
    head: {
      account: item.account,
      kind: item.kind,
      day,
      caseId: item.kind === 'restricted' ? item.caseId : null,
    },
  }));
  return [...Map.groupBy(named, ({ head }) => messageKey(head)).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first.head, items: group.map(({ item }) => item) }];
  });
}

export function toldKey({ account, key }: Pick<NoticeDue, 'account' | 'key'>): string {
  return `${account} ${key}`;
}
