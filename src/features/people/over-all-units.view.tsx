import { Notice } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';

/** Beside an account that was made or changed: which of its roles hold over all units, by their titles. */
export function OverAllUnits({ titles }: { readonly titles: readonly string[] }) {
  const words = useWords();
  if (titles.length === 0) return null;
  return <Notice tone="attention" text={words('account.over-all-units', { roles: titles.join(', ') })} />;
}
