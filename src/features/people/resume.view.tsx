import { Button } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { PublicFrame } from '../offices/public-frame.view.tsx';
import type { CarriedForm } from './carried-form.ts';

/** After signing in again: what was written is still there, and goes on only when somebody sends it. */
export function ResumeView({ carried }: { readonly carried: CarriedForm }) {
  const words = useWords();
  const written = carried.fields.filter(([, value]) => /\s/.test(value));
  return (
    <PublicFrame office={null}>
      <h1 class="govuk-heading-xl">{words('resume.title')}</h1>
      <p class="govuk-body-l tg-measure">{words('resume.lead')}</p>
      {written.map(([name, value]) => (
        <div class="govuk-inset-text tg-prose" key={`${name} ${value}`}>
          {value}
        </div>
      ))}
      <form method="post" action={carried.to} class="tg-measure">
        {carried.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        <Button text={words('resume.send')} />
        <p class="govuk-body">
          <a class="govuk-link" href="/petugas">
            {words('resume.drop')}
          </a>
        </p>
      </form>
    </PublicFrame>
  );
}

/** Somebody else had written something here: it is neither shown to who signed in now nor sent in his name. */
export function OthersFormView() {
  const words = useWords();
  return (
    <PublicFrame office={null}>
      <h1 class="govuk-heading-xl">{words('resume.other-title')}</h1>
      <p class="govuk-body-l tg-measure">{words('resume.other')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/petugas">
          {words('resume.other-on')}
        </a>
      </p>
    </PublicFrame>
  );
}
