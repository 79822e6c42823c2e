import type { ComponentChildren } from 'preact';
import { useWords } from '../../platform/words/words.ts';

/** What the public sees of an office on every page. */
export type OfficeFace = {
  readonly slug: string;
  readonly name: string;
  readonly government: string;
  readonly address: readonly string[];
  /** Service hours in words, one line a group of days. */
  readonly hours: readonly string[];
  readonly emergency: readonly { readonly name: string; readonly number: string }[];
  /** Whether it has an emblem of its own (see `emblemPage`). */
  readonly hasEmblem: boolean;
};

type FrameProps = {
  /** Null while no office is chosen. */
  readonly office: OfficeFace | null;
  readonly here?: 'home' | 'complain' | 'track' | 'services' | 'figures';
  readonly children: ComponentChildren;
  /** Nothing can be complained of yet, and nobody can sign in: no link would lead anywhere. */
  readonly bare?: boolean;
};

/** Header with the office's emblem and name, the page, and a foot with address, hours and emergency numbers. */
export function PublicFrame({ office, here, children, bare = false }: FrameProps) {
  const words = useWords();
  const links = [
    { key: 'complain', href: withOffice('/lapor', office), text: words('public.complain') },
    { key: 'track', href: withOffice('/lacak', office), text: words('public.track') },
    {
      key: 'services',
      href: office === null ? '/layanan' : `/layanan/${office.slug}`,
      text: words('public.services'),
    },
    ...(office === null
      ? []
      : [{ key: 'figures', href: `/pantau/${office.slug}`, text: words('public.figures') }]),
  ];
  return (
    <>
      <header class="tg-masthead">
        <div class="govuk-width-container tg-masthead__inner">
          <a class="tg-identity" href={withOffice('/', office)}>
            {office?.hasEmblem ? (
              <img
                class="tg-identity__emblem"
                src={`/lambang/${office.slug}`}
                alt=""
                width={42}
                height={48}
              />
            ) : (
              <Emblem />
            )}
            <span>
              <span class="tg-identity__over">{office?.government ?? words('public.over')}</span>
              <span class="tg-identity__name">{office?.name ?? words('public.name')}</span>
            </span>
          </a>
          {bare ? null : (
            <nav class="tg-nav" aria-label={words('public.nav')}>
              <ul>
                {links.map((link) => (
                  <li key={link.key}>
                    <a href={link.href} aria-current={here === link.key ? 'page' : undefined}>
                      {link.text}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </header>
      <div class="tg-page">
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper" id="isi">
            {office === null ? null : <PrintedHead office={office} />}
            {children}
          </main>
        </div>
      </div>
      <PublicFooter office={office} />
    </>
  );
}

/** What stands above a page on paper, where its header with the links is not printed. */
function PrintedHead({ office }: { readonly office: OfficeFace }) {
  return (
    <div class="tg-print-only tg-letterhead">
      {office.government}
      <br />
      {office.name}
      <br />
      <span>{office.address.join(', ')}</span>
    </div>
  );
}

function PublicFooter({ office }: { readonly office: OfficeFace | null }) {
  const words = useWords();
  const other = words.language === 'id' ? 'en' : 'id';
  return (
    <footer class="tg-footer">
      <div class="govuk-width-container tg-footer__inner">
        <div>
          {office === null ? null : (
            <>
              {office.address.length === 0 ? null : <p>{office.address.join(', ')}</p>}
              <p>
                {words('public.hours')}: {office.hours.join('; ')}
              </p>
              {office.emergency.length === 0 ? null : (
                <p>
                  {words('public.emergency')}:{' '}
                  {office.emergency.map((one) => `${one.name} ${one.number}`).join(' · ')}
                </p>
              )}
            </>
          )}
          <p class="tg-muted">{words('public.free')}</p>
        </div>
        <div>
          <p>
            <a href={`/bahasa/${other}`} hreflang={other}>
              {words('public.other-language')}
            </a>
          </p>
          <p>
            <a href="/petugas">{words('public.staff')}</a>
          </p>
        </div>
      </div>
    </footer>
  );
}

/** A drawn placeholder: a shield with two hands of grain, where an office has no emblem of its own. */
export function Emblem() {
  return (
    <svg class="tg-identity__emblem" viewBox="0 0 42 48" aria-hidden="true" focusable="false">
      <path
        d="M21 1.5 39.5 8v15.5c0 11-7.4 18.6-18.5 23C9.9 42.1 2.5 34.5 2.5 23.500V8z"
        fill="none"
        stroke="currentColor"
        stroke-width="2.5"
      />
      <path
        d="M12 33c-3-6-2.600-12 1-17M30 33c3-6 2.600-12-1-17M21 12v20M15 20l6 5 6-5M15 27l6 5 6-5"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** The same page with the office that was chosen. */
export function withOffice(path: string, office: OfficeFace | null): string {
  return office === null ? path : `${path}?kantor=${office.slug}`;
}
