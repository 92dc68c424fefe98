import type { AssessmentElement } from './assessment-element.js';

/** What may be seen at each of the four levels of need. */
export interface NeedIndicators {
  readonly 1: readonly string[];
  readonly 2: readonly string[];
  readonly 3: readonly string[];
  readonly 4: readonly string[];
}

/** Where the indicators come from, as it is said beside them. */
export const NEED_INDICATOR_SOURCE =
  'Examples in our own words. Levels 1 and 2 follow what published threshold documents of English safeguarding partnerships have in common; levels 3 and 4 are mainly our own. Your partnership’s threshold document comes first.';

const HEALTH: NeedIndicators = {
  1: ['Health checks and jabs are up to date', 'Appointments are kept', 'A good diet'],
  2: ['Missed checks or appointments', 'Minor illness that keeps coming back', 'Smoking'],
  3: [
    'A long-term condition that is poorly managed',
    'Repeated visits to A&E',
    'Disability that needs coordinated care',
  ],
  4: [
    'Neglect of health that threatens life',
    'Unexplained injury',
    'Fabricated illness',
    'A crisis in severe, complex disability',
  ],
};
const GROWTH: NeedIndicators = {
  1: ['Grows and moves as expected for their age', 'A good diet and enough exercise'],
  2: ['Weight, continence or movement is behind or a worry', 'Missed developmental checks'],
  3: ['Significant delay', 'Disability that needs coordinated care'],
  4: ['Growth or development endangered by neglect', 'A crisis in severe, complex disability'],
};
const SPEECH: NeedIndicators = {
  1: ['Understands and speaks as expected for their age'],
  2: ['Speech or language is delayed', 'Missed appointments for speech and language'],
  3: ['Significant delay that affects learning or friendships', 'Needs coordinated help to communicate'],
  4: ['Cannot make themselves understood, and harm follows from it'],
};
const FEELINGS: NeedIndicators = {
  1: ['Good attachment', 'Resilient'],
  2: ['Low mood or self-esteem', 'Has self-harmed once'],
  3: ['Persistent self-harm', 'Eating disorder', 'Specialist mental health services are involved'],
  4: ['Suicide attempt', 'Acute psychiatric need'],
};
const BEHAVIOUR: NeedIndicators = {
  1: ['Behaves as expected for their age'],
  2: ['Early antisocial behaviour', 'Some use of drink or drugs', 'Missing for a short time'],
  3: ['Offending', 'Regular use of drink or drugs', 'Repeatedly missing', 'At risk of exploitation'],
  4: ['Dangerous behaviour', 'Entrenched exploitation', 'On remand'],
};
const IDENTITY: NeedIndicators = {
  1: ['A positive sense of self'],
  2: ['Bullied for being different', 'Hygiene is slipping'],
  3: ['Isolated', 'Faces discrimination', 'Presents in a sexualised way'],
  4: ['Complete loss of identity or alienation', 'Serious harm from hatred'],
};
const RELATIONSHIPS: NeedIndicators = {
  1: ['Stable relationships', 'Has friends'],
  2: ['Some conflict with friends, brothers or sisters', 'Has some caring tasks'],
  3: ['Relationships in the family are breaking down', 'A heavy caring role'],
  4: ['Abandoned or rejected', 'An abusive relationship'],
};
const SELF_CARE: NeedIndicators = {
  1: ['Has the skills expected for their age'],
  2: ['Slow to develop skills'],
  3: ['Cannot manage', 'Neglects themselves'],
  4: ['Severe neglect of themselves'],
};
const LEARNING: NeedIndicators = {
  1: ['Curious and interested', 'Makes progress'],
  2: ['Finds it hard to concentrate or get organised', 'Falling behind', 'Loses interest'],
  3: ['Needs coordinated help to learn', 'Permanently excluded', 'Not in education, employment or training'],
  4: ['Out of education for a long time, with harm'],
};
const ATTENDANCE: NeedIndicators = {
  1: ['Attends and joins in'],
  2: [
    'Attendance or punctuality is slipping',
    'Suspended from school',
    'May leave without education, employment or training',
  ],
  3: ['Misses 10% or more of school', 'Permanently excluded', 'Not in education, employment or training'],
  4: ['Misses half of school or more', 'Out of education for a long time, with harm'],
};
const CARE: NeedIndicators = {
  1: ['Needs are met', 'Protected from harm'],
  2: ['Care or supervision is inconsistent'],
  3: ['Erratic care affects health', 'Domestic abuse in the home'],
  4: ['Significant harm or abuse', 'No safe carer'],
};
const WARMTH: NeedIndicators = {
  1: ['Consistent and warm'],
  2: ['Routines are inconsistent'],
  3: ['Little warmth', 'Several changes of carer'],
  4: ['Rejecting or cruel'],
};
const BOUNDARIES: NeedIndicators = {
  1: ['Consistent routines and limits', 'Play and interest in learning'],
  2: ['Routines are inconsistent'],
  3: ['Discipline is harsh or absent'],
  4: ['No boundaries', 'Offending is encouraged'],
};
const FAMILY: NeedIndicators = {
  1: ['A supportive family'],
  2: ['Separation or bereavement', 'A parent’s low mood'],
  3: ['A parent’s mental illness or use of drink or drugs affects care', 'Domestic abuse'],
  4: ['A parent cannot protect the child', 'Forced marriage, female genital mutilation or trafficking'],
};
const HOME: NeedIndicators = {
  1: ['The home and the money are adequate'],
  2: ['Debt', 'Overcrowding', 'Poor repair'],
  3: ['Eviction is a risk', 'Aged 16 or 17 and at risk of homelessness'],
  4: ['A homeless or destitute child', 'An unsafe home'],
};
const COMMUNITY: NeedIndicators = {
  1: ['Included in the community'],
  2: ['Some isolation'],
  3: ['Harassment', 'Influence of gangs in the area'],
  4: ['A serious threat from the community', 'Drawn into extremism'],
};

/** Beside each element, to help a practitioner judge. They are never counted, and nothing follows from them by itself. */
export const NEED_INDICATORS: Readonly<Record<AssessmentElement, NeedIndicators>> = {
  A1a: HEALTH,
  A1b: GROWTH,
  A1c: SPEECH,
  A2: FEELINGS,
  A3: BEHAVIOUR,
  A4: IDENTITY,
  A5: RELATIONSHIPS,
  A6: SELF_CARE,
  A7a: LEARNING,
  A7b: ATTENDANCE,
  A7c: LEARNING,
  A7d: LEARNING,
  B1: CARE,
  B2: WARMTH,
  B3: BOUNDARIES,
  C1: FAMILY,
  C2: FAMILY,
  C3: HOME,
  C4: COMMUNITY,
};
