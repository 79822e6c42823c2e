import { useWords } from '../../../platform/words/words.ts';

/** The accounts elsewhere by which somebody signs in, each with a button that lets go of it. */
export function SignOnLinks(props: {
  readonly links: readonly {
    readonly id: string;
    readonly issuer: string;
    readonly person: string;
    readonly waits: boolean;
  }[];
  /** Where a link is let go of. */
  readonly action: string;
}) {
  const words = useWords();
  return (
    <>
      {props.links.map(({ id, issuer, person, waits }) => (
        <form method="post" action={props.action} key={id}>
          <input type="hidden" name="link" value={id} />
          <p class="govuk-body">
            {person}
            <span class="tg-under">{issuer}</span>
            {waits ? <span class="tg-under">{words('security.sign-on-waits')}</span> : null}
          </p>
          <button type="submit" class="tg-linklike" aria-label={words('security.unlink-whose', { person })}>
            {words('security.unlink')}
          </button>
        </form>
      ))}
    </>
  );
}
