import { PublicFrame } from '../features/offices/public-frame.view.tsx';
import { useWords } from '../platform/words/words.ts';

export function ErrorPageView({ title, lead }: { readonly title: string; readonly lead: string }) {
  return (
    <PublicFrame office={null}>
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body">{lead}</p>
      <HomeLink />
    </PublicFrame>
  );
}

function HomeLink() {
  const words = useWords();
  return (
    <p class="govuk-body">
      <a class="govuk-link" href="/">
        {words('page.home')}
      </a>
    </p>
  );
}
