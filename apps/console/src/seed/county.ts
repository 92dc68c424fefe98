import { AGENCY_DATA, type AgencyData, type AgencyKey } from './county/agencies.js';
import { LEVELS } from './county/levels.js';
import { AUTHORITY_DATA, LOCALITY_DATA, type LocalityKey } from './county/localities.js';
import { PRACTITIONER_DATA, type PractitionerData, type PractitionerKey } from './county/practitioners.js';
import { SERVICE_DATA } from './county/services.js';
import { TEAM_DATA, type TeamData, type TeamKey } from './county/teams.js';
import { seedId } from './ids.js';

export const agency = (key: AgencyKey): string => seedId('agency', key);
export const locality = (key: LocalityKey): string => seedId('locality', key);
export const practitioner = (key: PractitionerKey): string => seedId('practitioner', key);
const team = (key: TeamKey): string => seedId('team', key);

/** The demo county as rows. Ids are fixed, and rows refer to each other by id. */
export const COUNTY = {
  authority: { id: seedId('authority', AUTHORITY_DATA.key), ...AUTHORITY_DATA },
  localities: entries(LOCALITY_DATA).map(([key, row]) => ({ id: locality(key), key, ...row })),
  agencies: entries<AgencyKey, AgencyData>(AGENCY_DATA).map(([key, row], index) => ({
    id: agency(key),
    key,
    name: row.name,
    kind: row.kind,
    sensitive: row.sensitive ?? false,
    telephone: officeTelephone(index),
    demo: true,
  })),
  teams: entries<TeamKey, TeamData>(TEAM_DATA).map(([key, row]) => ({
    id: team(key),
    key,
    name: row.name,
    agencyId: agency(row.agency),
    localityId: row.locality ? locality(row.locality) : null,
  })),
  frontDoor: {
    id: seedId('front door', AUTHORITY_DATA.key),
    name: 'Children’s social care front door',
    telephone: officeTelephone(200),
    hours: 'Monday to Thursday, 8:30am to 5pm; Friday, 8:30am to 4:30pm',
    outOfHoursTelephone: officeTelephone(201),
  },
  levels: LEVELS,
  services: SERVICE_DATA.map((row, index) => ({
    id: seedId('service', `${row.level} ${row.name}`),
    name: row.name,
    description: row.description,
    level: row.level,
    audience: row.audience ?? null,
    agencyId: row.agency ? agency(row.agency) : null,
    telephone: officeTelephone(100 + index),
    source: row.source,
  })),
  practitioners: entries<PractitionerKey, PractitionerData>(PRACTITIONER_DATA).map(([key, row], index) => ({
    id: practitioner(key),
    key,
    name: row.name,
    jobTitle: row.jobTitle,
    telephone: mobile(index),
    email: email(row.name),
    demo: true,
    posts: row.posts.map((post, nth) => ({
      id: seedId('post', `${key} ${nth + 1}`),
      agencyId: agency(post.agency),
      teamId: post.team ? team(post.team) : null,
      localityId: post.locality ? locality(post.locality) : null,
      role: post.role,
      /** Later posts start later, so that a person signs in to the first. */
      beganOn: `2006-0${4 + nth}-03`,
    })),
  })),
};

function entries<Key extends string, Row>(rows: Readonly<Record<Key, Row>>): [Key, Row][] {
  return Object.entries(rows) as [Key, Row][];
}

// Numbers that Ofcom reserves for drama: no one answers them.
function officeTelephone(index: number): string {
  return `01632 960${String(index).padStart(3, '0')}`;
}
function mobile(index: number): string {
  return `07700 900${String(index).padStart(3, '0')}`;
}
function email(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`;
}
