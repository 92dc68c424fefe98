import type { SafetyConcernView } from '#libs/casework/safety-concerns';

/** A safety concern as the API tells it; `answer` is null while it stands. */
export function safetyConcernJson({
  actionTaken,
  actionAt,
  spokenTo,
  reference,
  answeredBy,
  answeredRole,
  answeredAt,
  ...raised
}: SafetyConcernView) {
  return {
    ...raised,
    answer: answeredAt && {
      actionTaken,
      actionAt,
      spokenTo,
      reference,
      answeredBy,
      answeredRole,
      answeredAt,
    },
  };
}
