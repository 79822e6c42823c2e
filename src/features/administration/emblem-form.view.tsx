import { describedBy, fieldId, Group, Label, Notes, TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';
import type { PartErrors } from './part-fields.view.tsx';

function Heading() {
  const words = useWords();
  return (
    <>
      <a class="govuk-back-link" href="/petugas/kantor">
        {words('admin.title')}
      </a>
      <h1 class="govuk-heading-l">{words('admin.s.emblem')}</h1>
    </>
  );
}

/** A picture of an emblem, or that there is none. */
export function EmblemPicture({ source, label }: { readonly source: string | null; readonly label: string }) {
  const words = useWords();
  return (
    <figure class="tg-emblem">
      <figcaption class="govuk-body tg-small">{label}</figcaption>
      {source === null ? (
        <p class="govuk-body">{words('admin.emblem-none')}</p>
      ) : (
        <img src={source} alt={label} height="120" />
      )}
    </figure>
  );
}

/** The emblem as it stands, and a field for another. */
export function EmblemFormView(props: {
  readonly staff: StaffFace;
  readonly now: string | null;
  readonly seen: string;
  readonly errors: PartErrors;
}) {
  const words = useWords();
  const { errors } = props;
  const file = { name: 'gambar', error: errors.gambar, hint: words('admin.emblem-hint') };
  const id = fieldId(file);
  return (
    <StaffFrame staff={props.staff} here="office">
      <ErrorSummary errors={errors} />
      <Heading />
      <p class="govuk-body tg-measure">{words('admin.l.emblem')}</p>
      <EmblemPicture source={props.now} label={words('admin.emblem-now')} />
      <form
        method="post"
        action="/petugas/kantor/lambang"
        enctype="multipart/form-data"
        novalidate
        class="tg-measure"
      >
        <input type="hidden" name="dasar" value={props.seen} />
        <Group error={file.error}>
          <Label id={id} text={words('admin.emblem-file')} />
          <Notes id={id} hint={file.hint} error={file.error} />
          <input
            class="govuk-file-upload"
            type="file"
            id={id}
            name={file.name}
            accept=".svg,.png"
            aria-describedby={describedBy(id, file)}
          />
        </Group>
        <div class="tg-actions">
          <Button name="tahap" value="periksa" text={words('admin.preview')} />
          {props.now === null ? null : (
            <Button name="tahap" value="hapus" text={words('admin.emblem-remove')} secondary />
          )}
        </div>
      </form>
    </StaffFrame>
  );
}

/** Both pictures side by side, before the new one comes into force. */
export function EmblemPreviewView(props: {
  readonly staff: StaffFace;
  readonly before: string | null;
  readonly after: string | null;
  /** The picture as it was sent, in base64. */
  readonly content: string;
  readonly seen: string;
  readonly from: string;
  readonly waits: boolean;
  readonly errors: PartErrors;
}) {
  const words = useWords();
  return (
    <StaffFrame staff={props.staff} here="office">
      <ErrorSummary errors={props.errors} />
      <Heading />
      <h2 class="govuk-heading-m">{words('admin.preview-title')}</h2>
      <div class="tg-actions">
        <EmblemPicture source={props.before} label={words('admin.before')} />
        <EmblemPicture source={props.after} label={words('admin.after')} />
      </div>
      <p class="govuk-body tg-measure">{words('admin.emblem-old-papers')}</p>
      <form
        method="post"
        action="/petugas/kantor/lambang"
        enctype="multipart/form-data"
        novalidate
        class="tg-measure"
      >
        <input type="hidden" name="dasar" value={props.seen} />
        <input type="hidden" name="isi" value={props.content} />
        <TextField
          name="mulai"
          type="date"
          width={20}
          label={words('admin.from')}
          hint={words('admin.from-hint')}
          value={props.from}
          error={props.errors.mulai}
        />
        <div class="tg-actions">
          <Button
            name="tahap"
            value={props.after === null ? 'simpan-hapus' : 'simpan'}
            text={words(props.waits ? 'admin.propose' : 'admin.save')}
          />
          <Button name="tahap" value="ubah" text={words('admin.change-again')} secondary />
        </div>
      </form>
    </StaffFrame>
  );
}
