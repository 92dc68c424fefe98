// Warns 5 minutes before the session ends. When it has ended, what was typed is sent to be kept, and the page leaves the
// screen. Without this script a line above the form says when the session ends, and the server keeps what is sent late.
const WARN_MS = 5 * 60_000;
/** The server may save the last use of a session up to a minute late. */
const MARGIN_MS = 60_000;
const SHARED = 'bridges-session-ends';

const dialog = document.querySelector('[data-session-ends-in]');
if (dialog) watch(dialog);

function watch(dialog) {
  const time = dialog.querySelector('[data-session-time]');
  const stay = dialog.querySelector('[data-session-stay]');
  let ends = 0;
  let edited = document.querySelector('[data-session-typed]') && lastForm();
  let isOver = false;

  const prolong = (seconds) => {
    ends = Date.now() + seconds * 1000;
    // Other tabs of this session go on as well.
    localStorage.setItem(SHARED, String(ends));
  };
  const minutesLeft = () => Math.max(0, Math.floor((ends - MARGIN_MS - Date.now()) / 60_000));
  const inWords = (minutes) =>
    minutes === 0 ? 'less than a minute' : `${minutes} minute${minutes === 1 ? '' : 's'}`;

  const over = () => {
    isOver = true;
    const here = location.pathname + location.search;
    if (edited) keep(edited);
    else location.replace(`/sign-in?next=${encodeURIComponent(here)}`);
  };
  const tick = () => {
    if (isOver) return;
    const left = ends - Date.now();
    if (left <= -2000) return over();
    if (left > WARN_MS + MARGIN_MS) return dialog.open && dialog.close();
    // Changed once a minute, so that a screen reader does not count.
    const words = inWords(minutesLeft());
    if (time.textContent !== words) time.textContent = words;
    if (!dialog.open) dialog.showModal();
  };

  stay.addEventListener('click', async () => {
    try {
      const answer = await fetch('/sessions/current', { redirect: 'error', cache: 'no-store' });
      const { secondsLeft } = await answer.json();
      if (secondsLeft * 1000 <= WARN_MS + MARGIN_MS)
        dialog.querySelector('[data-session-limit]').hidden = false;
      prolong(secondsLeft);
      dialog.close();
    } catch {
      // Over, or no connection: the deadline decides.
    }
  });
  // Escape closes the dialog, so it counts as staying.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    stay.click();
  });
  document.addEventListener('input', ({ target }) => {
    if (target.form?.method === 'post' && !dialog.contains(target)) edited = target.form;
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key === SHARED && Number(newValue) > ends) ends = Number(newValue);
  });

  prolong(Number(dialog.dataset.sessionEndsIn));
  setInterval(tick, 1000);
  tick();
}

/** The form that a page shows again with what was typed: the one with the first field that is not hidden. */
function lastForm() {
  return document.querySelector('main form[method="post"] :is(textarea, input:not([type="hidden"]), select)')
    ?.form;
}

/**
 * Sends the form with the part of its token that tells whose it is, and without the part that carries it out: the server
 * keeps it, or shows it again if the session goes on after all. It is never stored in the record.
 */
function keep(form) {
  const token = form.elements.namedItem('_csrf');
  token.value = `.${token.value.split('.')[1] ?? ''}`;
  HTMLFormElement.prototype.submit.call(form);
}
