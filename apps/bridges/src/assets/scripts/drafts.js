// Saves what is typed into a long form, some seconds after typing stops and when the page is left; on this device while
// Bridges cannot be reached. Without this script the button "Save and come back later" does the same, and what is sent after
// the session ended is kept.
import { forgetKept, keepOnDevice } from './device-drafts.js';

const PAUSE_MS = 3_000;
const LONGEST_MS = 15_000;
const RETRY_MS = 10_000;
/** A request that outlives its page may carry 64 kB. */
const MOST_AT_THE_END = 60_000;

document.querySelectorAll('input[name="_draft"]').forEach((field) => watch(field.form, field));

function watch(form, field) {
  const status = form.querySelector('[data-draft-status]');
  const address = form.querySelector('button[name="_form"]').value;
  let saved = typed();
  let waiting;
  let since = 0;
  let sending = null;
  let isSent = false;
  let hasFailed = false;
  let isOnDevice = false;

  function typed() {
    const data = new FormData(form);
    data.delete('_csrf');
    data.delete('_draft');
    return new URLSearchParams([...data].filter(([, value]) => typeof value === 'string')).toString();
  }
  const draftId = () => field.value.split(' ')[0];
  const token = () => form.elements.namedItem('_csrf').value;
  const fields = (text) => {
    const body = new URLSearchParams(text);
    body.set('_draft', field.value);
    body.set('_form', address);
    return body;
  };
  async function keep(text) {
    isOnDevice = await keepOnDevice(draftId(), token(), fields(text).toString());
    say(
      isOnDevice
        ? 'Bridges cannot be reached. What you typed is kept on this device, and saved when the connection is back.'
        : 'Not saved. Bridges will try again. Keep this page open.',
    );
  }
  // A screen reader says it when it changes, which is once a minute at most.
  const say = (text) => status.textContent !== text && (status.textContent = text);
  const soon = (delay) => {
    clearTimeout(waiting);
    waiting = setTimeout(save, delay);
  };

  async function save(isLast = false) {
    clearTimeout(waiting);
    const text = typed();
    if (isSent || text === saved) return;
    if (sending && !isLast) return soon(PAUSE_MS);
    since = 0;
    const body = fields(text);
    body.set('_csrf', token());
    const stop = new AbortController();
    sending = stop;
    try {
      const answer = await fetch('/drafts', {
        ...{ method: 'POST', body, redirect: 'error', signal: stop.signal },
        headers: { Accept: 'application/json' },
        keepalive: isLast === true && body.toString().length < MOST_AT_THE_END,
      });
      if (!answer.ok) throw answer;
      const { draft, at } = await answer.json();
      if (!draft) return soon(RETRY_MS);
      field.value = draft;
      saved = text;
      if (isOnDevice) forgetKept(draftId());
      hasFailed = isOnDevice = false;
      say(`Saved ${at}. Only you can see it until you send the form.`);
      if (typed() !== saved) soon(PAUSE_MS);
    } catch (problem) {
      if (stop.signal.aborted) return;
      hasFailed = true;
      const isTooMuch = problem.status === 409 || problem.status === 422;
      if (isTooMuch) return say(reasonOf(problem));
      soon(RETRY_MS);
      await keep(text);
    } finally {
      if (sending === stop) sending = null;
    }
  }

  form.addEventListener('input', () => {
    const now = Date.now();
    since ||= now;
    soon(Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - now)));
  });
  form.addEventListener('change', () => soon(PAUSE_MS));
  form.addEventListener('focusout', () => save());
  form.addEventListener('submit', (event) => {
    // The browser would leave the page for one that says that there is no connection.
    if (!navigator.onLine) {
      event.preventDefault();
      return keep(typed());
    }
    isSent = true;
    clearTimeout(waiting);
    sending?.abort();
  });
  addEventListener('online', () => save());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save(true));
  addEventListener('pagehide', () => save(true));
  // The form could not be sent, and the page is here again.
  addEventListener('pageshow', ({ persisted }) => persisted && (isSent = false));
  addEventListener('beforeunload', (event) => {
    if (!isSent && hasFailed && !isOnDevice && typed() !== saved) event.preventDefault();
  });
}

const reasonOf = (answer) =>
  answer.status === 409
    ? 'Not saved: you have 50 unfinished forms.'
    : 'Not saved: the text is too long for a draft.';
