import {
  type FieldErrors,
  type Option,
  SelectField,
  TextArea,
} from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

/** Who has open cases; those who work here no longer first. */
export function OwnersView(props: {
  readonly staff: StaffFace;
  readonly owners: readonly {
    readonly account: string;
    readonly name: string;
    readonly count: number;
    readonly closed: boolean;
    /** Holds no role today by which he works on cases. */
    readonly idle: boolean;
  }[];
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="hand-over">
      <h1 class="govuk-heading-l">{words('handover.title')}</h1>
      <p class="govuk-body tg-measure">{words('handover.lead')}</p>
      {props.owners.length === 0 ? (
        <p class="govuk-body">{words('handover.nobody')}</p>
      ) : (
        <ScrollBox label={words('handover.title')}>
          <table class="govuk-table">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                <th scope="col" class="govuk-table__header">
                  {words('handover.who')}
                </th>
                <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                  {words('handover.count')}
                </th>
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {props.owners.map(({ account, name, count, closed, idle }) => (
                <tr class="govuk-table__row" key={account}>
                  <th scope="row" class="govuk-table__header">
                    <a
                      class="govuk-link"
                      href={`/petugas/serah-terima?dari=${account}`}
                      aria-label={words('handover.of', { name })}
                    >
                      {name}
                    </a>{' '}
                    {closed ? <Tag tone="attention">{words('account.disabled')}</Tag> : null}
                    {idle && !closed ? <Tag tone="attention">{words('handover.idle')}</Tag> : null}
                  </th>
                  <td class="govuk-table__cell govuk-table__cell--numeric">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </StaffFrame>
  );
}

export type Preview = {
  readonly goes: readonly string[];
  readonly stays: readonly { readonly ticket: string; readonly why: string }[];
  readonly hidden: number;
  readonly named: readonly string[];
};

/** The cases of one person: to whom, why, and what of them goes. */
export function HandOverView(props: {
  readonly staff: StaffFace;
  readonly from: { readonly account: string; readonly name: string };
  readonly people: readonly Option[];
  readonly to: string;
  readonly toName: string;
  readonly reason: string;
  readonly errors: FieldErrors;
  /** Null until somebody is chosen. */
  readonly preview: Preview | null;
  /** Tickets that have gone over just now. */
  readonly done: readonly string[] | null;
}) {
  const words = useWords();
  const { preview, errors, reason, done } = props;
  const ready = preview !== null && reason.trim() !== '' && Object.keys(errors).length === 0;
  return (
    <StaffFrame staff={props.staff} here="hand-over">
      <a class="govuk-back-link" href="/petugas/serah-terima">
        {words('handover.title')}
      </a>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{words('handover.of', { name: props.from.name })}</h1>
      {done === null ? null : (
        <Notice tone="done" text={words('handover.done', { n: done.length, name: props.toName })}>
          <Tickets tickets={done} />
        </Notice>
      )}
      <form method="post" action="/petugas/serah-terima" novalidate class="tg-measure">
        <input type="hidden" name="dari" value={props.from.account} />
        <SelectField
          name="ke"
          label={words('handover.to')}
          value={props.to}
          error={errors.ke}
          options={[{ value: '', label: words('form.not-chosen') }, ...props.people]}
        />
        <TextArea
          name="reason"
          label={words('handover.reason')}
          hint={words('handover.reason-hint')}
          value={reason}
          error={errors.reason}
          rows={2}
          maxlength={1000}
        />
        <Button text={words('handover.look')} secondary />
        {preview === null ? null : <PreviewView preview={preview} toName={props.toName} />}
        {ready && preview !== null && preview.goes.length > 0 ? (
          <Button
            text={words('handover.submit', { n: preview.goes.length, name: props.toName })}
            name="sure"
            value="ya"
          />
        ) : null}
      </form>
    </StaffFrame>
  );
}

function PreviewView({ preview, toName }: { readonly preview: Preview; readonly toName: string }) {
  const words = useWords();
  const { goes, stays, hidden, named } = preview;
  return (
    <section aria-label={words('handover.preview')}>
      <h2 class="govuk-heading-m">{words('handover.goes', { n: goes.length, name: toName })}</h2>
      <Tickets tickets={goes} />
      {stays.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{words('handover.stays', { n: stays.length })}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {stays.map(({ ticket, why }) => (
              <li key={ticket}>
                <Ticket ticket={ticket} />: {why}
              </li>
            ))}
          </ul>
        </>
      )}
      {named.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{words('handover.named', { n: named.length })}</h2>
          <p class="govuk-body">{words('handover.named-lead')}</p>
          <Tickets tickets={named} />
        </>
      )}
      {hidden === 0 ? null : <Notice tone="attention" text={words('handover.hidden', { n: hidden })} />}
    </section>
  );
}

function Tickets({ tickets }: { readonly tickets: readonly string[] }) {
  return (
    <ul class="govuk-list">
      {tickets.map((ticket) => (
        <li key={ticket}>
          <Ticket ticket={ticket} />
        </li>
      ))}
    </ul>
  );
}

function Ticket({ ticket }: { readonly ticket: string }) {
  return (
    <a class="govuk-link" href={`/petugas/kasus/${ticket}`}>
      {ticket}
    </a>
  );
}
