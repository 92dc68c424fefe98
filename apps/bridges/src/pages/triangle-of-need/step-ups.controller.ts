import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, audit } from '#libs/access';
import { StepUpsReadingService, StepUpsService } from '#libs/casework/triangle-of-need';
import { londonDate, now } from '#libs/platform';
import { optionsOf, STEP_UP_ANSWERS, fullName } from '#libs/terms';
import { done, Page, type Redirect } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';
import { readAnswerForm } from './level.form.js';
import { toStepUpView } from './level.page.js';

/** The front door's queue of step-ups. */
@Controller('step-ups')
export class StepUpsController {
  constructor(
    private readonly stepUps: StepUpsService,
    private readonly reading: StepUpsReadingService,
  ) {}

  @Get()
  @Allow('step_up.queue')
  show(): Promise<Page> {
    return this.queue();
  }

  @Post(':stepUpId')
  @Allow('step_up.decide')
  async answer(@Param('stepUpId') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const read = readAnswerForm(body, id);
    if (!read.ok) return this.queue(read, 422);
    const episodeId = String((body as { episodeId?: unknown }).episodeId ?? '');
    const result = await toFormResult(() =>
      this.stepUps.answerStepUp(episodeId, id, read.values.outcome, read.values.reason),
    );
    if (!result.ok) return this.queue({ typed: body as object, errors: result.errors }, 422);
    const accepted = read.values.outcome === 'accepted';
    return done(
      '/step-ups',
      accepted
        ? 'Accepted. The level of need is now 4. The episode stays open with its team and lead professional.'
        : 'Answer sent. The episode stays open with its team and lead professional. You can no longer see its record.',
    );
  }

  private async queue(
    again: { typed?: object; errors?: readonly unknown[] } = {},
    status = 200,
  ): Promise<Page> {
    const waiting = await this.reading.queue();
    const today = londonDate(now());
    await audit('list step-ups', 'step-up', { detail: { found: waiting.length } });
    return new Page(
      'triangle-of-need/step-ups.njk',
      {
        title: 'Step-ups',
        answers: optionsOf(STEP_UP_ANSWERS),
        typed: again.typed ?? {},
        errors: again.errors ?? [],
        waiting: waiting.map((each) => ({
          ...toStepUpView(each, today),
          lead: each.lead,
          level: each.level,
          href: `/episodes/${each.episodeId}`,
          children: (each.children ?? []).map((child) => ({
            name: fullName(child),
            dateOfBirth: child.dateOfBirth,
          })),
        })),
      },
      status,
    );
  }
}
