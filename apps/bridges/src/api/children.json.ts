import type { CarerOfChild, Child, DetailsSeen } from '#libs/casework/children';

/** A child as the API tells it: details are null to whoever reaches T0 only. */
export function childJson(
  child: Child,
  details: DetailsSeen | null,
  carers: readonly CarerOfChild[],
  siblings: readonly unknown[],
  episodes: readonly { id: string; open: boolean }[],
) {
  const { recordedBy: _by, recordedAt, ...identity } = child;
  const contactProtected = details?.contactProtected ?? false;
  return {
    ...identity,
    recordedAt,
    details: details && detailsJson(details),
    contactProtected,
    carers,
    siblings,
    episodes,
  };
}

function detailsJson({
  childId: _child,
  updatedBy: _by,
  version: _version,
  contactProtected: _protected,
  ...details
}: DetailsSeen) {
  return details;
}
