import type { ReviewView } from '#libs/casework/reviews';

/** A review in the API. */
export function reviewJson({ recorder, recordedBy: _recordedBy, scores, ...review }: ReviewView) {
  return {
    ...review,
    scores: scores.map(({ outcomeId, scorer, score, progress }) => ({ outcomeId, scorer, score, progress })),
    recordedBy: recorder,
  };
}
