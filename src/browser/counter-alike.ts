/** After so many milliseconds without a letter the form is looked at. */
const PAUSE = 900;
const FIELDS = ['text', 'kind', 'place', 'service', 'name', 'phone', 'nik', 'email', 'anonymous', 'secret'];

/** Shows beside the counter's form what may be the same already, as one types; its button does the same without a script. */
export function startCounterAlike(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-counter]');
  const place = document.querySelector<HTMLElement>('[data-alike]');
  const found = place?.querySelector<HTMLElement>('[data-alike-found]');
  if (!form || !place || !found) return;
  let waiting: number | undefined;
  let asked = 0;
  const look = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const typed = new FormData(form);
    const fields = new URLSearchParams();
    for (const name of FIELDS) {
      const value = typed.get(name);
      if (typeof value === 'string' && value !== '') fields.set(name, value);
    }
    const answer = await fetch('/petugas/loket/ganda', { method: 'POST', body: fields }).catch(() => null);
    if (answer?.ok !== true || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const list = page.querySelector('[data-alike-list] .tg-alike');
    found.replaceChildren(...(list === null ? [] : [document.importNode(list, true)]));
    place.hidden = list === null;
  };
  form.addEventListener('input', () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void look(), PAUSE);
  });
}
