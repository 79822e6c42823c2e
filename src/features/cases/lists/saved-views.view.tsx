import { CheckField, TextField } from '../../../platform/views/fields.view.tsx';
import { Button } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';

export type SavedViewsProps = {
  readonly views: readonly {
    readonly viewId: string;
    readonly name: string;
    readonly href: string;
    /** It is what the page shows now. */
    readonly here: boolean;
    readonly isDefault: boolean;
  }[];
  /** The address that may be kept; null = nothing to keep: words are searched for, or no filter is used. */
  readonly query: string | null;
  readonly error: string | undefined;
  readonly name: string;
};

/** Lists that somebody keeps for himself: to open, to begin with, to take away. */
export function SavedViewsView({ views, query, error, name }: SavedViewsProps) {
  const words = useWords();
  if (views.length === 0 && query === null) return null;
  return (
    <div class="tg-views tg-no-print">
      {views.length === 0 ? null : (
        <ul class="tg-chips" aria-label={words('work.views')}>
          {views.map((view) => (
            <li key={view.viewId}>
              <a href={view.href} aria-current={view.here ? 'page' : undefined}>
                {view.name}
                {view.isDefault ? <span class="tg-muted"> ({words('work.view-default')})</span> : null}
              </a>
            </li>
          ))}
        </ul>
      )}
      <details class="tg-act__more" open={error !== undefined}>
        <summary>{words(query === null ? 'work.views-manage' : 'work.view-keep')}</summary>
        {query === null ? null : (
          <form method="post" action="/petugas/tampilan" class="tg-filter" novalidate>
            <input type="hidden" name="query" value={query} />
            <TextField
              name="name"
              label={words('work.view-name')}
              value={name}
              error={error}
              maxlength={40}
              width={20}
            />
            <CheckField name="default" label={words('work.view-make-default')} />
            <Button text={words('work.view-save')} secondary />
          </form>
        )}
        {views.length === 0 ? null : (
          <ul class="govuk-list">
            {views.map(({ viewId, name: title, isDefault }) => (
              <li key={viewId}>
                <form method="post" action="/petugas/tampilan" class="tg-row">
                  <input type="hidden" name="view" value={viewId} />
                  <span>{title}</span>
                  <button
                    type="submit"
                    class="tg-linkbutton"
                    name="act"
                    value={isDefault ? 'no-default' : 'default'}
                    aria-label={words(isDefault ? 'work.view-no-default-of' : 'work.view-default-of', {
                      name: title,
                    })}
                  >
                    {words(isDefault ? 'work.view-no-default' : 'work.view-make-default')}
                  </button>
                  <button
                    type="submit"
                    class="tg-linkbutton"
                    name="act"
                    value="delete"
                    aria-label={words('work.view-delete-of', { name: title })}
                  >
                    {words('work.view-delete')}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
      </details>
    </div>
  );
}
