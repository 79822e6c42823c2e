import {
  CheckField,
  type FieldErrors,
  type Option,
  RadioField,
  SelectField,
  TextArea,
} from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice, Tag } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type MemberFace = {
  readonly ticket: string;
  readonly matter: string;
  readonly received: string;
  readonly status: string;
  readonly mayAnswer: boolean;
  readonly mayUnlink: boolean;
  readonly ticked: boolean;
  /** What came of the answer just sent: a sentence, and whether it was taken. */
  readonly said: { readonly ok: boolean; readonly text: string } | null;
};

/** The cases of a rombongan, and one answer to those that are ticked. */
export function GroupView(props: {
  readonly staff: StaffFace;
  readonly ticket: string;
  readonly members: readonly MemberFace[];
  readonly ways: readonly Option[];
  readonly channels: readonly Option[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly done: string | null;
  readonly idempotencyKey: string;
}) {
  const words = useWords();
  const { ticket, members, values, errors } = props;
  const address = `/petugas/kasus/${ticket}/rombongan`;
  const answerable = members.some(({ mayAnswer }) => mayAnswer);
  const leaves = members.find((one) => one.ticket === ticket)?.mayUnlink === true;
  return (
    <StaffFrame staff={props.staff} here="inbox">
      <ErrorSummary errors={errors} />
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <a class="govuk-back-link" href={`/petugas/kasus/${ticket}`}>
        {words('case.page', { ticket })}
      </a>
      <h1 class="govuk-heading-l">{words('group.title')}</h1>
      <p class="govuk-body tg-measure">{words('group.lead')}</p>
      <form method="post" action={address} novalidate class="tg-measure">
        <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{words('group.members')}</legend>
          <div class="tg-choices tg-after">
            {members.map((one) => (
              <div key={one.ticket}>
                {one.mayAnswer ? (
                  <CheckField
                    name="member"
                    scope={one.ticket}
                    tick={one.ticket}
                    checked={one.ticked}
                    label={`${one.ticket}: ${one.matter}`}
                    hint={one.received}
                  />
                ) : (
                  <p class="govuk-body">
                    {one.ticket}: {one.matter} <span class="tg-muted tg-small">{one.received}</span>
                  </p>
                )}
                <p class="govuk-body tg-small tg-row">
                  <Tag tone="plain">{one.status}</Tag>
                  <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/kasus/${one.ticket}`}>
                    {words('group.open')}
                  </a>
                  {one.said === null ? null : (
                    <Tag tone={one.said.ok ? 'done' : 'attention'}>{one.said.text}</Tag>
                  )}
                </p>
              </div>
            ))}
          </div>
        </fieldset>
        {answerable ? (
          <>
            <h2 class="govuk-heading-m">{words('group.answer')}</h2>
            <TextArea
              name="text"
              label={words('group.text')}
              hint={words('group.text-hint')}
              rows={6}
              value={values.text}
              error={errors.text}
            />
            <RadioField
              name="way"
              label={words('field.way')}
              options={props.ways}
              value={values.way ?? 'oral'}
              error={errors.way}
            />
            <SelectField
              name="channel"
              label={words('field.channel')}
              options={[{ value: '', label: words('group.own-channel') }, ...props.channels]}
              value={values.channel}
            />
            <CheckField
              name="delivered"
              label={words('field.delivered')}
              checked={values.delivered !== undefined}
            />
            <Button name="act" value="answer" text={words('group.send')} />
          </>
        ) : (
          <p class="govuk-body tg-muted">{words('group.nothing-to-answer')}</p>
        )}
      </form>
      {leaves ? (
        <form method="post" action={address}>
          <Button name="act" value="unlink" text={words('group.unlink', { ticket })} secondary />
        </form>
      ) : null}
    </StaffFrame>
  );
}
