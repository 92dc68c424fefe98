import type { CarerOfChild, Child, ChildDetails } from '#libs/casework/children';

/** A child as the API tells it: details are null to whoever reaches T0 only. */
export function childJson(
  child: Child,
  details: ChildDetails | null,
  carers: readonly CarerOfChild[],
  siblings: readonly unknown[],
  episodes: readonly { id: string; open: boolean }[],
) {
  const { recordedBy: _by, recordedAt, ...identity } = child;
  return { ...identity, recordedAt, details: details && detailsJson(details), carers, siblings, episodes };
}

function detailsJson({ childId: _child, updatedBy: _by, version: _version, ...details }: ChildDetails) {
  return details;
}
