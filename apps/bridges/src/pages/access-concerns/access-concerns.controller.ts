import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, mayEver } from '#libs/access';
import { AccessConcernsService } from '#libs/oversight/access-concerns';
import { FormReader } from '#libs/page-kit';
import { actor } from '#libs/platform';
import { CONCERN_OUTCOMES, keysOf, optionsOf } from '#libs/terms';
import { done, Page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { toAccessConcernView } from './access-concerns.page.js';

/** The guardian's queue of access concerns. */
@Controller('access-concerns')
export class AccessConcernsController {
  constructor(private readonly concerns: AccessConcernsService) {}

  @Get()
  @Allow('concern.review')
  queue(): Promise<Page> {
    return this.load();
  }

  @Post(':id/decision')
  @Allow('concern.review')
  async decide(@Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const read = form.answer({
      outcome: form.choice(`outcome-${id}`, keysOf(CONCERN_OUTCOMES), {
        label: 'the decision',
        message: 'Select a decision',
      }),
      note: form.longText(`note-${id}`, { label: 'the reason for the decision', max: 2000 }),
    });
    const result = await submit(read, (values) => this.concerns.decide(id, values.outcome, values.note));
    if (!result.ok) return this.load({ typed: form.typed, errors: result.errors }, 422);
    return done('/access-concerns', 'Decision saved. The alert is closed.');
  }

  private async load(again: object = {}, status = 200): Promise<Page> {
    const concerns = (await this.concerns.queue()).map(toAccessConcernView);
    return new Page(
      'access-concerns/queue.njk',
      {
        title: 'Unusual access alerts',
        waiting: concerns.filter(({ closed }) => !closed),
        closed: concerns.filter(({ closed }) => closed),
        lastRun: await this.concerns.lastRun(),
        outcomes: optionsOf(CONCERN_OUTCOMES),
        maySet: mayEver(actor().role, 'watch.set'),
        typed: {},
        errors: [],
        ...again,
      },
      status,
    );
  }
}
