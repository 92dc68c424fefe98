import type { Standing } from '#libs/casework/information-sharing';
import type { FieldError } from '#libs/platform';
import {
  AGENCY_KINDS,
  type AgencyKind,
  type CodeList,
  labelOf,
  optionsOf,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  SENSITIVE_TOPICS,
  fullName,
} from '#libs/terms';
import { TIER_EXPLANATIONS } from '../shared/consent-tiers.js';

/** The agencies of the area to choose from: those that are selected, and the others by kind. */
export function agencyGroups<A extends { readonly id: string; readonly kind: string }>(
  agencies: readonly A[],
  openingAgencyId: string | null | undefined,
  chosen: readonly string[],
) {
  const group = (kind: string, some: readonly A[]) => ({
    kind,
    agencies: some.map((agency) => ({ ...agency, opened: agency.id === openingAgencyId })),
  });
  const rest = agencies.filter(({ id }) => !chosen.includes(id));
  return {
    selected: group(
      'Selected',
      agencies.filter(({ id }) => chosen.includes(id)),
    ),
    groups: [...new Set(rest.map(({ kind }) => kind))].map((kind) =>
      group(
        labelOf(AGENCY_KINDS, kind as AgencyKind),
        rest.filter((agency) => agency.kind === kind),
      ),
    ),
  };
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
    { value: '', text: 'Someone else, or choose' },
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

/** The name of a listed person, for a form that says only which one. */
export function deciderNames(
  children: readonly { id: string; givenNames: string; familyName: string }[],
  carers: readonly { id: string; name: string }[],
): ReadonlyMap<string, string> {
  return new Map([
    ...children.map((child) => [`child ${child.id}`, fullName(child)] as const),
    ...carers.map(({ id, name }) => [`carer ${id}`, name] as const),
  ]);
}

const SENSITIVE = optionsOf(SENSITIVE_TOPICS).map(({ value, text }) => ({ field: 'topics', value, text }));

/** The columns of the table: what an agency can see, each with the field that it is ticked in. */
export const COLUMNS = [
  ...TIER_EXPLANATIONS.map(({ value, text }) => ({ field: 'tiers', value, text })),
  ...SENSITIVE,
];

/** Errors beside the fields of this page. */
const PLACES: Readonly<Record<string, string>> = {
  decidedByChildId: 'decider',
  decidedByCarerId: 'decider',
  excludedAgencies: 'agencies',
};
export const placed = (errors: readonly FieldError[]): FieldError[] =>
  errors.map(({ field, message }) => ({ field: PLACES[field] ?? field, message }));

type Typed = Record<string, unknown>;

/** What applies now, filled in to be asked about again. */
export function typedFromStanding(standing: readonly Standing[], agencyIds: readonly string[]): Typed {
  const typed: Typed = {};
  for (const { agency, state, tiers, topics } of standing) {
    if (!agencyIds.includes(agency.id)) continue;
    if (state === 'excluded') typed[`standing-${agency.id}`] = 'excluded';
    if (state !== 'agreed') continue;
    typed[`tiers-${agency.id}`] = tiers.filter((tier) => tier < 3).map((tier) => `T${tier}`);
    typed[`topics-${agency.id}`] = topics;
  }
  return typed;
}

/**
 * A usual answer ticked for every agency of the page, which can be changed: “team” is all but sensitive topics for every
 * agency that is not excluded, “no-agency” is no agency yet. Everything else that was typed stays.
 */
export function withPreset(
  typed: Typed,
  preset: unknown,
  agencies: readonly { readonly id: string; readonly opened: boolean }[],
): Typed {
  if (preset !== 'team' && preset !== 'no-agency') return typed;
  const ticked: Typed = { ...typed, decision: preset === 'team' ? 'given' : 'refused' };
  for (const { id, opened } of agencies) {
    if (preset === 'team' && (opened || typed[`standing-${id}`] === 'excluded')) continue;
    ticked[`tiers-${id}`] = preset === 'team' ? ['T0', 'T1', 'T2'] : [];
    ticked[`topics-${id}`] = [];
  }
  return ticked;
}
