import type { AgencyKind } from '#libs/terms';
import type { Dice } from './dice.js';
import { FAMILY_NAMES, GIVEN_NAMES_F, GIVEN_NAMES_M, PLACES } from './names.js';

/** Children of the county of 2006 and its schools: a smaller population has fewer schools. */
const WHOLE_COUNTY = 134_500;
const SCHOOLS = 288;
/** Open episodes per caseworker, and children per open episode. */
const HELD = 15;
const CHILDREN_TO_AN_OPEN_EPISODE = 7.1;

interface Kind {
  readonly name: string;
  readonly kind: AgencyKind;
  /** The share of all caseworkers of the county. */
  readonly share: number;
  readonly jobTitle: string;
  readonly sensitive?: true;
}

const COUNTY_WIDE: readonly Kind[] = [
  {
    name: 'Family Support Service',
    kind: 'childrens_services',
    share: 0.12,
    jobTitle: 'Family support worker',
  },
  { name: 'Community Health Trust', kind: 'health_provider', share: 0.18, jobTitle: 'Health visitor' },
  {
    name: 'Mental Health Service for Young People',
    kind: 'health_provider',
    share: 0.03,
    jobTitle: 'Primary mental health worker',
    sensitive: true,
  },
  {
    name: 'Education Welfare Service',
    kind: 'education_support',
    share: 0.04,
    jobTitle: 'Education welfare officer',
  },
  { name: 'Connexions', kind: 'connexions', share: 0.04, jobTitle: 'Personal adviser' },
  { name: 'Youth Inclusion Project', kind: 'youth_justice', share: 0.03, jobTitle: 'Youth worker' },
  { name: 'Young Carers Project', kind: 'voluntary_sector', share: 0.03, jobTitle: 'Project worker' },
  { name: 'Neighbourhood Police', kind: 'police', share: 0.02, jobTitle: 'Neighbourhood officer' },
];
const IN_EACH_LOCALITY: readonly Kind[] = [
  { name: 'Children’s Centre', kind: 'early_years', share: 0.08, jobTitle: 'Outreach worker' },
  { name: 'Housing Options', kind: 'district_council', share: 0.03, jobTitle: 'Housing officer' },
];
const SCHOOL: Kind = { name: '', kind: 'school', share: 0.4, jobTitle: 'Pastoral lead' };
const SCHOOL_NAMES = [
  'Primary School',
  'Primary School',
  'Primary School',
  'High School',
  'Community College',
];

export interface Place {
  readonly authorityId: string;
  readonly county: number;
  readonly localities: readonly { readonly id: string; readonly name: string }[];
}

/** A practitioner who may hold episodes in locality `l`. */
interface Caseworker {
  readonly id: string;
  readonly agency_id: string;
  readonly l: number;
}

type Row = Record<string, unknown>;
export interface Directory {
  readonly agencies: Row[];
  readonly teams: Row[];
  readonly practitioners: Row[];
  readonly posts: Row[];
  readonly caseworkers: Caseworker[];
  readonly frontDoorId: string;
}

