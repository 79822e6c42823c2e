import { Button, Notice } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import type { AccountRow } from './list-accounts.read.ts';
import { SignOnLinks } from './single-sign-on/sign-on-links.view.tsx';
import { type StaffFace, StaffFrame } from './staff-frame.view.tsx';

type Props = {
  readonly staff: StaffFace;
  readonly account: AccountRow;
  /** His own second factor and sign-on are changed where everybody changes his own. */
  readonly own: boolean;
  readonly sessions: number;
  /** The identity provider; null: there is none here. */
  readonly signOn: string | null;
  readonly links: readonly {
    readonly id: string;
    readonly issuer: string;
    readonly person: string;
    readonly waits: boolean;
  }[];
  readonly done: string | null;
  readonly failed: string | null;
};

/** How somebody signs in, as an administrator sees and changes it. */
export function AccountSignInView(props: Props) {
  const words = useWords();
  const { account, own } = props;
  const path = `/petugas/akun/${account.account}`;
  return (
    <StaffFrame staff={props.staff} here="accounts">
      <a class="govuk-back-link" href={path}>
        {account.name}
      </a>
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      {props.failed === null ? null : <Notice tone="overdue" text={props.failed} />}
      <h1 class="govuk-heading-l">{words('sign-in-of.title', { name: account.name })}</h1>
      <h2 class="govuk-heading-m">{words('factor.page')}</h2>
      {own ? (
        <p class="govuk-body tg-measure">
          <a class="govuk-link" href="/petugas/keamanan">
            {words('sign-in-of.own')}
          </a>
        </p>
      ) : account.secondFactor ? (
        <form method="post" action={`${path}/faktor-kedua`}>
          <p class="govuk-body tg-measure">{words('sign-in-of.factor-lead')}</p>
          <Button text={words('sign-in-of.factor-reset')} secondary />
        </form>
      ) : (
        <p class="govuk-body tg-measure">{words('sign-in-of.factor-none')}</p>
      )}
      <h2 class="govuk-heading-m">{words('sign-in-of.sessions')}</h2>
      <p class="govuk-body">{words('security.sessions', { count: props.sessions })}</p>
      <form method="post" action={`${path}/sesi`}>
        <Button text={words('sign-in-of.end-sessions')} secondary />
      </form>
      {props.signOn === null && props.links.length === 0 ? null : <SignOn {...props} path={path} />}
    </StaffFrame>
  );
}

function SignOn({ signOn, links, own, account, path }: Props & { readonly path: string }) {
  const words = useWords();
  return (
    <>
      <h2 class="govuk-heading-m">{words('sign-on.title')}</h2>
      <SignOnLinks links={links} action={`${path}/masuk-tunggal/lepas`} />
      {own || signOn === null || links.some(({ waits }) => waits) ? null : (
        <form method="post" action={`${path}/masuk-tunggal`}>
          <p class="govuk-body tg-measure">
            {words('sign-in-of.allow-lead', { email: account.email, issuer: signOn })}
          </p>
          <Button text={words('sign-in-of.allow')} secondary />
        </form>
      )}
    </>
  );
}
