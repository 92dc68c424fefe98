import {
  AGENCY_KINDS,
  checkTelephone,
  checkWorkEmail,
  isKeyOf,
  keysOf,
  PRACTITIONER_ROLES,
} from '#libs/terms';
import { isId } from '#libs/platform';
import { COUNTY } from './county.js';
import { DEMO_PASSWORD, PERSONAS } from './personas.js';

const TRIANGLE: Record<number, string[]> = {
  1: [
    'Early Years and Childcare',
    'Extended Curriculum',
    'Student Support Service',
    'Access and Welfare',
    'Youth Service',
    'Voluntary and Community Sector: CVS and voluntary centres',
    'LCVYS',
  ],
  2: [
    'Youth Offending Service',
    'Connexions: guidance and support',
    'Voluntary and Community Sector: specific delivery',
    'Information sharing and assessment',
    'Special Needs Housing',
    'Special Education Needs',
    'Children’s Fund',
    'Sure Start Local Programme',
    'Specialist Teaching Service',
    'EMASS',
    'Teenage Pregnancy Health: National Service Framework for Children',
  ],
  3: ['Education Psychology Service', 'Social Services', 'CAMHS Tier 3'],
  4: [
    'Child Protection and Looked after Children (LAC)',
    'Children with complex health needs',
    'CAMHS Tier 4',
  ],
};

describe('the demo county', () => {
  const { agencies, teams, localities, practitioners, services, levels } = COUNTY;
  const posts = practitioners.flatMap((each) => each.posts);

  it('gives every row an id of its own', () => {
    const ids = [...agencies, ...teams, ...localities, ...practitioners, ...services, ...posts].map(
      ({ id }) => id,
    );
    expect(ids.every(isId)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('knows the seven districts', () => {
    expect(localities.map(({ gssCode }) => gssCode)).toEqual(
      [129, 130, 131, 132, 133, 134, 135].map((number) => `E07000${number}`),
    );
  });

  it('refers to agencies, teams and localities that exist, and to a team of the same agency', () => {
    for (const post of posts) {
      expect(agencies.map(({ id }) => id)).toContain(post.agencyId);
      if (post.teamId) expect(teams.find(({ id }) => id === post.teamId)?.agencyId).toBe(post.agencyId);
      if (post.role === 'coordinator') expect(localities.map(({ id }) => id)).toContain(post.localityId);
    }
  });

  it('uses the codes of the lists', () => {
    for (const { kind } of agencies) expect(isKeyOf(AGENCY_KINDS, kind)).toBe(true);
    for (const { role } of posts) expect(isKeyOf(PRACTITIONER_ROLES, role)).toBe(true);
  });

  it('lists each name once', () => {
    for (const rows of [
      agencies,
      practitioners,
      services.map(({ name, level }) => ({ name: `${name} ${level}` })),
    ]) {
      const names = rows.map(({ name }) => name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('places services at the levels of the triangle', () => {
    for (const level of levels) {
      const boxes = services.filter(
        (each) => each.level === level.number && each.source.includes('Triangle'),
      );
      expect(boxes.map(({ name }) => name)).toEqual(TRIANGLE[level.number]);
    }
    expect(levels.map(({ name }) => name)).toEqual([
      'Universal',
      'Targeted',
      'Specialist',
      'Highly specialist',
    ]);
    expect(levels.map(({ countyShare, nationalShare }) => [countyShare, nationalShare])).toEqual([
      [66, 59.65],
      [30, 36.4],
      [3, 3.2],
      [0.4, 0.75],
    ]);
  });

  it('has the four group stories as services', () => {
    for (const story of [5, 7, 9, 14]) {
      expect(services.map(({ source }) => source)).toContain(
        `Leicestershire CYPP 2006–2009, chapter 5, story ${story}`,
      );
    }
  });

  it('gives only numbers and addresses that reach no one', () => {
    for (const { telephone } of [...agencies, ...services, ...practitioners]) {
      expect(checkTelephone(telephone)).toEqual({ ok: true, value: telephone });
      expect(telephone).toMatch(/^(01632 960\d{3}|07700 900\d{3})$/);
    }
    for (const { email } of practitioners) {
      expect(checkWorkEmail(email)).toEqual({ ok: true, value: email });
      expect(email).toMatch(/@example\.org$/);
    }
  });
});

describe('the personas', () => {
  const posts = PERSONAS.map(({ key }) => COUNTY.practitioners.find((each) => each.key === key)?.posts ?? []);

  it('hold every role', () => {
    const roles = new Set(posts.flat().map(({ role }) => role));
    expect([...roles].sort()).toEqual(keysOf(PRACTITIONER_ROLES).sort());
  });

  it('are people of the county, one account each', () => {
    expect(posts.every((held) => held.length > 0)).toBe(true);
    const names = PERSONAS.map(({ username }) => username);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z.]+$/);
    expect(DEMO_PASSWORD).toBe('bridges-demo');
  });

  it('include a person with two posts, at two agencies', () => {
    expect(posts.some((held) => new Set(held.map(({ agencyId }) => agencyId)).size === 2)).toBe(true);
  });
});
