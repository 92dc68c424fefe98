import type { FieldError } from '#libs/platform';
import {
  ASSESSMENT_DOMAINS,
  type AssessmentDomain,
  type AssessmentElement,
  domainOf,
  elementsOf,
  keysOf,
} from '#libs/terms';
import { ASSESSMENT_SECTIONS, type AssessmentSectionName, type SectionAnswers } from './sections/index.js';

/** A draft passage about one element. */
export interface Passage {
  readonly strengths: string | null;
  readonly needs: string | null;
  readonly evidence: string | null;
  readonly childsWords: string | null;
  readonly levelIndicator: number | null;
  readonly notExploredBecause: string | null;
}
export type Written = Passage & { readonly element: AssessmentElement };

interface DomainProgress {
  readonly explored: number;
  readonly notExplored: number;
  readonly total: number;
}
export interface Progress {
  readonly sections: Readonly<Record<AssessmentSectionName, 'empty' | 'begun' | 'done'>>;
  readonly domains: Readonly<Record<AssessmentDomain, DomainProgress>>;
  /** What this draft lacks, as completing it would report. */
  readonly missing: readonly FieldError[];
}

const EMPTY: Passage = {
  strengths: null,
  needs: null,
  evidence: null,
  childsWords: null,
  levelIndicator: null,
  notExploredBecause: null,
};

/** The passage with these parts written over its current ones; blank text removes a part. */
export function mergedPassage(before: Passage | null, given: Partial<Passage>): Passage {
  const merged: Record<string, unknown> = {};
  for (const part of Object.keys(EMPTY) as (keyof Passage)[]) {
    const value = given[part] === undefined ? (before ?? EMPTY)[part] : given[part];
    merged[part] = typeof value === 'string' ? value.trim() || null : value;
  }
  return merged as unknown as Passage;
}

export const isExplored = ({ strengths, needs }: Pick<Passage, 'strengths' | 'needs'>): boolean =>
  Boolean(strengths || needs);

/** An element was explored, or it was not and there is a reason. */
export function validatePassage(passage: Passage, at: string): FieldError[] {
  return isExplored(passage) && passage.notExploredBecause
    ? [
        {
          field: `${at}notExploredBecause`,
          message: 'Enter what you found, or why it was not discussed, not both',
        },
      ]
    : [];
}

const MANDATORY: readonly { section: AssessmentSectionName; part: string; message: string }[] = [
  { section: 'people_present', part: 'people', message: 'Record who was present at the assessment' },
  { section: 'reason', part: 'what_led', message: 'Record what led to this assessment' },
  {
    section: 'conclusions',
    part: 'strengths_summary',
    message: 'Sum up strengths and resources in the conclusions',
  },
  { section: 'conclusions', part: 'needs_summary', message: 'Sum up needs in the conclusions' },
  {
    section: 'conclusions',
    part: 'needs_category',
    message: 'Select the category of need in the conclusions',
  },
  {
    section: 'conclusions',
    part: 'goals',
    message: 'Enter in the conclusions how you will know that things have improved',
  },
  {
    section: 'comments',
    part: 'child_comment',
    message: 'Record the child’s or young person’s comment, or why there is none',
  },
  {
    section: 'comments',
    part: 'parent_comment',
    message: 'Record the parent’s or carer’s comment, or why there is none',
  },
];

/** Every mandatory part (auditors fail an assessment without it) that is missing here. */
export function missingParts(sections: SectionAnswers, written: readonly Written[]): FieldError[] {
  const parts = MANDATORY.filter(({ section, part }) => !isAnswered(sections, section, part)).map(
    ({ section, part, message }) => ({ field: `sections.${section}.${part}`, message }),
  );
  const domains = keysOf(ASSESSMENT_DOMAINS)
    .filter((domain) => !written.some((row) => domainOf(row.element) === domain && isCovered(row)))
    .map((domain) => ({
      field: `elements.${domain}`,
      message: `Complete at least one element of “${ASSESSMENT_DOMAINS[domain]}”, or enter why none was discussed`,
    }));
  return [...parts, ...missingOfConclusions(sections), ...domains];
}

/** A level without reasons, or a harm without what was seen, cannot be acted on. */
function missingOfConclusions({ conclusions }: SectionAnswers): FieldError[] {
  const errors: FieldError[] = [];
  if (conclusions?.level && !conclusions.level_reasons)
    errors.push({
      field: 'sections.conclusions.level_reasons',
      message: 'Enter in the conclusions the reasons for the level of need',
    });
  if (conclusions?.significant_harm === 'yes' && !conclusions.significant_harm_note)
    errors.push({
      field: 'sections.conclusions.significant_harm_note',
      message: 'Enter in the conclusions what was seen or said about the harm, and who was told',
    });
  return errors;
}

export function progressOf(sections: SectionAnswers, written: readonly Written[]): Progress {
  const missing = missingParts(sections, written);
  return {
    sections: Object.fromEntries(
      keysOf(ASSESSMENT_SECTIONS).map((name) => [name, sectionProgress(sections, name, missing)]),
    ) as Progress['sections'],
    domains: Object.fromEntries(
      keysOf(ASSESSMENT_DOMAINS).map((domain) => [domain, domainProgress(domain, written)]),
    ) as Progress['domains'],
    missing,
  };
}

function domainProgress(domain: AssessmentDomain, written: readonly Written[]): DomainProgress {
  const count = (counts: (row: Written) => boolean): number =>
    new Set(
      written.filter((row) => domainOf(row.element) === domain && counts(row)).map((row) => row.element),
    ).size;
  return {
    explored: count(isExplored),
    notExplored: count((row) => !isExplored(row) && row.notExploredBecause !== null),
    total: elementsOf(domain).length,
  };
}

function sectionProgress(
  sections: SectionAnswers,
  name: AssessmentSectionName,
  missing: readonly FieldError[],
) {
  if (!Object.values(sections[name] ?? {}).some(isThere)) return 'empty';
  return missing.some(({ field }) => field.startsWith(`sections.${name}.`)) ? 'begun' : 'done';
}

const isCovered = (row: Passage): boolean => isExplored(row) || row.notExploredBecause !== null;

function isAnswered(sections: SectionAnswers, section: AssessmentSectionName, part: string): boolean {
  const answers = (sections[section] ?? {}) as Record<string, unknown>;
  return isThere(answers[part] ?? answers[`${part}_missing`]);
}

const isThere = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
