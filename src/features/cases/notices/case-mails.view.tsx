import { useWords } from '../../../platform/words/words.ts';

export type CaseMailLine = { readonly id: string; readonly text: string };

/** What went to the complainant by mail, beside a case: when the server took it, which proves no reading. */
export function CaseMails({ mails }: { readonly mails: readonly CaseMailLine[] }) {
  const words = useWords();
  if (mails.length === 0) return null;
  return (
    <section>
      <h2>{words('mail.case-title')}</h2>
      <ul class="govuk-list tg-small">
        {mails.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <p class="tg-muted tg-small">{words('mail.case-note')}</p>
    </section>
  );
}
