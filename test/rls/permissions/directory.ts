import { EVERYONE, NO_ONE, SIGNED_IN, byPermission, whileOpen } from './clauses.js';
import type { TablePermissions } from './types.js';

const OF_NO_OTHER_AGENCY = `not exists (select from posts o where o.practitioner_id = t.practitioner_id
  and o.agency_id <> t.agency_id and (o.ended_at is null or o.ended_at > {now}))`;

/** A person who works for no agency now. */
const FREE_PERSON = "(select p.id from practitioners p where p.name = 'Invented Gone')";

const AGENCY_WITHOUT_ADMINISTRATOR = `(select g.id from agencies g where not exists (select from posts o
  where o.agency_id = g.id and o.role = 'agency_administrator') order by g.id limit 1)`;

/** A post of a person who works for another agency too, at an agency without an administrator. */
const SHARED_POST = `from posts o where o.role <> 'agency_administrator' and (o.ended_at is null or o.ended_at > {now})
  and not exists (select from posts a where a.agency_id = o.agency_id and a.role = 'agency_administrator')
  and exists (select from posts x where x.practitioner_id = o.practitioner_id and x.agency_id <> o.agency_id
    and x.began_at <= {now} and (x.ended_at is null or x.ended_at > {now})) order by o.id limit 1`;

const OWN_OPEN_POST =
  '{allows people.manage} and agency_id = {agency} and (ended_at is null or ended_at > {now})';

/** The directory: visible to everyone who is signed in. */
export const DIRECTORY: Readonly<Record<string, TablePermissions>> = {
  practitioners: {
    read: SIGNED_IN,
    add: '{allows people.manage} or {allows agencies.manage}',
    change: `{allows people.manage} and exists (select from posts p where p.practitioner_id = t.id and p.agency_id = {agency}
      and (p.ended_at is null or p.ended_at >= {now}))`,
    column: 'name',
  },
  posts: {
    read: SIGNED_IN,
    // No agency takes a person of another. The system administrator names the first administrator of an agency where none
    // has an account in use.
    add: `(({allows people.manage} and agency_id = {agency}
        and role in ('practitioner', 'manager', 'panel_member', 'panel_chair', 'business_support', 'agency_administrator')
        and (${OF_NO_OTHER_AGENCY} or exists (select from posts o where o.practitioner_id = t.practitioner_id
          and o.agency_id = t.agency_id and o.began_at <= {now} and (o.ended_at is null or o.ended_at > {now}))))
      or ({allows agencies.manage} and role = 'agency_administrator' and ${OF_NO_OTHER_AGENCY} and not exists (
        select from posts o join auth.accounts c on c.practitioner_id = o.practitioner_id and c.suspended_at is null
        where o.agency_id = t.agency_id and o.role = 'agency_administrator' and (o.ended_at is null or o.ended_at > {now}))))`,
    more: [
      {
        agency_id: AGENCY_WITHOUT_ADMINISTRATOR,
        role: "'agency_administrator'",
      },
      { agency_id: '{agency}', role: "'practitioner'" },
      { agency_id: '{agency}', role: "'governance'" },
      ...["'agency_administrator'", "'practitioner'", "'governance'"].map((role) => ({
        practitioner_id: FREE_PERSON,
        ...{ agency_id: '{agency}', role },
      })),
      ...["'agency_administrator'", "'governance'"].map((role) => ({
        practitioner_id: FREE_PERSON,
        ...{ agency_id: AGENCY_WITHOUT_ADMINISTRATOR, role },
      })),
      {
        practitioner_id: `(select o.practitioner_id ${SHARED_POST})`,
        agency_id: `(select o.agency_id ${SHARED_POST})`,
        role: "'agency_administrator'",
      },
      // The administrator there has an account in use.
      {
        practitioner_id: FREE_PERSON,
        agency_id: "(select g.id from agencies g where g.name = 'Leicestershire Partnership NHS Trust')",
        role: "'agency_administrator'",
      },
    ],
    change: OWN_OPEN_POST,
    column: 'ended_at',
    further: [
      // A post ends at the end of a day to come: what ends at once is handed over first.
      { set: { ended_at: "{now} + interval '1 minute'" }, change: NO_ONE },
      {
        set: { ended_at: 'platform.london_instant(platform.london_date({now}) + 1)' },
        change: OWN_OPEN_POST,
      },
    ],
  },
  people_confirmations: {
    read: '{allows people.manage} and agency_id = {agency}',
    add: '{allows people.manage} and agency_id = {agency} and confirmed_by = {me}',
    own: { confirmed_by: '{me}' },
    more: [{ agency_id: '{agency}', confirmed_by: '{me}' }],
  },
  // Public lists, with no family in them.
  reference_imports: {
    read: '{allows reference.import}',
    add: '{allows reference.import} and imported_by = {me}',
    own: { imported_by: '{me}' },
  },
  reference_schools: {
    read: SIGNED_IN,
    add: '{allows reference.import}',
    change: '{allows reference.import}',
    column: 'name',
  },
  reference_organisations: {
    read: SIGNED_IN,
    add: '{allows reference.import}',
    change: '{allows reference.import}',
    column: 'name',
  },
  reference_areas: {
    read: SIGNED_IN,
    add: '{allows reference.import}',
    change: '{allows reference.import}',
    column: 'name',
  },
  reference_postcodes: {
    read: SIGNED_IN,
    add: '{allows reference.import}',
    change: '{allows reference.import}',
    column: 'ward_code',
  },
  departures: { read: '{allows people.manage} and agency_id = {agency}' },
  agency_closures: {
    read: '{allows agencies.manage} or ({allows people.manage} and agency_id = {agency})',
  },
  agencies: {
    read: EVERYONE,
    add: '{allows agencies.manage}',
    change: '{allows agencies.manage}',
    column: 'name',
  },
  teams: {
    read: EVERYONE,
    add: '{allows people.manage} and agency_id = {agency}',
    change: '{allows people.manage} and agency_id = {agency}',
    column: 'name',
  },
  directory_services: {
    read: EVERYONE,
    add: '{allows directory.edit}',
    change: '{allows directory.edit}',
    column: 'name',
  },
  panels: {
    read: EVERYONE,
    add: '{allows panel.manage} and authority_id = {authority}',
    change: '{allows panel.manage} and authority_id = {authority}',
    column: 'name',
  },
  panel_members: {
    read: SIGNED_IN,
    add: `{allows panel.manage} and exists (select from panels p where p.id = t.panel_id and p.authority_id = {authority})
      and exists (select from posts o where o.practitioner_id = t.practitioner_id and o.agency_id = t.agency_id)`,
    change: `{allows panel.manage} and exists (select from panels p where p.id = t.panel_id and p.authority_id = {authority})`,
    column: 'left_at',
  },
  panel_meetings: {
    read: SIGNED_IN,
    add: `{allows panel.manage} and exists (select from panels p where p.id = t.panel_id and p.authority_id = {authority})`,
    change: `{allows panel.manage} and exists (select from panels p where p.id = t.panel_id and p.authority_id = {authority})`,
    column: 'place',
  },
  panel_items: whileOpen({
    ...byPermission('record.read', 'panel.refer', [['panel.refer', 'panel.decide'], 'decision']),
    add: `put_by = {me} and episode_id {panel.refer} and episode_id in (
      select c.episode_id from access.consent_grants c where c.class = 'panel' and c.begins <= {now} and c.ends > {now})`,
    own: { put_by: '{me}' },
  }),
};
