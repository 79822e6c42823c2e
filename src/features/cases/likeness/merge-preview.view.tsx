import { TextArea } from '../../../platform/views/fields.view.tsx';
import { Button, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import type { MergePreview, MergeSide } from './merge-preview.presenter.ts';

/** Both complaints beside each other, what happens to them, and the one button that does it. */
export function MergePreviewView(props: {
  readonly staff: StaffFace;
  readonly preview: MergePreview;
  readonly version: number;
  readonly idempotencyKey: string;
}) {
  const words = useWords();
  const { ends, lives, what, refused } = props.preview;
  return (
    <StaffFrame staff={props.staff} here="inbox">
      <a class="govuk-back-link" href={`/petugas/kasus/${ends.ticket}/ganda`}>
        {words('likeness.title')}
      </a>
      <h1 class="govuk-heading-l">{words('merge.title')}</h1>
      {refused === null ? null : <Notice tone="attention" text={refused} />}
      <div class="tg-pair">
        <Side title={words('merge.ends')} side={ends} />
        <Side title={words('merge.lives')} side={lives} />
      </div>
      <p class="govuk-body">
        <a
          class="govuk-link govuk-link--no-visited-state"
          href={`/petugas/kasus/${lives.ticket}/gabung?dengan=${ends.ticket}`}
        >
          {words('merge.turn-round')}
        </a>
      </p>
      {refused !== null ? null : (
        <>
          <h2 class="govuk-heading-m">{words('merge.what')}</h2>
          <ul class="govuk-list govuk-list--bullet tg-measure">
            {what.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <form method="post" action={`/petugas/kasus/${ends.ticket}/merge`} novalidate class="tg-measure">
            <input type="hidden" name="version" value={props.version} />
            <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
            <input type="hidden" name="into" value={lives.ticket} />
            <TextArea
              name="reason"
              label={words('merge.reason')}
              hint={words('merge.reason-hint')}
              rows={2}
            />
            <Button text={words('merge.do')} />
          </form>
        </>
      )}
    </StaffFrame>
  );
}

function Side({ title, side }: { readonly title: string; readonly side: MergeSide }) {
  return (
    <section class="tg-card">
      <h2 class="govuk-heading-s">{title}</h2>
      <p class="govuk-body">
        <a class="govuk-link govuk-link--no-visited-state tg-ticket" href={`/petugas/kasus/${side.ticket}`}>
          {side.ticket}
        </a>
      </p>
      <p class="govuk-body tg-prose">{side.matter}</p>
      <dl class="tg-timeline__facts">
        {side.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
