import {
  AGENCY_KINDS,
  type AgencyKind,
  type CodeList,
  labelOf,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  fullName,
} from '#libs/terms';

/** The agencies of the area to choose from, by kind. */
export function agencyGroups<A extends { readonly id: string; readonly kind: string }>(
  agencies: readonly A[],
  openingAgencyId: string | null | undefined,
) {
  return [...new Set(agencies.map(({ kind }) => kind))].map((kind) => ({
    kind: labelOf(AGENCY_KINDS, kind as AgencyKind),
    agencies: agencies
      .filter((agency) => agency.kind === kind)
      .map((agency) => ({ ...agency, opened: agency.id === openingAgencyId })),
  }));
}

/**
 * The children and their carers as choices of who decided; each carer once, with what is known of their right to
 * decide.
 */
export function deciderChoices(
  children: readonly { id: string; givenNames: string; familyName: string }[],
  carers: readonly { id: string; name: string; relationship: string; parentalResponsibility: string }[],
) {
  const seen = new Map(carers.map((carer) => [carer.id, carer]));
  return [
    { value: '', text: 'Someone else' },
    ...children.map(({ id, givenNames, familyName }) => ({
      value: `child ${id}`,
      text: fullName({ givenNames, familyName }),
    })),
    ...[...seen.values()].map(({ id, name, relationship, parentalResponsibility }) => ({
      value: `carer ${id}`,
      text: `${name} (${label(RELATIONSHIPS, relationship)}; parental responsibility: ${label(PARENTAL_RESPONSIBILITIES, parentalResponsibility)})`,
    })),
  ];
}

const label = (list: CodeList, key: string): string => (list[key] ?? key).toLowerCase();

/** The same error beside several agencies names each agency. */
export function namingAgencies(
  errors: readonly { field: string; message: string }[],
  agencies: readonly { id: string; name: string }[],
) {
  const nameOf = (field: string): string | undefined => agencies.find(({ id }) => field.endsWith(id))?.name;
  return errors.map(({ field, message }) => {
    const name = nameOf(field);
    return { field, message: name ? message.replace('this agency', name) : message };
  });
}
