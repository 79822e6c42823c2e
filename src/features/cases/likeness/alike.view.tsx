import { type FieldErrors, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import type { AlikeFace } from './alike-faces.presenter.ts';
import { AlikeList } from './alike-list.view.tsx';

/** Complaints that may be the same as this one, and one that is named by its number. */
export function AlikeView(props: {
  readonly staff: StaffFace;
  readonly ticket: string;
  readonly matter: string;
  readonly found: readonly AlikeFace[];
  readonly mayJoin: boolean;
  readonly inGroup: boolean;
  readonly errors: FieldErrors;
  readonly done: string | null;
}) {
  const words = useWords();
  const { ticket, found } = props;
  return (
    <StaffFrame staff={props.staff} here="inbox">
      <ErrorSummary errors={props.errors} />
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <a class="govuk-back-link" href={`/petugas/kasus/${ticket}`}>
        {words('case.page', { ticket })}
      </a>
      <h1 class="govuk-heading-l">{words('likeness.title')}</h1>
      <p class="govuk-body tg-measure">{words('likeness.lead')}</p>
      <div class="govuk-inset-text tg-prose tg-measure">{props.matter}</div>
      <div class="tg-measure" data-alike-list="">
        <AlikeList found={found} self={{ ticket, mayJoin: props.mayJoin }} empty={words('likeness.none')} />
      </div>
      {props.inGroup ? (
        <p class="govuk-body">
          <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${ticket}/rombongan`}>
            {words('likeness.to-group')}
          </a>
        </p>
      ) : null}
      {props.mayJoin ? (
        <section class="tg-measure">
          <h2 class="govuk-heading-m">{words('likeness.other-title')}</h2>
          <form method="post" action={`/petugas/kasus/${ticket}/ganda`} novalidate>
            <TextField
              name="other"
              label={words('receipt.ticket')}
              hint={words('likeness.other-hint')}
              error={props.errors.other}
              width={20}
            />
            <div class="tg-button-row">
              <Button name="act" value="merge" text={words('likeness.merge')} secondary />
              <Button name="act" value="link" text={words('likeness.link')} secondary />
            </div>
          </form>
        </section>
      ) : null}
    </StaffFrame>
  );
}

/** While a complaint is written: only what is there already. */
export function WrittenAlikeView(props: {
  readonly staff: StaffFace;
  readonly found: readonly AlikeFace[];
  readonly tooShort: boolean;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="counter">
      <h1 class="govuk-heading-l">{words('likeness.title')}</h1>
      <p class="govuk-body tg-measure">{words('likeness.written-lead')}</p>
      <div class="tg-measure" data-alike-list="">
        <AlikeList
          found={props.found}
          self={null}
          empty={words(props.tooShort ? 'likeness.too-short' : 'likeness.none')}
        />
      </div>
    </StaffFrame>
  );
}
