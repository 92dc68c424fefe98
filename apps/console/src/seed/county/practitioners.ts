import type { PractitionerRole } from '#libs/terms';
import type { AgencyKey } from './agencies.js';
import type { LocalityKey } from './localities.js';
import type { TeamKey } from './teams.js';

interface PostData {
  readonly agency: AgencyKey;
  readonly role: PractitionerRole;
  readonly team?: TeamKey;
  readonly locality?: LocalityKey;
}
export interface PractitionerData {
  readonly name: string;
  readonly jobTitle: string;
  /** A person signs in to the first post. */
  readonly posts: readonly [PostData, ...PostData[]];
}

function one(
  name: string,
  jobTitle: string,
  agency: AgencyKey,
  more: Partial<PostData> = {},
): PractitionerData {
  return { name, jobTitle, posts: [{ agency, role: 'practitioner', ...more }] };
}

/** The invented people who work in the demo county. */
export const PRACTITIONER_DATA = {
  schoolTeacher: one('Maureen Oakleaf', 'Head of year 9', 'castleRock'),
  schoolManager: one('Desmond Farthingale', 'Deputy head teacher', 'castleRock', { role: 'manager' }),
  castleRockAssistant: one('Tracy Hedgerow', 'Teaching assistant', 'castleRock'),
  primaryTeacher: one('Anil Sundarwala', 'Class teacher, year 3', 'brambleHill'),
  specialistTeacher: {
    name: 'Gareth Wetherfield',
    jobTitle: 'Specialist teacher; special needs coordinator',
    posts: [
      { agency: 'cyps', role: 'practitioner', team: 'specialistTeaching' },
      { agency: 'brambleHill', role: 'practitioner' },
    ],
  },
  collegeTutor: one('Bernard Ashpole', 'Tutor', 'ashbyLane'),
  wigstonTeacher: one('Philippa Rosewarden', 'Head of year 7', 'wigstonMead'),
  nurseryManager: one('Jasbir Kaurwell', 'Nursery manager', 'acornNursery'),
  familySupportWorker: one('Sheila Marchbank', 'Family support worker', 'cyps', { team: 'familySteps' }),
  youthWorker: one('Curtis Bellweather', 'Youth worker and PAYP key worker', 'cyps', {
    team: 'youthService',
  }),
  girlsGroupWorker: one('Naomi Silverlake', 'Youth worker, girls’ group', 'cyps', { team: 'youthService' }),
  childrensCentreWorker: one('Bridget Lovelace-Holm', 'Family support worker', 'childrensCentre'),
  healthVisitor: one('Rosalind Peachtree', 'Specialist health visitor', 'lpt', { team: 'childHealth' }),
  familyHealthVisitor: one('Yvonne Barleymow', 'Health visitor', 'lpt', { team: 'healthVisiting' }),
  schoolNurse: one('Patience Adebright', 'School nurse', 'lpt', { team: 'schoolNursing' }),
  communityPsychiatricNurse: one('Leonard Goosefoot', 'Community psychiatric nurse', 'lpt', {
    team: 'adultMentalHealth',
  }),
  healthManager: one('Winifred Stonecrop', 'Service manager, children’s health', 'lpt', { role: 'manager' }),
  physiotherapist: one('Hamish Fernley-Dale', 'Children’s physiotherapist', 'uhl', { team: 'therapies' }),
  speechTherapist: one('Odette Larchwood', 'Speech and language therapist', 'uhl', { team: 'therapies' }),
  sexualHealthNurse: one('Imogen Tidewell', 'Nurse', 'sexualHealth'),
  drugWorker: one('Rafferty Quillstone', 'Young people’s worker', 'daat'),
  yispWorker: one('Delroy Hawksmere', 'YISP worker', 'yos', { team: 'yisp' }),
  panelMember: one('Constance Blueberry', 'Police constable, youth and schools', 'police', {
    role: 'panel_member',
    team: 'neighbourhood',
  }),
  panelChair: one('Vincent Turnstile', 'Chair, Homelessness Support Panel', 'northWestCouncil', {
    role: 'panel_chair',
    team: 'housingNeeds',
  }),
  housingOfficer: one('Marjorie Keystone', 'Housing officer', 'northWestCouncil', { team: 'housingNeeds' }),
  outsider: one('Graham Pendleberry', 'Housing options officer', 'meltonCouncil', { team: 'housingMelton' }),
  connexionsAdviser: one('Farida Lightwood', 'Personal adviser', 'connexions', { team: 'advisers' }),
  counsellor: one('Eleanor Calmwater', 'Counsellor', 'bridgeHousing'),
  positiveFuturesWorker: one('Troy Goalby', 'Positive Futures worker', 'positiveFutures'),
  twoHalvesWorker: one('Marcia Evenfield', 'Project worker', 'familyServicesUnit', { team: 'twoHalves' }),
  outreachWorker: one('Stuart Windermoor', 'Field worker', 'menphys', { team: 'outreach' }),
  trainingTutor: one('Kenneth Spannerly', 'Motor vehicle tutor', 'trainingProvider'),
  cypsManager: one('Beatrice Longacre', 'Team manager', 'cyps', { role: 'manager', team: 'familySteps' }),
  coordinatorNwl: one('Harriet Crossways', 'Common assessment coordinator', 'cyps', {
    role: 'coordinator',
    team: 'coordination',
    locality: 'northWest',
  }),
  coordinatorCharnwood: one('Dilip Waymarker', 'Common assessment coordinator', 'cyps', {
    role: 'coordinator',
    team: 'coordination',
    locality: 'charnwood',
  }),
  coordinatorOadby: one('Frances Milestone', 'Common assessment coordinator', 'cyps', {
    role: 'coordinator',
    team: 'coordination',
    locality: 'oadby',
  }),
  frontDoor: one('Ruth Gatehouse', 'Principal social worker', 'cyps', {
    role: 'front_door',
    team: 'frontDoor',
  }),
  governance: one('Cecil Lockhart-Moor', 'Information governance lead', 'cyps', {
    role: 'governance',
    team: 'information',
  }),
  businessSupport: one('Doreen Inkwell', 'Business support officer', 'cyps', {
    role: 'business_support',
    team: 'familySteps',
  }),
  qualityAuditor: one('Martin Plumbline', 'Quality auditor', 'cyps', {
    role: 'quality_auditor',
    team: 'information',
  }),
  analyst: one('Wen Tallyman', 'Performance analyst', 'cyps', {
    role: 'performance_analyst',
    team: 'information',
  }),
  agencyAdministrator: one('Noreen Filewright', 'Staff records officer', 'lpt', {
    role: 'agency_administrator',
  }),
  directoryEditor: one('Peter Pageworthy', 'Directory editor', 'cyps', {
    role: 'directory_editor',
    team: 'information',
  }),
  systemAdministrator: one('Isla Switchfield', 'System administrator', 'cyps', {
    role: 'system_administrator',
    team: 'information',
  }),
} as const satisfies Record<string, PractitionerData>;
export type PractitionerKey = keyof typeof PRACTITIONER_DATA;
