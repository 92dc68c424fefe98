import { type Checklist, EMPTY_CHECKLIST, isUnsafe, SAFEGUARDING_ADVICE } from '#libs/casework/assessments';
import type { FrontDoorNumbers } from '#libs/casework/episodes';

const NEVER_SAVED: Omit<Checklist, 'savedAt'> & { savedAt: Date | null } = {
  ...EMPTY_CHECKLIST,
  ...{ episodeId: '', savedBy: '', savedAt: null, completedAt: null, version: 0 },
};

/** A checklist in the API; before the first save, an empty one with version 0. */
export function checklistJson(checklist: Checklist | null, frontDoor: FrontDoorNumbers | null) {
  const { episodeId: _episode, savedBy: _by, ...filled }: typeof NEVER_SAVED = checklist ?? NEVER_SAVED;
  return {
    ...filled,
    complete: filled.completedAt !== null,
    safeguarding: isUnsafe(filled) ? { advice: SAFEGUARDING_ADVICE, frontDoor } : null,
  };
}
