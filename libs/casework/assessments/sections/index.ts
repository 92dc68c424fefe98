import { ASSESSMENT_FORM, sectionsOf } from '#libs/terms';
import { type Comments, readComments } from './comments.js';
import { type Conclusions, readConclusions } from './conclusions.js';
import { type FamilyAndHome, readFamilyAndHome } from './family-and-home.js';
import { type PeoplePresent, readPeoplePresent } from './people-present.js';
import type { SectionReader } from './reader.js';
import { type Reason, readReason } from './reason.js';
import { readServices, type ServicesInvolved } from './services.js';

/** The sections of the assessment beside its elements that this version reads, with the words of a new one. */
export const ASSESSMENT_SECTIONS = Object.fromEntries(
  sectionsOf(ASSESSMENT_FORM).map(({ key, title }) => [key, title]),
) as Readonly<Record<keyof SectionAnswers, string>>;
export type AssessmentSectionName = keyof SectionAnswers;

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
