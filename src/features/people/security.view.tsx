import { Button, Notice, Tag } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { SignOnLinks } from './single-sign-on/sign-on-links.view.tsx';
import { type StaffFace, StaffFrame } from './staff-frame.view.tsx';

type SecurityProps = {
  readonly staff: StaffFace;
  readonly done: string | null;
  readonly failed: string | null;
  /** Null: there is none. */
  readonly factor: { readonly codesLeft: number } | null;
  /** Rule 35: the roles ask for it. */
  readonly required: boolean;
  readonly sessions: number;
  /** The identity provider; null: there is none here. */
  readonly signOn: string | null;
  readonly links: readonly {
    readonly id: string;
    readonly issuer: string;
    readonly person: string;
    /** Nobody has come with it yet. */
    readonly waits: boolean;
  }[];
  readonly pin: { readonly allowed: boolean; readonly here: boolean };
};

/** Fewer codes than these are soon none. */
const FEW_CODES = 3;

/** All by which somebody keeps others out of his account. */
export function SecurityView(props: SecurityProps) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="security">
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      {props.failed === null ? null : <Notice tone="overdue" text={props.failed} />}
      <h1 class="govuk-heading-l">{words('security.title')}</h1>
      <div class="tg-security">
        <section class="tg-card">
          <h2 class="govuk-heading-m">{words('account.password')}</h2>
          <p class="govuk-body">{words('security.password')}</p>
          <p class="govuk-body">
            <a class="govuk-link" href="/petugas/sandi">
              {words('staff.password')}
            </a>
          </p>
        </section>
        <Factor {...props} />
        <section class="tg-card">
          <h2 class="govuk-heading-m">{words('sessions.title')}</h2>
          <p class="govuk-body">{words('security.sessions', { count: props.sessions })}</p>
          <p class="govuk-body">
            <a class="govuk-link" href="/petugas/keamanan/sesi">
              {words('security.see-sessions')}
            </a>
          </p>
        </section>
        <section class="tg-card">
          <h2 class="govuk-heading-m">{words('pin.title')}</h2>
          {props.pin.allowed ? (
            <>
              <p class="govuk-body">{words(props.pin.here ? 'security.pin-here' : 'security.pin')}</p>
              <p class="govuk-body">
                <a class="govuk-link" href="/petugas/keamanan/pin">
                  {words(props.pin.here ? 'security.pin-another' : 'security.pin-make')}
                </a>
              </p>
            </>
          ) : (
            <p class="govuk-body">{words('pin.not-for-role')}</p>
          )}
        </section>
        {props.signOn === null && props.links.length === 0 ? null : <SignOn {...props} />}
      </div>
    </StaffFrame>
  );
}

function Factor({ factor, required }: SecurityProps) {
  const words = useWords();
  const path = '/petugas/keamanan/faktor-kedua';
  return (
    <section class="tg-card">
      <h2 class="govuk-heading-m">
        {words('factor.page')} {factor === null ? null : <Tag tone="done">{words('security.factor-on')}</Tag>}
      </h2>
      {factor === null ? (
        <>
          <p class="govuk-body">{words('security.factor-none')}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={path}>
              {words('security.factor-set')}
            </a>
          </p>
        </>
      ) : (
        <>
          <p class="govuk-body">{words(required ? 'security.factor-required' : 'security.factor-own')}</p>
          {factor.codesLeft < FEW_CODES ? (
            <Notice tone="attention" text={words('security.codes-few', { count: factor.codesLeft })} />
          ) : (
            <p class="govuk-body">{words('security.codes-left', { count: factor.codesLeft })}</p>
          )}
          <form method="post" action={`${path}/kode-cadangan`}>
            <Button text={words('security.codes-new')} secondary />
          </form>
          <p class="govuk-body">
            <a class="govuk-link" href={path}>
              {words('security.factor-replace')}
            </a>
          </p>
          {required ? null : (
            <form method="post" action={`${path}/hapus`}>
              <button type="submit" class="tg-linklike">
                {words('security.factor-remove')}
              </button>
            </form>
          )}
        </>
      )}
    </section>
  );
}

function SignOn({ signOn, links }: SecurityProps) {
  const words = useWords();
  return (
    <section class="tg-card">
      <h2 class="govuk-heading-m">{words('sign-on.title')}</h2>
      {links.length === 0 ? <p class="govuk-body">{words('security.sign-on-none')}</p> : null}
      <SignOnLinks links={links} action="/petugas/keamanan/masuk-tunggal/lepas" />
      {signOn === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href="/petugas/keamanan/masuk-tunggal">
            {words('security.link')}
          </a>
        </p>
      )}
    </section>
  );
}
