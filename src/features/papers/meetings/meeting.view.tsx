import { MEETING_PAPERS } from '../../../domain/papers/meeting-record.ts';
import { type FieldErrors, TextArea, TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { FileField } from '../../cases/attachments/file-field.view.tsx';
import { fileSize } from '../../cases/attachments/file-words.presenter.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';
import { type PaperLine, PaperTable } from '../papers.view.tsx';
import type { MeetingValues } from './meeting-form.ts';

type MeetingProps = {
  readonly staff: StaffFace;
  /** Null: not written down yet. */
  readonly id: string | null;
  readonly revision: number;
  readonly values: MeetingValues;
  readonly errors: FieldErrors;
  readonly done: string | null;
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  /** Issued papers of the meeting. */
  readonly papers: readonly PaperLine[];
  /** The day of the team's agenda that it is held by, as printed, or null. */
  readonly agendaOn: string | null;
  /** The entry of that agenda, in the form of a new meeting. */
  readonly agendaItem: string | null;
  /** Brought with a form that came back. */
  readonly kept: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
};

/** The record of a meeting, its papers and its files. */
export function MeetingView(props: MeetingProps) {
  const words = useWords();
  const { id, values, errors } = props;
  const field = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  return (
    <StaffFrame staff={props.staff} here="meetings">
      <ErrorSummary errors={errors} />
      {props.done === null ? null : <Notice tone="done" text={props.done} />}
      <a class="govuk-back-link" href="/petugas/rapat">
        {words('staff.meetings')}
      </a>
      <h1 class="govuk-heading-l">{id === null ? words('meeting.new') : (values.event ?? '')}</h1>
      {props.agendaOn === null ? null : (
        <p class="govuk-body tg-muted">{words('meeting.of-agenda', { on: props.agendaOn })}</p>
      )}
      {id === null ? null : <MeetingPapers id={id} files={props.files} papers={props.papers} />}
      <form
        method="post"
        action={`/petugas/rapat/${id ?? 'baru'}`}
        enctype="multipart/form-data"
        novalidate
        class="tg-measure"
      >
        <input type="hidden" name="revisi" value={String(props.revision)} />
        {props.agendaItem === null ? null : (
          <input type="hidden" name="agendaItem" value={props.agendaItem} />
        )}
        <TextField {...field('event')} label={words('meeting.event')} hint={words('meeting.event-hint')} />
        <div class="tg-row-of-fields">
          <TextField {...field('day')} type="date" label={words('meeting.day')} />
          <TextField {...field('time')} label={words('meeting.time')} hint={words('meeting.time-hint')} />
        </div>
        <TextField {...field('place')} label={words('meeting.place')} />
        <div class="tg-row-of-fields">
          <TextField {...field('chair')} label={words('meeting.chair')} />
          <TextField {...field('writer')} label={words('meeting.writer')} />
        </div>
        <TextArea
          {...field('agenda')}
          label={words('meeting.agenda')}
          hint={words('admin.h.lines')}
          rows={4}
        />
        <TextArea
          {...field('present')}
          label={words('meeting.present')}
          hint={words('meeting.present-hint')}
          rows={6}
        />
        <TextArea
          {...field('discussion')}
          label={words('meeting.discussion')}
          hint={words('meeting.discussion-hint')}
          rows={8}
        />
        <TextArea
          {...field('decisions')}
          label={words('meeting.decisions')}
          hint={words('meeting.decisions-hint')}
          rows={4}
        />
        <FileField
          name="attachments"
          label={words('meeting.files')}
          hint={words('meeting.files-hint')}
          error={errors.attachments}
          several
          kept={props.kept}
        />
        <Button text={words('form.record')} shortcut="s" />
      </form>
    </StaffFrame>
  );
}

function MeetingPapers({
  id,
  files,
  papers,
}: Pick<MeetingProps, 'files' | 'papers'> & { readonly id: string }) {
  const words = useWords();
  return (
    <section class="tg-after">
      <h2 class="govuk-heading-m">{words('meeting.papers')}</h2>
      <ul class="govuk-list">
        {MEETING_PAPERS.map((paper) => (
          <li key={paper}>
            <a class="govuk-link govuk-link--no-visited-state" href={`/petugas/rapat/${id}/surat/${paper}`}>
              {words('meeting.issue-paper', { paper: words(`meeting.paper.${paper}`) })}
            </a>
            {' · '}
            {(['pdf', 'docx'] as const).map((format, at) => (
              <span key={format}>
                {at === 0 ? '' : ' · '}
                <a class="govuk-link" href={`/petugas/rapat/${id}/kertas/${paper}?bentuk=${format}`}>
                  {format.toUpperCase()}
                  <span class="govuk-visually-hidden"> {words(`meeting.paper.${paper}`)}</span>
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
      {papers.length === 0 ? null : (
        <>
          <h3 class="govuk-heading-s">{words('papers.issued-list')}</h3>
          <PaperTable lines={papers} />
        </>
      )}
      {files.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{words('meeting.files')}</h2>
          <ul class="govuk-list">
            {files.map((file) => (
              <li key={file.id}>
                <a class="govuk-link" href={`/petugas/rapat/${id}/berkas/${file.id}`}>
                  {file.name === '' ? words('file.unnamed') : file.name}
                </a>{' '}
                ({fileSize(file.bytes, words)})
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
