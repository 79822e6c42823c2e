import { type FieldErrors, SelectField, TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

/** A number of the month; `href` null where this reader does not open its rows. */
export type TeamFigure = { readonly label: string; readonly count: number; readonly href: string | null };

type Month = {
  readonly label: string;
  readonly figures: readonly TeamFigure[];
  readonly gap: { readonly measured: number; readonly median: string; readonly longest: string };
  readonly members: readonly {
    readonly name: string;
    readonly recorded: number;
    readonly answered: number;
    readonly atDesk: number;
  }[];
  readonly agenda: readonly {
    /** Null for a meeting that was only written down. */
    readonly itemId: string | null;
    /** The record of the meeting, or the way to one; null where there is none, or not for this reader. */
    readonly meetingHref: string | null;
    readonly isWritten: boolean;
    readonly date: string;
    readonly kind: string;
    readonly what: string;
    readonly place: string;
  }[];
  readonly mayWrite: boolean;
};
export type TeamMonthProps = {
  readonly staff: StaffFace;
  readonly typed: string;
  readonly errors: FieldErrors;
  /** What was typed into the agenda. */
  readonly values: Readonly<Record<string, string>>;
  readonly month: Month | null;
};

/** The month of the team on one sheet, to be printed for the head. */
export function TeamMonthView(props: TeamMonthProps) {
  const words = useWords();
  const { month } = props;
  return (
    <StaffFrame staff={props.staff} here="teamwork">
      <ErrorSummary errors={props.errors} />
      <div class="tg-print-only tg-letterhead">{props.staff.office}</div>
      <div class="tg-row">
        <h1 class="govuk-heading-l">{words('teamwork.title')}</h1>
        <p class="govuk-body tg-muted">{month?.label}</p>
      </div>
      <form method="get" action="/petugas/hasil-kerja-tim" class="tg-filter tg-no-print" novalidate>
        <TextField
          name="bulan"
          label={words('teamwork.month')}
          hint={words('teamwork.month-hint')}
          value={props.typed}
          error={props.errors.bulan}
          width={10}
        />
        <Button text={words('work.show')} secondary />
      </form>
      {month === null ? null : <Sheet month={month} page={props} />}
    </StaffFrame>
  );
}

function Sheet({ month, page }: { readonly month: Month; readonly page: TeamMonthProps }) {
  const words = useWords();
  const { gap } = month;
  return (
    <>
      <p class="govuk-body">{words('teamwork.lead')}</p>
      <dl class="tg-monthfigures">
        {month.figures.map(({ label, count, href }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{href === null ? count : <a href={href}>{count}</a>}</dd>
          </div>
        ))}
      </dl>
      <p class="govuk-body">
        {gap.measured === 0
          ? words('teamwork.no-gap')
          : words('teamwork.gap', { n: gap.measured, median: gap.median, longest: gap.longest })}
      </p>
      <Members month={month} />
      <section class="tg-group">
        <h2 class="govuk-heading-m">{words('teamwork.agenda')}</h2>
        {month.agenda.length === 0 ? <p class="govuk-body">{words('teamwork.no-agenda')}</p> : null}
        <ul class="govuk-list">
          {month.agenda.map((item) => (
            <li key={item.itemId ?? item.meetingHref} class="tg-row">
              <span>
                <strong>{item.date}</strong>: {item.kind}, {item.what}
                {item.place === '' ? '' : `, ${item.place}`}
              </span>
              {item.meetingHref === null ? null : (
                <a class="govuk-link tg-no-print" href={item.meetingHref}>
                  {words(item.isWritten ? 'teamwork.meeting-open' : 'teamwork.meeting-write')}
                  <span class="govuk-visually-hidden"> {item.what}</span>
                </a>
              )}
              {month.mayWrite && item.itemId !== null ? (
                <form method="post" action="/petugas/hasil-kerja-tim" class="tg-no-print">
                  <input type="hidden" name="bulan" value={page.typed} />
                  <button
                    type="submit"
                    class="tg-linkbutton"
                    name="strike"
                    value={item.itemId}
                    aria-label={words('teamwork.strike-of', { what: item.what })}
                  >
                    {words('teamwork.strike')}
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
        {month.mayWrite ? <AgendaForm page={page} /> : null}
      </section>
    </>
  );
}

function Members({ month }: { readonly month: Month }) {
  const words = useWords();
  return (
    <section class="tg-group">
      <h2 class="govuk-heading-m">{words('teamwork.members')}</h2>
      <p class="govuk-body">{words('teamwork.members-lead')}</p>
      {month.members.length === 0 ? (
        <p class="govuk-body">{words('teamwork.no-members')}</p>
      ) : (
        <ScrollBox label={words('teamwork.members')}>
          <table class="tg-grid tg-numbers">
            <thead>
              <tr>
                <th scope="col">{words('teamwork.name')}</th>
                <th scope="col" class="tg-right">
                  {words('teamwork.recorded')}
                </th>
                <th scope="col" class="tg-right">
                  {words('teamwork.answered')}
                </th>
                <th scope="col" class="tg-right">
                  {words('teamwork.at-desk')}
                </th>
              </tr>
            </thead>
            <tbody>
              {month.members.map((member, index) => (
                <tr key={index}>
                  <th scope="row">{member.name}</th>
                  <td class="tg-right">{member.recorded}</td>
                  <td class="tg-right">{member.answered}</td>
                  <td class="tg-right">{member.atDesk}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

function AgendaForm({ page }: { readonly page: TeamMonthProps }) {
  const words = useWords();
  const { values, errors } = page;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <details class="tg-act__more tg-no-print" open={Object.keys(errors).length > 0}>
      <summary>{words('teamwork.agenda-add')}</summary>
      <form method="post" action="/petugas/hasil-kerja-tim" novalidate>
        <input type="hidden" name="bulan" value={page.typed} />
        <TextField {...field('on')} type="date" label={words('teamwork.agenda-on')} width={20} />
        <SelectField
          {...field('kind')}
          label={words('teamwork.agenda-kind')}
          options={[
            { value: '', label: words('form.not-chosen') },
            { value: 'meeting', label: words('teamwork.agenda-meeting') },
            { value: 'field-visit', label: words('teamwork.agenda-field-visit') },
          ]}
        />
        <TextField {...field('title')} label={words('teamwork.agenda-title')} maxlength={200} />
        <TextField {...field('place')} label={words('teamwork.agenda-place')} maxlength={200} />
        <Button text={words('teamwork.agenda-save')} secondary />
      </form>
    </details>
  );
}
