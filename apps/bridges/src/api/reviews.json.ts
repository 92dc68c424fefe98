import type { ReviewView } from '#libs/casework/reviews';

/** A review as the API tells it. */
export function reviewJson({ recorder, recordedBy: _recordedBy, scores, ...review }: ReviewView) {
  return {
    ...review,
    scores: scores.map(({ outcomeId, scorer, score, progress }) => ({ outcomeId, scorer, score, progress })),
    recordedBy: recorder,
  };
}
