import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const PANEL_CONSTRAINTS: ConstraintMessages = {
  panel_meeting_coming: 'This meeting is over or cancelled. Select a future meeting.',
  panel_item_ended: 'It is no longer on the agenda, or the panel has already decided.',
  panel_items_once: 'This is already on the agenda of this meeting.',
  panels_name: 'There is already a panel with this name.',
};
