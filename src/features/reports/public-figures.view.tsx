import { Button, Tag } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type OfficeFace, PublicFrame } from '../offices/public-frame.view.tsx';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

type Content = {
  readonly office: string;
  readonly countedAt: string;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly kindsTitle: string;
  readonly kinds: readonly { readonly label: string; readonly count: string }[];
  readonly total: string;
};
export type FiguresProps = {
  readonly office: OfficeFace;
  /** Null until the coordinator has approved them (rule 31). */
  readonly content: Content | null;
};

/** The transparency page: a few live numbers with their meaning; nobody's name. */
export function FiguresView({ office, content }: FiguresProps) {
  const words = useWords();
  return (
    <PublicFrame office={office} here="figures">
      <h1 class="govuk-heading-xl">{words('figures.title')}</h1>
      {content === null ? (
        <p class="govuk-body-l tg-measure">{words('figures.unpublished', { office: office.name })}</p>
      ) : (
        <Figures content={content} />
      )}
    </PublicFrame>
  );
}

/** What everybody would see, and the decision about it. */
export function PublicationView(props: {
  readonly staff: StaffFace;
  readonly href: string;
  readonly approved: boolean;
  /** Who decided last, and when. */
  readonly decided: string;
  readonly content: Content;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="publication">
      <h1 class="govuk-heading-l">{words('publication.title')}</h1>
      <p class="govuk-body tg-row">
        <Tag tone={props.approved ? 'done' : 'attention'}>
          {words(props.approved ? 'publication.is-public' : 'publication.not-public')}
        </Tag>
        <span>{props.decided}</span>
        {props.approved ? (
          <a class="govuk-link govuk-link--no-visited-state" href={props.href}>
            {words('publication.see')}
          </a>
        ) : null}
      </p>
      <p class="govuk-body tg-measure">{words('publication.lead')}</p>
      <form method="post" action="/petugas/pantau">
        <Button
          text={words(props.approved ? 'publication.withdraw' : 'publication.approve')}
          name="decision"
          value={props.approved ? 'tarik' : 'terbitkan'}
          secondary={props.approved}
        />
      </form>
      <h2 class="govuk-heading-m">{words('publication.preview')}</h2>
      <Figures content={props.content} />
    </StaffFrame>
  );
}

function Figures({ content }: { readonly content: Content }) {
  const words = useWords();
  return (
    <>
      <p class="govuk-body-l tg-measure">
        {words('figures.lead', { office: content.office, when: content.countedAt })}
      </p>
      <dl class="tg-figures">
        {content.figures.map((figure) => (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd>{figure.value}</dd>
          </div>
        ))}
      </dl>
      <table class="govuk-table tg-numbers tg-measure">
        <caption class="govuk-table__caption govuk-table__caption--m">{content.kindsTitle}</caption>
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
          {content.kinds.map((row) => (
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
              <strong>{content.total}</strong>
            </td>
          </tr>
        </tbody>
      </table>
      <p class="govuk-body tg-muted">{words('figures.note')}</p>
    </>
  );
}
