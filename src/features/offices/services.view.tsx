import { Card } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type OfficeFace, PublicFrame } from './public-frame.view.tsx';

export type ServiceSheet = {
  readonly key: string;
  readonly label: string;
  readonly what: string;
  readonly who: string;
  readonly bring: readonly string[];
  readonly how: string;
  readonly howLong: string | null;
  readonly fee: string;
};

/** All services of an office by name. */
export function ServicesView(props: {
  readonly office: OfficeFace;
  readonly services: readonly ServiceSheet[];
}) {
  const words = useWords();
  return (
    <PublicFrame office={props.office} here="services">
      <h1 class="govuk-heading-xl">{words('services.title')}</h1>
      <p class="govuk-body-l tg-measure">{words('services.lead')}</p>
      {props.services.length === 0 ? <p class="govuk-body">{words('services.none')}</p> : null}
      <dl class="govuk-summary-list">
        {props.services.map((service) => (
          <div class="govuk-summary-list__row" key={service.key}>
            <dt class="govuk-summary-list__key">
              <a
                class="govuk-link govuk-link--no-visited-state"
                href={`/layanan/${props.office.slug}/${service.key}`}
              >
                {service.label}
              </a>
            </dt>
            <dd class="govuk-summary-list__value">{service.what}</dd>
          </div>
        ))}
      </dl>
      <AskInstead slug={props.office.slug} />
    </PublicFrame>
  );
}

/** One service (rule 8): what it is, who may, what to bring, how, how long, free of charge. */
export function ServiceView(props: { readonly office: OfficeFace; readonly service: ServiceSheet }) {
  const words = useWords();
  const { service, office } = props;
  return (
    <PublicFrame office={office} here="services">
      <a class="govuk-back-link" href={`/layanan/${office.slug}`}>
        {words('services.back')}
      </a>
      <h1 class="govuk-heading-xl">{service.label}</h1>
      <p class="govuk-body-l tg-measure">{service.what}</p>
      <h2 class="govuk-heading-m">{words('services.bring')}</h2>
      {service.bring.length === 0 ? (
        <p class="govuk-body">{words('services.bring-nothing')}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {service.bring.map((paper) => (
            <li key={paper}>{paper}</li>
          ))}
        </ul>
      )}
      <dl class="govuk-summary-list">
        <Row label={words('services.who')} value={service.who} />
        <Row label={words('services.how')} value={service.how} />
        {service.howLong === null ? null : <Row label={words('services.how-long')} value={service.howLong} />}
        <Row label={words('services.fee')} value={service.fee} />
      </dl>
      <AskInstead slug={office.slug} />
    </PublicFrame>
  );
}

function Row({ label, value }: { readonly label: string; readonly value: string }) {
  if (value === '') return null;
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{label}</dt>
      <dd class="govuk-summary-list__value">{value}</dd>
    </div>
  );
}

function AskInstead({ slug }: { readonly slug: string }) {
  const words = useWords();
  return (
    <Card tone="calm" label={words('services.ask')}>
      <h2 class="govuk-heading-s">{words('services.ask')}</h2>
      <p class="govuk-body tg-no-print">
        <a
          class="govuk-link govuk-link--no-visited-state"
          href={`/lapor?kantor=${slug}&jenis=permintaan-informasi`}
        >
          {words('services.ask-link')}
        </a>
      </p>
    </Card>
  );
}
