import { type FieldErrors, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import { type InboxRow, InboxRowView } from '../lists/inbox-row.view.tsx';

export type FindPeopleProps = {
  readonly staff: StaffFace;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** Null before anything was looked for. */
  readonly found: readonly InboxRow[] | null;
};

/** Cases behind which a person stands, whether he complained, is concerned or is complained of (rules 3, 32). */
export function FindPeopleView(props: FindPeopleProps) {
  const words = useWords();
  const { values, errors, found } = props;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <StaffFrame staff={props.staff} here="people">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{words('find.title')}</h1>
      <p class="govuk-body tg-measure">{words('find.lead')}</p>
      <form method="post" action="/petugas/cari-orang" novalidate class="tg-measure">
        <TextField {...field('who')} label={words('find.who')} hint={words('find.who-hint')} />
        <TextField {...field('reason')} label={words('find.reason')} hint={words('case.open-hint')} />
        <Button text={words('find.send')} />
      </form>
      {props.staff.may.has('identity/open') ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/petugas/salinan-data">
            {words('copy.title')}
          </a>
        </p>
      ) : null}
      {props.staff.may.has('identity/erase') ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/petugas/hapus-alasan">
            {words('erase.reason-title')}
          </a>
        </p>
      ) : null}
      {found === null ? null : (
        <section>
          <h2 class="govuk-heading-m">{words('find.found', { n: found.length })}</h2>
          {found.length === 0 ? <p class="govuk-body tg-empty">{words('find.nothing')}</p> : null}
          <ol class="tg-cases">
            {found.map((row) => (
              <InboxRowView key={row.ticket} row={row} />
            ))}
          </ol>
        </section>
      )}
    </StaffFrame>
  );
}
