/** Alt and the letter of data-shortcut press that button or follow that link. */
export function startShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const button = document.querySelector<HTMLElement>(
      `[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`,
    );
    if (button === null) return;
    event.preventDefault();
    button.click();
  });
}
