// Says which colleagues are writing in the same assessment. It asks only while a person is at work on the page, so that an open
// page does not keep a session alive. Without this script the page says it when it is opened.
const EVERY_MS = 30_000;
const AT_WORK_MS = 2 * 60_000;

const place = document.querySelector('[data-writing]');
if (place) watch(place);

function watch(place) {
  let lastAct = 0;
  const act = () => (lastAct = Date.now());
  for (const kind of ['keydown', 'pointerdown', 'scroll'])
    document.addEventListener(kind, act, { passive: true });
  setInterval(async () => {
    if (document.visibilityState === 'hidden' || Date.now() - lastAct > AT_WORK_MS) return;
    try {
      const answer = await fetch(place.dataset.writing, {
        headers: { Accept: 'application/json' },
        redirect: 'error',
      });
      if (!answer.ok) return;
      const { writing } = await answer.json();
      // A screen reader says it when it changes.
      if (place.textContent !== writing) place.textContent = writing;
    } catch {
      // The network is away, or the session has ended: the form says so where it matters.
    }
  }, EVERY_MS);
}
