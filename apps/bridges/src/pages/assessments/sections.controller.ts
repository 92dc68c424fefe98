import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  ASSESSMENT_SECTIONS,
  AssessmentPresenceService,
  AssessmentReadingService,
  type AssessmentSectionName,
  AssessmentsService,
} from '#libs/casework/assessments';
import { FormReader } from '#libs/page-kit';
import { forbidden, londonDate, now, unreachable } from '#libs/platform';
import { isKeyOf, MISSING_COMMENT_REASONS, NEEDS_CATEGORIES, optionsOf } from '#libs/terms';
import { done, Page, type Redirect, type RedisplayedForm } from '../../http/page.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { isAnswerToClash, withKept } from './clash.page.js';
import { sectionBlocks } from './document.page.js';
import { KnownOfFamily } from './known-of-family.js';
import { describeLastSave } from './last-save.js';
import { toSectionClashView } from './section-clash.js';
import { offeredRowCount, SECTION_CHOICES, SECTION_FORMS } from './section-forms.js';
import { fieldsWithout, seenVersion, submitDraftForm } from './submit-draft-form.js';
import { describeWriting } from './writing.js';
import { addressAfter, mayWriteOn, toWorkspaceView } from './workspace.page.js';

@Controller('episodes/:id/assessment/sections/:section')
export class SectionsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly reading: AssessmentReadingService,
    private readonly presence: AssessmentPresenceService,
    private readonly assessments: AssessmentsService,
    private readonly known: KnownOfFamily,
  ) {}

  @Get()
  @Allow('assessment.edit')
  show(@Param('id') id: string, @Param('section') section: string): Promise<Page> {
    return this.form(id, named(section));
  }

  @Post()
  @Allow('assessment.edit')
  async save(
    @Param('id') id: string,
    @Param('section') section: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const name = named(section);
    const form = new FormReader(await this.answered(id, name, body));
    const given = SECTION_FORMS[name].read(form);
    if (!form.ok) return this.form(id, name, { typed: form.typed, errors: form.errors }, 422);
    const saved = await submitDraftForm(() =>
      this.assessments.savePart(id, seenVersion(body), { sections: { [name]: given } }),
    );
    if (saved.ok && given['significant_harm'] === 'yes')
      return done(`/episodes/${id}/level#step-up`, HARM_ADVICE);
    if (saved.ok)
      return done(addressAfter(`/episodes/${id}/assessment`, body), `${ASSESSMENT_SECTIONS[name]}: saved.`);
    const errors = fieldsWithout(`sections.${name}.`, saved.errors);
    return this.form(id, name, { typed: form.typed, errors, stale: saved.status === 412 }, saved.status);
  }

  /** After a clash a form says which text to keep; what a colleague saved is then read again. */
  private async answered(id: string, name: AssessmentSectionName, body: unknown): Promise<unknown> {
    if (!isAnswerToClash(body)) return body;
    const { sections, savedSections } = await this.reading.current(id);
    return (savedSections[name]?.version ?? 0) === seenVersion(body)
      ? withKept(body, (sections[name] ?? {}) as Record<string, unknown>)
      : body;
  }

  private async form(
    id: string,
    name: AssessmentSectionName,
    again: RedisplayedForm & { readonly stale?: boolean } = {},
    status = 200,
  ): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'assessment');
    if (!seen.abilities.may('assessment.edit'))
      throw forbidden('You cannot write sections of this assessment. Ask the lead professional.');
    const current = await this.reading.current(id);
    const typed =
      again.typed ?? SECTION_FORMS[name].typed((current.sections[name] ?? {}) as Record<string, unknown>);
    const saved = current.savedSections[name];
    const today = londonDate(now());
    const before = await this.reading.before(id, current);
    return new Page(
      'assessments/section.njk',
      {
        title: ASSESSMENT_SECTIONS[name],
        episode,
        section: name,
        workspace: toWorkspaceView(current, {
          href: `/episodes/${id}/assessment`,
          part: `sections/${name}`,
          may: mayWriteOn(seen),
          today,
        }),
        version: saved?.version ?? 0,
        frozen: current.status === 'complete' || !seen.open,
        saved: describeLastSave(saved, today),
        theirs: sectionBlocks(current.form, name, current.sections),
        savedBy: saved?.savedBy?.name ?? 'someone else',
        clash: again.stale ? toSectionClashView(name, current.sections[name], typed) : [],
        last: before && {
          number: before.number,
          completedAt: before.completedAt,
          blocks: sectionBlocks(before.form, name, before.sections),
        },
        writing: describeWriting(await this.presence.writing(id)),
        known: await this.known.beside(name, seen.children),
        rows: { person: offeredRowCount(typed, 'person'), service: offeredRowCount(typed, 'service') },
        choices: SECTION_CHOICES,
        categories: optionsOf(NEEDS_CATEGORIES),
        reasons: NO_COMMENT,
        // "Too young" is not offered as a reason for a parent, but a draft that already has it keeps it until it is
        // changed.
        parentReasons: NO_COMMENT.filter(
          ({ value }) => value !== 'too_young' || typed['parent_comment_missing'] === value,
        ),
        errors: [],
        ...again,
        typed,
      },
      status,
    );
  }
}

const HARM_ADVICE =
  'Conclusions: saved. You have said that this child is suffering, or is likely to suffer, significant harm. Follow your safeguarding procedures now: tell your designated safeguarding lead and phone children’s social care. Then raise a step-up here.';

const NO_COMMENT = [{ value: '', text: '' }, ...optionsOf(MISSING_COMMENT_REASONS)];

function named(section: string): AssessmentSectionName {
  if (!isKeyOf(ASSESSMENT_SECTIONS, section)) throw unreachable();
  return section;
}
