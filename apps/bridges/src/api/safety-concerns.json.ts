import type { SafetyConcernView } from '#libs/casework/safety-concerns';

/** A safety concern in the API; `answer` is null while it is open. */
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
