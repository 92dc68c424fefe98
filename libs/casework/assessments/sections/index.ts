import { type Comments, readComments } from './comments.js';
import { type Conclusions, readConclusions } from './conclusions.js';
import { type FamilyAndHome, readFamilyAndHome } from './family-and-home.js';
import { type PeoplePresent, readPeoplePresent } from './people-present.js';
import type { SectionReader } from './reader.js';
import { type Reason, readReason } from './reason.js';
import { readServices, type ServicesInvolved } from './services.js';

/** The sections of the common assessment beside its elements, in the order of the form. */
export const ASSESSMENT_SECTIONS = {
  people_present: 'Who was present',
  reason: 'What led to this assessment',
  family_and_home: 'Family and home',
  services: 'Services working with the child',
  conclusions: 'Conclusions',
  comments: 'Comments from the child and the parent',
} as const;
export type AssessmentSectionName = keyof typeof ASSESSMENT_SECTIONS;

export interface SectionAnswers {
  readonly people_present?: PeoplePresent;
  readonly reason?: Reason;
  readonly family_and_home?: FamilyAndHome;
  readonly services?: ServicesInvolved;
  readonly conclusions?: Conclusions;
  readonly comments?: Comments;
}

export const SECTION_READERS: Readonly<Record<AssessmentSectionName, SectionReader>> = {
  people_present: readPeoplePresent,
  reason: readReason,
  family_and_home: readFamilyAndHome,
  services: readServices,
  conclusions: readConclusions,
  comments: readComments,
};
