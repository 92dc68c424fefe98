import { PRACTITIONER_DATA, type PractitionerKey } from './county/practitioners.js';
import { practitioner } from './county.js';
import { seedId } from './ids.js';

/** The password of everyone in the demonstration. */
export const DEMO_PASSWORD = 'bridges-demo';

/** The personas in the order of the sign-in page, and what each will find there once the stories have been seeded. */
const SENTENCES = {
  schoolTeacher:
    'Head of year, Castle Rock High School. Lead professional for Jo. In Adrian’s team, where her action is late and there is no lead professional.',
  schoolNurse:
    'School nurse, Leicestershire Partnership NHS Trust. In 2 teams. One family has not agreed to share with health.',
  healthVisitor:
    'Specialist health visitor, Leicestershire Partnership NHS Trust. Started Chloe’s episode. Drafting the assessment of an unborn baby.',
  childrensCentreWorker:
    'Family support worker, Coalville Children’s Centre. Chloe’s keyworker and lead professional.',
  familySupportWorker:
    'Family support worker, Family STEPS. Closed Harry’s plan, started a checklist, and is waiting for social care’s answer about Leah.',
  youthWorker:
    'Youth worker, Children and Young People’s Service. Lead professional for John. Declined to lead for Adrian as well.',
  girlsGroupWorker: 'Youth worker, girls’ group. In Jo’s team, but cannot see sensitive information.',
  yispWorker:
    'YISP worker, Youth Offending Service. Started Adrian’s episode, which has no lead professional. In John’s team.',
  connexionsAdviser:
    'Personal adviser, Connexions. Lead professional for Dee, whose review is overdue. John’s consent to share with Connexions has just ended.',
  counsellor:
    'Counsellor, Bridge Housing. In Dee’s and Tony’s teams. Tony’s consent to share ends within 2 weeks.',
  housingOfficer:
    'Housing officer, North West Leicestershire District Council. Lead professional for Tony. Adrian’s family has not agreed to share with housing.',
  positiveFuturesWorker:
    'Positive Futures worker. Was lead professional for Kyle, whose episode closed because his needs were met.',
  collegeTutor:
    'Tutor, Ashby Lane Community College. In Leah’s team. Cannot see Kyle’s record, because he withdrew consent.',
  twoHalvesWorker:
    'Project worker, Leicester Family Services Unit. Lead professional for 3 sisters in one episode.',
  outreachWorker:
    'Field worker, Menphys. Lead professional for Charlie, who said no to one sport and chose another.',
  specialistTeacher:
    'Specialist teacher for the county and special needs coordinator of a primary school: two posts. Was in Harry’s team.',
  outsider:
    'Housing options officer, Melton Borough Council. No family has agreed to share with this council, so cannot see any families.',
  castleRockAssistant:
    'Teaching assistant, Castle Rock High School. Jo’s family asked for her to be excluded. Can see basic details about Adrian.',
  schoolManager:
    'Deputy head, Castle Rock High School. Manages the head of year. Closed an episode after a family said no.',
  healthManager:
    'Service manager, Leicestershire Partnership NHS Trust. Can see the families the trust’s own staff work with.',
  cypsManager:
    'Team manager, Children and Young People’s Service. Reviews the caseload of the county’s own teams.',
  coordinatorNwl:
    'Common assessment coordinator, North West Leicestershire. Looking for a lead professional for Adrian. One family said no.',
  coordinatorCharnwood: 'Common assessment coordinator, Charnwood. Has a review overdue in the locality.',
  coordinatorOadby: 'Common assessment coordinator, Oadby and Wigston. One episode, of three sisters.',
  frontDoor: 'Principal social worker, social care front door. One step-up is waiting for an answer.',
  panelMember:
    'Police constable, member of the Youth Inclusion and Support Panel. In Adrian’s team. Jo and John do not share with the police.',
  panelChair: 'Chair of the Homelessness Support Panel, North West Leicestershire. In Tony’s team.',
  governance:
    'Information governance lead. Can see every family’s consent and who has looked at records, but not the records.',
  businessSupport:
    'Business support, Family STEPS. Cannot see any records until a practitioner in the team names them as support.',
  qualityAuditor: 'Quality auditor. Cannot see any records until one is picked for an audit.',
  analyst: 'Performance analyst. Can see numbers of open episodes, but no children or records.',
  agencyAdministrator:
    'Staff records, Leicestershire Partnership NHS Trust. Manages its people and teams. Cannot see any records.',
  directoryEditor: 'Directory editor. Manages the directory of services. Cannot see any records.',
  systemAdministrator: 'System administrator. Manages the list of agencies. Cannot see any records.',
} as const satisfies Partial<Record<PractitionerKey, string>>;
export type PersonaKey = keyof typeof SENTENCES;

export interface Persona {
  readonly key: PersonaKey;
  readonly accountId: string;
  readonly username: string;
  readonly practitionerId: string;
  readonly name: string;
  readonly sentence: string;
  /** The place on the sign-in page. */
  readonly order: number;
}

export const PERSONAS: readonly Persona[] = (Object.keys(SENTENCES) as PersonaKey[]).map((key, index) => ({
  key,
  accountId: seedId('account', key),
  username: key.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`),
  practitionerId: practitioner(key),
  name: PRACTITIONER_DATA[key].name,
  sentence: SENTENCES[key],
  order: index + 1,
}));
