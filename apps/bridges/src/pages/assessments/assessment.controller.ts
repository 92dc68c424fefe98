import { Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  AssessmentPresenceService,
  AssessmentReadingService,
  type AssessmentView,
  AssessmentsService,
  ChecklistsService,
} from '#libs/casework/assessments';
import { londonDate, now } from '#libs/platform';
import { done, Page, type Redirect, type RedisplayedForm } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { lastSaved, missingLinks, taskGroups } from './assessment.page.js';
import { documentOf } from './document.page.js';
import { submitDraftForm } from './submit-draft-form.js';
import { describeWriting } from './writing.js';
import { firstOpenPart, mayWriteOn } from './workspace.page.js';

@Controller('episodes/:id/assessment')
export class AssessmentController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly reading: AssessmentReadingService,
    private readonly assessments: AssessmentsService,
    private readonly checklists: ChecklistsService,
    private readonly presence: AssessmentPresenceService,
  ) {}

  @Get()
  @Allow('record.read')
  show(@Param('id') id: string): Promise<Page> {
    return this.taskList(id);
  }

  /** Starts the first assessment, or a new version of a completed one. */
  @Post()
  @Allow('assessment.edit')
  async start(@Param('id') id: string): Promise<Page | Redirect> {
    const result = await toFormResult(() => this.assessments.startAssessment(id));
    if (!result.ok) return this.taskList(id, { errors: result.errors }, 422);
    const at = `/episodes/${id}/assessment`;
    const { number } = result.value;
    return number === 1
      ? done(`${at}/sections/people_present`, 'Assessment started.')
      : done(at, `Version ${number} has been started as a copy of the last version.`);
  }

  /** For the script of a page that is open: who else is writing. */
  @Get('writing')
  @Allow('record.read')
  async writing(@Param('id') id: string): Promise<{ writing: string }> {
    return { writing: describeWriting(await this.presence.writing(id)) };
  }

  @Get('check')
  @Allow('record.read')
  check(@Param('id') id: string): Promise<Page> {
    return this.document(id);
  }

  @Post('completion')
  @Allow('assessment.complete')
  async complete(@Param('id') id: string): Promise<Page | Redirect> {
    const saved = await submitDraftForm(() => this.assessments.completeAssessment(id, null));
    if (!saved.ok) return this.document(id, { errors: saved.errors }, saved.status);
    const { number } = await this.reading.current(id);
    return done(
      `/episodes/${id}/assessment/versions/${number}`,
      'Assessment completed. It can no longer be edited. Make a copy for the family under Access, “Preview what someone can see”.',
    );
  }

  private async taskList(id: string, again: RedisplayedForm = {}, status = 200): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'assessment');
    const current = await this.reading.current(id);
    const checklist = await this.checklists.find(id);
    const href = `/episodes/${id}/assessment`;
    const may = mayWriteOn(seen);
    const today = londonDate(now());
    const at = seen.record?.status;
    const groups = current.status === 'draft' ? taskGroups(current, href, may, today) : [];
    return new Page(
      'assessments/assessment.njk',
      {
        title: 'Assessment',
        episode,
        current,
        checklist: { complete: Boolean(checklist?.completedAt) },
        groups,
        goOn: firstOpenPart(groups),
        missing: missingLinks(current, href),
        saved: lastSaved(current, today),
        versions: await this.reading.versions(id),
        mayWrite: may,
        mayBegin: may.sections && current.status === 'not_started' && at === 'registered',
        mayBeginAgain:
          may.sections && current.status === 'complete' && (at === 'assessed' || at === 'delivering'),
        errors: [],
        ...again,
      },
      status,
    );
  }

  private async document(id: string, again: RedisplayedForm = {}, status = 200): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'assessment');
    const current = await this.reading.current(id);
    const draft = current.status === 'draft' && seen.open;
    return new Page(
      'assessments/check.njk',
      {
        title: 'Check the assessment',
        episode,
        current,
        mayComplete: draft && seen.abilities.may('assessment.complete'),
        document: documentOf(
          current,
          draft && seen.abilities.may('assessment.edit') ? `/episodes/${id}/assessment` : undefined,
        ),
        ...checkLinks(current, id),
        errors: [],
        ...again,
      },
      status,
    );
  }
}

const checkLinks = (current: AssessmentView, id: string) => ({
  missing: missingLinks(current, `/episodes/${id}/assessment`),
});
