import { Injectable } from '@nestjs/common';
import { isPlaceHidden } from '#libs/casework/children';
import { actor, changeVersioned, type FieldError, newId, now, db } from '#libs/platform';
import { type AssessmentElement, isKeyOf } from '#libs/terms';
import { type Assessment, AssessmentSection, ElementEntry } from './assessment.entities.js';
import { validatePassage, mergedPassage, type Passage } from './assessment.rules.js';
import { ASSESSMENT_SECTIONS, SECTION_READERS } from './sections/index.js';

/** Sections whose text could reveal where a child is: the database separates the same ones under a shield. */
const PROTECTED_SECTIONS: readonly string[] = ['family_and_home', 'services', 'people_present'];
const PROTECTED = 'Contact details are protected. Ask information governance to give you access first.';

export type ElementDraft = Partial<Passage> & {
  readonly element: AssessmentElement;
  readonly topic?: string | null;
};
export interface AssessmentDraft {
  /** Each section as it came from outside; its reader validates it. */
  readonly sections?: Readonly<Record<string, unknown>>;
  readonly elements?: readonly ElementDraft[];
}
export interface DraftPart {
  readonly row: AssessmentSection | ElementEntry | null;
  /** Of a section, as it will be stored. */
  readonly answers?: object;
  readonly errors: readonly FieldError[];
  write(): Promise<unknown>;
}

/** The rows of a draft: each validated together with its stored row, all errors first, then written. */
@Injectable()
export class DraftParts {
  async of(
    assessment: Pick<Assessment, 'id' | 'episodeId'>,
    { sections = {}, elements = [] }: AssessmentDraft,
  ): Promise<DraftPart[]> {
    const parts: DraftPart[] = [];
    for (const [name, given] of Object.entries(sections))
      parts.push(await this.section(assessment, name, given));
    for (const [index, given] of elements.entries()) {
      const isRepeated = elements
        .slice(0, index)
        .some((one) => one.element === given.element && (one.topic ?? '') === (given.topic ?? ''));
      const part = await this.element(assessment, given, `elements.${index}.`);
      parts.push(
        isRepeated
          ? {
              ...part,
              errors: [{ field: `elements.${index}.element`, message: 'Send each element and topic once' }],
            }
          : part,
      );
    }
    return parts;
  }

  private async section(
    assessment: Pick<Assessment, 'id' | 'episodeId'>,
    name: string,
    given: unknown,
  ): Promise<DraftPart> {
    const at = `sections.${name}`;
    if (!isKeyOf(ASSESSMENT_SECTIONS, name))
      return {
        row: null,
        errors: [{ field: at, message: 'There is no such section' }],
        write: async () => undefined,
      };
    if (PROTECTED_SECTIONS.includes(name) && (await isPlaceHidden(assessment.episodeId)))
      return { row: null, errors: [{ field: at, message: PROTECTED }], write: async () => undefined };
    const row = await db().findOneBy(AssessmentSection, { assessmentId: assessment.id, section: name });
    const { answers, errors } = SECTION_READERS[name](given, row?.answers ?? {}, at);
    const saved = { answers, ...savedNow() };
    const write = row
      ? () => changeVersioned(AssessmentSection, { id: row.id }, row.version, saved)
      : () =>
          db().insert(AssessmentSection, {
            ...saved,
            ...ofAssessment(assessment),
            section: name,
            version: 1,
          } as never);
    return { row, answers, errors, write };
  }

  private async element(
    assessment: Pick<Assessment, 'id' | 'episodeId'>,
    draft: ElementDraft,
    at: string,
  ): Promise<DraftPart> {
    const { element, topic: givenTopic, ...given } = draft;
    const topic = givenTopic ?? '';
    const row = await this.entryFor(assessment.id, element, topic);
    const passage = mergedPassage(row, given);
    const saved = { ...passage, ...savedNow() };
    const write = row
      ? () => changeVersioned(ElementEntry, { id: row.id }, row.version, saved)
      : () =>
          db().insert(ElementEntry, {
            ...saved,
            ...ofAssessment(assessment),
            element,
            topic,
            writtenBy: actor().practitionerId,
            version: 1,
          });
    return { row, errors: validatePassage(passage, at), write };
  }

  /**
   * The passage to edit: the author's own first, since under a topic there may be other authors' passages, hidden or
   * not.
   */
  async entryFor(assessmentId: string, element: string, topic: string): Promise<ElementEntry | null> {
    const rows = await db().findBy(ElementEntry, { assessmentId, element, topic });
    return rows.find((row) => row.writtenBy === actor().practitionerId) ?? rows[0] ?? null;
  }
}

const savedNow = () => ({ savedBy: actor().practitionerId, savedAt: now() });
const ofAssessment = ({ id, episodeId }: Pick<Assessment, 'id' | 'episodeId'>) => ({
  id: newId(),
  assessmentId: id,
  episodeId,
});
