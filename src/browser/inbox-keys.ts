/** j and k move between the rows of a list of cases, Enter opens (the browser's own), / goes to the search field. */
export function startInboxKeys(): void {
  const links: readonly Element[] = [...document.querySelectorAll('.tg-case__link')];
  if (links.length === 0) return;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (event.key === '/') {
      event.preventDefault();
      document.querySelector<HTMLInputElement>('input[type=search]')?.focus();
      return;
    }
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0) return;
    const here = document.activeElement === null ? -1 : links.indexOf(document.activeElement);
    const next =
      links[
        here < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, here + step))
      ];
    if (!(next instanceof HTMLElement)) return;
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
