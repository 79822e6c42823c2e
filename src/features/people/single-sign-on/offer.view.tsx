import { Button } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../staff-frame.view.tsx';

/** Asks whether this person of the provider is he himself: a foreign page could have sent him here as somebody else. */
export function OfferView(props: {
  readonly staff: StaffFace;
  readonly offer: string;
  readonly issuer: string;
  readonly person: string;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="security">
      <h1 class="govuk-heading-l">{words('sign-on.offer-title')}</h1>
      <p class="govuk-body tg-measure">
        {words('sign-on.offer', { person: props.person, issuer: props.issuer })}
      </p>
      <form method="post" action="/petugas/keamanan/masuk-tunggal">
        <input type="hidden" name="offer" value={props.offer} />
        <Button text={words('sign-on.offer-submit')} />
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href="/petugas/keamanan">
          {words('sign-on.offer-not')}
        </a>
      </p>
    </StaffFrame>
  );
}
