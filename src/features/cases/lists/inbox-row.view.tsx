import { Tag } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type TimeLeft, TimeLeftView } from './time-left.view.tsx';

export type InboxRow = {
  readonly ticket: string;
  readonly registerNo: string | null;
  readonly left: TimeLeft;
  /** First line of the matter; null when this reader may not see it (rule 6). */
  readonly matter: string | null;
  readonly kind: string;
  readonly place: string;
  readonly channel: string;
  readonly status: string;
  /** Which step of its SOP runs, in words; empty where none does. */
  readonly step: string;
  readonly unit: string;
  /** Who has it, by name; empty = nobody yet. */
  readonly owner: string;
  readonly urgent: boolean;
  readonly protected: boolean;
  readonly restricted: boolean;
  /** What a box before the row is ticked for: the ticket and the version that was seen. */
  readonly pick: string;
};

/** A case in a list; with a box before it where several may be done at once. */
export function InboxRowView({ row, picks }: { readonly row: InboxRow; readonly picks?: boolean }) {
  const words = useWords();
  const what = [row.kind, row.channel, row.place].filter((one) => one !== '').join(' · ');
  const who = [row.unit, row.owner].filter((one) => one !== '').join(' · ');
  return (
    <li class="tg-case" data-picks={picks ? '' : undefined}>
      {picks ? (
        <input
          type="checkbox"
          class="tg-pick"
          name="kasus"
          value={row.pick}
          aria-label={words('work.pick', { ticket: row.ticket })}
        />
      ) : null}
      <TimeLeftView left={row.left} />
      <div>
        <a class="tg-case__link" href={`/petugas/kasus/${row.ticket}`}>
          {row.ticket}
        </a>
        <span class="tg-case__marks">
          {row.urgent ? <Tag tone="overdue">{words('mark.urgent')}</Tag> : null}
          {row.protected ? <Tag tone="attention">{words('mark.protected')}</Tag> : null}
          {row.restricted ? <Tag tone="attention">{words('mark.restricted')}</Tag> : null}
        </span>
        <div class="tg-case__matter">{row.matter ?? words('case.hidden-matter')}</div>
      </div>
      <div class="tg-case__where">
        <Tag tone={row.status === '' ? 'plain' : 'calm'}>{row.status}</Tag>
        {row.step === '' ? null : <span class="tg-case__step">{row.step}</span>}
        <div>{what}</div>
        {who === '' ? null : <div>{who}</div>}
      </div>
    </li>
  );
}
