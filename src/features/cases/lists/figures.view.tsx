import { useWords } from '../../../platform/words/words.ts';
import { type OfficeFace, PublicFrame } from '../../offices/public-frame.view.tsx';

export type FiguresProps = {
  readonly office: OfficeFace;
  readonly countedAt: string;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly kindsTitle: string;
  readonly kinds: readonly { readonly label: string; readonly count: string }[];
  readonly total: string;
};

/** The transparency page: a few live numbers with their meaning; nobody's name. */
export function FiguresView(props: FiguresProps) {
  const words = useWords();
  return (
    <PublicFrame office={props.office} here="figures">
      <h1 class="govuk-heading-xl">{words('figures.title')}</h1>
      <p class="govuk-body-l tg-measure">
        {words('figures.lead', { office: props.office.name, when: props.countedAt })}
      </p>
      <dl class="tg-figures">
        {props.figures.map((figure) => (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd>{figure.value}</dd>
          </div>
        ))}
      </dl>
      <table class="govuk-table tg-numbers tg-measure">
        <caption class="govuk-table__caption govuk-table__caption--m">{props.kindsTitle}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              {words('figures.kind')}
            </th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {words('figures.count')}
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {props.kinds.map((row) => (
            <tr class="govuk-table__row" key={row.label}>
              <th scope="row" class="govuk-table__header">
                {row.label}
              </th>
              <td class="govuk-table__cell govuk-table__cell--numeric">{row.count}</td>
            </tr>
          ))}
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {words('figures.total')}
            </th>
            <td class="govuk-table__cell govuk-table__cell--numeric">
              <strong>{props.total}</strong>
            </td>
          </tr>
        </tbody>
      </table>
      <p class="govuk-body tg-muted">{words('figures.note')}</p>
    </PublicFrame>
  );
}
