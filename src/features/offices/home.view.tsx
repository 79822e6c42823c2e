import { Icon } from '../../platform/views/icon.view.tsx';
import { Card } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type OfficeFace, PublicFrame, withOffice } from './public-frame.view.tsx';

type HomeProps = {
  readonly office: OfficeFace | null;
  readonly offices: readonly { readonly slug: string; readonly name: string; readonly government: string }[];
  /** Where and how else one may complain, e.g. ["Loket", "WhatsApp 0812-0000-0001"]. */
  readonly channels: readonly string[];
  /** The promise in the office's own words, e.g. ["Ringan: 3 hari kerja"]. */
  readonly limits: readonly string[];
};

export function HomeView({ office, offices, channels, limits }: HomeProps) {
  const words = useWords();
  return (
    <PublicFrame office={office} here="home">
      <h1 class="govuk-heading-xl">{words('home.title')}</h1>
      <p class="govuk-body-l tg-measure">{words('home.lead')}</p>
      <ul class="tg-doors">
        <li>
          <a class="tg-door tg-door--first" href={withOffice('/lapor', office)}>
            <Icon name="megaphone" />
            <strong>{words('home.complain')}</strong>
            {words('home.complain-hint')}
          </a>
        </li>
        <li>
          <a class="tg-door" href={withOffice('/lacak', office)}>
            <Icon name="search" />
            <strong>{words('home.track')}</strong>
            {words('home.track-hint')}
          </a>
        </li>
        <li>
          <a class="tg-door" href={office === null ? '/layanan' : `/layanan/${office.slug}`}>
            <Icon name="info" />
            <strong>{words('home.ask')}</strong>
            {words('home.ask-hint')}
          </a>
        </li>
      </ul>
      {office === null ? <OfficeList offices={offices} /> : null}
      {office === null ? null : (
        <div class="tg-two">
          <div>
            <h2 class="govuk-heading-m">{words('home.next-title')}</h2>
            <ol class="govuk-list govuk-list--number">
              <li>{words('home.next-1')}</li>
              <li>{words('home.next-2')}</li>
              <li>{words('home.next-3')}</li>
            </ol>
            {limits.length === 0 ? null : (
              <>
                <h2 class="govuk-heading-m">{words('home.limits')}</h2>
                <ul class="govuk-list govuk-list--bullet">
                  {limits.map((limit) => (
                    <li key={limit}>{limit}</li>
                  ))}
                </ul>
              </>
            )}
          </div>
          <div>
            <Card tone="calm">
              <h2 class="govuk-heading-s">{words('home.other-ways')}</h2>
              <ul class="govuk-list">
                {channels.map((channel) => (
                  <li key={channel}>{channel}</li>
                ))}
              </ul>
            </Card>
          </div>
        </div>
      )}
    </PublicFrame>
  );
}

function OfficeList({ offices }: { readonly offices: HomeProps['offices'] }) {
  const words = useWords();
  return (
    <section>
      <h2 class="govuk-heading-m">{words('home.offices')}</h2>
      <ul class="govuk-list">
        {offices.map((one) => (
          <li key={one.slug}>
            <a class="govuk-link govuk-link--no-visited-state" href={`/?kantor=${one.slug}`}>
              {one.name}
            </a>
            <span class="tg-muted"> · {one.government}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
