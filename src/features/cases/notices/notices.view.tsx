import { Button, Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type NoticeCard = {
  readonly id: string;
  readonly title: string;
  readonly round: string | null;
  readonly tone: 'calm' | 'attention' | 'overdue';
  readonly unread: boolean;
  readonly lines: readonly {
    readonly ticket: string | null;
    readonly what: string;
    readonly when: string | null;
    /** Said of what was done meanwhile. */
    readonly settled: string | null;
  }[];
  readonly withheld: string | null;
};

export type NoticesProps = {
  readonly staff: StaffFace;
  /** What waits until it is done, whatever was told of it. */
  readonly tasks: readonly { readonly ticket: string; readonly what: string; readonly when: string | null }[];
  readonly cards: readonly NoticeCard[];
  readonly olderHref: string | null;
  readonly done: string | null;
  readonly email: string;
  readonly wantsMail: boolean;
  readonly hasServer: boolean;
};

const ADDRESS = '/petugas/pemberitahuan';

export function NoticesView(props: NoticesProps) {
  const words = useWords();
  const { cards } = props;
  return (
    <StaffFrame staff={props.staff} here="notices">
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <h1 class="govuk-heading-l">{words('notice.page')}</h1>
      <p class="govuk-body tg-measure">{words('notice.lead')}</p>
      {props.tasks.length === 0 ? null : (
        <section class="tg-group">
          <h2 class="tg-group__title">
            {words('notice.tasks')} <span class="tg-muted tg-small">{props.tasks.length}</span>
          </h2>
          <ul class="govuk-list">
            {props.tasks.map((task) => (
              <li key={`${task.ticket} ${task.what} ${task.when}`}>
                <a
                  class="govuk-link govuk-link--no-visited-state tg-numbers"
                  href={`/petugas/kasus/${task.ticket}`}
                >
                  {task.ticket}
                </a>{' '}
                {task.what}
                {task.when === null ? null : <span class="tg-muted"> {task.when}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {cards.length === 0 ? <p class="govuk-body tg-empty">{words('notice.empty')}</p> : null}
      {cards.some(({ unread }) => unread) ? (
        <form method="post" action={ADDRESS}>
          <Button text={words('notice.read-all')} name="read" value="all" secondary />
        </form>
      ) : null}
      <ol class="tg-notices">
        {cards.map((card) => (
          <NoticeCardView key={card.id} card={card} />
        ))}
      </ol>
      {props.olderHref === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={props.olderHref}>
            {words('notice.older')}
          </a>
        </p>
      )}
      <MailSetting {...props} />
    </StaffFrame>
  );
}

function NoticeCardView({ card }: { readonly card: NoticeCard }) {
  const words = useWords();
  return (
    <li class={`tg-card tg-card--${card.tone}`}>
      <h2 class="govuk-heading-s tg-notices__title">
        {card.title}
        {card.round === null ? null : <span class="tg-muted">{card.round}</span>}
        {card.unread ? <Tag tone="attention">{words('notice.unread')}</Tag> : null}
      </h2>
      <ul class="govuk-list tg-notices__lines">
        {card.lines.map((line) => (
          <li key={`${line.ticket} ${line.what} ${line.when}`}>
            {line.ticket === null ? null : (
              <a
                class="govuk-link govuk-link--no-visited-state tg-numbers"
                href={`/petugas/kasus/${line.ticket}`}
              >
                {line.ticket}
              </a>
            )}{' '}
            <span>{line.what}</span>
            {line.when === null ? null : <span class="tg-muted"> {line.when}</span>}
            {line.settled === null ? null : <span class="tg-muted"> ({line.settled})</span>}
          </li>
        ))}
      </ul>
      {card.withheld === null ? null : <p class="govuk-body-s tg-muted">{card.withheld}</p>}
      {card.unread ? (
        <form method="post" action={ADDRESS}>
          <Button text={words('notice.read')} name="read" value={card.id} secondary />
        </form>
      ) : null}
    </li>
  );
}

function MailSetting({ email, wantsMail, hasServer }: NoticesProps) {
  const words = useWords();
  return (
    <section class="tg-group">
      <h2 class="tg-group__title">{words('notice.mail-title')}</h2>
      <p class="govuk-body tg-measure">{words('notice.mail-hint', { email })}</p>
      {hasServer ? null : <p class="govuk-body tg-muted">{words('notice.mail-none')}</p>}
      <form method="post" action={ADDRESS}>
        <input type="hidden" name="setting" value="mail" />
        <div class="govuk-form-group">
          <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id="f-mail"
                name="mail"
                type="checkbox"
                value="yes"
                checked={wantsMail}
              />
              <label class="govuk-label govuk-checkboxes__label" for="f-mail">
                {words('notice.mail-yes')}
              </label>
            </div>
          </div>
        </div>
        <Button text={words('notice.mail-save')} secondary />
      </form>
    </section>
  );
}
