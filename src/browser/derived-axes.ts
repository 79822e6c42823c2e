const CHOICES = ['service', 'category', 'about'];

/** Says under service and matter what follows from them, as one chooses; its button does the same without a script. */
export function startDerivedAxes(): void {
  for (const said of document.querySelectorAll<HTMLElement>('[data-derived]')) {
    const form = said.closest('form');
    const button = form?.querySelector<HTMLElement>('[data-derived-ask]');
    if (!form || !button) continue;
    button.hidden = true;
    let asked = 0;
    const derive = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const found = await derivedFor(form);
      if (mine !== asked) return;
      if (found === null) button.hidden = false;
      else said.replaceChildren(...found);
    };
    form.addEventListener('change', (event) => {
      // The oldest browsers that staff use know no taking apart of parameters.
      const target = event.target;
      if (target instanceof HTMLSelectElement && CHOICES.includes(target.name)) void derive();
    });
  }
}

/** Null where nobody answers: then the button stands there again. */
async function derivedFor(form: HTMLFormElement): Promise<readonly Node[] | null> {
  const chosen = new FormData(form);
  const fields = new URLSearchParams();
  for (const name of CHOICES) {
    const value = chosen.get(name);
    if (typeof value === 'string' && value !== '') fields.set(name, value);
  }
  const answer = await fetch('/petugas/turunan', { method: 'POST', body: fields }).catch(() => null);
  if (answer?.ok !== true) return null;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const found = page.querySelector('[data-derived]');
  return found === null ? null : [...found.childNodes].map((node) => document.importNode(node, true));
}
