/**
 * j and k move between the rows of a list of cases, Enter opens (the browser's own), / goes to the search field, x ticks the
 * row, d leads on with what is ticked, or with this row where nothing is.
 */
export function startInboxKeys(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.tg-case__link')];
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (event.key === '/') {
      const search = document.querySelector<HTMLInputElement>('input[type=search]');
      if (search === null) return;
      event.preventDefault();
      search.focus();
      return;
    }
    if (links.length === 0) return;
    if (event.key === 'x') tick(boxHere());
    if (event.key === 'd') disposeTicked();
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step !== 0) move(links, step);
  });
}

function move(links: readonly HTMLAnchorElement[], step: 1 | -1): void {
  const row = document.activeElement?.closest('.tg-case') ?? null;
  const here = links.findIndex((link) => link.closest('.tg-case') === row);
  const at =
    here < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, here + step));
  links[at]?.focus();
  links[at]?.scrollIntoView({ block: 'nearest' });
}

function boxHere(): HTMLInputElement | null {
  return document.activeElement?.closest('.tg-case')?.querySelector<HTMLInputElement>('.tg-pick') ?? null;
}

function tick(box: HTMLInputElement | null): void {
  if (box !== null) box.checked = !box.checked;
}

function disposeTicked(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-bulk]');
  const button = form?.querySelector<HTMLButtonElement>('button[value=dispose]');
  if (!form || !button) return;
  const here = boxHere();
  if (form.querySelector('.tg-pick:checked') === null && here !== null) here.checked = true;
  if (form.querySelector('.tg-pick:checked') !== null) form.requestSubmit(button);
}

/** A box that is ticked takes no letters: there the keys go on. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    !target.matches('input[type=checkbox]') &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
