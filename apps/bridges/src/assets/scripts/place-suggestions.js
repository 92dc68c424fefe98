// Suggests schools and practices while their name is typed. The form's button does the same without this script.
const FEWEST_LETTERS = 3;
const PAUSE_MS = 250;

document.querySelectorAll('input[data-places]').forEach((input) => {
  const list = document.createElement('datalist');
  list.id = `${input.id}-suggestions`;
  input.after(list);
  input.setAttribute('list', list.id);
  input.setAttribute('autocomplete', 'off');
  const token = input.form.elements['_csrf'].value;
  let waiting;
  let last = 0;
  const suggest = async () => {
    const mine = ++last;
    const body = new URLSearchParams({ _csrf: token, field: input.dataset.places, text: input.value });
    const answer = await fetch('/place-suggestions', { method: 'POST', body }).catch(() => null);
    // A later answer may have come first.
    if (!answer?.ok || mine !== last) return;
    const { choices } = await answer.json();
    list.replaceChildren(
      ...choices.map((text) => Object.assign(document.createElement('option'), { value: text })),
    );
  };
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    if (input.value.trim().length >= FEWEST_LETTERS) waiting = setTimeout(suggest, PAUSE_MS);
  });
});
