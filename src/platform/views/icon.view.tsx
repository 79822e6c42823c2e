import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The kept set; each is a file of lucide-static. Icons stand beside words, never alone. */
export type IconName =
  | 'megaphone'
  | 'search'
  | 'info'
  | 'printer'
  | 'circle-check'
  | 'circle-x'
  | 'triangle-alert'
  | 'lock'
  | 'download'
  | 'landmark'
  | 'bell';

const require = createRequire(import.meta.url);
const drawn = new Map<IconName, string>();

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class="tg-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: shapes(name) }}
    />
  );
}

function shapes(name: IconName): string {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const file = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8');
  const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(file)?.[1]?.trim() ?? '';
  drawn.set(name, inner);
  return inner;
}
