/** Notes when the clerk begins to write: there the first SOP step ends (rule 17). */
export function startCounterForm(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-counter]');
  const began = form?.querySelector<HTMLInputElement>('input[name=writingBeganAt]');
  if (!form || !began || began.value !== '') return;
  form.addEventListener(
    'input',
    () => {
      began.value = new Date().toISOString();
    },
    { once: true },
  );
}
