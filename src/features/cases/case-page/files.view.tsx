import { useWords } from '../../../platform/words/words.ts';
import type { FileGroup } from './file-faces.presenter.ts';

/** What was brought to a case, by its kind; each is fetched, none is shown within the page. */
export function FilesView(props: { readonly ticket: string; readonly groups: readonly FileGroup[] }) {
  const words = useWords();
  if (props.groups.length === 0) return null;
  return (
    <section class="tg-after" id="berkas">
      <h2 class="govuk-heading-s">{words('file.title')}</h2>
      <dl class="tg-files">
        {props.groups.map((group) => (
          <div key={group.title}>
            <dt>{group.title}</dt>
            {group.files.map((file) => (
              <dd key={file.id}>
                {file.shut === null ? (
                  <a
                    class="govuk-link govuk-link--no-visited-state"
                    href={`/petugas/kasus/${props.ticket}/berkas/${file.id}`}
                    download
                  >
                    {file.name}
                  </a>
                ) : (
                  <span class="tg-muted">{file.shut}</span>
                )}{' '}
                <span class="tg-muted tg-small">{file.size}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
