import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { SafetyConcernsReadingService, SafetyConcernsService } from '#libs/casework/safety-concerns';
import { londonDate, now } from '#libs/platform';
import { done, Page, page, type Redirect } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { initialValues, readConcernAnswer } from './safety-concern.form.js';
import { toConcernView } from '../shared/safety-concern.js';

@Controller('episodes/:id/safety-concerns')
export class SafetyConcernsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly concerns: SafetyConcernsService,
    private readonly reading: SafetyConcernsReadingService,
  ) {}

  @Get()
  @Allow('safety_concern.read')
  async list(@Param('id') id: string): Promise<Page> {
    const concerns = await this.reading.ofEpisode(id);
    const { episode } = await this.header.open(id, 'overview');
    return page('safety-concerns/safety-concerns.njk', {
      title: 'Safety concerns',
      episode,
      concerns: concerns.map((concern) => toConcernView(concern, `/episodes/${id}`)),
    });
  }

  @Get(':concernId')
  @Allow('safety_concern.read')
  show(@Param('id') id: string, @Param('concernId') concernId: string): Promise<Page> {
    return this.concern(id, concernId, { typed: initialValues(londonDate(now())) });
  }

  @Post(':concernId')
  @Allow('safety_concern.answer')
  async answer(
    @Param('id') id: string,
    @Param('concernId') concernId: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const read = readConcernAnswer(body, londonDate(now()));
    if (!read.ok) return this.concern(id, concernId, read, 422);
    const result = await toFormResult(() => this.concerns.answerConcern(id, concernId, read.values));
    if (!result.ok)
      return this.concern(
        id,
        concernId,
        { typed: body as object, errors: result.errors.map(besideTime) },
        422,
      );
    const left = (await this.concerns.isStanding(id))
      ? 'What was done has been recorded. There is another safety concern to answer.'
      : 'What was done has been recorded, and the people who need to know have been told.';
    return done(`/episodes/${id}`, left);
  }

  private async concern(
    id: string,
    concernId: string,
    again: { typed: object; errors?: readonly unknown[] },
    status = 200,
  ): Promise<Page> {
    const concern = await this.reading.find(id, concernId);
    const { seen, episode } = await this.header.open(id, 'overview');
    return new Page(
      'safety-concerns/safety-concern.njk',
      {
        title: concern.answeredAt ? 'Safety concern' : 'Record what was done',
        episode,
        concern: toConcernView(concern, `/episodes/${id}`),
        mayAnswer: !concern.answeredAt && seen.abilities.may('safety_concern.answer'),
        typed: again.typed,
        errors: again.errors ?? [],
      },
      status,
    );
  }
}

/** The form has separate fields for date and time; an error about the instant is shown beside the time. */
const besideTime = ({ field, message }: { field: string; message: string }) => ({
  field: field === 'actionAt' ? 'actionTime' : field,
  message,
});