/** The agencies of one county with their teams and people, as rows. `l` numbers its localities from 1. */
export function directoryOf(dice: Dice, place: Place, children: number, since: string): Directory {
  const directory = {
    agencies: [] as Row[],
    teams: [] as Row[],
    practitioners: [] as Row[],
    posts: [] as Row[],
  };
  const casework: Caseworker[] = [];
  const people = new People(dice, directory, place.county, since);
  const caseworkers = children / CHILDREN_TO_AN_OPEN_EPISODE / HELD;
  let officeId = '';
  for (const [a, { of, name, l, share }] of agenciesOf(place, children, dice).entries()) {
    const agencyId = dice.idOf('agency', `${place.county}/${a}`);
    officeId ||= agencyId;
    directory.agencies.push({
      id: agencyId,
      authority_id: place.authorityId,
      name,
      kind: of.kind,
      telephone: null,
      sensitive: of.sensitive ?? false,
      demo: true,
    });
    const teams = new Map<number, string>();
    const many = Math.max(l ? 1 : place.localities.length, Math.round(caseworkers * share));
    for (let n = 0; n < many; n++) {
      const where = l ?? (n % place.localities.length) + 1;
      const teamId =
        teams.get(where) ??
        addTeam(directory.teams, dice.idOf('team', `${place.county}/${a}/${where}`), agencyId, place, where);
      teams.set(where, teamId);
      casework.push({
        id: people.add(of.jobTitle, 'practitioner', agencyId, teamId),
        agency_id: agencyId,
        l: where,
      });
    }
    people.add('Manager', 'manager', agencyId);
  }
  for (const { id } of place.localities)
    people.add('Locality coordinator', 'coordinator', officeId, null, id);
  people.add('Information governance lead', 'governance', officeId);
  const frontDoorId = people.add('Front door decision maker', 'front_door', officeId);
  return { ...directory, caseworkers: casework, frontDoorId };
}

function agenciesOf({ county, localities }: Place, children: number, dice: Dice) {
  const schools = Math.min(
    SCHOOLS,
    Math.max(localities.length, Math.round((SCHOOLS * children) / WHOLE_COUNTY)),
  );
  // The number makes names unique: two counties of synthetic schools would otherwise share them.
  const numbered = (name: string, number: string): string =>
    `${name} (synthetic ${dice.seed}.${county}${number})`;
  return [
    ...COUNTY_WIDE.map((of) => ({ of, name: numbered(of.name, ''), l: null, share: of.share })),
    ...localities.flatMap(({ name }, l) =>
      IN_EACH_LOCALITY.map((of) => ({
        of,
        name: numbered(`${name} ${of.name}`, ''),
        l: l + 1,
        share: of.share / localities.length,
      })),
    ),
    ...Array.from({ length: schools }, (_one, n) => ({
      of: SCHOOL,
      name: numbered(
        `${dice.oneOf(PLACES, 'school', n)} ${SCHOOL_NAMES[n % SCHOOL_NAMES.length]}`,
        `.${n + 1}`,
      ),
      l: (n % localities.length) + 1,
      share: SCHOOL.share / schools,
    })),
  ];
}

function addTeam(teams: Row[], id: string, agencyId: string, { localities }: Place, l: number): string {
  const { id: localityId, name } = localities[l - 1]!;
  teams.push({ id, agency_id: agencyId, locality_id: localityId, name: `${name} team` });
  return id;
}

class People {
  private n = 0;
  constructor(
    private readonly dice: Dice,
    private readonly into: { practitioners: Row[]; posts: Row[] },
    private readonly county: number,
    private readonly since: string,
  ) {}

  add(
    jobTitle: string,
    role: string,
    agencyId: string,
    teamId: string | null = null,
    localityId: string | null = null,
  ): string {
    const key = `${this.county}/${this.n++}`;
    const id = this.dice.idOf('practitioner', key);
    const given = this.dice.oneOf([...GIVEN_NAMES_F, ...GIVEN_NAMES_M], 'practitioner given', key);
    const name = `${given} ${this.dice.oneOf(FAMILY_NAMES, 'practitioner family', key)}`;
    this.into.practitioners.push({ id, name, job_title: jobTitle, telephone: null, email: null, demo: true });
    this.into.posts.push({
      id: this.dice.idOf('post', key),
      practitioner_id: id,
      agency_id: agencyId,
      team_id: teamId,
      locality_id: localityId,
      role,
      began_at: this.since,
    });
    return id;
  }
}

/** Numbers rows within their locality, from 0. */
export function numbered<Row extends { readonly l: number }>(
  rows: readonly Row[],
): (Row & { readonly nth: number })[] {
  const many = new Map<number, number>();
  return rows.map((row) => {
    const nth = many.get(row.l) ?? 0;
    many.set(row.l, nth + 1);
    return { ...row, nth };
  });
}
