import { Injectable } from '@nestjs/common';
import { permitOn } from '#libs/access';
import { type NamedAuthor, peopleNamed } from '#libs/directory';
import { db, unreachable } from '#libs/platform';
import {
  ASSESSMENT_ELEMENTS,
  ASSESSMENT_FORM,
  type AssessmentElement,
  type FormContent,
  keysOf,
} from '#libs/terms';
import { Assessment, AssessmentSection, ElementEntry, FormDefinition } from './assessment.entities.js';
import { type Passage, type Progress, progressOf } from './assessment.rules.js';
import type { AssessmentSectionName, SectionAnswers } from './sections/index.js';

/** The last author of a part, and when they wrote it. */
export interface Saved {
  readonly savedBy: NamedAuthor | null;
  readonly savedAt: Date;
  readonly version: number;
}
export type ElementView = Passage &
  Saved & {
    readonly id: string;
    readonly element: AssessmentElement;
    readonly topic: string;
    readonly writtenBy: NamedAuthor | null;
  };
export interface VersionView {
  readonly id: string | null;
  /** 1 for the first assessment of an episode; null before the first draft. */
  readonly number: number | null;
  readonly status: 'not_started' | 'draft' | 'complete';
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  readonly assessor: NamedAuthor | null;
  readonly version: number;
}
/** The words that an assessment was filled in with. The number is null before the first draft. */
export interface AssessmentForm extends FormContent {
  readonly number: number | null;
  readonly validFrom: string | null;
}
/** An assessment as far as the reader may see it, without sensitive passages under other topics. */
export interface AssessmentView extends VersionView {
  readonly form: AssessmentForm;
  readonly sections: SectionAnswers;
  readonly savedSections: Partial<Record<AssessmentSectionName, Saved>>;
  readonly elements: readonly ElementView[];
  readonly progress: Progress;
}

const ORDER = keysOf(ASSESSMENT_ELEMENTS);
const NOT_STARTED: VersionView = {
  id: null,
  number: null,
  status: 'not_started',
  startedAt: null,
  completedAt: null,
  assessor: null,
  version: 0,
};

/** Reading the common assessment and its versions. */
@Injectable()
export class AssessmentReadingService {
  /** The current draft, else the last completed version, else an empty one; 404 below T2. */
  async current(episodeId: string): Promise<AssessmentView> {
    await permitOn(episodeId, 'record.read');
    return this.toView(await this.latest(episodeId));
  }

  /** The latest row of an episode, draft or complete; null before the first. */
  latest(episodeId: string): Promise<Assessment | null> {
    return db().findOne(Assessment, { where: { episodeId }, order: { number: 'DESC' } });
  }

  /** Every version, the newest first. */
  async versions(episodeId: string): Promise<VersionView[]> {
    await permitOn(episodeId, 'record.read');
    const rows = await db().find(Assessment, { where: { episodeId }, order: { number: 'DESC' } });
    const people = await peopleNamed(
      rows.map((row) => row.assessorId),
      episodeId,
    );
    return rows.map((row) => toVersionView(row, people));
  }

  async version(episodeId: string, number: number): Promise<AssessmentView> {
    await permitOn(episodeId, 'record.read');
    const row =
      Number.isInteger(number) && number > 0 && number < 10_000
        ? await db().findOneBy(Assessment, { episodeId, number })
        : null;
    if (!row) throw unreachable();
    return this.toView(row);
  }

  /** The version before this draft; null if it is the first, or complete. */
  async before(episodeId: string, { number, status }: VersionView): Promise<AssessmentView | null> {
    return number !== null && number > 1 && status === 'draft' ? this.version(episodeId, number - 1) : null;
  }

  private async toView(row: Assessment | null): Promise<AssessmentView> {
    if (!row)
      return {
        ...NOT_STARTED,
        form: { number: null, validFrom: null, ...ASSESSMENT_FORM },
        sections: {},
        savedSections: {},
        elements: [],
        progress: progressOf({}, []),
      };
    // Sorted explicitly: the physical order of rows would reveal that hidden rows were written between them.
    const where = { assessmentId: row.id };
    const sectionRows = await db().find(AssessmentSection, { where, order: { section: 'ASC' } });
    const entries = await db().find(ElementEntry, { where, order: { id: 'ASC' } });
    const people = await peopleNamed(
      [
        row.assessorId,
        ...sectionRows.map((each) => each.savedBy),
        ...entries.flatMap((each) => [each.savedBy, each.writtenBy]),
      ],
      row.episodeId,
    );
    const { number, validFrom, content } = await db().findOneByOrFail(FormDefinition, {
      number: row.formNumber,
    });
    const sections = Object.fromEntries(
      sectionRows.map((each) => [each.section, each.answers]),
    ) as SectionAnswers;
    const elements = entries.map((entry) => toElementView(entry, people)).sort(inOrder);
    const savedSections = Object.fromEntries(sectionRows.map((each) => [each.section, saved(each, people)]));
    return {
      ...toVersionView(row, people),
      form: { number, validFrom, ...content },
      sections,
      savedSections,
      elements,
      progress: progressOf(sections, elements),
    };
  }
}

type People = ReadonlyMap<string, NamedAuthor>;

function toVersionView(row: Assessment, people: People): VersionView {
  const { id, number, startedAt, completedAt, version } = row;
  return {
    id,
    number,
    status: completedAt ? 'complete' : 'draft',
    startedAt,
    completedAt,
    assessor: people.get(row.assessorId) ?? null,
    version,
  };
}

function toElementView(entry: ElementEntry, people: People): ElementView {
  const { element, topic, strengths, needs, evidence, childsWords, levelIndicator, notExploredBecause } =
    entry;
  return {
    id: entry.id,
    element: element as AssessmentElement,
    topic,
    strengths,
    needs,
    evidence,
    childsWords,
    levelIndicator,
    notExploredBecause,
    writtenBy: people.get(entry.writtenBy) ?? null,
    ...saved(entry, people),
  };
}

const saved = (row: { savedBy: string; savedAt: Date; version: number }, people: People): Saved => ({
  savedBy: people.get(row.savedBy) ?? null,
  savedAt: row.savedAt,
  version: row.version,
});

function inOrder(one: ElementView, other: ElementView): number {
  return ORDER.indexOf(one.element) - ORDER.indexOf(other.element) || one.topic.localeCompare(other.topic);
}
