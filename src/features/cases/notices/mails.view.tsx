import { Button, Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type MailRow = {
  readonly id: string;
  readonly what: string;
  readonly to: string;
  readonly since: string;
  readonly state: string;
  readonly why: string | null;
  readonly tone: 'calm' | 'attention' | 'plain';
  readonly mayAgain: boolean;
  readonly mayDiscard: boolean;
};
export type MailsProps = {
  readonly staff: StaffFace;
  readonly said: { readonly tone: 'done' | 'attention'; readonly text: string } | null;
  /** How the server stands, in a sentence. */
  readonly server: { readonly tone: 'calm' | 'attention'; readonly text: string };
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  readonly rows: readonly MailRow[];
  readonly hasUnsure: boolean;
};

export function MailsView(props: MailsProps) {
  const words = useWords();
  const { rows, counts, said, server } = props;
  return (
    <StaffFrame staff={props.staff} here="mails">
      {said === null ? null : <Notice tone={said.tone} text={said.text} />}
      <h1 class="govuk-heading-l">{words('mail.page')}</h1>
      <p class="govuk-body tg-measure">{words('mail.page-lead')}</p>
      {server.tone === 'attention' ? (
        <Notice tone="attention" text={server.text} />
      ) : (
        <p class="govuk-body">{server.text}</p>
      )}
      <dl class="tg-counts">
        {counts.map(({ label, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="tg-numbers">{count}</dd>
          </div>
        ))}
      </dl>
      {props.hasUnsure ? <p class="govuk-body tg-measure">{words('mail.unsure-hint')}</p> : null}
      {rows.length === 0 ? (
        <p class="govuk-body tg-empty">{words('mail.empty')}</p>
      ) : (
        <ScrollBox label={words('mail.page')}>
          <table class="govuk-table">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {(['mail.col.what', 'mail.col.to', 'mail.col.since', 'mail.col.state'] as const).map(
                  (key) => (
                    <th class="govuk-table__header" scope="col" key={key}>
                      {words(key)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {rows.map((row) => (
                <tr class="govuk-table__row" key={row.id}>
                  <th class="govuk-table__header" scope="row">
                    {row.what}
                  </th>
                  <td class="govuk-table__cell">{row.to}</td>
                  <td class="govuk-table__cell tg-numbers">{row.since}</td>
                  <td class="govuk-table__cell">
                    <Tag tone={row.tone}>{row.state}</Tag>
                    {row.why === null ? null : <p class="govuk-body-s tg-mails__why">{row.why}</p>}
                    <MailActs row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </StaffFrame>
  );
}

function MailActs({ row }: { readonly row: MailRow }) {
  const words = useWords();
  if (!row.mayAgain && !row.mayDiscard) return null;
  return (
    <form method="post" action="/petugas/surel" class="tg-row">
      <input type="hidden" name="mail" value={row.id} />
      {row.mayAgain ? <Button text={words('mail.again')} name="act" value="again" secondary /> : null}
      {row.mayDiscard ? <Button text={words('mail.discard')} name="act" value="discard" secondary /> : null}
    </form>
  );
}
