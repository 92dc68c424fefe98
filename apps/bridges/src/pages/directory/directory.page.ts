import type { Colleague, LevelOfNeed, ServiceListItem } from '#libs/directory';
import { PRACTITIONER_ROLES, type PractitionerRole, labelOf } from '#libs/terms';

/** Services grouped by the level of need that they serve, from the base of the triangle up. */
export function byLevel(levels: readonly LevelOfNeed[], services: readonly ServiceListItem[]) {
  return levels
    .map(({ number, name, description }) => ({
      number,
      name,
      description,
      services: services.filter((service) => service.level === number),
    }))
    .filter(({ services: some }) => some.length > 0);
}

/** "Coordinators", "People at Bramble Hill", "People". */
export function peopleTitle(role: string | null, agency: string | null): string {
  const who = role ? `${labelOf(PRACTITIONER_ROLES, role as PractitionerRole)}s` : 'People';
  return agency ? `${who} at ${agency}` : who;
}

/** A colleague's public details; for a coordinator, also the locality that they cover. */
export const colleagueRow = (colleague: Colleague, coordinated: ReadonlyMap<string, string>) => ({
  ...colleague,
  locality: coordinated.get(colleague.id) ?? null,
});
