import { CheckField, type Option, SelectField, TextField } from '../../../platform/views/fields.view.tsx';
import { Button } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';

/** A field of the filter beside words, status and unit. */
export type FilterField = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
};
export type FilterProps = {
  readonly queue: string;
  readonly q: string;
  readonly searchError: string | undefined;
  /** Those that always show, and those that fold away until one is used. */
  readonly fields: readonly FilterField[];
  readonly more: readonly FilterField[];
  readonly late: boolean;
  readonly chips: readonly { readonly label: string; readonly href: string }[];
};

/** What the list is narrowed by: a form that works without script, and each filter in use as a chip that takes it off. */
export function InboxFilterView(props: FilterProps) {
  const words = useWords();
  const standsOpen = props.late || props.more.some(({ value }) => value !== '');
  return (
    <>
      <form method="get" action="/petugas" class="tg-filter">
        <input type="hidden" name="antrean" value={props.queue} />
        <TextField
          name="q"
          type="search"
          label={words('inbox.search')}
          value={props.q}
          error={props.searchError}
        />
        {props.fields.map((field) => (
          <Choice key={field.name} field={field} />
        ))}
        <Button text={words('inbox.filter')} secondary />
        <details class="tg-filter__more" open={standsOpen}>
          <summary>{words('work.more-filters')}</summary>
          <div class="tg-filter">
            {props.more.map((field) => (
              <Choice key={field.name} field={field} />
            ))}
            <CheckField name="terlambat" label={words('work.late-only')} checked={props.late} />
          </div>
        </details>
      </form>
      {props.chips.length === 0 ? null : (
        <ul class="tg-chips" aria-label={words('inbox.filters')}>
          {props.chips.map((chip) => (
            <li key={chip.label}>
              <a href={chip.href} aria-label={words('inbox.remove', { filter: chip.label })}>
                {chip.label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Choice({ field }: { readonly field: FilterField }) {
  const words = useWords();
  return (
    <SelectField
      name={field.name}
      label={field.label}
      value={field.value}
      options={[{ value: '', label: words('inbox.all') }, ...field.options]}
    />
  );
}
