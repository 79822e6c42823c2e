import { Button, Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../staff-frame.view.tsx';

/** A session in the words of the page. */
export type ShownSession = {
  readonly id: string;
  /** The one that looks at the list. */
  readonly own: boolean;
  readonly browser: string;
  readonly network: string;
  readonly means: string;
  readonly opened: string;
  readonly seen: string;
};

/** Where somebody is signed in. */
export function SessionsView(props: {
  readonly staff: StaffFace;
  readonly sessions: readonly ShownSession[];
  readonly done: string | null;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="security">
      <a class="govuk-back-link" href="/petugas/keamanan">
        {words('security.title')}
      </a>
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <h1 class="govuk-heading-l">{words('sessions.title')}</h1>
      <p class="govuk-body tg-measure">{words('sessions.lead')}</p>
      <ul class="tg-sessions">
        {props.sessions.map((one) => (
          <li key={one.id} class="tg-card">
            <h2 class="govuk-heading-s">
              {one.browser} {one.own ? <Tag tone="done">{words('sessions.this')}</Tag> : null}
            </h2>
            <p class="govuk-body">
              {words('sessions.opened', { at: one.opened })}
              <span class="tg-under">{words('sessions.seen', { at: one.seen })}</span>
              <span class="tg-under">
                {one.network === ''
                  ? one.means
                  : `${one.means} · ${words('sessions.network', { network: one.network })}`}
              </span>
            </p>
            {one.own ? null : (
              <form method="post" action="/petugas/keamanan/sesi/akhiri">
                <input type="hidden" name="session" value={one.id} />
                <button
                  type="submit"
                  class="tg-linklike"
                  aria-label={words('sessions.end-whose', { browser: one.browser, at: one.opened })}
                >
                  {words('sessions.end')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action="/petugas/keamanan/sesi/akhiri-semua">
        <Button text={words('sessions.end-all')} secondary />
      </form>
    </StaffFrame>
  );
}
