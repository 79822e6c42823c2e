/**
 * A link with data-insert writes its text into the answer that is being written, at the place of the cursor, instead of
 * opening the page anew with it: what was typed stays.
 */
export function startInsertSheet(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-insert]')) {
    link.addEventListener('click', (event) => {
      const id = new URL(link.href).hash.slice(1);
      const area = document.getElementById(id);
      const text = link.dataset.insert;
      if (!(area instanceof HTMLTextAreaElement) || text === undefined) return;
      event.preventDefault();
      for (
        let fold = area.closest('details');
        fold !== null;
        fold = fold.parentElement?.closest('details') ?? null
      ) {
        fold.open = true;
      }
      const from = area.selectionStart;
      const before = area.value.slice(0, from);
      const gap = before === '' || before.endsWith('\n') ? '' : '\n';
      area.focus();
      area.setRangeText(`${gap}${text}\n`, from, area.selectionEnd, 'end');
    });
  }
}
