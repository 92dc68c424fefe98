// Enhancement only: every page works without it.
import { initAll } from './govuk-frontend.min.js';
import { Alert, SortableTable } from './moj-frontend.min.js';
import './drafts.js';
import './place-suggestions.js';
import './session-ending.js';
import './writing.js';

initAll();
const enhance = (Component, name) =>
  document.querySelectorAll(`[data-module="${name}"]`).forEach((element) => new Component(element));

enhance(Alert, 'moj-alert');
enhance(SortableTable, 'moj-sortable-table');
// A radio button may not say that it is expanded (ARIA 1.2), as GOV.UK Frontend lets it where it shows a further field.
document.querySelectorAll('[data-module="govuk-radios"]').forEach((radios) => {
  const settle = () =>
    radios
      .querySelectorAll('[type="radio"][aria-expanded]')
      .forEach((radio) => radio.removeAttribute('aria-expanded'));
  new MutationObserver(settle).observe(radios, { subtree: true, attributeFilter: ['aria-expanded'] });
  settle();
});
document.querySelectorAll('[data-seconds-left]').forEach((timer) => {
  const end = performance.now() + Number(timer.dataset.secondsLeft) * 1000;
  const counted = (count, one) => (count ? `${count} ${one}${count === 1 ? '' : 's'}` : '');
  const tick = () => {
    const seconds = Math.max(0, Math.round((end - performance.now()) / 1000));
    const minutes = Math.floor(seconds / 60);
    const words = minutes
      ? [counted(Math.floor(minutes / 60), 'hour'), counted(minutes % 60, 'minute')].filter(Boolean).join(' ')
      : counted(seconds, 'second') || 'no time';
    if (timer.textContent !== words) timer.textContent = words;
    if (seconds === 0) clearInterval(ticking);
  };
  const ticking = setInterval(tick, 1000);
});
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});
