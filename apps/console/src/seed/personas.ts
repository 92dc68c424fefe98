import { PRACTITIONER_DATA, type PractitionerKey } from './county/practitioners.js';
import { practitioner } from './county.js';
import { seedId } from './ids.js';

/** Everyone in the demonstration signs in with this. */
export const DEMO_PASSWORD = 'bridges-demo';

/** Who can be signed in as, in the order of the sign-in page, and what each will find: true once the stories are told. */
const SENTENCES = {
  schoolTeacher:
    'Head of year, Castle Rock High School. Leads Jo’s plan; in Adrian’s team, where her action is late and there is no lead professional.',
  schoolNurse:
    'School nurse, Leicestershire Partnership NHS Trust. In two teams; one family has not agreed to health.',
  healthVisitor:
    'Specialist health visitor, Leicestershire Partnership NHS Trust. Opened Chloe’s episode; drafts the assessment of a baby not yet born.',
  childrensCentreWorker:
    'Family support worker, Coalville Children’s Centre. Chloe’s keyworker, and so lead professional.',
  familySupportWorker:
    'Family support worker, Family STEPS. Closed Harry’s plan, began a checklist, and is waiting for social care’s answer about Leah.',
  youthWorker:
    'Youth worker, Children and Young People’s Service. Leads for John; would not also lead for Adrian.',
  girlsGroupWorker: 'Youth worker, girls’ group. In Jo’s team, but cannot see sensitive information.',
  yispWorker:
    'YISP worker, Youth Offending Service. Opened Adrian’s episode, which has no lead professional; in John’s team.',
  connexionsAdviser:
    'Personal adviser, Connexions. Leads for Dee, whose review is overdue; John’s consent to share with Connexions has just ended.',
  counsellor: 'Counsellor, Bridge Housing. In the teams of Dee and Tony; Tony’s consent ends within 2 weeks.',
  housingOfficer:
    'Housing officer, North West Leicestershire District Council. Leads for Tony; Adrian’s family has not agreed to housing.',
  positiveFuturesWorker: 'Positive Futures worker. Led Kyle’s plan, which closed because his needs were met.',
  collegeTutor:
    'Tutor, Ashby Lane Community College. In Leah’s team; Kyle withdrew consent, so his record cannot be seen.',
  twoHalvesWorker: 'Project worker, Leicester Family Services Unit. Leads for three sisters in one episode.',
  outreachWorker: 'Field worker, Menphys. Leads for Charlie, who said no to one sport and chose another.',
  specialistTeacher:
    'Specialist teacher for the county and special needs coordinator of a primary school: two posts. Was in Harry’s team.',
  outsider:
    'Housing options officer, Melton Borough Council. No family has agreed to share with this council, so sees no families.',
  castleRockAssistant:
    'Teaching assistant, Castle Rock High School. Jo’s family asked that she sees nothing about them; she sees basic details about Adrian.',
  schoolManager:
    'Deputy head, Castle Rock High School. Manages the head of year; closed an episode after a family said no.',
  healthManager:
    'Service manager, Leicestershire Partnership NHS Trust. Sees what the trust’s own people work on.',
  cypsManager:
    'Team manager, Children and Young People’s Service. Reviews the caseload of the county’s own teams.',
  coordinatorNwl:
    'Common assessment coordinator, North West Leicestershire. Looks for someone to lead for Adrian; one family said no.',
  coordinatorCharnwood: 'Common assessment coordinator, Charnwood. Has a review overdue in the locality.',
  coordinatorOadby: 'Common assessment coordinator, Oadby and Wigston. One episode, of three sisters.',
  frontDoor: 'Principal social worker, social care front door. One step-up is waiting for an answer.',
  panelMember:
    'Police constable, member of the Youth Inclusion and Support Panel. In Adrian’s team; Jo and John do not share with the police.',
  panelChair: 'Chair of the Homelessness Support Panel, North West Leicestershire. In Tony’s team.',
  governance: 'Information governance lead. Sees every family’s consent and who looked, but no case.',
  businessSupport:
    'Business support, Family STEPS. Sees no case until a practitioner in the team adds them as business support.',
  qualityAuditor: 'Quality auditor. Sees no case until one is picked for an audit.',
  analyst: 'Performance analyst. Sees figures about open episodes, but no child and no case.',
  agencyAdministrator:
    'Staff records, Leicestershire Partnership NHS Trust. Manages its people and teams; sees no case.',
  directoryEditor: 'Directory editor. Manages the directory of services; sees no case.',
  systemAdministrator: 'System administrator. Manages the list of agencies; sees no case.',
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
