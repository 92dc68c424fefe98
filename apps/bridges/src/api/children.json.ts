import type { RecordSide } from '#libs/casework/duplicates';
import type { CarerOfChild, Child, ChildName, DetailsView, Sibling } from '#libs/casework/children';

const CHILD_DETAILS = ['details', 'carers', 'siblings'] as const;

/** A child in the API. For a reader with tier T0 only, the rest is null and named in `notShared`. */
export function childJson(
  child: Child,
  names: readonly ChildName[],
  details: DetailsView | null,
  carers: readonly CarerOfChild[],
  siblings: readonly Sibling[],
  episodes: readonly { id: string; open: boolean }[],
  otherRecords: readonly { record: RecordSide }[],
) {
  const { recordedBy: _by, recordedAt, ...identity } = child;
  const contactProtected = details?.contactProtected ?? false;
  return {
    ...identity,
    recordedAt,
    names: names.map(childNameJson),
    details: details && childDetailsJson(details),
    contactProtected,
    carers: details && carers,
    siblings: details && siblings,
    notShared: details ? [] : [...CHILD_DETAILS],
    episodes,
    /** Other records of the same child, each as its own address with `alone=yes` answers it. */
    otherRecords: otherRecords.map(({ record }) => record.child.id),
  };
}

/** A sealed name is here only for those who answer for the record. */
function childNameJson({
  id,
  kind,
  givenNames,
  familyName,
  validFrom,
  validUntil,
  sealedAt,
  sealReason,
}: ChildName) {
  return { id, kind, givenNames, familyName, validFrom, validUntil, sealedAt, sealReason };
}

function childDetailsJson({
  childId: _child,
  updatedBy: _by,
  version: _version,
  contactProtected: _protected,
  ...details
}: DetailsView) {
  return { ...details };
}
