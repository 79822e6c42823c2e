import { useWords } from '../../../platform/words/words.ts';

export type WallProps = {
  readonly office: string;
  readonly asOf: string;
  readonly columns: readonly {
    readonly key: 'overdue' | 'today' | 'week';
    readonly title: string;
    readonly count: string;
    readonly rows: readonly {
      readonly number: string;
      readonly unit: string;
      readonly left: string;
      readonly urgent: boolean;
    }[];
    readonly more: string | null;
  }[];
  /** Where somebody who is signed in goes back to; null on a device. */
  readonly back: string | null;
};

/** For a television: numbers, units and dates in large letters, and nothing of what they are about. */
export function WallView({ office, asOf, columns, back }: WallProps) {
  const words = useWords();
  return (
    <div class="tg-wall">
      <header class="tg-wall__head">
        <h1 class="tg-wall__office">{office}</h1>
        {back === null ? null : (
          <a class="govuk-link" href={back}>
            {words('page.desk')}
          </a>
        )}
      </header>
      <main class="tg-wall__columns" id="isi">
        {columns.map((column) => (
          <section class={`tg-wall__column tg-wall__column--${column.key}`} key={column.key}>
            <h2 class="tg-wall__title">
              {column.title} <span class="tg-wall__count">{column.count}</span>
            </h2>
            {column.rows.length === 0 ? <p class="tg-wall__none">{words('screen.none')}</p> : null}
            <ul class="tg-wall__rows">
              {column.rows.map((row) => (
                <li key={row.number}>
                  <span class="tg-wall__number">{row.number}</span>
                  {row.urgent ? <strong class="tg-wall__urgent">{words('screen.urgent')}</strong> : null}
                  <span class="tg-wall__left">{row.left}</span>
                  {row.unit === '' ? null : <span class="tg-wall__unit">{row.unit}</span>}
                </li>
              ))}
            </ul>
            {column.more === null ? null : <p class="tg-wall__none">{column.more}</p>}
          </section>
        ))}
      </main>
      <footer class="tg-wall__foot">
        <p>{asOf}</p>
        <p>{words('screen.left-out')}</p>
      </footer>
    </div>
  );
}
