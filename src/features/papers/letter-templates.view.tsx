import type { PaperKind } from '../../domain/papers/paper-kind.ts';
import {
  describedBy,
  type FieldErrors,
  fieldId,
  Group,
  Label,
  Notes,
  SelectField,
} from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

/** The office's own letters: which are in force, the tags that they may hold, and a new one. */
export function LetterTemplatesView(props: {
  readonly staff: StaffFace;
  readonly tags: readonly string[];
  readonly kinds: readonly { readonly kind: PaperKind; readonly since: string | null }[];
  readonly errors: FieldErrors;
}) {
  const words = useWords();
  const { errors } = props;
  const file = { name: 'naskah', error: errors.naskah, hint: words('papers.template-hint') };
  const id = fieldId(file);
  return (
    <StaffFrame staff={props.staff} here="papers">
      <ErrorSummary errors={errors} />
      <p class="govuk-body">
        <a class="govuk-link" href="/petugas/surat">
          {words('papers.back-list')}
        </a>
      </p>
      <h1 class="govuk-heading-l">{words('papers.templates')}</h1>
      <p class="govuk-body tg-measure">{words('papers.template-lead')}</p>
      <dl class="govuk-summary-list tg-measure">
        {props.kinds.map(({ kind, since }) => (
          <div class="govuk-summary-list__row" key={kind}>
            <dt class="govuk-summary-list__key">{words(`papers.kind.${kind}`)}</dt>
            <dd class="govuk-summary-list__value">
              {since === null
                ? words('papers.template-none')
                : words('papers.template-since', { when: since })}
              {since === null ? null : (
                <form method="post" action="/petugas/surat/naskah/cabut">
                  <a class="govuk-link" href={`/petugas/surat/naskah/contoh?jenis=${kind}`}>
                    {words('papers.template-sample')}
                  </a>{' '}
                  <input type="hidden" name="jenis" value={kind} />
                  <Button text={words('papers.template-end')} secondary />
                </form>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <form
        method="post"
        action="/petugas/surat/naskah"
        enctype="multipart/form-data"
        novalidate
        class="tg-measure"
      >
        <SelectField
          name="jenis"
          label={words('papers.filter-kind')}
          options={props.kinds.map(({ kind }) => ({ value: kind, label: words(`papers.kind.${kind}`) }))}
        />
        <Group error={file.error}>
          <Label id={id} text={words('papers.template-file')} />
          <Notes id={id} hint={file.hint} error={file.error} />
          <input
            class="govuk-file-upload"
            type="file"
            id={id}
            name={file.name}
            accept=".docx"
            aria-describedby={describedBy(id, file)}
          />
        </Group>
        <p class="govuk-body tg-small">
          {words('papers.template-tags')} {props.tags.map((tag) => `{${tag}}`).join(' ')}
        </p>
        <p class="govuk-body tg-small">
          {words('papers.template-needed', { isi: '{isi}', isi_lampiran: '{isi_lampiran}' })}
        </p>
        <Button text={words('papers.template-save')} />
      </form>
    </StaffFrame>
  );
}
