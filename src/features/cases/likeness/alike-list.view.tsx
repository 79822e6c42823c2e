import { Button, Tag } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import type { AlikeFace } from './alike-faces.presenter.ts';

/** What may be the same matter, and why; with the three decisions where there is a case to decide about. */
export function AlikeList(props: {
  readonly found: readonly AlikeFace[];
  /** The case that they are held against, and whether this reader may join it; null = it is only being written. */
  readonly self: { readonly ticket: string; readonly mayJoin: boolean } | null;
  readonly empty: string;
}) {
  const words = useWords();
  const { found, self } = props;
  if (found.length === 0) return <p class="govuk-body tg-empty">{props.empty}</p>;
  return (
    <ul class="govuk-list tg-alike">
      {found.map((one) => (
        <li key={one.ticket} class="tg-card">
          <p class="govuk-body tg-row">
            <a
              class="govuk-link govuk-link--no-visited-state tg-ticket"
              href={`/petugas/kasus/${one.ticket}`}
              target={self === null ? '_blank' : undefined}
              rel={self === null ? 'noopener' : undefined}
            >
              {one.ticket}
            </a>
            <Tag tone={one.as === 'duplicate' ? 'attention' : 'calm'}>
              {words(one.inGroup ? 'likeness.in-group' : `likeness.as.${one.as}`)}
            </Tag>
            <Tag tone="plain">{one.status}</Tag>
          </p>
          <p class="govuk-body tg-prose">{one.matter}</p>
          <p class="govuk-body tg-small tg-muted">
            {[one.received, one.channel, one.service, one.place].filter((part) => part !== '').join(' · ')}
          </p>
          <p class="govuk-body tg-small">
            <strong>{words('likeness.why')}</strong> {one.why}
          </p>
          {self === null || !self.mayJoin ? null : (
            <form method="post" action={`/petugas/kasus/${self.ticket}/ganda`} class="tg-button-row">
              <input type="hidden" name="other" value={one.ticket} />
              <Button name="act" value="merge" text={words('likeness.merge')} secondary />
              {one.inGroup ? null : (
                <Button name="act" value="link" text={words('likeness.link')} secondary />
              )}
              <Button name="act" value="unlike" text={words('likeness.unlike')} secondary />
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
