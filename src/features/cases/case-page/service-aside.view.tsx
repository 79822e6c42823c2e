import { useWords } from '../../../platform/words/words.ts';

/** The sheet of the service beside the case (rule 8). */
export type ServiceAside = {
  readonly label: string;
  readonly bring: readonly string[];
  /** The whole sheet as lines of an answer. */
  readonly sheet: string;
  /** The sheet by itself, to be printed for the visitor. */
  readonly href: string;
  /** This page with the sheet in the answer; null where no answer can be written now. */
  readonly insertHref: string | null;
};

export function ServiceAsideView({ service }: { readonly service: ServiceAside }) {
  const words = useWords();
  return (
    <section>
      <h2>{words('services.bring')}</h2>
      <p>
        <a class="govuk-link govuk-link--no-visited-state" href={service.href}>
          {service.label}
        </a>
      </p>
      {service.bring.length === 0 ? <p>{words('services.bring-nothing')}</p> : null}
      <ul class="govuk-list govuk-list--bullet tg-small">
        {service.bring.map((paper) => (
          <li key={paper}>{paper}</li>
        ))}
      </ul>
      {service.insertHref === null ? null : (
        <p class="tg-no-print">
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={service.insertHref}
            data-insert={service.sheet}
            data-shortcut="l"
          >
            {words('services.insert')}
          </a>
        </p>
      )}
    </section>
  );
}
