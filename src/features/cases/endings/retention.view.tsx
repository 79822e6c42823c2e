import { CheckField, type FieldErrors, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { ScrollBox } from '../../../platform/views/scroll-box.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type SeriesFace = {
  readonly key: string;
  readonly label: string;
  readonly kinds: string;
  readonly classification: string;
  readonly years: string;
  readonly fate: string;
  readonly basis: string;
};
export type DueFace = {
  readonly ticket: string;
  readonly registerNo: string | null;
  readonly received: string;
  readonly keptTo: string;
  readonly series: string;
  readonly fate: string;
  /** Why it is kept all the same; null = it may be destroyed. */
  readonly hold: string | null;
};

/** What the schedule says, what is due by it, and the form of a berita acara pemusnahan. */
export function RetentionView(props: {
  readonly staff: StaffFace;
  readonly series: readonly SeriesFace[];
  readonly due: readonly DueFace[];
  readonly more: boolean;
  readonly destructions: readonly {
    readonly id: string;
    readonly number: string;
    readonly on: string;
    readonly state: string;
  }[];
  readonly chosen: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly done: string | null;
}) {
  const words = useWords();
  const { due, errors, values } = props;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <StaffFrame staff={props.staff} here="retention">
      <ErrorSummary errors={errors} />
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <h1 class="govuk-heading-l">{words('retention.title')}</h1>
      <p class="govuk-body tg-measure">{words('retention.lead')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/petugas/retensi/penghapusan">
          {words('retention.ledger-link')}
        </a>
      </p>
      <h2 class="govuk-heading-m">{words('retention.due')}</h2>
      {due.length === 0 ? (
        <p class="govuk-body tg-empty">{words('retention.due-empty')}</p>
      ) : (
        <form method="post" action="/petugas/retensi" novalidate>
          {errors.ticket === undefined ? null : (
            <p class="govuk-error-message" id="f-ticket">
              {errors.ticket}
            </p>
          )}
          <ol class="tg-deskday">
            {due.map((one) => (
              <li key={one.ticket}>
                {one.hold === null ? (
                  <CheckField
                    name="ticket"
                    scope={one.ticket}
                    tick={one.ticket}
                    label={`${one.registerNo ?? one.ticket} · ${one.series} · ${words('retention.kept-to', { when: one.keptTo })}`}
                    hint={`${words('retention.received', { when: one.received })} ${one.fate}`}
                    checked={props.chosen.includes(one.ticket)}
                  />
                ) : (
                  <p class="govuk-body tg-row">
                    <Tag tone="attention">{one.hold}</Tag>
                    <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${one.ticket}`}>
                      {one.registerNo ?? one.ticket}
                    </a>
                    <span class="tg-muted">{words('retention.kept-to', { when: one.keptTo })}</span>
                  </p>
                )}
              </li>
            ))}
          </ol>
          {props.more ? <p class="govuk-body tg-muted">{words('retention.more')}</p> : null}
          <div class="tg-measure">
            <TextField
              {...field('number')}
              label={words('retention.number')}
              hint={words('retention.number-hint')}
              width={20}
            />
            <TextField {...field('on')} type="date" label={words('retention.on')} width={20} />
            <CheckField
              name="sure"
              label={words('retention.sure')}
              checked={values.sure !== undefined}
              error={errors.sure}
            />
            <Button text={words('retention.send')} />
          </div>
        </form>
      )}
      {props.destructions.length === 0 ? null : (
        <section>
          <h2 class="govuk-heading-m">{words('retention.papers')}</h2>
          <ol class="tg-deskday">
            {props.destructions.map((one) => (
              <li key={one.id}>
                <p class="govuk-body tg-row">
                  <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/retensi/${one.id}`}>
                    {one.number}
                  </a>
                  <span>{one.on}</span>
                  <span class="tg-muted">{one.state}</span>
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
      <h2 class="govuk-heading-m">{words('retention.schedule')}</h2>
      <ScrollBox label={words('retention.schedule')}>
        <table class="govuk-table">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {(['series', 'classification', 'kept', 'fate', 'basis'] as const).map((key) => (
                <th key={key} scope="col" class="govuk-table__header">
                  {words(`retention.head.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {props.series.map((one) => (
              <tr class="govuk-table__row" key={one.key}>
                <td class="govuk-table__cell">
                  {one.label}
                  <br />
                  <span class="tg-muted tg-small">{one.kinds}</span>
                </td>
                <td class="govuk-table__cell">{one.classification}</td>
                <td class="govuk-table__cell">{one.years}</td>
                <td class="govuk-table__cell">{one.fate}</td>
                <td class="govuk-table__cell">{one.basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </StaffFrame>
  );
}
