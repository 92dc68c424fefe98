import { type ConsentRule, errorIf, isAgreement } from './consent-draft.js';

export const agenciesNamed: ConsentRule = (draft) => [
  ...errorIf(
    isAgreement(draft) && !draft.agencies?.length && !draft.indexAgreed,
    'agencies',
    'Select at least one agency the family agrees to share with',
  ),
  ...errorIf(
    !isAgreement(draft) && (draft.agencies?.length ?? 0) > 0,
    'agencies',
    'Agencies can be included only when consent is given',
  ),
  ...errorIf(
    (draft.agencies ?? []).some((agency) => agency.tiers.length === 0),
    'agencies',
    'Select what each agency can see',
  ),
  ...errorIf(
    (draft.agencies ?? []).some((agency) => agency.tiers.includes('T3') !== (agency.topics ?? []).length > 0),
    'agencies',
    'Select which sensitive topics can be shared',
  ),
];

export const eachAgencyNamedOnce: ConsentRule = ({
  agencies = [],
  refusedAgencies = [],
  excludedAgencies = [],
}) => {
  const all = [...agencies.map((agency) => agency.agencyId), ...refusedAgencies, ...excludedAgencies];
  return errorIf(
    new Set(all).size !== all.length,
    'agencies',
    'An agency can be agreed, refused or excluded, but only one of these',
  );
};

export const openingAgencyCannotBeExcluded: ConsentRule = (
  { refusedAgencies = [], excludedAgencies = [] },
  { openingAgencyId },
) =>
  errorIf(
    [...refusedAgencies, ...excludedAgencies].includes(openingAgencyId),
    'excludedAgencies',
    'The agency that started the episode always keeps its own record. If the family no longer wants its help, close the episode',
  );

export const excludedAndReadmittedDiffer: ConsentRule = ({ excludedPeople = [], readmittedPeople = [] }) =>
  errorIf(
    excludedPeople.some((id) => readmittedPeople.includes(id)),
    'excludedPeople',
    'A person can be excluded or accepted again, but not both',
  );
