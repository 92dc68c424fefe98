import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { abilitiesOn, Allow } from '#libs/access';
import { ChecklistsService, isUnsafe } from '#libs/casework/assessments';
import { EpisodeFrontDoor } from '#libs/casework/episodes';
import { SafetyConcernsReadingService } from '#libs/casework/safety-concerns';
import { londonDate, now } from '#libs/platform';
import { done, Page, type Redirect, type RedisplayedForm } from '../../http/page.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toChecklistValues, readChecklistForm } from './checklist.form.js';
import { checklistChoices, toChecklistView } from './checklist.page.js';
import { fieldsWithout, seenVersion, submitDraftForm } from './submit-draft-form.js';

@Controller('episodes/:id/checklist')
export class ChecklistController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly checklists: ChecklistsService,
    private readonly concerns: SafetyConcernsReadingService,
    private readonly frontDoor: EpisodeFrontDoor,
  ) {}

  @Get()
  @Allow('record.read')
  show(@Param('id') id: string): Promise<Page> {
    return this.form(id);
  }

  @Post()
  @Allow('checklist.complete')
  async save(@Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const read = readChecklistForm(body, londonDate(now()));
    if (!read.ok) return this.form(id, { typed: read.typed, errors: read.errors }, 422);
    const saved = await submitDraftForm(() =>
      this.checklists.saveChecklist(id, seenVersion(body), read.values),
    );
    if (!saved.ok)
      return this.form(
        id,
        {
          typed: { ...(body as object) },
          errors: fieldsWithout('answers.', saved.errors),
          stale: saved.status === 412,
        },
        saved.status,
      );
    if (!isUnsafe({ answers: read.values.answers ?? {} }) && read.values.decision !== 'safeguarding') {
      const concern = await this.firstStanding(id);
      if (concern)
        return done(
          `/episodes/${id}/safety-concerns/${concern.id}`,
          'Checklist saved. The safety concern stays until you record what was done about it.',
        );
    }
    if (!read.values.complete) return done(`/episodes/${id}/checklist`, 'Checklist saved as a draft.');
    if (read.values.decision === 'common_assessment')
      return done(
        `/episodes/${id}/assessment`,
        'Checklist complete and episode registered. You can now start the assessment.',
      );
    return done(`/episodes/${id}/checklist`, 'Checklist complete.');
  }

  private async firstStanding(id: string) {
    const [first] = (await this.concerns.standing(id, await abilitiesOn(id))) ?? [];
    return first;
  }

  private async form(
    id: string,
    again: RedisplayedForm & { readonly stale?: boolean } = {},
    status = 200,
  ): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'assessment');
    const checklist = await this.checklists.find(id);
    const today = londonDate(now());
    const typed = again.typed ?? toChecklistValues(checklist, today);
    const editable = seen.record?.status === 'checklist' && seen.abilities.may('checklist.complete');
    return new Page(
      'assessments/checklist.njk',
      {
        title: 'Checklist',
        episode,
        editable,
        ...checklistChoices(),
        checklist: toChecklistView(checklist, today),
        errors: [],
        ...again,
        typed,
        // If the child may not be safe, show the numbers to phone even when the form has errors and was not saved.
        socialCare:
          !episode.safety && typed['safe_from_harm'] === 'no'
            ? { numbers: await this.frontDoor.numbers(id) }
            : null,
      },
      status,
    );
  }
}
