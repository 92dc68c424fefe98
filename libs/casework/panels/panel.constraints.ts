import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const PANEL_CONSTRAINTS: ConstraintMessages = {
  panel_meeting_coming: 'This meeting is over or cancelled. Choose one that is still to come.',
  panel_item_ended: 'It is not on the agenda any more, or the panel has decided.',
  panel_items_once: 'It is on the agenda of this meeting already.',
  panels_name: 'There is a panel of this name already.',
};
