import { describedBy, fieldId, Group, Label, Notes } from '../../../platform/views/fields.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { fileSize } from './file-words.presenter.ts';
import type { Upload } from './read-uploads.read.ts';
import { keptField } from './receive-files.ts';

/** What the browser offers to choose; what comes is judged by its bytes. */
const ACCEPTED =
  'image/jpeg,image/png,image/webp,application/pdf,audio/mpeg,audio/ogg,audio/mp4,video/mp4,.docx,.xlsx,.ogg,.m4a';

/**
 * Files of a form. What was brought already stays when the form comes back: a browser chooses none again by itself. Its form
 * must be `multipart/form-data`.
 */
export function FileField(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Makes ids unique when the same field stands in several forms of a page. */
  readonly scope?: string;
  readonly several: boolean;
  readonly kept: readonly Pick<Upload, 'id' | 'name' | 'bytes'>[];
}) {
  const words = useWords();
  const { name, kept } = props;
  const id = fieldId(props);
  return (
    <Group error={props.error}>
      <Label id={id} text={props.label} />
      <Notes id={id} hint={props.hint} error={props.error} />
      {kept.length === 0 ? null : (
        <>
          <p class="govuk-body-s">{words('file.kept')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {kept.map((one) => (
              <li key={one.id}>
                {words('file.kept-size', {
                  name: one.name === '' ? words('file.unnamed') : one.name,
                  size: fileSize(one.bytes, words),
                })}
                <input type="hidden" name={keptField(name)} value={one.id} />
              </li>
            ))}
          </ul>
        </>
      )}
      <input
        class={`govuk-file-upload${props.error === undefined ? '' : ' govuk-file-upload--error'}`}
        type="file"
        id={id}
        name={name}
        accept={ACCEPTED}
        multiple={props.several}
        aria-describedby={describedBy(id, props)}
      />
    </Group>
  );
}
