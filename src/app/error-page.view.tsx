import { PublicFrame } from '../features/offices/public-frame.view.tsx';
import { useWords } from '../platform/words/words.ts';

export function ErrorPageView(props: {
  readonly title: string;
  readonly lead: string;
  readonly isStaffPage: boolean;
}) {
  const words = useWords();
  const { title, lead, isStaffPage } = props;
  return (
    <PublicFrame office={null}>
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body">{lead}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={isStaffPage ? '/petugas' : '/'}>
          {words(isStaffPage ? 'page.desk' : 'page.home')}
        </a>
      </p>
    </PublicFrame>
  );
}
