import { type Checklist, EMPTY_CHECKLIST, isUnsafe, SAFEGUARDING_ADVICE } from '#libs/casework/assessments';
import type { FrontDoorNumbers } from '#libs/casework/episodes';

/** A checklist as the API tells it; before the first saving, an empty one of version 0. */
export function checklistJson(checklist: Checklist | null, frontDoor: FrontDoorNumbers | null) {
  const {
    episodeId: _episode,
    savedBy: _by,
    ...filled
  } = checklist ?? {
    ...EMPTY_CHECKLIST,
    episodeId: '',
    savedBy: '',
    savedAt: null,
    completedAt: null,
    version: 0,
  };
  return {
    ...filled,
    complete: filled.completedAt !== null,
    safeguarding: isUnsafe(filled) ? { advice: SAFEGUARDING_ADVICE, frontDoor } : null,
  };
}
