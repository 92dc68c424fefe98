import type { AgencyKey } from './agencies.js';

interface ServiceData {
  readonly name: string;
  readonly level: 1 | 2 | 3 | 4;
  readonly description: string;
  readonly source: string;
  readonly agency?: AgencyKey;
  readonly audience?: string;
}

const TRIANGLE = 'Leicestershire CYPP 2006–2009, chapter 3, Triangle of Need';
const story = (number: number): string => `Leicestershire CYPP 2006–2009, chapter 5, story ${number}`;

type Box = readonly [name: string, description: string, agency?: AgencyKey];

function boxes(level: ServiceData['level'], ...rows: Box[]): ServiceData[] {
  return rows.map(([name, description, agency]) => ({
    name,
    level,
    description,
    source: TRIANGLE,
    ...(agency ? { agency } : {}),
  }));
}

/** Every box of the triangle, at its level. */
const TRIANGLE_BOXES: readonly ServiceData[] = [
  ...boxes(
    1,
    ['Early Years and Childcare', 'Nursery education, childminders and playgroups.', 'cyps'],
    ['Extended Curriculum', 'Clubs, sport and study before and after the school day.', 'cyps'],
    ['Student Support Service', 'Help for pupils to settle, attend and take part.', 'cyps'],
    ['Access and Welfare', 'School places, attendance and education welfare.', 'cyps'],
    ['Youth Service', 'Youth clubs and projects for young people.', 'cyps'],
    [
      'Voluntary and Community Sector: CVS and voluntary centres',
      'Councils for voluntary service and voluntary centres.',
    ],
    ['LCVYS', 'The county’s council for voluntary youth services.'],
  ),
  ...boxes(
    2,
    ['Youth Offending Service', 'Prevents offending by children and young people.', 'yos'],
    ['Connexions: guidance and support', 'Guidance and support for young people of 13 to 19.', 'connexions'],
    [
      'Voluntary and Community Sector: specific delivery',
      'Voluntary organisations with help for a particular need.',
    ],
    [
      'Information sharing and assessment',
      'Common assessment, lead professional and sharing information.',
      'cyps',
    ],
    ['Special Needs Housing', 'Housing for families with particular needs.'],
    ['Special Education Needs', 'Extra help with learning in school.', 'cyps'],
    ['Children’s Fund', 'Early help for children who may come to need more.', 'cyps'],
    ['Sure Start Local Programme', 'Help in the early years for families of one neighbourhood.'],
    ['Specialist Teaching Service', 'Teachers who advise schools and families on particular needs.', 'cyps'],
    ['EMASS', 'Specialist support for newly arrived pupils who are new to English.', 'cyps'],
    [
      'Teenage Pregnancy Health: National Service Framework for Children',
      'Health help to prevent teenage pregnancy and to support young parents.',
      'sexualHealth',
    ],
  ),
  ...boxes(
    3,
    [
      'Education Psychology Service',
      'Psychologists who assess and advise on learning and behaviour.',
      'cyps',
    ],
    ['Social Services', 'Social workers for children in need and their families.', 'cyps'],
    ['CAMHS Tier 3', 'Specialist mental health teams for children and young people.', 'lpt'],
  ),
  ...boxes(
    4,
    [
      'Child Protection and Looked after Children (LAC)',
      'Protection from harm, and care for looked after children.',
      'cyps',
    ],
    ['Children with complex health needs', 'Care for children with severe or complex health needs.', 'lpt'],
    ['CAMHS Tier 4', 'Intensive mental health care, in hospital or as intensive outreach.', 'lpt'],
  ),
];

/** The services in the chapter's stories, including the group projects, which keep no record of a child. */
const STORY_SERVICES: readonly ServiceData[] = [
  {
    name: 'Family STEPS',
    level: 2,
    agency: 'cyps',
    source: story(1),
    audience: 'Families and children',
    description:
      'Solutions to everyday problems: emotional well-being and positive behaviour, by a partnership of services.',
  },
  {
    name: 'Teenage Pregnancy Strategy',
    level: 2,
    agency: 'sexualHealth',
    source: story(2),
    audience: 'Young people under 18',
    description:
      'One-to-one work, help at home and at school, and groups about healthy living and keeping safe.',
  },
  {
    name: 'Youth Inclusion and Support Panel (YISP)',
    level: 2,
    agency: 'yos',
    source: story(3),
    audience: 'Young people at risk of offending',
    description: 'A multi-agency panel agrees a support plan that a preventative officer delivers.',
  },
  {
    name: 'Positive Futures',
    level: 2,
    agency: 'positiveFutures',
    source: story(4),
    audience: 'Disadvantaged young people of 10 to 19',
    description: 'Sport, coaching skills, leadership, first aid and mentoring.',
  },
  {
    name: 'Dreamers',
    level: 1,
    agency: 'cyps',
    source: story(5),
    audience: 'Young asylum seekers and refugees, and British young people',
    description:
      'A Youth Service project in Loughborough: language, emotional support, education, advice and a voice.',
  },
  {
    name: 'Two Halves; One Whole',
    level: 2,
    agency: 'familyServicesUnit',
    source: story(6),
    audience: 'Mixed heritage children and young people',
    description:
      'Practical advice first, then support and groups for children and parents, in Leicestershire and Leicester.',
  },
  {
    name: 'Home Activity Project',
    level: 1,
    agency: 'cyps',
    source: story(7),
    audience: 'Under-fives of ethnic minority communities and their parents',
    description: 'Six weekly sessions in which parents and children play, as a way into nursery and school.',
  },
  {
    name: 'Positive Activities for Young People (PAYP)',
    level: 2,
    agency: 'cyps',
    source: story(8),
    audience: 'Young people at risk or who have offended',
    description: 'Key workers help young people into programmes, education and training.',
  },
  {
    name: 'Anti-bullying Strategy and R Time',
    level: 1,
    agency: 'cyps',
    source: story(9),
    audience: 'Primary schools',
    description:
      'A whole-school programme for good relationships between pupils, with whole-class work on bullying.',
  },
  {
    name: 'Bridge Housing counselling',
    level: 2,
    agency: 'bridgeHousing',
    source: story(10),
    audience: 'Young people',
    description: 'Counselling and a stable point of contact.',
  },
  {
    name: 'Menphys Special Outreach Service (SOS)',
    level: 3,
    agency: 'menphys',
    source: story(11),
    audience: 'Disabled children and their families',
    description: 'Helps a disabled child to try the sport, play or leisure of their choice.',
  },
  {
    name: 'Specialist Community Child Health Services',
    level: 3,
    agency: 'lpt',
    source: story(12),
    audience: 'Children with additional and complex health needs',
    description: 'Community nursing, therapies, paediatrics and specialist health visiting, near home.',
  },
  {
    name: 'Homelessness Support Panel',
    level: 2,
    agency: 'northWestCouncil',
    source: story(13),
    audience: 'Homeless young people of 16 and 17',
    description: 'Agencies together prevent homelessness and support independent living.',
  },
  {
    name: 'Hinckley Sports Development Scheme',
    level: 1,
    agency: 'hinckleyCouncil',
    source: story(14),
    audience: 'Local schools',
    description:
      'Tag rugby in lessons and after school, and training for the parents and teachers who carry it on.',
  },
];

export const SERVICE_DATA: readonly ServiceData[] = [...TRIANGLE_BOXES, ...STORY_SERVICES];
