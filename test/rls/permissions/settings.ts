import { SIGNED_IN, VISIBLE_DISCLOSURE } from './clauses.js';
import type { TablePermissions } from './types.js';

/** Settings of the area, and disclosures. */
export const SETTINGS: Readonly<Record<string, TablePermissions>> = {
  golden_rules: { read: SIGNED_IN },
  information_sharing_settings: {
    read: SIGNED_IN,
    change: '{allows settings.change}',
    signed: { changed_by: '{me}' },
  },
  // Checks of sentences for families; no family is named in them.
  statement_checks: {
    read: SIGNED_IN,
    add: '{allows statement.check} and recorded_by = {me}',
    own: { recorded_by: '{me}' },
    more: [{ language: "'pl'", recorded_by: '{me}' }],
  },
  front_doors: {
    read: SIGNED_IN,
    add: `{allows settings.change} and changed_by = {me} and authority_id = {authority}
      and (locality_id is null or exists (select from localities l where l.id = t.locality_id and l.authority_id = {authority}))`,
    own: { changed_by: '{me}' },
    more: [
      { authority_id: '{authority}', locality_id: "(select id from localities where name = 'Blaby')" },
      {
        authority_id: '{authority}',
        locality_id: "(select id from localities where name = 'Invented locality elsewhere')",
      },
    ],
    change: '{allows settings.change} and authority_id = {authority}',
    signed: { changed_by: '{me}' },
  },
  agency_lawful_bases: {
    read: SIGNED_IN,
    add: '{allows settings.change} and changed_by = {me}',
    own: { changed_by: '{me}' },
    change: '{allows settings.change}',
    signed: { changed_by: '{me}' },
  },
  disclosures: {
    read: `episode_id {disclosure.read} and ${VISIBLE_DISCLOSURE}`,
    add: `episode_id {disclosure.record} and recorded_by = {me} and (to_practitioner_id is null or exists (
      select from posts o where o.practitioner_id = t.to_practitioner_id and o.agency_id = t.to_agency_id))`,
    own: { recorded_by: '{me}' },
  },
};
