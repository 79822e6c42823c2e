/** The office's own label of a key; the key itself where the office has none, nothing for nothing. */
export function labelOf(
  items: readonly { readonly key: string; readonly label: string }[],
  key: string | null,
): string {
  if (key === null) return '';
  return items.find((item) => item.key === key)?.label ?? key;
}
