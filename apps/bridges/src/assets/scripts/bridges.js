// Enhancement only: every page works without it.
import { initAll } from './govuk-frontend.min.js';
import { Alert, SortableTable } from './moj-frontend.min.js';

initAll();
const enhance = (Component, name) =>
  document.querySelectorAll(`[data-module="${name}"]`).forEach((element) => new Component(element));

enhance(Alert, 'moj-alert');
enhance(SortableTable, 'moj-sortable-table');
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});
